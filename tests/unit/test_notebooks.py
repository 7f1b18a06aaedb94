"""Specs and reports show themselves as tables in notebooks."""

from xml.etree import ElementTree as ET

import tryghed_dsl as td

NAME = "<b>Aftalen</b> & co"
SPEC = td.loads(f"""
agreement "{NAME}" {{ area her; baseline 2015 }}
area her
indicator indbrud "Indbrud <i>", count, lower is better
goal g "Tryghed" {{ indbrud <= 48 }}
""")


def cells(text: str) -> list[list[str]]:
    """The rows of a table, as a browser reads them."""
    table = ET.fromstring(text)  # noqa: S314 -- our own
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    return [["".join(caption.itertext()) for caption in table.iter("caption")], *rows]


def test_a_report_is_a_table_of_verdicts() -> None:
    report = td.evaluate(SPEC, {("indbrud", "her", 2018): 50}, 2018)
    assert cells(report._repr_html_()) == [
        [f"{NAME} · as of 2018: fail"],
        ["target", "title", "verdict", "why"],
        ["indbrud", "Indbrud <i>", "fail", "50 against at most 48: 2 over."],
    ]


def test_a_spec_is_a_table_of_targets() -> None:
    assert cells(SPEC._repr_html_()) == [
        [NAME],
        ["goal", "target", "title", "rule"],
        ["g", "indbrud", "Indbrud <i>", "indbrud <= 48"],
    ]

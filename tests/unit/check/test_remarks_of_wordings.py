"""Remarks on what several files say together: shared declarations, and yearly revisions."""

from pathlib import Path

import pytest

from tryghed_dsl.pipeline import read_spec, read_spec_file
from tryghed_dsl.text.source import Source

COMMON = """\
area kbh
indicator indbrud "Indbrud", count, lower is better
indicator tyveri  "Tyveri",  count, lower is better
let mange = 40
"""
FIRST = """\
agreement "A" { area kbh; valid 2017..2020 }
use "common.tryghed"
indicator chikane "Chikane", count, lower is better
indicator vold    "Vold",    count, lower is better

indbrud <= 48
chikane <= 20
"""


def told(folder: Path, revision: str) -> list[tuple[str, str]]:
    (folder / "common.tryghed").write_text(COMMON, encoding="utf-8")
    (folder / "first.tryghed").write_text(FIRST, encoding="utf-8")
    last = folder / "last.tryghed"
    head = 'revises "first.tryghed" { effective 2019 }\n'
    last.write_text(head + revision, encoding="utf-8")
    return [(each.code, each.spans[0].text) for each in read_spec_file(last)[1]]


def test_only_what_no_wording_uses_is_told_and_nothing_of_a_shared_file(tmp_path: Path) -> None:
    assert told(tmp_path, "replace chikane: indbrud <= 60\n") == [
        ("W235", "vold"),
        ("W234", "indbrud <= 60"),
    ]


def test_what_a_revision_uses_is_used(tmp_path: Path) -> None:
    assert told(tmp_path, "vold <= 30\n") == []


def test_a_retired_target_is_held_against_nothing(tmp_path: Path) -> None:
    revision = "vold <= 30\nretire indbrud\nmore: indbrud > 60\n"
    assert told(tmp_path, revision) == [("W123", "indbrud > 60")]


def test_a_revision_contradicts_what_goes_on_holding(tmp_path: Path) -> None:
    assert told(tmp_path, "vold <= 30\nmore: indbrud >= 60\n") == [("W232", "indbrud >= 60")]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        # A margin, chance, other years, another area or condition may leave room between them.
        ("a: x <= 48, warn within 5%\nb: x >= 50", []),
        ("a: x <= 48, warn within 5%\nb: x >= 51", ["W232"]),
        ("a: x <= 48, confidence 95%\nb: x >= 60", []),
        ("a: x <= 48, confidence 95%\nb: x >= 150", ["W232"]),
        ("a: y <= 10%, confidence 95%\nb: y >= 60%", []),
        ("a: x <= 48, valid 2017..2018\nb: x >= 60, valid 2019..2020", []),
        ("a: x <= 48, valid 2017..2018\nb: x >= 60, valid 2018..2020", ["W232"]),
        ("a: x <= 48\nb: x in kbh >= 60", []),
        ("a: x in kbh <= 48\nb: x in kbh >= 60", ["W232"]),
        ("a: x in amager <= 48\nb: x >= 60", ["W232"]),
        ("a: x <= 48, when y > 5%\nb: x >= 60", []),
        ("a: x <= 48, when y > 5%\nb: x >= 60, when y > 5%", ["W232"]),
        ("a: x <= 48\nb: any of {\n x >= 60\n y <= 5%\n}", []),
        ("a: x <= 48\nb: mean(x, 3 years) >= 60", []),
        ("a: x <= previous(x)\nb: x >= baseline(2015)", []),
        ("a: x <= previous(x)\nb: x > previous(x)", ["W232"]),
        ("a: x <= 48\nb: x -> reach(60, by=2020)", []),
        # What is said again or contained, and what is not.
        ("a: x <= 48, warn above 40\nb: x <= 50, warn above 45", []),
        ("a: x <= 48, valid 2017..2018\nb: x <= 40, valid 2019..2020", []),
        ("a: x <= 48, valid 2017..2018\nb: x <= 40", ["W234"]),
        ("a: x <= 48\nb: x <= 40, valid 2019..2020", []),
        ("a: x <= 40, warn within 50%\nb: x <= 48", []),
        ("a: all of {\n x <= 40\n y <= 5%\n}\nb: x <= 40", []),
    ],
)
def test_only_what_is_certain_is_told(lines: str, codes: list[str]) -> None:
    declared = """\
agreement "A" { area amager; valid 2017..2020; baseline 2015 }
area kbh
area amager in kbh
indicator x "X", count, lower is better
indicator y "Y", percent, lower is better
watched: y <= 99%, when x > 1000
"""
    _, found = read_spec(Source("spec", f"{declared}{lines}\n"))
    assert [each.code for each in found if each.code != "W123"] == codes

"""Areas under indicators in one column, and the other way round."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.read import read_files

SPEC = td.loads(
    """
    area kbh    "København"
    area amager "Amager"
    indicator indbrud "Indbrud", count, lower is better
    indicator vold    "Vold",    count, lower is better
    indbrud <= 48
    """
)
FOUR = {"indbrud amager": 45, "indbrud kbh": 900, "vold amager": 61, "vold kbh": 1200}
INDICATORS_FIRST = """
Rækkenavne;2018
Indbrud;945
   Amager;45
   København;900
Vold;1261
   Amager;61
   København;1200
Hovedtotal;2206
"""
AREAS_FIRST = """
;2018
Amager;106
Indbrud;45
Vold;61
København;2100
Indbrud;900
Vold;1200
"""


def read(folder: Path, text: str) -> tuple[dict[str, float], list[str]]:
    path = folder / "tal.csv"
    path.write_text(text.strip("\n") + "\n", encoding="utf-8")
    rows, found = read_files([path]).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen = {f"{o.key.indicator} {o.key.area}": o.value for o in figures}
    return seen, [finding.code for finding in (*found, *more)]


@pytest.mark.parametrize("text", [INDICATORS_FIRST, AREAS_FIRST])
def test_sums_over_rows_are_no_figures(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (FOUR, ["N393"])


@pytest.mark.parametrize(
    "text",
    [
        INDICATORS_FIRST.replace("Vold", "Hærværk"),
        INDICATORS_FIRST.replace("   København;900", "   Valby;900"),
        ";2018\nIndbrud;945\nVold;1261\nAmager;106\n",
        ";2018\nIndbrud;945\nAmager;45\nVold;1261\n",
    ],
)
def test_what_is_not_clear_is_refused(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ({}, ["E392"])


def test_labels_without_figures_are_headings_and_no_sums(tmp_path: Path) -> None:
    text = (
        ";2017;2018\nIndbrud;;\nAmager;;45\nKøbenhavn;;900\nVold;;\nAmager;;61\nKøbenhavn;;1200\n"
    )
    assert read(tmp_path, text) == (FOUR, [])

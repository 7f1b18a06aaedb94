"""The Amager agreement: its verdicts as worked out by hand, its tests, its clauses, its figures."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from support.running import run_command

AMAGER = Path(__file__).parents[2] / "specs" / "amager"

# Worked out by hand from the published figures; the same table stands in the folder's README.
AMAGER_BY_HAND = {
    2019: {
        "utryg": "pass narrowed",  # 13 - 9 = 4, and 12 - 6 = 6 in 2016
        "utryg_aften": "unknown missing-figure",
        "aktiveringer": "unknown missing-figure",
        "indbrud": "unknown missing-figure",
        "tyveri": "unknown missing-figure",
        "vold": "unknown missing-figure",
        "hærværk": "unknown missing-figure",
        "samlet": "unknown missing-figure",
        "narkotika": "monitor monitored",
        "chikane": "monitor monitored",
    },
    2020: {
        "utryg": "fail unchanged",  # 15 - 9 = 6, and 12 - 6 = 6 in 2016
        "utryg_aften": "fail widened",  # 29 - 15 = 14, and 29 - 19 = 10 in 2016
        "aktiveringer": "unknown missing-figure",
        "indbrud": "unknown missing-figure",
        "tyveri": "unknown missing-figure",
        "vold": "unknown missing-figure",
        "hærværk": "unknown missing-figure",
        "samlet": "unknown missing-figure",
        "narkotika": "monitor monitored",
        "chikane": "monitor monitored",
    },
}


def test_amager_is_laid_out_as_fmt_does() -> None:
    assert run_command("tryghed fmt --check amager-2017.tryghed", AMAGER).code == 0


@pytest.mark.parametrize(("year", "code"), [(2019, 4), (2020, 1)])
def test_amager_is_judged_as_by_hand(year: int, code: int) -> None:
    spec = td.load(AMAGER / "amager-2017.tryghed")
    report = td.evaluate(spec, AMAGER / "figures-published.csv", as_of=year)
    assert {t.id: f"{t.verdict} {t.reason}" for t in report} == AMAGER_BY_HAND[year]
    flagged = {t.id: t.flags for t in report if t.flags}
    assert flagged == ({"utryg": ("other-area",)} if year == 2019 else {})
    line = f"tryghed check amager-2017.tryghed --data figures-published.csv --as-of {year}"
    assert run_command(line, AMAGER).code == code


@pytest.mark.parametrize(
    "figures", ["", "--data figures-published.csv", "--data figures-example.csv"]
)
def test_amager_s_own_tests_hold_with_any_figures(figures: str) -> None:
    ran = run_command(f"tryghed test amager-2017.tryghed {figures}", AMAGER)
    assert ran.code == 0, ran.out


def test_every_target_of_amager_names_its_clause() -> None:
    spec = td.load(AMAGER / "amager-2017.tryghed")
    cited = {target.id: target.cite for target in spec.targets}
    assert cited == {
        **dict.fromkeys(("utryg", "utryg_aften"), "2, nr. 1"),
        "aktiveringer": "2, nr. 2",
        **dict.fromkeys(("indbrud", "tyveri", "vold", "hærværk", "samlet"), "2, nr. 3"),
        **dict.fromkeys(("narkotika", "chikane"), "2, nr. 3"),
    }


def test_made_up_figures_of_amager_say_so() -> None:
    columns, *rows = (AMAGER / "figures-example.csv").read_text(encoding="utf-8").splitlines()
    published = (AMAGER / "figures-published.csv").read_text(encoding="utf-8").splitlines()
    assert columns == published[0] == "indicator,area,period,value,unit,flag,origin"
    for row in rows:
        assert row.endswith(",example,made up") != (row in published), row

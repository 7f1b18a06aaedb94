"""When and where a spec is judged, where nobody says so."""

import pytest

import tryghed_dsl as td
from tryghed_dsl.findings.said import summary
from tryghed_dsl.text.language import Language

AGREEMENT = """
agreement "A" { area amager; valid 2017..2020 }
area amager
area kbh
indicator a "A", count
indicator b "B", count
indicator c "C", count
a <= 10
sum: a + b <= 10
monitor c
"""
Rows = list[tuple[str, str, int, float]]


def records(rows: Rows) -> list[dict[str, object]]:
    return [dict(zip(("indicator", "area", "period", "value"), row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("rows", "year"),
    [
        ([("a", "amager", 2017, 1.0), ("a", "amager", 2018, 1.0)], "2018"),
        ([("a", "amager", 2018, 1.0), ("a", "amager", 2021, 1.0)], "2018"),
        ([("a", "amager", 2017, 1.0), ("b", "amager", 2019, 1.0)], "2017"),
        ([("a", "amager", 2017, 1.0), ("c", "amager", 2019, 1.0)], "2017"),
        ([("a", "amager", 2017, 1.0), ("a", "kbh", 2019, 1.0)], "2017"),
    ],
    ids=["latest", "within valid", "a whole subject", "judged", "in the area"],
)
def test_the_latest_year_with_a_figure_for_a_judged_target(rows: Rows, year: str) -> None:
    assert str(td.evaluate(td.loads(AGREEMENT), records(rows)).as_of) == year


def test_without_an_agreement_every_year_counts() -> None:
    rows = [("a", "amager", 2017, 1.0), ("a", "amager", 2031, 1.0)]
    assert str(td.evaluate(td.loads("a <= 1"), records(rows)).as_of) == "2031"


def test_no_year_at_all_is_told() -> None:
    with pytest.raises(td.FiguresError, match="E334"):
        td.evaluate(td.loads(AGREEMENT), records([("a", "amager", 2016, 1.0)]))


def test_the_judged_area_is_the_one_that_no_target_looks_at_by_name() -> None:
    rows = [("a", "x", 2018, 1.0), ("a", "y", 2018, 2.0), ("a", "z", 2018, 3.0)]
    assert td.evaluate(td.loads("a <= a in y\nb: a <= z"), records(rows)).area == "x"
    with pytest.raises(td.FiguresError, match="E330"):
        td.evaluate(td.loads("a <= a in y"), records(rows))


def test_an_undeclared_reference_is_an_indicator_before_it_is_an_area() -> None:
    as_area = [("a", "x", 2018, 5.0), ("a", "ref", 2018, 9.0)]
    as_indicator = [*as_area, ("ref", "x", 2018, 4.0)]
    spec = td.loads("a <= ref")
    assert td.evaluate(spec, records(as_area), area="x")["a"].limit == 9
    assert td.evaluate(spec, records(as_indicator), area="x")["a"].limit == 4


STOPPED = "indbrud <= 48\nutryg <= 10\nvold <= 20, latest within 1 year\nmonitor støj\nlarm <= 3\n"
LATE = {
    ("indbrud", "amager", 2018): 45.0,
    ("utryg", "amager", 2015): 9.0,
    ("utryg", "amager", 2016): 9.0,
    ("vold", "amager", 2017): 9.0,
    ("støj", "amager", 2016): 1.0,
}


def told(as_of: int | None) -> list[str]:
    findings = td.evaluate(td.loads(STOPPED), LATE, as_of=as_of).findings
    return [summary(finding, Language.DA) for finding in findings if finding.code == "N321"]


def test_targets_whose_figures_stop_earlier_are_named() -> None:
    (line,) = told(None)
    assert line == "N321 mål, hvis tal stopper før 2018: `utryg` (2016)"


def test_judged_earlier_none_of_them_stops() -> None:
    assert told(2016) == []

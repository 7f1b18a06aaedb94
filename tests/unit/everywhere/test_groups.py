"""Which areas are judged by one query, though the spec knows some of them by name."""

import polars as pl
import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.period import year
from tryghed_dsl.everywhere.asked import COLUMNS
from tryghed_dsl.everywhere.groups import programs_of

SPEC = """
agreement "One" { baseline 2016 }
area kbh
indicator utryg "Utrygge", percent, lower is better
benchmark kbh_avg = same indicator in kbh
utryg -> approach(kbh_avg, by=2020, close=100%)
"""
FRAME = pl.DataFrame(
    [
        {"indicator": "utryg", "area": area, "period": period, "value": value + place}
        for place, area in enumerate(["kbh", *(f"a{place:02}" for place in range(40))])
        for period, value in ((2016, 12.0), (2018, 11.0 - 0.1 * place))
    ]
)
FEW = ("value", "limit")


@pytest.mark.parametrize(("columns", "groups"), [(FEW, 1), (COLUMNS, 2)])
def test_an_area_compared_with_itself_is_judged_with_the_rest_where_nothing_differs(
    columns: tuple[str, ...], groups: int
) -> None:
    programs, _ = programs_of(td.loads(SPEC), year(2018), None, columns)
    assert len(programs.groups) == groups


@pytest.mark.parametrize("columns", [FEW, COLUMNS])
@pytest.mark.parametrize("areas", ["all", ["kbh", "a01", "a39"]])
def test_its_rows_are_those_that_it_has_alone(
    columns: tuple[str, ...], areas: str | list[str]
) -> None:
    spec = td.loads(SPEC)
    found = td.evaluate(spec, FRAME, 2018, areas=areas, columns=columns, engine="duckdb")
    alone = td.evaluate(spec, FRAME, 2018, areas=areas, columns=columns, engine="local")
    assert (found.engine, alone.engine) == ("duckdb", "local")
    assert sorted(map(str, found)) == sorted(map(str, alone))


def test_a_series_that_breaks_in_one_area_is_judged_by_itself() -> None:
    spec = td.loads(f'{SPEC}break 2017 in utryg for kbh because "new form"\n')
    programs, _ = programs_of(spec, year(2018), None, FEW)
    assert len(programs.groups) == 2

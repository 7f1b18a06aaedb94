"""Any table of observations, laid out in the ways that people lay them out, reads back equal."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.read import read_files

SPEC = td.loads(
    """
    area kbh    "København"
    area amager "Amager Øst"
    area aarhus "Århus"
    indicator indbrud "Indbrud i beboelse", count, lower is better
    indicator vold    "Vold og trusler",    count, lower is better
    indicator utryg   "Andel utrygge",      percent, lower is better
    indbrud <= 48
    """
)
INDICATORS = {own: each.title or own for own, each in SPEC.indicators.items()}
AREAS = {own: each.title or own for own, each in SPEC.areas.items()}
Figures = Mapping[tuple[str, str, int], float]
Write = Callable[[str, str, int], str]


@dataclass(frozen=True)
class Table:
    """Figures, of which none may be missing in every year, and how their numbers are written."""

    figures: Figures
    indicators: Sequence[str]
    areas: Sequence[str]
    years: Sequence[int]
    decimal: str
    missing: str

    def cell(self, indicator: str, area: str, year: int) -> str:
        value = self.figures.get((indicator, area, year))
        return self.missing if value is None else f"{value:g}".replace(".", self.decimal)


def long(table: Table) -> list[list[str]]:
    rows = [
        [INDICATORS[i], AREAS[a], str(y), table.cell(i, a, y)]
        for y in table.years
        for a in table.areas
        for i in table.indicators
    ]
    return [["Indikator", "Område", "År", "Værdi"], *rows]


def measures(table: Table) -> list[list[str]]:
    rows = [
        [AREAS[a], str(y), *(table.cell(i, a, y) for i in table.indicators)]
        for a in table.areas
        for y in table.years
    ]
    return [["Område", "År", *(INDICATORS[i] for i in table.indicators)], *rows]


def years_across(table: Table) -> list[list[str]]:
    rows = [
        [INDICATORS[i], AREAS[a], *(table.cell(i, a, y) for y in table.years)]
        for i in table.indicators
        for a in table.areas
    ]
    return [["Indikator", "Område", *map(str, table.years)], *rows]


def grouped(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [["Tal fra kommunen"], ["", *map(str, table.years)]]
    for i in table.indicators:
        rows.append([INDICATORS[i], *("" for _ in table.years)])
        rows += ([AREAS[a], *(table.cell(i, a, y) for y in table.years)] for a in table.areas)
    return rows


def two_headings(table: Table) -> list[list[str]]:
    over = [text for a in table.areas for text in (AREAS[a], *([""] * (len(table.years) - 1)))]
    years = [str(y) for _ in table.areas for y in table.years]
    rows = [
        [INDICATORS[i], *(table.cell(i, a, y) for a in table.areas for y in table.years)]
        for i in table.indicators
    ]
    return [["Indikator", *over], ["", *years], *rows]


LAYOUTS = [long, measures, years_across, grouped, two_headings]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    indicators = draw(st.lists(st.sampled_from(list(INDICATORS)), min_size=1, unique=True))
    areas = draw(st.lists(st.sampled_from(list(AREAS)), min_size=2, unique=True))
    first = draw(st.integers(1990, 2025))
    years = list(range(first, first + draw(st.integers(2, 5))))
    # Whole numbers and tenths; a tenth of its own settles the sign before decimals.
    values = st.integers(0, 99_999).map(float) | st.integers(0, 9_999).map(lambda n: n / 10)
    keys = [(i, a, y) for i in indicators for a in areas for y in years]
    given_values = {key: draw(st.none() | values) for key in keys}
    figures = {key: value for key, value in given_values.items() if value is not None}
    for i in indicators:  # a row without any figure is one that nobody writes down
        for a in areas:
            figures.setdefault((i, a, years[-1]), 0.5)
    decimal = draw(st.sampled_from([",", "."]))
    return Table(
        figures, indicators, areas, years, decimal, draw(st.sampled_from(["..", "", "NA"]))
    )


@pytest.mark.parametrize("lay_out", LAYOUTS)
@given(
    table=tables(),
    delimiter=st.sampled_from([";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
@settings(deadline=None)
def test_a_laid_out_table_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory,
    lay_out: Callable[[Table], list[list[str]]],
    table: Table,
    delimiter: str,
    encoding: str,
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(lay_out(table))
    path = tmp_path_factory.getbasetemp() / "laid-out.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    rows, found = read_files([path]).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen = {(o.key.indicator, o.key.area, o.key.period.year): o.value for o in figures}
    assert [f.code for f in (*found, *more) if f.code.startswith("E")] == []
    assert seen == table.figures

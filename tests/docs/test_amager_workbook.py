"""The Amager agreement judged on workbooks as an office keeps them, and on the CSV files."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.workbook import Sheet, Workbook, from_rows

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
SPEC = td.load(AMAGER / "amager-2017.tryghed")
AREAS = {"amager": "Amager Partnerskab", "kbh": "København"}
YEARS = range(2014, 2021)

Figures = Mapping[tuple[str, str, int], float]


def figures_of(name: str) -> Figures:
    with (AMAGER / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (row["indicator"], row["area"], int(row["period"])): float(row["value"])
        for row in rows
        if int(row["period"]) in YEARS
    }


def titles(figures: Figures) -> dict[str, str]:
    """What the sheets call the indicators: their titles in the spec, which are Danish."""
    ids = dict.fromkeys(indicator for indicator, _, _ in figures)
    return {own: SPEC.indicators[own].title or own for own in ids}


def areas_over_years(figures: Figures) -> list[Sheet]:
    """A title, the areas merged over their years, the years, and a line of sources."""
    over: list[object] = ["Indikator"]
    for title in AREAS.values():
        over += [title, *[None] * (len(YEARS) - 1)]
    rows: list[list[object]] = [["Tal til partnerskabsaftalen"], [], over]
    rows.append([None, *YEARS, *YEARS])
    for own, title in titles(figures).items():
        rows.append([title, *(figures.get((own, a, y)) for a in AREAS for y in YEARS)])
    rows += [[], ["Kilde: aftalen, politiet og kommunens undersøgelse"]]
    return [from_rows("Tal", rows, merged=["A1:O1", "A3:A4", "B3:H3", "I3:O3"])]


def a_sheet_for_each_area(figures: Figures) -> list[Sheet]:
    return [
        from_rows(
            title,
            [
                ["", *YEARS],
                *(
                    [name, *(figures.get((own, area, year)) for year in YEARS)]
                    for own, name in titles(figures).items()
                ),
            ],
        )
        for area, title in AREAS.items()
    ]


def a_sheet_for_each_year(figures: Figures) -> list[Sheet]:
    return [
        from_rows(
            str(year),
            [
                ["Indikator", *AREAS.values()],
                *(
                    [name, *(figures.get((own, area, year)) for area in AREAS)]
                    for own, name in titles(figures).items()
                ),
            ],
        )
        for year in YEARS
    ]


def years_as_rows(figures: Figures) -> list[Sheet]:
    """The indicators as columns, and the areas as headings of their own over the years."""
    rows: list[list[object]] = [["Område", "År", *titles(figures).values()]]
    for area, title in AREAS.items():
        for year in YEARS:
            values = [figures.get((own, area, year)) for own in titles(figures)]
            rows.append([title, year, *values])
    return [from_rows("Ark1", rows)]


def told(report: td.Report) -> list[tuple[object, ...]]:
    return [
        (target.id, target.verdict, target.reason, target.value, target.limit) for target in report
    ]


@pytest.mark.parametrize("name", ["figures-published.csv", "figures-example.csv"])
@pytest.mark.parametrize(
    "laid_out", [areas_over_years, a_sheet_for_each_area, a_sheet_for_each_year, years_as_rows]
)
def test_a_workbook_gives_the_verdicts_of_the_csv(
    tmp_path: Path, name: str, laid_out: Callable[[Figures], list[Sheet]]
) -> None:
    path = Workbook(laid_out(figures_of(name))).write(tmp_path / "amager.xlsx")
    for year in range(2016, 2021):
        by_hand = td.evaluate(SPEC, AMAGER / name, as_of=year)
        assert told(td.evaluate(SPEC, path, as_of=year)) == told(by_hand)


def test_the_evidence_is_the_very_cell(tmp_path: Path) -> None:
    figures = figures_of("figures-published.csv")
    path = Workbook(areas_over_years(figures)).write(tmp_path / "amager.xlsx")
    report = td.evaluate(SPEC, path, as_of=2020)
    seen = {(e.area, e.period): (e.file, e.sheet, e.cell) for e in report["utryg"].evidence}
    # 2014 stands in B and I, so that 2016 is in D and K, and 2020 in H and O.
    assert seen == {
        ("amager", "2020"): ("amager.xlsx", "Tal", "H5"),
        ("kbh", "2020"): ("amager.xlsx", "Tal", "O5"),
        ("amager", "2016"): ("amager.xlsx", "Tal", "D5"),
        ("kbh", "2016"): ("amager.xlsx", "Tal", "K5"),
    }

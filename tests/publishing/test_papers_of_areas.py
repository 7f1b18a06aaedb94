"""The reports of many areas as papers and tables, read by other means than they were written."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("openpyxl")

import python_calamine

from support.areas import overview_of, written
from support.papers import PdfPaper, WordPaper
from support.statuses import HOSTILE
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing import csv_table, docx_paper, markdown, pdf_paper, workbook
from tryghed_dsl.publishing.areas_paper import paper_of_areas
from tryghed_dsl.publishing.blocks import Heading, Picture
from tryghed_dsl.publishing.columns import harmless
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.records import replace
from tryghed_dsl.status.model import Mark
from tryghed_dsl.status.overview import Overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language
from tryghed_dsl.version import __version__

EXPECTED = Path(__file__).parent / "expected"
PLAIN = Theme()
NOTICE = "Opdigtede eksempeltal"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, example=True)
    return tmp_path


def word(overview: Overview) -> WordPaper:
    return WordPaper(docx_paper.rendered_areas(overview, PLAIN))


def pdf(overview: Overview) -> PdfPaper:
    return PdfPaper(pdf_paper.rendered_areas(overview, PLAIN))


def sheets(overview: Overview) -> dict[str, list[list[Any]]]:
    book = python_calamine.load_workbook(BytesIO(workbook.rendered_areas(overview, PLAIN)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def lines(overview: Overview) -> str:
    """The workbook as text."""
    told = []
    for name, rows in sheets(overview).items():
        told += [f"== {name}", *(" | ".join(map(str, row)) for row in rows)]
    return "\n".join(told) + "\n"


def table(overview: Overview) -> str:
    text = csv_table.rendered_areas(overview, PLAIN).decode("utf-8-sig")
    return text.replace("\r\n", "\n")


TEXTS: dict[str, Callable[[Overview], str]] = {
    "docx.txt": lambda overview: word(overview).text(),
    "pdf.txt": lambda overview: pdf(overview).text(),
    "workbook.txt": lines,
    "csv": table,
    "md": lambda overview: markdown.rendered_areas(overview, PLAIN).decode(),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ending", TEXTS)
def test_many_areas_are_told_of(
    ending: str, language: Language, folder: Path, golden: Callable[[Path, str], None]
) -> None:
    text = TEXTS[ending](overview_of(folder, language=language))
    golden(EXPECTED / f"areas-{language.value}.{ending}", text.replace(__version__, "(version)"))


@pytest.mark.parametrize("form", [docx_paper, pdf_paper, workbook, csv_table, markdown])
def test_the_same_areas_are_the_same_file(form: Any, folder: Path) -> None:
    overview = overview_of(folder)
    assert form.rendered_areas(overview, PLAIN) == form.rendered_areas(overview, PLAIN)


def test_each_area_begins_a_page_under_its_name_with_the_notice(folder: Path) -> None:
    first, *areas, last = pdf(overview_of(folder)).pages()
    assert "Mål, der er opfyldt" not in first  # which is for those who do not see the chart
    assert [page.splitlines()[1] for page in areas] == [
        "Syd & <b>havn</b>: ✓ opfyldt",
        "Nord: ✗ ikke opfyldt",
        "Vest: ? kan ikke vurderes",
    ]
    assert "Metode og kilder" in last
    assert all(page.startswith(NOTICE) for page in (first, *areas, last))


def test_areas_are_the_bookmarks_of_the_paper(folder: Path) -> None:
    outline: list[Any] = list(pdf(overview_of(folder)).reader.outline)
    assert [str(mark.title) for mark in outline if not isinstance(mark, list)] == [
        "Statusrapport 2023",
        "Områderne",
        "Syd & <b>havn</b>: ✓ opfyldt",
        "Nord: ✗ ikke opfyldt",
        "Vest: ? kan ikke vurderes",
        "Ændringer i målene siden 2022",
        "Metode og kilder",
    ]


@pytest.mark.parametrize("full", [False, True])
def test_no_level_of_headings_is_left_out(*, full: bool, folder: Path) -> None:
    overview = overview_of(folder, full=full)
    levels = [b.level for b in paper_of_areas(overview, PLAIN) if isinstance(b, Heading)]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))
    kinds = [kind for kind in pdf(overview).kinds() if kind[0] == "H" and kind[1:].isdigit()]
    assert kinds == [f"H{level + 1}" for level in levels]
    names = {0: "title", 1: "heading 1", 2: "heading 2", 3: "heading 3"}
    assert [name for name, _ in word(overview).headings()] == [names[level] for level in levels]


def test_charts_and_figures_of_each_area_are_for_the_full_report(folder: Path) -> None:
    short, full = overview_of(folder), overview_of(folder, full=True)
    assert len(word(short).alternatives()) == 1
    parts = [part for area in full.areas for part in area.status.targets]
    charts = [part.chart.alternative for part in parts if part.chart is not None]
    assert len(charts) > 1
    assert word(full).alternatives()[1:] == charts
    assert [rows[0][0] for rows in word(short).tables()] == [
        "Område",
        *("Mål", "Mål", "Mål"),
        "Manglende tal",
    ]
    assert word(full).text().count("Reglen for hvert mål") == 1
    assert word(full).text().count("Metode og kilder") == 1


def test_the_chart_says_what_it_shows_and_the_table_has_headings(folder: Path) -> None:
    paper = pdf(overview_of(folder))
    (told,) = (str(e["/Alt"]) for kind, e in paper.elements() if kind == "Figure")
    assert told.startswith("Mål, der er opfyldt, område for område.")
    assert "Nord: 1 af 2 opfyldt" in told
    (headings, *rows), *_ = word(overview_of(folder)).tables()
    assert headings == ["Område", "Vurdering", "Mål", "✓ opfyldt", "✗ ikke opfyldt", *headings[5:]]
    assert rows[1] == ["Nord", "✗ ikke opfyldt", "1 af 2 opfyldt", "1", "1", "–"]


def test_a_spreadsheet_has_a_row_for_each_area_with_verdict_and_value(folder: Path) -> None:
    rows = list(csv.DictReader(StringIO(table(overview_of(folder))), delimiter=";"))
    assert [row["Navn"] for row in rows] == ["syd", "nord", "vest"]
    nord = rows[1]
    assert (nord["Indbrud"], nord["Indbrud, værdi"]) == ("ikke opfyldt", "45")
    assert (nord["opfyldt"], nord["ikke opfyldt"]) == ("1", "1")
    assert all(row["Forbehold"].startswith(NOTICE) for row in rows)
    told = sheets(overview_of(folder))
    assert list(told) == ["Overblik", "Områder", "Mål", "Anvendte tal", "Manglende tal"]
    assert all(rows[0][0].startswith(NOTICE) for rows in told.values())
    assert [row[0] for row in told["Områder"][2:]] == ["Syd & <b>havn</b>", "Nord", "Vest"]


@pytest.mark.parametrize("name", [*HOSTILE, "Ø" * 10_000])
def test_names_that_are_meant_to_do_harm_are_shown_as_they_stand(name: str, folder: Path) -> None:
    overview = hostile(overview_of(folder), name)
    shown = readable(name)
    assert ("heading 1", f"{shown}: ✗ ikke opfyldt") in word(overview).headings()
    text = pdf(overview).text()
    assert all(part in text for part in shown.split() if part.isascii())
    rows = list(csv.reader(StringIO(table(overview)), delimiter=";"))
    assert all(cell == harmless(cell) or cell.startswith("'") for row in rows for cell in row)
    assert harmless(name) in rows[0]
    text = markdown.rendered_areas(overview, PLAIN).decode()
    assert f"## {markdown.escaped(name)}: ✗ **ikke opfyldt**" in text


def hostile(overview: Overview, name: str) -> Overview:
    """An overview whose areas and targets are all called by a name."""
    areas = []
    for area in overview.areas:
        goals = tuple(
            replace(
                goal,
                title=name,
                targets=tuple(replace(p, row=replace(p.row, title=name)) for p in goal.targets),
            )
            for goal in area.status.goals
        )
        areas.append(replace(area, name=name, status=replace(area.status, goals=goals)))
    return replace(overview, areas=tuple(areas), agreement=name, notice=name)


def test_an_organisations_own_words_for_verdicts_stand_above_their_columns(folder: Path) -> None:
    theme = Theme(verdicts={Verdict.PASS: "i mål"})
    overview = overview_of(folder, theme=theme)
    assert overview.areas[0].status.mark == Mark(Verdict.PASS, "i mål")
    (headings, *_), *_ = word(overview).tables()
    assert "✓ i mål" in headings


def test_as_many_areas_as_there_are_municipalities_fill_sheets_in_order(folder: Path) -> None:
    overview = overview_of(folder)
    nord = overview.areas[1]
    many = tuple(replace(nord, name=f"Kommune {n}") for n in range(98))
    paper = paper_of_areas(replace(overview, areas=many), PLAIN)
    told = " ".join(block.alternative for block in paper if isinstance(block, Picture))
    assert all(f"Kommune {n}: 1 af 2 opfyldt" in told for n in range(98))
    headings = [b.text for b in paper if isinstance(b, Heading) and b.new_page]
    assert headings[:98] == [f"Kommune {n}: ✗ ikke opfyldt" for n in range(98)]
    assert len(headings) == 98 + 1  # and what holds for all of them

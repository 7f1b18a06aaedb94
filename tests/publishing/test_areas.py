"""The reports of many areas on one page: ranked, each with its own part."""

import re
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.running import run_command
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.given import read_figures
from tryghed_dsl.publishing import page
from tryghed_dsl.publishing.ranking import drawn
from tryghed_dsl.publishing.shapes import Text
from tryghed_dsl.status.making import Wanted
from tryghed_dsl.status.overview import Overview, areas_asked, judged_areas, overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

SPEC = """
area byen "Hele byen"
area nord "Nord"
area syd  "Syd & <b>havn</b>"
area vest "Vest"
areas bydele = nord, syd, vest
indicator indbrud "Indbrud", count, lower is better
indicator utryg   "Utrygge", percent, lower is better
indbrud <= 40
utryg <= 10, warn within 20%
"""
# Of two targets north meets one and south both; in the west nothing can be judged.
FIGURES = """\
indicator,area,period,value
indbrud,nord,2023,45
utryg,nord,2023,9
indbrud,syd,2023,35
utryg,syd,2023,8
indbrud,vest,2022,20
utryg,byen,2023,9
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.tryghed").write_text(SPEC, encoding="utf-8")
    (tmp_path / "a.csv").write_text(FIGURES, encoding="utf-8")
    return tmp_path


def made(folder: Path, asked: str, language: Language = Language.DA) -> Overview:
    spec = td.load(folder / "a.tryghed")
    figures, _ = read_figures(spec, folder / "a.csv", any_area=True)
    areas = areas_asked(spec, figures, asked)
    reports = list(judged_areas(spec, figures, "2023", areas))
    return overview(spec, figures, reports, Wanted(language))


def test_areas_stand_in_the_order_of_how_many_targets_are_met(folder: Path) -> None:
    parts = made(folder, "bydele").areas
    assert [(part.name, part.told) for part in parts] == [
        ("Syd & <b>havn</b>", "2 af 2 opfyldt"),
        ("Nord", "1 af 2 opfyldt"),
        ("Vest", "0 af 0 opfyldt"),
    ]
    assert [mark.verdict for mark in parts[1].marks] == [Verdict.PASS, Verdict.FAIL]


@pytest.mark.parametrize(
    ("asked", "areas"),
    [
        ("all", {"byen", "nord", "syd", "vest"}),
        ("bydele", {"nord", "syd", "vest"}),
        ("syd, nord,syd", {"syd", "nord"}),
    ],
)
def test_areas_are_asked_for_by_all_a_list_or_names(
    folder: Path, asked: str, areas: set[str]
) -> None:
    parts = made(folder, asked).areas
    assert {part.status.area for part in parts} == areas
    assert len(parts) == len(areas)


def test_the_chart_has_a_row_for_each_area_with_its_signs(folder: Path) -> None:
    (chart,) = drawn(made(folder, "bydele"), Theme(), 560)
    words = [shape.words for shape in chart.shapes if isinstance(shape, Text)]
    assert words[4:8] == ["Nord", "✓", "✗", "1 af 2 opfyldt"]
    assert "Nord: 1 af 2 opfyldt" in chart.alternative


def test_the_page_has_a_part_for_each_area_that_the_overview_leads_to(folder: Path) -> None:
    text = page.rendered_areas(made(folder, "bydele"), Theme()).decode()
    assert re.findall('href="#(.+?)"', text) == re.findall('id="(.+?)"', text)
    assert len(re.findall('id="area-', text)) == 3
    assert text.count("<h1>") == 1
    assert "<b>havn" not in text
    assert text.count("Metode og kilder") == 1


def test_the_command_writes_one_page(folder: Path) -> None:
    line = "tryghed report a.tryghed --data a.csv --as-of 2023 --areas bydele -o a.html"
    ran = run_command(line, folder)
    assert (ran.code, ran.out) == (0, "The status report is in a.html\n")
    assert "Targets that are met, by area" in (folder / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--areas bydele -o a.json", "`-o a.json` does not go with `--areas`"),
        ("--areas bydele --area nord -o a.html", "`--area` does not go with `--areas`"),
        ("--areas nowhere -o a.html", "E331"),
    ],
)
def test_what_does_not_go_with_many_areas_is_a_usage_error(
    folder: Path, words: str, told: str
) -> None:
    ran = run_command(f"tryghed report a.tryghed --data a.csv {words}", folder)
    assert ran.code == 2
    assert told in ran.err

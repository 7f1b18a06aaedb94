"""The reports of many areas on one page: ranked, each with its own part."""

import re
from pathlib import Path

import pytest

from support.areas import overview_of, written
from support.running import run_command
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing import page
from tryghed_dsl.publishing.formats import FORMATS_OF_AREAS
from tryghed_dsl.publishing.ranking import drawn
from tryghed_dsl.publishing.shapes import Text
from tryghed_dsl.status.theme import Theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path)
    return tmp_path


def test_areas_stand_in_the_order_of_how_many_targets_are_met(folder: Path) -> None:
    parts = overview_of(folder, "bydele").areas
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
    parts = overview_of(folder, asked).areas
    assert {part.status.area for part in parts} == areas
    assert len(parts) == len(areas)


def test_the_chart_has_a_row_for_each_area_with_its_signs(folder: Path) -> None:
    (chart,) = drawn(overview_of(folder, "bydele"), Theme(), 560)
    words = [shape.words for shape in chart.shapes if isinstance(shape, Text)]
    assert words[4:8] == ["Nord", "✓", "✗", "1 af 2 opfyldt"]
    assert "Nord: 1 af 2 opfyldt" in chart.alternative


def test_the_page_has_a_part_for_each_area_that_the_overview_leads_to(folder: Path) -> None:
    text = page.rendered_areas(overview_of(folder, "bydele"), Theme()).decode()
    assert re.findall('href="#(.+?)"', text) == re.findall('id="(.+?)"', text)
    assert len(re.findall('id="area-', text)) == 3
    assert text.count("<h1>") == 1
    assert "<b>havn" not in text
    assert text.count("Metode og kilder") == 1


def test_what_holds_for_all_areas_is_said_once(folder: Path) -> None:
    made = overview_of(folder, "bydele", theme=Theme(introduction=("Til udvalget.",)))
    assert made.facts[:2] == (("Periode", "2023"), ("Områder", "3"))
    assert made.summary == (
        "Aftalen er vurderet i 3 områder: 1 opfyldt, 1 ikke opfyldt og 1 kan ikke vurderes."
    )
    assert page.rendered_areas(made, Theme()).decode().count("Til udvalget.") == 1


@pytest.mark.parametrize("form", FORMATS_OF_AREAS)
def test_the_command_writes_many_areas_in_every_format_that_has_them(
    form: str, folder: Path
) -> None:
    line = f"tryghed report a.tryghed --data a.csv --as-of 2023 --areas bydele -o ud.{form}"
    ran = run_command(line, folder)
    assert (ran.code, ran.out) == (0, f"The status report is in ud.{form}\n")
    assert (folder / f"ud.{form}").stat().st_size


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

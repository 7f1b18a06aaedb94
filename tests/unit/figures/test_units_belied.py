"""Figures that say something else than their unit, and units that say thousands in words."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import year
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.multiples import multiple_of
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.findings.said import summary

PERCENT = td.loads('indicator x "X", percent, lower is better\nx <= 12%')
FRACTION = td.loads('indicator x "X", fraction, lower is better\nx <= 0.12')
COUNT = td.loads('indicator x "X", count, lower is better\nx <= 12')
MONEY = td.loads('indicator x "Udgift", money, lower is better\nx <= 12')


def codes(spec: td.Spec, *values: float, unit: str | None = None) -> list[str]:
    rows = [
        RawRow("x", "amager", year(2000 + at), value, Origin("f.csv", None, at), unit=unit)
        for at, value in enumerate(values, start=2)
    ]
    return [finding.code for finding in matched(spec, rows)[1]]


@pytest.mark.parametrize(
    ("spec", "values", "told"),
    [
        (PERCENT, (0.12, 0.4), ["W324"]),
        (PERCENT, (0.12, 1, 0), ["W324"]),
        (PERCENT, (0, 1), []),  # 0 and 1 percent
        (PERCENT, (0.12, 12), []),
        (PERCENT, (0, 100), []),
        (PERCENT, (12, 100.1), ["W325"]),
        (PERCENT, (12, -1), ["W325"]),
        (FRACTION, (0.12, 1), []),
        (FRACTION, (12, 0.5), ["W325"]),
        (COUNT, (12, 0), []),
        (COUNT, (12, 1.5), ["W326"]),
        (COUNT, (-1,), ["W326"]),
        (COUNT, (0.1 + 0.2 + 0.7, 1e15), []),  # whole but for the last digit
        (MONEY, (-0.5,), []),
    ],
)
def test_figures_that_belie_their_unit(
    spec: td.Spec, values: tuple[float, ...], told: list[str]
) -> None:
    assert codes(spec, *values) == told


def test_percentages_below_one_that_the_file_calls_percent_are_believed() -> None:
    assert codes(PERCENT, 0.12, 0.4, unit="procent") == []


def test_the_figure_and_its_cell_are_named() -> None:
    row = RawRow("x", "amager", year(2018), 150, Origin("f.xlsx", "Ark1", 4, cell="D4"))
    (found,) = matched(PERCENT, [row])[1]
    assert str(found.where) == "f.xlsx:Ark1!D4"
    assert "150" in summary(found)


@pytest.mark.parametrize(
    ("text", "of_unit", "by"),
    [
        ("1.000 kr.", True, 1e3),
        ("1000 kr.", True, 1e3),
        ("1,000 persons", True, 1e3),
        ("1 000 kr", True, 1e3),
        ("tkr.", True, 1e3),
        ("tusind kr.", True, 1e3),
        ("t.kr.", True, 1e3),
        ("thousands", True, 1e3),
        ("Mio. kr.", True, 1e6),
        ("1.000.000 kr.", True, 1e6),
        ("Millioner kr.", True, 1e6),
        ("Udgifter (mio. kr.)", True, 1e6),
        ("millions", True, 1e6),
        ("Mia. kr.", True, 1e9),
        ("mrd.", True, 1e9),
        ("milliarder kroner", True, 1e9),
        ("billion euro", True, 1e9),
        ("Antal anmeldelser (1.000)", False, 1e3),
        ("Udgifter i 1.000 kr. efter område", False, 1e3),
        ("Mio. kr.", False, 1e6),
        ("pr. 1.000 indbyggere", True, None),
        ("Anmeldelser pr. 1.000 indbyggere", False, None),
        ("per 1,000 persons", True, None),
        ("Indbrud", True, None),
        ("1.000,5", True, None),
        ("10.000", True, None),
        ("De 1.000 mest udsatte", False, None),
        ("1.000 borgere har svaret", False, None),
        ("millionærkvarteret", True, None),
        ("antal", True, None),
    ],
)
def test_multiples_in_words(text: str, *, of_unit: bool, by: float | None) -> None:
    assert multiple_of(text, of_unit=of_unit) == by


def read(folder: Path, text: str, scale: dict[str, float]) -> tuple[list[float], list[str]]:
    path = folder / "tal.csv"
    path.write_text(text, encoding="utf-8")
    rows, found = read_files([path], Options(scale=scale)).named(MONEY)
    figures, more = matched(MONEY, rows)
    return [seen.value for seen in figures], [finding.code for finding in (*found, *more)]


THOUSANDS = [
    "Indikator;Område;År;Enhed;Værdi\nX;København;2018;1.000 kr.;120\n",
    "Indikator;Område;År;1.000 kr.\nX;København;2018;120\n",
    "Udgift (1.000 kr.)\n\nOmråde;2018\nKøbenhavn;120\n",
]


@pytest.mark.parametrize("text", THOUSANDS)
def test_thousands_are_told_and_not_multiplied(tmp_path: Path, text: str) -> None:
    values, found = read(tmp_path, text, {})
    assert values == [120]
    assert "W323" in found


@pytest.mark.parametrize("text", THOUSANDS)
@pytest.mark.parametrize("scale", [1000, 1])
def test_a_scale_that_is_said_settles_thousands(tmp_path: Path, text: str, scale: float) -> None:
    values, found = read(tmp_path, text, {"*": scale})
    assert values == [120 * scale]
    assert "W323" not in found


def test_thousands_of_what_the_spec_does_not_have_are_not_told(tmp_path: Path) -> None:
    text = (
        "Indikator;Område;År;Enhed;Værdi\n"
        "X;København;2018;kr.;120\nY;København;2018;1.000 kr.;120\n"
    )
    assert read(tmp_path, text, {})[1] == ["W306"]


def test_two_units_of_one_figure_are_named_where_they_disagree(tmp_path: Path) -> None:
    text = "Indikator;Område;År;Enhed;Værdi\nX;A;2018;kr.;120\nX;A;2018;euro;16\n"
    path = tmp_path / "tal.csv"
    path.write_text(text, encoding="utf-8")
    rows, _ = read_files([path]).named(MONEY)
    (found,) = matched(MONEY, rows)[1]
    assert (found.code, found.args["unit"], found.args["other"]) == ("E304", "kr.", "euro")

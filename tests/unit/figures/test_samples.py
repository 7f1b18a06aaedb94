"""Published text files as their readers save them; what they hold was looked up in them by eye."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.findings.finding import Finding

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "statbank"
pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason="the published samples are not here")


def read(name: str, text: str, options: Options) -> tuple[Figures, list[Finding]]:
    spec = td.loads(text)
    rows, found = read_files([SAMPLES / name], options).named(spec)
    figures, more = matched(spec, rows)
    return figures, [*found, *more]


def cells(figures: Figures) -> dict[tuple[str, str, str], tuple[float, object]]:
    return {
        (o.key.indicator, o.key.area, str(o.key.period)): (o.value, o.origin.cell or o.origin.row)
        for o in figures
    }


PEOPLE = """
area kbh "København"
area aarhus "Aarhus"
indicator folketal "Folketal den 1. i kvartalet", count, lower is better
folketal <= 1000000
"""


def test_one_figure_a_row_with_quarters() -> None:
    figures, found = read("api_long_utf8.csv", PEOPLE, Options())
    read_cells = cells(figures)
    assert len(read_cells) == 2 * 59, "from the first quarter of 2008 to the third of 2022"
    assert read_cells["folketal", "kbh", "2008Q1"] == (509861, 2)
    assert [f.code for f in found] == ["N369"], "the other municipalities"


CHANGES = """
area kbh "København"
area aalborg "Aalborg"
indicator folk "Befolkningen ultimo indeværende år", count, lower is better
folk <= 1000000
"""


def test_years_as_columns_under_labels_of_their_own() -> None:
    name = "interactive_wide_latin1.csv"
    _, found = read(name, CHANGES, Options())
    assert [f.code for f in found if f.code.startswith("E")] == ["E365"], "men, women: no total"


def test_labels_without_a_heading_are_called_by_their_number() -> None:
    both, _ = read("interactive_wide_latin1.csv", CHANGES, Options(sum=("#2",)))
    assert cells(both)["folk", "kbh", "2006"] == (248190 + 255509, "D6")
    women, _ = read("interactive_wide_latin1.csv", CHANGES, Options(select={"#2": ("Kvinder",)}))
    assert cells(women)["folk", "kbh", "2006"] == (255509, "D106")


MEN = """
area kbh "København"
area aalborg "Aalborg"
indicator mænd    "Mænd",    count, lower is better
indicator kvinder "Kvinder", count, lower is better
mænd <= 1000000
"""


def test_the_labels_may_be_the_indicators() -> None:
    figures, found = read("interactive_wide_latin1.csv", MEN, Options())
    read_cells = cells(figures)
    assert len(read_cells) == 2 * 2 * 16
    assert read_cells["mænd", "kbh", "2006"] == (248190, "D6")
    assert read_cells["mænd", "kbh", "2021"] == (317919, "S6")
    told = {f.code for f in found}
    assert told == {"N308", "W305", "N369", "N391"}, "no UTF-8; other municipalities; one movement"


CRIME = """
area kbh "København"
area frederiksberg "Frederiksberg"
indicator anmeldt "Anmeldte forbrydelser", count, lower is better
anmeldt <= 100000
"""


def test_lost_letters_are_told_and_never_guessed() -> None:
    name = "interactive_wide_damaged_letters.csv"
    figures, found = read(name, CRIME, Options(indicator="anmeldt"))
    read_cells = cells(figures)
    assert read_cells["anmeldt", "frederiksberg", "2007Q1"] == (1907, "C3")
    assert {area for _, area, _ in read_cells} == {"frederiksberg"}
    lost = next(f for f in found if f.code == "W363")
    assert str(lost.args["shown"]).startswith("`K\ufffdbenhavn` (C2)")


def test_lost_letters_may_be_said_by_hand() -> None:
    options = Options(indicator="anmeldt", areas={"K\ufffdbenhavn": "kbh"})
    figures, _ = read("interactive_wide_damaged_letters.csv", CRIME, options)
    assert cells(figures)["anmeldt", "kbh", "2007Q1"] == (21462, "C2")

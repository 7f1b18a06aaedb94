"""Parts, targets and other measures beside figures: never taken for figures of the whole."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.read import read_files

SPEC = td.loads(
    """
    area kbh    "København"
    area amager "Amager"
    indicator indbrud "Indbrud", count, lower is better
    indicator utryg   "Andel utrygge", percent, lower is better
    indbrud <= 48
    """
)
NOTHING = Options()


def read(folder: Path, text: str, options: Options = NOTHING) -> tuple[dict[str, float], list[str]]:
    """The figures by what they are of, and the findings with what they name."""
    path = folder / "tal.csv"
    path.write_text(text.strip("\n") + "\n", encoding="utf-8")
    rows, found = read_files([path], options).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen = {f"{o.key.indicator} {o.key.area} {o.key.period}": o.value for o in figures}
    told = [f"{f.code} {f.args.get('parts', f.args.get('shown', ''))}" for f in (*found, *more)]
    return seen, [text.strip() for text in told if "N362" not in text]


IN_2018 = {"indbrud amager 2018": 45}
BOTH = {**IN_2018, "indbrud amager 2019": 20}


def headed(heading: str) -> str:
    return f"Indbrud;2018;{heading}\nAmager;45;20\n"


NAMED = Options(indicator="indbrud")


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("2019 (jan-jun)", "jan-jun"),
        ("2019 (til og med juni)", "til og med juni"),
        ("1.-3. kvt. 2019", "1.-3. kvt"),
        ("jan-sep 2019", "jan-sep"),
        ("2019 YTD", "YTD"),
        ("Uge 12 2019", "Uge 12"),
    ],
)
def test_a_word_beside_one_year_of_several_is_never_thrown_away(
    tmp_path: Path, heading: str, word: str
) -> None:
    assert read(tmp_path, headed(heading), NAMED) == ({}, [f'E365 `""`, `{word}`'])


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("Mål 2019", "Mål"),
        ("Budget 2019", "Budget"),
        ("Forventet 2019", "Forventet"),
        ("Prognose 2019", "Prognose"),
        ("Indeks 2019", "Indeks"),
        ("Rang 2019", "Rang"),
        ("Indbrud mål 2019", "Indbrud mål"),
        ("Baseline 2015", "Baseline"),
        ("Pct. 2019", "Pct"),
        ("Pr. 1.000 indb. 2019", "Pr. 1.000 indb"),
    ],
)
def test_what_is_no_result_is_left_out_and_told(tmp_path: Path, heading: str, word: str) -> None:
    seen, told = read(tmp_path, headed(heading), NAMED)
    assert seen == IN_2018
    assert [text.rstrip("`.") for text in told] == [f"N390 `{word}"]


def test_what_was_left_out_can_be_chosen(tmp_path: Path) -> None:
    chosen = Options(indicator="indbrud", select={"#2": ("Mål",)})
    assert read(tmp_path, headed("Mål 2019"), chosen)[0] == {"indbrud amager 2019": 20}
    plain = Options(indicator="indbrud", select={"#2": ("",)})
    assert read(tmp_path, headed("jan-jun 2019"), plain)[0] == IN_2018


@pytest.mark.parametrize("heading", ["2019*", "2019 1)", "Ultimo 2019", "I alt 2019"])
def test_marks_that_change_nothing_pass(tmp_path: Path, heading: str) -> None:
    assert read(tmp_path, headed(heading), NAMED) == (BOTH, [])


def test_a_provisional_year_is_flagged(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text(headed("2019 (foreløbig)"), encoding="utf-8")
    rows, found = read_files([path], NAMED).named(SPEC)
    assert not found
    assert [(str(row.period), row.flags) for row in rows] == [
        ("2018", ()),
        ("2019", ("provisional",)),
    ]


@pytest.mark.parametrize("heading", ["Indeks (2015=100)", "2019-20", "2014-2016"])
def test_what_is_no_year_is_a_column_that_was_not_used(tmp_path: Path, heading: str) -> None:
    assert read(tmp_path, headed(heading), NAMED) == (IN_2018, ["N360"])


def test_a_word_in_every_heading_is_taken_and_told(tmp_path: Path) -> None:
    text = "Indbrud;Pr. 1. januar 2018;Pr. 1. januar 2019\nAmager;45;20\n"
    assert read(tmp_path, text, NAMED) == (BOTH, ["N391 `Pr. 1. januar`"])


# ------------------------------------------------------------------ measures beside each other


def test_the_column_that_fits_the_unit_is_taken(tmp_path: Path) -> None:
    text = "Indikator;Område;År;Procent;Antal\nAndel utrygge;Amager;2018;12,5;1204\n"
    assert read(tmp_path, text) == ({"utryg amager 2018": 12.5}, ["N390 `Antal`"])
    text = "Indikator;Område;År;Andel;Antal\nIndbrud;Amager;2018;12,5;1204\n"
    assert read(tmp_path, text) == ({"indbrud amager 2018": 1204}, ["N390 `Andel`"])


def test_an_unused_column_tells_the_decimal_sign(tmp_path: Path) -> None:
    text = "Indikator;Område;År;Antal;Andel\nIndbrud;Amager;2018;1.200;12,5\n"
    assert read(tmp_path, text)[0] == {"indbrud amager 2018": 1200}


def test_measures_that_nothing_tells_apart_are_refused(tmp_path: Path) -> None:
    text = "Indikator;Område;År;Antal;Antal børn\nIndbrud;Amager;2018;45;3\n"
    assert read(tmp_path, text) == ({}, ["E365 `Antal`, `Antal børn`"])


# ------------------------------------------------------------------ parts of the population


def test_men_in_one_year_and_women_in_the_next_are_no_series(tmp_path: Path) -> None:
    text = "Område;Køn;År;Indbrud\nAmager;Mænd;2018;30\nAmager;Kvinder;2019;31\n"
    assert read(tmp_path, text) == ({}, ["E365 `Mænd`, `Kvinder`"])


def test_a_part_where_others_have_their_total_is_no_whole(tmp_path: Path) -> None:
    text = "Område;Køn;År;Indbrud\nAmager;Mænd;2018;30\nKøbenhavn;I alt;2018;900\n"
    assert read(tmp_path, text) == ({}, ["E365 `Mænd`, `I alt`"])


def test_parts_without_a_total_do_not_vanish(tmp_path: Path) -> None:
    text = """
Område;Køn;År;Indbrud
Amager;I alt;2018;45
Amager;Mænd;2018;30
København;Mænd;2018;500
København;Kvinder;2018;400
"""
    assert read(tmp_path, text) == ({}, ["E365 `Mænd`, `Kvinder`, `I alt`"])


def test_parts_of_what_the_spec_does_not_have_refuse_nothing(tmp_path: Path) -> None:
    text = """
Område;Køn;År;Indbrud
Amager;I alt;2018;45
Valby;Mænd;2018;30
Valby;Kvinder;2018;20
"""
    assert read(tmp_path, text) == (IN_2018, ["W305"])


def test_one_part_alone_is_told(tmp_path: Path) -> None:
    text = "Område;Alder;År;Indbrud\nAmager;15-24 år;2018;45\n"
    assert read(tmp_path, text) == (IN_2018, ["N391 `15-24 år` (`Alder`)"])


def test_remarks_and_codes_part_nothing(tmp_path: Path) -> None:
    text = "Område;År;Indbrud;Bemærkning\nAmager;2018;45;ny opgørelse\nAmager;2019;20;\n"
    assert read(tmp_path, text) == (BOTH, [])
    text = ";Område;År;Indbrud\n0;Amager;2018;45\n1;Amager;2019;20\n"
    assert read(tmp_path, text) == (BOTH, [])


def test_what_makes_no_difference_can_be_said(tmp_path: Path) -> None:
    text = "Område;Hold;År;Indbrud\nAmager;a;2018;45\nAmager;b;2019;20\n"
    assert read(tmp_path, text) == ({}, ["E365 `a`, `b`"])
    assert read(tmp_path, text, Options(columns={"Hold": "nothing"})) == (BOTH, [])


# ------------------------------------------------------------------ parts of a year


def test_quarters_and_their_year_are_both_kept(tmp_path: Path) -> None:
    quarters = {f"indbrud amager 2018Q{n}": n for n in range(1, 5)} | {"indbrud amager 2018": 10}
    text = "Indbrud;2018;;;;\n;1. kvt.;2. kvt.;3. kvt.;4. kvt.;I alt\nAmager;1;2;3;4;10\n"
    assert read(tmp_path, text, NAMED) == (quarters, [])
    rows = "".join(f"Amager;2018;{n}. kvartal;{n}\n" for n in range(1, 5))
    text = f"Område;År;Kvartal;Indbrud\n{rows}Amager;2018;I alt;10\n"
    assert read(tmp_path, text) == (quarters, [])


# ------------------------------------------------------------------ periods over the figures


@pytest.mark.parametrize(
    "title",
    [
        "Udtrukket 03-05-2019",
        "Sidst opdateret: 2019",
        "Udskrevet den 3. maj 2019",
        "Dato;03-05-2019",
    ],
)
def test_when_a_table_was_made_is_not_when_its_figures_are_from(tmp_path: Path, title: str) -> None:
    _, told = read(tmp_path, f"{title}\n\n;Amager;København\nIndbrud;45;900\nVold;1;2\n")
    assert told == ["E302"]

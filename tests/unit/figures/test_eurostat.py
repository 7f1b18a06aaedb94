"""Eurostat's TSV: what its data browser saves, and what goes wrong in it."""

from pathlib import Path

import pytest

from tryghed_dsl.figures.beginnings import is_eurostat
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Role
from tryghed_dsl.figures.eurostat import read_eurostat
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.findings.finding import Finding, InFile

SAMPLE = (
    Path(__file__).parents[3] / ".." / "shared" / "samples" / "eurostat" / "env_wasmun_excerpt.tsv"
)
HEADER = "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \n"


def read(
    folder: Path, text: str, options: Options = NOTHING_SAID, name: str = "crim_off.tsv"
) -> tuple[list[Cube], list[Finding]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_eurostat(path, options)


def one(folder: Path, text: str, options: Options = NOTHING_SAID) -> Cube:
    cubes, found = read(folder, text, options)
    assert found == []
    (cube,) = cubes
    return cube


def told(folder: Path, text: str) -> list[tuple[str, int | None]]:
    """The codes and rows of what is found."""
    _, found = read(folder, text)
    return [(each.code, each.where.row if each.where is not None else None) for each in found]


def test_a_small_file_is_read_whole(tmp_path: Path) -> None:
    cube = one(tmp_path, f"{HEADER}A,NR,DK\t1.5 \t2 p\nA,NR,SE\t: \t-4 b\n")
    assert cube.dimensions == (
        Dimension("freq"),
        Dimension("unit"),
        Dimension("geo", Role.AREA),
        Dimension("TIME_PERIOD", Role.PERIOD),
    )
    assert cube.titles == ("crim_off",)
    found = [
        (tuple(each.text for each in entry.categories), entry.value, entry.flags, entry.origin.row)
        for entry in cube.entries
    ]
    assert found == [
        (("A", "NR", "DK", "2019"), 1.5, (), 2),
        (("A", "NR", "DK", "2020"), 2, ("provisional",), 2),
        (("A", "NR", "SE", "2020"), -4, ("break",), 3),
    ]
    assert cube.missing == 1
    assert {entry.unit for entry in cube.entries} == {None}
    assert cube.entries[0].categories[2] is cube.entries[1].categories[2]


@pytest.mark.parametrize(
    ("written", "value", "flags"),
    [
        ("7 ", 7, ()),
        ("7", 7, ()),
        ("1.5 be", 1.5, ("break", "estimated")),
        ("1.5be", 1.5, ("break", "estimated")),
        ("0 i", 0, ("estimated",)),
        ("3 du", 3, ("other-definition", "unreliable")),
        ("3 s", 3, ("estimated",)),
        ("3 bz", 3, ("break", "z")),
        ("1e3 e", 1000, ("estimated",)),
        ("2e", 2, ("estimated",)),
        ("-0.25 ", -0.25, ()),
    ],
)
def test_letters_beside_a_figure_are_flags(
    tmp_path: Path, written: str, value: float, flags: tuple[str, ...]
) -> None:
    cube = one(tmp_path, f"{HEADER}A,NR,DK\t{written}\t: \n")
    (entry,) = cube.entries
    assert (entry.value, entry.flags) == (value, flags)


@pytest.mark.parametrize("written", [": ", ":", ": c", ":c", ":u", ": z", ": be", ""])
def test_a_colon_is_missing_whatever_stands_beside_it(tmp_path: Path, written: str) -> None:
    cube = one(tmp_path, f"{HEADER}A,NR,DK\t{written}\t5 \n")
    assert ([entry.value for entry in cube.entries], cube.missing) == ([5], 1)


def test_what_is_said_of_a_source_wins(tmp_path: Path) -> None:
    said = Options(suppressed={": c": 4.0}, zero=("-",), flags={"p": "foreløbig"})
    cube = one(tmp_path, f"{HEADER}A,NR,DK\t: c\t- \nA,NR,SE\t: \t1 p\n", said)
    assert [(entry.value, entry.most, entry.flags) for entry in cube.entries] == [
        (0, 4, ("suppressed",)),
        (0, None, ()),
        (1, None, ("foreløbig",)),
    ]


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ("2020", "2020"),
        ("2020-S2", "2020H2"),
        ("2020S1", "2020H1"),
        ("2020-Q4", "2020-Q4"),
        ("2020M02", "2020M02"),
        ("2020-02", "2020-02"),
    ],
)
def test_half_years_get_a_code_that_is_a_period(tmp_path: Path, period: str, code: str) -> None:
    cube = one(tmp_path, f"geo\\time\t{period} \nDK\t1 \n")
    assert cube.categories(1) == [Category(period, code)]


def test_areas_may_stand_as_columns(tmp_path: Path) -> None:
    cube = one(tmp_path, "unit,time\\geo\tDK \tSE \nNR,2019\t1 \t2 \n")
    assert [dimension.role for dimension in cube.dimensions] == [None, Role.PERIOD, Role.AREA]
    assert cube.categories(2) == [Category("DK", "DK"), Category("SE", "SE")]


def test_the_data_set_is_named_by_the_file(tmp_path: Path) -> None:
    (cube,), _ = read(tmp_path, f"{HEADER}A,NR,DK\t1 \t2 \n", name="estat_crim_off.tsv")
    assert cube.titles == ("estat_crim_off", "crim_off")


def test_line_ends_and_blank_lines_do_not_matter(tmp_path: Path) -> None:
    text = f"\ufeff{HEADER}\nA,NR,DK\t1 \t2 \n\n".replace("\n", "\r\n")
    cube = one(tmp_path, text)
    assert [entry.origin.row for entry in cube.entries] == [3, 3]


# ------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("A,NR,DK\t1 ", "E314"),
        ("A,NR,DK\t1 \t2 \t3 ", "E314"),
        ("A,NR,DK", "E314"),
        ("A,DK\t1 \t2 ", "E314"),
        ("A,NR,X,DK\t1 \t2 ", "E314"),
        ("A,NR,DK\t1 \tx? ", "E303"),
        ("A,NR,DK\t1 \t1,5 ", "E303"),
        ("A,NR,DK\t1 \t- ", "E303"),
        ("A,NR,DK\t1 \t1.2.3 p", "E303"),
        ("A,NR,DK\t1 \tNaN ", "E313"),
        ("A,NR,DK\t1 \t1e999 ", "E313"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(tmp_path: Path, line: str, code: str) -> None:
    assert told(tmp_path, f"{HEADER}A,NR,SE\t1 \t2 \n{line}\n") == [(code, 3)]


def test_the_period_of_a_cell_that_is_no_figure_is_told(tmp_path: Path) -> None:
    _, found = read(tmp_path, f"{HEADER}A,NR,DK\t1 \tx? \n")
    assert found == [Finding("E303", (), {"written": "x?"}, InFile("crim_off.tsv", 2, "2020"))]


def test_a_file_that_is_cut_short_is_told(tmp_path: Path) -> None:
    whole = f"{HEADER}A,NR,DK\t10 \t20 \nA,NR,SE\t30 \t401 p"
    assert told(tmp_path, whole) == []
    assert told(tmp_path, whole[:-2]) == [("E341", 3)]
    assert told(tmp_path, whole[:-3]) == [("E341", 3)]
    assert told(tmp_path, whole[:-6]) == [("E314", 3)]


def test_a_file_whose_blanks_an_editor_took_away_is_read(tmp_path: Path) -> None:
    text = "\n".join(line.rstrip() for line in f"{HEADER}A,NR,DK\t10 \t20 ".split("\n"))
    assert [entry.value for entry in one(tmp_path, text).entries] == [10, 20]


def test_only_so_many_faults_are_told(tmp_path: Path) -> None:
    found = told(tmp_path, HEADER + "A,NR,DK\t? \t? \n" * 500)
    assert {code for code, _ in found} == {"E303"}
    assert len(found) < 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("E312", None)]),
        ("\n \n", [("E312", None)]),
        (HEADER, [("E312", None)]),
        ("indicator\tvalue\nvold\t3\n", [("E341", 1)]),
        ("a\0b", [("E320", None)]),
    ],
)
def test_a_file_of_another_kind_is_told(
    tmp_path: Path, text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert told(tmp_path, text) == expected


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, found = read_eurostat(tmp_path / "ingen.tsv", NOTHING_SAID)
    assert [finding.code for finding in found] == ["E301"]


def test_a_file_is_known_by_its_beginning() -> None:
    assert is_eurostat(HEADER)
    assert is_eurostat("\ufeffunit,geo\\time\t2015 \t")
    assert is_eurostat("geo\\TIME_PERIOD")
    assert is_eurostat("unit,time\\geo\tDK ")
    assert not is_eurostat("indicator\tarea\tperiod\tvalue\n")
    assert not is_eurostat("sti\\fil\t2015\n")
    assert not is_eurostat("x\ngeo\\time\t")
    assert not is_eurostat("")


# ------------------------------------------------------------------ a published file


def test_a_published_file() -> None:
    if not SAMPLE.exists():
        pytest.skip("the published file is not here")
    assert is_eurostat(SAMPLE.read_text(encoding="utf-8")[:200])
    (cube,), found = read_eurostat(SAMPLE, NOTHING_SAID)
    assert found == []
    assert cube.titles == ("env_wasmun_excerpt",)
    names = [dimension.name for dimension in cube.dimensions]
    assert names == ["freq", "wst_oper", "unit", "geo", "TIME_PERIOD"]
    assert len(cube.entries) + cube.missing == 8 * 15
    assert cube.missing == 9
    found_at = {
        (entry.categories[1].text, entry.categories[3].text, entry.categories[4].text): entry
        for entry in cube.entries
    }
    recovered = found_at["DSP_I_RCV_E", "DK", "2011"]
    assert (recovered.value, recovered.flags) == (474, ("break",))
    polish = found_at["DSP_I", "PL", "2013"]
    assert (polish.value, polish.flags) == (5, ("break", "estimated"))
    assert found_at["DSP_I", "FR", "2024"].flags == ("estimated", "provisional")
    assert found_at["DSP_I", "EU27_2020", "2010"].flags == ("estimated",)
    assert ("DSP_I", "AL", "2024") not in found_at

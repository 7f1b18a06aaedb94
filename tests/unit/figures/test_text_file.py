"""Files of figures: what spreadsheets save, and what goes wrong in them."""

from pathlib import Path

import pytest

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import year
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.findings.finding import Expected, Finding, InFile, Listed

HEADER = "indicator;area;period;value"


def read(
    folder: Path, text: str | bytes, name: str = "figures.csv"
) -> tuple[list[RawRow], list[Finding]]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_files([path]).named(None)


def values(folder: Path, *written: str) -> tuple[list[float], list[str]]:
    """The numbers that a file with these values has, and the codes of what was found."""
    rows = "".join(f"x;a;{2000 + number};{text}\n" for number, text in enumerate(written))
    read_rows, found = read(folder, f"{HEADER}\n{rows}")
    return [row.value for row in read_rows], [finding.code for finding in found]


def told(found: list[Finding]) -> list[tuple[str, int | None, str | None]]:
    """The code, row and column of each finding."""
    assert all(finding.where is not None for finding in found)
    return [(f.code, f.where.row, f.where.column) for f in found if f.where is not None]


def simple(rows: list[RawRow]) -> list[tuple[str, str | None, str, float]]:
    return [(row.indicator, row.area, str(row.period), row.value) for row in rows]


# ------------------------------------------------------------------ separators


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_fields_are_parted_by_comma_semicolon_or_tab(tmp_path: Path, sign: str) -> None:
    text = f"{HEADER}\nvold;amager;2015;66\nvold;amager;2016;70\n".replace(";", sign)
    rows, found = read(tmp_path, text)
    assert simple(rows) == [("vold", "amager", "2015", 66), ("vold", "amager", "2016", 70)]
    assert found == []


def test_other_separators_may_stand_in_the_fields(tmp_path: Path) -> None:
    text = 'kilde, navn, år;indicator;area;period;value\n"a;b";Vold, trusler;amager;2015;66,5\n'
    rows, found = read(tmp_path, text)
    assert simple(rows) == [("Vold, trusler", "amager", "2015", 66.5)]
    assert found == []


def test_a_comma_between_fields_and_in_numbers(tmp_path: Path) -> None:
    rows, found = read(tmp_path, 'indicator,area,period,value\nutryg,amager,2015,"12,5"\n')
    assert simple(rows) == [("utryg", "amager", "2015", 12.5)]
    assert found == []


def test_blanks_around_fields_do_not_matter(tmp_path: Path) -> None:
    text = ' indicator , "area" , period,value\n utryg , "Amager Øst", 2015 ,\t12 \n'
    rows, found = read(tmp_path, text.replace('" ,', '",'))
    assert simple(rows) == [("utryg", "Amager Øst", "2015", 12)]
    assert found == []


def test_quotation_marks_are_doubled_or_stand_within_a_field(tmp_path: Path) -> None:
    text = f'{HEADER}\n"Bydelen ""Amager""";a;2015;1\nBydelen "Amager";a;2015;2\n'
    rows, found = read(tmp_path, text)
    assert [row.indicator for row in rows] == ['Bydelen "Amager"', 'Bydelen "Amager"']
    assert found == []


# ------------------------------------------------------------------ numbers of a file


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        (["48", "-3"], [48, -3]),
        (["12.5", "0.25"], [12.5, 0.25]),
        (["12,5", "0,25"], [12.5, 0.25]),
        (["1.234", "0,5"], [1234, 0.5]),
        (["1,234", "0.5"], [1234, 0.5]),
        (["1.234", "0.5"], [1.234, 0.5]),
        (["1.234", "1.234.567"], [1234, 1_234_567]),
        (["1.234", "2.345,6"], [1234, 2345.6]),
        (["59 152", "59\u00a0152,5"], [59_152, 59_152.5]),
        (["1.234", "59 152,5"], [1234, 59_152.5]),
        (["12 %", "12,5%"], [12, 12.5]),
    ],
)
def test_the_numbers_of_a_file_are_read_together(
    tmp_path: Path, written: list[str], numbers: list[float]
) -> None:
    assert values(tmp_path, *written) == (numbers, [])


@pytest.mark.parametrize("other", ["48", "2,345", "59 152", ""])
def test_what_nothing_in_the_file_decides_is_asked_about(tmp_path: Path, other: str) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;2015;{other}\nx;a;2016;1.234\n")
    assert all(row.period != year(2016) for row in rows)
    assert told(found)[-1] == ("E309", 3, "value")
    assert found[-1].args == {"written": "1.234", "large": 1234, "small": 1.234} | {
        "one": ",",
        "other": ".",
    }


def test_signs_that_contradict_each_other_decide_nothing(tmp_path: Path) -> None:
    assert values(tmp_path, "1.234", "0.5", "0,5") == ([0.5, 0.5], ["E309"])


def test_the_other_columns_of_numbers_show_the_sign_too(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f"{HEADER};nævner\nx;a;2015;1.234;10.234,5\n")
    assert [(row.value, row.denominator) for row in rows] == [(1234, 10_234.5)]
    assert found == []


@pytest.mark.parametrize("symbol", ["", " ", "..", "...", ".", ":", "NA", "n/a", "null", "None"])
def test_missing_figures_leave_no_row(tmp_path: Path, symbol: str) -> None:
    assert values(tmp_path, symbol, "48") == ([48], [])


@pytest.mark.parametrize("symbol", ["-", "–"])
def test_what_may_mean_zero_is_taken_as_missing_and_told(tmp_path: Path, symbol: str) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;2015;{symbol}\nx;a;2016;48\nx;a;2017;{symbol}\n")
    assert [row.value for row in rows] == [48]
    assert told(found) == [("W371", 2, "value")]
    assert found[0].args == {"symbol": symbol, "cells": 2}


@pytest.mark.parametrize("symbol", ["x", "mangler", "#I/T", "nul"])
def test_what_may_mean_something_else_is_not_taken_as_missing(tmp_path: Path, symbol: str) -> None:
    assert values(tmp_path, symbol, "48") == ([48], ["E303"])


def test_text_in_a_number_is_told_with_its_place(tmp_path: Path) -> None:
    rows, found = read(tmp_path, "Værdi;Indikator;År\n48;x;2015\nca. 50;x;2016\n51;x;2017\n")
    assert [row.value for row in rows] == [48, 51]
    assert told(found) == [("E303", 3, "Værdi")]
    assert found[0].args == {"written": "ca. 50"}


@pytest.mark.parametrize("written", ["NaN", "inf", "-Infinity", "1e999"])
def test_what_is_no_finite_number_is_told(tmp_path: Path, written: str) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;2015;{written}\n")
    assert rows == []
    assert told(found) == [("E313", 2, "value")]
    assert found[0].args == {"written": written or '""'}


def test_every_row_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = f"{HEADER}\nx;a;2015;mange\nx;a;i fjor;48\nx;a;sidst;få\nx;a;2018;50\n"
    rows, found = read(tmp_path, text)
    assert simple(rows) == [("x", "a", "2018", 50)]
    assert told(found) == [
        ("E303", 2, "value"),
        ("E307", 3, "period"),
        ("E303", 4, "value"),
        ("E307", 4, "period"),
    ]


# ------------------------------------------------------------------ encodings and line ends

DANISH = "indikator;område;år;værdi\nHærværk på åen;Ørestad;2015;21\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_the_bytes_say_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    rows, found = read(tmp_path, DANISH.encode(encoding))
    assert simple(rows) == [("Hærværk på åen", "Ørestad", "2015", 21)]
    assert found == []


def test_letters_of_windows_are_read_and_told(tmp_path: Path) -> None:
    rows, found = read(tmp_path, DANISH.encode("cp1252"))
    assert simple(rows) == [("Hærværk på åen", "Ørestad", "2015", 21)]
    assert told(found) == [("N308", None, None)]
    assert found[0].args == {"encoding": "Windows-1252"}


def test_plain_letters_are_the_same_in_both(tmp_path: Path) -> None:
    _, found = read(tmp_path, f"{HEADER}\nvold;amager;2015;66\n".encode("cp1252"))
    assert found == []


def test_a_damaged_workbook_that_is_called_csv_is_told_as_one(tmp_path: Path) -> None:
    rows, found = read(tmp_path, b"PK\x03\x04\x14\x00\x06\x00")
    assert rows == []
    assert told(found) == [("E348", None, None)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end"])
def test_lines_end_as_any_system_ends_them(tmp_path: Path, end: str, last: str) -> None:
    text = f"{HEADER}\nx;a;2015;48\n\nx;a;2016;50" + ("\n" if last else "")
    rows, found = read(tmp_path, text.replace("\n", end))
    assert [(row.value, row.origin.row) for row in rows] == [(48, 2), (50, 4)]
    assert found == []


# ------------------------------------------------------------------ rows


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    text = f'\n;;;\n{HEADER};kilde\nx;a;2015;48;"to\nlinjer"\n\n;;;;\nx;a;2016;50;\nx;a;2017;ja;\n'
    rows, found = read(tmp_path, text)
    assert [row.origin for row in rows] == [
        Origin("figures.csv", None, 4, "to linjer"),
        Origin("figures.csv", None, 7, None),
    ]
    assert told(found) == [("E303", 8, "value")]


@pytest.mark.parametrize(
    ("row", "fields"), [("x;a;2015", 3), ("x", 1), ("x;a;2015;48;49", 5), ("x;a;2015;48;;1", 6)]
)
def test_rows_with_too_few_or_too_many_fields_are_told(
    tmp_path: Path, row: str, fields: int
) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;2014;47\n{row}\nx;a;2016;50\n")
    assert {47, 50} <= {each.value for each in rows}
    assert told(found) == [("E314", 3, None)]
    assert found[0].args == {"fields": fields, "columns": 4}


def test_empty_fields_at_the_end_of_a_row_do_no_harm(tmp_path: Path) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;2015;48;;\nx;a;2016;50; ;\n")
    assert [row.value for row in rows] == [48, 50]
    assert found == []


@pytest.mark.parametrize("column", [0, 1, 3, 4])
def test_an_open_quotation_mark_never_swallows_figures_in_silence(
    tmp_path: Path, column: int
) -> None:
    fields = ["x", "a", "2016", "50", "politiet"]
    fields[column] = f'"{fields[column]}'
    text = f"{HEADER};kilde\nx;a;2015;48;\n{';'.join(fields)}\nx;a;2017;51;\n"
    _, found = read(tmp_path, text)
    assert told(found) == [("E319", 3, None)]


def test_a_quotation_mark_open_in_the_first_row_is_all_that_is_told(tmp_path: Path) -> None:
    _, found = read(tmp_path, f'"{HEADER}\nx;a;2015;48\n')
    assert told(found) == [("E319", 1, None)]


def test_an_open_quotation_mark_in_a_long_file(tmp_path: Path) -> None:
    rows = "".join(f"x;a;2015;{number}\n" for number in range(20_000))
    _, found = read(tmp_path, f'{HEADER}\n"x;a;2015;48\n{rows}')
    assert told(found) == [("E319", 2, None)]


@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n", ";;\n;;\n", HEADER, f"{HEADER}\n\n;;;\n"])
def test_a_file_without_figures_is_told(tmp_path: Path, text: str) -> None:
    rows, found = read(tmp_path, text)
    assert rows == []
    assert told(found) == [("E312", None, None)]


# ------------------------------------------------------------------ columns


@pytest.mark.parametrize(
    "header",
    [
        "indicator;area;period;value",
        "INDICATOR;Area;Period;VALUE",
        "indikator;område;periode;værdi",
        "Indikator;OMRÅDE;År;Værdi",
        "indikator;omraade;aar;vaerdi",
        "Nøgletal;Kommune;Tid;Indhold",
        "måltal;bydel;year;tal",
        "Indikator;Omra\u030ade;A\u030ar;Tal",
        " indikator ; område;år ;\u00a0værdi",
    ],
)
def test_columns_have_english_and_danish_names_in_any_case(tmp_path: Path, header: str) -> None:
    rows, found = read(tmp_path, f"{header}\nx;a;2015;48\n")
    assert simple(rows) == [("x", "a", "2015", 48)]
    assert found == []


def test_columns_stand_in_any_order_among_others(tmp_path: Path) -> None:
    rows, found = read(tmp_path, "id;Værdi;note;År;Område;Indikator\n7;48;ok;2015;a;x\n")
    assert simple(rows) == [("x", "a", "2015", 48)]
    assert found == []


def test_of_two_columns_with_one_meaning_neither_is_guessed(tmp_path: Path) -> None:
    rows, found = read(tmp_path, "indikator;år;antal;andel\nx;2015;48;12\n")
    assert rows == []
    assert [(finding.code, finding.args["parts"]) for finding in found] == [
        ("E365", "`antal`, `andel`")
    ]


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("navn;area;period;value", ("COL_indicator",)),
        ("x;a;2015;48", ("COL_indicator", "COL_period", "COL_value")),
    ],
)
def test_columns_that_are_not_there_are_told(
    tmp_path: Path, header: str, missing: tuple[str, ...]
) -> None:
    rows, found = read(tmp_path, f"\n{header}\nx;a;2015;48\n")
    assert rows == []
    assert told(found) == [("E302", 2, None)]
    assert found[0].args["missing"] == Expected(missing)
    assert found[0].args["found"] == Listed(tuple(header.split(";")))


def test_a_file_without_areas_has_rows_without_one(tmp_path: Path) -> None:
    rows, found = read(tmp_path, "indicator;period;value\nx;2015;48\n")
    assert simple(rows) == [("x", None, "2015", 48)]
    assert found == []


def test_a_row_says_all_that_is_known_of_its_figure(tmp_path: Path) -> None:
    header = f"{HEADER};respondenter;nævner;enhed;markering;kilde"
    rows, found = read(
        tmp_path, f"{header}\nx;a;2015;12,5;1.250;800;procent;Foreløbig, break;politi\n"
    )
    assert rows == [
        RawRow(
            indicator="x",
            area="a",
            period=year(2015),
            value=12.5,
            origin=Origin("figures.csv", None, 2, "politi"),
            n=1250,
            denominator=800,
            unit="procent",
            flags=("foreløbig", "break"),
        )
    ]
    assert found == []


def test_what_is_not_known_of_a_figure_is_left_empty(tmp_path: Path) -> None:
    header = f"{HEADER};n;denominator;unit;flag;origin"
    rows, found = read(tmp_path, f"{header}\nx;a;2015;12;..;;;;\n")
    assert rows == [RawRow("x", "a", year(2015), 12, Origin("figures.csv", None, 2))]
    assert found == []


@pytest.mark.parametrize(
    ("n", "denominator", "expected"),
    [
        ("mange", "800", ("E303", 2, "Antal svar")),
        ("800", "inf", ("E313", 2, "Grundlag")),
        ("1.250", "800", ("E309", 2, "Antal svar")),
    ],
)
def test_what_is_wrong_beside_a_figure_is_told_under_the_name_of_its_column(
    tmp_path: Path, n: str, denominator: str, expected: tuple[str, int, str]
) -> None:
    header = f"{HEADER};Antal svar;Grundlag"
    _, found = read(tmp_path, f"{header}\nx;a;2015;12;{n};{denominator}\n")
    assert told(found) == [expected]


@pytest.mark.parametrize(
    ("written", "flags"),
    [
        ("provisional", ("provisional",)),
        ("Provisional BREAK", ("provisional", "break")),
        ('"provisional;break"', ("provisional", "break")),
        ("provisional,break,", ("provisional", "break")),
        ("provisional, other-area", ("provisional", "other-area")),
        ("", ()),
    ],
)
def test_flags_are_parted_by_commas_semicolons_or_blanks(
    tmp_path: Path, written: str, flags: tuple[str, ...]
) -> None:
    rows, found = read(tmp_path, f"{HEADER};flag\nx;a;2015;12;{written}\n")
    assert [row.flags for row in rows] == [flags]
    assert found == []


# ------------------------------------------------------------------ periods


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2015", "2015"),
        ("2015.0", "2015"),
        ("2015,0", "2015"),
        ("1500", "1500"),
        ("2999", "2999"),
        ("2016H1", "2016H1"),
        ("2016h2", "2016H2"),
        ("2016 H2", "2016H2"),
        ("1. halvår 2016", "2016H1"),
        ("2.halvår 2016", "2016H2"),
        ("1. Halvår, 2016", "2016H1"),
        ("2016Q4", "2016Q4"),
        ("2016-Q4", "2016Q4"),
        ("2016K1", "2016Q1"),
        ("2016k1", "2016Q1"),
        ("3. kvartal 2016", "2016Q3"),
        ("2016M01", "2016M01"),
        ("2016M1", "2016M01"),
        ("2016m12", "2016M12"),
        ("2016-01", "2016M01"),
        ("2014/15", "2014/15"),
        ("2014/2015", "2014/15"),
        ("1999/00", "1999/00"),
        ("2016-03-14", "2016-03-14"),
        ("2016-02-29", "2016-02-29"),
    ],
)
def test_periods_are_written_in_many_ways(tmp_path: Path, written: str, period: str) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;{written};48\n")
    assert [str(row.period) for row in rows] == [period]
    assert found == []


@pytest.mark.parametrize(
    "written",
    [
        *("", "i fjor", "15", "20155", "1499", "3000", "2015.5", "2016H3", "2016Q5", "2016K0"),
        *("2016M13", "2016M00", "2016-13", "5. kvartal 2016", "3. halvår 2016", "2014/16"),
        *("2015/14", "2016-02-30", "2015-02-29", "03-14-2016", "uge 3 2016", "2014-2016"),
    ],
)
def test_what_is_no_period_is_told(tmp_path: Path, written: str) -> None:
    rows, found = read(tmp_path, f"{HEADER}\nx;a;{written};48\n")
    assert rows == []
    assert told(found) == [("E307", 2, "period")]
    assert found[0].args == {"written": written or '""'}


# ------------------------------------------------------------------ files


def test_a_file_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "æbler og pærer.csv"
    assert read_files([path]).named(None) == (
        [],
        [Finding("E301", (), {"path": str(path)}, InFile("æbler og pærer.csv"))],
    )


@pytest.mark.parametrize("name", ["figures", "figures.csv", "figures.2019"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    rows, found = read_files([tmp_path / name]).named(None)
    assert rows == []
    assert told(found) == [("E301", None, None)]


@pytest.mark.parametrize("name", ["figures.jpg", "figures", "figures.csv"])
def test_other_kinds_of_file_are_not_guessed_at(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0")
    rows, found = read_files([tmp_path / name]).named(None)
    assert rows == []
    assert told(found) == [("E320", None, None)]
    assert found[0].args == {"path": name}


@pytest.mark.parametrize("name", ["figures", "figures.CSV", "figures.tsv", "figures.txt", "f.dat"])
def test_text_files_may_have_other_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"{HEADER}\nx;a;2015;48\n", encoding="utf-8")
    rows, found = read_files([tmp_path / name]).named(None)
    assert [row.origin for row in rows] == [Origin(name, None, 2)]
    assert found == []


def test_several_files_are_read_together_each_with_its_own_signs(tmp_path: Path) -> None:
    danish, english = tmp_path / "da.csv", tmp_path / "en.csv"
    danish.write_text(f"{HEADER}\nx;a;2015;1.234\nx;a;2016;0,5\n", encoding="utf-8")
    english.write_text(f"{HEADER}\nx;a;2017;1.234\nx;a;2018;0.5\n", encoding="utf-8")
    rows, found = read_files([danish, tmp_path / "none.csv", english]).named(None)
    assert [(row.origin.file, row.value) for row in rows] == [
        ("da.csv", 1234),
        ("da.csv", 0.5),
        ("en.csv", 1.234),
        ("en.csv", 0.5),
    ]
    assert [finding.code for finding in found] == ["E301"]

"""Workbooks of the kind `.xlsx`: what cells say, as Excel shows it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from support.workbook import Formatted, Formula, Raw, Sheet, Value, Workbook, from_rows
from tryghed_dsl.figures.grid import Cell, Error, Grid, Percent
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.figures.spreadsheet.kinds import kind_of
from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet
from tryghed_dsl.findings.finding import Finding, InFile, Listed


def read(
    folder: Path, *sheets: Sheet, options: Options = NOTHING_SAID
) -> tuple[list[Grid], list[Finding]]:
    return read_spreadsheet(Workbook(sheets).write(folder / "tal.xlsx"), options)


def rows(grid: Grid) -> dict[int, list[Cell]]:
    return {row.number: list(row.cells) for row in grid.rows}


def one_cell(folder: Path, value: Value, **more: Any) -> Cell:
    path = Workbook([Sheet("Ark1", {"A1": value})], **more).write(folder / "tal.xlsx")
    grids, _ = read_spreadsheet(path, NOTHING_SAID)
    return grids[0].rows[0].cells[0]


# ------------------------------------------------------------------ cells


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize(
    "value", ["Nørrebro", " ind rykket ", "to\nlinjer", "a & b < c", "_x0041_", "12,5 %", "2018"]
)
def test_texts_are_read_as_they_are(tmp_path: Path, value: str, *, inline: bool) -> None:
    assert one_cell(tmp_path, value, inline=inline) == value


def test_whole_numbers_are_floats_and_booleans_are_not(tmp_path: Path) -> None:
    assert type(one_cell(tmp_path, 48)) is float
    assert one_cell(tmp_path, value=True) is True


def test_a_text_in_pieces_is_one_and_how_it_is_said_is_no_part_of_it(tmp_path: Path) -> None:
    pieces = "<r><t>Ama</t></r><r><rPr><b/></rPr><t>ger</t></r><rPh><t>no</t></rPh>"
    cell = Raw(f'<c r="A1" t="inlineStr"><is>{pieces}</is></c>')
    assert one_cell(tmp_path, cell) == "Amager"
    shared = {"xl/sharedStrings.xml": f"<sst><si>{pieces}</si><si><t>x</t></si></sst>"}
    book = Workbook([from_rows("Ark1", [[Raw('<c r="A1" t="s"><v>0</v></c>')]])])
    grids, _ = read_spreadsheet(book.write(tmp_path / "tal.xlsx", shared), NOTHING_SAID)
    assert rows(grids[0]) == {1: ["Amager"]}


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<c r="A1"><v>1<!-- note -->2</v></c>', 12.0),
        ('<c r="A1"><v><![CDATA[12]]></v></c>', 12.0),
        ('<c r="A1"><v>&#49;2</v></c>', 12.0),
        ('<c r="A1"><v> 12 </v></c>', 12.0),
        ('<c r="A1" t="d"><v>2018-03-01</v></c>', date(2018, 3, 1)),
        ('<c r="A1" t="d"><v>2018-03-01T12:30:00</v></c>', datetime(2018, 3, 1, 12, 30)),  # noqa: DTZ001
        ('<c r="A1"><v>1_000</v></c>', "1_000"),
        ('<c r="A1"><v>NaN</v></c>', "NaN"),
        ('<c r="A1"><v>1e999</v></c>', "1e999"),
    ],
)
def test_a_figure_is_read_however_its_xml_is_written(
    tmp_path: Path, xml: str, expected: Cell
) -> None:
    assert one_cell(tmp_path, Raw(xml)) == expected


# ------------------------------------------------------------------ number formats


@pytest.mark.parametrize("code", [9, 10, "0%", "0.0\\ %", "0,0%;[Red]-0,0%", '"ca. "0%'])
def test_a_number_under_a_percent_format_is_the_percentage_it_shows(
    tmp_path: Path, code: str | int
) -> None:
    cell = one_cell(tmp_path, Formatted(0.12, code))
    assert isinstance(cell, Percent)
    assert float(cell) == 12


@pytest.mark.parametrize(
    ("stored", "shown"),
    [(0.07, 7), (0.29, 29), (0.57, 57), (1.1, 110), (0.0001, 0.01), (-0.035, -3.5)],
)
def test_percentages_have_none_of_the_noise_of_binary_numbers(
    tmp_path: Path, stored: float, shown: float
) -> None:
    assert one_cell(tmp_path, Formatted(stored, 9)) == shown


@pytest.mark.parametrize("code", ['0.0" %"', "0.0\\%", "0.0_%", "0.0;0%", "#,##0", "0.00E+00", "@"])
def test_a_percent_sign_that_only_stands_there_is_none(tmp_path: Path, code: str) -> None:
    cell = one_cell(tmp_path, Formatted(12.5, code))
    assert (type(cell), cell) == (float, 12.5)


# Day 43101 is 1 January 2018, as every spreadsheet counts.
@pytest.mark.parametrize(
    "code",
    [14, "dd-mm-yyyy", "[$-406]d. mmmm yyyy", '"den "d/m', "yyyy-mm-dd hh:mm", 30],
)
def test_a_number_under_a_date_format_is_a_date(tmp_path: Path, code: str | int) -> None:
    cell = one_cell(tmp_path, Formatted(43101, code))
    assert (type(cell), cell) == (date, date(2018, 1, 1))


@pytest.mark.parametrize(
    "code", [17, "mmm-yy", "mmmm yyyy", "mm-yyyy", "mmmm", "[$-406]mmm\\ yy;@"]
)
def test_a_date_that_shows_its_month_is_a_month(tmp_path: Path, code: str | int) -> None:
    assert one_cell(tmp_path, Formatted(43101, code)) == "2018M01"


@pytest.mark.parametrize("code", ["yyyy", "yyyy;@", "\\'yy"])
def test_a_date_that_shows_its_year_is_a_year(tmp_path: Path, code: str) -> None:
    assert one_cell(tmp_path, Formatted(43101, code)) == 2018.0


@pytest.mark.parametrize(
    "code",
    ["General", "0", '"dag "0', "[Red]0", "[Blue]#,##0", "#,##0\\ [$kr.-406]", "0\\ \\d", 3, 44],
)
def test_letters_that_only_stand_there_make_no_date(tmp_path: Path, code: str | int) -> None:
    assert one_cell(tmp_path, Formatted(43101, code)) == 43101.0


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (60, 60.0),  # the 29 February 1900 that never was
        (61, date(1900, 3, 1)),
        (43101.5, datetime(2018, 1, 1, 12)),  # noqa: DTZ001
        (2_958_465, date(9999, 12, 31)),
        (2_958_466, 2_958_466.0),
        (-1, -1.0),
    ],
)
def test_days_are_counted_from_1900_with_its_leap_day(
    tmp_path: Path, day: float, expected: Cell
) -> None:
    assert one_cell(tmp_path, Formatted(day, 14)) == expected


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    cell = one_cell(tmp_path, Formatted(41639, 14), since_1904=True)
    assert cell == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [(0.5, "h:mm", "12:00:00"), (1.25, "[h]:mm", "30:00:00"), (0.5, "mm:ss", "12:00:00")],
)
def test_a_time_is_never_taken_for_a_share_of_a_day(
    tmp_path: Path, number: float, code: str, shown: str
) -> None:
    assert one_cell(tmp_path, Formatted(number, code)) == shown


# ------------------------------------------------------------------ errors and formulas


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#SPILL!", "#CALC!", "#NEW!"])
def test_what_could_not_be_calculated_is_an_error_and_no_blank(tmp_path: Path, error: str) -> None:
    for value in (Error(error), Formula("1/0", Error(error))):
        cell = one_cell(tmp_path, value)
        assert isinstance(cell, Error)
        assert cell == error


@pytest.mark.parametrize("word", ["#I/T", "#DIVISION/0!", "#REFERENCE!", "#VÆRDI!"])
def test_an_error_that_was_pasted_as_text_is_one_too(tmp_path: Path, word: str) -> None:
    assert isinstance(one_cell(tmp_path, word), Error)


def test_formulas_are_read_by_their_results(tmp_path: Path) -> None:
    values = [Formula("1+1", 2.0), Formula('A1&"x"', "2x"), Formula('""', ""), "slut"]
    grids, found = read(tmp_path, from_rows("Ark1", [values]))
    assert rows(grids[0]) == {1: [2.0, "2x", None, "slut"]}
    assert found == []


@pytest.mark.parametrize("result", ["", "<v></v>", "<v/>"])
def test_a_formula_without_a_result_is_told_and_is_no_blank(tmp_path: Path, result: str) -> None:
    cell = Raw(f'<c r="B2"><f>SUM(B1:B1)</f>{result}</c>')
    grids, found = read(tmp_path, from_rows("Ark1", [["x", 1.0], ["y", cell]]))
    told = grids[0].rows[1].cells[1]
    assert isinstance(told, Error)
    assert told == "=SUM(B1:B1)"
    where = InFile("tal.xlsx", 2, None, "Ark1", "B2")
    assert found == [Finding("W351", (), {"cells": 1.0}, where)]


def test_only_formulas_among_the_cells_asked_for_are_told(tmp_path: Path) -> None:
    sheet = from_rows("Ark1", [["x", 1.0], ["y", Formula("B1")]])
    assert read(tmp_path, sheet, options=Options(range="A1:B1"))[1] == []


def test_zeros_that_wait_to_be_calculated_are_no_figures(tmp_path: Path) -> None:
    sheet = from_rows("Ark1", [[5.0, Formula("A1*2", 0.0), Formula("A1*3", 0.0)]])
    path = Workbook([sheet], to_calculate=True).write(tmp_path / "tal.xlsx")
    grids, found = read_spreadsheet(path, NOTHING_SAID)
    assert rows(grids[0]) == {1: [5.0, Error("=A1*2"), Error("=A1*3")]}
    assert [(each.code, each.args["cells"]) for each in found] == [("W351", 2.0)]


@pytest.mark.parametrize(("to_calculate", "other"), [(False, 0.0), (True, 7.0), (True, "x")])
def test_a_zero_is_a_figure_where_something_was_calculated(
    tmp_path: Path, other: Cell, *, to_calculate: bool
) -> None:
    assert other is None or isinstance(other, float | str)
    sheet = from_rows("Ark1", [[Formula("A9", 0.0), Formula("A8", other)]])
    path = Workbook([sheet], to_calculate=to_calculate).write(tmp_path / "tal.xlsx")
    grids, found = read_spreadsheet(path, NOTHING_SAID)
    assert rows(grids[0]) == {1: [0.0, other]}
    assert found == []


# ------------------------------------------------------------------ places


def test_rows_are_numbered_as_people_see_them_and_blank_ones_left_out(tmp_path: Path) -> None:
    sheet = Sheet("Ark1", {"C3": "x", "D3": 1.0, "C4": " ", "C9": "y", "AA9": 2.0})
    (grid,), _ = read(tmp_path, sheet)
    assert [row.number for row in grid.rows] == [3, 9]
    assert (grid.left, grid.rows[0].cells) == (2, ["x", 1.0])
    assert grid.address(9, 24) == "AA9"
    assert grid.rows[1].cells[24] == 2.0
    assert grid.addressed


def test_cells_and_rows_that_do_not_say_where_they_are_follow_each_other(tmp_path: Path) -> None:
    data = (
        "<row><c><v>1</v></c><c><v>2</v></c></row><row/>"
        '<row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    part = f"<worksheet><sheetData>{data}</sheetData></worksheet>"
    book = Workbook([Sheet("Ark1")])
    path = book.write(tmp_path / "tal.xlsx", {"xl/worksheets/sheet1.xml": part})
    (grid,), _ = read_spreadsheet(path, NOTHING_SAID)
    assert rows(grid) == {1: [1.0, 2.0], 5: [None, None, 3.0, 4.0], 6: [5.0]}


def test_elements_may_have_a_prefix(tmp_path: Path) -> None:
    sheet = from_rows("Ark1", [["æ", Formula("1+1", 2.0)], [Percent(7), None]], merged=["A1:A1"])
    path = Workbook([sheet], prefix="x:").write(tmp_path / "tal.xlsx")
    (grid,), found = read_spreadsheet(path, NOTHING_SAID)
    assert (rows(grid), found) == ({1: ["æ", 2.0], 2: [Percent(7)]}, [])


# ------------------------------------------------------------------ merged ranges


def test_a_merged_text_is_what_each_of_its_cells_says(tmp_path: Path) -> None:
    table = [["Bydel", "Indbrud", None], [None, 2017.0, 2018.0], ["Amager", 48.0, 49.0]]
    (grid,), _ = read(tmp_path, from_rows("Ark1", table, merged=["A1:A2", "B1:C1"]))
    assert rows(grid) == {
        1: ["Bydel", "Indbrud", "Indbrud"],
        2: ["Bydel", 2017.0, 2018.0],
        3: ["Amager", 48.0, 49.0],
    }


def test_a_merged_number_holds_for_its_row_and_never_further_down(tmp_path: Path) -> None:
    table = [[2017.0, None, 48.0], ["a", "b", None], ["c", "d", "e"]]
    (grid,), _ = read(tmp_path, from_rows("Ark1", table, merged=["A1:B1", "C1:C2"]))
    assert rows(grid) == {1: [2017.0, 2017.0, 48.0], 2: ["a", "b"], 3: ["c", "d", "e"]}


def test_a_title_over_the_whole_sheet_reaches_as_far_as_the_sheet_is_used(tmp_path: Path) -> None:
    sheet = from_rows("Ark1", [["Titel"], ["a", 1.0]], merged=["A1:XFD1"])
    (grid,), _ = read(tmp_path, sheet)
    assert rows(grid) == {1: ["Titel", "Titel"], 2: ["a", 1.0]}


# ------------------------------------------------------------------ sheets and ranges


def test_each_sheet_that_holds_something_is_a_grid(tmp_path: Path) -> None:
    grids, found = read(
        tmp_path, from_rows("2017", [[1.0]]), Sheet("Tomt"), from_rows("2018", [[2.0]])
    )
    assert [(grid.file, grid.sheet) for grid in grids] == [
        ("tal.xlsx", "2017"),
        ("tal.xlsx", "2018"),
    ]
    assert found == []


def test_a_workbook_with_nothing_in_it_has_no_figures(tmp_path: Path) -> None:
    grids, found = read(tmp_path, Sheet("Ark1"))
    assert (grids, [each.code for each in found]) == ([], ["E312"])


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    cells = {"A1": "x", "B1": 1.0, "A2": "y", "B2": 2.0, "A3": "z", "D3": 4.0}
    sheet = Sheet("Ark1", cells, hidden_rows=(2, 3), hidden_columns=(2, 3))
    grids, found = read(tmp_path, sheet)
    assert rows(grids[0])[2] == ["y", 2.0]
    assert found == [
        Finding("N395", (), {"hidden": "`2:3`, `B`"}, InFile("tal.xlsx", sheet="Ark1"))
    ]
    _, found = read(tmp_path, sheet, options=Options(sheet="Ark1", range="A1:A2"))
    assert [finding.args["hidden"] for finding in found] == ["`2`"]


def test_a_sheet_of_targets_is_left_out_and_told(tmp_path: Path) -> None:
    rows = [["indikator", "2018", "2019"], ["Indbrud", 11.0, 10.0]]
    sheets = [from_rows(name, rows) for name in ("Tal", "Måltal")]
    path = Workbook(sheets).write(tmp_path / "tal.xlsx")
    read = read_files([path])
    assert [cube.sheet for cube, _ in read.cubes] == ["Tal"]
    assert [(f.code, f.args["sheets"]) for f in read.found] == [("N394", Listed(("Måltal",)))]
    asked = read_files([path], Options(sheet="Måltal"))
    assert [cube.sheet for cube, _ in asked.cubes] == ["Måltal"]
    alone = read_files([Workbook(sheets[1:]).write(tmp_path / "mål.xlsx")])
    assert [cube.sheet for cube, _ in alone.cubes] == ["Måltal"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_left_out_and_told_where_it_holds_numbers(
    tmp_path: Path, state: str
) -> None:
    sheets = (
        from_rows("Ark1", [[1.0]]),
        Sheet("Gamle tal", {"B2": 2.0}, state=state),
        Sheet("Noter", {"A1": "2018"}, state=state),
    )
    grids, found = read(tmp_path, *sheets)
    assert [grid.sheet for grid in grids] == ["Ark1"]
    told = {"sheets": Listed(("Gamle tal",))}
    assert found == [Finding("N352", (), told, InFile("tal.xlsx"))]
    grids, found = read(tmp_path, *sheets, options=Options(sheet="gamle tal"))
    assert ([grid.sheet for grid in grids], found) == (["Gamle tal"], [])


def test_a_sheet_that_is_named_is_the_only_one(tmp_path: Path) -> None:
    sheets = (from_rows("ark", [[1.0]]), from_rows("Ark", [[2.0]]), from_rows("Bydele", [[3.0]]))
    for asked, expected in (("Ark", 2.0), ("ark", 1.0), ("BYDELE", 3.0)):
        (grid,), _ = read(tmp_path, *sheets, options=Options(sheet=asked))
        assert rows(grid) == {1: [expected]}


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    sheets = (from_rows("Bydele", [[1.0]]), from_rows("Noter", [[2.0]]))
    grids, (finding,) = read(tmp_path, *sheets, options=Options(sheet="Bydel"))
    assert (grids, finding.code, finding.args["name"]) == ([], "E350", "Bydel")
    assert finding.args["suggestion"] == "Bydele"
    assert finding.args["sheets"] == Listed(("Bydele", "Noter"))


TABLE = [["", "x", "y"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("B2:C3", {2: [1.0, 2.0], 3: [3.0, 4.0]}),
        ("c3:b2", {2: [1.0, 2.0], 3: [3.0, 4.0]}),
        ("Ark 1!B2:C2", {2: [1.0, 2.0]}),
        ("'Ark 1'!$B$2:$C$2", {2: [1.0, 2.0]}),
        ("C:C", {1: ["y"], 2: [2.0], 3: [4.0]}),
        ("2:2", {2: ["a", 1.0, 2.0]}),
        ("B3", {3: [3.0]}),
        ("Tal", {2: [1.0, 2.0], 3: [3.0, 4.0]}),
        ("TAL", {2: [1.0, 2.0], 3: [3.0, 4.0]}),
        ("tabel1", {1: ["x"], 2: [1.0]}),
        ("Ark 1!Tal", {2: [1.0, 2.0], 3: [3.0, 4.0]}),
    ],
)
def test_only_the_cells_that_are_asked_for_are_read(
    tmp_path: Path, asked: str, expected: dict[int, list[Cell]]
) -> None:
    sheet = from_rows("Ark 1", TABLE)
    sheet.tables = {"Tabel1": "B1:B2"}
    names = {"Tal": "'Ark 1'!$B$2:$C$3", "Formel": "OFFSET(Ark!A1,1,1)", "Borte": "#REF!"}
    path = Workbook([sheet], names).write(tmp_path / "tal.xlsx")
    (grid,), found = read_spreadsheet(path, Options(range=asked))
    assert (rows(grid), found) == (expected, [])
    assert grid.address(3, 0)[0] == ("C" if asked == "C:C" else "A" if asked == "2:2" else "B")


@pytest.mark.parametrize("asked", ["B2-C3", "Tals", "Ark 2!A1:B2", "Formel", "A0:B2", "XFE1:XFE2"])
def test_cells_that_are_not_there_are_told(tmp_path: Path, asked: str) -> None:
    names = {"Tal": "Ark1!$B$2:$C$3", "Formel": "OFFSET(Ark1!A1,1,1)"}
    path = Workbook([from_rows("Ark1", TABLE)], names).write(tmp_path / "tal.xlsx")
    grids, (finding,) = read_spreadsheet(path, Options(range=asked))
    assert (grids, finding.code) == ([], "E350")


def test_a_range_of_another_sheet_than_the_one_named_is_told(tmp_path: Path) -> None:
    sheets = (from_rows("A", TABLE), from_rows("B", TABLE))
    options = Options(sheet="A", range="B!B2:C3")
    assert [each.code for each in read(tmp_path, *sheets, options=options)[1]] == ["E350"]


def test_a_merged_text_outside_the_range_holds_inside_it(tmp_path: Path) -> None:
    sheet = from_rows("Ark1", [["Indbrud", None, None], ["a", 1.0, 2.0]], merged=["A1:C1"])
    (grid,), _ = read(tmp_path, sheet, options=Options(range="B1:C2"))
    assert rows(grid) == {1: ["Indbrud", "Indbrud"], 2: [1.0, 2.0]}


# ------------------------------------------------------------------ kinds


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"PK\x03\x04", "xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "xls"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "xls"),
        (b"\n  <!DOCTYPE html>", "html"),
        (b"\xef\xbb\xbf<HTML>", "html"),
        ("<table><tr>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x">', "xml"),
        (b"indikator;2017\n", None),
        (b"<5;2;3", None),
        (b"", None),
    ],
)
def test_content_tells_what_a_file_is(head: bytes, kind: str | None) -> None:
    assert kind_of(head) == kind

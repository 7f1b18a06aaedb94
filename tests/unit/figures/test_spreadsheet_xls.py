"""Workbooks of the older kind `.xls`: one that was published, and small ones written by hand."""

import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tryghed_dsl.figures.grid import Error, Grid, Percent
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet
from tryghed_dsl.findings.finding import Finding, InFile, Listed

PUBLISHED = (
    Path(__file__).parents[4] / "shared" / "samples" / "excel" / "ethnic-groups-by-borough.xls"
)
GLOBALS, WORKSHEET = 5, 16


# ------------------------------------------------------------------ written by hand


def record(code: int, data: bytes) -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 0))


END = record(0x000A, b"")


def text(said: str, size: str) -> bytes:
    return struct.pack(f"<{size}B", len(said), 1) + said.encode("utf-16-le")


def style(number_format: int, *, of_cells: bool = True) -> bytes:
    kind = 0 if of_cells else 0xFFF4
    return record(0x00E0, struct.pack("<HHHHHIIH", 0, number_format, kind, 0, 0, 0, 0, 0))


def number(row: int, column: int, value: float, of_style: int = 1) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, of_style, value))


def label(row: int, column: int, said: str) -> bytes:
    return record(0x0204, struct.pack("<HHH", row, column, 1) + text(said, "H"))


def truth_or_error(row: int, column: int, value: int, *, is_error: bool) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 1, value, is_error))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(0x0006, struct.pack("<HHH8sHIH", row, column, 1, result, 0, 0, 0))


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(0x00E5, struct.pack("<HHHHH", 1, top, bottom, left, right))


# Style 1 is plain, 2 is 0%, 3 a percent format of its own, 4 a date.
STYLES = (
    record(0x041E, struct.pack("<H", 164) + text('0.0" "%', "H"))
    + style(0, of_cells=False)
    + b"".join(style(number_format) for number_format in (0, 9, 164, 14))
)


def workbook(
    sheets: Sequence[tuple[str, bytes]], hidden: Sequence[str] = (), extra: bytes = b""
) -> bytes:
    """The records of a workbook; `sheets` are names with the records of cells."""
    bodies = [begin(WORKSHEET) + cells + END for _, cells in sheets]

    def listed(start: int) -> bytes:
        entries = b""
        for (name, _), body in zip(sheets, bodies, strict=True):
            entries += record(
                0x0085, struct.pack("<iBB", start, name in hidden, 0) + text(name, "B")
            )
            start += len(body)
        return entries

    head = begin(GLOBALS) + extra + STYLES
    start = len(head) + len(listed(0)) + len(END)
    return head + listed(start) + END + b"".join(bodies)


def read(
    folder: Path, data: bytes, options: Options = NOTHING_SAID
) -> tuple[list[Grid], list[Finding]]:
    path = folder / "tal.xls"
    path.write_bytes(data)
    return read_spreadsheet(path, options)


def test_cells_are_read_as_they_are_shown(tmp_path: Path) -> None:
    cells = (
        label(0, 0, "Nørrebro")
        + number(0, 1, 0.12, 2)
        + number(1, 0, 0.07, 3)
        + number(1, 1, 43101, 4)
        + number(2, 1, 48)
        + truth_or_error(3, 0, 1, is_error=False)
    )
    (grid,), found = read(tmp_path, workbook([("Ark1", cells)]))
    assert found == []
    assert [row.cells for row in grid.rows] == [
        ["Nørrebro", Percent(12)],
        [Percent(7), date(2018, 1, 1)],
        [None, 48.0],
        [True],
    ]
    assert isinstance(grid.rows[0].cells[1], Percent)
    assert isinstance(grid.rows[1].cells[0], Percent)
    assert (grid.address(3, 1), grid.sheet, grid.addressed) == ("B3", "Ark1", True)


def test_what_could_not_be_calculated_is_an_error_and_no_blank(tmp_path: Path) -> None:
    failed = bytes([2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF])  # a formula that gives #N/A
    cells = truth_or_error(0, 0, 0x07, is_error=True) + formula(0, 1, failed)
    (grid,), _ = read(tmp_path, workbook([("Ark1", cells)]))
    assert grid.rows[0].cells == ["#DIV/0!", "#N/A"]
    assert all(isinstance(cell, Error) for cell in grid.rows[0].cells)


EMPTY_TEXT = bytes([3, 0, 0, 0, 0, 0, 0xFF, 0xFF])


def test_formulas_that_nobody_calculated_are_told_and_are_no_blanks(tmp_path: Path) -> None:
    cells = number(0, 0, 1) + formula(1, 1, EMPTY_TEXT) + formula(2, 1, EMPTY_TEXT)
    (grid,), (finding,) = read(tmp_path, workbook([("Ark1", cells)]))
    assert [row.cells for row in grid.rows] == [[1.0], [None, Error("=")], [None, Error("=")]]
    where = InFile("tal.xls", 2, None, "Ark1", "B2")
    assert finding == Finding("W351", (), {"cells": 2.0}, where)


def test_a_formula_may_give_an_empty_text(tmp_path: Path) -> None:
    cells = formula(0, 0, struct.pack("<d", 48)) + formula(0, 1, EMPTY_TEXT)
    (grid,), found = read(tmp_path, workbook([("Ark1", cells)]))
    assert ([row.cells for row in grid.rows], found) == ([[48.0]], [])


def test_only_the_cells_that_are_asked_for_are_read(tmp_path: Path) -> None:
    own, sheets = record(0x01AE, b"\1\0\1\4"), record(0x0017, struct.pack("<HHHH", 1, 0, 0, 0))
    area = struct.pack("<BHHHHH", 0x3B, 0, 1, 2, 1, 2)  # B2:C3
    name = struct.pack("<HBBHHHI", 0, 0, 3, len(area), 0, 0, 0) + b"\0Tal" + area
    places = ((row, column) for row in range(3) for column in range(3))
    cells = b"".join(number(row, column, row * 10 + column) for row, column in places)
    data = workbook([("Ark1", cells)], extra=own + sheets + record(0x0018, name))
    for asked in ("tal", "Ark1!B2:C3"):
        (grid,), _ = read(tmp_path, data, Options(range=asked))
        assert [row.cells for row in grid.rows] == [[11.0, 12.0], [21.0, 22.0]]
    assert [finding.code for finding in read(tmp_path, data, Options(range="tals"))[1]] == ["E350"]


def test_merged_ranges_are_filled(tmp_path: Path) -> None:
    cells = label(0, 0, "Antal") + number(1, 0, 1) + number(1, 1, 2) + merged(0, 0, 0, 1)
    (grid,), _ = read(tmp_path, workbook([("Ark1", cells)]))
    assert [row.cells for row in grid.rows] == [["Antal", "Antal"], [1.0, 2.0]]


def test_hidden_sheets_are_told_and_named_ones_read(tmp_path: Path) -> None:
    data = workbook([("Ark1", number(0, 0, 1)), ("Gemt", number(0, 0, 2))], hidden=["Gemt"])
    grids, (finding,) = read(tmp_path, data)
    assert [grid.sheet for grid in grids] == ["Ark1"]
    assert (finding.code, finding.args["sheets"]) == ("N352", Listed(("Gemt",)))
    (grid,), found = read(tmp_path, data, Options(sheet="Gemt"))
    assert ([row.cells for row in grid.rows], found) == ([[2.0]], [])


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    data = workbook([("Ark1", number(0, 0, 41639, 4))], extra=record(0x0022, b"\1\0"))
    (grid,), _ = read(tmp_path, data)
    assert grid.rows[0].cells == [date(2018, 1, 1)]


def test_a_workbook_with_a_password_is_told(tmp_path: Path) -> None:
    locked = record(0x002F, struct.pack("<HHHHH", 1, 1, 1, 0, 0) + bytes(48))
    _, (finding,) = read(tmp_path, workbook([("Ark1", number(0, 0, 1))], extra=locked))
    assert finding.code == "E349"


def test_a_workbook_that_stops_is_told(tmp_path: Path) -> None:
    data = workbook([("Ark1", label(0, 0, "Antal") + number(1, 0, 1))])
    for most in range(8, len(data) - len(END)):
        grids, found = read(tmp_path, data[:most])
        assert (grids, [finding.code for finding in found]) == ([], ["E348"]), most


def test_sheets_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """Each of many sheets could be all of the file, to be read again and again."""
    numbers = b"".join(number(row, 0, 1) for row in range(200))
    data = workbook([("Ark1", numbers), ("Ark2", b""), ("Ark3", b"")])
    first, second, third = (data.index(text(name, "B")) - 6 for name in ("Ark1", "Ark2", "Ark3"))
    same = bytearray(data)
    same[second : second + 4] = same[third : third + 4] = data[first : first + 4]
    assert [finding.code for finding in read(tmp_path, data)[1]] == []
    assert [finding.code for finding in read(tmp_path, bytes(same))[1]] == ["E348"]


# ------------------------------------------------------------------ as published


@pytest.fixture(scope="module")
def published() -> list[Grid]:
    if not PUBLISHED.exists():
        pytest.skip("the published workbook is not here")
    grids, found = read_spreadsheet(PUBLISHED, NOTHING_SAID)
    assert found == []
    return grids


def test_the_published_workbook_has_a_grid_for_each_year(published: list[Grid]) -> None:
    years = [str(year) for year in range(2018, 2011, -1)]
    assert [grid.sheet for grid in published] == ["Metadata", *years]


def test_the_published_headings_stand_over_all_their_columns(published: list[Grid]) -> None:
    first, second, *_ = published[1].rows
    groups = ["White", "Asian", "Black", "Mixed/ Other", "Total"]
    assert first.cells == ["Code", "Area", *["Number"] * 5, None, *["95% Confidence Interval"] * 5]
    assert second.cells == ["Code", "Area", *groups, None, *groups]


def test_the_published_figures_and_their_gaps_are_read(published: list[Grid]) -> None:
    by_area = {row.cells[1]: row for row in published[1].rows}
    city, barking = by_area["City of London"], by_area["Barking and Dagenham"]
    assert city.number == 4
    assert city.cells[2:7] == ["-", "-", "-", "-", 9000.0]
    assert barking.cells[2:7] == [109000.0, 54000.0, 36000.0, 15000.0, 215000.0]
    assert published[1].address(barking.number, 6) == "G5"

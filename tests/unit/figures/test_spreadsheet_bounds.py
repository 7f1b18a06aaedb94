"""Workbooks that are damaged, locked, something else, or made to take all memory."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support.workbook import Formatted, Raw, Sheet, Workbook, from_rows
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet

resource = pytest.importorskip("resource", reason="memory cannot be limited here")
SHEET = "xl/worksheets/sheet1.xml"
ROOM = 2_000_000_000
CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALL = Workbook([from_rows("Ark1", [["Bydel", 2018.0], ["Amager", 48.0]])])


def codes(path: Path) -> list[str]:
    grids, found = read_spreadsheet(path, NOTHING_SAID)
    assert grids == []
    return [finding.code for finding in found]


def codes_in_little_room(path: Path) -> list[str]:
    """What is found by a process that ends when it takes more than two gigabytes."""
    script = (
        "import resource, sys; from pathlib import Path\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({ROOM}, {ROOM}))\n"
        "from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet\n"
        "from tryghed_dsl.figures.options import NOTHING_SAID\n"
        "grids, found = read_spreadsheet(Path(sys.argv[1]), NOTHING_SAID)\n"
        "print(sum(len(grid.rows) for grid in grids), *(finding.code for finding in found))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


# ------------------------------------------------------------------ size


def test_cells_far_apart_take_no_room(tmp_path: Path) -> None:
    sheet = Sheet("Ark1", {"A1": "x", "B1": 1.0, "A1048576": "y", "XFD1048576": 2.0})
    assert codes_in_little_room(Workbook([sheet]).write(tmp_path / "tal.xlsx")) == ["2"]


def test_empty_cells_with_a_style_far_out_are_nothing(tmp_path: Path) -> None:
    empty = Raw('<c r="XFD1048576" s="0"/>')
    sheet = Sheet("Ark1", {"A1": Formatted(0.5, 9), "XFD1048576": empty})
    (grid,), _ = read_spreadsheet(Workbook([sheet]).write(tmp_path / "tal.xlsx"), NOTHING_SAID)
    assert [(row.number, row.cells) for row in grid.rows] == [(1, [50.0])]


def test_many_rows_that_reach_far_out_are_refused(tmp_path: Path) -> None:
    cells = {f"XFD{row}": 1.0 for row in range(1, 2001)}
    path = Workbook([Sheet("Ark1", cells)]).write(tmp_path / "tal.xlsx")
    assert codes_in_little_room(path) == ["0", "E348"]


def test_many_merged_ranges_over_each_other_are_refused(tmp_path: Path) -> None:
    cells = {"A1": "x", **{f"{chr(ord('A') + column)}2000": 1.0 for column in range(26)}}
    sheet = Sheet("Ark1", cells, merged=["A1:Z2000"] * 1000)
    path = Workbook([sheet]).write(tmp_path / "tal.xlsx")
    assert codes_in_little_room(path) == ["0", "E348"]


@pytest.mark.parametrize(("filler", "code"), [(b" ", "E002"), (b"<c><v>1</v></c>", "E348")])
def test_a_workbook_that_grows_when_it_is_unpacked_is_refused(
    tmp_path: Path, filler: bytes, code: str
) -> None:
    path = SMALL.write(tmp_path / "tal.xlsx", {SHEET: None})
    times = 1_000_000 // len(filler)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open(SHEET, "w") as p:
        p.write(b"<worksheet><sheetData><row>")
        for _ in range(300):
            p.write(filler * times)
    assert path.stat().st_size < 5_000_000
    assert codes_in_little_room(path) == ["0", code]


def test_large_parts_that_hold_no_figures_do_not_matter(tmp_path: Path) -> None:
    path = SMALL.write(tmp_path / "tal.xlsx")
    name = "xl/media/image1.png"
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open(name, "w") as p:
        for _ in range(300):
            p.write(bytes(1_000_000))
    assert codes_in_little_room(path) == ["2"]


def test_a_package_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    more: dict[str, str | bytes | None] = {f"xl/media/{number}": "" for number in range(10_001)}
    assert codes(SMALL.write(tmp_path / "tal.xlsx", more)) == ["E348"]


def test_a_file_of_more_than_64_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tal.xls"
    path.write_bytes(CONTAINER)
    with path.open("r+b") as file:
        file.truncate(64_000_001)
    assert codes(path) == ["E002"]


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    cell = '<row><c t="str"><v>&j;</v></c></row>'
    part = f"<!DOCTYPE x [{entities}]><worksheet><sheetData>{cell}</sheetData></worksheet>"
    path = SMALL.write(tmp_path / "tal.xlsx", {SHEET: part})
    assert codes_in_little_room(path) == ["0", "E348"]


# ------------------------------------------------------------------ damage


def test_a_workbook_that_stops_anywhere_is_told(tmp_path: Path) -> None:
    data = SMALL.write(tmp_path / "whole.xlsx").read_bytes()
    path = tmp_path / "tal.xlsx"
    for most in range(4, len(data), 37):
        path.write_bytes(data[:most])
        assert codes(path) == ["E348"], most


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
def test_a_part_that_is_lacking_is_told(tmp_path: Path, part: str) -> None:
    assert codes(SMALL.write(tmp_path / "tal.xlsx", {part: None})) == ["E348"]


def test_without_styles_numbers_are_plain(tmp_path: Path) -> None:
    path = SMALL.write(tmp_path / "tal.xlsx", {"xl/styles.xml": None})
    (grid,), found = read_spreadsheet(path, NOTHING_SAID)
    assert ([row.cells for row in grid.rows], found) == (
        [["Bydel", 2018.0], ["Amager", 48.0]],
        [],
    )


@pytest.mark.parametrize(
    "cells",
    [
        "<c><v>1</c>",
        '<c r="XFE1"><v>1</v></c>',
        '<c r="ABCD1"><v>1</v></c>',
        '<c r="A1048577"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="A"><v>1</v></c>',
        '<c r="1"><v>1</v></c>',
        '<c r="A-1"><v>1</v></c>',
        '<c t="s"><v>99</v></c>',
        '<c t="s"><v>-1</v></c>',
        '<c t="s"><v>x</v></c>',
        f'<c r="A{"9" * 5000}"><v>1</v></c>',
        "<c><v>\x01</v></c>",
    ],
)
def test_xml_that_no_workbook_has_is_told(tmp_path: Path, cells: str) -> None:
    part = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"
    assert codes(SMALL.write(tmp_path / "tal.xlsx", {SHEET: part})) == ["E348"]


def test_a_part_whose_bytes_are_changed_is_told(tmp_path: Path) -> None:
    path = SMALL.write(tmp_path / "tal.xlsx")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        start = package.getinfo(SHEET).header_offset + 30 + len(SHEET) + 20
    data[start] ^= 0xFF
    path.write_bytes(data)
    assert codes(path) == ["E348"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path / "borte.xlsx") == ["E301"]
    assert codes(tmp_path) == ["E301"]


# ------------------------------------------------------------------ something else


def test_a_workbook_with_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tal.xlsx"
    path.write_bytes(CONTAINER + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    assert codes(path) == ["E349"]


@pytest.mark.parametrize("name", ["tal.xls", "tal.xlsx"])
def test_a_web_page_under_the_name_of_a_workbook_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<html><table><tr><td>48</td></tr></table></html>", encoding="utf-8")
    _, (finding,) = read_spreadsheet(path, NOTHING_SAID)
    assert (finding.code, finding.args["page"]) == ("E347", name)


def test_a_zip_file_without_a_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tal.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("tal.csv", "a;b")
    assert codes(path) == ["E347"]


def test_a_workbook_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    (grid,), found = read_spreadsheet(SMALL.write(tmp_path / "tal.xls"), Options(sheet="Ark1"))
    assert (len(grid.rows), found) == (2, [])

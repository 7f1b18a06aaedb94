"""Sheets of a workbook that are no tables, and workbooks that have no other."""

from pathlib import Path

from support.workbook import Sheet, Workbook, from_rows
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.findings.finding import InFile, Listed

TALLY = from_rows("Tal", [["indikator", "område", "år", "antal"], ["indbrud", "amager", 2018, 45]])
FRONT = from_rows(
    "Forside",
    [
        ["Anmeldte forbrydelser"],
        [],
        ["Udgivet", "2019 af kommunens analyseenhed"],
        ["Kontakt", "telefon 33 66 33 66"],
    ],
)


def read(path: Path, *sheets: Sheet) -> tuple[int, list[tuple[str, object, object]]]:
    rows, found = read_files([Workbook(list(sheets)).write(path)]).named(None)
    return len(rows), [(f.code, f.where, dict(f.args)) for f in found]


def test_a_front_page_is_left_out_and_told(tmp_path: Path) -> None:
    rows, found = read(tmp_path / "tal.xlsx", FRONT, TALLY)
    assert rows == 1
    where = InFile("tal.xlsx")
    assert found == [("N379", where, {"sheets": Listed(("Forside",))})]


def test_a_workbook_of_prose_has_no_figures(tmp_path: Path) -> None:
    rows, found = read(tmp_path / "tal.xlsx", FRONT)
    assert rows == 0
    assert [code for code, _, _ in found] == ["E312"]

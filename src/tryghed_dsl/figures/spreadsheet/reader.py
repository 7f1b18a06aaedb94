"""Workbooks to grids: one for each sheet that people see and that holds something."""

from pathlib import Path

from tryghed_dsl.figures.grid import Grid, letters
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.spreadsheet.asked import Asked, asked_for
from tryghed_dsl.figures.spreadsheet.book import Book, Room, Sheet
from tryghed_dsl.figures.spreadsheet.grids import fill_merged, grid_of
from tryghed_dsl.figures.spreadsheet.kinds import kind_of
from tryghed_dsl.figures.spreadsheet.package import Package
from tryghed_dsl.figures.spreadsheet.refused import NO_WORKBOOK, TOO_LARGE, Refused
from tryghed_dsl.figures.spreadsheet.unseen import unseen
from tryghed_dsl.figures.spreadsheet.xls import Xls
from tryghed_dsl.figures.spreadsheet.xlsx import Xlsx
from tryghed_dsl.findings.finding import Finding, InFile, Listed

_MOST_MB = 64
_HEAD = 4096


def read_spreadsheet(path: Path, options: Options) -> tuple[list[Grid], list[Finding]]:
    """Read a workbook of the kind `.xlsx`, `.xlsm` or `.xls`, whatever its name says.

    Returns:
        A grid for each sheet that is not hidden and holds something, and what was found; with an
        error among that the grids are not to be used.
    """
    try:
        book = _opened(_bytes_of(path), path.name)
        return _read(book, path.name, options)
    except OSError:
        return [], [Finding("E301", (), {"path": str(path)}, InFile(path.name))]
    except Refused as refused:
        return [], [refused.finding(path.name)]


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_MOST_MB * 1_000_000 + 1)
    if len(data) > _MOST_MB * 1_000_000:
        raise Refused(TOO_LARGE, most=float(_MOST_MB))
    return data


def _opened(data: bytes, name: str) -> Book:
    kind = kind_of(data[:_HEAD])
    if kind == "xlsx":
        return Xlsx(Package(data))
    if kind == "xls":
        return Xls(data)
    raise Refused(NO_WORKBOOK, **({"page": name} if kind == "html" else {}))


def _read(book: Book, name: str, options: Options) -> tuple[list[Grid], list[Finding]]:
    asked = asked_for(book, options)
    grids, found, room = list[Grid](), list[Finding](), Room()
    for one in asked:
        sheet = book.read(one.tab)
        found += [*_formulas(sheet, one, name), *unseen(sheet, one, name)]
        fill_merged(sheet, room)
        grid = grid_of(sheet, name, one.tab.name, one.box)
        grids += [grid] if grid.rows else []
    if not options.sheet and not options.range:
        found += _hidden(book, name)
    return grids, found if grids else [*found, Finding("E312", (), {}, InFile(name))]


def _formulas(sheet: Sheet, asked: Asked, file: str) -> list[Finding]:
    """A warning of formulas without a result, among the cells that were asked for."""
    told = [place for place in sheet.uncalculated if asked.box.holds(*place)]
    if not told:
        return []
    row, column = told[0]
    where = InFile(file, row, None, asked.tab.name, f"{letters(column)}{row}")
    return [Finding("W351", (), {"cells": float(len(told))}, where)]


def _hidden(book: Book, file: str) -> list[Finding]:
    """A note on the hidden sheets that hold numbers, since they may be missed."""
    left_out = [tab.name for tab in book.tabs if tab.hidden and book.holds_numbers(tab)]
    if not left_out:
        return []
    return [Finding("N352", (), {"sheets": Listed(tuple(left_out))}, InFile(file))]

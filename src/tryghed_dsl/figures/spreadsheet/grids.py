"""From the cells of a sheet to a grid: merged ranges are filled, and what was asked for cut out."""

from datetime import date

from tryghed_dsl.figures.grid import Cell, Grid, Row, is_blank
from tryghed_dsl.figures.spreadsheet.book import Room, Sheet
from tryghed_dsl.figures.spreadsheet.box import EVERYTHING, Box


def fill_merged(sheet: Sheet, room: Room) -> None:
    """Put what a merged range says in each of its cells, as far as the sheet is used.

    A text or a date is a heading, and holds for rows and columns alike. A number holds for the
    columns of one row, as a year over what was measured in it; further down it would be a figure
    that nobody wrote.
    """
    bottom = max(sheet.rows, default=0)
    right = max(map(len, sheet.rows.values()), default=0) - 1
    for box in sheet.merged:
        row = sheet.rows.get(box.top, [])
        cell = row[box.left] if box.left < len(row) else None
        if _fills(cell, box):
            used = Box(box.top, box.left, min(box.bottom, bottom), min(box.right, right))
            _fill(sheet, used, cell, room)


def _fills(cell: Cell, box: Box) -> bool:
    return not is_blank(cell) and (isinstance(cell, str | date) or box.top == box.bottom)


def _fill(sheet: Sheet, box: Box, cell: Cell, room: Room) -> None:
    for number in range(box.top, box.bottom + 1):
        row = sheet.rows.setdefault(number, [])
        room.take(box.right - box.left + 1)
        for column in range(box.left, box.right + 1):
            room.put(row, column, cell)


def grid_of(sheet: Sheet, file: str, name: str, box: Box = EVERYTHING) -> Grid:
    """A sheet's grid, with the cells of a range only."""
    left = max(box.left, _first_column(sheet, box))
    grid = Grid(file, [], name, addressed=True, left=left)
    for number in sorted(sheet.rows):
        if box.top <= number <= box.bottom:
            cells = sheet.rows[number][left : box.right + 1]
            if not all(map(is_blank, cells)):
                grid.rows.append(Row(number, cells))
    return grid


def _first_column(sheet: Sheet, box: Box) -> int:
    """The first column of a range in which something stands."""
    first = box.right
    for row in sheet.rows.values():
        column = box.left
        while column < min(first, len(row)) and is_blank(row[column]):
            column += 1
        first = min(first, column) if column < len(row) else first
    return first

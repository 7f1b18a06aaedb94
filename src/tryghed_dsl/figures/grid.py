"""Cells in rows and columns, as a spreadsheet or a text file has them."""

from collections.abc import Sequence
from dataclasses import field
from datetime import date

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.records import dataclass

# Whole numbers up to here are shown without an exponent.
_EXACT = 1e15


class Percent(float):
    """A number that its cell shows with a percent sign; 12 % is `Percent(12)`."""


class Error(str):
    """What a cell shows instead of a number that could not be calculated, such as `#DIV/0!`."""

    __slots__ = ()


Cell = str | float | Percent | Error | date | bool | None
"""What a cell holds; None and blank texts are nothing. Whole numbers are floats."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number, counted from 1 as a spreadsheet does; short ones end early."""

    number: int
    cells: Sequence[Cell]


@dataclass(slots=True)
class Grid:
    """The cells of a sheet.

    Attributes:
        file: the file's name.
        rows: the rows that are not blank, from the top.
        sheet: the sheet's name, where the file has sheets.
        addressed: whether people name its cells by letter and number, as in spreadsheets.
        texts: whether numbers are texts, whose signs have to be read.
        left: how many columns stand to the left of each row's first cell.
    """

    file: str
    rows: list[Row] = field(default_factory=list)
    sheet: str | None = None
    addressed: bool = False
    texts: bool = False
    left: int = 0

    def address(self, row: int, column: int) -> str:
        """A cell's address, such as `D14`; columns are counted from 0."""
        return f"{letters(column + self.left)}{row}"

    def origin(self, row: int, column: int, note: str | None, long: bool) -> Origin:  # noqa: FBT001
        """Where a cell's figure stands.

        Args:
            row: its row.
            column: its column, counted from 0.
            note: its maker's words.
            long: whether it is the only figure of its row, which then says enough in text.
        """
        named = self.addressed or not long
        cell = self.address(row, column) if named else None
        return Origin(self.file, self.sheet, row, note, cell)


def letters(column: int) -> str:
    """The letters of a column that is counted from 0: A, B, …, Z, AA."""
    found = ""
    column += 1
    while column:
        column, last = divmod(column - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """A cell as text; whole numbers without decimals, so that the year 2010.0 is `2010`."""
    if type(cell) is str:
        return " ".join(cell.split())
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return " ".join(str(cell).split())

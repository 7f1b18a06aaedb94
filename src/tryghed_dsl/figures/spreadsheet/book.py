"""What the readers of workbooks have in common: sheets, cells that were read, and named ranges."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Protocol

from tryghed_dsl.figures.grid import Cell
from tryghed_dsl.figures.spreadsheet.box import Box
from tryghed_dsl.figures.spreadsheet.refused import DAMAGED, Refused
from tryghed_dsl.records import dataclass

_MOST_CELLS = 20_000_000


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet by its name.

    Attributes:
        name: what stands on its tab.
        hidden: whether people do not see it.
        place: where the reader finds it.
    """

    name: str
    hidden: bool
    place: str


@dataclass(slots=True)
class Sheet:
    """The cells of a sheet.

    Attributes:
        rows: the cells of each row from column A to the last that holds something.
        merged: the ranges that are one cell to the eye.
        uncalculated: the rows and columns of formulas whose result nobody has calculated.
        hidden_rows: the rows that people do not see.
        hidden_columns: likewise the columns, as the first and the last of each run.
    """

    rows: dict[int, list[Cell]] = field(default_factory=dict)
    merged: list[Box] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Area:
    """A range of a sheet."""

    sheet: str
    box: Box


class Book(Protocol):
    """A workbook that is open."""

    tabs: Sequence[Tab]

    def read(self, tab: Tab) -> Sheet:
        """The cells of a sheet."""

    def holds_numbers(self, tab: Tab) -> bool:
        """Whether there is a number in a sheet."""

    def names(self) -> Mapping[str, Sequence[Area]]:
        """The ranges that have a name; a name may mean another range in each sheet."""


class Room:
    """How many cells may still be made; no file has memory taken by its say-so."""

    def __init__(self) -> None:
        self._left = _MOST_CELLS

    def take(self, cells: int) -> None:
        """Make so many cells more."""
        self._left -= cells
        if self._left < 0:
            raise Refused(DAMAGED, most=float(_MOST_CELLS))

    def put(self, row: list[Cell], column: int, cell: Cell) -> None:
        """Put a cell in its place of a row, which grows as needed."""
        if column >= len(row):
            self.take(column + 1 - len(row))
            row.extend([None] * (column + 1 - len(row)))
        row[column] = cell

"""One table in a sheet: its titles, headings and rows, and what its columns are."""

from collections.abc import Mapping
from dataclasses import field

from tryghed_dsl.figures.grid import Cell, Row, is_blank, text_of
from tryghed_dsl.figures.rows import Column
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table.

    Attributes:
        titles: what is written over it.
        head: the rows with headings.
        body: the rows below, as far as there are figures.
        tidy: whether the headings name all that a figure needs, so that each row is a figure.
    """

    titles: tuple[str, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    tidy: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """One table in a sheet.

    Attributes:
        titles: what is written over it.
        head: the rows with headings.
        body: the rows below.
        tidy: whether each row is a figure, and nothing in it is left out as said above.
        sides: the columns that say what the figures are of.
        figures: the columns that figures stand in.
        named: the columns with a heading that says what they hold.
        aside: columns with numbers that are none of these.
        flags: the columns of flags, by the column of figures that each stands beside.
    """

    titles: tuple[str, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    tidy: bool
    sides: tuple[int, ...]
    figures: tuple[int, ...]
    named: dict[Column, int]
    aside: tuple[int, ...]
    flags: Mapping[int, int] = field(default_factory=dict)

    @property
    def is_one_a_row(self) -> bool:
        """Whether each row has one figure."""
        return len(self.figures) == 1


def cell_at(row: Row, column: int) -> Cell:
    """The cell of a row in a column; nothing where the row ends before."""
    return row.cells[column] if column < len(row.cells) else None


def heading_of(head: tuple[Row, ...], column: int) -> str:
    """A column's lowest heading; empty where it has none."""
    texts = (text_of(cell_at(row, column)) for row in reversed(head))
    return next(filter(None, texts), "")


def told(row: Row) -> list[int]:
    """The columns in which a row says something."""
    return [column for column, cell in enumerate(row.cells) if not is_blank(cell)]


def words(row: Row) -> set[str]:
    """What a row says."""
    return {text_of(cell) for cell in row.cells if not is_blank(cell)}

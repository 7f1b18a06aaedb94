"""Records as a grid, whatever they were read from."""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from tryghed_dsl.figures.grid import Cell, Error, Grid, Row, is_blank
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.rows import column_named, tidy
from tryghed_dsl.figures.typed import cell_of
from tryghed_dsl.figures.unread import Read, empty, too_many
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed

MOST_ROWS = 5_000_000
MOST_CELLS = 50_000_000
MOST_LETTERS = 500_000_000
_MOST_TOLD = 20
_LONGEST_NAME = 60
_MOST_SHARED = 100_000


def most_rows(columns: int) -> int:
    """How many rows of so many columns can be held."""
    return min(MOST_ROWS, MOST_CELLS // max(1, columns))


def grid_of(
    place: InFile,
    headings: Sequence[Any],
    records: Iterable[Sequence[Any]],
    options: Options,
    instants: Sequence[int] = (),
) -> Read:
    """Records as a grid: a header with the number 0, and rows that are numbered from 1.

    A column with a cell that is no number, date or short text is left out, which is told; where
    its heading says that figures need it, the cell is an error. A number without end is told
    under such a heading too; elsewhere it only matters if the column turns out to hold figures.

    Args:
        place: the file, and the table in it.
        headings: the columns' names.
        records: the values of each row; they are not read on when there are too many.
        options: what has been said of the file.
        instants: the columns whose times are in UTC, wherever they were written.
    """
    return numbered_grid(place, headings, enumerate(records, start=1), options, instants)


def numbered_grid(
    place: InFile,
    headings: Sequence[Any],
    records: Iterable[tuple[int, Sequence[Any]]],
    options: Options,
    instants: Sequence[int] = (),
) -> Read:
    """Records as a grid, each with the number that it has in its file."""
    reading, most = _Reading(place, headings, options), most_rows(len(headings))
    kept: list[Row] = []
    for count, (number, values) in enumerate(records, start=1):
        cells = reading.cells(number, values)
        if count > most or reading.letters > MOST_LETTERS:
            return too_many(place, most)
        if not all(is_blank(cell) for cell in cells):
            kept.append(Row(number, cells))
    if reading.found:
        return [], reading.found
    return reading.grid(kept, instants) if kept else empty(place)


class _Reading:
    """Records on their way to a grid, and what was found in them."""

    def __init__(self, place: InFile, headings: Sequence[Any], options: Options) -> None:
        self._place = place
        self._headings = [_heading(heading) for heading in headings]
        said = {tidy(name).casefold() for name in options.columns}
        self._needed = [_is_needed(_called(heading), said) for heading in self._headings]
        self._shared: dict[str, str] = {}
        self.letters = 0
        self._left: set[int] = set()
        self.found: list[Finding] = []

    def cells(self, number: int, values: Sequence[Any]) -> list[Cell]:
        """The cells of a record; what can be no cell is noted."""
        found: list[Cell] = []
        for column, value in enumerate(values):
            kind = type(value)
            cell: Cell = self._shared.get(value) if kind is str else None
            if cell is None:
                cell = value if kind is float else cell_of(value)
                cell = self._checked(cell, number, column)
            found.append(cell)
        return found

    def _checked(self, cell: Cell, number: int, column: int) -> Cell:
        if isinstance(cell, float):
            if self._needed[column] and not math.isfinite(cell):
                self._tell("E313", number, column, {"written": str(cell)})
        elif isinstance(cell, Error):
            self._take_odd(number, column)
        elif isinstance(cell, str):
            self._share(cell)
        return cell

    def _share(self, text: str) -> None:
        """Keep one object for equal texts; there are few areas, and many rows."""
        self.letters += len(text)
        if len(self._shared) < _MOST_SHARED:
            self._shared[text] = text

    def _take_odd(self, number: int, column: int) -> None:
        if self._needed[column]:
            self._tell("E356", number, column, {"column": self._name(column)})
        else:
            self._left.add(column)

    def _tell(self, code: str, number: int, column: int, args: dict[str, Argument]) -> None:
        if len(self.found) < _MOST_TOLD:
            where = InFile(self._place.file, number, self._name(column), self._place.sheet)
            self.found.append(Finding(code, (), args, where))

    def _name(self, column: int) -> str:
        """What findings call a column; one without a name by its number."""
        return _called(self._headings[column]) or f"#{column + 1}"

    def grid(self, rows: list[Row], instants: Sequence[int]) -> Read:
        """The grid, without the columns that are left out."""
        left = sorted(self._left)
        utc = [column for column in instants if column not in left and _has_hours(rows, column)]
        header = Row(0, self._headings)
        kept = [_without(row, left) for row in (header, *rows)]
        found = [self._changed(left, utc)] if left or utc else []
        return [Grid(self._place.file, kept, self._place.sheet)], found

    def _changed(self, left: list[int], utc: list[int]) -> Finding:
        """What is told of columns that are not read as they stand."""
        parts = {"columns": sorted([*left, *utc]), "left": left, "utc": utc}
        args: dict[str, Argument] = {
            blank: Listed(tuple(self._name(column) for column in columns))
            for blank, columns in parts.items()
            if columns
        }
        return Finding("N357", (), args, self._place)


def _heading(heading: Any) -> Cell:
    """The name of a column as a cell; years may be numbers."""
    cell = cell_of(heading)
    if isinstance(cell, Error):
        return str(heading)[:_LONGEST_NAME].encode("utf-8", "replace").decode()
    return cell


def _called(heading: Cell) -> str:
    return "" if heading is None else str(int(heading) if type(heading) is float else heading)


def _is_needed(heading: str, said: set[str]) -> bool:
    """Whether a heading tells what figures are of, or that they stand below."""
    known = column_named(heading) is not None or read_period(heading) is not None
    return known or tidy(heading).casefold() in said


def _without(row: Row, left: list[int]) -> Row:
    if not left:
        return row
    return Row(row.number, [cell for place, cell in enumerate(row.cells) if place not in left])


def _has_hours(rows: list[Row], column: int) -> bool:
    """Whether a column has times within days, so that zones matter."""
    cells = (row.cells[column] for row in rows)
    return any(isinstance(cell, datetime) and cell.time() != time() for cell in cells)

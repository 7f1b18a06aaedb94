"""The cells of a sheet of an `.xlsx` workbook, from its XML."""

from datetime import datetime
from math import isfinite

from tryghed_dsl.figures.grid import Cell, Error
from tryghed_dsl.figures.spreadsheet.book import Room, Sheet
from tryghed_dsl.figures.spreadsheet.box import MOST_COLUMNS, MOST_ROWS, box_of, column_of
from tryghed_dsl.figures.spreadsheet.errors import text_or_error
from tryghed_dsl.figures.spreadsheet.package import Attributes, Package, local
from tryghed_dsl.figures.spreadsheet.refused import DAMAGED, Refused
from tryghed_dsl.figures.spreadsheet.shown import Shown, as_shown
from tryghed_dsl.figures.spreadsheet.xlsx_shared import unescaped
from tryghed_dsl.records import dataclass

_DIGITS = "0123456789"
_TRUE = frozenset({"1", "true"})
_LONGEST_FORMULA = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What a sheet's cells refer to.

    Attributes:
        strings: the texts that are named by number.
        shown: how styles show numbers; a style that is not there shows them plainly.
        since_1904: whether days are counted from 1904, as the first Macintosh did.
        to_calculate: whether the results of formulas are to be calculated by whoever opens it.
    """

    strings: list[str | None]
    shown: dict[str, Shown]
    since_1904: bool
    to_calculate: bool


def read_sheet(package: Package, part: str, known: Known, room: Room) -> Sheet:
    """Read a sheet.

    Args:
        package: the workbook.
        part: where the sheet stands in it.
        known: what its cells refer to.
        room: how many cells may still be made.
    """
    cells = _Cells(known, room)
    package.walk(part, cells.start, cells.end, cells.text)
    return cells.finished()


class _Cells:
    """The state of reading: the cell that is open, and what has been written in it.

    It is gone through for every cell, so what most cells need comes first.
    """

    def __init__(self, known: Known, room: Room) -> None:
        self._known = known
        self._room = room
        self._sheet = Sheet()
        self._row, self._column = 0, -1
        self._given: Attributes | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._aside = False
        self._pieces: list[str] = []
        self._zeros: list[tuple[int, int, str]] = []
        self._only_zeros = known.to_calculate
        self._columns: dict[str, int] = {}
        self.text = self._pieces.append

    # -------------------------------------------------------------- XML

    def start(self, kind: str, given: Attributes) -> None:
        """An element begins."""
        self._pieces.clear()
        kind = local(kind) if ":" in kind else kind
        if kind == "c":
            self._open(given)
        elif kind == "row":
            self._row = _number(given["r"]) if "r" in given else self._row + 1
            self._column = -1
            if given.get("hidden") in _TRUE:
                self._sheet.hidden_rows.append(self._row)
        elif kind == "is":
            self._value = None
        elif kind == "rPh":
            self._aside = True
        elif kind == "mergeCell":
            self._merge(given.get("ref", ""))
        elif kind == "col" and given.get("hidden") in _TRUE:
            first, last = _number(given.get("min", "")), _number(given.get("max", ""))
            self._sheet.hidden_columns.append((first - 1, last - 1))

    def end(self, kind: str) -> None:
        """An element ends."""
        kind = local(kind) if ":" in kind else kind
        if self._given is None:
            return
        if kind == "v":
            self._value = "".join(self._pieces)
        elif kind == "c":
            self._close(self._given)
        elif kind == "f":
            self._formula = "".join(self._pieces)
        elif kind == "t" and not self._aside:
            self._value = (self._value or "") + "".join(self._pieces)
        elif kind == "rPh":
            self._aside = False

    def _merge(self, written: str) -> None:
        box = box_of(written)
        if box is not None:
            self._sheet.merged.append(box)

    # -------------------------------------------------------------- one cell

    def _open(self, given: Attributes) -> None:
        self._given, self._value, self._formula = given, None, None
        address = given.get("r")
        if address is None:
            self._column += 1
            return
        name = address.rstrip(_DIGITS)
        if name not in self._columns:
            self._columns[name] = _column(name)
        self._column, self._row = self._columns[name], _number(address[len(name) :])

    def _close(self, given: Attributes) -> None:
        self._given = None
        value, kind = self._value, given.get("t", "n")
        if self._formula is not None:
            self._put(self._result(value, kind, given, self._formula))
        elif value:
            known = self._known
            self._put(self._figure(value, given) if kind == "n" else _other(value, kind, known))

    def _put(self, cell: Cell) -> None:
        if cell is None:
            return
        rows, number = self._sheet.rows, self._row
        if not 0 < number <= MOST_ROWS or self._column >= MOST_COLUMNS:
            raise Refused(DAMAGED)
        row = rows.get(number)
        if row is None:
            row = rows[number] = []
        if self._column == len(row):
            row.append(cell)
        else:
            self._room.put(row, self._column, cell)

    def _figure(self, value: str, given: Attributes) -> Cell:
        number = number_of(value)
        shown = self._known.shown.get(given.get("s", "0"))
        if number is None or shown is None:
            return value if number is None else number
        return as_shown(number, shown, since_1904=self._known.since_1904)

    # -------------------------------------------------------------- formulas

    def _result(self, value: str | None, kind: str, given: Attributes, formula: str) -> Cell:
        if not value:
            empty_text = kind == "str" and value is not None
            return None if empty_text else self._uncalculated(self._row, self._column, formula)
        if kind != "n":
            self._only_zeros = False
            return _other(value, kind, self._known)
        if self._only_zeros:
            self._only_zeros = number_of(value) == 0
            self._zeros.append((self._row, self._column, formula))
        return self._figure(value, given)

    def _uncalculated(self, row: int, column: int, formula: str) -> Error:
        self._sheet.uncalculated.append((row, column))
        short = formula[:_LONGEST_FORMULA]
        return Error(f"={short}…" if short != formula else f"={short}")

    def finished(self) -> Sheet:
        """The sheet, once all of it has been read.

        Programs that cannot calculate write zero for every formula and ask whoever opens the
        workbook to calculate. Such zeros are no figures.
        """
        if self._only_zeros:
            for row, column, formula in self._zeros:
                self._sheet.rows[row][column] = self._uncalculated(row, column, formula)
        return self._sheet


def _other(value: str, kind: str, known: Known) -> Cell:
    """A cell that is no number."""
    if kind == "s":
        place = _number(value.strip())
        if place >= len(known.strings):
            raise Refused(DAMAGED)
        return known.strings[place]
    if kind == "b":
        return value.strip().casefold() in {"1", "true"}
    if kind == "e":
        return Error(value.strip())
    if kind == "d":
        return _moment(value.strip())
    return text_or_error(unescaped(value))


def _moment(written: str) -> Cell:
    """A date in the international form; any other stays a text."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    return moment if "T" in written else moment.date()


def number_of(written: str) -> float | None:
    """A number as XML writes it; None for what is none, or has no end."""
    try:
        number = float(written)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in written else None


def _number(written: str) -> int:
    if not written.isdecimal():
        raise Refused(DAMAGED)
    return int(written)


def _column(name: str) -> int:
    upper = name.upper()
    if not (1 <= len(upper) <= 3 and upper.isascii() and upper.isalpha()):  # noqa: PLR2004
        raise Refused(DAMAGED)
    return column_of(upper)


# ------------------------------------------------------------------ sheets that are not read


class _Seen(Exception):  # noqa: N818 -- the search is at its end
    """A number has been seen."""


def holds_numbers(package: Package, part: str) -> bool:
    """Whether there is a number in a sheet; it is read no further than to the first."""
    kinds: list[str] = []

    def start(kind: str, given: Attributes) -> None:
        if local(kind) == "c":
            kinds.append(given.get("t", "n"))
        elif local(kind) == "v" and kinds[-1:] == ["n"]:
            raise _Seen

    try:
        package.walk(part, start)
    except _Seen:
        return True
    return False

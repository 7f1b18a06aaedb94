"""Workbooks of the older kind `.xls`, through the library xlrd.

Nothing is read of a sheet before it is asked for, and it is let go of once it has been read: a
sheet that is nearly empty can take much memory there.
"""

import io
import math
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tryghed_dsl.figures.grid import Cell, Error
from tryghed_dsl.figures.spreadsheet.book import Area, Room, Sheet, Tab
from tryghed_dsl.figures.spreadsheet.box import Box
from tryghed_dsl.figures.spreadsheet.errors import text_or_error
from tryghed_dsl.figures.spreadsheet.refused import DAMAGED, NO_WORKBOOK, PASSWORD, Refused
from tryghed_dsl.figures.spreadsheet.shown import Shown, as_shown, shown_by

if TYPE_CHECKING:
    import xlrd
    from xlrd.book import Name
    from xlrd.sheet import Sheet as Source

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WITH_POSITIONS = 50  # the version since which a workbook says where its sheets begin
_BEGIN, _END = frozenset({0x0009, 0x0209, 0x0409, 0x0809}), 0x000A
_FORMULA, _EMPTY_TEXT = 0x0006, (3, 0xFFFF)
# What xlrd raises where the bytes are not what it expects, beside errors of its own.
_RAISED = (
    *(ValueError, LookupError, ArithmeticError, AssertionError, AttributeError, TypeError),
    *(struct.error, EOFError, NotImplementedError, RecursionError, UnboundLocalError),
)


class Xls:
    """A workbook of the kind `.xls` that is open."""

    def __init__(self, data: bytes) -> None:
        if _ENCRYPTED in data:
            raise Refused(PASSWORD)
        self._book = _opened(data)
        self._room = Room()
        self._shown: dict[int, Shown] = {}
        # Not public, but else each sheet would have to be read to know whether it is seen.
        hidden: list[int] = vars(self._book)["_sheet_visibility"]
        self.tabs: Sequence[Tab] = [
            Tab(name, hidden[place] != 0, str(place))
            for place, name in enumerate(self._book.sheet_names())
        ]

    # -------------------------------------------------------------- sheets

    def read(self, tab: Tab) -> Sheet:
        """The cells of a sheet."""
        source, sheet = self._source(tab), Sheet()
        for number in range(source.nrows):
            cells: list[Cell] = []
            for column in range(source.row_len(number)):
                cell = self._cell(source, number, column)
                if cell is not None:
                    self._room.put(cells, column, cell)
            if cells:
                sheet.rows[number + 1] = cells
        for top, bottom, left, right in source.merged_cells:
            sheet.merged.append(Box(top + 1, left, bottom, right - 1))
        hidden = (number for number, row in source.rowinfo_map.items() if row.hidden)
        sheet.hidden_rows += sorted(number + 1 for number in hidden)
        columns = (number for number, column in source.colinfo_map.items() if column.hidden)
        sheet.hidden_columns += ((number, number) for number in sorted(columns))
        self._tell_formulas(sheet, int(tab.place))
        return sheet

    def _tell_formulas(self, sheet: Sheet, place: int) -> None:
        sheet.uncalculated = _without_result(self._book, place)
        for row, column in sheet.uncalculated:
            self._room.put(sheet.rows.setdefault(row, []), column, Error("="))

    def holds_numbers(self, tab: Tab) -> bool:
        """Whether there is a number in a sheet."""
        from xlrd.biffh import XL_CELL_NUMBER  # noqa: PLC0415 -- only this kind needs it

        source = self._source(tab)
        return any(XL_CELL_NUMBER in source.row_types(row) for row in range(source.nrows))

    def _source(self, tab: Tab) -> "Source":
        try:
            source = self._book.sheet_by_index(int(tab.place))
        except _raised() as error:
            raise Refused(DAMAGED) from error
        self._book.unload_sheet(int(tab.place))
        return source

    # -------------------------------------------------------------- one cell

    def _cell(self, source: "Source", row: int, column: int) -> Cell:
        from xlrd import biffh  # noqa: PLC0415 -- only this kind needs it

        kind, value = source.cell_type(row, column), source.cell_value(row, column)
        if kind in {biffh.XL_CELL_NUMBER, biffh.XL_CELL_DATE}:
            return self._figure(float(value), source.cell_xf_index(row, column))
        if kind == biffh.XL_CELL_TEXT:
            return text_or_error(str(value))
        if kind == biffh.XL_CELL_BOOLEAN:
            return bool(value)
        if kind == biffh.XL_CELL_ERROR:
            return Error(biffh.error_text_from_code.get(int(value), "#?"))
        return None

    def _figure(self, number: float, style: int) -> Cell:
        if not math.isfinite(number):
            return str(number)
        if style not in self._shown:
            self._shown[style] = self._shown_by(style)
        return as_shown(number, self._shown[style], since_1904=self._book.datemode == 1)

    def _shown_by(self, style: int) -> Shown:
        styles = self._book.xf_list
        number = styles[style].format_key if style < len(styles) else 0
        known = self._book.format_map.get(number)
        return shown_by(str(number), None if known is None else known.format_str)

    # -------------------------------------------------------------- names

    def names(self) -> Mapping[str, Sequence[Area]]:
        """The ranges that have a name."""
        found: dict[str, list[Area]] = {}
        for name in self._book.name_obj_list:
            area = self._area(name)
            if area is not None:
                found.setdefault(name.name, []).append(area)
        return found

    def _area(self, name: "Name") -> Area | None:
        """The range that a name stands for; None for formulas, and for several ranges."""
        ranges = getattr(name.result, "value", None)
        if not isinstance(ranges, list) or len(ranges) != 1:
            return None
        first, after, top, bottom, left, right = ranges[0].coords
        if not 0 <= first == after - 1 < len(self.tabs):
            return None
        return Area(self.tabs[first].name, Box(top + 1, left, bottom, right - 1))


def _opened(data: bytes) -> "xlrd.Book":
    from xlrd import open_workbook  # noqa: PLC0415 -- only this kind needs it

    said = io.StringIO()  # else it would print what it thinks of the file
    try:
        book = open_workbook(
            file_contents=data,
            logfile=said,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
        )
        _measure(book)
    except _raised() as error:
        raise Refused(_code_of(error)) from error
    return book


def _code_of(error: Exception) -> str:
    """The finding that an error stands for; the library tells them apart in words only."""
    if "encrypted" in str(error):
        return PASSWORD
    return NO_WORKBOOK if "Can't find workbook" in str(error) else DAMAGED


def _raised() -> tuple[type[Exception], ...]:
    from xlrd.biffh import XLRDError  # noqa: PLC0415 -- only this kind needs it
    from xlrd.compdoc import CompDocError  # noqa: PLC0415

    return (XLRDError, CompDocError, *_RAISED)


def _measure(book: "xlrd.Book") -> None:
    """Refuse sheets that share their bytes: each would be read again, for hours."""
    left = len(book.mem or b"")
    for start in _starts(book):
        ends = [after for _, _, after in _records(book, start, left)]
        left -= ends[-1] - start if ends else 0
        if left < 0:
            raise Refused(DAMAGED)


def _starts(book: "xlrd.Book") -> list[int]:
    """Where the sheets begin; the oldest workbooks, of one sheet each, do not say."""
    starts: list[int] = vars(book)["_sh_abs_posn"]  # not public either
    return starts if book.biff_version >= _WITH_POSITIONS else []


def _records(book: "xlrd.Book", start: int, most: int) -> Iterator[tuple[int, int, int]]:
    """The records of a sheet: the code of each, where its data begins, and where it ends."""
    at, depth, data = start, 0, book.mem or b""
    while at < start + most:
        code, size = struct.unpack_from("<HH", data, at)
        yield code, at + 4, at + 4 + size
        at += 4 + size
        depth += (code in _BEGIN) - (code == _END)
        if depth <= 0:
            break


def _without_result(book: "xlrd.Book", place: int) -> list[tuple[int, int]]:
    """The rows and columns of formulas that nobody has calculated.

    Programs that cannot calculate write an empty text for each; where all the formulas of a
    sheet have one, they are taken for such.
    """
    found: list[tuple[int, int]] = []
    data, starts = book.mem or b"", _starts(book)
    for code, begin, _ in _records(book, starts[place], len(data)) if starts else ():
        if code == _FORMULA:
            row, column, kind, mark = struct.unpack_from("<HH2xB5xH", data, begin)
            if (kind, mark) != _EMPTY_TEXT:
                return []
            found.append((row + 1, column))
    return found

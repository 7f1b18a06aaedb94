"""A table in a PDF, with its headings above it on every page."""

from collections.abc import Sequence
from itertools import accumulate

from tryghed_dsl.publishing.blocks import Grid, GridRow, Passage, strong
from tryghed_dsl.publishing.pdf_sheet import ROOM, SIDE, Sheet
from tryghed_dsl.publishing.pdf_tags import COLUMN, Element, across
from tryghed_dsl.records import dataclass

_SIZE = 7.2
_PAD, _GAP = 0.9, 1.4  # above and below a row, and between columns; mm
_LEAST = 3  # lines of a row that a page must have room for, where the row is parted


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in lines, cell by cell, with what each cell is in the document's structure."""

    cells: list[list[Passage]]
    elements: list[Element | None]
    shaded: bool

    @property
    def lines(self) -> int:
        return max((len(cell) for cell in self.cells), default=0)


class Table:
    """A table that is to be drawn."""

    def __init__(self, sheet: Sheet, grid: Grid) -> None:
        self._sheet = sheet
        self._grid = grid
        self._widths = self._wide_enough()
        self._places = [SIDE, *(SIDE + x for x in accumulate(self._widths[:-1]))]

    def _wide_enough(self) -> list[float]:
        """The width of each column: as wanted, if the longest word of its heading has room."""
        grid, whole = self._grid, sum(self._grid.widths)
        wanted = [width * ROOM / whole for width in grid.widths]
        with self._sheet.sized(_SIZE):
            needed = [
                max(self._sheet.measure(word, strong=True) for word in heading.split()) + _GAP
                for heading in grid.headings
            ]
        widths = [max(pair) for pair in zip(wanted, needed, strict=True)]
        over = sum(widths) - ROOM
        spare = sum(width - least for width, least in zip(widths, needed, strict=True))
        share = min(1.0, over / spare) if spare > 0 else 0.0
        return [
            width - (width - least) * share for width, least in zip(widths, needed, strict=True)
        ]

    def least(self) -> float:
        """The height of the headings with the first row that has cells, in mm."""
        with self._sheet.sized(_SIZE):
            rows = [self._parted(_strong(self._grid.headings))]
            for row in self._grid.rows:
                rows.append(self._parted(row.cells, across=row.across))
                if not row.across:
                    break
            return sum(self._height(max(map(len, cells))) for cells in rows)

    def draw(self) -> None:
        """Draws it from here on."""
        table = self._sheet.tags.add("Table")
        with self._sheet.sized(_SIZE):
            self._row(self._head(table))
            for place, row in enumerate(self._grid.rows):
                told = self._told(row, table)
                following = self._grid.rows[place + 1 : place + 2] if row.across else ()
                after = sum(self._height(self._lines_of(each)) for each in following)
                self._flowing(told, after)
        self._sheet.set_y(self._sheet.y + 1.5)

    # ------------------------------------------------------------------ rows

    def _head(self, table: Element | None) -> _Row:
        """The headings; those that are repeated are no part of the structure."""
        cells = self._parted(_strong(self._grid.headings))
        if table is None:
            return _Row(cells, [None] * len(cells), shaded=True)
        tags = self._sheet.tags
        row = tags.add("TR", table)
        return _Row(cells, [tags.add("TH", row, COLUMN) for _ in cells], shaded=True)

    def _told(self, row: GridRow, table: Element) -> _Row:
        tags = self._sheet.tags
        line = tags.add("TR", table)
        cells = self._parted(row.cells, across=row.across)
        if row.across:
            element = tags.add("TH", line, across(len(self._widths)))
            return _Row(cells, [element], shaded=False)
        return _Row(cells, [tags.add("TD", line) for _ in cells], shaded=False)

    def _parted(self, cells: Sequence[Passage], *, across: bool = False) -> list[list[Passage]]:
        widths = [ROOM] if across else self._widths
        return [
            self._sheet.parted(cell, width - _GAP)
            for cell, width in zip(cells, widths, strict=True)
        ]

    def _lines_of(self, row: GridRow) -> int:
        return max(map(len, self._parted(row.cells, across=row.across)))

    def _height(self, lines: int) -> float:
        return lines * self._sheet.line_height + 2 * _PAD

    # ------------------------------------------------------------------ pages

    def _flowing(self, row: _Row, after: float) -> None:
        """A row, on the next page where this has no room; one larger than a page is parted."""
        if self._height(row.lines) + after > self._sheet.left:
            self._turn()
        while row.lines:
            room = int((self._sheet.left - 2 * _PAD) / self._sheet.line_height)
            if room < min(row.lines, _LEAST):
                self._turn()
                continue
            self._row(_Row([cell[:room] for cell in row.cells], row.elements, row.shaded))
            row = _Row([cell[room:] for cell in row.cells], row.elements, row.shaded)

    def _turn(self) -> None:
        self._sheet.add_page()
        self._row(self._head(None))

    def _row(self, row: _Row) -> None:
        sheet = self._sheet
        y = sheet.y
        height = self._height(row.lines)
        if row.shaded:
            sheet.band(ROOM, height)
        for x, cell, element in zip(self._places, row.cells, row.elements, strict=False):
            for place, line in enumerate(cell):
                sheet.say(line, x + _GAP / 2, y + _PAD + place * sheet.line_height, element)
        sheet.rule(y + height, SIDE, ROOM)
        sheet.set_y(y + height)


def _strong(headings: tuple[str, ...]) -> list[Passage]:
    """Headings, in bold."""
    return [strong(heading) for heading in headings]

"""From the cells of a sheet to figures by dimensions."""

import math
from collections.abc import Iterator, Sequence

from tryghed_dsl.domain.observation import SUPPRESSED
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry, Role
from tryghed_dsl.figures.grid import Cell, Grid, Row, is_blank, letters, text_of
from tryghed_dsl.figures.lacking import lacking
from tryghed_dsl.figures.layout.body import Labelled, labelled
from tryghed_dsl.figures.layout.cells import Cells
from tryghed_dsl.figures.layout.columns import region_of
from tryghed_dsl.figures.layout.headings import Headings, headings
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.named import said_of
from tryghed_dsl.figures.layout.parting import parted
from tryghed_dsl.figures.layout.region import Region, cell_at, heading_of, told
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.rows import (
    NUMBERS,
    OF_LETTERS,
    REQUIRED,
    Column,
    is_code_heading,
    tidy,
)
from tryghed_dsl.figures.statuses import LETTERS, flags_of, said_flags
from tryghed_dsl.figures.values import TABLES, Symbols, Value
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed, errors
from tryghed_dsl.records import replace

_ROLES = {Column.INDICATOR: Role.INDICATOR, Column.AREA: Role.AREA, Column.PERIOD: Role.PERIOD}
_PERCENT = "percent"
# Stands for what could not be read and was told, so that the rest of its row is looked at too.
_UNREAD = Value(math.nan)


def cubes_of(
    grid: Grid, options: Options, symbols: Symbols = TABLES
) -> tuple[list[Cube], list[Finding]]:
    """The tables of a sheet, one below another.

    Args:
        grid: the sheet.
        options: what has been said of its source.
        symbols: what the format writes where there is no number.
    """
    if options.layout is Layout.EVENTS:
        from tryghed_dsl.figures.layout.events import events_of  # noqa: PLC0415 -- seldom used

        return events_of(grid, options)
    kinds, said = Kinds(symbols.said(options), options.decimal), said_of(options)
    reader = _Reader(grid, kinds, options)
    tables = [region_of(rows, kinds, said) for rows in parted(grid.rows, kinds, said)]
    tables = [region for region in tables if reader.is_table(region)]
    kinds.learn_signs(cell for region in tables for cell in _numbers(region))
    cubes = [reader.cube(region) for region in tables]
    return cubes, reader.found()


class _Reader:
    def __init__(self, grid: Grid, kinds: Kinds, options: Options) -> None:
        self._grid = grid
        self._kinds = kinds
        self._options = options
        self._known: dict[str, Category] = {}
        self._cells = Cells(grid, kinds, options)
        self._found: list[Finding] = []

    def found(self) -> list[Finding]:
        """All that was found."""
        return [*self._found, *self._cells.found, *self._cells.told_together()]

    # -------------------------------------------------------------- a table

    def is_table(self, region: Region) -> bool:
        """Whether figures stand where a table would have them, and not here and there in a text.

        Numbers without headings are told of in a file of text, which is one table. In a workbook
        they may be anything.
        """
        if region.tidy:
            return True
        if region.head:
            cells = [cell_at(row, column) for row in region.body for column in region.figures]
            filled = [cell for cell in cells if not is_blank(cell)]
            return 0 < len(filled) <= 2 * sum(map(self._kinds.is_figure, filled))
        if self._grid.sheet is None and len(told(region.body[0])) > 1:
            self._tell_headless(region)
        return False

    def _tell_headless(self, region: Region) -> None:
        first = region.body[0]
        texts = tuple(text_of(cell) for cell in first.cells if not is_blank(cell))
        self._found.append(lacking(REQUIRED, texts, InFile(self._grid.file, first.number)))

    def cube(self, region: Region) -> Cube:
        over, rows = headings(region, self._kinds), labelled(region, self._kinds)
        groups = (Dimension(),) * max((len(row.over) for row in rows), default=0)
        sides = [self._side(region, column) for column in region.sides]
        dimensions = (*groups, *sides, *over.dimensions)
        cube = Cube(self._grid.file, dimensions, [], self._grid.sheet, self._titles(region))
        cube.layout = Layout.LONG if region.is_one_a_row else Layout.WIDE
        cube.head = region.head[-1].number or None
        cube.headings = tuple(text_of(cell) for cell in region.head[-1].cells if not is_blank(cell))
        for row in rows:
            own = self._categories([*row.over, *row.labels])
            for entry in self._entries(row, own, region, over):
                if entry is None:
                    cube.missing += 1
                else:
                    cube.entries.append(entry)
        self._tell_uneven(region, [row.row for row in rows])
        self._tell_aside(region)
        return cube

    def _side(self, region: Region, column: int) -> Dimension:
        at = letters(column + self._grid.left)
        return Dimension(heading_of(region.head, column), _role(region, column), at)

    def _titles(self, region: Region) -> tuple[str, ...]:
        """What stands over a table, and the only heading of its figures, where it says more."""
        if not region.is_one_a_row or region.tidy:
            return region.titles
        return (*region.titles, heading_of(region.head, region.figures[0]))

    def _categories(self, texts: list[str]) -> tuple[Category, ...]:
        return tuple(self._known.setdefault(text, Category(text)) for text in texts)

    def _tell_uneven(self, region: Region, rows: Sequence[Row]) -> None:
        """Rows of a text with more fields than its headings have, or with fewer."""
        if not self._grid.texts:
            return
        width = max(len(row.cells) for row in region.head)
        for row in rows:
            over = any(not is_blank(cell) for cell in row.cells[width:])
            if over or len(row.cells) < width:
                args: dict[str, Argument] = {
                    "fields": float(len(row.cells)),
                    "columns": float(width),
                }
                self._found.append(Finding("E314", (), args, InFile(self._grid.file, row.number)))

    def _tell_aside(self, region: Region) -> None:
        if region.aside and not errors([*self._found, *self._cells.found]):
            names = tuple(
                heading_of(region.head, c) or self._grid.address(region.body[0].number, c)
                for c in region.aside
            )
            where = InFile(self._grid.file, sheet=self._grid.sheet)
            self._found.append(Finding("N360", (), {"columns": Listed(names)}, where))

    # -------------------------------------------------------------- a row

    def _entries(
        self, row: Labelled, own: tuple[Category, ...], region: Region, over: Headings
    ) -> Iterator[Entry | None]:
        """The figures of a row; None for each cell that says that there is none."""
        for column in region.figures:
            cell = cell_at(row.row, column)
            if is_blank(cell):
                if region.tidy or region.is_one_a_row:
                    yield None
                continue
            value = self._cells.value(cell, row.row.number, column, region)
            if value is None:
                yield None
            else:
                read = value if isinstance(value, Value) else _UNREAD
                entry = self._entry(read, row, column, (*own, *over.of_column[column]), region)
                flags = self._flags_of(row.row, column, region, over)
                yield replace(entry, flags=(*entry.flags, *flags)) if flags else entry

    def _flags_of(self, row: Row, column: int, region: Region, over: Headings) -> tuple[str, ...]:
        """What the heading over a figure and the column beside it say of it."""
        beside = region.flags.get(column)
        own = () if beside is None else flags_of(text_of(cell_at(row, beside)), self._options)
        return (*((over.flags[column],) if column in over.flags else ()), *own)

    def _entry(
        self,
        value: Value,
        row: Labelled,
        column: int,
        categories: tuple[Category, ...],
        region: Region,
    ) -> Entry:
        def text(asked: Column) -> str:
            place = region.named.get(asked)
            return "" if place is None else text_of(cell_at(row.row, place))

        suppressed = () if value.most is None else (SUPPRESSED,)
        numbers = {
            asked: self._optional(asked, row, region) for asked in NUMBERS if asked in region.named
        }
        return Entry(
            categories,
            value.number,
            self._grid.origin(
                row.row.number, column, text(Column.ORIGIN) or None, region.is_one_a_row
            ),
            numbers.get(Column.N),
            numbers.get(Column.DENOMINATOR),
            numbers.get(Column.LOWER),
            numbers.get(Column.UPPER),
            value.most,
            _PERCENT if value.percent else text(Column.UNIT) or None,
            (*self._flags(text(Column.FLAG), region), *self._cells.flags(value), *suppressed),
        )

    def _flags(self, text: str, region: Region) -> tuple[str, ...]:
        heading = tidy(heading_of(region.head, region.named.get(Column.FLAG, -1)))
        if heading.casefold() in OF_LETTERS:
            return flags_of(text, self._options, LETTERS)
        return said_flags(text, self._options)

    def _optional(self, asked: Column, row: Labelled, region: Region) -> float | None:
        column = region.named[asked]
        cell = cell_at(row.row, column)
        if asked is Column.VALUE or is_blank(cell):
            return None
        value = self._cells.value(cell, row.row.number, column, region)
        return value.number if isinstance(value, Value) else None


def _numbers(region: Region) -> Iterator[Cell]:
    """The cells with numbers, used or not: all of a file have the same sign before decimals."""
    named = (region.named[c] for c in NUMBERS if c in region.named)
    aside = (c for c in region.aside if not is_code_heading(heading_of(region.head, c)))
    columns = {*region.figures, *named, *aside}
    return (cell_at(row, column) for row in region.body for column in columns)


def _role(region: Region, column: int) -> Role | None:
    for named, place in region.named.items():
        if place == column:
            return _ROLES.get(named)
    return None

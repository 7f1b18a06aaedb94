"""Sheets in which each row is an event, such as a report to the police, to be counted later."""

from collections.abc import Sequence

from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry, Role
from tryghed_dsl.figures.grid import Grid, Row, is_blank, text_of
from tryghed_dsl.figures.layout.named import columns_named, is_heading_of_time, said_of
from tryghed_dsl.figures.layout.region import cell_at, told, words
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.rows import Column, column_named
from tryghed_dsl.findings.finding import Finding

_ROLES = {Column.INDICATOR: Role.INDICATOR, Column.AREA: Role.AREA, Column.PERIOD: Role.PERIOD}
_ONE = 1.0


def events_of(grid: Grid, options: Options) -> tuple[list[Cube], list[Finding]]:
    """The events of a sheet; each row below the headings is one.

    Returns:
        A cube with an entry for each event, or none where the sheet has no headings and rows.
    """
    head = _head(grid.rows)
    if head is None:
        return [], []
    rows = [row for row in grid.rows[head + 1 :] if len(told(row)) > 1]
    names = [text_of(cell) for cell in grid.rows[head].cells]
    width = max(len(names), *(len(row.cells) for row in rows), 0)
    names += [""] * (width - len(names))
    columns = [c for c in range(width) if any(not is_blank(cell_at(row, c)) for row in rows)]
    said = said_of(options)
    roles = {place: _ROLES.get(what) for what, place in columns_named(names, said).items()}
    if Role.PERIOD not in roles.values():
        roles |= _period_of(rows, columns, names)
    cube = Cube(grid.file, tuple(Dimension(names[c], roles.get(c)) for c in columns))
    cube.sheet, cube.layout, cube.head = grid.sheet, Layout.EVENTS, grid.rows[head].number
    cube.titles = tuple(text for row in grid.rows[:head] for text in sorted(words(row)))
    cube.headings = tuple(filter(None, names))
    cube.entries = _entries(rows, columns, grid)
    return [cube], []


def _head(rows: Sequence[Row]) -> int | None:
    """The row with the headings: the first with one that is known, else the first of several."""
    several = [place for place, row in enumerate(rows) if len(words(row)) > 1]
    for place in several:
        texts = words(rows[place])
        if any(column_named(text) or is_heading_of_time(text) for text in texts):
            return place
    return several[0] if several else None


def _period_of(
    rows: Sequence[Row], columns: Sequence[int], names: Sequence[str]
) -> dict[int, Role | None]:
    """The column that says when: under a heading of time, or the first with nothing but dates."""
    for column in columns:
        cells = [cell for row in rows if not is_blank(cell := cell_at(row, column))]
        known = sum(read_period(text_of(cell)) is not None for cell in cells)
        if known == len(cells) or (is_heading_of_time(names[column]) and known * 2 > len(cells)):
            return {column: Role.PERIOD}
    return {}


def _entries(rows: Sequence[Row], columns: Sequence[int], grid: Grid) -> list[Entry]:
    known: dict[str, Category] = {}
    found = []
    for row in rows:
        texts = [text_of(cell_at(row, column)) for column in columns]
        categories = tuple(known.setdefault(text, Category(text)) for text in texts)
        origin = grid.origin(row.number, columns[0], None, long=not grid.addressed)
        found.append(Entry(categories, _ONE, origin))
    return found

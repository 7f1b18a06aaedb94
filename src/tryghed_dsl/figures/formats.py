"""Which reader a file needs, told by how it begins and not by its name."""

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from tryghed_dsl.figures.beginnings import is_eurostat, is_jsonstat, is_px, is_pxweb, may_be_sdmx
from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.grid import Grid, text_of
from tryghed_dsl.figures.layout.table import cubes_of
from tryghed_dsl.figures.lines import long_line
from tryghed_dsl.figures.measured import names_no_result
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.resembling import is_of_events
from tryghed_dsl.figures.spreadsheet.kinds import kind_of
from tryghed_dsl.figures.text_file import LONGEST_LINE, endless_line, read_text_file
from tryghed_dsl.figures.unread import cannot_open, opens
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed, errors
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import replace
from tryghed_dsl.text.decoding import decode

_SNIFFED = 65_536
_MOST_MEGABYTES = 64.0
_UNCLEAR = "W371"
_OF_EUROSTAT = {"summary", "structure"}
# Documents that begin with text: PDF, RTF, PostScript. Web pages are taken for workbooks.
_DOCUMENT = pattern(rb"\s*(?:%PDF-|%!PS|\{\\rtf)", re.IGNORECASE)
_PARQUET, _ARROW = b"PAR1", b"ARROW1"
_ARROW_SUFFIXES = {".arrow", ".arrows", ".feather", ".ipc"}
_JSON_SUFFIXES = {".json", ".jsonl", ".ndjson"}
_Cubes = tuple[list[Cube], list[Finding]]
_Grids = tuple[list[Grid], list[Finding]]


def read_cubes(path: Path, options: Options) -> _Cubes:
    """Read the figures of a file, whatever its format.

    Returns:
        Its figures by dimensions, and what was found; with an error among that they are
        incomplete.
    """
    if not opens(path):
        return [], [cannot_open(path)]
    with path.open("rb") as file:
        head = file.read(_SNIFFED)
    if _DOCUMENT.match(head):
        return [], [Finding("E320", (), {"path": path.name}, InFile(path.name))]
    return _reader(path, head)(path, options)


def _reader(path: Path, head: bytes) -> Callable[[Path, Options], _Cubes]:
    """The reader of a file's format, which is loaded, with its library, when a file needs it."""
    if head.startswith(_PARQUET):
        from tryghed_dsl.figures.parquet import read_parquet  # noqa: PLC0415

        return _from_grids(read_parquet)
    if head.startswith(_ARROW) or path.suffix.casefold() in _ARROW_SUFFIXES:
        from tryghed_dsl.figures.arrow import read_arrow  # noqa: PLC0415

        return _from_grids(read_arrow)
    if kind_of(head) is not None:
        from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet  # noqa: PLC0415

        return _from_grids(read_spreadsheet)
    return _text_reader(path, head)


def _text_reader(path: Path, head: bytes) -> Callable[[Path, Options], _Cubes]:
    if is_px(head):
        from tryghed_dsl.figures.px.reader import read_px  # noqa: PLC0415

        return read_px
    if is_jsonstat(head):
        from tryghed_dsl.figures.jsonstat.reader import read_jsonstat  # noqa: PLC0415

        return read_jsonstat
    decoded = decode(head)
    begins = "" if decoded is None else decoded.text.lstrip()
    if is_pxweb(begins):
        from tryghed_dsl.figures.pxweb import read_pxweb  # noqa: PLC0415

        return read_pxweb
    if is_eurostat(begins):
        from tryghed_dsl.figures.eurostat import read_eurostat  # noqa: PLC0415

        return read_eurostat
    if begins.startswith(("{", "[")) or path.suffix.casefold() in _JSON_SUFFIXES:
        from tryghed_dsl.figures.json_records import read_json_records  # noqa: PLC0415

        return _from_grids(read_json_records)
    return _from_grids(_read_text)


def _read_text(path: Path, options: Options) -> _Grids:
    """Read a text file of a size that can be held; what is larger has to be tidy."""
    if path.stat().st_size <= _MOST_MEGABYTES * 1_000_000:
        return read_text_file(path, options)
    too_long = long_line(path, LONGEST_LINE)
    if too_long is not None:
        return [], [endless_line(path.name, too_long)]
    args: dict[str, Argument] = {"path": path.name, "most": _MOST_MEGABYTES}
    return [], [Finding("E002", (), args, InFile(path.name))]


def _from_grids(read: Callable[[Path, Options], _Grids]) -> Callable[[Path, Options], _Cubes]:
    """A reader of cells as one of figures by dimensions."""

    def read_cubes(path: Path, options: Options) -> _Cubes:
        return cubes_of_grids(path.name, read(path, options), options)

    return read_cubes


def cubes_of_grids(name: str, read: _Grids, options: Options) -> _Cubes:
    """The figures of cells.

    Args:
        name: what findings call the source.
        read: its cells, and what was found in reading them.
        options: what has been said of it.
    """
    grids, found = read
    if errors(found):
        return [], found
    cubes, empty = list[Cube](), list[str]()
    for grid in _with_tables(grids):
        made, told = _cubes_of(grid, options)
        found = [*found, *told]
        cubes += made
        if grid.sheet and not any(cube.entries or cube.missing for cube in made):
            empty.append(grid.sheet)
    cubes, targets = _without_targets(name, cubes, options)
    return cubes, [
        *_together(found),
        *targets,
        *_without_figures(name, cubes, empty, found, _events(grids, options)),
    ]


def _with_tables(grids: list[Grid]) -> list[Grid]:
    """The sheets without the two in which Eurostat says what is in its others."""
    names = {(grid.sheet or "").casefold() for grid in grids}
    about = _OF_EUROSTAT if names > _OF_EUROSTAT and "sheet 1" in names else set[str]()
    return [grid for grid in grids if (grid.sheet or "").casefold() not in about]


def _without_targets(name: str, cubes: list[Cube], options: Options) -> _Cubes:
    """The figures without sheets of targets or budgets beside them, unless one is asked for."""
    left = {
        cube.sheet: None
        for cube in cubes
        if cube.sheet and names_no_result(cube.sheet) and (cube.entries or cube.missing)
    }
    kept = [cube for cube in cubes if cube.sheet not in left]
    if options.sheet or options.range or not left or not any(cube.entries for cube in kept):
        return cubes, []
    args: dict[str, Argument] = {"sheets": Listed(tuple(filter(None, left)))}
    args |= {"first": next(filter(None, left))}
    return kept, [Finding("N394", (), args, InFile(name))]


def _cubes_of(grid: Grid, options: Options) -> _Cubes:
    """The figures of a sheet; the columns of some tables are called what their format says."""
    header = grid.rows[0].cells if grid.rows else ()
    if options.layout is not Layout.EVENTS and may_be_sdmx(map(text_of, header)):
        from tryghed_dsl.figures.sdmx import is_sdmx, sdmx_cubes  # noqa: PLC0415 -- seldom needed

        if is_sdmx(grid):
            return sdmx_cubes(grid, options)
    return cubes_of(grid, options)


def _events(grids: list[Grid], options: Options) -> dict[str, Argument]:
    """What to write where a sheet without figures seems to have an event in each row."""
    unsaid = options.layout is None and any(map(is_of_events, grids))
    return {"layout": 'layout = "events"'} if unsaid else {}


def _without_figures(
    name: str,
    cubes: list[Cube],
    empty: list[str],
    found: list[Finding],
    events: dict[str, Argument],
) -> list[Finding]:
    """That a file has no figures, or some of its sheets."""
    if any(cube.entries or cube.missing for cube in cubes):
        args = {"sheets": Listed(tuple(empty))}
        return [Finding("N379", (), args, InFile(name))] if empty else []
    return [] if errors(found) else [Finding("E312", (), events, InFile(name))]


def _together(found: list[Finding]) -> list[Finding]:
    """The findings, with those of one symbol in several sheets as one."""
    symbols = defaultdict[str, list[Finding]](list)
    for finding in found:
        if finding.code == _UNCLEAR:
            symbols[str(finding.args["symbol"])].append(finding)
    counted = [_counted(symbol, told) for symbol, told in symbols.items()]
    return [*(finding for finding in found if finding.code != _UNCLEAR), *counted]


def _counted(symbol: str, told: list[Finding]) -> Finding:
    counts = (finding.args["cells"] for finding in told)
    cells = sum(count for count in counts if isinstance(count, float))
    return replace(told[0], args={"symbol": symbol, "cells": cells})

"""Reads a PX file: its letters, its header, and then its figures."""

from pathlib import Path

from tryghed_dsl.figures.cube import Category, Cube, Dimension, Role
from tryghed_dsl.figures.described import Unreadable, bytes_of, check_once, stop, text_of
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.px.cells import (
    Cells,
    Keyed,
    Table,
    read_dense,
    read_keyed,
)
from tryghed_dsl.figures.px.description import Description, Variable
from tryghed_dsl.figures.px.letters import declared_letters
from tryghed_dsl.figures.px.meaning import dimensions_of, units_of
from tryghed_dsl.figures.px.statements import label, read_header, unquoted
from tryghed_dsl.figures.px.symbols import NIL, symbols_of, unclear_nil
from tryghed_dsl.findings.finding import Finding, InFile


def read_px(path: Path, options: Options) -> tuple[list[Cube], list[Finding]]:
    """Read a PX file.

    Returns:
        Its cube, and what was found; with an error among that there is no cube.
    """
    found = list[Finding]()
    try:
        return [_read(path, options, found)], found
    except Unreadable as stopped:
        return [], [*found, stopped.finding]


def _read(path: Path, options: Options, found: list[Finding]) -> Cube:
    data = bytes_of(path)
    text, assumed = text_of(data, path.name, options, declared_letters(data))
    found += assumed
    if not text.strip():
        stop("E312", InFile(path.name))
    header = read_header(text, path.name)
    described = Description(header, path.name, options)
    cells = Cells(text, header.end, header.row, path.name)
    cells.check_end()
    return _cube(described, cells, options, found)


def _cube(described: Description, cells: Cells, options: Options, found: list[Finding]) -> Cube:
    dimensions = dimensions_of(described)
    roles = [dimension.role for dimension in dimensions]
    measure = roles.index(Role.MEASURE) if Role.MEASURE in roles else None
    units = units_of(described, dimensions)
    unit = described.text("UNITS") or None
    symbols = symbols_of(described, options)
    table = Table(cells.name, symbols, units, unit, measure, found=found)
    constant = _constant(described) if measure is None else ()
    _check_nil(described, cells, options)
    if any(_keys(described, variable) is not None for variable in described.stub):
        read_keyed(table, cells, _keyed(described, constant))
    else:
        categories = [each.categories for each in described.variables]
        read_dense(table, cells, [*categories, *([constant] if constant else [])])
    over = [Dimension("", Role.MEASURE)] if constant else []
    titles = tuple(dict.fromkeys(filter(None, map(described.text, ("CONTENTS", "TITLE")))))
    everything = (*dimensions, *over)
    cube = Cube(cells.name, everything, table.entries, None, titles, table.missing, layout="PX")
    cube.languages = described.in_other_languages()
    return cube


def _check_nil(described: Description, cells: Cells, options: Options) -> None:
    unclear = unclear_nil(described, options)
    if unclear is not None:
        row = next((row for written, row in cells if unquoted(written) == NIL), None)
        if row is not None:
            stop("E346", InFile(cells.name, row), symbol=NIL, written=unclear)


def _constant(described: Description) -> tuple[Category, ...]:
    """What all figures are of, where no variable says it."""
    matrix = described.text("MATRIX")
    text = described.text("CONTENTS") or described.text("TITLE") or matrix
    return (Category(text, matrix or None),) if text else ()


# ------------------------------------------------------------------ rows with names


def _keys(described: Description, variable: Variable) -> str | None:
    both = (variable.name, variable.own)
    return described.text("KEYS", both).strip().upper() or None


def _keyed(described: Description, constant: tuple[Category, ...]) -> Keyed:
    heading = [variable.categories for variable in described.heading]
    return Keyed(
        [_by_key(described, variable) for variable in described.stub],
        [_label(described, variable) for variable in described.stub],
        [variable.categories for variable in described.stub],
        [*heading, *([constant] if constant else [])],
    )


def _label(described: Description, variable: Variable) -> str:
    return label(_keys(described, variable) or "KEYS", None, variable.name)


def _by_key(described: Description, variable: Variable) -> dict[str, Category]:
    """A variable's categories by what rows call them, in the file's language or the chosen."""
    kind, where = _keys(described, variable), InFile(described.file)
    if kind == "VALUES":
        names = [category.text for category in variable.categories]
        check_once(names, _label(described, variable), where)
        pairs = zip(variable.values, variable.categories, strict=True)
        return dict(zip(names, variable.categories, strict=True)) | dict(pairs)
    if kind != "CODES" or not all(category.code for category in variable.categories):
        stop("E341", where, part=label("KEYS", None, variable.name))
    return {category.code: category for category in variable.categories if category.code}

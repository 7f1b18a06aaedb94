"""Arrow files: of the file format, which Feather is, and of the stream format."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.duckdb_grid import handed_over
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.record_grid import MOST_ROWS
from tryghed_dsl.figures.unread import (
    Read,
    damaged,
    empty,
    library,
    not_installed,
    not_opened,
    opens,
    too_many,
)
from tryghed_dsl.findings.finding import Finding, InFile

INSTALL = '"tryghed-dsl[arrow]"'
_FILE_BEGINS = b"ARROW1"


def read_arrow(path: Path, options: Options) -> Read:
    """Read an Arrow file; rows are numbered from 1, in the order of the file.

    Times with a zone are as the zone's clocks show them.
    """
    if not opens(path):
        return not_opened(path)
    arrow = library("pyarrow")
    if arrow is None:
        return not_installed(path.name, INSTALL)
    place = InFile(path.name)
    try:
        batches, schema = _batches(arrow, path)
    except arrow.ArrowMemoryError:
        return too_many(place)
    except (arrow.ArrowException, OSError, UnicodeDecodeError):
        return damaged(path.name, "Arrow")
    if sum(batch.num_rows for batch in batches) > MOST_ROWS:
        return too_many(place, MOST_ROWS)
    return _table_grid(arrow.Table.from_batches(batches, schema), place, options)


def _batches(arrow: Any, path: Path) -> tuple[list[Any], Any]:
    """The parts of a file, none more once there are too many rows, and what they hold."""
    with arrow.OSFile(str(path)) as file:
        is_file = file.read(len(_FILE_BEGINS)) == _FILE_BEGINS
        file.seek(0)
        opened = arrow.ipc.open_file(file) if is_file else arrow.ipc.open_stream(file)
        found, rows = [], 0
        for batch in _each(opened) if is_file else opened:
            batch.validate(full=True)  # what a damaged file says of itself is not relied on
            found.append(batch)
            rows += batch.num_rows
            if rows > MOST_ROWS:
                break
        return found, opened.schema


def _each(opened: Any) -> Iterator[Any]:
    return (opened.get_batch(number) for number in range(opened.num_record_batches))


def _table_grid(table: Any, place: InFile, options: Options) -> Read:
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    if not table.num_rows:
        return empty(place)
    try:
        return handed_over(plain(table), place, options)
    except duckdb.OutOfMemoryException:
        return too_many(place)
    except duckdb.Error:  # columns of kinds that hardly anyone has, such as unions
        return [], [Finding("E320", (), {"path": place.file}, place)]


def plain(table: Any) -> Any:
    """A table of pyarrow with times as clocks show them, and numbers of kinds that all know."""
    for number, field in enumerate(table.schema):
        column = _plain_column(table.column(number), field.type)
        table = table.set_column(number, field.name, column)
    return table


def _plain_column(column: Any, kind: Any) -> Any:
    arrow, compute = library("pyarrow"), library("pyarrow.compute")
    if arrow is None or compute is None:
        return column
    if arrow.types.is_timestamp(kind) and kind.tz is not None:
        return compute.local_timestamp(column)
    if arrow.types.is_float16(kind):
        return column.cast(arrow.float32())
    return column.cast(arrow.float64()) if arrow.types.is_decimal256(kind) else column

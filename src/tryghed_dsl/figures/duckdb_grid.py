"""Records that DuckDB reads, as a grid; it is shut off from files and the network."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.record_grid import grid_of, most_rows
from tryghed_dsl.figures.typed import LONGEST
from tryghed_dsl.figures.unread import Read, too_many
from tryghed_dsl.findings.finding import InFile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 10_000
_QUOTE = "'"
_INSTANT = "TIMESTAMP WITH TIME ZONE"
_AS_THEY_ARE = {
    "BOOLEAN", "DATE", "DOUBLE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT",
    "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
}  # fmt: skip
_ODD = ("STRUCT", "MAP", "UNION", "BLOB", "GEOMETRY", "VARIANT")


def connection(*paths: str) -> "DuckDBPyConnection":
    """A database in memory that may read some files, and nothing else."""
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    opened = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "python_enable_replacements": "false",
            "temp_directory": "",
            "memory_limit": "2GB",
        },
    )
    if paths:
        allowed = ", ".join(f"'{path.replace(_QUOTE, _QUOTE * 2)}'" for path in paths)
        opened.execute(f"SET allowed_paths = [{allowed}]")
    opened.execute("SET enable_external_access = false")
    opened.execute("SET lock_configuration = true")
    return opened


def handed_over(frame: Any, place: InFile, options: Options) -> Read:
    """The records of an object that hands over its columns as Arrow does."""
    with connection() as opened:
        opened.register("figures", frame)
        return selected(opened, "figures", place, options)


def selected(
    opened: "DuckDBPyConnection",
    source: str,
    place: InFile,
    options: Options,
    given: Sequence[str] = (),
) -> Read:
    """The records of a table, or of a function that gives one.

    Args:
        opened: where it is.
        source: what stands behind `FROM`.
        place: the file, as findings call it.
        options: what has been said of it.
        given: what the question marks in the source stand for.
    """
    columns = columns_of(opened, source, given)
    rows = _count(opened, source, given)
    most = most_rows(len(columns))
    if rows > most:
        return too_many(place, most, rows)
    every = ", ".join(asked(name, kind) for name, kind in columns)
    opened.execute(f"SELECT {every} FROM {source}", given)  # noqa: S608 -- names are quoted
    names = [name for name, _ in columns]
    instants = [number for number, (_, kind) in enumerate(columns) if kind == _INSTANT]
    return grid_of(place, names, _records(opened), options, instants)


def columns_of(
    opened: "DuckDBPyConnection", source: str, given: Sequence[str]
) -> list[tuple[str, str]]:
    """The columns of a table, or of a function that gives one, each with its kind."""
    described = opened.execute(f"DESCRIBE FROM {source}", given).fetchall()
    return [(name, kind) for name, kind, *_ in described]


def _count(opened: "DuckDBPyConnection", source: str, given: Sequence[str]) -> int:
    counted = opened.execute(f"SELECT count(*) FROM {source}", given)  # noqa: S608 -- ours
    (rows,) = counted.fetchone() or (0,)
    return int(rows)


def _records(opened: "DuckDBPyConnection") -> Iterator[tuple[Any, ...]]:
    while records := opened.fetchmany(_AT_ONCE):
        yield from records


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return f'"{name.replace(chr(34), chr(34) * 2)}"'


def asked(column: str, kind: str) -> str:
    """How a column is asked for, so that its values come as ones that cells can hold."""
    name = quoted(column)
    if kind in _AS_THEY_ARE or kind.startswith("DECIMAL"):
        return name
    if kind == "FLOAT":  # the shortest decimal that it stands for
        return f"{name}::VARCHAR::DOUBLE"
    if kind == _INSTANT:
        return f"CASE WHEN isfinite({name}) THEN make_timestamp(epoch_us({name})) END"
    if kind.startswith("TIMESTAMP"):
        return f"{name}::TIMESTAMP"
    if kind == "VARCHAR[]":
        return f"left(array_to_string({name}, ', '), {LONGEST + 1})"
    if kind.startswith(_ODD) or kind.endswith("]"):  # something odd, however large it is
        return f"CASE WHEN {name} IS NOT NULL THEN ''::BLOB END"
    return f"left({name}::VARCHAR, {LONGEST + 1})"

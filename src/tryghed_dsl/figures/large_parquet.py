"""Tidy Parquet files that are too large to hold: only the rows that a spec can use are read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tryghed_dsl.figures.beginnings import is_parquet
from tryghed_dsl.figures.cube import Category, Cube
from tryghed_dsl.figures.duckdb_grid import asked, columns_of, connection, quoted
from tryghed_dsl.figures.formats import cubes_of_grids
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.numbers import Trouble
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.parquet import SOURCE, exact_path, read_parquet
from tryghed_dsl.figures.record_grid import numbered_grid
from tryghed_dsl.figures.rows import REQUIRED, recognised, tidy
from tryghed_dsl.figures.unread import damaged, too_many
from tryghed_dsl.figures.values import TABLES, read_value
from tryghed_dsl.figures.wanted import Wanted, left_unread
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.records import dataclass

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LARGE_ROWS = 200_000
_NAMED_ROWS = 2_000_000  # up to here the names that are not wanted are counted too
_AT_ONCE = 10_000
_NUMBER = "file_row_number"
_TEXT, _NUMBERS = "VARCHAR", ("DOUBLE", "FLOAT")
_ODD_SHOWN, _ODD_LOOKED_AT = 50, 10_000
_NUMBERED = "read_parquet(?, hive_partitioning = false, file_row_number = true)"


@dataclass(frozen=True, slots=True)
class LargeParquet:
    """A tidy Parquet file that is read when it is known what is wanted of it.

    Attributes:
        columns: its columns, each with its kind.
    """

    path: Path
    options: Options
    columns: tuple[tuple[str, str], ...]

    def read(self, known: Known) -> tuple[list[Cube], list[Finding]]:
        """The rows that a spec can use, and what was found in all of them."""
        return read_large_parquet(self, known)

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(name for name, _ in self.columns)


def as_large_parquet(path: Path, options: Options) -> LargeParquet | None:
    """The file as one to be read by what is wanted of it; None where it is small or not tidy."""
    if options.layout not in {None, Layout.LONG} or not is_parquet(path):
        return None
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    full, exact = exact_path(path)
    try:
        with connection(full, exact) as opened:
            columns = tuple(columns_of(opened, SOURCE, [exact]))
            rows = _rows(opened, exact)
    except duckdb.Error:
        return None
    places = recognised(name for name, _ in columns)
    is_tidy = all(column in places for column in REQUIRED)
    return LargeParquet(path, options, columns) if is_tidy and rows >= LARGE_ROWS else None


def _rows(opened: "DuckDBPyConnection", path: str) -> int:
    """How many rows there are, as the file says it at its end."""
    (rows,) = opened.execute(f"SELECT count(*) FROM {SOURCE}", [path]).fetchone() or (0,)  # noqa: S608
    return int(rows)


def read_large_parquet(large: LargeParquet, known: Known) -> tuple[list[Cube], list[Finding]]:
    """Read the rows of a large file that a spec can use, and look at the values of all others.

    Rows are numbered from 1, in the order of the file.
    """
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    name, wanted = large.path.name, Wanted(large.headings, known)
    if wanted.column is None:
        return cubes_of_grids(name, read_parquet(large.path, large.options), large.options)
    full, exact = exact_path(large.path)
    try:
        with connection(full, exact) as opened:
            return _Taken(large, known, wanted, opened, exact).cubes(wanted.column)
    except duckdb.OutOfMemoryException:
        return [], too_many(InFile(name))[1]
    except duckdb.Error:
        return [], damaged(name, "Parquet")[1]


class _Taken:
    def __init__(
        self,
        large: LargeParquet,
        known: Known,
        wanted: Wanted,
        opened: "DuckDBPyConnection",
        path: str,
    ) -> None:
        self._large = large
        self._known = known
        self._wanted = wanted
        self._opened = opened
        self._path = path
        self._symbols = TABLES.said(large.options)
        self._taken = 0

    def cubes(self, column: int) -> tuple[list[Cube], list[Finding]]:
        """The rows taken, as a file of their own would give them, and what is told of the rest."""
        large, name = self._large, self._large.path.name
        heading = f"{quoted(large.headings[column])}::VARCHAR"
        rows, others = _rows(self._opened, self._path), None
        if rows <= _NAMED_ROWS:
            names, others = self._parted(heading)
            taken = self._grid(f"{heading} IN (SELECT unnest(?))", [names])
        else:
            taken = self._grid(_is_wanted(heading), [self._wanted.names] * 2)
        cubes, found = cubes_of_grids(name, taken, large.options)
        found = [*found, *self._odd(column)]
        left = rows - self._taken
        return cubes, [*found, *left_unread(name, self._known.spec, self._wanted, others, left)]

    def _parted(self, heading: str) -> tuple[list[str], list[tuple[str, int]]]:
        """The names that are wanted as the file has them, and the others with their rows."""
        query = f"""
            SELECT coalesce({heading}, ''), count(*) FROM {SOURCE}
            GROUP BY 1"""  # noqa: S608 -- names are quoted
        known = self._known.areas if self._wanted.of_areas else self._known.indicators
        wanted, others = list[str](), list[tuple[str, int]]()
        for name, rows in self._opened.execute(query, [self._path]).fetchall():
            is_wanted = known.of(Category(tidy(name))) or name.strip().lower() in self._wanted.names
            (wanted.append(name) if is_wanted else others.append((name, rows)))
        return wanted, others

    def _odd(self, column: int) -> list[Finding]:
        """Values that are no numbers in rows that are not wanted; they refuse the file too."""
        columns = ", ".join(asked(*self._large.columns[at]) for at in (column, self._wanted.value))
        query = f"""
            SELECT {_NUMBER}, {columns} FROM {_NUMBERED}
            WHERE {self._is_odd()} LIMIT {_ODD_LOOKED_AT}"""  # noqa: S608 -- names are quoted
        found = []
        for number, name, written in self._opened.execute(query, [self._path]).fetchall():
            where = InFile(self._large.path.name, number + 1)
            read = read_value(str(written), self._symbols, set())
            if isinstance(read, Trouble) and str(name).strip().lower() not in self._wanted.names:
                found.append(Finding(read.value, (), {"written": str(written)}, where))
        return found[:_ODD_SHOWN]

    def _grid(self, where: str, given: Sequence[Any]) -> Any:
        columns = ", ".join(asked(name, kind) for name, kind in self._large.columns)
        query = f"""
            SELECT {_NUMBER}, {columns} FROM {_NUMBERED} WHERE {where}
            ORDER BY {_NUMBER}"""  # noqa: S608 -- names are quoted
        self._opened.execute(query, [self._path, *given])
        place = InFile(self._large.path.name)
        return numbered_grid(place, self._large.headings, self._records(), self._large.options)

    def _records(self) -> Iterator[tuple[int, Sequence[Any]]]:
        while records := self._opened.fetchmany(_AT_ONCE):
            self._taken += len(records)
            yield from ((record[0] + 1, record[1:]) for record in records)

    def _is_odd(self) -> str:
        """Whether a value is no figure and no sign for a missing one, as SQL says it."""
        heading, kind = self._large.columns[self._wanted.value]
        value = quoted(heading)
        if kind in _NUMBERS:
            return f"NOT isfinite({value})"
        if kind != _TEXT:
            return "false"
        signs = sorted(self._symbols.missing | self._symbols.unclear | self._symbols.zero)
        listed = ", ".join("'" + sign.replace("'", "''") + "'" for sign in signs)
        number = f"try_cast(replace({value}, ',', '.') AS DOUBLE)"
        return f"NOT coalesce(isfinite({number}), false) AND lower(trim({value})) NOT IN ({listed})"


def _is_wanted(heading: str) -> str:
    """Whether a row is of a wanted name, as SQL says it; trimming all names would take longest."""
    return f"""lower({heading}) IN (SELECT unnest(?))
        OR (({heading} LIKE ' %' OR {heading} LIKE '% ')
            AND lower(trim({heading})) IN (SELECT unnest(?)))"""

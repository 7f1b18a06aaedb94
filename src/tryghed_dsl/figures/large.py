"""Tidy text files that are too large to hold: only the rows that a spec can use are taken out.

The embedded database goes through the file once. What it takes out is then read as the rows of
a smaller file are, so that symbols, decimal signs and flags mean the same in both.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.grid import Grid, Row
from tryghed_dsl.figures.layout.table import cubes_of
from tryghed_dsl.figures.lines import long_line, numbered
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.numbers import Trouble
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.rows import REQUIRED, recognised
from tryghed_dsl.figures.text_file import LONGEST_LINE, delimiter_of, endless_line, grid_of_text
from tryghed_dsl.figures.values import TABLES, read_value
from tryghed_dsl.figures.wanted import Wanted, left_unread
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.decoding import FALLBACK, decode

LARGE_BYTES = 1_000_000
# Up to here the names that are not wanted are counted too, in a second pass.
_NAMED_BYTES = 64_000_000
_SNIFFED = 65_536
_AT_ONCE = 10_000
_ODD_SHOWN = 50
MOST_TAKEN = 1_000_000  # rows that can be held
_LINE = pattern(r"(?:CSV Error on )?Line: (\d+)", re.IGNORECASE)
_FIELDS = pattern(r"Expected Number of Columns: (\d+) Found: (\d+)", re.IGNORECASE)
_ENCODINGS = {
    FALLBACK: "latin-1",
    "utf-16": "utf-16",
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
}


@dataclass(frozen=True, slots=True)
class LargeFile:
    """A tidy text file that is read when it is known what is wanted of it.

    Attributes:
        head: the number of the row with the headings.
        headings: what stands there.
        encoding: how its letters are written, as far as its beginning shows.
    """

    path: Path
    options: Options
    head: int
    headings: tuple[str, ...]
    delimiter: str
    encoding: str

    def read(self, known: Known) -> tuple[list[Cube], list[Finding]]:
        """The rows that a spec can use, and what was found in all of them."""
        return read_large(self, known)


def as_large(path: Path, options: Options, least: int | None = None) -> LargeFile | None:
    """The file as one to be read by what is wanted of it; None where it is small or not tidy.

    Args:
        path: the file.
        options: what has been said of it.
        least: how many bytes a large file has, where that is not what it is to readers.
    """
    try:
        if path.stat().st_size < (LARGE_BYTES if least is None else least):
            return None
        with path.open("rb") as file:
            head = file.read(_SNIFFED)
    except OSError:
        return None
    decoded = decode(head[: head.rfind(b"\n") + 1])
    if decoded is None or decoded.encoding not in _ENCODINGS:
        return None
    grid, _ = grid_of_text(decoded.text, path.name)
    for row in grid.rows[:_ODD_SHOWN]:
        texts = tuple(str(cell) for cell in row.cells)
        if all(column in recognised(texts) for column in REQUIRED):
            delimiter = delimiter_of(decoded.text)
            encoding = _ENCODINGS[decoded.encoding]
            return LargeFile(path, options, row.number, texts, delimiter, encoding)
    return None


def read_large(large: LargeFile, known: Known) -> tuple[list[Cube], list[Finding]]:
    """Read the rows of a large file that a spec can use, and look at the values of all others."""
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    from tryghed_dsl.figures.duckdb_grid import connection  # noqa: PLC0415 -- the same
    from tryghed_dsl.figures.unread import too_many  # noqa: PLC0415 -- the same

    name, wanted = large.path.name, Wanted(large.headings, known)
    too_long = long_line(large.path, LONGEST_LINE)
    if too_long is not None:
        return [], [endless_line(name, too_long)]
    if wanted.column is None and large.path.stat().st_size > _NAMED_BYTES:
        args: dict[str, Argument] = {"path": name, "most": _NAMED_BYTES / 1e6}
        return [], [Finding("E002", (), args, InFile(name))]
    try:
        with connection(str(large.path.resolve())) as opened:
            opened.execute(*_query(large, wanted))
            taken = _Taken(large, known, wanted)
            while records := opened.fetchmany(_AT_ONCE):
                taken.add(records)
                if taken.rows > MOST_TAKEN:
                    return [], too_many(InFile(name), MOST_TAKEN)[1]
            if large.path.stat().st_size <= _NAMED_BYTES and wanted.column is not None:
                taken.names = opened.execute(*_names_query(large, wanted)).fetchall()
    except duckdb.OutOfMemoryException:
        return [], too_many(InFile(name))[1]
    except duckdb.Error as error:
        return [], [broken(name, str(error))]
    return taken.cubes()


# ------------------------------------------------------------------ the query


def source_of(large: LargeFile) -> tuple[str, list[Any]]:
    """The file as a table of texts, with columns named by their places."""
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(large.headings)))
    source = f"""read_csv(?, auto_detect = false, header = false, skip = {large.head},
        delim = ?, quote = '"', escape = '"', encoding = ?, columns = {{{columns}}},
        nullstr = '\x01', max_line_size = {LONGEST_LINE})"""
    return source, [str(large.path.resolve()), large.delimiter, large.encoding]


def _names_query(large: LargeFile, wanted: Wanted) -> tuple[str, list[Any]]:
    """The names that are not wanted, with how many rows each has."""
    source, given = source_of(large)
    query = f"""
        SELECT trim(c{wanted.column}), count(*) FROM {source}
        WHERE lower(trim(c{wanted.column})) NOT IN (SELECT unnest(?)) GROUP BY 1"""  # noqa: S608
    return query, [*given, wanted.names]


def _query(large: LargeFile, wanted: Wanted) -> tuple[str, list[Any]]:
    """One pass: the rows wanted, and those whose value is no plain number."""
    source, given = source_of(large)
    value, where = f"c{wanted.value}", "true"
    if wanted.column is not None:
        where = f"lower(trim(c{wanted.column})) IN (SELECT unnest(?))"
        given.append(wanted.names)
    query = f"""
        SELECT * FROM {source}
        WHERE {where}
            OR (NOT coalesce(isfinite(try_cast({value} AS DOUBLE)), false)
                AND NOT coalesce(isfinite(try_cast(replace({value}, ',', '.') AS DOUBLE)), false)
                AND {value} NOT IN (SELECT unnest(?)))"""  # noqa: S608 -- the names are ours
    return query, [*given, sorted(TABLES.said(large.options).missing)]


# ------------------------------------------------------------------ what was taken


class _Taken:
    def __init__(self, large: LargeFile, known: Known, wanted: Wanted) -> None:
        self.names: list[tuple[str, int]] | None = None
        self._large = large
        self._known = known
        self._wanted = wanted
        self._symbols = TABLES.said(large.options)
        self._rows = list[tuple[str, ...]]()
        self._odd = list[tuple[str, ...]]()

    def add(self, records: Iterable[tuple[str, ...]]) -> None:
        """Keep the rows that are wanted, and others whose value is no number at all."""
        for record in records:
            if self._wanted.takes(record):
                self._rows.append(record)
            elif len(self._odd) < _ODD_SHOWN and isinstance(self._value(record), Trouble):
                self._odd.append(record)

    @property
    def rows(self) -> int:
        """How many rows have been kept."""
        return len(self._rows)

    def _value(self, record: Sequence[str]) -> object:
        return read_value(record[self._wanted.value], self._symbols, set())

    def cubes(self) -> tuple[list[Cube], list[Finding]]:
        """The rows taken, as a file of their own would give them."""
        large, name = self._large, self._large.path.name

        numbers, lines = numbered(large.path, large.delimiter, large.encoding, self._rows)
        grid = Grid(name, [Row(large.head, large.headings)], texts=True)
        rows = zip(numbers, self._rows, strict=True)
        grid.rows += (Row(number, [field.strip() for field in row]) for number, row in rows)
        cubes, found = cubes_of(grid, large.options)
        left = lines - large.head - len(self._rows)
        unread = left_unread(name, self._known.spec, self._wanted, self.names, left)
        return cubes, [*self._told(), *found, *unread]

    def _told(self) -> list[Finding]:
        """Values that are no numbers in rows that are not wanted; they refuse the file too."""
        large = self._large

        numbers, _ = numbered(large.path, large.delimiter, large.encoding, self._odd)
        found = []
        for number, record in zip(numbers, self._odd, strict=True):
            read, written = self._value(record), record[self._wanted.value]
            if isinstance(read, Trouble):
                where = InFile(large.path.name, number)
                found.append(Finding(read.value, (), {"written": written}, where))
        return found


def broken(name: str, message: str) -> Finding:
    """What the database says of a row that it cannot read."""
    line, fields = _LINE.search(message), _FIELDS.search(message)
    row = int(line[1]) if line else None
    if fields is None:
        return Finding("E319", (), {}, InFile(name, row))
    args: dict[str, Argument] = {"fields": float(fields[2]), "columns": float(fields[1])}
    return Finding("E314", (), args, InFile(name, row))

"""Text files of figures: fields with commas, semicolons, tabs or bars between them."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tryghed_dsl.figures.grid import Grid, Row
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.rows import recognised
from tryghed_dsl.figures.unread import not_opened
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.text.decoding import Decoded, decode, decode_as

_DELIMITERS = ";\t,|"
LONGEST_LINE = 1_000_000
_SEEN_FIRST = 60


def read_text_file(path: Path, options: Options) -> tuple[list[Grid], list[Finding]]:
    """Read a file of text with fields.

    Returns:
        Its cells, and what was found; with an error among that they are incomplete.
    """
    name = path.name
    try:
        data = path.read_bytes()
    except OSError:
        return not_opened(path)
    decoded = _decoded(data, options)
    if decoded is None:
        return [], [Finding("E320", (), {"path": name}, InFile(name))]
    found = []
    if decoded.assumed:
        found.append(Finding("N308", (), {"encoding": decoded.encoding}, InFile(name)))
    grid, more = grid_of_text(decoded.text, name)
    return [grid], [*found, *more]


def _decoded(data: bytes, options: Options) -> Decoded | None:
    return decode_as(data, options.encoding) if options.encoding else decode(data)


def grid_of_text(text: str, name: str) -> tuple[Grid, list[Finding]]:
    """The fields of a text, in rows as a spreadsheet counts them."""
    grid, found = Grid(name, texts=True), list[Finding]()
    too_long = _long_line(text)
    if too_long is not None:
        row, length = too_long
        args: dict[str, Argument] = {"length": float(length), "most": float(LONGEST_LINE)}
        return grid, [Finding("E361", (), args, InFile(name, row))]
    row, delimiter = 0, delimiter_of(text)
    try:
        for row, record in enumerate(_records(text, delimiter), start=1):
            if any(field.strip() for field in record) and not _names_delimiter(row, record):
                grid.rows.append(Row(row, [field.strip() for field in record]))
    except csv.Error:
        found.append(Finding("E319", (), {}, InFile(name, row + 1)))
    return grid, found


def endless_line(name: str, row: int) -> Finding:
    """That a line is longer than any that is read."""
    return Finding("E361", (), {"most": float(LONGEST_LINE)}, InFile(name, row))


def _long_line(text: str) -> tuple[int, int] | None:
    if len(text) <= LONGEST_LINE:
        return None
    lengths = ((row, len(line)) for row, line in enumerate(io.StringIO(text), start=1))
    return next((found for found in lengths if found[1] > LONGEST_LINE), None)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)


def _names_delimiter(row: int, record: list[str]) -> bool:
    """Whether this is the line `sep=;` that some spreadsheets write first."""
    return row == 1 and record[0].startswith("sep=")


# ------------------------------------------------------------------ the sign between fields


def delimiter_of(text: str) -> str:
    """The sign between fields: the one under which the first rows make the best table.

    That is the most columns with known headings, then the most rows of one width.
    """
    start = text[:LONGEST_LINE].splitlines()[:_SEEN_FIRST]
    lines = [line for line in start if line.strip() and not line.startswith("sep=")]
    return max(_DELIMITERS, key=lambda delimiter: _tabular("\n".join(lines), delimiter))


def _tabular(text: str, delimiter: str) -> tuple[int, int]:
    records = list[list[str]]()
    try:
        records += _records(text, delimiter)
    except csv.Error:  # the last field is cut off here, or this is not the sign
        records = [record for line in text.splitlines() for record in _alone(line, delimiter)]
    widths = Counter(len(record) for record in records if len(record) > 1)
    known = max((len(recognised(record)) for record in records), default=0)
    return known, max(widths.values(), default=0)


def _alone(line: str, delimiter: str) -> list[list[str]]:
    """The fields of one line, where it can be read without those around it."""
    try:
        return list(_records(line, delimiter))
    except csv.Error:
        return []

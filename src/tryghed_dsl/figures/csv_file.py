"""Tidy CSV: one figure a row, with comma, semicolon or tab between the fields."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.figures.numbers import (
    MISSING,
    Ambiguous,
    Trouble,
    decimal_signs,
    most_of,
    parse_number,
)
from tryghed_dsl.figures.rows import (
    NUMBERS,
    REQUIRED,
    Column,
    RawRow,
    read_period,
    recognised,
    split_flags,
)
from tryghed_dsl.findings.finding import Argument, Expected, Finding, InFile, Listed, errors
from tryghed_dsl.text.decoding import decode

_DELIMITERS = ";,\t"
_Record = tuple[int, list[str]]


def read_csv(path: Path) -> tuple[list[RawRow], list[Finding]]:
    """Read a file of tidy CSV.

    Returns:
        Its figures, and what was found; with an error among that the figures are incomplete.
    """
    name = path.name
    try:
        decoded = decode(path.read_bytes())
    except OSError:
        return [], [Finding("E301", (), {"path": str(path)}, InFile(name))]
    if decoded is None:
        return [], [Finding("E320", (), {"path": name}, InFile(name))]
    reader = _Reader(name)
    if decoded.assumed:
        reader.tell("N308", None, encoding=decoded.encoding)
    rows = reader.read(decoded.text)
    return rows, reader.found


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._signs: set[str] = set()
        self.found: list[Finding] = []

    def tell(self, code: str, row: int | None, column: str | None = None, **args: Argument) -> None:
        self.found.append(Finding(code, (), args, InFile(self._name, row, column)))

    def read(self, text: str) -> list[RawRow]:
        records = list(self._records(text))
        if len(records) <= 1:
            if not errors(self.found):
                self.tell("E312", None)
            return []
        header, columns = records[0][1], recognised(records[0][1])
        missing = [column for column in REQUIRED if column not in columns]
        if missing:
            phrases = Expected(tuple(f"COL_{column.value}" for column in missing))
            self.tell("E302", records[0][0], missing=phrases, found=Listed(tuple(header)))
            return []
        body = self._even(records[1:], len(header))
        places = [columns[column] for column in NUMBERS if column in columns]
        self._signs = decimal_signs(record[place] for _, record in body for place in places)
        rows = (self._row(row, record, header, columns) for row, record in body)
        return [row for row in rows if row is not None]

    # -------------------------------------------------------------- records

    def _records(self, text: str) -> Iterator[_Record]:
        """The records that are not blank, each with its row as a spreadsheet counts it."""
        lines = io.StringIO(text, newline="")
        reader = csv.reader(lines, delimiter=_delimiter(text), skipinitialspace=True, strict=True)
        row = 0
        try:
            for row, record in enumerate(reader, start=1):
                if any(field.strip() for field in record) and not _names_delimiter(row, record):
                    yield row, record
        except csv.Error:
            self.tell("E319", row + 1)

    def _even(self, records: list[_Record], columns: int) -> list[_Record]:
        """The records with as many fields as the header; fields over it may be blank."""
        even = []
        for row, record in records:
            extra = [field for field in record[columns:] if field.strip()]
            if len(record) < columns or extra:
                fields = float(len(record))
                self.tell("E314", row, fields=fields, columns=float(columns))
            else:
                even.append((row, record[:columns]))
        return even

    # -------------------------------------------------------------- one row

    def _row(
        self, row: int, record: list[str], header: list[str], columns: Mapping[Column, int]
    ) -> RawRow | None:
        def text(column: Column) -> str:
            return record[columns[column]].strip() if column in columns else ""

        def optional(column: Column) -> float | None:
            written = text(column)
            if written.casefold() in MISSING:
                return None
            return self._number(written, row, header[columns[column]])

        written = text(Column.VALUE)
        if written.casefold() in MISSING:
            return None
        period = read_period(text(Column.PERIOD))
        if period is None:
            name = header[columns[Column.PERIOD]]
            self.tell("E307", row, name, written=text(Column.PERIOD))
        most = most_of(written)
        column = header[columns[Column.VALUE]]
        value = self._number(written, row, column) if most is None else 0.0
        if value is None or period is None:
            return None
        return RawRow(
            text(Column.INDICATOR),
            text(Column.AREA) if Column.AREA in columns else None,
            period,
            value,
            Origin(self._name, None, row, text(Column.ORIGIN) or None),
            optional(Column.N),
            optional(Column.DENOMINATOR),
            optional(Column.LOWER),
            optional(Column.UPPER),
            most,
            text(Column.UNIT) or None,
            (*split_flags(text(Column.FLAG)), *(() if most is None else (SUPPRESSED,))),
        )

    def _number(self, written: str, row: int, column: str) -> float | None:
        number = parse_number(written, self._signs)
        if isinstance(number, Trouble):
            self.tell(number.value, row, column, written=written)
            return None
        if isinstance(number, Ambiguous):
            large, small = number.large, number.small
            self.tell("E309", row, column, written=written, large=large, small=small)
            return None
        return number


def _names_delimiter(row: int, record: list[str]) -> bool:
    """Whether this is the line `sep=;` that some spreadsheets write first."""
    return row == 1 and record[0].startswith("sep=")


def _delimiter(text: str) -> str:
    """The sign between fields: the one under which the first row names most columns."""
    lines = (line for line in text.splitlines() if line.strip())
    header = next((line for line in lines if not line.startswith("sep=")), "")

    def known(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([header], delimiter=delimiter, skipinitialspace=True), [])
        return len(recognised(names)), header.count(delimiter)

    return max(_DELIMITERS, key=known)

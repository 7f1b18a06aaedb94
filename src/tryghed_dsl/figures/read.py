"""Figures from wherever they are: files by their kind, or records already in memory."""

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from numbers import Real
from pathlib import Path
from typing import Any

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.csv_file import read_csv
from tryghed_dsl.figures.numbers import Trouble, most_of
from tryghed_dsl.figures.rows import (
    NUMBERS,
    REQUIRED,
    Column,
    RawRow,
    read_period,
    recognised,
    split_flags,
)
from tryghed_dsl.findings.finding import Expected, Finding, InFile, Listed

_TEXT_SUFFIXES = {".csv", ".tsv", ".txt", ""}


def read_files(paths: Iterable[Path]) -> tuple[list[RawRow], list[Finding]]:
    """Read the figures of several files together."""
    rows, found = list[RawRow](), list[Finding]()
    for path in paths:
        more, told = _read_file(path)
        rows += more
        found += told
    return rows, found


def _read_file(path: Path) -> tuple[list[RawRow], list[Finding]]:
    if path.suffix.casefold() not in _TEXT_SUFFIXES and path.is_file():
        return [], [Finding("E320", (), {"path": path.name}, InFile(path.name))]
    return read_csv(path)


def read_records(records: Sequence[Mapping[str, Any]]) -> tuple[list[RawRow], list[Finding]]:
    """Read figures from records, whose keys are named as a file's columns are.

    Periods may be years as numbers, text, or `Period`; values are numbers, None where missing.
    """
    rows, found = list[RawRow](), list[Finding]()
    for number, record in enumerate(records, start=1):
        row = _record(record, number)
        if isinstance(row, Finding):
            found.append(row)
        elif row is not None:
            rows.append(row)
    return rows, found


def _record(record: Mapping[str, Any], number: int) -> RawRow | Finding | None:
    names, given = [str(name) for name in record], list(record.values())
    fields = {column: given[place] for column, place in recognised(names).items()}
    where = InFile("records", number)
    missing = [column for column in REQUIRED if column not in fields]
    if missing:
        phrases = Expected(tuple(f"COL_{column.value}" for column in missing))
        return Finding("E302", (), {"missing": phrases, "found": Listed(tuple(names))}, where)
    if fields[Column.VALUE] is None:
        return None
    period = _period(fields[Column.PERIOD])
    if period is None:
        return Finding("E307", (), {"written": str(fields[Column.PERIOD])}, where)
    numbers: dict[Column, float] = {}
    most = most_of(str(fields[Column.VALUE]))
    if most is not None:
        fields[Column.VALUE] = 0.0
    for column in NUMBERS:
        if fields.get(column) is not None:
            read = _number(fields[column])
            if isinstance(read, Trouble):
                return Finding(read.value, (), {"written": str(fields[column])}, where)
            numbers[column] = read
    return RawRow(
        str(fields[Column.INDICATOR]),
        _text(fields.get(Column.AREA)),
        period,
        numbers[Column.VALUE],
        Origin("records", None, number, _text(fields.get(Column.ORIGIN))),
        numbers.get(Column.N),
        numbers.get(Column.DENOMINATOR),
        numbers.get(Column.LOWER),
        numbers.get(Column.UPPER),
        most,
        _text(fields.get(Column.UNIT)),
        (*_flags(fields.get(Column.FLAG)), *(() if most is None else (SUPPRESSED,))),
    )


def _period(given: Any) -> Period | None:
    return given if isinstance(given, Period) else read_period(str(given))


def _number(given: Any) -> float | Trouble:
    """A number of any library's kind; a truth value or a text is none."""
    if isinstance(given, bool) or not isinstance(given, Real | Decimal):
        return Trouble.NOT_A_NUMBER
    try:
        number = float(given)
    except (OverflowError, ValueError):
        return Trouble.NOT_FINITE
    return number if math.isfinite(number) else Trouble.NOT_FINITE


def _text(given: Any) -> str | None:
    return None if given is None else str(given)


def _flags(given: Any) -> tuple[str, ...]:
    if given is None:
        return ()
    if isinstance(given, str) or not isinstance(given, Iterable):
        return split_flags(str(given))
    return tuple(flag for each in given for flag in split_flags(str(each)))

"""Figures from wherever they are: files by their kind, or records already in memory."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.figures.csv_file import read_csv
from tryghed_dsl.figures.rows import REQUIRED, Column, RawRow, recognised, split_flags
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
    if path.suffix.casefold() not in _TEXT_SUFFIXES and path.exists():
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
    names = list(record)
    fields = {column: record[names[place]] for column, place in recognised(names).items()}
    where = InFile("records", number)
    missing = [column for column in REQUIRED if column not in fields]
    if missing:
        phrases = Expected(tuple(f"COL_{column.value}" for column in missing))
        return Finding("E302", (), {"missing": phrases, "found": Listed(tuple(names))}, where)
    value, period = fields[Column.VALUE], _period(fields[Column.PERIOD])
    if value is None:
        return None
    if period is None:
        return Finding("E307", (), {"written": str(fields[Column.PERIOD])}, where)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Finding("E303", (), {"written": str(value)}, where)
    if not math.isfinite(value):
        return Finding("E313", (), {"written": str(value)}, where)
    return RawRow(
        str(fields[Column.INDICATOR]),
        str(fields[Column.AREA]) if fields.get(Column.AREA) is not None else None,
        period,
        float(value),
        Origin("records", None, number, fields.get(Column.ORIGIN)),
        fields.get(Column.N),
        fields.get(Column.DENOMINATOR),
        fields.get(Column.UNIT),
        _flags(fields.get(Column.FLAG)),
    )


def _period(given: Any) -> Period | None:
    return given if isinstance(given, Period) else parse_period(str(given))


def _flags(given: Any) -> tuple[str, ...]:
    if given is None:
        return ()
    return split_flags(given) if isinstance(given, str) else tuple(given)

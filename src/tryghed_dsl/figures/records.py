"""Records that are already in memory, as a program hands them over."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from numbers import Real
from typing import Any

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.dates import unclear_date
from tryghed_dsl.figures.grid import Cell, Grid, Row, is_blank
from tryghed_dsl.figures.lacking import lacking
from tryghed_dsl.figures.numbers import Trouble, most_of
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.rows import (
    NUMBERS,
    REQUIRED,
    Column,
    RawRow,
    column_named,
    recognised,
    split_flags,
)
from tryghed_dsl.figures.typed import cell_of
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.records import replace

_NAME = "records"


def is_tidy(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether each record is one figure, as a number; else they are rows of some other table."""
    places = recognised(str(name) for name in records[0])
    if not all(column in places for column in REQUIRED):
        return False
    names = list(records[0])
    numbers = [names[places[column]] for column in NUMBERS if column in places]
    return not any(_is_written(record.get(name)) for record in records for name in numbers)


def _is_written(given: Any) -> bool:
    """Whether a number is a text, whose signs have to be read."""
    return isinstance(given, str) and most_of(given) is None and any(map(str.isdigit, given))


def grid_of_records(records: Sequence[Mapping[str, Any]]) -> Grid:
    """Records as rows; their keys are the headings, and a key that is not there says nothing."""
    names = list(dict.fromkeys(str(name) for record in records for name in record))
    rows = [Row(0, list[Cell](names))]
    for number, record in enumerate(records, start=1):
        given = {str(name): cell_of(value) for name, value in record.items()}
        rows.append(Row(number, [given.get(name) for name in names]))
    return Grid(_NAME, [row for row in rows if any(not is_blank(cell) for cell in row.cells)])


def tidy_rows(records: Sequence[Mapping[str, Any]]) -> tuple[list[RawRow], list[Finding]]:
    """Read records that are one figure each, with keys named as a file's columns are.

    Periods may be years as numbers, text, or `Period`; values are numbers, None where missing.
    """
    rows, found = list[RawRow](), list[Finding]()
    for number, record in enumerate(records, start=1):
        row = _record(record, number)
        if isinstance(row, Finding):
            found.append(row)
        elif row is not None:
            rows.append(row)
    return rows, [*found, *_unclear(records)]


def _unclear(records: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    """That dates can be of one day or of another, with the first of them."""
    headings = list(dict.fromkeys(str(name) for record in records for name in record))
    for heading in headings:
        if column_named(heading) is Column.PERIOD:
            written = [str(record.get(heading)) for record in records]
            unclear = unclear_date(written, headings)
            if unclear is not None:
                where = InFile(_NAME, written.index(unclear.written) + 1)
                yield replace(unclear.finding(), where=where)


def _record(record: Mapping[str, Any], number: int) -> RawRow | Finding | None:
    names, given = [str(name) for name in record], list(record.values())
    fields = {column: given[place] for column, place in recognised(names).items()}
    where = InFile(_NAME, number)
    missing = [column for column in REQUIRED if column not in fields]
    if missing:
        return lacking(missing, names, where)
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
        Origin(_NAME, None, number, _text(fields.get(Column.ORIGIN))),
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

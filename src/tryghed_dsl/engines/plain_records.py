"""Records that say no more than a plain mapping does, and so can be judged as one.

They have the four keys of the language and no others, ids as the spec has them, years, and finite
numbers, each of Python's own kind. Whatever else records hold is for the readers of figures.
"""

from collections.abc import Collection, Mapping
from operator import itemgetter
from typing import Any

from tryghed_dsl.domain.period import FIRST_YEAR, LAST_YEAR

# The figures of records in their order, so that a row's number can still be told.
PlainRecords = Mapping[tuple[str, str, int], float | None]

_KEYS = ("indicator", "area", "period", "value")
_fields = itemgetter(*_KEYS)
_HAVE = len(_KEYS)
_YEAR = len(str(LAST_YEAR))


class _NotPlainError(Exception):
    """A record that has to be read in full."""


def plain_records(
    records: Any, indicators: Collection[str], areas: Collection[str]
) -> PlainRecords | None:
    """Records as a mapping; None where they are not plain.

    Args:
        records: whatever was given as figures.
        indicators: the ids that are sure to mean those indicators.
        areas: likewise the areas.
    """
    if type(records) is not list:
        return None
    found: dict[tuple[str, str, int], float | None] = {}
    try:
        for record in records:
            if type(record) is not dict or len(record) != _HAVE:
                return None
            indicator, area, period, value = _fields(record)
            # Names of other kinds may be equal to an id, and be written otherwise.
            if type(indicator) is not str or indicator not in indicators:
                return None
            if type(area) is not str or area not in areas:
                return None
            if type(period) is not int or not FIRST_YEAR <= period <= LAST_YEAR:
                period = _year(period)
            if type(value) is not float or value - value != 0:
                value = _number(value)
            found[indicator, area, period] = value
    except (KeyError, _NotPlainError):
        return None
    return found if found and len(found) == len(records) else None


def _year(period: Any) -> int:
    """A year that is written as text."""
    if type(period) is str and len(period) == _YEAR and period.isascii() and period.isdecimal():
        year = int(period)
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year
    raise _NotPlainError


def _number(value: Any) -> float | None:
    """A whole number as the float that readers make of it, or None where there is no figure."""
    if value is None:
        return None
    if type(value) is int:
        try:
            return float(value)
        except OverflowError:
            raise _NotPlainError from None
    raise _NotPlainError

"""How a number format shows a number: plainly, as a percentage, as a date or as a time of day."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum

from tryghed_dsl.figures.grid import Cell, Percent
from tryghed_dsl.patterns import pattern


class Shown(Enum):
    """What a number format makes of a number."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    MONTH = "month"  # a date of which only month and year show
    YEAR = "year"
    TIME = "time"
    LASTING = "lasting"  # hours that go on after 24


_WHOLE_OR_PART = frozenset({Shown.DATE, Shown.MONTH, Shown.YEAR})
# The formats that every workbook has, by number; 27 to 36 and 50 to 58 are dates in East Asia.
_DATES = frozenset({14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)})
_TIMES = frozenset({18, 19, 20, 21, 32, 33, 34, 35, 45, 47})
_BUILT_IN = {
    **dict.fromkeys(map(str, _DATES), Shown.DATE),
    **dict.fromkeys(map(str, _TIMES), Shown.TIME),
    "17": Shown.MONTH,
    "9": Shown.PERCENT,
    "10": Shown.PERCENT,
    "46": Shown.LASTING,
}
# What stands in a code as it is: quoted, escaped, a blank as wide as a sign, or a sign repeated.
_AS_IT_IS = pattern(r'"[^"]*"?|[\\_*].?', re.DOTALL)
_LASTING = pattern(r"\[(h+|m+|s+)\]")
_CONDITION = pattern(r"\[[^\]]*\]")
_DAY_ONE = datetime(1899, 12, 31)  # noqa: DTZ001 -- a workbook has no time zones
_DAY_ONE_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_DAY = 60  # 29 February 1900, which these calendars have and no other
_DAYS = 2_958_466  # up to the year 9999
_DAYS_1904 = 1462
_SECONDS = 86_400


def shown_by(number: str, code: str | None) -> Shown:
    """What a number format shows.

    Args:
        number: its number.
        code: what it was written as, where the workbook says so.
    """
    return _BUILT_IN.get(number, Shown.PLAIN) if code is None else _by_code(code)


def _by_code(code: str) -> Shown:
    signs = _AS_IT_IS.sub("", code).split(";", 1)[0].casefold()
    if "%" in signs:
        return Shown.PERCENT
    if _LASTING.search(signs):
        return Shown.LASTING
    signs = _CONDITION.sub("", signs)
    if "general" in signs or "standard" in signs:
        return Shown.PLAIN
    if "d" in signs or ("y" in signs and "h" in signs):
        return Shown.DATE
    if "h" in signs or "s" in signs:
        return Shown.TIME
    if "m" in signs:
        return Shown.MONTH
    return Shown.YEAR if "y" in signs else Shown.PLAIN


def as_shown(number: float, shown: Shown, *, since_1904: bool) -> Cell:
    """A number as its cell shows it; one that no date belongs to stays a number."""
    if shown is Shown.PLAIN:
        return number
    if shown is Shown.PERCENT:
        return Percent(Decimal(repr(number)).scaleb(2))
    if shown in _WHOLE_OR_PART:
        return _part(_date(number, since_1904=since_1904), shown)
    return _time(number, lasting=shown is Shown.LASTING)


def _part(day: Cell, shown: Shown) -> Cell:
    """A date, or only what its cell shows of it: `2018M03`, or the number 2018."""
    if not isinstance(day, date) or shown is Shown.DATE:
        return day
    return float(day.year) if shown is Shown.YEAR else f"{day.year}M{day.month:02}"


def _date(number: float, *, since_1904: bool) -> Cell:
    most = _DAYS - _DAYS_1904 if since_1904 else _DAYS
    if not 0 <= number < most or (int(number) in {0, _LEAP_DAY} and not since_1904):
        return number
    # The leap day that never was has moved all days after it by one.
    days = number if since_1904 or number < _LEAP_DAY else number - 1
    first = _DAY_ONE_1904 if since_1904 else _DAY_ONE
    moment = first + timedelta(seconds=round(days * _SECONDS))
    return moment.date() if moment.time() == time.min else moment


def _time(number: float, *, lasting: bool) -> Cell:
    """A time as text, so that it is never taken for a share of a day."""
    if not 0 <= number < _DAYS:
        return number
    minutes, seconds = divmod(round(number * _SECONDS), 60)
    hours, minutes = divmod(minutes, 60)
    hours = hours if lasting else hours % 24
    return f"{hours:02}:{minutes:02}:{seconds:02}"

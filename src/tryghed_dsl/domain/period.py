"""Periods: years and their parts, school years, and days."""

import math
import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import lru_cache

from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

FIRST_YEAR, LAST_YEAR = 1500, 2999
_YEAR_DIGITS = 4
# Danish school years begin in August.
_SCHOOL_STARTS = 7 / 12
# Much less than a day; fractions of a year are not exact.
_MOMENT = 1e-6


class Length(Enum):
    """The length of a period; the value is how many make up a year."""

    YEAR = 1
    HALF = 2
    QUARTER = 4
    MONTH = 12
    SCHOOL_YEAR = -1
    DAY = 365

    @property
    def years(self) -> float:
        """How long one is, in years."""
        return 1 / abs(self.value)


@dataclass(frozen=True, slots=True)
class Period:
    """A period of one length.

    `index` counts periods of that length, so that the next one is `index + 1`: years count
    as themselves, quarters as four a year, days as the calendar's ordinal.
    """

    length: Length
    index: int

    def __str__(self) -> str:
        return _WRITTEN[self.length](self.index)

    @property
    def year(self) -> int:
        """The calendar year that it lies in; for a school year the year that it ends in."""
        if self.length is Length.YEAR:
            return self.index
        if self.length is Length.SCHOOL_YEAR:
            return self.index + 1
        if self.length is Length.DAY:
            return date.fromordinal(self.index).year
        parts: int = self.length.value
        return self.index // parts

    @property
    def starts(self) -> float:
        """When it begins, in years: 2018.5 for the second half of 2018."""
        if self.length is Length.SCHOOL_YEAR:
            return self.index + _SCHOOL_STARTS
        if self.length is Length.DAY:
            return _day_starts(date.fromordinal(self.index))
        parts: int = self.length.value
        return self.index / parts

    @property
    def ends(self) -> float:
        """When the next one begins, in years."""
        return self.plus(1).starts

    def within(self, other: "Period") -> bool:
        """Whether it lies in another one, of the same length or a longer one."""
        return other.starts <= self.starts + _MOMENT and self.ends <= other.ends + _MOMENT

    def parts(self, length: Length) -> "tuple[Period, ...]":
        """The periods of a length that lie in it, in order."""
        return _parts(self, length)

    def around(self, length: Length) -> "Period":
        """The period of a longer length that it lies in, or begins in."""
        if length is Length.SCHOOL_YEAR:
            return Period(length, math.floor(self.starts - _SCHOOL_STARTS + _MOMENT))
        return Period(length, math.floor(self.starts / length.years + _MOMENT))

    def plus(self, steps: int) -> "Period":
        """The period that many of its own lengths later."""
        return Period(self.length, self.index + steps)

    def months_later(self, months: int) -> "Period":
        """Of a day, the same day of another month, or that month's last where it has no such."""
        day = date.fromordinal(self.index)
        years, month = divmod(day.month - 1 + months, Length.MONTH.value)
        last = _days_in(day.year + years, month + 1)
        moved = date(day.year + years, month + 1, min(day.day, last))
        return Period(Length.DAY, moved.toordinal())


@lru_cache(maxsize=1024)
def _parts(whole: Period, length: Length) -> tuple[Period, ...]:
    part = Period(length, _first_index(whole, length))
    found = []
    while part.within(whole):
        found.append(part)
        part = part.plus(1)
    return tuple(found)


def _first_index(whole: Period, length: Length) -> int:
    """The index of the first period of a length that does not begin before another period."""
    if length is Length.SCHOOL_YEAR:
        return math.ceil(whole.starts - _SCHOOL_STARTS - _MOMENT)
    if length is Length.DAY:
        year, months = int(whole.starts + _MOMENT), Length.MONTH.value
        month = round((whole.starts - year) * months)
        return date(year, month + 1, 1).toordinal()
    parts: int = length.value
    return math.ceil(whole.starts * parts - _MOMENT)


@dataclass(frozen=True, slots=True)
class PeriodRange:
    """Periods from the first to the last, both included."""

    first: Period
    last: Period

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"

    def __contains__(self, period: Period) -> bool:
        return (
            period.length is self.first.length
            and self.first.index <= period.index <= self.last.index
        )


def _day_starts(day: date) -> float:
    """When a day begins, in years, each month being a twelfth of one."""
    part = (day.day - 1) / _days_in(day.year, day.month)
    return day.year + (day.month - 1 + part) / Length.MONTH.value


def _days_in(year_number: int, month: int) -> int:
    from calendar import monthrange  # noqa: PLC0415 -- it loads locales, and few figures are of days

    return monthrange(year_number, month)[1]


def year(number: int) -> Period:
    """A calendar year."""
    return Period(Length.YEAR, number)


_WRITTEN: dict[Length, Callable[[int], str]] = {
    Length.YEAR: str,
    Length.HALF: lambda index: f"{index // 2}H{index % 2 + 1}",
    Length.QUARTER: lambda index: f"{index // 4}Q{index % 4 + 1}",
    Length.MONTH: lambda index: f"{index // 12}M{index % 12 + 1:02}",
    Length.SCHOOL_YEAR: lambda index: f"{index}/{(index + 1) % 100:02}",
    Length.DAY: lambda index: date.fromordinal(index).isoformat(),
}


def parse_period(text: str) -> Period | None:
    """Read a period as people and statistics offices write it, or None where it is none.

    `2015`, `2016H1`, `1. halvår 2016`, `2016Q1`, `2016K1`, `1. kvartal 2016`, `2016M01`,
    `2016-01`, `2014/15`, `2014/2015`, `2016-03-14`. Years lie between 1500 and 2999.
    """
    written = " ".join(text.split())
    if not written[:1].isdigit():  # as every form begins, and no name does
        return None
    if written.isdecimal():
        is_year = len(written) == _YEAR_DIGITS and written.isascii()
        return _whole_year(written) if is_year else None
    for form, build in _FORMS:
        match = form.fullmatch(written)
        if match:
            return build(*match.groups())
    return None


def _sane(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _whole_year(digits: str) -> Period | None:
    return Period(Length.YEAR, int(digits)) if _sane(int(digits)) else None


def _part(length: Length) -> Callable[[str, str], Period | None]:
    def build(digits: str, part: str) -> Period | None:
        number = int(part)
        if not _sane(int(digits)) or not 1 <= number <= length.value:
            return None
        return Period(length, int(digits) * length.value + number - 1)

    return build


def _part_first(length: Length) -> Callable[[str, str], Period | None]:
    build = _part(length)
    return lambda part, digits: build(digits, part)


def _school_year(digits: str, ending: str) -> Period | None:
    start = int(digits)
    following = str(start + 1)
    if not _sane(start) or not following.endswith(ending):
        return None
    return Period(Length.SCHOOL_YEAR, start)


def _day(digits: str, month: str, day: str) -> Period | None:
    numbers = int(digits), int(month), int(day)
    if not _sane(numbers[0]) or not 1 <= numbers[1] <= Length.MONTH.value:
        return None
    if not 1 <= numbers[2] <= _days_in(numbers[0], numbers[1]):
        return None
    return Period(Length.DAY, date(*numbers).toordinal())


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = (
    (pattern(r"([0-9]{4})[- ]?[Hh]([12])"), _part(Length.HALF)),
    (pattern(r"([0-9]{4})[- ]?[QqKk]([1-4])"), _part(Length.QUARTER)),
    (pattern(r"([0-9]{4})[- ]?[Mm]([0-9]{1,2})"), _part(Length.MONTH)),
    (pattern(r"([0-9]{4})-([0-9]{2})"), _part(Length.MONTH)),
    (pattern(r"([12])\. ?halvår,? ([0-9]{4})", re.IGNORECASE), _part_first(Length.HALF)),
    (pattern(r"([1-4])\. ?kvartal,? ([0-9]{4})", re.IGNORECASE), _part_first(Length.QUARTER)),
    (pattern(r"([0-9]{4})/([0-9]{2}|[0-9]{4})"), _school_year),
    (pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"), _day),
)

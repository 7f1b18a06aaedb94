"""Days as people and programs write them, the day or the year first."""

import re
from collections.abc import Iterable, Sequence

from tryghed_dsl.domain.period import Length, Period, parse_period
from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_DAY_FIRST = pattern(
    r"(?P<day>[0-9]{1,2})(?P<sign>[./-])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})"
)
_SLASHES = pattern(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
# A time of day behind a date. In UTC the day can be another one here, but for whole days.
_TIME = pattern(
    r"(?<=[0-9]{2})(?:"
    r"(?:T| +)(?:kl\.? *)?[0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9]{2}(?:[.,][0-9]+)?)?"
    r"(?:[+-][0-9]{2}:?[0-9]{2})?"
    r"|T00:00:00(?:\.0+)?Z)$"
)
_DANISH_WORDS = pattern(
    r"(?:\w*dato|tid|tidspunkt|periode|indikator|antal|tal|kommune|bydel|sted|kategori|gerning\w*)",
    re.IGNORECASE,
)
_DANISH_LETTERS = pattern("[æøå]", re.IGNORECASE)
_MONTHS = 12


def read_day(text: str) -> Period | None:
    """A day with its day first, or with a time behind it; what else is no day to us is None.

    `31-12-2018`, `31.12.2018`, `31/12/2018`, `2018-12-31 22:10`. Where the month may as well
    stand first, `unclear_date` says so.
    """
    if not text[:1].isdecimal():
        return None
    bare = _TIME.sub("", text)
    match = _DAY_FIRST.fullmatch(bare)
    if match is not None:
        bare = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    period = parse_period(bare) if bare != text else None
    return period if period is not None and period.length is Length.DAY else None


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date that can be two days, which are both written with the year first."""

    written: str
    day_first: str
    month_first: str

    def finding(self) -> Finding:
        """That nothing tells which of the two it is."""
        args: dict[str, Argument] = {
            "written": self.written,
            "first": self.day_first,
            "second": self.month_first,
        }
        return Finding("E322", (), args)


def unclear_date(written: Iterable[str], around: Sequence[str]) -> Unclear | None:
    """The first of some dates that can be two days; None where something tells which they are.

    A date such as 31/12/2018 tells it of all, and so do Danish words around them.

    Args:
        written: dates as they are written, and whatever else stands among them.
        around: the words of the same table: headings, titles, names.
    """
    first: Unclear | None = None
    for text in written:
        match = _SLASHES.match(text)
        if match is None:
            continue
        one, other, year = int(match[1]), int(match[2]), match[3]
        if one > _MONTHS or other > _MONTHS:
            return None
        if one != other and first is None:
            days = f"{year}-{other:02}-{one:02}", f"{year}-{one:02}-{other:02}"
            first = Unclear(text, *days)
    return None if first is None or any(map(_is_danish, around)) else first


def _is_danish(text: str) -> bool:
    return (
        _DANISH_LETTERS.search(text) is not None
        or _DANISH_WORDS.fullmatch(text.rpartition(" ")[2]) is not None
    )

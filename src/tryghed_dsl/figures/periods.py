"""Periods as files write them: in cells and headings, in parts, and among other words."""

import re
from functools import lru_cache

from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.figures.dates import read_day
from tryghed_dsl.patterns import pattern

_YEAR_DIGITS, _SHORT_YEAR, _SHORT = 4, 2, 3
_CENTURY_ENDS = 70  # `jun-69` is of 2069, and `jun-70` of 1970
_FOOTNOTE = pattern(r"(?<=[0-9])(\*+| ?[0-9]\)|[¹²³⁴])$")
_FIRST = pattern(r"^(?:skoleåret|år|pr\.|ultimo|primo|year)\s+", re.IGNORECASE)
_MARK = pattern(r"[ ,(]+(foreløbig[et]?|provisional|preliminary)\)?$", re.IGNORECASE)
_MONTH_FIRST = pattern(r"(0?[1-9]|1[0-2])[-/]((?:19|20)[0-9]{2})")
_QUARTER_FIRST = pattern(r"([1-4])[KQ] ?((?:19|20)[0-9]{2})", re.IGNORECASE)
_PARTS = (
    (pattern(r"([1-4])\. ?(?:kvartal|kvt\.?|kv\.?|quarter)", re.IGNORECASE), "Q"),
    (pattern(r"[KQ]([1-4])", re.IGNORECASE), "Q"),
    (pattern(r"([12])\. ?halvår", re.IGNORECASE), "H"),
    (pattern(r"H([12])", re.IGNORECASE), "H"),
    (pattern(r"M([0-9]{1,2})", re.IGNORECASE), "M"),
)
_MONTHS = (
    ("januar", "january"),
    ("februar", "february"),
    ("marts", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_SHORT_MONTH = {name[:3]: number for name, number in _MONTH.items()}
_SHORT_MONTH["mrt"] = 3
_WITHIN = pattern(
    r"(?<![0-9])((?:19|20)[0-9]{2}(?:[KQHkqh][1-4]|[Mm][0-9]{2}|/[0-9]{2})?)(?![0-9/])"
)


@lru_cache(maxsize=1 << 16)  # files say the same periods over and over
def read_period(text: str) -> Period | None:
    """A period as a file has it.

    Years may be written as numbers are, 2010.0 or 2010,0; footnote marks and words such as
    `år` or `foreløbig` do not matter; a month's name may stand with its year, and days may
    begin with the day.
    """
    if not any(map(str.isdecimal, text)):  # as in most names of other things
        return None
    bare = text.strip()
    bare = bare[:-2] if bare.endswith((".0", ",0")) else bare
    if bare.isdecimal():
        return parse_period(bare)
    period = _plain(bare)
    if period is None and bare:
        plain = _FIRST.sub("", _MARK.sub("", _FOOTNOTE.sub("", bare)))
        period = _plain(plain) if plain != bare else None
    return period


@lru_cache(maxsize=1 << 16)
def flags_within(text: str) -> tuple[str, ...]:
    """The flags that stand beside a period: `2019 foreløbig`."""
    return ("provisional",) if not text.isdecimal() and _MARK.search(text) else ()


def _plain(text: str) -> Period | None:
    return parse_period(text) or read_day(text) or _part_of_year_and_year(text)


def _part_of_year_and_year(text: str) -> Period | None:
    """A part of a year and its year, in either order: `marts 2018`, `06/2019`, `4. kv. 2018`."""
    month = _MONTH_FIRST.fullmatch(text)
    if month is not None:
        return parse_period(f"{month[2]}M{month[1]}")
    quarter = _QUARTER_FIRST.fullmatch(text)
    if quarter is not None:
        return parse_period(f"{quarter[2]}Q{quarter[1]}")
    words = text.replace("-", " ")
    name, _, digits = words.rpartition(" ")
    first, _, rest = words.partition(" ")
    if len(digits) == _SHORT_YEAR and digits.isdecimal() and not name[:1].isdecimal():
        digits = f"{20 if int(digits) < _CENTURY_ENDS else 19}{digits}"
    for year, said in ((digits, name.rstrip(",")), (first.rstrip(","), rest)):
        part = part_of_year(said) if said and _is_year(year) else None
        if part:
            return parse_period(f"{year}{part}")
    return None


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_DIGITS and text.isdecimal()


def part_of_year(text: str) -> str | None:
    """A part of a year, as it is written behind the year: `Q1`, `H2`, `M03`."""
    bare = " ".join(text.split())
    for form, letter in _PARTS:
        match = form.fullmatch(bare)
        if match:
            return f"{letter}{match[1]}"
    name = bare.casefold().rstrip(".")
    month = _MONTH.get(name) or (_SHORT_MONTH.get(name) if len(name) == _SHORT else None)
    return None if month is None else f"M{month:02}"


def period_within(text: str) -> tuple[Period, str] | None:
    """The only period that stands among other words, and those words; None without one."""
    found = list(_WITHIN.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    period = parse_period(match[1])
    rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split()).strip(" ,.:;-–_()")
    return None if period is None or not rest else (period, rest)

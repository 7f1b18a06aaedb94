"""Periods as files write them: in cells and headings, in parts, and among other words."""

import re

from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.patterns import pattern

_YEAR_DIGITS, _SHORT = 4, 3
_FOOTNOTE = pattern(r"(?<=[0-9])(\*+| ?[0-9]\)|[¹²³⁴])$")
_FIRST = pattern(r"^(?:år|pr\.|ultimo|primo|year)\s+", re.IGNORECASE)
_PARTS = (
    (pattern(r"([1-4])\. ?(?:kvartal|kvt\.?|quarter)", re.IGNORECASE), "Q"),
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


def read_period(text: str) -> Period | None:
    """A period as a file has it.

    Years may be written as numbers are, 2010.0 or 2010,0; footnote marks and words such as
    `år` do not matter; a month's name may stand with its year.
    """
    bare = text.strip()
    bare = bare[:-2] if bare.endswith((".0", ",0")) else bare
    period = parse_period(bare)
    if period is None and bare:
        plain = _FIRST.sub("", _FOOTNOTE.sub("", bare))
        period = parse_period(plain) if plain != bare else None
    return period or _month_of_year(bare)


def _month_of_year(text: str) -> Period | None:
    """A month with its name: `marts 2018`, `mar-18` is too little."""
    name, _, digits = text.replace("-", " ").rpartition(" ")
    month = part_of_year(name) if name and len(digits) == _YEAR_DIGITS else None
    return parse_period(f"{digits}{month}") if month else None


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

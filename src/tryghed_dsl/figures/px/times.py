"""TIMEVAL: the periods of a PX file's time variable, in the format's own way of writing them."""

import re
from collections.abc import Iterator, Sequence
from typing import NoReturn

from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.described import stop
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.px.statements import unquoted
from tryghed_dsl.findings.finding import InFile
from tryghed_dsl.patterns import pattern

_SCALE = pattern(r"([AHQMD])1", re.IGNORECASE)
# Periods with nothing but digits: the first half of 2019 is 20191, its March 201903.
_DIGITS = {
    "H": (pattern(r"([0-9]{4})([12])"), "{}H{}"),
    "Q": (pattern(r"([0-9]{4})([1-4])"), "{}Q{}"),
    "M": (pattern(r"([0-9]{4})([0-9]{2})"), "{}M{}"),
    "D": (pattern(r"([0-9]{4})([0-9]{2})([0-9]{2})"), "{}-{}-{}"),
}
_Written = str | tuple[str, str]


def timed(
    categories: Sequence[Category],
    tokens: Sequence[str],
    labels: tuple[str, str],
    where: InFile,
) -> list[Category]:
    """The categories of time, with a code that is a period where they have none.

    Args:
        categories: as VALUES and CODES have them.
        tokens: what TIMEVAL says.
        labels: what TIMEVAL and VALUES of the variable are called.
        where: the place that findings name.

    Raises:
        Unreadable: TIMEVAL has other periods than the categories, or more, or fewer.
    """
    scale, written = _parts(tokens)
    periods = list(_periods(written, scale, len(categories) + 1))
    if written and len(periods) != len(categories):
        more = len(periods) > len(categories)
        found = _count(written, scale) if more else len(periods)
        _disagree(labels, float(found), float(len(categories)), where)
    if not written:
        return list(categories)
    for category, period in zip(categories, periods, strict=True):
        _check(category, period, labels, where)
    return [_with_code(*each) for each in zip(categories, periods, strict=True)]


def _disagree(
    labels: tuple[str, str], found: str | float, expected: str | float, where: InFile
) -> NoReturn:
    first, second = labels
    stop("E343", where, first=first, found=found, second=second, expected=expected)


def _check(
    category: Category, period: Period | None, labels: tuple[str, str], where: InFile
) -> None:
    """See that a category is the period that TIMEVAL says; of another length it may be.

    School years are named by calendar years, and weeks are no periods to us.
    """
    for text in (category.code or "", category.text):
        own = read_period(text)
        if period and own and own.length is period.length and own != period:
            _disagree(labels, str(period), text, where)


def _with_code(category: Category, period: Period | None) -> Category:
    known = read_period(category.code or "") or read_period(category.text)
    if known is not None or period is None:
        return category
    return Category(category.text, str(period))


# ------------------------------------------------------------------ TLIST


def _parts(tokens: Sequence[str]) -> tuple[str, list[_Written]]:
    """The scale, and the periods: single ones, and from one to another."""
    scale, written, open_range = "", list[_Written](), False
    for word in tokens:
        if not word.startswith('"'):
            match = _SCALE.fullmatch(word)
            scale = match[1].upper() if match is not None else scale
            open_range = word == "-" and bool(written)
        elif open_range and isinstance(written[-1], str):
            written[-1] = (written[-1], unquoted(word))
            open_range = False
        else:
            written.append(unquoted(word))
    return scale, written


def _periods(written: Sequence[_Written], scale: str, most: int) -> Iterator[Period | None]:
    """The periods, at most so many; None for one that is none to us."""
    told = 0
    for each in written:
        first, length = _span(each, scale)
        for step in range(min(length, most - told)):
            yield None if first is None else first.plus(step)
        told += min(length, most - told)


def _count(written: Sequence[_Written], scale: str) -> int:
    return sum(_span(each, scale)[1] for each in written)


def _span(written: _Written, scale: str) -> tuple[Period | None, int]:
    """The first of one or more periods, and how many they are."""
    if isinstance(written, str):
        return _period(written, scale), 1
    first, last = (_period(end, scale) for end in written)
    if first is None or last is None or first.length is not last.length:
        return None, 0
    return first, max(0, last.index - first.index + 1)


def _period(written: str, scale: str) -> Period | None:
    digits, form = _DIGITS.get(scale, (None, ""))
    match = digits.fullmatch(written.strip()) if digits is not None else None
    return parse_period(form.format(*match.groups()) if match is not None else written)

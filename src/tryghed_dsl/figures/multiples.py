"""Figures in thousands and millions, as units, headings and titles say it in words.

Nothing is multiplied by words: they are told, and `scale` says what is meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from tryghed_dsl.figures.cube import Cube, Entry
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_WORDS = (
    (r"1[., ]?000[., ]?000(?![0-9])|mio\.?|millioner|millions?", 1e6),
    (r"1[., ]?000(?![0-9]|[.,][0-9])|t\. ?kr|tkr|tusinde?r?|thousands?", 1e3),
    (r"mia\.?|mrd\.?|milliarder|billions?", 1e9),
)
# One of these is in each of them, and none in most texts.
_PIECES = ("000", "mi", "kr", "tus", "thous", "mrd", "bill")
_THINGS = r"(?:kr|kroner|dkk|eur|euro|usd|personer|persons|indbyggere|borgere|stk|tons?)"
_RATE = pattern(r"\b(?:pr|per)\b\.? ?1", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Multiple:
    """One kind of multiple.

    Attributes:
        first: how a unit begins that says it.
        alone: a title that says nothing else.
        within: how it stands among other words: in brackets, or with what is counted behind it.
    """

    by: float
    first: re.Pattern[str]
    alone: re.Pattern[str]
    within: re.Pattern[str]

    def is_said(self, text: str, *, of_unit: bool) -> bool:
        begins = self.first.match(text) if of_unit else self.alone.fullmatch(text)
        return (begins or self.within.search(text)) is not None


def _multiple(words: str, by: float) -> _Multiple:
    begins = rf"(?:i |in )?(?:{words})(?!\w)"
    patterns = (
        begins,
        rf"{begins}(?: ?{_THINGS}\.?)?",
        rf"\({begins}[^)]*\)|\b(?:i|in) (?:{words}) ?{_THINGS}\b",
    )
    return _Multiple(by, *(pattern(each, re.IGNORECASE) for each in patterns))


_MULTIPLES = [_multiple(*each) for each in _WORDS]


def multiple_of(text: str, *, of_unit: bool) -> float | None:
    """What a text says that figures are multiples of; None where it says nothing.

    Args:
        text: a unit, a heading or a title.
        of_unit: whether it is a unit or a heading, which may begin with it.
    """
    small = text.casefold()
    if not any(piece in small for piece in _PIECES) or _RATE.search(text):
        return None
    return next((each.by for each in _MULTIPLES if each.is_said(text, of_unit=of_unit)), None)


def multiples(
    cube: Cube, entries: Sequence[Entry], options: Options, is_wanted: Callable[[Entry], bool]
) -> Iterator[Finding]:
    """That figures seem to be in thousands or millions, and were not multiplied, once for each.

    Args:
        cube: the figures of a file or sheet.
        entries: those that were chosen.
        options: a scale that has been said settles it.
        is_wanted: whether a figure is one that the spec has.
    """
    if options.scale or not entries:
        return
    for title in cube.titles:
        by = multiple_of(title, of_unit=False)
        wanted = None if by is None else next(filter(is_wanted, entries), None)
        if by is not None and wanted is not None:
            yield _finding(title, by, wanted)
    for unit in {entry.unit: None for entry in entries if entry.unit}:
        yield from _of(unit, partial(_is_in, unit=unit), entries, is_wanted)
    for place in range(len(cube.dimensions)):
        for text in {entry.categories[place].text: None for entry in entries}:
            has = partial(_has, place=place, text=text)
            yield from _of(text, has, entries, is_wanted)


def _is_in(entry: Entry, unit: str) -> bool:
    return entry.unit == unit


def _has(entry: Entry, place: int, text: str) -> bool:
    return entry.categories[place].text == text


def _of(
    text: str,
    has: Callable[[Entry], bool],
    entries: Iterable[Entry],
    is_wanted: Callable[[Entry], bool],
) -> Iterator[Finding]:
    """That a unit or a heading says it, of the first wanted figure that has it."""
    by = multiple_of(text, of_unit=True)
    if by is not None:
        first = next((entry for entry in entries if has(entry) and is_wanted(entry)), None)
        if first is not None:
            yield _finding(text, by, first)


def _finding(text: str, by: float, entry: Entry) -> Finding:
    args: dict[str, Argument] = {"written": text, "scale": str(int(by))}
    return Finding("W323", (), args, place_of(entry.origin))

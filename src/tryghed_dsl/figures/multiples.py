"""Figures in thousands and millions, as units, headings and titles say it in words.

Nothing is multiplied by words: they are told, and `scale` says what is meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tryghed_dsl.figures.cube import Cube, Entry
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.findings.finding import Argument, Finding

_WORDS = (
    (r"1[., ]?000[., ]?000(?![0-9])|mio\.?|millioner|millions?", 1e6),
    (r"1[., ]?000(?![0-9]|[.,][0-9])|t\. ?kr|tkr|tusinde?r?|thousands?", 1e3),
    (r"mia\.?|mrd\.?|milliarder|billions?", 1e9),
)
_THINGS = r"(?:kr|kroner|dkk|eur|euro|usd|personer|persons|indbyggere|borgere|stk|tons?)"
_RATE = re.compile(r"\b(?:pr|per)\b\.? ?1", re.IGNORECASE)
_MOST_TOLD = 100_000


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
    return _Multiple(by, *(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


_MULTIPLES = [_multiple(*each) for each in _WORDS]


def multiple_of(text: str, *, of_unit: bool) -> float | None:
    """What a text says that figures are multiples of; None where it says nothing.

    Args:
        text: a unit, a heading or a title.
        of_unit: whether it is a unit or a heading, which may begin with it.
    """
    if _RATE.search(text):
        return None
    return next((each.by for each in _MULTIPLES if each.is_said(text, of_unit=of_unit)), None)


def multiples(cube: Cube, entries: Iterable[Entry], options: Options) -> Iterator[Finding]:
    """That figures seem to be in thousands or millions, and were not multiplied, once for each.

    Args:
        cube: the figures of a file or sheet.
        entries: those that are wanted.
        options: a scale that has been said settles it.
    """
    told = set[str]()
    for entry in entries if not options.scale else ():
        of_units = [entry.unit or "", *(category.text for category in entry.categories)]
        both = (*((text, True) for text in of_units), *((text, False) for text in cube.titles))
        for text, of_unit in both:
            if text and text not in told and len(told) < _MOST_TOLD:
                told.add(text)
                by = multiple_of(text, of_unit=of_unit)
                if by is not None:
                    yield _finding(text, by, entry)


def _finding(text: str, by: float, entry: Entry) -> Finding:
    args: dict[str, Argument] = {"written": text, "scale": str(int(by))}
    return Finding("W391", (), args, place_of(entry.origin))

"""A period among other words: in a heading, a title, or the name of a file."""

import re

from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.periods import period_within
from tryghed_dsl.patterns import pattern

_SAYS_SOMETHING = pattern(r"[^\W\d_]|%")
# The year that an index counts from: `2015=100`.
_BASE = pattern(r"(?:19|20)[0-9]{2} *= *100\b")
# When somebody took the figures out, or wrote about them.
_WRITTEN = pattern(
    r"\b(?:udtrukket|udtræk\w*|opdateret|opdatering|udskrevet|udskrift\w*|hentet|dannet|genereret|"
    r"dato|d\.|senest|sidst|printed|extracted|updated|downloaded|retrieved|generated|date)(?!\w)",
    re.IGNORECASE,
)


def period_among(text: str) -> tuple[Period, str] | None:
    """The only period among words, and those words; None where there is none for certain.

    `2019-20` and `2015=100` are periods of another kind, or none.
    """
    within = None if _BASE.search(text) else period_within(text)
    return within if within is not None and _SAYS_SOMETHING.search(within[1]) else None


def is_of_writing(text: str) -> bool:
    """Whether words say when a table was made, which is not what its figures are of."""
    return _WRITTEN.search(text) is not None

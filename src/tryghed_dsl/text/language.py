"""The languages that words go out in, and how each writes numbers."""

from collections.abc import Sequence
from enum import StrEnum

_SIGNIFICANT = 6
_WHOLE_BELOW = 1e15


class Language(StrEnum):
    """A language of messages and reports."""

    EN = "en"
    DA = "da"


def number(value: float, language: Language) -> str:
    """A number for people: six significant digits at most, with the language's signs.

    Danish writes 1.234,5 and English 1,234.5.
    """
    plain = _plain(value)
    if language is Language.DA:
        return plain.translate(str.maketrans(",.", ".,"))
    return plain


def _plain(value: float) -> str:
    if value == int(value) and abs(value) < _WHOLE_BELOW:
        return f"{int(value):,}"
    digits = f"{value:.{_SIGNIFICANT}g}"
    if "e" in digits:
        return digits
    whole, _, decimals = digits.partition(".")
    grouped = f"{abs(int(whole)):,}"
    sign = "-" if value < 0 else ""
    return f"{sign}{grouped}.{decimals}" if decimals else f"{sign}{grouped}"


def listing(words: Sequence[str], language: Language, *, last: str | None = None) -> str:
    """Words in a row: "a, b and c" or "a, b og c"; `last` joins otherwise, as with "or"."""
    joint = last or {Language.EN: "and", Language.DA: "og"}[language]
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"

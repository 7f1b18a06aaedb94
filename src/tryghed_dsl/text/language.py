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
    return _in_signs(_plain(value), language)


def _in_signs(plain: str, language: Language) -> str:
    return plain.translate(str.maketrans(",.", ".,")) if language is Language.DA else plain


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


def decimal(value: float, language: Language) -> str:
    """A number for people, with all the decimals that it has been rounded to."""
    if value == int(value):
        return number(value, language)
    from decimal import Decimal  # noqa: PLC0415 -- seldom needed

    return _in_signs(f"{Decimal(repr(value)):,f}", language)


def listing(words: Sequence[str], language: Language, *, last: str | None = None) -> str:
    """Words in a row: "a, b and c" or "a, b og c"; `last` joins otherwise, as with "or"."""
    joint = last or {Language.EN: "and", Language.DA: "og"}[language]
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"

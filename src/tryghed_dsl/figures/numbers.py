"""Numbers as files write them: decimal points and commas, thousands, percent signs."""

import math
from collections.abc import Iterable
from enum import StrEnum

from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_BLANKS = " \u00a0\u2007\u2009\u202f'"
_BLANK = pattern(rf"[{_BLANKS}]")
_SPACED = pattern(rf"[+-]?[0-9]{{1,3}}([{_BLANKS}][0-9]{{3}})+([.,][0-9]+)?")
_SIGN_APART = pattern(rf"^([+-])[{_BLANKS}]+")
_DIGIT = pattern("[0-9]")
_DIGITS = pattern(r"[+-]?[0-9]+")
_GROUPED = {sign: pattern(rf"[+-]?[1-9][0-9]{{0,2}}(\{sign}[0-9]{{3}})+") for sign in ".,"}
_DECIMAL = {sign: pattern(rf"[+-]?[0-9]*\{sign}[0-9]+") for sign in ".,"}
_BOTH = {
    ".": pattern(r"[+-]?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+"),
    ",": pattern(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+"),
}
_EXPONENT = pattern(r"[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+")
_MINUS = str.maketrans({"−": "-", "–": "-"})
_NOT_FINITE = {"nan", "inf", "+inf", "-inf", "infinity", "-infinity"}
MISSING = frozenset({"", "..", "...", ".", ":", "na", "n/a", "null", "none"})


class Trouble(StrEnum):
    """Why a text is no number."""

    NOT_A_NUMBER = "E303"
    AMBIGUOUS = "E309"
    NOT_FINITE = "E313"


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The two numbers that a text can be; the large one if `sign` stands before decimals."""

    large: float
    small: float
    sign: str


_SUPPRESSED = pattern(rf"<[{_BLANKS}]*([0-9]{{1,2}})")


def most_of(text: str) -> float | None:
    """The most that a suppressed count such as `<5` can be; None where it is none."""
    match = _SUPPRESSED.fullmatch(text.strip(_BLANKS))
    return None if match is None else max(0.0, float(match.group(1)) - 1)


# What the mark of a footnote ends with: seen at once in the many texts that have none.
MARK_ENDS = ("*", ")", "¹", "²", "³", "⁴")
# A number with the mark of a footnote behind it: `58*`, `12 1)`.
_MARKED = pattern(rf"(.*[0-9%])[{_BLANKS}]*(\*{{1,3}}|[¹²³⁴]|(?<=[{_BLANKS}])[0-9a-z]\))")


def without_mark(text: str) -> tuple[str, str] | None:
    """A number and the mark of a footnote behind it; None where there is none."""
    bare = text.strip(_BLANKS)
    match = _MARKED.fullmatch(bare) if bare.endswith(MARK_ENDS) else None
    return None if match is None else (match[1], match[2])


def decimal_signs(texts: Iterable[str]) -> set[str]:
    """The decimal signs that numbers certainly use; both, one or none."""
    cleaned = [_cleaned(text) for text in texts if not text.isdecimal()]
    pairs = ((".", ","), (",", "."))
    return {sign for sign, other in pairs for text in cleaned if _shows(text, sign, other)}


def _shows(cleaned: str, sign: str, other: str) -> bool:
    """Whether a number can only be one with this decimal sign: 0.5, 1,234.5 or 1,234,567."""
    if _BOTH[sign].fullmatch(cleaned):
        return True
    if _DECIMAL[sign].fullmatch(cleaned):
        return not _GROUPED[sign].fullmatch(cleaned)
    return cleaned.count(other) > 1 and _GROUPED[other].fullmatch(cleaned) is not None


def parse_number(text: str, signs: set[str]) -> float | Trouble | Ambiguous:
    """Read a number.

    Args:
        text: the number as written, with or without a percent sign.
        signs: the decimal signs that the file's other numbers use.
    """
    if text.isdecimal() and text.isascii():  # most are, and files have millions
        return _finite(text)
    if _DIGIT.search(text) is None:
        not_finite = text.strip(_BLANKS).casefold() in _NOT_FINITE
        return Trouble.NOT_FINITE if not_finite else Trouble.NOT_A_NUMBER
    cleaned = _cleaned(text)
    if _DIGITS.fullmatch(cleaned) or _EXPONENT.fullmatch(cleaned):
        return _finite(cleaned.replace(",", "."))
    for sign, other in ((".", ","), (",", ".")):
        if _BOTH[sign].fullmatch(cleaned):
            return _finite(cleaned.replace(other, "").replace(sign, "."))
        if _DECIMAL[sign].fullmatch(cleaned):
            return _one_sign(cleaned, sign, other, signs)
        if _GROUPED[sign].fullmatch(cleaned):
            return _finite(cleaned.replace(sign, ""))
    return Trouble.NOT_A_NUMBER


def _one_sign(cleaned: str, sign: str, other: str, signs: set[str]) -> float | Trouble | Ambiguous:
    """A number with one sign, which may be a decimal sign or part thousands."""
    as_decimal = _finite(cleaned.replace(sign, "."))
    if not _GROUPED[sign].fullmatch(cleaned) or signs == {sign}:
        return as_decimal
    as_thousands = _finite(cleaned.replace(sign, ""))
    if signs == {other}:
        return as_thousands
    if isinstance(as_decimal, Trouble) or isinstance(as_thousands, Trouble):
        return Trouble.NOT_FINITE
    return Ambiguous(as_thousands, as_decimal, other)


def _finite(text: str) -> float | Trouble:
    number = float(text)
    return number if math.isfinite(number) else Trouble.NOT_FINITE


def _cleaned(text: str) -> str:
    """A number without its percent sign, and without blanks where thousands have them."""
    bare = text.translate(_MINUS).strip(_BLANKS).removesuffix("%").strip(_BLANKS)
    if not any(blank in bare for blank in _BLANKS):
        return bare
    bare = _SIGN_APART.sub(r"\1", bare)
    return _BLANK.sub("", bare) if _SPACED.fullmatch(bare) else bare

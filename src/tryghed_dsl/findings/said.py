"""A finding put into words: its message, labels and help, with the blanks filled in."""

import string
from collections.abc import Mapping

from tryghed_dsl.findings.finding import Argument, Expected, Finding, Listed
from tryghed_dsl.findings.phrases import phrases
from tryghed_dsl.findings.register import REGISTER
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.language import Language, listing, number

_MOST_LISTED = 12
_AND_MORE = {Language.EN: "and {more} more", Language.DA: "og {more} til"}
_OR = {Language.EN: "or", Language.DA: "eller"}


@dataclass(frozen=True, slots=True)
class Said:
    """A finding's words in one language."""

    message: str
    labels: tuple[str, ...]
    help: tuple[str, ...]


def said(finding: Finding, language: Language) -> Said:
    """The words of a finding; what lacks its arguments is left out."""
    words = REGISTER[finding.code].in_language(language)
    args = {name: _argument(value, language) for name, value in finding.args.items()}
    return Said(
        _in_blanks(words.message, args),
        tuple(_filled(label, args) or "" for label in words.labels),
        tuple(line for text in words.help if (line := _filled(text, args)) is not None),
    )


def _filled(text: str, args: Mapping[str, str]) -> str | None:
    needed = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return _in_blanks(text, args) if needed <= args.keys() else None


def _in_blanks(text: str, args: Mapping[str, str]) -> str:
    """The text with its blanks filled; what has backticks of its own gets no others around it."""
    parts = [part.format_map(args) for part in text.split("`")]
    if len(parts) % 2 == 0:  # one that is meant as a sign
        return "`".join(parts)
    quoted = [_quoted(part) if place % 2 else part for place, part in enumerate(parts)]
    return "".join(quoted)


def _quoted(words: str) -> str:
    return words if "`" in words else f"`{words}`"


def _argument(value: Argument, language: Language) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Listed):
        quoted = [_quoted(word) for word in value.words]
        if len(quoted) > _MOST_LISTED:
            more = number(float(len(quoted) - _MOST_LISTED), language)
            return f"{', '.join(quoted[:_MOST_LISTED])} {_AND_MORE[language].format(more=more)}"
        return listing(quoted, language, last=_OR[language])
    if isinstance(value, Expected):
        return listing(phrases(value.signs, language), language, last=_OR[language])
    return number(value, language)


def summary(finding: Finding, language: Language = Language.EN) -> str:
    """A finding in one line: where, its code, its message."""
    place = place_of(finding)
    words = f"{finding.code} {said(finding, language).message}"
    return f"{place}: {words}" if place else words


def place_of(finding: Finding) -> str:
    """Where a finding is, as `file:line:column` or `file:sheet!cell`; empty without a place."""
    if finding.spans:
        first = finding.spans[0]
        return f"{first.source.name}:{first.place.line}:{first.place.column}"
    return "" if finding.where is None else str(finding.where)

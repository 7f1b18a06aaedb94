"""What can be written at a place: names of the right kind, and the words that fit there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

from tryghed_dsl.check.expressions.calling import FORMS
from tryghed_dsl.check.expressions.periods import LENGTHS
from tryghed_dsl.check.trajectories.aims import KINDS
from tryghed_dsl.domain.unit import UNIT_WORDS
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.editor.catalogue import Catalogue, Named
from tryghed_dsl.editor.documents import Document
from tryghed_dsl.editor.meanings import meaning
from tryghed_dsl.editor.occurrences import Of
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.grammar import tables
from tryghed_dsl.syntax.lines import unfinished
from tryghed_dsl.syntax.parse import possible_at_end
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.syntax.starts import LAYOUT
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

_WORD_BEFORE = re.compile(r"(`[^`\n]*|[^\W\d]\w*)\Z")
_SEASONS = ("spring", "summer", "autumn", "winter")
_FREQUENCIES = ("yearly", "half-yearly", "quarterly", "monthly", "daily")
_KINDS = ("flow", "stock", "average")
_LENGTHS = tuple(f"{word}s" for word in LENGTHS)
_EACH = ("area", "indicator", *LENGTHS)
_VALUES = {
    "measure": ("points", "ratio"),
    "ref": ("moving", "frozen"),
    "each": ("year",),
}
# Where a block follows, what else stands in the line.
_SNIPPETS = {
    "goal": 'goal ${1:navn} "${2:Titel}" {\n  $0\n}',
    "agreement": 'agreement "${1:Titel}" {\n  valid ${2:2024..2027}\n  area  $0\n}',
    "indicator": 'indicator ${1:navn} "${2:Titel}", ${3:count}, ${4|lower,higher|} is better',
    "test": 'test "${1:hvad den viser}" {\n  given $0\n}',
}
_DECLARING = frozenset(
    {"area", "areas", "source", "indicator", "indicators", "benchmark", "let", "condition", "goal"}
)


class Sort(StrEnum):
    """What a suggestion is."""

    KEYWORD = "keyword"
    INDICATOR = "indicator"
    PLACE = "place"
    SOURCE = "source"
    TARGET = "target"
    FUNCTION = "function"
    ARGUMENT = "argument"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that can be written.

    Attributes:
        text: what is put in the text.
        detail: its title and unit, or its form.
        about: what it means.
        snippet: whether the text has places to fill in.
    """

    label: str
    text: str
    sort: Sort
    detail: str = ""
    about: str = ""
    snippet: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """What can be written at a place, instead of what is written from `start` up to it."""

    start: int
    suggestions: tuple[Suggestion, ...]


def completion(
    document: Document, offset: int, catalogue: Catalogue, language: Language
) -> Completion:
    """What can be written at an offset."""
    reading = document.reading_at(offset)
    text = reading.piece.text[: offset - reading.piece.start]
    word = _WORD_BEFORE.search(text)
    before = text[: word.start()] if word else text
    start = reading.piece.start + len(before)
    source = Source(document.name, before)
    possible = possible_at_end(source)
    if not possible:
        return Completion(start, ())
    line = unfinished(source).line
    raw = [] if line is None else line.raw
    tokens = [token for token in raw if token.kind not in LAYOUT]
    place = _Place(tokens, possible, catalogue, language)
    unique = {each.label: each for each in place.suggestions()}
    return Completion(start, tuple(unique.values()))


class _Place:
    """A place in a line: what stands before it, and what the grammar takes there."""

    def __init__(
        self,
        tokens: Sequence[Token],
        possible: frozenset[str],
        catalogue: Catalogue,
        language: Language,
    ) -> None:
        self._tokens = tokens
        self._possible = possible
        self._catalogue = catalogue
        self._language = language
        self._opening = tokens[0].text if tokens else ""
        self._before = tokens[-1].text if tokens else ""

    def suggestions(self) -> Iterator[Suggestion]:
        """All that can be written there, names first."""
        named = list(self._names()) if "NAME" in self._possible else []
        yield from named
        if named and (self._argument() or self._call() in KINDS):
            return  # what else the grammar takes there is not asked for
        for word in _words(self._possible):
            yield self._keyword(word)

    def _keyword(self, word: str) -> Suggestion:
        about = meaning(word, self._language) or ""
        snippet = _SNIPPETS.get(word) if not self._tokens else None
        return Suggestion(
            word, snippet or word, Sort.KEYWORD, "", about, snippet=snippet is not None
        )

    # -------------------------------------------------------------- names

    def _names(self) -> Iterable[Suggestion]:
        before, tokens = self._before, self._tokens
        if len(tokens) == 1 and before in _DECLARING:
            return ()  # a new name, which only its author knows
        if self._is_number(-1):
            return self._values(_LENGTHS)
        match before:
            case "->":
                return self._objectives()
            case "=" if self._argument() and self._argument_values():
                return self._values(self._argument_values())
            case "over" | "among":
                return self._named(Of.LIST)
            case "in":
                return [*self._named(Of.PLACE), *self._values(("parent",))]
            case "from" if self._opening == "indicator":
                return self._named(Of.SOURCE)
            case "published":
                return self._values(_SEASONS)
            case "each" | "every" | "no" if self._opening != "source":
                return self._values(_EACH)
            case _:
                return self._by_opening()

    def _by_opening(self) -> Iterable[Suggestion]:
        place = len(self._tokens)
        match self._opening:
            case "area" | "areas":
                return self._named(Of.PLACE)
            case "break" | "monitor" | "given" | "indicators":
                return self._named(Of.THING)
            case "retire" | "replace":
                return [*self._named(Of.TARGET)]
            case "expect":
                return self._expected(place)
            case "source":
                return self._values(_FREQUENCIES)
            case "indicator" if self._before == ",":
                return self._values((*UNIT_WORDS, *_KINDS))
            case _:
                return self._operands()

    def _expected(self, place: int) -> Iterable[Suggestion]:
        by_place = {
            1: [*self._named(Of.TARGET), *self._named(Of.GOAL), *self._values(("agreement",))],
            2: [*self._values([verdict.value for verdict in Verdict])],
            3: [*self._values([reason.value for reason in Reason])],
        }
        return by_place.get(place, [])

    def _operands(self) -> Iterator[Suggestion]:
        """What an expression can be made of; in an objective also its parts."""
        call = self._call()
        if call in KINDS and self._before == ",":
            yield from self._parts_of(call)
            return
        yield from self._named(Of.THING)
        for name, forms in FORMS.items():
            yield Suggestion(
                name,
                f"{name}($0)",
                Sort.FUNCTION,
                forms[0],
                meaning(name, self._language) or "",
                snippet=True,
            )
        if call in KINDS and self._before == "(":
            yield from self._parts_of(call)

    def _objectives(self) -> Iterator[Suggestion]:
        for name, kind in KINDS.items():
            about = meaning(name, self._language) or ""
            text = f"{name}(${{1}}, by=${{2}})" if kind.deadline else f"{name}(${{1}})"
            yield Suggestion(name, text, Sort.FUNCTION, kind.example, about, snippet=True)

    def _parts_of(self, call: str) -> Iterator[Suggestion]:
        written = {
            token.text
            for token, after in zip(self._tokens, self._tokens[1:], strict=False)
            if after.is_sign("=")
        }
        for part in KINDS[call].parts:
            if part not in written:
                about = meaning(part, self._language) or ""
                yield Suggestion(f"{part}=", f"{part}=", Sort.ARGUMENT, "", about)

    def _argument_values(self) -> Sequence[str]:
        call, name = self._call(), self._tokens[-2].text
        if name == "judge":
            known = KINDS[call].judging if call in KINDS else ("projection",)
            return [f"{each}(5 years)" if each == "projection" else each for each in known]
        if name == "path":
            return KINDS[call].paths if call in KINDS else ()
        return _VALUES.get(name, ())

    # -------------------------------------------------------------- what stands before

    def _is_number(self, index: int) -> bool:
        return bool(self._tokens) and self._tokens[index].kind is Kind.NUMBER

    def _argument(self) -> bool:
        """Whether the sign before is that of an argument with a name."""
        return len(self._tokens) > 1 and self._before == "=" and bool(self._call())

    def _call(self) -> str:
        """The function whose brackets are open; empty where none are."""
        depth = 0
        for index in range(len(self._tokens) - 1, 0, -1):
            token = self._tokens[index]
            depth += token.is_sign(")") - token.is_sign("(")
            if depth < 0:
                return self._tokens[index - 1].text
        return ""

    # -------------------------------------------------------------- as suggestions

    def _named(self, of: Of) -> list[Suggestion]:
        return [_suggestion(named) for named in self._catalogue.of(of)]

    def _values(self, words: Iterable[str]) -> list[Suggestion]:
        return [
            Suggestion(word, word, Sort.VALUE, "", meaning(word, self._language) or "")
            for word in words
        ]


_SORTS = {
    Of.THING: Sort.INDICATOR,
    Of.PLACE: Sort.PLACE,
    Of.LIST: Sort.PLACE,
    Of.SOURCE: Sort.SOURCE,
}


def _suggestion(named: Named) -> Suggestion:
    written = quoted_where_needed(named.text)
    return Suggestion(named.text, written, _SORTS.get(named.of, Sort.TARGET), named.detail)


@cache
def _word_of() -> dict[str, str]:
    """The words that the grammar's terminals stand for."""
    return {terminal: word for word, terminal in tables().words.items() if word.isalpha()}


def _words(possible: frozenset[str]) -> list[str]:
    known = _word_of()
    return sorted(known[terminal] for terminal in possible if terminal in known)

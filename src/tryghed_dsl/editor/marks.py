"""The tokens of a piece, with what each is, and the braces that belong together."""

from collections.abc import Iterator
from enum import IntEnum
from weakref import WeakKeyDictionary

from tryghed_dsl.editor.documents import Document
from tryghed_dsl.editor.occurrences import Of, occurrences
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.grammar import tables
from tryghed_dsl.syntax.pieces import Reading
from tryghed_dsl.syntax.scanner import Kind, Scanner, Token
from tryghed_dsl.text.source import Piece


class Mark(IntEnum):
    """What a token is, as an editor colours it; the number is its place in the legend."""

    KEYWORD = 0
    INDICATOR = 1
    AREA = 2
    NUMBER = 3
    STRING = 4
    COMMENT = 5
    OPERATOR = 6
    FUNCTION = 7
    SOURCE = 8
    PARAMETER = 9


# The types of the protocol that stand for them, in the same order; every theme colours these.
LEGEND = (
    *("keyword", "variable", "namespace", "number", "string", "comment", "operator", "function"),
    *("type", "parameter"),
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A token's place in its piece, and what it is."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Block:
    """Two braces that belong together, by their offsets."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class _Marks:
    tokens: tuple[Marked, ...]
    braces: tuple[tuple[int, bool], ...]


_MARKS = {
    Of.THING: Mark.INDICATOR,
    Of.TARGET: Mark.INDICATOR,
    Of.EXPECTED: Mark.INDICATOR,
    Of.GOAL: Mark.INDICATOR,
    Of.PLACE: Mark.AREA,
    Of.SOURCE: Mark.SOURCE,
    Of.PARAMETER: Mark.PARAMETER,
    Of.FUNCTION: Mark.FUNCTION,
    Of.WORD: Mark.KEYWORD,
}
_PLAIN = {
    Kind.COMMENT: Mark.COMMENT,
    Kind.STRING: Mark.STRING,
    Kind.NUMBER: Mark.NUMBER,
    Kind.PERIOD: Mark.NUMBER,
}
_NO_OPERATORS = frozenset("(){}[],;:")
_KEPT: WeakKeyDictionary[Piece, _Marks] = WeakKeyDictionary()


def marked_tokens(document: Document) -> Iterator[Marked]:
    """The tokens of a document that are coloured, by offsets in its text."""
    for reading in document.parts:
        base = reading.piece.start
        for token in _marks(reading).tokens:
            yield Marked(base + token.start, base + token.end, token.mark)


def blocks(document: Document) -> Iterator[Block]:
    """The braces of a document that belong together, by offsets in its text."""
    opened = list[int]()
    for reading in document.parts:
        base = reading.piece.start
        for place, opens in _marks(reading).braces:
            if opens:
                opened.append(base + place)
            elif opened:
                yield Block(opened.pop(), base + place)


def _marks(reading: Reading) -> _Marks:
    found = _KEPT.get(reading.piece)
    if found is None:
        tokens = list(Scanner(reading.piece).tokens())
        found = _Marks(tuple(_marked(tokens, reading)), tuple(_braces(tokens)))
        _KEPT[reading.piece] = found
    return found


def _marked(tokens: list[Token], reading: Reading) -> Iterator[Marked]:
    named = {each.span.start: _MARKS[each.of] for each in occurrences(reading)}
    words = tables().words
    for token in tokens:
        mark = _PLAIN.get(token.kind)
        if token.kind in (Kind.WORD, Kind.QUOTED_NAME):
            # A line that cannot be read has no names; its words are coloured as they look.
            known = Mark.KEYWORD if token.text in words else None
            mark = named.get(token.span.start, known if token.kind is Kind.WORD else None)
        elif token.kind is Kind.SIGN and token.text not in _NO_OPERATORS:
            mark = Mark.OPERATOR
        if mark is not None:
            yield Marked(token.span.start, token.span.end, mark)


def _braces(tokens: list[Token]) -> Iterator[tuple[int, bool]]:
    """The braces among tokens, each with whether it opens."""
    for token in tokens:
        if token.is_sign("{", "}"):
            yield token.span.start, token.text == "{"

"""What a name at a place stands for, and all places where the same is named."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.editor.documents import Document, Stretch, stretch
from tryghed_dsl.editor.occurrences import Occurrence, Of, occurrences
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed

_FREE = (Of.WORD, Of.FUNCTION)
_TARGETS = (Of.TARGET, Of.EXPECTED)
_IN_A_NAME = re.compile(r"[^`\n\r]+")


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a name stands for.

    Attributes:
        kinds: what it is a name of; a target that is called by its indicator is both.
        within: the condition whose parameter it is; None for what all files share.
    """

    text: str
    kinds: frozenset[Of]
    within: nodes.Statement | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands in a document."""

    document: Document
    occurrence: Occurrence
    start: int
    end: int


def names_in(document: Document) -> Iterator[Place]:
    """Every name in a document, with where it stands."""
    for reading in document.readings:
        base = reading.piece.start
        for each in occurrences(reading):
            yield Place(document, each, base + each.span.start, base + each.span.end)


def name_at(document: Document, offset: int) -> Place | None:
    """The name at a place, or ending there."""
    reading = document.reading_at(offset) if offset else document.readings[0]
    for near in (reading, *_behind(document, offset)):
        base = near.piece.start
        for each in occurrences(near):
            if base + each.span.start <= offset <= base + each.span.end:
                return Place(document, each, base + each.span.start, base + each.span.end)
    return None


def _behind(document: Document, offset: int) -> Iterable[object]:
    """The piece that starts at a place."""
    return (each for each in document.readings if each.piece.start == offset)


def symbol_of(place: Place, documents: Sequence[Document]) -> Symbol | None:
    """What a name stands for; None for a word of the language."""
    occurrence = place.occurrence
    if occurrence.of in _FREE:
        return None
    if occurrence.of is Of.PARAMETER:
        return Symbol(occurrence.text, frozenset({Of.PARAMETER}), occurrence.statement)
    kinds = {occurrence.of}
    if occurrence.of in (Of.EXPECTED, Of.TARGET):
        kinds = {Of.TARGET}
    targets = kinds & {Of.TARGET, Of.THING}
    if targets and _is_called_by_its_subject(occurrence.text, documents):
        kinds |= {Of.TARGET, Of.THING}
    if occurrence.of is Of.EXPECTED and _is_goal(occurrence.text, documents):
        kinds = {Of.GOAL}
    return Symbol(occurrence.text, frozenset(kinds))


def _is_called_by_its_subject(name: str, documents: Sequence[Document]) -> bool:
    return any(
        place.occurrence.identifies and place.occurrence.text == name
        for document in documents
        for place in names_in(document)
    )


def _is_goal(name: str, documents: Sequence[Document]) -> bool:
    return any(
        place.occurrence.of is Of.GOAL and place.occurrence.text == name
        for document in documents
        for place in names_in(document)
    )


def places_of(symbol: Symbol, documents: Sequence[Document]) -> list[Place]:
    """All places where something is named."""
    return [
        place
        for document in documents
        for place in names_in(document)
        if _means(place.occurrence, symbol)
    ]


def _means(occurrence: Occurrence, symbol: Symbol) -> bool:
    if occurrence.text != symbol.text:
        return False
    if occurrence.of is Of.PARAMETER:
        return symbol.within is occurrence.statement
    if occurrence.of is Of.EXPECTED:
        return bool(symbol.kinds & {Of.TARGET, Of.GOAL})
    return occurrence.of in symbol.kinds


def definitions_of(symbol: Symbol, documents: Sequence[Document]) -> list[Place]:
    """Where something is declared; the first place that names it where no line declares it."""
    places = places_of(symbol, documents)
    declared = [place for place in places if place.occurrence.declares]
    things = [place for place in declared if place.occurrence.of is not Of.TARGET]
    called = [place for place in places if place.occurrence.identifies]
    return things or declared or called[:1] or places[:1]


def file_named_at(document: Document, offset: int) -> Stretch | None:
    """The path that stands at a place, where it names a file: of `use`, `revises`, `document`."""
    for text in _paths(document.tree):
        place = stretch(text.span)
        if place is not None and place.start <= offset <= place.end:
            return place
    return None


def _paths(tree: nodes.File) -> Iterator[nodes.Text]:
    for statement in tree.statements:
        match statement:
            case nodes.Use(path) | nodes.Revises(path):
                yield path
            case nodes.Agreement(_, lines):
                yield from (line.path for line in lines if isinstance(line, nodes.Document))


# ------------------------------------------------------------------ renaming


class Refused(Exception):  # noqa: N818 -- told to whoever asked, is no error of ours
    """Something cannot be renamed.

    Attributes:
        english: why, in English.
        danish: why, in Danish.
    """

    def __init__(self, english: str, danish: str) -> None:
        super().__init__(english)
        self.english, self.danish = english, danish


def renamed(
    symbol: Symbol, name: str, documents: Sequence[Document]
) -> dict[Document, list[tuple[int, int, str]]]:
    """The edits that give something another name: for each document offsets and words.

    Raises:
        Refused: it cannot be done without changing what a spec says.
    """
    plain = _plain(name)
    if any(not document.tree.whole for document in documents):
        raise Refused(
            "some lines cannot be read yet; mend them first, so that no name in them is missed",
            "nogle linjer kan ikke læses endnu; ret dem først, så intet navn i dem bliver overset",
        )
    if plain == symbol.text:
        return {}
    other = Symbol(plain, symbol.kinds | _sharing(symbol.kinds), symbol.within)
    if any(_means(each.occurrence, other) for doc in documents for each in names_in(doc)):
        raise Refused(f"`{plain}` is already used", f"`{plain}` er allerede brugt")
    edits: dict[Document, list[tuple[int, int, str]]] = {}
    written = quoted_where_needed(plain)
    for place in places_of(symbol, documents):
        edits.setdefault(place.document, []).append((place.start, place.end, written))
    for document, changes in edits.items():
        _try(document, changes, plain, symbol)
    return edits


def _sharing(kinds: frozenset[Of]) -> frozenset[Of]:
    """What else may not have a name, so that it means one thing only."""
    named = {Of.THING, Of.TARGET, Of.GOAL, Of.PARAMETER}
    return frozenset({Of.THING, Of.TARGET, Of.GOAL, Of.WORD} if kinds & named else {Of.WORD})


def _plain(name: str) -> str:
    """The name itself, without backticks."""
    plain = " ".join(name.strip().removeprefix("`").removesuffix("`").split())
    if not _IN_A_NAME.fullmatch(plain):
        raise Refused("a name has at least one letter, and no backtick", "skriv et navn uden `")
    return plain


def _try(
    document: Document, changes: list[tuple[int, int, str]], name: str, symbol: Symbol
) -> None:
    """Read what would come of it; it has to say the same with the other name."""
    text = document.source.text
    for start, end, written in sorted(changes, reverse=True):
        text = text[:start] + written + text[end:]
    tried = Document(document.name, text, document.path)
    after = Symbol(name, symbol.kinds)
    own = Of.PARAMETER in symbol.kinds
    found = sum(
        each.occurrence.text == name if own else _means(each.occurrence, after)
        for each in names_in(tried)
    )
    if not tried.tree.whole or found != len(changes):
        raise Refused(
            f"`{name}` would mean something else there", f"`{name}` ville betyde noget andet dér"
        )

"""What a name at a place stands for, and all places where the same is named."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.editor.documents import Document, Stretch, stretch
from tryghed_dsl.editor.occurrences import Occurrence, Of, occurrences
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes

_FREE = (Of.WORD, Of.FUNCTION)


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a name stands for.

    Attributes:
        kinds: what it is a name of; a target that is called by its indicator is both.
        within: the condition whose parameter it is; None for what all files share.
    """

    text: str
    kinds: frozenset[Of]
    within: nodes.Node | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands in a document."""

    document: Document
    occurrence: Occurrence
    start: int
    end: int


def names_in(document: Document) -> Iterator[Place]:
    """Every name in a document, with where it stands."""
    for reading in document.parts:
        base = reading.piece.start
        for each in occurrences(reading):
            yield Place(document, each, base + each.span.start, base + each.span.end)


def name_at(document: Document, offset: int) -> Place | None:
    """The name at a place, or ending there."""
    for reading in document.parts:
        base = reading.piece.start
        if not base <= offset <= base + len(reading.piece.text):
            continue
        for each in occurrences(reading):
            if base + each.span.start <= offset <= base + each.span.end:
                return Place(document, each, base + each.span.start, base + each.span.end)
    return None


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
        if means(place.occurrence, symbol)
    ]


def means(occurrence: Occurrence, symbol: Symbol) -> bool:
    """Whether a name stands for that."""
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

"""The outline of a document: its goals with their targets, and what it declares; what folds."""

from collections.abc import Iterator
from enum import StrEnum

from tryghed_dsl.check.revising.statements import written_id
from tryghed_dsl.editor.documents import Document, Stretch, stretch
from tryghed_dsl.editor.marks import Mark, blocks, marked_tokens
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import wording


class Sort(StrEnum):
    """What an entry of an outline is."""

    AGREEMENT = "agreement"
    GOAL = "goal"
    TARGET = "target"
    INDICATOR = "indicator"
    BENCHMARK = "benchmark"
    AREA = "area"
    SOURCE = "source"
    LIST = "list"
    CONDITION = "condition"
    NUMBER = "number"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an outline.

    Attributes:
        detail: its title, or of a target its wording.
        place: all of it, with its block.
        head: its name, or its first line.
    """

    name: str
    detail: str
    sort: Sort
    place: Stretch
    head: Stretch
    inside: tuple["Entry", ...] = ()


_SORTS: dict[type[nodes.Node], Sort] = {
    nodes.Area: Sort.AREA,
    nodes.AreaList: Sort.LIST,
    nodes.SourceOfFigures: Sort.SOURCE,
    nodes.Indicator: Sort.INDICATOR,
    nodes.IndicatorList: Sort.LIST,
    nodes.Benchmark: Sort.BENCHMARK,
    nodes.Let: Sort.NUMBER,
    nodes.NamedCondition: Sort.CONDITION,
}


def outline(document: Document) -> list[Entry]:
    """The outline of a document."""
    ends = {block.opens: block.closes + 1 for block in blocks(document)}
    return [entry for each in document.tree.statements for entry in _entries(each, ends)]


def _entries(node: nodes.Node, ends: dict[int, int]) -> Iterator[Entry]:
    place = stretch(node.span)
    if place is None:
        return
    whole = _with_block(place, ends)
    match node:
        case nodes.Goal(name, title, _, targets):
            inside = tuple(entry for each in targets for entry in _entries(each, ends))
            yield Entry(name.text, _title(title), Sort.GOAL, whole, _head(name, place), inside)
        case nodes.ForEach(targets=targets):
            inside = tuple(entry for each in targets for entry in _entries(each, ends))
            yield Entry(node.span.text, "", Sort.GOAL, whole, place, inside)
        case nodes.Target():
            called = written_id(node) or node.span.text.split("\n")[0]
            yield Entry(called, wording(node), Sort.TARGET, whole, place)
        case nodes.Monitor(indicators):
            for name in indicators:
                own = _head(name, place)
                yield Entry(name.text, "monitor", Sort.TARGET, own, own)
        case nodes.Replace(statement):
            yield from _entries(statement, ends)
        case nodes.Agreement(title) | nodes.Test(title):
            sort = Sort.TEST if isinstance(node, nodes.Test) else Sort.AGREEMENT
            yield Entry(title.text or "…", "", sort, whole, place)
        case _ if type(node) in _SORTS:
            name, title = getattr(node, "name"), getattr(node, "title")  # noqa: B009 -- of each
            yield Entry(name.text, _title(title), _SORTS[type(node)], whole, _head(name, place))


def _title(title: nodes.Text | None) -> str:
    return "" if title is None else title.text


def _head(name: nodes.Name, otherwise: Stretch) -> Stretch:
    return stretch(name.span) or otherwise


def _with_block(place: Stretch, ends: dict[int, int]) -> Stretch:
    """A statement with the block behind it."""
    text = place.document.source.text
    start = place.end
    while start < len(text) and text[start] in " \t":
        start += 1
    return Stretch(place.document, place.start, max(place.end, ends.get(start, 0)))


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that can be folded, counted from 0."""

    first: int
    last: int
    comment: bool = False


def folds(document: Document) -> list[Fold]:
    """What can be folded: blocks, and comments of several lines."""
    positions = document.positions("utf-16")
    found = [
        Fold(positions.at(block.opens).line, positions.at(block.closes).line - 1)
        for block in blocks(document)
    ]
    return [fold for fold in (*found, *_comments(document)) if fold.last > fold.first]


def _comments(document: Document) -> Iterator[Fold]:
    positions, text = document.positions("utf-16"), document.source.text
    first = last = -2
    for token in marked_tokens(document):
        if token.mark is not Mark.COMMENT or not _alone(text, token.start):
            continue
        line = positions.at(token.start).line
        if line != last + 1:
            yield Fold(first, last, comment=True)
            first = line
        last = line
    yield Fold(first, last, comment=True)


def _alone(text: str, start: int) -> bool:
    """Whether nothing stands before a place on its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()

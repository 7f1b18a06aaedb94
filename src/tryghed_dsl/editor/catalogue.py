"""The names that a document can use, each with its title and what else is to be said of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tryghed_dsl.check.revising.statements import written_id
from tryghed_dsl.domain.unit import UNIT_WORDS
from tryghed_dsl.editor.documents import Document
from tryghed_dsl.editor.occurrences import Of
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import expression, wording


@dataclass(frozen=True, slots=True)
class Named:
    """A name that is declared.

    Attributes:
        detail: its title, and of an indicator its unit.
        node: the statement that declares it.
    """

    text: str
    of: Of
    detail: str
    node: nodes.Statement


class Catalogue:
    """The names that some documents declare together, by kind."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_kind: dict[Of, dict[str, Named]] = {}
        for document in documents:
            for named in _declared(document.tree.statements):
                self._by_kind.setdefault(named.of, {})[named.text] = named

    def of(self, kind: Of) -> Iterable[Named]:
        """All of a kind; areas and lists of areas count as places."""
        kinds = (Of.PLACE, Of.LIST) if kind is Of.PLACE else (kind,)
        return [named for each in kinds for named in self._by_kind.get(each, {}).values()]

    def get(self, kind: Of, text: str) -> Named | None:
        """What a name of a kind stands for."""
        return next((named for named in self.of(kind) if named.text == text), None)


def _declared(statements: Iterable[nodes.Statement]) -> Iterator[Named]:
    for node in statements:
        match node:
            case nodes.Goal(name, title, _, targets):
                yield Named(name.text, Of.GOAL, _title(title), node)
                yield from _declared(targets)
            case nodes.ForEach(targets=targets):
                yield from _declared(targets)
            case nodes.Target():
                own = written_id(node)
                if own is not None:
                    yield Named(own, Of.TARGET, wording(node), node)
            case nodes.Monitor(indicators):
                yield from (Named(name.text, Of.TARGET, "monitor", node) for name in indicators)
            case nodes.Replace(statement):
                yield from _declared([statement])
            case _:
                yield from _thing(node)


def _thing(node: nodes.Statement) -> Iterator[Named]:
    match node:
        case nodes.Indicator(name, title, _, _):
            detail = ", ".join(part for part in (_title(title), unit_of(node)) if part)
            yield Named(name.text, Of.THING, detail, node)
        case nodes.Area(name, title, _, parts):
            yield Named(name.text, Of.PLACE, _title(title), node)
            yield from (Named(part.text, Of.PLACE, "", node) for part in parts)
        case nodes.AreaList(name, title):
            yield Named(name.text, Of.LIST, _title(title), node)
        case nodes.SourceOfFigures(name, title):
            yield Named(name.text, Of.SOURCE, _title(title), node)
        case nodes.Let(name, title, value) if not title:
            yield Named(name.text, Of.THING, f"= {expression(value)}", node)
        case (
            nodes.Benchmark(name, title)
            | nodes.Let(name, title)
            | nodes.IndicatorList(name, title)
            | nodes.NamedCondition(name, _, title)
        ):
            yield Named(name.text, Of.THING, _title(title), node)


def _title(title: nodes.Text | None) -> str:
    return "" if title is None else title.text


def unit_of(node: nodes.Indicator) -> str:
    """The unit that an indicator is declared with, as it is written."""
    for clause in node.clauses:
        if isinstance(clause, nodes.Word) and clause.word.text in UNIT_WORDS:
            return clause.word.text
        if isinstance(clause, nodes.Per):
            return f"per {clause.number.digits}"
    return ""


_UNITS: Mapping[str, tuple[str, str]] = {
    "count": ("a count", "antal"),
    "percent": ("percent", "procent"),
    "fraction": ("a fraction, 0 to 1", "andel fra 0 til 1"),
    "index": ("an index", "indeks"),
    "money": ("money", "beløb"),
    "days": ("days", "dage"),
    "number": ("a number", "tal"),
}


def unit_words(unit: str) -> tuple[str, str]:
    """A unit as it is written, in English and Danish words."""
    return _UNITS.get(unit, (unit, unit.replace("per", "pr.", 1)))

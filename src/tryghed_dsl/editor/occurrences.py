"""Every name in a tree: what it is a name of, where it stands, and whether it is declared there."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any
from weakref import WeakKeyDictionary

from tryghed_dsl.check.expressions.calls import FUNCTIONS
from tryghed_dsl.check.revising.statements import written_id
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.pieces import Reading
from tryghed_dsl.text.source import Piece, Span


class Of(StrEnum):
    """What a name is a name of."""

    THING = "thing"  # indicators, benchmarks, numbers, conditions, lists of indicators
    PLACE = "place"  # areas and lists of them
    LIST = "list"  # a list of either
    SOURCE = "source"
    TARGET = "target"
    GOAL = "goal"
    EXPECTED = "expected"  # a target, a goal or the agreement
    PARAMETER = "parameter"
    FUNCTION = "function"
    WORD = "word"  # a word of the language that is read as a name


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands.

    Attributes:
        statement: the statement that it stands in.
        declares: whether it is declared here.
        identifies: whether a target without a label is called so.
    """

    of: Of
    text: str
    span: Span
    statement: nodes.Node
    declares: bool = False
    identifies: bool = False


# What the names are that stand in a node's fields; all others are things.
_ROLES: Mapping[type, Mapping[str, Of]] = {
    nodes.AgreementArea: {"area": Of.PLACE},
    nodes.Area: {"name": Of.PLACE, "parent": Of.PLACE, "parts": Of.PLACE},
    nodes.AreaList: {"name": Of.PLACE, "members": Of.PLACE, "within": Of.PLACE},
    nodes.SourceOfFigures: {"name": Of.SOURCE},
    nodes.SameIndicator: {"area": Of.PLACE},
    nodes.OverAreas: {"function": Of.FUNCTION, "areas": Of.PLACE},
    nodes.SeriesBreak: {"area": Of.PLACE},
    nodes.Target: {"label": Of.TARGET},
    nodes.ForEach: {"each": Of.WORD, "within": Of.LIST},
    nodes.Goal: {"name": Of.GOAL},
    nodes.Figure: {"area": Of.PLACE},
    nodes.Expect: {"name": Of.EXPECTED, "verdict": Of.WORD, "reason": Of.WORD},
    nodes.Retire: {"targets": Of.TARGET},
    nodes.Word: {"word": Of.WORD},
    nodes.From: {"source": Of.SOURCE},
    nodes.Published: {"season": Of.WORD},
    nodes.Stated: {"area": Of.PLACE},
    nodes.Each: {"words": Of.WORD},
    nodes.Every: {"each": Of.WORD, "within": Of.LIST},
    nodes.Counted: {"each": Of.WORD, "within": Of.LIST},
    nodes.Duration: {"unit": Of.WORD},
    nodes.Growth: {"unit": Of.WORD},
    nodes.InArea: {"area": Of.PLACE},
    nodes.Over: {"areas": Of.PLACE},
    nodes.Milestone: {"change": Of.WORD},
    nodes.Argument: {"name": Of.WORD},
    nodes.Call: {"function": Of.FUNCTION},
    nodes.NamedCondition: {"parameters": Of.PARAMETER},
}
_DECLARING = (
    *(nodes.Area, nodes.AreaList, nodes.SourceOfFigures, nodes.Indicator, nodes.IndicatorList),
    *(nodes.Benchmark, nodes.Let, nodes.NamedCondition, nodes.Goal),
)
# Arguments with a name that hold expressions; the others hold words of the language.
_HOLDING = frozenset({"start", "path"})
_PARENT = "parent"
_OBJECTIVES = frozenset({"approach", "reach", "reduce", "increase", "grow", "improve"})
_BUILT_IN = frozenset(FUNCTIONS) | _OBJECTIVES | {"known", "projection"}
_KEPT: WeakKeyDictionary[Piece, tuple[Occurrence, ...]] = WeakKeyDictionary()


def occurrences(reading: Reading) -> tuple[Occurrence, ...]:
    """Every name in a piece."""
    found = _KEPT.get(reading.piece)
    if found is None:
        found = tuple(each for one in reading.nodes for each in _in(one))
        _KEPT[reading.piece] = found
    return found


def _in(first: nodes.Node) -> Iterator[Occurrence]:
    waiting: list[tuple[nodes.Node, nodes.Node, bool]] = [(first, first, True)]
    identifying = set[int]()
    while waiting:
        node, statement, new = waiting.pop()
        if isinstance(node, nodes.Replace):
            new = False
        if isinstance(node, _STATEMENTS):
            statement = node
        if isinstance(node, nodes.Target) and node.label is None and written_id(node) is not None:
            identifying.add(id(getattr(node.condition, "subject", None)))
        fields: tuple[str, ...] = getattr(type(node), "__match_args__")  # noqa: B009 -- of records
        for field in fields:
            for part in _parts(getattr(node, field)):
                if isinstance(part, nodes.Name):
                    declares = new and _declares(node, field)
                    identifies = id(part) in identifying or isinstance(node, nodes.Monitor)
                    of = _role(part, node, field, _hidden(statement))
                    yield Occurrence(of, part.text, part.span, statement, declares, identifies)
                elif isinstance(part, nodes.Node):
                    waiting.append((part, statement, new))


def _declares(node: nodes.Node, field: str) -> bool:
    return field in ("name", "label", "parameters") and isinstance(
        node, (*_DECLARING, nodes.Target)
    )


_STATEMENTS = (
    *_DECLARING,
    *(nodes.Target, nodes.Monitor, nodes.ForEach, nodes.Test, nodes.Agreement, nodes.Retire),
)


def _parts(value: Any) -> Iterator[Any]:
    """What a field holds; of pairs and rows all that is in them."""
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    else:
        yield value


def _role(name: nodes.Name, node: nodes.Node, field: str, hidden: frozenset[str]) -> Of:
    of = _ROLES.get(type(node), {}).get(field, Of.THING)
    if of is Of.LIST:
        each = getattr(node, "each", None)
        return Of.THING if each is not None and each.text == "indicator" else Of.PLACE
    if of is Of.PLACE and name.text == _PARENT:
        return Of.WORD
    if of is Of.FUNCTION and name.text not in _BUILT_IN:
        return Of.THING
    if isinstance(node, nodes.Argument) and field == "value":
        held = node.name is None or node.name.text in _HOLDING
        of = Of.THING if held else Of.WORD
    if of is Of.THING and name.text in hidden:
        return Of.PARAMETER
    if of is Of.THING and name.text == "it":
        return Of.WORD
    return of


def _hidden(statement: nodes.Node) -> frozenset[str]:
    """The names that mean something else inside a statement: a condition's parameters."""
    if isinstance(statement, nodes.NamedCondition):
        return frozenset(parameter.text for parameter in statement.parameters)
    return frozenset()

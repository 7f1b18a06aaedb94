"""Expressions as one graph, in which equal parts are one node, whatever target they are of."""

from collections.abc import Hashable, Sequence
from dataclasses import field

from tryghed_dsl.core.program import (
    Add,
    And,
    AtMost,
    Cell,
    Coalesce,
    Constant,
    Expression,
    Fold,
    If,
    IsMissing,
    Multiply,
    Not,
    Or,
    Row,
    Step,
    children,
)
from tryghed_dsl.domain.verdict import Outcome
from tryghed_dsl.engines.relational.seen import Mark
from tryghed_dsl.records import dataclass

_TRUTHS = (AtMost, Not, And, Or, IsMissing)
LEAVES = (Cell, Mark)


@dataclass(frozen=True, slots=True)
class Node:
    """An expression whose parts are numbers of other nodes.

    Attributes:
        kind: the type of the expression; of a table of rows `Row`.
        detail: what besides its parts makes it what it is; of a leaf the leaf itself, of a table
            the number of each row's outcome, where it is none of a table of its own.
    """

    kind: type
    detail: Hashable
    parts: tuple[int, ...]


@dataclass(slots=True)
class Graph:
    """Nodes by number; the parts of each come before it.

    Attributes:
        outcomes: the outcomes of tables, by the number that stands for each.
    """

    nodes: list[Node] = field(default_factory=list)
    outcomes: dict[Outcome, int] = field(default_factory=dict)
    _numbers: dict[Node, int] = field(default_factory=dict)
    _truths: list[bool] = field(default_factory=list)
    _surely: list[bool] = field(default_factory=list)

    def add(self, kind: type, detail: Hashable, parts: Sequence[int]) -> int:
        """The number of a node, which is a new one only where there is none like it."""
        node = Node(kind, detail, tuple(parts))
        number = self._numbers.setdefault(node, len(self.nodes))
        if number == len(self.nodes):
            self.nodes.append(node)
            self._truths.append(self._found_truth(node))
            self._surely.append(self._found_known(node))
        return number

    def is_truth(self, number: int) -> bool:
        """Whether a node is true or false, and no number."""
        return self._truths[number]

    def is_known(self, number: int) -> bool:
        """Whether a node is never missing, whatever the figures are."""
        return self._surely[number]

    def is_nothing(self, number: int) -> bool:
        """Whether a node is always missing."""
        node = self.nodes[number]
        return node.kind is Coalesce and not node.parts

    def outcomes_of(self, table: int) -> dict[int, Outcome]:
        """The outcomes that a table can have, by the numbers that stand for them."""
        by_number = {number: outcome for outcome, number in self.outcomes.items()}
        waiting, found = [table], dict[int, Outcome]()
        while waiting:
            node = self.nodes[waiting.pop()]
            assert isinstance(node.detail, tuple)  # noqa: S101 -- made so
            found |= {each: by_number[each] for each in node.detail if each is not None}
            waiting += (part for part in node.parts if self.nodes[part].kind is Row)
        return dict(sorted(found.items()))

    def _found_truth(self, node: Node) -> bool:
        if node.kind is If:
            return any(self._truths[part] for part in node.parts[1:])
        if node.kind is Coalesce:
            return any(self._truths[part] for part in node.parts)
        return node.kind in _TRUTHS

    def _found_known(self, node: Node) -> bool:
        if node.kind in (IsMissing, Constant, Row):
            return True
        if node.kind in (Not, And, Or, AtMost, If):
            return all(self._surely[part] for part in node.parts)
        return node.kind is Coalesce and any(self._surely[part] for part in node.parts)


class Scope:
    """The expressions of one target, whose steps have nodes of their own."""

    def __init__(self, graph: Graph, steps: Sequence[tuple[str, Expression]]) -> None:
        self._graph = graph
        self._made: dict[int, tuple[Expression, int]] = {}
        self.steps: dict[str, int] = {}
        for name, expression in steps:
            self.steps[name] = self.add(expression)

    def add(self, expression: Expression) -> int:
        """The node of an expression."""
        if isinstance(expression, Step):
            return self.steps[expression.name]
        known = self._made.get(id(expression))
        if known is None:  # kept with its expression, so that no other takes its identity
            known = self._made[id(expression)] = expression, self._added(expression)
        return known[1]

    def _added(self, expression: Expression) -> int:
        if isinstance(expression, LEAVES):
            return self._graph.add(type(expression), expression, ())
        parts = [self.add(child) for child in children(expression)]
        if isinstance(expression, And | Or):
            parts = list(dict.fromkeys(parts))
            if len(parts) == 1 and self._graph.is_truth(parts[0]):
                return parts[0]
        return self._graph.add(type(expression), _detail(expression), parts)

    def add_table(self, rows: Sequence[Row]) -> int:
        """The node of a table; its value is the number of the outcome."""
        outcomes, parts = list[int | None](), list[int]()
        for row in rows:
            parts.append(self.add(row.condition))
            if isinstance(row.then, Outcome):
                known = self._graph.outcomes
                outcomes.append(known.setdefault(row.then, len(known)))
            else:
                outcomes.append(None)
                parts.append(self.add_table(row.then))
        return self._graph.add(Row, tuple(outcomes), parts)


def _detail(expression: Expression) -> Hashable:
    match expression:
        case Constant(value):
            return value
        case Add(parts) | Multiply(parts):
            return "".join(sign for sign, _ in parts)
        case Fold(kind, _, least, share):
            return kind, least, share
        case AtMost(plain=plain):
            return plain
        case _:
            return None

"""Which nodes get a column of their own, and in which layer of the query.

A layer is a query over the one before it that adds columns. What is written more than once
becomes a column, and so does what would be too deep or long to write in one place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import field

from tryghed_dsl.core.program import (
    AtMost,
    Floor,
    Fold,
    Folding,
    If,
    Power,
    SquareRoot,
)
from tryghed_dsl.engines.database import USUAL
from tryghed_dsl.engines.relational.graph import LEAVES, Graph, Node
from tryghed_dsl.records import dataclass

_LONGEST, _SIMPLE = 60, 2
_RANKED = (Folding.MEDIAN, Folding.QUANTILE)


@dataclass(slots=True)
class Layers:
    """The columns of a query.

    Attributes:
        leaves: the nodes that are figures of the judged area, and those of an area that is named.
        fixed: layers of nodes that are the same for all areas.
        own: layers of nodes of the judged area.
        uses: the columns that the text of each node rests on.
    """

    leaves: list[int] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    fixed: list[list[int]] = field(default_factory=list)
    own: list[list[int]] = field(default_factory=list)
    uses: dict[int, frozenset[int]] = field(default_factory=dict)

    def columns_for(self, roots: Iterable[int]) -> set[int]:
        """The columns that hold what is asked for, or that it is written with."""
        made = (node for each in (*self.fixed, *self.own) for node in each)
        columns = {*self.leaves, *self.named, *made}
        return set[int]().union(*({r} if r in columns else self.uses[r] for r in roots))

    def carried(self, layers: Sequence[Sequence[int]], after: Iterable[int]) -> list[set[int]]:
        """For each of some layers, the columns from before it that are still needed behind it.

        Args:
            layers: the layers.
            after: the columns that are needed behind the last.
        """
        needed, found = set(after), list[set[int]]()
        for layer in reversed(layers):
            kept = needed - set(layer)
            found.append(kept)
            needed = kept.union(*(self.uses[node] for node in layer))
        return found[::-1]


def is_ranked(node: Node) -> bool:
    """Whether a node is an aggregate for which values have to be put in order."""
    is_fold = node.kind is Fold and isinstance(node.detail, tuple)
    return is_fold and bool(node.parts) and node.detail[0] in _RANKED  # type: ignore[index]


def layered(
    graph: Graph, roots: Iterable[int], guarded: set[int], deepest: int = USUAL.deepest
) -> Layers:
    """The layers in which what is asked for is made.

    Args:
        graph: the nodes.
        roots: the nodes asked for.
        guarded: the nodes that are written twice, for their size.
        deepest: how deeply what is calculated may be written in one place.
    """
    return _Layering(graph, list(roots), guarded, deepest).layers()


class _Layering:
    def __init__(self, graph: Graph, roots: list[int], guarded: set[int], deepest: int) -> None:
        self._graph = graph
        self._deepest = deepest
        self._guarded = guarded
        self._wanted = _reached(graph, roots)
        self._is_own = [False] * len(graph.nodes)
        self._rests = [False] * len(graph.nodes)  # on what has a column; others are numbers
        self._roots = set(roots)

    def layers(self) -> Layers:
        nodes, columns = self._graph.nodes, self._columns()
        made, level = Layers(), [0] * len(nodes)
        for number in self._wanted:
            node = nodes[number]
            made.uses[number] = frozenset[int]().union(
                *(
                    {part} if part in columns or nodes[part].kind in LEAVES else made.uses[part]
                    for part in node.parts
                )
            )
            level[number] = max((level[part] for part in node.parts), default=0)
            if node.kind in LEAVES:
                (made.leaves if self._is_own[number] else made.named).append(number)
            elif number in columns:
                pipe = made.own if self._is_own[number] else made.fixed
                while len(pipe) <= level[number]:
                    pipe.append([])
                pipe[level[number]].append(number)
                level[number] += 1
        made.fixed = [layer for layer in made.fixed if layer]
        made.own = [layer for layer in made.own if layer]
        return made

    def _columns(self) -> set[int]:
        """The nodes that have a column: those written often, deep or long, or in order."""
        times = self._times()
        columns, depth, length = set[int](), dict[int, int](), dict[int, int]()
        for number in self._wanted:
            node = self._graph.nodes[number]
            self._is_own[number] = self._belongs(node)
            on_its_own = node.kind in LEAVES or is_ranked(node)
            self._rests[number] = on_its_own or any(self._rests[part] for part in node.parts)
            inner = [part for part in node.parts if part not in columns]
            depth[number] = 1 + max((depth[part] for part in inner), default=0)
            length[number] = 1 + sum(length[part] for part in inner)
            if node.kind in LEAVES or not node.parts:
                continue
            big = depth[number] > self._deepest or length[number] > _LONGEST
            asked = self._rests[number] and (is_ranked(node) or number in self._roots)
            # Numbers are written where they stand, unless they take long to be written.
            often = times[number] > 1 and (self._rests[number] or depth[number] > _SIMPLE)
            if big or asked or often:
                columns.add(number)
        return columns | self._fixed_within(columns)

    def _belongs(self, node: Node) -> bool:
        """Whether a node is of the judged area."""
        if node.kind in LEAVES:
            return getattr(node.detail, "area", None) is None
        return any(self._is_own[part] for part in node.parts)

    def _fixed_within(self, columns: set[int]) -> set[int]:
        """What is the same for all areas, and part of something that is not."""
        return {
            part
            for number in self._wanted
            if self._is_own[number]
            for part in self._graph.nodes[number].parts
            if not self._is_own[part] and self._rests[part] and part not in columns
            if self._graph.nodes[part].parts
        }

    def _times(self) -> dict[int, int]:
        times = dict.fromkeys(self._wanted, 0)
        for number in self._wanted:
            node = self._graph.nodes[number]
            twice = 2 if number in self._guarded else 1
            for place, part in enumerate(node.parts):
                times[part] += twice * self._written(node, place)
        return times

    def _written(self, node: Node, place: int) -> int:
        """How many times a node's text has the text of one of its parts."""
        if node.kind is AtMost:
            return 1 if node.detail is True else 4
        if node.kind is If:
            return 1 if place or self._graph.is_known(node.parts[0]) else 2
        if node.kind in (Floor, SquareRoot, Power):
            return 3
        return 2 if node.kind is Fold else 1


def _reached(graph: Graph, roots: Iterable[int]) -> list[int]:
    """The nodes that others rest on, each behind its parts."""
    waiting, found = list(roots), set[int]()
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting += graph.nodes[number].parts
    return sorted(found)

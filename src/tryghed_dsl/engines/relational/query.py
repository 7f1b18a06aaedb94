"""The layers of the query of one program: from the figures of an area to its outcomes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlglot import exp

from tryghed_dsl.core.program import Cell, Program
from tryghed_dsl.engines.database import USUAL, Habits
from tryghed_dsl.engines.relational.arrays import ranked_in_place
from tryghed_dsl.engines.relational.bounds import overflowing
from tryghed_dsl.engines.relational.cells import AREA, SIZES, Cells, Sizes, wanted
from tryghed_dsl.engines.relational.graph import Graph
from tryghed_dsl.engines.relational.layers import is_ranked, layered
from tryghed_dsl.engines.relational.ranked import KEY, ranked
from tryghed_dsl.engines.relational.seen import Mark, Seen
from tryghed_dsl.engines.relational.targets import TargetNodes, target_nodes
from tryghed_dsl.engines.relational.writing import SQL, Writer, all_of, case, column, layer, text
from tryghed_dsl.records import dataclass

CELLS = "cells"
Layer = tuple[str, exp.Query]


@dataclass(frozen=True, slots=True)
class Group:
    """Areas that one program serves.

    Attributes:
        program: the program.
        home: one of the areas, or any name that the spec does not know.
        areas: the areas; None means all but those in `others`.
        others: the areas that have programs of their own.
    """

    program: Program
    home: str
    areas: tuple[str, ...] | None = None
    others: tuple[str, ...] = ()


class GroupQuery:
    """What is calculated for a group of areas.

    Attributes:
        graph: the nodes of all that is calculated.
        targets: what is asked of each target.
    """

    def __init__(
        self,
        group: Group,
        seen: Seen,
        asked: Sequence[str],
        name: str,
        habits: Habits = USUAL,
    ) -> None:
        self.group = group
        self.graph = Graph()
        self.targets: list[TargetNodes] = target_nodes(
            self.graph, group.program, group.home, seen, asked
        )
        self._roots = {root for target in self.targets for root in target.roots()}
        guarded = overflowing(self.graph)
        self._layers = layered(self.graph, self._roots, guarded, habits.deepest)
        self._names: dict[int, str] = {}
        self._writer = Writer(self.graph, self._names, guarded)
        self._name = name
        self._sorts_lists = habits.sorts_lists

    @property
    def meaning(self) -> object:
        """What is calculated, the same for groups that calculate the same."""
        outcomes = tuple(self.graph.outcomes)
        return tuple(self.graph.nodes), outcomes, tuple(each.outcome for each in self.targets)

    @property
    def leaves(self) -> list[Cell | Mark]:
        """The figures that it looks up."""
        return [self._leaf(node) for node in (*self._layers.leaves, *self._layers.named)]

    def _leaf(self, node: int) -> Cell | Mark:
        leaf = self.graph.nodes[node].detail
        assert isinstance(leaf, Cell | Mark)  # noqa: S101 -- layers have found it to be one
        return leaf

    @property
    def named_areas(self) -> list[str]:
        """The areas whose figures it looks up by their names."""
        areas = (self._leaf(node).area for node in self._layers.named)
        return list(dict.fromkeys(area for area in areas if area is not None))

    def value(self, node: int) -> SQL:
        """A node that is asked for, over the last layer."""
        return self._writer.value(node)

    def truth(self, node: int) -> SQL:
        """A node that is asked for, as a condition over the last layer."""
        return self._writer.truth(node)

    def is_truth(self, node: int) -> bool:
        """Whether a node that is asked for is true or false."""
        return self.graph.is_truth(node)

    # -------------------------------------------------------------- layers

    def layers(self, cells: Cells, within: Sizes | None = SIZES) -> list[Layer]:
        """The layers by their names, each over those before it.

        Args:
            cells: the figures that are needed.
            within: how small and large they may be; None where that has been looked at.
        """
        for node in self._layers.leaves:
            self._names[node] = cells.names[wanted(self._leaf(node))]
        layers = self._layers
        after = layers.columns_for(self._roots)
        needed = after.union(*(layers.uses[node] for each in layers.own for node in each))
        same = {*layers.named, *(node for each in layers.fixed for node in each)} & needed
        fixed = self._fixed(cells, same)
        odd = None if within is None else exp.paren(cells.odd(within), copy=False)
        begun = self._begun(odd, fixed, sorted(same))
        return [*fixed, begun, *self._made("own", begun[0], layers.own, after)]

    def _fixed(self, cells: Cells, after: set[int]) -> list[Layer]:
        """What is the same for all areas, in one row."""
        if not self._layers.named and not self._layers.fixed:
            return []
        picked = []
        for place, node in enumerate(self._layers.named):
            leaf = self._leaf(node)
            of_area = exp.EQ(this=column(AREA), expression=text(str(leaf.area)))
            value = exp.Max(this=case((of_area, column(cells.names[wanted(leaf)]))))
            self._names[node] = f"f{place}"
            picked.append(exp.alias_(value, f"f{place}", quoted=True))
        query = exp.select(exp.alias_(text(""), AREA, quoted=True), *picked)
        if picked:
            names = [text(area) for area in self.named_areas]
            among = exp.In(this=column(AREA), expressions=names)
            query = query.from_(layer(CELLS), copy=False).where(among, copy=False)
        first = (f"{self._name}_fixed", query)
        return [first, *self._made("fixed", first[0], self._layers.fixed, after)]

    def _begun(self, odd: SQL | None, fixed: list[Layer], same: list[int]) -> Layer:
        """The figures of the group's areas, with what is the same for all of them.

        Those of areas that take more care than a query can are left out.
        """
        area = exp.Column(this=_named(AREA), table=_named(CELLS))
        columns: list[SQL] = [exp.alias_(area, AREA, quoted=True)]
        columns += (column(self._names[node]) for node in (*self._layers.leaves, *same))
        query = exp.Select().from_(layer(CELLS), copy=False)
        if fixed:
            query.join(layer(fixed[-1][0]), join_type="CROSS", copy=False)
        query.select(*columns, copy=False)
        if odd is not None:
            query.where(exp.Not(this=odd), copy=False)
        for areas, kept in ((self.group.areas, True), (self.group.others or None, False)):
            if areas is not None:
                among = exp.In(this=area.copy(), expressions=[text(each) for each in areas])
                query.where(among if kept else exp.Not(this=among), copy=False)
        return f"{self._name}_own", query

    def _made(
        self, name: str, before: str, layers: Sequence[Sequence[int]], after: Iterable[int]
    ) -> list[Layer]:
        found: list[Layer] = []
        carried = self._layers.carried(layers, after)
        for place, (nodes, kept) in enumerate(zip(layers, carried, strict=True), 1):
            found += self._layer(f"{self._name}_{name}{place}", before, nodes, sorted(kept))
            before = found[-1][0]
        return found

    def _layer(
        self, name: str, before: str, nodes: Sequence[int], kept: Sequence[int]
    ) -> Iterator[Layer]:
        """A layer with some more columns; what needs values in order is made beside it."""
        area = exp.Column(this=_named(AREA), table=_named(before))
        columns: list[SQL] = [exp.alias_(area, AREA, quoted=True)]
        columns += (column(self._names[node]) for node in kept if node in self._names)
        query = exp.Select().from_(layer(before), copy=False)
        made = {node: f"{self._name}_n{node}" for node in nodes}
        for node in nodes:
            is_beside = is_ranked(self.graph.nodes[node])
            if is_beside and self._sorts_lists:
                columns.append(exp.alias_(self._in_place(node), made[node], quoted=True))
            elif is_beside:
                beside = f"{name}_{node}"
                yield beside, self._ranked(node, before, made[node])
                on = _same_area(before, beside)
                query.join(layer(beside), on=on, join_type="LEFT", copy=False)
                columns.append(column(made[node]))
            else:
                written = self._writer.made(node)
                columns.append(exp.alias_(written, made[node], quoted=True))
        self._names.update(made)
        yield name, query.select(*columns, copy=False)

    def _ranked(self, number: int, before: str, name: str) -> exp.Select:
        detail, items = self._of_ranked(number)
        return ranked(detail, items, before, AREA, name)

    def _in_place(self, number: int) -> SQL:
        return ranked_in_place(*self._of_ranked(number))

    def _of_ranked(self, number: int) -> tuple[Any, list[SQL]]:
        node = self.graph.nodes[number]
        assert isinstance(node.detail, tuple)  # noqa: S101 -- made so
        return node.detail, [self._writer.value(part) for part in node.parts]


def _named(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)


def _same_area(left: str, right: str) -> SQL:
    own = exp.Column(this=_named(AREA), table=_named(left))
    key = exp.Column(this=_named(KEY), table=_named(right))
    return all_of([exp.EQ(this=own, expression=key)])

"""The targets of a program as nodes: the outcome of each, its numbers, and its flags."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from tryghed_dsl.core.program import FALSE, Cell, Expression, Judged, Or, Program, Step
from tryghed_dsl.core.simplify import Made, simplified, with_leaves
from tryghed_dsl.engines.relational.graph import Graph, Scope
from tryghed_dsl.engines.relational.seen import Seen, carried, looked_up
from tryghed_dsl.records import dataclass

CellsFound = Callable[[Cell], Expression | None]

FLAGS, CERTAIN = "flags", "certain"
NUMBERS = (
    *("value", "limit", "difference", "lower", "upper", "z"),
    *("progress", "required_progress", "needed_now", "needed_per_year"),
)


@dataclass(frozen=True, slots=True)
class TargetNodes:
    """What is asked of one target.

    Attributes:
        outcome: the node of the number of its outcome.
        measures: the nodes of its numbers, by name; those that it has.
        flags: the conditions under which it carries each flag.
    """

    id: str
    outcome: int
    measures: Mapping[str, int]
    flags: tuple[tuple[str, int], ...] = ()

    def roots(self) -> list[int]:
        """All nodes that are asked for."""
        return [self.outcome, *self.measures.values(), *(node for _, node in self.flags)]


def target_nodes(
    graph: Graph, program: Program, home: str, seen: Seen, asked: Sequence[str]
) -> list[TargetNodes]:
    """The nodes of every target of a program.

    Args:
        graph: where they are added.
        program: the program.
        home: the area that it is of.
        seen: what is known of the table.
        asked: the names of what is wanted besides the outcome.
    """
    found = cache(looked_up(seen, home, program.breaks))
    return [_Target(graph, target, seen, found).nodes(asked) for target in program.targets]


class _Target:
    """One target of a program, over the cells of a table."""

    def __init__(self, graph: Graph, target: Judged, seen: Seen, found: CellsFound) -> None:
        self._target = target
        self._seen = seen
        self._found = found
        self._simple = simplified(target, found)
        self._made = Made()
        self._scope = Scope(graph, self._simple.steps)

    def nodes(self, asked: Sequence[str]) -> TargetNodes:
        measures = {name: self._node(made) for name, made in self._measures(asked).items()}
        flags = tuple(self._flags()) if FLAGS in asked else ()
        return TargetNodes(
            self._target.id, self._scope.add_table(self._simple.rows), measures, flags
        )

    def _node(self, expression: Expression) -> int:
        return self._scope.add(with_leaves(expression, self._known, self._made))

    def _known(self, leaf: Cell | Step) -> Expression | None:
        return None if isinstance(leaf, Step) else self._found(leaf)

    def _measures(self, asked: Sequence[str]) -> dict[str, Expression]:
        """The measures that are asked for; a step goes before a measure of its name."""
        found: dict[str, Expression] = {name: Step(name) for name, _ in self._target.steps}
        for name, expression in self._target.measures:
            found.setdefault(name, expression)
        later = self._target.later
        if later is not None and set(asked) & set(later.names) - found.keys():
            for name, expression in later.made():
                found.setdefault(name, expression)
        return {name: found[name] for name in asked if name in found}

    def _flags(self) -> Iterator[tuple[str, int]]:
        """Its own flags, and those of the figures that its numbers came from."""
        for flag in self._target.flags:
            yield flag.name, self._node(flag.condition)
        for name in self._seen.flags:
            carriers = (carried(name, self._seen, made) for _, made in self._simple.steps)
            asked = tuple(each for each in carriers if each != FALSE)
            if asked:
                yield name, self._scope.add(Or(asked))

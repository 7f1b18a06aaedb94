"""Many values made one: over several things, over time, or over the areas of a list."""

from collections.abc import Sequence

from tryghed_dsl.check import units
from tryghed_dsl.check.expressions import lengths, periods
from tryghed_dsl.check.expressions.calling import Calling, Given, Value, given_to, read_least
from tryghed_dsl.check.expressions.directions import Way, agreed, way_of
from tryghed_dsl.check.expressions.shares import tenth_of
from tryghed_dsl.check.expressions.undirected import tell_no_direction
from tryghed_dsl.check.names.names import area_list_known
from tryghed_dsl.check.notes import part_called
from tryghed_dsl.check.terms import (
    Aggregation,
    Between,
    How,
    Last,
    OverAreas,
    OverTime,
    Several,
    Window,
    Within,
)
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes

_PER_CENT = 100
_BY_DIRECTION = {
    ("best", Direction.LOWER): Aggregation.MIN,
    ("best", Direction.HIGHER): Aggregation.MAX,
    ("worst", Direction.LOWER): Aggregation.MAX,
    ("worst", Direction.HIGHER): Aggregation.MIN,
}
BEST_WORST = ("best", "worst")
# These may hold a number beside what is measured: the smallest or largest that is to come out.
_WITH_NUMBERS = ("min", "max", *BEST_WORST)
AGGREGATES = (*(kind.value for kind in Aggregation), *BEST_WORST)
OVER_AREAS = tuple(name for name in AGGREGATES if name != Aggregation.QUANTILE)


def read_aggregate(calling: Calling) -> Typed:
    """Check `mean(…)`, `quantile(…)`, `best(…)` and their like."""
    given = given_to(calling, least=True)
    if given is None:
        return calling.nothing()
    values, share = given.plain, None
    if calling.name == Aggregation.QUANTILE:
        values, share = _without_share(given)
        if share is None:
            return calling.tell_shape()
    return _Made(calling, given.least, _share(share, calling)).of(values)


def _without_share(
    given: Given,
) -> tuple[tuple[Value, ...], nodes.Number | None]:
    """The arguments besides the percentage that a quantile needs."""
    for place, value in enumerate(given.plain):
        if isinstance(value, nodes.Number) and value.sign is nodes.Sign.PERCENT:
            return (*given.plain[:place], *given.plain[place + 1 :]), value
    return given.plain, None


def _share(node: nodes.Number | None, calling: Calling) -> float | None:
    if node is None:
        return None
    if node.value > _PER_CENT:
        calling.notes.tell("E118", node.span, written=node.span.text, **tenth_of(node))
    elif node.value == 0:
        words = {"written": node.span.text, "name": part_called(calling.name)}
        calling.notes.tell("E110", node.span, **words, expected=Expected(("ABOVE_ZERO",)))
    return node.value / _PER_CENT


@dataclass(frozen=True, slots=True)
class _Made:
    """Makes one value of what stands in the brackets, whichever of its forms that is."""

    calling: Calling
    least: nodes.Least | None
    share: float | None

    def of(self, values: tuple[Value, ...]) -> Typed:
        match values:
            case (nodes.Over(operand, areas),):
                return self.over_areas(self.calling.read(operand), areas)
            case (operand, then) if self._is_window(then) and isinstance(operand, nodes.Expression):
                return self._over_time(self.calling.read(operand), then)
            case _:
                return self._several(values)

    def _is_window(self, value: Value) -> bool:
        """Whether it is a window; a name that the file gives a meaning is none."""
        if isinstance(value, nodes.Name):
            scope = self.calling.scope
            known = value.text in scope.names.things or value.text in scope.bindings
            return not known and periods.length_named(value.text) is not None
        return isinstance(value, nodes.Duration | nodes.Range)

    def _window(self, value: Value) -> Window | None:
        if isinstance(value, nodes.Duration | nodes.Range):
            return periods.window(value, self.calling.notes)
        length = periods.length_named(value.text) if isinstance(value, nodes.Name) else None
        return None if length is None else Within(length)

    def _several(self, values: tuple[Value, ...]) -> Typed:
        calling = self.calling
        for value in values:
            if isinstance(value, nodes.Part) or self._is_odd_number(value):
                return calling.tell_shape(value)
        if len(values) < 2:  # noqa: PLR2004 -- one value alone has no mean
            return calling.tell_shape()
        parts = [calling.read(value) for value in values if not isinstance(value, nodes.Part)]
        so_far = parts[0]
        for part in parts[1:]:
            unit = units.alike(so_far, part, calling.notes)
            so_far = Typed(so_far.term, unit, so_far.span, so_far.share and part.share)
        way = agreed(parts)
        how = self._how(way, parts, len(parts))
        made = calling.made(Several(how, tuple(p.term for p in parts)), so_far.unit, way)
        return Typed(made.term, made.unit, made.span, so_far.share, *way)

    def _is_odd_number(self, value: Value) -> bool:
        """Whether it is a number that looks like a value: in `mean(x, 3)` years were meant."""
        return isinstance(value, nodes.Number) and self.calling.name not in _WITH_NUMBERS

    def _over_time(self, operand: Typed, node: Value) -> Typed:
        calling, way, window = self.calling, way_of(operand), self._window(node)
        if window is None:
            return calling.nothing()
        lengths.check_window(operand.term, window, node.span, calling.scope, calling.notes)
        how = self._how(way, [operand], self._most(window, operand))
        return calling.made(OverTime(how, operand.term, window), operand.unit, way)

    def over_areas(self, operand: Typed, areas: nodes.Name) -> Typed:
        names, way = self.calling.scope.names, way_of(operand)
        if not area_list_known(areas, names, self.calling.notes):
            return self.calling.nothing()
        how = self._how(way, [operand], len(names.members.get(areas.text, ())) or None)
        return self.calling.made(OverAreas(how, operand.term, areas.text), operand.unit, way)

    def _most(self, window: Window, operand: Typed) -> int | None:
        """How many periods a window holds, where that is certain."""
        match window:
            case Last(count):
                return count
            case Between(first, last):
                return None if last is None else last.index - first.index + 1
            case Within(length):
                return lengths.most_parts(operand.term, length, self.calling.scope)

    def _how(self, way: Way, parts: Sequence[Typed], most: int | None) -> How:
        kind = kind_of(self.calling.name, way[0])
        if kind is None:
            tell_no_direction(self.calling, parts)
            kind = Aggregation.MIN
        return How(kind, read_least(self.least, most, self.calling.notes), self.share)


def over_areas(calling: Calling, operand: Typed, areas: nodes.Name) -> Typed:
    """Check `mean over districts`, of what a benchmark is held against."""
    return _Made(calling, None, None).over_areas(operand, areas)


def kind_of(function: str, direction: Direction | None) -> Aggregation | None:
    """What a function makes of many values; None where that needs a direction and has none."""
    if function not in BEST_WORST:
        return Aggregation(function)
    return None if direction is None else _BY_DIRECTION[function, direction]

"""The figures of a weighted sum that chance is in, and how far the sum lies from its limits."""

from tryghed_dsl.core.lower.chance.build import ZERO, minus, summed, times
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.lower.chance.linear import Linear, Part
from tryghed_dsl.core.lower.chance.methods import square_and_add
from tryghed_dsl.core.lower.chance.noise import Counted, Exact, Noisy
from tryghed_dsl.core.lower.chance.spread import Spread
from tryghed_dsl.core.program import AtMost, Constant, Expression, If, Or
from tryghed_dsl.records import dataclass

_Terms = tuple[tuple[float, Expression], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one weight.

    Attributes:
        terms: what the weight is the sum of, each a number times an exact one. The sum mostly
            has the sign of the first.
        figures: the figures; several are counts, and one count together.
        value: their sum.
    """

    terms: _Terms
    figures: tuple[Noisy, ...]
    value: Expression

    @property
    def counted(self) -> bool:
        """Whether it is a count of events."""
        return all(figure.counted for figure in self.figures)

    @property
    def total(self) -> bool:
        """Whether it is a total, in which chance is only if the data says so."""
        return all(isinstance(figure.noise, Exact) for figure in self.figures)

    @property
    def positive(self) -> bool:
        """Whether it is added, and not taken away."""
        return self.terms[0][0] > 0

    @property
    def size(self) -> Expression:
        """The size of its weight."""
        sign = 1.0 if self.positive else -1.0
        parts = tuple(times(Constant(sign * scale), weight) for scale, weight in self.terms)
        if all(isinstance(part, Constant) for part in parts):
            return Constant(sum(part.value for part in parts if isinstance(part, Constant)))
        return summed(parts)

    def asks_for_own(self) -> tuple[Expression, ...]:
        """The questions whether the data gives any of it limits of its own."""
        return tuple(asked for figure in self.figures for asked in figure.asks_for_own())

    def reaches(self, level: Level, *, upper: bool) -> tuple[Expression, ...]:
        """How far each of its figures lies from its limit, weighted."""
        alone = len(self.figures) == 1
        figures = (self.figures[0].known_as(self.value),) if alone else self.figures
        return tuple(self._reach(figure, level, upper=upper) for figure in figures)

    def reach_as_count(self, level: Level, *, upper: bool) -> Expression:
        """How far its sum lies from its limit as one count, weighted."""
        return self._reach(Noisy(None, self.value, Counted()), level, upper=upper)

    def _reach(self, figure: Noisy, level: Level, *, upper: bool) -> Expression:
        above = upper is self.positive
        reach = times(self.size, _distance(figure, level, above=above))
        if not self._may_turn:
            return reach
        other = times(minus(ZERO, self.size), _distance(figure, level, above=not above))
        return If(AtMost(ZERO, self.size, plain=True), reach, other)

    @property
    def _may_turn(self) -> bool:
        """Whether figures could give the weight another sign, as exposures can and shares not."""
        largest = abs(self.terms[0][0])
        opposed = sum(abs(scale) for scale, _ in self.terms if (scale > 0) is not self.positive)
        return opposed > largest


def _distance(figure: Noisy, level: Level, *, above: bool) -> Expression:
    """How far a figure lies from its lower or upper limit."""
    limit = figure.limit(level, upper=above)
    return minus(limit, figure.value) if above else minus(figure.value, limit)


def groups_of(linear: Linear, sides: tuple[Spread, ...]) -> tuple[Group, ...]:
    """What chance is in, counts of equal weight put together.

    Args:
        linear: the weighted sum.
        sides: numbers that have names, so that a sum that is one of them need not be written
            out again.
    """
    figures: dict[object, list[Part]] = {}
    for part in linear.parts:
        if not part.figure.exact:
            figures.setdefault(part.figure.key, []).append(part)
    together: dict[tuple[object, ...], list[Noisy]] = {}
    for key, parts in figures.items():
        alone = () if parts[0].figure.counted else (key,)
        together.setdefault((_weight(parts), *alone), []).append(parts[0].figure)
    return tuple(
        Group(_terms(figures[found[0].key]), tuple(found), _sum(found, sides))
        for found in together.values()
    )


def margin(groups: tuple[Group, ...], level: Level, *, upper: bool) -> Expression:
    """How far the sum of groups lies from its limit.

    Counts that are one count have its limits. Otherwise, and where the data gives any of them
    limits of its own, the limits of the figures are squared and added.
    """
    reaches = tuple(reach for group in groups for reach in group.reaches(level, upper=upper))
    by_figures = square_and_add(reaches)
    if len(groups) != 1 or len(groups[0].figures) == 1:
        return by_figures
    own = groups[0].asks_for_own()
    as_count = groups[0].reach_as_count(level, upper=upper)
    return If(Or(own), by_figures, as_count) if own else as_count


def _terms(parts: list[Part]) -> _Terms:
    """The weight of a figure; what figures decide of it is at most one, and so comes last."""
    ordered = sorted(parts, key=lambda part: not isinstance(part.weight, Constant))
    return tuple((part.scale, part.weight) for part in ordered)


def _weight(parts: list[Part]) -> tuple[object, ...]:
    """The weight of a figure, the same for all that have it, however it is put together."""
    numbers = (p.scale * p.weight.value for p in parts if isinstance(p.weight, Constant))
    others = ((p.scale, p.weight) for p in parts if not isinstance(p.weight, Constant))
    return (f"{sum(numbers):.12g}", *others)


def _sum(figures: list[Noisy], sides: tuple[Spread, ...]) -> Expression:
    keys = {figure.key for figure in figures}
    for side in sides:
        linear = side.linear
        if linear is not None and linear.plain and keys == {p.figure.key for p in linear.parts}:
            return side.value
    return summed(tuple(figure.value for figure in figures))

"""Trajectories: whether chance explains that the subject is not where it should be.

A gap less the one required is a weighted sum of the subject and its reference, now and at the
start. A figure that stands in it twice, such as a reference that is held as it was, is one
figure; the others vary independently.
"""

from tryghed_dsl.core.lower.chance.build import ONE, ZERO, minus, times
from tryghed_dsl.core.lower.chance.compare import (
    UNTOLD,
    Compared,
    Comparison,
    by_chance,
    comparison,
)
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.lower.chance.linear import Linear, added
from tryghed_dsl.core.lower.chance.spread import Spread
from tryghed_dsl.core.program import Constant, Expression, Or
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Ends:
    """What a gap is between.

    Attributes:
        sign: +1 where lower is better, -1 where higher is, None where that is not declared.
        x: the subject at the period judged.
        ref: its reference then.
        x0: the subject at the start.
        ref0: its reference then.
    """

    sign: int | None
    x: Spread
    ref: Spread
    x0: Spread
    ref0: Spread

    @property
    def sides(self) -> tuple[Spread, ...]:
        """Its numbers."""
        return (self.x, self.ref, self.x0, self.ref0)


def gap_chance(ends: Ends, share: Expression | None, tolerance: float, level: Level) -> Compared:
    """Whether the gap is as small as required, as far as chance lets one say.

    Required is what is left of the gap at the start, and never less than the tolerance.

    Args:
        ends: what the gap is between. Without a direction nothing can be told.
        share: the share of the starting gap that should be closed by now, 0–1; None where no
            amount is stated, and the gap has to be smaller than at the start.
        tolerance: the gap that counts as closed.
        level: the level of the limits.
    """
    if ends.sign is None:
        return UNTOLD
    closed = _asked(ends, ends.sign, ZERO, tolerance, strict=False)
    left = ONE if share is None else minus(ONE, share)
    narrower = _asked(ends, ends.sign, left, 0.0, strict=share is None)
    if narrower == closed:
        return by_chance(closed, level)
    return either(by_chance(narrower, level), by_chance(closed, level))


def value_chance(
    sign: int | None, x: Spread, needed: Spread, level: Level, *, strict: bool = False
) -> Compared:
    """Whether the subject is as good as a value that it needs now, or `strict`ly better."""
    if sign is None:
        return UNTOLD
    small, large = (x, needed) if sign > 0 else (needed, x)
    return by_chance(comparison(small, large, strict=strict), level)


def either(first: Compared, second: Compared) -> Compared:
    """One of two comparisons is enough; the test reported is the first one's."""
    return Compared(Or((first.within, second.within)), Or((first.sure, second.sure)), first.z)


def _asked(
    ends: Ends, sign: int, left: Expression, tolerance: float, *, strict: bool
) -> Comparison:
    """That the gap is at most a share of the starting one, or a number."""
    now = added(((sign, ends.x.linear), (-sign, ends.ref.linear)))
    required: Expression = Constant(tolerance)
    start: Linear | None = Linear(tolerance)
    if left != ZERO:
        required = times(left, _gap(sign, ends.x0, ends.ref0))
        start = added(((sign, ends.x0.linear), (-sign, ends.ref0.linear)))
        start = None if start is None else start.weighted(left)
    difference = added(((1.0, now), (-1.0, start)))
    return Comparison(_gap(sign, ends.x, ends.ref), required, difference, ends.sides, strict)


def _gap(sign: int, x: Spread, ref: Spread) -> Expression:
    high, low = (x, ref) if sign > 0 else (ref, x)
    return minus(high.value, low.value)

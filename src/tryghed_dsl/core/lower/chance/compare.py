"""Two numbers compared: whether the one is at most the other, as far as chance lets one say.

Two counts are held against each other by the score test; anything else by the interval of the
difference, squared and added from its parts' limits.
"""

from tryghed_dsl.core.lower.chance.build import minus, over, plus
from tryghed_dsl.core.lower.chance.groups import Group, groups_of, margin
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.lower.chance.linear import Linear, added
from tryghed_dsl.core.lower.chance.methods import score_z
from tryghed_dsl.core.lower.chance.spread import Spread
from tryghed_dsl.core.program import MISSING, AtMost, Constant, Expression, If, Or, below
from tryghed_dsl.records import dataclass

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """What can be said of a comparison; all is missing where its chance cannot be told.

    Attributes:
        within: the interval reaches the good side or touches it, so that a miss would not be
            beyond chance.
        sure: the interval lies on the good side, and does not touch the other.
        z: of the score test, above zero where the comparison leans towards a miss; missing
            where it is by no such test.
    """

    within: Expression
    sure: Expression
    z: Expression = MISSING


UNTOLD = Compared(MISSING, MISSING)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number that is to be at most another one.

    Attributes:
        left: the one that is to be small.
        right: the other.
        difference: the one less the other; None where its chance cannot be told.
        sides: numbers that have names, so that a sum need not be written out again.
        strict: whether it is to be below. It matters only where there is no chance at all;
            an interval that touches a number is never beyond it.
    """

    left: Expression
    right: Expression
    difference: Linear | None
    sides: tuple[Spread, ...]
    strict: bool = False

    @property
    def holds(self) -> Expression:
        """Whether it holds of the numbers as they are."""
        return (below if self.strict else AtMost)(self.left, self.right)


def comparison(left: Spread, right: Spread, *, strict: bool = False) -> Comparison:
    """One number that is to be at most another one, or below it."""
    difference = added(((1.0, left.linear), (-1.0, right.linear)))
    return Comparison(left.value, right.value, difference, (left, right), strict)


def by_chance(asked: Comparison, level: Level) -> Compared:
    """What can be said of a comparison at a level."""
    if asked.difference is None:
        return UNTOLD
    groups = groups_of(asked.difference, asked.sides)
    interval = _by_interval(asked, groups, level)
    if all(group.total for group in groups):
        return _unless_own(groups, Compared(asked.holds, asked.holds), interval)
    pair = _two_counts(asked.difference, groups)
    return interval if pair is None else _unless_own(groups, _by_score(pair, level), interval)


def limits(number: Spread, level: Level) -> tuple[Expression, Expression]:
    """The lower and upper limit of a number; missing where its chance cannot be told."""
    if number.linear is None:
        return MISSING, MISSING
    groups = groups_of(number.linear, (number,))
    lower, upper = (margin(groups, level, upper=upper) for upper in (False, True))
    return minus(number.value, lower), plus(number.value, upper)


def told_limits(number: Spread, level: Level) -> tuple[Expression, Expression]:
    """The limits of a number that has some; missing for one that is exact."""
    groups = () if number.linear is None else groups_of(number.linear, (number,))
    if not groups:
        return MISSING, MISSING
    lower, upper = limits(number, level)
    if not all(group.total for group in groups):
        return lower, upper
    own = Or(tuple(asked for group in groups for asked in group.asks_for_own()))
    return If(own, lower, MISSING), If(own, upper, MISSING)


def _by_interval(asked: Comparison, groups: tuple[Group, ...], level: Level) -> Compared:
    low = minus(asked.left, margin(groups, level, upper=False))
    high = plus(asked.left, margin(groups, level, upper=True))
    return Compared(AtMost(low, asked.right), below(high, asked.right))


def _two_counts(difference: Linear, groups: tuple[Group, ...]) -> tuple[Group, Group] | None:
    """The count that is to be small and the other one, where nothing else is compared."""
    exact = any(part.figure.exact for part in difference.parts)
    if len(groups) != _PAIR or exact or difference.constant != 0:
        return None
    first, second = sorted(groups, key=lambda group: not group.positive)
    both = first.counted and second.counted and first.positive and not second.positive
    return (first, second) if both else None


def _by_score(pair: tuple[Group, Group], level: Level) -> Compared:
    """By the score test."""
    first, second = pair
    z = score_z(first.value, second.value, over(second.size, first.size))
    return Compared(AtMost(z, Constant(level.z)), below(z, Constant(-level.z)), z)


def _unless_own(groups: tuple[Group, ...], usual: Compared, interval: Compared) -> Compared:
    """The usual method, or by the interval where the data gives limits of its own."""
    own = tuple(asked for group in groups for asked in group.asks_for_own())
    if not own:
        return usual
    given = Or(own)
    return Compared(
        If(given, interval.within, usual.within),
        If(given, interval.sure, usual.sure),
        usual.z if usual.z == MISSING else If(given, MISSING, usual.z),
    )

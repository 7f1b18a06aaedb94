"""Figures with the chance that is in them, and the limits that they have by it."""

from collections.abc import Hashable

from tryghed_dsl.core.lower.chance.build import minus, over, plus, times
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.lower.chance.methods import (
    count_lower,
    count_upper,
    square_and_add,
    wilson,
)
from tryghed_dsl.core.program import (
    MISSING,
    And,
    Coalesce,
    Constant,
    Expression,
    If,
    IsMissing,
    Not,
    Or,
)
from tryghed_dsl.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of events."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """A share of those who answered.

    Attributes:
        n: how many answered, divided by the survey's design.
        whole: what all of them are in the figure's unit: 100 for percent, 1 for a fraction.
    """

    n: Expression
    whole: float


@dataclass(frozen=True, slots=True)
class Exact:
    """No chance: a number that was agreed, or an area's total."""


@dataclass(frozen=True, slots=True)
class Untold:
    """Nothing says how much chance there is, unless the data has limits of its own."""


Noise = Counted | Sampled | Exact | Untold


@dataclass(frozen=True, slots=True)
class Summed:
    """What a figure is summed from where nothing is observed for its area.

    Attributes:
        whole: what is observed for the area.
        parts: the figures of its parts.
    """

    whole: Expression
    parts: tuple["Noisy", ...]

    def asks_for_own(self) -> Expression:
        """The question whether it is summed, and the data gives any part limits of its own."""
        own = tuple(asked for part in self.parts for asked in part.asks_for_own())
        return And((IsMissing(self.whole), Or(own)))

    def reach(self, level: Level, *, upper: bool) -> Expression:
        """How far the sum lies from its limit."""
        limits = ((part.value, part.limit(level, upper=upper)) for part in self.parts)
        return square_and_add(
            tuple(minus(limit, value) if upper else minus(value, limit) for value, limit in limits)
        )


@dataclass(frozen=True, slots=True)
class Noisy:
    """A figure with the chance in it.

    Attributes:
        key: what tells it from other figures; the same figure read twice has the same.
        own_lower: the lower limit that the data gives itself, at whatever level the data's
            makers chose.
        own_upper: likewise the upper limit.
        summed: what it may be summed from; None where it can only be observed.
    """

    key: Hashable
    value: Expression
    noise: Noise
    own_lower: Expression = MISSING
    own_upper: Expression = MISSING
    summed: Summed | None = None

    @property
    def counted(self) -> bool:
        """Whether it is a count of events."""
        return isinstance(self.noise, Counted)

    @property
    def exact(self) -> bool:
        """Whether there is no chance in it at all."""
        return isinstance(self.noise, Exact) and not self.asks_for_own()

    def asks_for_own(self) -> tuple[Expression, ...]:
        """The questions whether the data gives it limits of its own, or what it is summed from."""
        own = (self.own_lower, self.own_upper)
        asked = tuple(Not(IsMissing(limit)) for limit in own if limit != MISSING)
        return asked if self.summed is None else (*asked, self.summed.asks_for_own())

    def limit(self, level: Level, *, upper: bool) -> Expression:
        """Its lower or upper limit: the data's own, else by the method for what it is."""
        own = self.own_upper if upper else self.own_lower
        parts, method = self._by_parts(level, upper=upper), _by_method(self, level, upper=upper)
        return Coalesce(tuple(limit for limit in (own, parts, method) if limit != MISSING))

    def _by_parts(self, level: Level, *, upper: bool) -> Expression:
        """Its limit by those of what it is summed from, where the data gives any."""
        if self.summed is None:
            return MISSING
        reach = self.summed.reach(level, upper=upper)
        limit = (plus if upper else minus)(self.value, reach)
        return If(self.summed.asks_for_own(), limit, MISSING)

    def known_as(self, value: Expression) -> "Noisy":
        """The same figure, where another expression holds its value."""
        return replace(self, value=value)


def exactly(value: Expression) -> Noisy:
    """A number without chance; equal ones are the same."""
    return Noisy(value, value, Exact())


def _by_method(figure: Noisy, level: Level, *, upper: bool) -> Expression:
    match figure.noise:
        case Counted():
            return (count_upper if upper else count_lower)(figure.value, level)
        case Sampled(n, whole):
            share = over(figure.value, Constant(whole))
            return times(wilson(share, n, level.z, upper=upper), Constant(whole))
        case Exact():
            return figure.value
        case Untold():
            return MISSING

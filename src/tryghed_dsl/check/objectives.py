"""Checked objectives: where a trajectory goes, from where, and how the way is judged."""

from dataclasses import field
from enum import StrEnum

from tryghed_dsl.check.terms import Term
from tryghed_dsl.domain.period import Length, Period, PeriodRange
from tryghed_dsl.records import dataclass


class Measure(StrEnum):
    """How a gap is measured."""

    POINTS = "points"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Amount:
    """A change: a number in the subject's unit, or a share (0–1) of what it changes."""

    value: float
    relative: bool


@dataclass(frozen=True, slots=True)
class Approach:
    """The gap between the subject and a reference narrows.

    Attributes:
        close: the share of the gap that must close, 0–1; None where no amount is stated.
        frozen: whether the reference is held as it was at the start.
    """

    ref: Term
    close: float | None = None
    measure: Measure = Measure.POINTS
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """The subject comes to a value."""

    value: Term


@dataclass(frozen=True, slots=True)
class Change:
    """The subject changes by an amount from its start; of a band by the smaller one.

    Attributes:
        up: whether it is to grow (`increase`) and not to fall (`reduce`).
    """

    amount: Amount
    up: bool


@dataclass(frozen=True, slots=True)
class Grow:
    """The subject grows by a share (0–1) a year, compounded; it has no deadline."""

    rate: float


@dataclass(frozen=True, slots=True)
class Improve:
    """The subject is better than at its start; with a step better every year by that much."""

    step: Amount | None = None


Objective = Approach | Reach | Change | Grow | Improve


@dataclass(frozen=True, slots=True)
class Linear:
    """The same stretch of the way each year."""


@dataclass(frozen=True, slots=True)
class Geometric:
    """The same rate of change each year."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """What holds from a period on until the next milestone: a value, or a change."""

    period: Period
    value: Term | None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Milestones:
    """Values of their own for the years on the way, in the order of their periods."""

    stones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class AtEnd:
    """Not judged before the deadline."""


@dataclass(frozen=True, slots=True)
class Pace:
    """By the ratio of compound rates of change, actual over required."""


@dataclass(frozen=True, slots=True)
class Projection:
    """By where the mean change over the last years leads."""

    years: int
    length: Length = Length.YEAR


Judging = Linear | Geometric | Milestones | AtEnd | Pace | Projection


@dataclass(frozen=True, slots=True)
class Course:
    """From where to when, and how the time between is judged.

    Attributes:
        by: the deadline; None for an objective without one.
        start: the stated start, one period or a range whose mean is taken; None where the
            figures decide.
        start_value: what stands in for the subject's own value at the start.
        tolerance: a gap up to this counts as closed, in the gap's unit.
        within: for milestones, how far one may be missed and only warn.
        pass_from: the ratio of way covered to way due that passes before the deadline.
        warn_from: the ratio that warns, where the spec states one.
    """

    by: Period | None
    start: Period | PeriodRange | None = None
    start_value: Term | None = None
    tolerance: float = 0.0
    judging: Judging = field(default_factory=Linear)
    within: Amount | None = None
    pass_from: float = 0.95
    warn_from: float | None = None


def objective_terms(objective: Objective) -> tuple[Term, ...]:
    """The terms of an objective."""
    match objective:
        case Approach(ref):
            return (ref,)
        case Reach(value):
            return (value,)
        case _:
            return ()

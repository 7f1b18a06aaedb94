"""The way of a trajectory: from its start to its deadline, and where on it a period lies."""

from tryghed_dsl.check.conditions import Held, Trajectory
from tryghed_dsl.check.model import Spec
from tryghed_dsl.check.objectives import AtEnd, Course, Milestones, Objective
from tryghed_dsl.check.terms import Term, indicators
from tryghed_dsl.core.lower.frame import Frame, in_length
from tryghed_dsl.core.lower.held import value_of
from tryghed_dsl.core.program import TRUE, Expression, Fact, Flag, Fold, Folding
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import Direction, Kind
from tryghed_dsl.domain.verdict import Reason
from tryghed_dsl.records import dataclass

AFTER_DEADLINE = "after-deadline"


@dataclass(frozen=True, slots=True)
class Way:
    """A subject on its way, as of the frame's period.

    Attributes:
        start: where it starts, one period or a range.
        sign: +1 where lower is better, -1 where higher is, None where that is not declared.
    """

    held: Held
    objective: Objective
    course: Course
    start: Period | PeriodRange
    frame: Frame
    sign: int | None

    def own(self, period: Period) -> Period:
        """The subject's own period that stands for one that is written.

        The year that a day lies in, the last month of a year, the school year that ends in it.
        """
        return in_length(period, self.frame.period.length)

    @property
    def _by(self) -> Period | None:
        return None if self.course.by is None else self.own(self.course.by)

    @property
    def at_end(self) -> bool:
        """Whether the deadline has come."""
        by = self._by
        return by is not None and self.frame.period.ends >= by.ends

    @property
    def after_end(self) -> bool:
        """Whether the deadline has passed."""
        by = self._by
        return by is not None and self.frame.period.starts >= by.ends

    @property
    def travelled(self) -> float:
        """How many years have passed since the start."""
        return self._place(self.frame.period) - self._start_place

    @property
    def length(self) -> float:
        """How many years lie between the start and the deadline."""
        by = self._by
        return self.travelled if by is None else self._place(by) - self._start_place

    @property
    def passed(self) -> float:
        """The share of the time that has passed, at most 1."""
        return min(1.0, self.travelled / self.length)

    @property
    def began(self) -> Period:
        """The last period that belongs to the start."""
        last = self.start.last if isinstance(self.start, PeriodRange) else self.start
        return self._began(last)

    @property
    def _start_place(self) -> float:
        if isinstance(self.start, PeriodRange):
            first, last = self._began(self.start.first), self._began(self.start.last)
            return (first.starts + last.ends) / 2
        return self._place(self._began(self.start))

    def _began(self, period: Period) -> Period:
        """A period of the start; a year in which months start stays whole, as it is read."""
        longer = period.length.years > self.frame.period.length.years
        return period if longer else self.own(period)

    def _place(self, period: Period) -> float:
        """Where a period lies in time: a stock at its end, everything else at its middle."""
        if _is_stock(self.held.subject, self.frame.spec):
            return period.ends
        return (period.starts + period.ends) / 2

    @property
    def due(self) -> Reason | None:
        """Why it is not judged at this date, where it is not."""
        if self.frame.period.starts < self.began.ends:
            return Reason.NOT_STARTED
        if self.at_end:
            return None
        if isinstance(self.course.judging, AtEnd) or self._before_milestones:
            return Reason.NOT_DUE
        return None

    @property
    def _before_milestones(self) -> bool:
        judging = self.course.judging
        if not isinstance(judging, Milestones):
            return False
        return self.frame.period.ends < self.own(judging.stones[0].period).ends

    def at_start(self, term: Term) -> Expression:
        """A term at the start, agreed values first; the mean of a range."""
        return self._mean_over(term, agreed=True)

    def seen_at_start(self, term: Term) -> Expression:
        """A term at the start, as the figures have it."""
        return self._mean_over(term, agreed=False)

    def _mean_over(self, term: Term, *, agreed: bool) -> Expression:
        frame = self.frame
        read = frame.baseline if agreed else frame.at
        if isinstance(self.start, Period):
            return value_of(term, self.held, read(self.start))
        first, last = self.start.first, self.start.last
        periods = [first.plus(step) for step in range(last.index - first.index + 1)]
        values = tuple(value_of(term, self.held, read(period)) for period in periods)
        return Fold(Folding.MEAN, values)

    def facts(self) -> tuple[tuple[str, Fact], ...]:
        """What the words of a report need."""
        by = () if self.course.by is None else (("by", self.course.by),)
        return (*by, ("start", self.start), ("tolerance", self.course.tolerance))


def late(way: Way) -> tuple[Flag, ...]:
    """The flag of a verdict after the deadline: what was reached has to hold."""
    return (Flag(AFTER_DEADLINE, TRUE),) if way.after_end else ()


def way_of(rule: Trajectory, held: Held, frame: Frame) -> Way | None:
    """The way of a trajectory; None where it has no start, stated or found in figures."""
    start = rule.course.start or frame.starts.get(held)
    if start is None:
        return None
    return Way(held, rule.objective, rule.course, start, frame, _sign(held.direction))


def _sign(direction: Direction | None) -> int | None:
    return None if direction is None else 1 if direction is Direction.LOWER else -1


def _is_stock(term: Term, spec: Spec) -> bool:
    kinds = {spec.indicators[name].kind for name in indicators(term)}
    return kinds == {Kind.STOCK}

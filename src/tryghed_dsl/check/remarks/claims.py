"""What has to hold of a subject for a target to be met: the ends between which its figure lies.

Only what is certain is a claim. A target that is met in other ways too makes none.
"""

import math
from collections.abc import Iterator

from tryghed_dsl.check.conditions import (
    Band,
    Condition,
    Held,
    Limit,
    Margin,
    Not,
    Operator,
    Several,
    Trajectory,
)
from tryghed_dsl.check.model import Agreement, Monitored, Target
from tryghed_dsl.check.objectives import Change, Course, Milestones, Reach
from tryghed_dsl.check.remarks.ends import End, end_of
from tryghed_dsl.check.remarks.stated import Stated
from tryghed_dsl.check.terms import Baseline, InArea, Term
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import COUNT, Direction
from tryghed_dsl.records import dataclass

_ALWAYS = (-math.inf, math.inf)
_OPPOSITE = {
    Operator.AT_MOST: Operator.ABOVE,
    Operator.BELOW: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.BELOW,
    Operator.ABOVE: Operator.AT_MOST,
}
_STRICT = (Operator.BELOW, Operator.ABOVE)
_UPPER = (Operator.AT_MOST, Operator.BELOW, Operator.EQUALS)
_LOWER = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUALS)
_WIDEST = 3.1  # standard deviations at the highest level, 99.8 %
Years = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Claim:
    """An end that a figure may not lie beyond.

    Attributes:
        upper: whether it may not lie above, and not below.
        end: the end.
        strict: whether it may not lie at it either.
        years: from when until when that is asked.
        soft: whether a miss may be a warning by more than the margin says.
        margin: how far the end may be missed and only warn.
        counted: whether things are counted, so that it is known how far chance reaches.
    """

    upper: bool
    end: End
    strict: bool
    years: Years
    soft: bool
    margin: Margin | None = None
    counted: bool = False

    @property
    def relaxed(self) -> End | None:
        """The end beyond which a miss is more than a warning; None where that is open."""
        margin, end = self.margin, self.end
        if margin is None and not self.soft:
            return end
        scaled = self.soft or (margin is not None and margin.relative)
        if (self.soft and not self.counted) or (scaled and end.unknown is not None):
            return None
        by = _beyond_chance(end.number) if self.soft else 0.0
        if margin is not None:
            by = max(by, abs(end.number) * margin.value if margin.relative else margin.value)
        return end.plus(End(by if self.upper else -by))


def _beyond_chance(count: float) -> float:
    """More than chance explains of a miss, at any level that there is, counted or decreed."""
    return _WIDEST * math.sqrt(2 * max(count, 0.0)) + _WIDEST**2 + 1


def sure(promise: Condition | Monitored) -> Iterator[tuple[Held, bool]]:
    """The subjects under rules that must all hold, or (False) must all not hold."""
    waiting: list[Condition] = [] if isinstance(promise, Monitored) else [promise]
    while waiting:
        match waiting.pop():
            case Held() as held:
                yield held, True
            case Not(Held() as held):
                yield held, False
            case Several(None, members):
                waiting.extend(reversed(members))
            case _:
                pass


def years_of(target: Target, agreement: Agreement | None) -> Years:
    """From when until when a target is judged."""
    first, last = _ALWAYS
    for valid in (target.valid, agreement.valid if agreement else None):
        if valid is not None:
            first, last = max(first, valid.first.starts), min(last, valid.last.ends)
    return first, last


def subject_of(held: Held, target: Target, home: str | None) -> tuple[Term, str | None]:
    """What is judged, and in which area."""
    if isinstance(held.subject, InArea):
        return held.subject.operand, held.subject.area
    return held.subject, target.area or home


def claims_of(held: Held, known: Stated, years: Years, *, holds: bool = True) -> list[Claim]:
    """What has to hold of a subject for its rule to be met, or (`holds` false) not to be met."""
    match held.rule:
        case Limit(operator, limit):
            asked = operator if holds else _OPPOSITE.get(operator)
            return [] if asked is None else _of_limit(asked, end_of(limit, known), held, years)
        case Band(low, high) if holds:
            lower = _of_limit(Operator.AT_LEAST, end_of(low, known), held, years)
            return lower + _of_limit(Operator.AT_MOST, end_of(high, known), held, years)
        case Trajectory() if holds:
            return list(_of_way(held, known, years))
        case _:
            return []


def _of_limit(operator: Operator, end: End, held: Held, years: Years) -> list[Claim]:
    assert isinstance(held.rule, Limit | Band)  # noqa: S101 -- asked by the caller
    strict, margin = operator in _STRICT, held.rule.warnings.within
    return [
        Claim(upper, end, strict, years, held.confidence is not None, margin, held.unit == COUNT)
        for upper, fitting in ((True, _UPPER), (False, _LOWER))
        if operator in fitting
    ]


# ------------------------------------------------------------------ trajectories


def _of_way(held: Held, known: Stated, years: Years) -> Iterator[Claim]:
    """What a trajectory comes to at its deadline, and at its milestones."""
    assert isinstance(held.rule, Trajectory)  # noqa: S101 -- asked by the caller
    objective, course = held.rule.objective, held.rule.course
    upper = _falls(held)
    if upper is None or course.by is None:
        return
    soft = held.confidence is not None or course.warn_from is not None
    value = _end_value(held, known)
    if value is not None:
        end = value.plus(End(course.tolerance if upper else -course.tolerance))
        asked = max(years[0], course.by.starts), years[1]
        if end is not None:
            yield Claim(upper, end, strict=False, years=asked, soft=soft)
    if isinstance(course.judging, Milestones) and isinstance(objective, Reach | Change):
        yield from _of_stones(held, course, known, years, upper=upper)


def _of_stones(
    held: Held, course: Course, known: Stated, years: Years, *, upper: bool
) -> Iterator[Claim]:
    assert isinstance(course.judging, Milestones)  # noqa: S101 -- asked by the caller
    assert course.by is not None  # noqa: S101 -- likewise
    stones = course.judging.stones
    until: list[Period] = [*(stone.period for stone in stones[1:]), course.by]
    soft = held.confidence is not None or course.within is not None
    for stone, following in zip(stones, until, strict=True):
        if stone.value is not None:
            end = end_of(stone.value, known)
            asked = max(years[0], stone.period.starts), min(years[1], following.starts)
            yield Claim(upper, end, strict=False, years=asked, soft=soft)


def _falls(held: Held) -> bool | None:
    """Whether the subject is to come down; None where that is not clear."""
    assert isinstance(held.rule, Trajectory)  # noqa: S101 -- asked by the caller
    if held.direction is not None:
        return held.direction is Direction.LOWER
    objective = held.rule.objective
    return not objective.up if isinstance(objective, Change) else None


def _end_value(held: Held, known: Stated) -> End | None:
    assert isinstance(held.rule, Trajectory)  # noqa: S101 -- asked by the caller
    match held.rule.objective:
        case Reach(value):
            return end_of(value, known)
        case Change(amount, up):
            start = _start_value(held, held.rule.course, known)
            sign = 1 if up else -1
            if start is None:
                return None
            if amount.relative:
                return start.times(1 + sign * amount.value)
            return start.plus(End(sign * amount.value))
        case _:
            return None


def _start_value(held: Held, course: Course, known: Stated) -> End | None:
    if course.start_value is not None:
        return end_of(course.start_value, known)
    if course.start is None or isinstance(course.start, PeriodRange):
        return None
    return end_of(Baseline(held.subject, course.start), known)

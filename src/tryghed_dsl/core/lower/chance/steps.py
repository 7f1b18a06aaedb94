"""Whether chance explains the steps that a subject did not make from year to year."""

from itertools import pairwise

from tryghed_dsl.check.objectives import Amount
from tryghed_dsl.core.lower.chance.build import minus, plus, times
from tryghed_dsl.core.lower.chance.compare import UNTOLD, Compared, Comparison, by_chance
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.lower.chance.linear import Linear, added
from tryghed_dsl.core.lower.chance.spread import Spread, linear_of
from tryghed_dsl.core.lower.frame import back
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import And, Constant, Expression, Step
from tryghed_dsl.domain.period import Length, Period, PeriodRange


def steps_chance(way: Way, step: Amount, start: Spread, level: Level) -> Compared:
    """Whether every step was made, as far as chance lets one say.

    It rests on the steps `start_value` and `at YEAR` of the objective's table.
    """
    if way.sign is None:
        return UNTOLD
    years = _years(way)
    values = [start, *(_seen(way, year) for year in years)]
    said = [
        by_chance(_made(way.sign, step, before, now), level) for before, now in pairwise(values)
    ]
    return Compared(And(tuple(s.within for s in said)), And(tuple(s.sure for s in said)))


def _seen(way: Way, year: Period) -> Spread:
    return Spread(Step(f"at {year}"), linear_of(way.held.subject, way.frame.at(year)))


def _years(way: Way) -> list[Period]:
    """The periods from the one after the start to the one judged."""
    start = way.start.last if isinstance(way.start, PeriodRange) else way.start
    found, period = list[Period](), way.frame.period
    while period.starts >= start.ends:
        found.append(period)
        period = back(period, 1, Length.YEAR)
    return found[::-1]


def _made(sign: int, step: Amount, before: Spread, now: Spread) -> Comparison:
    """That a year is better than the one before by the step."""
    needed = _less(before, step, sign)
    small, large = (now, needed) if sign > 0 else (needed, now)
    difference = added(((1.0, small.linear), (-1.0, large.linear)))
    return Comparison(small.value, large.value, difference, (before, now))


def _less(before: Spread, step: Amount, sign: int) -> Spread:
    """What a year has to come to after the one before."""
    change = Constant(step.value)
    size: Expression = times(change, before.value) if step.relative else change
    value = minus(before.value, size) if sign > 0 else plus(before.value, size)
    if before.linear is None:
        return Spread(value, None)
    amount = -sign * step.value
    changed = (
        before.linear.times(1 + amount) if step.relative else before.linear.plus(Linear(amount))
    )
    return Spread(value, changed)

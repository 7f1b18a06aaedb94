"""What chance says of a trajectory, by its objective and by how the way is judged."""

from tryghed_dsl.check.objectives import (
    Approach,
    Change,
    Grow,
    Improve,
    Milestone,
    Milestones,
    Projection,
    Reach,
)
from tryghed_dsl.check.terms import Term
from tryghed_dsl.core.lower.chance.build import ONE
from tryghed_dsl.core.lower.chance.chance import Chance, chance_of
from tryghed_dsl.core.lower.chance.compare import UNTOLD, Compared
from tryghed_dsl.core.lower.chance.gaps import Ends, gap_chance, value_chance
from tryghed_dsl.core.lower.chance.levels import Level, level_of
from tryghed_dsl.core.lower.chance.linear import Linear, added
from tryghed_dsl.core.lower.chance.spread import Spread, linear_of
from tryghed_dsl.core.lower.chance.steps import steps_chance
from tryghed_dsl.core.lower.gap import REF, REF0, X0, X, is_ratio
from tryghed_dsl.core.lower.paths import REQUIRED, amount_of, required_progress
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import Constant, Expression, Step
from tryghed_dsl.domain.period import Period

_LIMIT = Step("limit")


def way_chance(way: Way, passed: Expression) -> Chance:
    """What chance says of a trajectory.

    Its expressions rest on the steps of the trajectory's table: `value`, `ref`, `start_value`,
    `start_ref`, `limit`, `required_progress` and `at YEAR`. The level is the subject's own
    `confidence`, 95 % where it has none.

    Args:
        way: the way that it is on.
        passed: whether its table gives a pass.
    """
    level = level_of(way.held.confidence)
    subject = Spread(X, linear_of(way.held.subject, way.frame))
    return chance_of(passed, _said(way, subject, level), subject, level)


def _said(way: Way, x: Spread, level: Level) -> Compared:
    objective = way.objective
    x0 = Spread(X0, _at_start(way, way.course.start_value or way.held.subject, agreed=True))
    match objective:
        case Grow(rate):
            grown = (1 + rate) ** max(0.0, way.travelled)
            needed = None if x0.linear is None else x0.linear.times(grown)
            return value_chance(-1 if rate > 0 else 1, x, Spread(_LIMIT, needed), level)
        case Improve(step):
            if step is not None:
                return steps_chance(way, step, x0, level)
            return value_chance(way.sign, x, x0, level, strict=True)
        case _ if isinstance(way.course.judging, Milestones) and not way.at_end:
            needed = _milestone(way, way.course.judging, x0)
            return value_chance(way.sign, x, Spread(_LIMIT, needed), level)
        case _:
            return UNTOLD if is_ratio(objective) else _gap(way, _ends(way, x, x0), level)


def _at_start(way: Way, term: Term, *, agreed: bool) -> Linear | None:
    """A term at the start, the mean of a range."""
    read = way.frame.baseline if agreed else way.frame.at
    if isinstance(way.start, Period):
        return linear_of(term, read(way.start))
    first, last = way.start.first, way.start.last
    periods = [first.plus(step) for step in range(last.index - first.index + 1)]
    return added((1 / len(periods), linear_of(term, read(period))) for period in periods)


def _milestone(way: Way, milestones: Milestones, x0: Spread) -> Linear | None:
    """What the milestone in force asks for."""
    past = [s for s in milestones.stones if s.period.ends <= way.frame.period.ends]
    stone: Milestone = past[-1] if past else milestones.stones[0]
    if stone.change is not None:
        return _changed(stone.change, x0.linear)
    return None if stone.value is None else linear_of(stone.value, way.frame)


def _changed(change: Change, start: Linear | None) -> Linear | None:
    """A start changed by an amount."""
    amount = change.amount.value if change.up else -change.amount.value
    if start is None:
        return None
    return start.times(1 + amount) if change.amount.relative else start.plus(Linear(amount))


# ------------------------------------------------------------------ gaps


def _ends(way: Way, x: Spread, x0: Spread) -> Ends:
    match way.objective:
        case Approach(ref, frozen=frozen):
            ref0 = _at_start(way, ref, agreed=False)
            now = ref0 if frozen else linear_of(ref, way.frame)
        case Reach(value):
            now = ref0 = linear_of(value, way.frame)
        case Change() as change:
            now = ref0 = _changed(change, x0.linear)
        case _:
            now = ref0 = None
    return Ends(way.sign, x, Spread(REF, now), x0, Spread(REF0, ref0))


def _gap(way: Way, ends: Ends, level: Level) -> Compared:
    judging, tolerance = way.course.judging, way.course.tolerance
    if not isinstance(judging, Projection):
        return gap_chance(ends, _required(way), tolerance, level)
    # Whether a trend is more than chance is not asked; whether it has arrived, is.
    return gap_chance(ends, ONE, tolerance, level) if way.at_end else UNTOLD


def _required(way: Way) -> Expression | None:
    """The share of the starting gap that should be closed by now."""
    if amount_of(way) is None:
        return None
    share = required_progress(way)
    return share if isinstance(share, Constant) else REQUIRED

"""Trajectories: the table of section "Trajectories" of the language reference."""

from tryghed_dsl.check.conditions import Held, Trajectory
from tryghed_dsl.check.objectives import Approach, Grow, Improve, Milestones, Pace, Projection
from tryghed_dsl.core.lower import projection
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.gap import (
    GAP,
    GAP0,
    ONE,
    REF,
    X0,
    ZERO,
    Sides,
    Steps,
    X,
    closed,
    gap,
    is_ratio,
    sides_of,
)
from tryghed_dsl.core.lower.held import lower_rule, value_of
from tryghed_dsl.core.lower.measures import measures_of
from tryghed_dsl.core.lower.pace import ended_rows, pace_rows
from tryghed_dsl.core.lower.paths import R, amount_of, pace, required_progress
from tryghed_dsl.core.lower.table import (
    Table,
    always,
    common_flags,
    missing_row,
    outcome_row,
    undefined_row,
)
from tryghed_dsl.core.lower.way import Way, late, way_of
from tryghed_dsl.core.lower.windows import trend_to_now
from tryghed_dsl.core.program import (
    Add,
    And,
    AtMost,
    Constant,
    Expression,
    Multiply,
    Or,
    Row,
    Step,
    below,
    equal,
)
from tryghed_dsl.domain.verdict import Reason, Verdict

_MISSED = Step("missed_share")


@lower_rule.register(Trajectory)
def _trajectory(rule: Trajectory, held: Held, frame: Frame) -> Table:
    way = way_of(rule, held, frame)
    if way is None:
        return _without_start(rule, held, frame)
    match rule.objective:
        case Grow():
            from tryghed_dsl.core.lower.grow import grow_table  # noqa: PLC0415 -- one of many

            return grow_table(way)
        case Improve():
            from tryghed_dsl.core.lower.improve import improve_table  # noqa: PLC0415 -- the same

            return improve_table(way)
        case _ if isinstance(rule.course.judging, Milestones) and not way.at_end:
            from tryghed_dsl.core.lower.milestones import milestone_table  # noqa: PLC0415 -- the same

            return milestone_table(way)
        case _:
            return _gap_table(way)


def _without_start(rule: Trajectory, held: Held, frame: Frame) -> Table:
    """The table where no period can be the start: nothing is known to start from."""
    value = value_of(held.subject, held, frame)
    refs = (
        ()
        if not isinstance(rule.objective, Approach)
        else (("ref", value_of(rule.objective.ref, held, frame)),)
    )
    steps = (("value", value), *refs)
    facts = () if rule.course.by is None else (("by", rule.course.by),)
    row = always(Verdict.UNKNOWN, Reason.MISSING_FIGURE)
    needed = tuple(figure for _, figure in steps)
    return Table(steps, (row,), needed, tuple(("limit", REF) for _ in refs), (), facts)


def _gap_table(way: Way) -> Table:
    sides = sides_of(way)
    calculated = _calculated(way)
    trend = tuple(step for name, step in calculated if name == "trend")
    needed = (*dict.fromkeys(sides.rests_on.values()), *trend)
    measure = "ratio" if is_ratio(way.objective) else "points"
    return Table(
        (*sides.steps, *calculated),
        _rows(way, sides),
        needed,
        measures_of(way),
        (*common_flags(way.frame.spec, needed), *late(way)),
        (*way.facts(), ("measure", measure)),
        way.due,
    )


def _calculated(way: Way) -> Steps:
    steps: Steps = (("gap", gap(way, X, REF)), ("gap_start", gap(way, X0, Step("start_ref"))))
    if isinstance(way.course.judging, Projection):
        return (*steps, *_projected(way, way.course.judging))
    if amount_of(way) is None:
        return steps
    required = ("required_progress", required_progress(way))
    return (*steps, ("progress", closed()), required, ("pace", pace(way)))


def _projected(way: Way, judging: Projection) -> Steps:
    """The trend of the gap, and the share of the way that would be missed at the deadline."""
    past = tuple(_gap_at(way, at) for at in projection.frames_back(judging, way.frame))
    trend = trend_to_now(past, GAP, judging.length.years)
    carried = Multiply((("*", projection.TREND), ("*", Constant(way.length - way.travelled))))
    missed = Add((("+", ONE), ("+", Multiply((("*", carried), ("/", GAP))))))
    return (("trend", trend), ("missed_share", missed))


def _gap_at(way: Way, at: Frame) -> Expression:
    """The gap of another year."""
    match way.objective:
        case Approach(ref, frozen=False):
            return gap(way, value_of(way.held.subject, way.held, at), value_of(ref, way.held, at))
        case _:
            return gap(way, value_of(way.held.subject, way.held, at), REF)


# ------------------------------------------------------------------ rows


def _rows(way: Way, sides: Sides) -> tuple[Row, ...]:
    now, start = _known(sides, sides.now), _known(sides, sides.start)
    reached = outcome_row(_within_tolerance(way, GAP), Verdict.PASS, Reason.REACHED)
    if isinstance(way.course.judging, Projection):
        return (*now, undefined_row(GAP), *_projection_rows(way, reached))
    lost = () if isinstance(way.course.judging, Pace) else _lost(way)
    table = _narrowing_rows(way) if amount_of(way) is None else _amount_rows(way)
    if way.at_end:
        return (*now, undefined_row(GAP), reached, *start, *lost, *table)
    return (*now, *start, undefined_row(GAP), undefined_row(GAP0), reached, *lost, *table)


def _known(sides: Sides, names: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows that ask for figures: there, and above zero where they have to be."""
    if not names:
        return ()
    steps = tuple(Step(name) for name in names)
    rows = [missing_row(tuple(sides.rests_on[name] for name in names), steps)]
    for reason in dict.fromkeys(reason for _, reason in sides.positive):
        asked = tuple(AtMost(s, ZERO) for s, why in sides.positive if why == reason and s in steps)
        if asked:
            rows.append(outcome_row(Or(asked), Verdict.UNKNOWN, reason))
    return tuple(rows)


def _within_tolerance(way: Way, step: Expression) -> Expression:
    return AtMost(step, Constant(way.course.tolerance))


def _lost(way: Way) -> tuple[Row, ...]:
    return (
        undefined_row(GAP0),
        outcome_row(_within_tolerance(way, GAP0), Verdict.FAIL, Reason.LOST),
    )


def _amount_rows(way: Way) -> tuple[Row, ...]:
    return (undefined_row(R), *(ended_rows(way) if way.at_end else pace_rows(way)))


def _narrowing_rows(way: Way) -> tuple[Row, ...]:
    unchanged = Verdict.FAIL if way.at_end else Verdict.WARN
    return (
        outcome_row(below(GAP, GAP0), Verdict.PASS, Reason.NARROWED),
        outcome_row(equal(GAP, GAP0), unchanged, Reason.UNCHANGED),
        always(Verdict.FAIL, Reason.WIDENED),
    )


def _projection_rows(way: Way, reached: Row) -> tuple[Row, ...]:
    if way.at_end:
        return (reached, always(Verdict.FAIL, Reason.MISSED))
    trend = dict(_calculated(way))["trend"]
    unknown = missing_row((trend,), (projection.TREND,))
    near = _within_tolerance(way, GAP)
    worsening = And((near, below(ZERO, projection.TREND)))
    return (
        unknown,
        outcome_row(worsening, Verdict.WARN, Reason.DETERIORATING),
        reached,
        *projection.on_the_way(_MISSED),
    )

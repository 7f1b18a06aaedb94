"""Milestones on the way: each holds as a limit from its period until the next one."""

from tryghed_dsl.check.objectives import Milestone, Milestones
from tryghed_dsl.core.lower.gap import X0, Steps, X, changed, directed, start_value
from tryghed_dsl.core.lower.held import value_of
from tryghed_dsl.core.lower.table import (
    Table,
    always,
    common_flags,
    missing_row,
    outcome_row,
)
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import (
    Absolute,
    Add,
    AtMost,
    Constant,
    Expression,
    Multiply,
    Row,
    Step,
)
from tryghed_dsl.domain.verdict import Reason, Verdict

_LIMIT = Step("limit")


def milestone_table(way: Way) -> Table:
    """The table of a trajectory with milestones, before its deadline."""
    stone = _in_force(way)
    steps = _steps(way, stone)
    needed = tuple(figure for name, figure in steps if name != "limit" or stone.change is None)
    tested = tuple(Step(name) for name, _ in steps)
    difference = ("difference", Add((("+", X), ("-", _LIMIT))))
    return Table(
        steps,
        (missing_row(needed, tested), *_positive(stone), *_rows(way)),
        needed,
        (difference,),
        common_flags(way.frame.spec, needed),
        (*way.facts(), ("operator", "<=" if way.sign == 1 else ">=")),
        way.due,
    )


def _in_force(way: Way) -> Milestone:
    assert isinstance(way.course.judging, Milestones)  # noqa: S101 -- asked by the caller
    stones = way.course.judging.stones
    past = [stone for stone in stones if way.own(stone.period).ends <= way.frame.period.ends]
    return past[-1] if past else stones[0]


def _steps(way: Way, stone: Milestone) -> Steps:
    value = ("value", value_of(way.held.subject, way.held, way.frame))
    if stone.change is not None:
        return (value, ("start_value", start_value(way)), ("limit", changed(stone.change, X0)))
    assert stone.value is not None  # noqa: S101 -- a milestone has one or the other
    return (value, ("limit", value_of(stone.value, way.held, way.frame)))


def _positive(stone: Milestone) -> tuple[Row, ...]:
    if stone.change is None or not stone.change.amount.relative:
        return ()
    at_zero = AtMost(X0, Constant(0.0))
    return (outcome_row(at_zero, Verdict.UNKNOWN, Reason.START_NOT_POSITIVE),)


def _rows(way: Way) -> tuple[Row, ...]:
    beyond = directed(way.sign, X, _LIMIT)
    met = outcome_row(AtMost(beyond, Constant(0.0)), Verdict.PASS, Reason.MET)
    near = (
        ()
        if way.course.within is None
        else (outcome_row(AtMost(beyond, _allowed(way)), Verdict.WARN, Reason.NEAR_MISS),)
    )
    return (met, *near, always(Verdict.FAIL, Reason.MISSED))


def _allowed(way: Way) -> Expression:
    margin = way.course.within
    assert margin is not None  # noqa: S101 -- asked by the caller
    amount = Constant(margin.value)
    return Multiply((("*", amount), ("*", Absolute(_LIMIT)))) if margin.relative else amount

"""Limits and bands: the table of section "Limits" of the language reference."""

from tryghed_dsl.check.conditions import Band, Held, Limit, Operator, walk
from tryghed_dsl.check.model import Spec
from tryghed_dsl.check.terms import (
    Aggregation,
    Between,
    CountPeriods,
    Figure,
    How,
    OverTime,
    Term,
)
from tryghed_dsl.core.lower.bounds import LIMIT, VALUE, Bounds, compared, one_bound, two_bounds
from tryghed_dsl.core.lower.condition import truth
from tryghed_dsl.core.lower.counted import decided_either_way, is_count
from tryghed_dsl.core.lower.frame import Frame, back
from tryghed_dsl.core.lower.held import lower_rule, value_of
from tryghed_dsl.core.lower.projection import projected_rows, trend_past_limit
from tryghed_dsl.core.lower.rewrite import by_outcome, inlined, passes
from tryghed_dsl.core.lower.rewrite import held as holds
from tryghed_dsl.core.lower.table import (
    DETERIORATING,
    Table,
    always,
    common_flags,
    missing_row,
    outcome_row,
)
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.lower.windows import trend_to_now
from tryghed_dsl.core.program import (
    Add,
    And,
    Constant,
    Expression,
    Flag,
    Or,
    Row,
    Step,
    below,
)
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.domain.verdict import Reason, Verdict

_TREND_YEARS = 5
_ZERO = Constant(0.0)
_Steps = tuple[tuple[str, Expression], ...]


@lower_rule.register(Limit)
def _limit(rule: Limit, held: Held, frame: Frame) -> Table:
    bounds = one_bound(rule, held, frame)
    if rule.projection is None:
        return _table(held, bounds, _early(rule, held, frame), frame)
    trend = (("trend", trend_past_limit(rule, held, frame)),)
    return _made(held, bounds, trend, projected_rows(bounds.met), frame)


@lower_rule.register(Band)
def _band(rule: Band, held: Held, frame: Frame) -> Table:
    return _table(held, two_bounds(rule, held, frame), _early(rule, held, frame), frame)


@truth.register(Held)
def _truth(condition: Held, frame: Frame) -> Expression:
    rule = condition.rule
    if isinstance(rule, Limit) and rule.projection is None and not is_count(condition.subject):
        value = value_of(condition.subject, condition, frame)
        return compared(rule.operator, value, value_of(rule.limit, condition, frame))
    return by_outcome(inlined(lower_rule(rule, condition, frame)).rows, holds)


def _early(rule: Limit | Band, held: Held, frame: Frame) -> _Steps:
    levels = (("warn_above", rule.warnings.above), ("warn_below", rule.warnings.below))
    return tuple((name, value_of(term, held, frame)) for name, term in levels if term is not None)


def _table(held: Held, bounds: Bounds, early: _Steps, frame: Frame) -> Table:
    return _made(held, bounds, early, _rows(bounds, early), frame)


def _made(held: Held, bounds: Bounds, more: _Steps, rows: tuple[Row, ...], frame: Frame) -> Table:
    value = value_of(held.subject, held, frame)
    steps = (("value", value), *bounds.steps, *more)
    needed = tuple(expression for _, expression in steps)
    missing = missing_row(needed, tuple(Step(name) for name, _ in steps))
    table = Table(
        steps,
        (missing, *rows),
        needed,
        _measures(bounds),
        (*common_flags(frame.spec, needed), *_deteriorating(held, by_outcome(rows, passes), frame)),
        bounds.facts,
    )
    if not is_count(held.subject):
        return table
    one_sided = isinstance(held.rule, Limit) and held.rule.operator is not Operator.EQUALS
    return decided_either_way(table, value, one_sided=one_sided)


def _rows(bounds: Bounds, early: _Steps) -> tuple[Row, ...]:
    rows = []
    if early:
        reached = tuple(
            below(Step(name), VALUE) if name == "warn_above" else below(VALUE, Step(name))
            for name, _ in early
        )
        condition = And((bounds.met, Or(reached)))
        rows.append(outcome_row(condition, Verdict.WARN, Reason.EARLY_WARNING))
    rows.append(outcome_row(bounds.met, Verdict.PASS, Reason.MET))
    if bounds.relaxed is not None:
        rows.append(outcome_row(bounds.relaxed, Verdict.WARN, Reason.NEAR_MISS))
    rows.append(always(Verdict.FAIL, Reason.MISSED))
    return tuple(rows)


def _measures(bounds: Bounds) -> _Steps:
    difference = Add((("+", VALUE), ("-", bounds.nearer)))
    nearer = () if bounds.nearer == LIMIT else (("limit", bounds.nearer),)
    return (*nearer, ("difference", difference))


def _deteriorating(held: Held, passed: Expression, frame: Frame) -> tuple[Flag, ...]:
    """A pass whose mean yearly change over the last five years points the wrong way."""
    if held.direction is None or _adds_up(held.subject, frame.spec):
        return ()
    past = tuple(
        lower_term(held.subject, frame.at(back(frame.period, years, Length.YEAR)))
        for years in range(_TREND_YEARS, 0, -1)
    )
    trend = trend_to_now(past, VALUE, 1.0)
    rising = held.direction is Direction.LOWER
    wrong_way = below(_ZERO, trend) if rising else below(trend, _ZERO)
    return (Flag(DETERIORATING, And((passed, wrong_way))),)


def _adds_up(subject: Term, spec: Spec) -> bool:
    """Whether it holds a total from a fixed period to now, which can only go one way."""
    waiting, seen = [subject], set[str]()
    while waiting:
        for term in walk(waiting.pop()):
            match term:
                case OverTime(How(Aggregation.SUM), _, Between(_, None)):
                    return True
                case CountPeriods(_, Between(_, None)):
                    return True
                case Figure(name) if name not in seen:
                    seen.add(name)
                    formula = spec.indicators[name].formula
                    waiting += () if formula is None else (formula,)
                case _:
                    pass
    return False

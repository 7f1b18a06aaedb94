"""Limits and bands: the table of section "Limits" of the language reference."""

from dataclasses import dataclass

from tryghed_dsl.check.model import Band, Limit, Margin, Operator, Spec, Target
from tryghed_dsl.core.lower.frame import Frame, lower_term
from tryghed_dsl.core.lower.table import (
    always,
    common_flags,
    missing_row,
    out_of_season,
    outcome_row,
)
from tryghed_dsl.core.program import (
    Absolute,
    Add,
    And,
    AtMost,
    Coalesce,
    Constant,
    Expression,
    Fact,
    Flag,
    If,
    IsMissing,
    Judged,
    Multiply,
    Or,
    Row,
    Step,
    below,
    equal,
)
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.domain.verdict import Reason, Verdict

DETERIORATING = "deteriorating"
_TREND_YEARS = 5
_TREND_KNOWN = 4
_VALUE, _LIMIT, _LOW, _HIGH = Step("value"), Step("limit"), Step("limit_low"), Step("limit_high")


@dataclass(frozen=True, slots=True)
class _Held:
    """What a rule's table is made of.

    Attributes:
        bounds: the limits by name.
        met: whether the limit holds.
        relaxed: whether it holds by the margin of `warn within`, where there is one.
        nearer: the bound that is reported.
    """

    bounds: tuple[tuple[str, Expression], ...]
    met: Expression
    relaxed: Expression | None
    nearer: Expression
    facts: tuple[tuple[str, Fact], ...]


def lower_limit(spec: Spec, target: Target, rule: Limit | Band, frame: Frame) -> Judged:
    """A limit or band as of the frame's period."""
    value = lower_term(target.subject, frame)
    held = _held_band(rule, frame) if isinstance(rule, Band) else _held_limit(rule, frame)
    early = _early(rule, frame)
    needed = (value, *(bound for _, bound in held.bounds), *(limit for _, limit in early))
    steps = (("value", value), *held.bounds, *early)
    tested = tuple(Step(name) for name, _ in steps)
    season = out_of_season(spec, frame.until)
    rows = (season,) if season else (missing_row(needed, tested), *_rows(held, early))
    return Judged(
        target.id,
        steps,
        rows,
        needed,
        _measures(held),
        (*common_flags(spec, needed), *_deteriorating(target, held, frame)),
        held.facts,
    )


def _rows(held: _Held, early: tuple[tuple[str, Expression], ...]) -> list[Row]:
    rows = []
    if early:
        reached = tuple(
            below(Step(name), _VALUE) if name == "warn_above" else below(_VALUE, Step(name))
            for name, _ in early
        )
        condition = And((held.met, Or(reached)))
        rows.append(outcome_row(condition, Verdict.WARN, Reason.EARLY_WARNING))
    rows.append(outcome_row(held.met, Verdict.PASS, Reason.MET))
    if held.relaxed is not None:
        rows.append(outcome_row(held.relaxed, Verdict.WARN, Reason.NEAR_MISS))
    rows.append(always(Verdict.FAIL, Reason.MISSED))
    return rows


def _early(rule: Limit | Band, frame: Frame) -> tuple[tuple[str, Expression], ...]:
    levels = (("warn_above", rule.warnings.above), ("warn_below", rule.warnings.below))
    return tuple((name, lower_term(term, frame)) for name, term in levels if term is not None)


def _measures(held: _Held) -> tuple[tuple[str, Expression], ...]:
    difference = Add((("+", _VALUE), ("-", held.nearer)))
    nearer = () if held.nearer == _LIMIT else (("limit", held.nearer),)
    return (*nearer, ("difference", difference))


# ------------------------------------------------------------------ one limit


def _held_limit(rule: Limit, frame: Frame) -> _Held:
    limit = lower_term(rule.limit, frame)
    margin = rule.warnings.within
    relaxed = None if margin is None else _relaxed(rule.operator, _allowed(margin, _LIMIT))
    facts: tuple[tuple[str, Fact], ...] = (("operator", rule.operator.value),)
    return _Held((("limit", limit),), _compared(rule.operator, _LIMIT), relaxed, _LIMIT, facts)


def _compared(operator: Operator, limit: Expression) -> Expression:
    match operator:
        case Operator.AT_MOST:
            return AtMost(_VALUE, limit)
        case Operator.BELOW:
            return below(_VALUE, limit)
        case Operator.AT_LEAST:
            return AtMost(limit, _VALUE)
        case Operator.ABOVE:
            return below(limit, _VALUE)
        case Operator.EQUALS:
            return equal(_VALUE, limit)


def _relaxed(operator: Operator, allowed: Expression) -> Expression:
    if operator is Operator.EQUALS:
        return AtMost(Absolute(Add((("+", _VALUE), ("-", _LIMIT)))), allowed)
    sign = "+" if operator in (Operator.AT_MOST, Operator.BELOW) else "-"
    return _compared(operator, Add((("+", _LIMIT), (sign, allowed))))


def _allowed(margin: Margin, limit: Expression) -> Expression:
    amount = Constant(margin.value)
    return Multiply((("*", amount), ("*", Absolute(limit)))) if margin.relative else amount


# ------------------------------------------------------------------ a band


def _held_band(rule: Band, frame: Frame) -> _Held:
    low, high = lower_term(rule.low, frame), lower_term(rule.high, frame)
    margin = rule.warnings.within
    relaxed = None
    if margin is not None:
        lower = Add((("+", _LOW), ("-", _allowed(margin, _LOW))))
        upper = Add((("+", _HIGH), ("+", _allowed(margin, _HIGH))))
        relaxed = And((AtMost(lower, _VALUE), AtMost(_VALUE, upper)))
    to_low = Absolute(Add((("+", _VALUE), ("-", _LOW))))
    to_high = Absolute(Add((("+", _HIGH), ("-", _VALUE))))
    nearer = If(AtMost(to_low, to_high), _LOW, _HIGH)
    met = And((AtMost(_LOW, _VALUE), AtMost(_VALUE, _HIGH)))
    bounds = (("limit_low", low), ("limit_high", high))
    return _Held(bounds, met, relaxed, nearer, (("operator", "between"),))


# ------------------------------------------------------------------ deteriorating


def _deteriorating(target: Target, held: _Held, frame: Frame) -> tuple[Flag, ...]:
    """A pass whose mean yearly change over the last five years points the wrong way."""
    if target.direction is None:
        return ()
    past = tuple(
        lower_term(target.subject, frame.at(frame.period.plus(-back)))
        for back in range(_TREND_YEARS, 0, -1)
    )
    known = Add(tuple(("+", If(IsMissing(x), Constant(0.0), Constant(1.0))) for x in past))
    enough = AtMost(Constant(_TREND_KNOWN - 1.0), known)
    first = Coalesce(past)
    rising = target.direction is Direction.LOWER
    wrong_way = below(first, _VALUE) if rising else below(_VALUE, first)
    return (Flag(DETERIORATING, And((held.met, enough, wrong_way))),)

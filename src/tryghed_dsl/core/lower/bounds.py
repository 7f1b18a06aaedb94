"""What a subject is held against: one limit, or two."""

from tryghed_dsl.check.conditions import Band, Held, Limit, Margin, Operator
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.held import value_of
from tryghed_dsl.core.program import (
    Absolute,
    Add,
    And,
    AtMost,
    Constant,
    Expression,
    Fact,
    If,
    Multiply,
    Step,
    below,
    equal,
)
from tryghed_dsl.records import dataclass

VALUE, LIMIT, LOW, HIGH = Step("value"), Step("limit"), Step("limit_low"), Step("limit_high")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a limit's table is made of.

    Attributes:
        steps: the limits by name.
        met: whether the limit holds.
        relaxed: whether it holds by the margin of `warn within`, where there is one.
        nearer: the bound that is reported.
    """

    steps: tuple[tuple[str, Expression], ...]
    met: Expression
    relaxed: Expression | None
    nearer: Expression
    facts: tuple[tuple[str, Fact], ...]


def one_bound(rule: Limit, held: Held, frame: Frame) -> Bounds:
    """What a subject is held against by a single limit."""
    limit = value_of(rule.limit, held, frame)
    margin = rule.warnings.within
    relaxed = None if margin is None else _relaxed(rule.operator, _allowed(margin, LIMIT))
    facts: tuple[tuple[str, Fact], ...] = (("operator", rule.operator.value),)
    return Bounds((("limit", limit),), compared(rule.operator, VALUE, LIMIT), relaxed, LIMIT, facts)


def compared(operator: Operator, value: Expression, limit: Expression) -> Expression:
    """Whether a limit holds."""
    match operator:
        case Operator.AT_MOST:
            return AtMost(value, limit)
        case Operator.BELOW:
            return below(value, limit)
        case Operator.AT_LEAST:
            return AtMost(limit, value)
        case Operator.ABOVE:
            return below(limit, value)
        case Operator.EQUALS:
            return equal(value, limit)


def _relaxed(operator: Operator, allowed: Expression) -> Expression:
    higher, lower = Add((("+", LIMIT), ("+", allowed))), Add((("+", LIMIT), ("-", allowed)))
    if operator is Operator.EQUALS:
        return And((AtMost(lower, VALUE), AtMost(VALUE, higher)))
    upper = operator in (Operator.AT_MOST, Operator.BELOW)
    return compared(operator, VALUE, higher if upper else lower)


def _allowed(margin: Margin, limit: Expression) -> Expression:
    amount = Constant(margin.value)
    return Multiply((("*", amount), ("*", Absolute(limit)))) if margin.relative else amount


def two_bounds(rule: Band, held: Held, frame: Frame) -> Bounds:
    """What a subject is held between."""
    steps = (
        ("limit_low", value_of(rule.low, held, frame)),
        ("limit_high", value_of(rule.high, held, frame)),
    )
    to_low = Absolute(Add((("+", VALUE), ("-", LOW))))
    to_high = Absolute(Add((("+", HIGH), ("-", VALUE))))
    nearer = If(AtMost(to_low, to_high), LOW, HIGH)
    met = And((AtMost(LOW, VALUE), AtMost(VALUE, HIGH)))
    margin = rule.warnings.within
    relaxed = None if margin is None else _wider(margin)
    return Bounds(steps, met, relaxed, nearer, (("operator", "between"),))


def _wider(margin: Margin) -> Expression:
    lower = Add((("+", LOW), ("-", _allowed(margin, LOW))))
    upper = Add((("+", HIGH), ("+", _allowed(margin, HIGH))))
    return And((AtMost(lower, VALUE), AtMost(VALUE, upper)))

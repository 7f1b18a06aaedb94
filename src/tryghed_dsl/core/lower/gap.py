"""The gap of a trajectory: how far the subject lies on the worse side of where it is to come."""

from tryghed_dsl.check.objectives import Approach, Change, Measure, Objective, Reach
from tryghed_dsl.core.lower.held import value_of
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import Absolute, Add, Constant, Expression, Multiply, Step
from tryghed_dsl.domain.verdict import Reason
from tryghed_dsl.records import dataclass

X, REF, X0, REF0 = Step("value"), Step("ref"), Step("start_value"), Step("start_ref")
GAP, GAP0 = Step("gap"), Step("gap_start")
ZERO, ONE = Constant(0.0), Constant(1.0)
Steps = tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """What the gap is between, now and at the start.

    Attributes:
        steps: the figures as steps, in an order in which each rests on those before.
        rests_on: for each step the figures that it is made of.
        now: the steps that the gap of the period judged needs.
        start: the steps that the gap at the start needs besides.
        positive: the steps that have to be above zero, each with the reason where one is not.
    """

    steps: Steps
    rests_on: dict[str, Expression]
    now: tuple[str, ...]
    start: tuple[str, ...]
    positive: tuple[tuple[Step, Reason], ...] = ()


def sides_of(way: Way) -> Sides:
    """What the gap of a trajectory is between."""
    match way.objective:
        case Approach() as approach:
            return _approach(approach, way)
        case Reach(value):
            end = value_of(value, way.held, way.frame)
            return _sides(way, end, end)
        case Change() as change:
            return _change(change, way)
        case objective:
            message = f"no gap: {objective!r}"
            raise TypeError(message)


def start_value(way: Way) -> Expression:
    """The subject's value at the start: stated in the target, or its baseline."""
    return way.at_start(way.course.start_value or way.held.subject)


def _approach(objective: Approach, way: Way) -> Sides:
    at_start = way.seen_at_start(objective.ref)
    now = at_start if objective.frozen else value_of(objective.ref, way.held, way.frame)
    ratio = objective.measure is Measure.RATIO
    refs = tuple((ref, Reason.REF_NOT_POSITIVE) for ref in (REF, REF0) if ratio)
    return _sides(way, now, at_start, refs)


def _sides(
    way: Way,
    end: Expression,
    end_at_start: Expression,
    positive: tuple[tuple[Step, Reason], ...] = (),
) -> Sides:
    steps = (
        ("value", value_of(way.held.subject, way.held, way.frame)),
        ("ref", end),
        ("start_value", start_value(way)),
        ("start_ref", end_at_start),
    )
    return Sides(steps, dict(steps), ("value", "ref"), ("start_value", "start_ref"), positive)


def _change(change: Change, way: Way) -> Sides:
    start = start_value(way)
    value = value_of(way.held.subject, way.held, way.frame)
    end = changed(change, X0)
    steps = (("value", value), ("start_value", start), ("ref", end), ("start_ref", REF))
    rests_on = {"value": value, "start_value": start, "ref": start, "start_ref": start}
    positive = ((X0, Reason.START_NOT_POSITIVE),) if change.amount.relative else ()
    return Sides(steps, rests_on, ("value", "start_value"), (), positive)


def changed(change: Change, start: Expression) -> Expression:
    """A start value changed by an amount."""
    amount, sign = change.amount, 1 if change.up else -1
    if amount.relative:
        return Multiply((("*", start), ("*", Constant(1 + sign * amount.value))))
    return Add((("+", start), ("+" if change.up else "-", Constant(amount.value))))


# ------------------------------------------------------------------ gaps


def gap(way: Way, x: Expression, ref: Expression) -> Expression:
    """How far a value lies on the worse side of a reference, as the objective measures it."""
    if is_ratio(way.objective):
        return directed(way.sign, ratio(x, ref), ONE)
    return directed(way.sign, x, ref)


def is_ratio(objective: Objective) -> bool:
    """Whether the gap is a ratio, and not a difference."""
    return isinstance(objective, Approach) and objective.measure is Measure.RATIO


def ratio(x: Expression, ref: Expression) -> Expression:
    """One number over another."""
    return Multiply((("*", x), ("/", ref)))


def directed(sign: int | None, x: Expression, ref: Expression) -> Expression:
    """How far one number lies on the worse side of another; without a direction, how far off."""
    if sign is None:
        return Absolute(Add((("+", x), ("-", ref))))
    high, low = (x, ref) if sign > 0 else (ref, x)
    return Add((("+", high), ("-", low)))


def closed() -> Expression:
    """The share of the starting gap that is closed."""
    return Add((("+", ONE), ("-", Multiply((("*", GAP), ("/", GAP0))))))

"""How much of the way is due by now, and how the pace of a trajectory is told."""

from tryghed_dsl.check.objectives import Approach, Geometric, Pace
from tryghed_dsl.core.lower.gap import ONE, REF, X0, X
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import (
    MISSING,
    Absolute,
    Add,
    Constant,
    Expression,
    Multiply,
    Power,
    Step,
)

PROGRESS, REQUIRED, R = Step("progress"), Step("required_progress"), Step("pace")


def amount_of(way: Way) -> float | None:
    """The share of the gap that is to close, 0–1; None where no amount is stated."""
    return way.objective.close if isinstance(way.objective, Approach) else 1.0


def required_progress(way: Way) -> Expression:
    """The share of the starting gap that should be closed by now."""
    amount = amount_of(way)
    if isinstance(way.course.judging, Geometric | Pace) and not way.at_end:
        return _geometric(way)
    return Constant((1.0 if amount is None else amount) * way.passed)


def _geometric(way: Way) -> Expression:
    """The share that a constant yearly rate of change would have covered."""
    on_path = Multiply((("*", X0), ("*", _grown(REF, way.passed))))
    covered = Add((("+", X0), ("-", on_path)))
    return Multiply((("*", covered), ("/", Add((("+", X0), ("-", REF))))))


def _grown(end: Expression, exponent: float) -> Expression:
    """What the start has become of, as a factor, at some share of the way to an end."""
    return Power(Multiply((("*", end), ("/", X0))), Constant(exponent))


def pace(way: Way) -> Expression:
    """The ratio of what was done to what was due (R)."""
    if isinstance(way.course.judging, Pace):
        return _rates(way)
    return Multiply((("*", PROGRESS), ("/", REQUIRED)))


def _rates(way: Way) -> Expression:
    """The ratio of compound yearly rates, actual over required; worse is below zero.

    Method: Eurostat, monitoring of the sustainable development goals with quantitative targets.
    """
    if way.travelled <= 0:
        return MISSING
    actual = Add((("+", _grown(X, 1 / way.travelled)), ("-", ONE)))
    required = Add((("+", _grown(REF, 1 / way.length)), ("-", ONE)))
    better = Add((("-", actual),)) if way.sign == 1 else actual
    return Multiply((("*", better), ("/", Absolute(required))))

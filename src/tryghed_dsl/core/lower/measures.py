"""What is reported of a trajectory besides its verdict."""

from tryghed_dsl.check.objectives import Approach, Projection
from tryghed_dsl.core.lower.gap import (
    GAP,
    GAP0,
    ONE,
    REF,
    REF0,
    X0,
    Steps,
    X,
    closed,
    directed,
    is_ratio,
    ratio,
)
from tryghed_dsl.core.lower.paths import amount_of, required_progress
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import (
    MISSING,
    Add,
    AtMost,
    Constant,
    Expression,
    If,
    Multiply,
    Step,
)


def measures_of(way: Way) -> Steps:
    """The measures of a trajectory that has an end."""
    judged_by_pace = amount_of(way) is not None and not isinstance(way.course.judging, Projection)
    own = (("progress", closed()), ("required_progress", required_progress(way)))
    return (
        ("limit", REF),
        ("difference", Add((("+", X), ("-", REF)))),
        *(() if judged_by_pace else own),
        (
            "needed_now",
            _on_path(way, _left(Step("required_progress") if judged_by_pace else own[1][1])),
        ),
        *_per_year(way),
        *_readings(way),
    )


def _left(progress: Expression) -> Expression:
    if isinstance(progress, Constant):
        return Constant(1 - progress.value)
    return Add((("+", ONE), ("-", progress)))


def _on_path(way: Way, left: Expression) -> Expression:
    """The value at which a share of the starting gap would be left."""
    gap = Multiply((("*", left), ("*", GAP0)))
    if is_ratio(way.objective):
        return Multiply((("*", REF), ("*", _beside(way, ONE, gap))))
    return _beside(way, REF, gap)


def _beside(way: Way, ref: Expression, gap: Expression) -> Expression:
    above, under = Add((("+", ref), ("+", gap))), Add((("+", ref), ("-", gap)))
    if way.sign is None:
        return If(AtMost(REF, X), above, under)
    return above if way.sign > 0 else under


def _per_year(way: Way) -> Steps:
    """The change a year that is still needed to arrive."""
    years = way.length - way.travelled
    if years <= 0:
        return ()
    amount = amount_of(way)
    left = Constant(1 - (1.0 if amount is None else amount))
    change = Add((("+", _on_path(way, left)), ("-", X)))
    each_year = Multiply((("*", change), ("/", Constant(years))))
    arrived = AtMost(GAP, Multiply((("*", left), ("*", GAP0))))
    return (("needed_per_year", If(arrived, MISSING, each_year)),)


def _readings(way: Way) -> Steps:
    """For an approach the gap by each way of measuring it, because they can disagree."""
    if not isinstance(way.objective, Approach):
        return ()
    return (
        ("gap_points", directed(way.sign, X, REF)),
        ("gap_points_start", directed(way.sign, X0, REF0)),
        ("gap_frozen", directed(way.sign, X, REF0)),
        ("gap_ratio", directed(way.sign, ratio(X, REF), ONE)),
        ("gap_ratio_start", directed(way.sign, ratio(X0, REF0), ONE)),
    )

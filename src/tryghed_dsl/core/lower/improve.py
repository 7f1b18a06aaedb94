"""The objective `improve`: better than at the start, or better every year by a step."""

from tryghed_dsl.check.objectives import Improve, Projection
from tryghed_dsl.core.lower import projection
from tryghed_dsl.core.lower.frame import Frame, back
from tryghed_dsl.core.lower.gap import X0, Steps, X, directed, start_value
from tryghed_dsl.core.lower.held import value_of
from tryghed_dsl.core.lower.table import (
    Table,
    always,
    common_flags,
    missing_row,
    outcome_row,
)
from tryghed_dsl.core.lower.way import Way, late
from tryghed_dsl.core.lower.windows import trend_to_now
from tryghed_dsl.core.program import (
    Add,
    And,
    AtMost,
    Constant,
    Expression,
    Multiply,
    Not,
    Or,
    Row,
    Step,
    below,
    equal,
)
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Reason, Verdict

STEP = "step "
_ZERO = Constant(0.0)


def improve_table(way: Way) -> Table:
    """The table of a subject that is to be better than at its start."""
    assert isinstance(way.objective, Improve)  # noqa: S101 -- asked by the caller
    if way.objective.step is None:
        return _since_start(way)
    return _each_year(way, way.objective)


def _table(way: Way, steps: Steps, rows: tuple[Row, ...]) -> Table:
    needed = tuple(figure for name, figure in steps if not name.startswith(STEP))
    measures = (("limit", X0), ("difference", Add((("+", X), ("-", X0)))))
    flags = (*common_flags(way.frame.spec, needed), *late(way))
    return Table(steps, rows, needed, measures, flags, way.facts(), way.due)


# ------------------------------------------------------------------ since the start


def _since_start(way: Way) -> Table:
    figures: Steps = (
        ("value", value_of(way.held.subject, way.held, way.frame)),
        ("start_value", start_value(way)),
    )
    missing = missing_row(tuple(figure for _, figure in figures), (X, X0))
    better = below(*_worse_last(way))
    if isinstance(way.course.judging, Projection):
        trend = ("trend", _trend(way, way.course.judging))
        steps = (*figures, trend)
        unknown = missing_row((trend[1],), (projection.TREND,))
        return _table(way, steps, (missing, unknown, *_projected(better)))
    unchanged = Verdict.FAIL if way.at_end else Verdict.WARN
    rows = (
        missing,
        outcome_row(better, Verdict.PASS, Reason.IMPROVED),
        outcome_row(equal(X, X0), unchanged, Reason.UNCHANGED),
        always(Verdict.FAIL, Reason.WORSENED),
    )
    return _table(way, figures, rows)


def _worse_last(way: Way) -> tuple[Expression, Expression]:
    return (X, X0) if way.sign == 1 else (X0, X)


def _trend(way: Way, judging: Projection) -> Expression:
    """The mean yearly change for the worse."""

    def worse(at: Frame) -> Expression:
        return directed(way.sign, value_of(way.held.subject, way.held, at), _ZERO)

    past = tuple(worse(at) for at in projection.frames_back(judging, way.frame))
    return trend_to_now(past, worse(way.frame), judging.length.years)


def _projected(better: Expression) -> tuple[Row, ...]:
    worsening = And((better, below(_ZERO, projection.TREND)))
    return (
        outcome_row(worsening, Verdict.WARN, Reason.DETERIORATING),
        outcome_row(better, Verdict.PASS, Reason.IMPROVED),
        always(Verdict.FAIL, Reason.WORSENED),
    )


# ------------------------------------------------------------------ every year by a step


def _each_year(way: Way, objective: Improve) -> Table:
    years = _years(way)
    figures: Steps = (
        ("start_value", start_value(way)),
        *(
            (f"at {year}", value_of(way.held.subject, way.held, way.frame.at(year)))
            for year in years
        ),
    )
    names = [name for name, _ in figures]
    made = tuple(
        (f"{STEP}{year}", _step_made(way, objective, Step(before), Step(now)))
        for year, before, now in zip(years, names, names[1:], strict=False)
    )
    steps = (*figures, ("value", Step(names[-1])), *made)
    tested = tuple(Step(name) for name, _ in made)
    rows = (
        outcome_row(Or(tuple(Not(step) for step in tested)), Verdict.FAIL, Reason.STEP_MISSED),
        missing_row(tuple(figure for _, figure in figures), tested),
        always(Verdict.PASS, Reason.IMPROVED),
    )
    return _table(way, steps, rows)


def _years(way: Way) -> list[Period]:
    """The periods from the one after the start to the one judged."""
    found, period = [], way.frame.period
    while period.starts >= way.began.ends:
        found.append(period)
        period = back(period, 1, Length.YEAR)
    return found[::-1]


def _step_made(way: Way, objective: Improve, before: Step, now: Step) -> Expression:
    amount = objective.step
    assert amount is not None  # noqa: S101 -- asked by the caller
    size = Constant(amount.value)
    step = Multiply((("*", size), ("*", before))) if amount.relative else size
    return AtMost(step, directed(way.sign, before, now))

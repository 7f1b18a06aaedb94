"""Judging by where the mean change over the last years leads (`judge=projection(5 years)`).

Method: the German Federal Statistical Office's rule for the indicators of sustainable
development: the mean yearly change of the last years is carried on to the deadline.
"""

from tryghed_dsl.check.conditions import Held, Limit, Operator
from tryghed_dsl.check.objectives import Projection
from tryghed_dsl.core.lower.frame import Frame, back
from tryghed_dsl.core.lower.table import always, outcome_row
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.lower.windows import trend_to_now
from tryghed_dsl.core.program import (
    Add,
    And,
    AtMost,
    Constant,
    Expression,
    Row,
    Step,
    below,
)
from tryghed_dsl.domain.verdict import Reason, Verdict

TREND = Step("trend")
_ZERO = Constant(0.0)
_UPPER = (Operator.AT_MOST, Operator.BELOW)


def frames_back(projection: Projection, frame: Frame) -> tuple[Frame, ...]:
    """The frames of the years before the one judged, the earliest first."""
    return tuple(
        frame.at(back(frame.period, years, projection.length))
        for years in range(projection.years, 0, -1)
    )


def trend_past_limit(rule: Limit, held: Held, frame: Frame) -> Expression:
    """The mean yearly change of how far the subject lies on the wrong side of its limit."""
    projection = rule.projection or Projection(0)

    def beyond(at: Frame) -> Expression:
        value, limit = lower_term(held.subject, at), lower_term(rule.limit, at)
        high, low = (value, limit) if rule.operator in _UPPER else (limit, value)
        return Add((("+", high), ("-", low)))

    past = tuple(beyond(at) for at in frames_back(projection, frame))
    return trend_to_now(past, beyond(frame), projection.length.years)


def projected_rows(met: Expression) -> tuple[Row, ...]:
    """The rows of a limit that is judged by its trend."""
    worsening, improving = below(_ZERO, TREND), below(TREND, _ZERO)
    return (
        outcome_row(And((met, worsening)), Verdict.WARN, Reason.DETERIORATING),
        outcome_row(met, Verdict.PASS, Reason.MET),
        outcome_row(improving, Verdict.FAIL, Reason.INSUFFICIENT),
        always(Verdict.FAIL, Reason.MOVING_AWAY),
    )


_MISSED_PASS, _MISSED_WARN = 0.05, 0.20


def on_the_way(missed: Step) -> tuple[Row, ...]:
    """The rows of a trajectory before its deadline, whose gap is still open.

    Args:
        missed: the share of the remaining way that would be missed at the deadline.
    """
    away = AtMost(_ZERO, TREND)
    return (
        outcome_row(away, Verdict.FAIL, Reason.MOVING_AWAY),
        outcome_row(below(missed, Constant(_MISSED_PASS)), Verdict.PASS, Reason.ON_TRACK),
        outcome_row(AtMost(missed, Constant(_MISSED_WARN)), Verdict.WARN, Reason.BEHIND),
        always(Verdict.FAIL, Reason.INSUFFICIENT),
    )

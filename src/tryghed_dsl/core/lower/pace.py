"""The rows of a stated amount: by the ratio of what was done to what was due."""

from tryghed_dsl.core.lower.gap import ZERO
from tryghed_dsl.core.lower.paths import R
from tryghed_dsl.core.lower.table import always, outcome_row
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import AtMost, Constant, Expression, Row, below
from tryghed_dsl.domain.verdict import Reason, Verdict

_BEHIND_FROM = 0.60


def pace_rows(way: Way) -> tuple[Row, ...]:
    """The rows of a stated amount before the deadline."""
    warn_from = way.course.warn_from
    behind = _BEHIND_FROM if warn_from is None else warn_from
    return (
        outcome_row(_at_least(way.course.pass_from), Verdict.PASS, Reason.ON_TRACK),
        outcome_row(_at_least(behind), Verdict.WARN, Reason.BEHIND),
        outcome_row(below(R, ZERO), Verdict.FAIL, Reason.MOVING_AWAY),
        always(Verdict.FAIL, Reason.INSUFFICIENT),
    )


def ended_rows(way: Way) -> tuple[Row, ...]:
    """The rows of a stated amount at the deadline and later."""
    warn_from = way.course.warn_from
    partly = (
        ()
        if warn_from is None
        else (outcome_row(_at_least(warn_from), Verdict.WARN, Reason.PARTLY),)
    )
    return (
        outcome_row(_at_least(1.0), Verdict.PASS, Reason.REACHED),
        *partly,
        outcome_row(below(R, ZERO), Verdict.FAIL, Reason.MOVING_AWAY),
        always(Verdict.FAIL, Reason.MISSED),
    )


def _at_least(cut: float) -> Expression:
    return AtMost(Constant(cut), R)

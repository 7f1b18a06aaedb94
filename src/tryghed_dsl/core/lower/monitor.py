"""What is only watched: the figure, and no judgement."""

from tryghed_dsl.check.model import Target
from tryghed_dsl.core.lower.frame import Frame, lower_term
from tryghed_dsl.core.lower.table import always
from tryghed_dsl.core.program import Judged
from tryghed_dsl.domain.verdict import Reason, Verdict


def lower_monitor(target: Target, frame: Frame) -> Judged:
    """A monitored indicator as of the frame's period."""
    value = lower_term(target.subject, frame)
    row = always(Verdict.MONITOR, Reason.MONITORED)
    return Judged(target.id, (("value", value),), (row,), (value,))

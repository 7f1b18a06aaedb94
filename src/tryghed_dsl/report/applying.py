"""Where a target is judged, and what has to hold for it to be judged at all."""

from tryghed_dsl.check.model import Spec, Target
from tryghed_dsl.core.lower.condition import lower_condition
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.program import frame_of
from tryghed_dsl.core.lower.rewrite import inlined
from tryghed_dsl.core.lower.target import own_period
from tryghed_dsl.core.lower.together import together
from tryghed_dsl.core.program import Judged
from tryghed_dsl.core.setting import Setting


def frame_at(target: Target, spec: Spec, setting: Setting) -> Frame | None:
    """Where and when a target is judged; None where it has no period of its own then."""
    period = own_period(target, setting.as_of, spec)
    if period is None:
        return None
    frame = frame_of(spec, setting, setting.as_of)
    placed = frame if target.area is None else frame.inside(target.area)
    return placed.judged_at(period)


def asked_first(target: Target, spec: Spec, setting: Setting) -> Judged | None:
    """The condition behind `when`, as a part that rests on no steps; None where there is none.

    The program itself asks only whether it holds; its numbers are worked out when somebody
    wants to read them.
    """
    frame = frame_at(target, spec, setting)
    if target.applies is None or frame is None:
        return None
    table = lower_condition(target.applies, frame)
    (part,) = inlined(together([("", table)], None)).parts
    return part

"""A whole spec as of a period and in an area."""

from tryghed_dsl.check.model import Approach, Band, Limit, Monitored, Spec, Target
from tryghed_dsl.core.lower.approach import lower_approach
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.limit import lower_limit
from tryghed_dsl.core.lower.monitor import lower_monitor
from tryghed_dsl.core.program import Judged, KnownBreak, Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import Period


def lower(spec: Spec, setting: Setting) -> Program:
    """A checked spec as a core program, for one period and one area."""
    frame = frame_of(spec, setting, setting.as_of)
    targets = tuple(_lower_target(spec, target, setting, frame) for target in spec.targets)
    breaks = tuple(KnownBreak(b.indicator, b.period, b.area) for b in spec.breaks)
    return Program(setting.as_of, targets, breaks)


def frame_of(spec: Spec, setting: Setting, period: Period) -> Frame:
    """The frame in which a setting reads figures of a period, judged as of that period."""
    refs = tuple(setting.refs.items())
    return Frame(spec, setting.area, setting.area, period, period, refs=refs)


def _lower_target(spec: Spec, target: Target, setting: Setting, frame: Frame) -> Judged:
    match target.rule:
        case Limit() | Band() as rule:
            return lower_limit(spec, target, rule, frame)
        case Approach() as rule:
            start = rule.start or setting.starts.get(target.id)
            return lower_approach(spec, target, rule, start, frame)
        case Monitored():
            return lower_monitor(target, frame)

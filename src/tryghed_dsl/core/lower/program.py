"""A whole spec as of a period and in an area."""

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.lower import (  # noqa: F401 -- each adds its kinds of term and condition
    arithmetic,
    compositions,
    limit,
    places,
    promise,
    reading,
    trajectory,
    windows,
)
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.target import lower_target
from tryghed_dsl.core.program import KnownBreak, Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import Period


def lower(spec: Spec, setting: Setting) -> Program:
    """A checked spec as a core program, for one period and one area."""
    frame = frame_of(spec, setting, setting.as_of)
    targets = tuple(lower_target(target, frame) for target in spec.targets)
    return Program(setting.as_of, targets, known_breaks(spec))


def known_breaks(spec: Spec) -> tuple[KnownBreak, ...]:
    """The breaks that a spec declares."""
    return tuple(KnownBreak(b.indicator, b.period, b.area) for b in spec.breaks)


def frame_of(spec: Spec, setting: Setting, period: Period) -> Frame:
    """The frame in which a setting reads figures of a period, judged as of that period."""
    refs, starts = tuple(setting.refs.items()), setting.starts
    return Frame(spec, setting.area, setting.area, period, period, refs=refs, starts=starts)

"""The default start of trajectories: the first period in which both sides are known."""

from collections.abc import Mapping

from tryghed_dsl.check.conditions import Held, Trajectory, rule_terms
from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.lower.frame import as_long_as
from tryghed_dsl.core.lower.length import length_of
from tryghed_dsl.core.lower.program import frame_of
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import replace
from tryghed_dsl.setting.known import all_known, held_by, start_is_open


def starts_in(spec: Spec, figures: Figures, setting: Setting) -> dict[Held, Period]:
    """The starts that figures give to trajectories that state none."""
    found = {}
    for target in spec.targets:
        for held in held_by(target):
            if start_is_open(held) and held not in found:
                start = _first_known(spec, figures, setting, held)
                if start is not None:
                    found[held] = start
    return found


def _first_known(spec: Spec, figures: Figures, setting: Setting, held: Held) -> Period | None:
    assert isinstance(held.rule, Trajectory)  # noqa: S101 -- asked by the caller
    home = spec.agreement.area if spec.agreement and spec.agreement.area else setting.area
    own = replace(setting, area=home)
    length = length_of(held.subject, spec) or Length.YEAR
    until = as_long_as(setting.as_of, length) or setting.as_of
    by = held.rule.course.by
    sides = (held.subject, *rule_terms(held.rule))
    for period in sorted(figures.periods(), key=lambda period: period.starts):
        if by is not None and period.ends >= by.ends:
            return None
        frame = replace(frame_of(spec, own, until), period=period)
        if period.length is length and all_known(spec, figures, [(s, frame) for s in sides]):
            return period
    return None


def tell_assumed(spec: Spec, starts: Mapping[Held, Period]) -> list[Finding]:
    """Tell which starts were taken."""
    found = []
    for target in spec.targets:
        for held in held_by(target):
            if held in starts:
                args = {"target": target.id, "period": str(starts[held])}
                found.append(Finding("N201", (held.span,), args))
    return found

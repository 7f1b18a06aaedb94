"""When a spec is judged: the latest period in which a judged subject has a figure."""

import math

from tryghed_dsl.check.model import Spec, Target
from tryghed_dsl.check.terms import Term
from tryghed_dsl.core.lower.frame import as_long_as
from tryghed_dsl.core.lower.length import length_of
from tryghed_dsl.core.lower.program import frame_of
from tryghed_dsl.core.lower.target import out_of_season, own_period
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.setting.known import all_known, held_by

_MOMENT = 1e-6
_SAYS_WHEN = (Length.DAY, Length.MONTH)
_NAMED = 12  # targets that one finding names


def latest(spec: Spec, figures: Figures, setting: Setting) -> Period | None:
    """The latest period, within the agreement's, in which a judged subject has a figure."""
    judged = _judged(spec)
    valid = spec.agreement.valid if spec.agreement else None
    for period in _candidates(spec, figures, judged):
        if valid is not None and out_of_season(valid, period) is not None:
            continue
        if any(_has_figure(spec, figures, setting, target, period) for target in judged):
            return period
    return None


def tell_stopped(spec: Spec, figures: Figures, setting: Setting) -> list[Finding]:
    """Name the targets whose figures stop before the period that is judged."""
    judged = [target for target in _judged(spec) if target.latest is None]
    earlier = [p for p in _candidates(spec, figures, judged) if p.ends < setting.as_of.ends]
    stopped = []
    for target in judged:
        if not earlier or _has_figure(spec, figures, setting, target, setting.as_of):
            continue
        known = (p for p in earlier if _has_figure(spec, figures, setting, target, p))
        last = next(known, None)
        if last is not None:
            stopped.append(f"`{target.id}` ({last})")
    if not stopped:
        return []
    more = ", …" if len(stopped) > _NAMED else ""
    named = ", ".join(stopped[:_NAMED]) + more
    return [Finding("N321", (), {"period": str(setting.as_of), "targets": named})]


def _judged(spec: Spec) -> list[Target]:
    return [target for target in spec.targets if target.judged] or list(spec.targets)


def _candidates(spec: Spec, figures: Figures, judged: list[Target]) -> list[Period]:
    """The periods that may be judged, the latest first: of the agreement's own length."""
    length = _length(spec, judged)
    found = {_around(period, length) for period in figures.periods()}
    known = (period for period in found if period is not None)
    return sorted(known, key=lambda period: period.index, reverse=True)


def _length(spec: Spec, judged: list[Target]) -> Length:
    """The agreement's own length; its days and months say when it holds, and not how long."""
    valid = spec.agreement.valid if spec.agreement else None
    if spec.agreement is not None and valid is None:
        return Length.YEAR
    if valid is not None and valid.first.length not in _SAYS_WHEN:
        return valid.first.length
    own = (length_of(subject, spec) for target in judged for subject in _subjects(target))
    known = [length for length in own if length is not None]
    lengths = known or ([] if valid is None else [valid.first.length])
    return max(lengths, key=lambda length: length.years, default=Length.YEAR)


def _around(period: Period, length: Length) -> Period | None:
    """The period of a length that one lies in, or is; None where it is longer."""
    if period.length is length:
        return period
    if length in (Length.YEAR, Length.SCHOOL_YEAR):
        return as_long_as(Period(Length.YEAR, period.year), length)
    if period.length.years > length.years:
        return None
    return Period(length, math.floor(period.starts / length.years + _MOMENT))


def _subjects(target: Target) -> list[Term]:
    if target.subject is not None:
        return [target.subject]
    return [held.subject for held in held_by(target)]


def _has_figure(
    spec: Spec, figures: Figures, setting: Setting, target: Target, period: Period
) -> bool:
    own = own_period(target, period, spec)
    if own is None:
        return False
    frame = frame_of(spec, setting, own)
    frame = frame if target.area is None else frame.inside(target.area)
    return any(all_known(spec, figures, [(subject, frame)]) for subject in _subjects(target))

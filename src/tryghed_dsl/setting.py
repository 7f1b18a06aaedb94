"""Finds what figures decide before anything is judged: when, where, and from which start.

The period judged is the latest in which the subject of a judged target has a figure. The
default start of a trajectory is the first period in which both its sides are known, within the
series that the judged period belongs to.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tryghed_dsl.check import terms
from tryghed_dsl.check.conditions import Held, Trajectory, held_in, rule_terms, terms_of, walk
from tryghed_dsl.check.model import SOMEWHERE, Monitored, Spec, Target
from tryghed_dsl.core.lower.frame import AREA, INDICATOR, Frame, as_long_as
from tryghed_dsl.core.lower.length import length_of
from tryghed_dsl.core.lower.program import frame_of, known_breaks
from tryghed_dsl.core.lower.table import always
from tryghed_dsl.core.lower.target import out_of_season, own_period
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Expression, Judged, Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.findings.finding import Argument, Expected, Finding, Listed
from tryghed_dsl.text.suggest import nearest

_MOMENT = 1e-6


@dataclass(frozen=True, slots=True)
class Settled:
    """A setting, or None where something stands in the way; and what was found on the way."""

    setting: Setting | None
    found: tuple[Finding, ...]


def settle(
    spec: Spec, figures: Figures, as_of: Period | None = None, area: str | None = None
) -> Settled:
    """Settle when and where a spec is judged, and what its figures decide.

    Args:
        spec: the checked spec.
        figures: the figures at hand.
        as_of: the period asked for, or None for the latest that can be judged.
        area: the area asked for, or None for the agreement's own.
    """
    place, found = _area(spec, figures, area)
    if place is None:
        return Settled(None, tuple(found))
    refs = _refs(spec, figures, place)
    found += _tell_refs(spec, refs)
    setting = Setting(as_of or Period(Length.YEAR, 0), place, {}, refs)
    period = as_of or _latest(spec, figures, setting)
    if period is None:
        return Settled(None, (*found, Finding("E334")))
    setting = replace(setting, as_of=period)
    starts = _starts(spec, figures, setting)
    found += _tell_assumed(spec, starts)
    return Settled(replace(setting, starts=starts), tuple(found))


def settle_without_figures(spec: Spec, as_of: Period, area: str | None = None) -> Settled:
    """Settle what can be settled before there are figures; what they would decide is told."""
    found = [
        Finding("E333", (target.span,), {"target": target.id})
        for target in spec.targets
        if any(start_is_open(held) for held in held_by(target))
    ]
    found += [Finding("E338", (ref.span,), {"name": name}) for name, ref in _open_refs(spec)]
    place = area or (spec.agreement.area if spec.agreement else None)
    if place is None:
        found.append(Finding("E330", (), {"areas": Listed(tuple(spec.areas))}))
    if found or place is None:
        return Settled(None, tuple(found))
    return Settled(Setting(as_of, place), ())


def held_by(target: Target) -> Iterator[Held]:
    """The subjects under rules in a target, those that it asks beforehand included."""
    if target.retired is not None:
        return
    for condition in (target.promise, target.applies):
        if condition is not None and not isinstance(condition, Monitored):
            yield from held_in(condition)


def start_is_open(held: Held) -> bool:
    """Whether a trajectory starts where figures decide."""
    return isinstance(held.rule, Trajectory) and held.rule.course.start is None


# ------------------------------------------------------------------ where


def judged_area(spec: Spec, figures: Figures) -> str | None:
    """The area that is judged where none is asked for; None where that is not clear."""
    return _area(spec, figures, None)[0]


def _area(spec: Spec, figures: Figures, asked: str | None) -> tuple[str | None, list[Finding]]:
    known = sorted(set(spec.areas) | figures.areas())
    if asked is not None:
        if asked in known:
            return asked, []
        suggestion = nearest(asked, known)
        extra = {} if suggestion is None else {"suggestion": suggestion}
        args: dict[str, Argument] = {"name": asked, "known": Listed(tuple(known)), **extra}
        return None, [Finding("E331", (), args)]
    if spec.agreement is not None and spec.agreement.area is not None:
        return spec.agreement.area, []
    fixed = _named_areas(spec) | {name for name, _ in _open_refs(spec)}
    free = [area for area in sorted(figures.areas()) if area not in fixed] or known
    if len(free) <= 1:
        return (free or [SOMEWHERE])[0], []
    return None, [Finding("E330", (), {"areas": Listed(tuple(free))})]


def _named_areas(spec: Spec) -> set[str]:
    """The areas that targets look at by name, and so are none that is judged."""
    return {
        term.area for root in _terms(spec) for term in walk(root) if isinstance(term, terms.InArea)
    }


def _terms(spec: Spec) -> Iterable[terms.Term]:
    for target in spec.targets:
        for condition in (target.promise, target.applies):
            if isinstance(condition, Monitored):
                yield condition.subject
            elif condition is not None:
                yield from terms_of(condition)


# ------------------------------------------------------------------ references of open files


def _open_refs(spec: Spec) -> list[tuple[str, terms.OpenRef]]:
    """The undeclared references by name, each where it stands first."""
    found: dict[str, terms.OpenRef] = {}
    for root in _terms(spec):
        for term in walk(root):
            if isinstance(term, terms.OpenRef):
                found.setdefault(term.name, term)
    return list(found.items())


def _refs(spec: Spec, figures: Figures, area: str) -> dict[str, str]:
    here = {observation.key.indicator for observation in figures if observation.key.area == area}
    places = figures.areas()
    return {
        name: AREA if name not in here and name in places else INDICATOR
        for name, _ in _open_refs(spec)
    }


def _tell_refs(spec: Spec, refs: Mapping[str, str]) -> list[Finding]:
    phrase = {AREA: Expected(("AN_AREA",)), INDICATOR: Expected(("AN_INDICATOR",))}
    return [
        Finding("N204", (ref.span,), {"name": name, "what": phrase[refs[name]]})
        for name, ref in _open_refs(spec)
    ]


# ------------------------------------------------------------------ when


def _latest(spec: Spec, figures: Figures, setting: Setting) -> Period | None:
    judged = [target for target in spec.targets if target.judged] or list(spec.targets)
    valid = spec.agreement.valid if spec.agreement else None
    for period in _candidates(spec, figures, judged):
        if valid is not None and out_of_season(valid, period) is not None:
            continue
        if any(_has_figure(spec, figures, setting, target, period) for target in judged):
            return period
    return None


def _candidates(spec: Spec, figures: Figures, judged: list[Target]) -> list[Period]:
    """The periods that may be judged, the latest first: of the agreement's own length."""
    length = _length(spec, judged)
    found = {_around(period, length) for period in figures.periods()}
    known = (period for period in found if period is not None)
    return sorted(known, key=lambda period: period.index, reverse=True)


def _length(spec: Spec, judged: list[Target]) -> Length:
    if spec.agreement is not None:
        return spec.agreement.valid.first.length if spec.agreement.valid else Length.YEAR
    own = (length_of(subject, spec) for target in judged for subject in _subjects(target))
    known = [length for length in own if length is not None]
    return max(known, key=lambda length: length.years, default=Length.YEAR)


def _around(period: Period, length: Length) -> Period | None:
    """The period of a length that one lies in, or is; None where it is longer."""
    if period.length is length:
        return period
    if length in (Length.YEAR, Length.SCHOOL_YEAR):
        return as_long_as(Period(Length.YEAR, period.year), length)
    if period.length.years > length.years:
        return None
    return Period(length, math.floor(period.starts / length.years + _MOMENT))


def _subjects(target: Target) -> list[terms.Term]:
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
    return any(_all_known(spec, figures, [(subject, frame)]) for subject in _subjects(target))


# ------------------------------------------------------------------ from which start


def _starts(spec: Spec, figures: Figures, setting: Setting) -> dict[Held, Period]:
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
        if period.length is length and _all_known(spec, figures, [(s, frame) for s in sides]):
            return period
    return None


def _all_known(spec: Spec, figures: Figures, sides: list[tuple[terms.Term, Frame]]) -> bool:
    """Whether every term has a figure in its frame."""
    expressions = [lower_term(term, frame) for term, frame in sides]
    home = sides[0][1].home
    return all(_known(spec, figures, home, expression) for expression in expressions)


def _known(spec: Spec, figures: Figures, home: str, expression: Expression) -> bool:
    probe = Judged("", (("value", expression),), (always(Verdict.MONITOR, Reason.MONITORED),), ())
    program = Program(Period(Length.YEAR, 0), (probe,), known_breaks(spec))
    run = LocalEngine(program, home).run(figures)
    return run.measure(0, "value") is not None


def _tell_assumed(spec: Spec, starts: Mapping[Held, Period]) -> list[Finding]:
    found = []
    for target in spec.targets:
        for held in held_by(target):
            if held in starts:
                args = {"target": target.id, "period": str(starts[held])}
                found.append(Finding("N201", (held.span,), args))
    return found

"""Finds what figures decide before anything is judged: when, where, and from which start.

The period judged is the latest in which the subject of a judged target has a figure. The
default start of a trajectory is the first period in which both its sides are known, within the
series that the judged period belongs to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tryghed_dsl.check import terms
from tryghed_dsl.check.model import SOMEWHERE, Approach, Spec, Target
from tryghed_dsl.core.lower.frame import AREA, INDICATOR, Frame, lower_term
from tryghed_dsl.core.lower.program import frame_of
from tryghed_dsl.core.lower.table import always
from tryghed_dsl.core.program import Expression, Judged, KnownBreak, Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.findings.finding import Argument, Expected, Finding, Listed
from tryghed_dsl.text.suggest import nearest


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
        if isinstance(target.rule, Approach) and target.rule.start is None
    ]
    found += [Finding("E338", (ref.span,), {"name": name}) for name, ref in _open_refs(spec)]
    place = area or (spec.agreement.area if spec.agreement else None)
    if place is None:
        found.append(Finding("E330", (), {"areas": Listed(tuple(spec.areas))}))
    if found or place is None:
        return Settled(None, tuple(found))
    return Settled(Setting(as_of, place), ())


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
        term.area
        for root in _terms(spec)
        for term in terms.walk(root)
        if isinstance(term, terms.InArea)
    }


def _terms(spec: Spec) -> Iterable[terms.Term]:
    for target in spec.targets:
        yield target.subject
        rule = target.rule
        for name in ("limit", "low", "high", "ref"):
            term = getattr(rule, name, None)
            if term is not None:
                yield term


# ------------------------------------------------------------------ references of open files


def _open_refs(spec: Spec) -> list[tuple[str, terms.OpenRef]]:
    """The undeclared references by name, each where it stands first."""
    found: dict[str, terms.OpenRef] = {}
    for root in _terms(spec):
        for term in terms.walk(root):
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
    subjects = [target.subject for target in spec.targets if target.judged]
    subjects = subjects or [target.subject for target in spec.targets]
    valid = spec.agreement.valid if spec.agreement else None
    years = [p for p in figures.periods() if p.length is Length.YEAR]
    for period in sorted(years, key=lambda p: p.index, reverse=True):
        if valid is not None and period not in valid:
            continue
        frame = frame_of(spec, setting, period)
        if any(_all_known(spec, figures, [(subject, frame)]) for subject in subjects):
            return period
    return None


# ------------------------------------------------------------------ from which start


def _starts(spec: Spec, figures: Figures, setting: Setting) -> dict[str, Period]:
    found = {}
    for target in spec.targets:
        rule = target.rule
        if isinstance(rule, Approach) and rule.start is None:
            start = _first_known(spec, figures, setting, target, rule)
            if start is not None:
                found[target.id] = start
    return found


def _first_known(
    spec: Spec, figures: Figures, setting: Setting, target: Target, rule: Approach
) -> Period | None:
    home = spec.agreement.area if spec.agreement and spec.agreement.area else setting.area
    own = replace(setting, area=home)
    years = {p for p in figures.periods() if p.length is Length.YEAR}
    for period in sorted(years, key=lambda p: p.index):
        if period.index >= rule.by.index:
            return None
        frame = replace(frame_of(spec, own, setting.as_of), period=period)
        if _all_known(spec, figures, [(target.subject, frame), (rule.ref, frame)]):
            return period
    return None


def _all_known(spec: Spec, figures: Figures, sides: list[tuple[terms.Term, Frame]]) -> bool:
    """Whether every term has a figure in its frame."""
    expressions = [lower_term(term, frame) for term, frame in sides]
    home = sides[0][1].home
    return all(_known(spec, figures, home, expression) for expression in expressions)


def _known(spec: Spec, figures: Figures, home: str, expression: Expression) -> bool:
    probe = Judged("", (("value", expression),), (always(Verdict.MONITOR, Reason.MONITORED),), ())
    breaks = tuple(KnownBreak(b.indicator, b.period, b.area) for b in spec.breaks)
    period = Period(Length.YEAR, 0)
    run = LocalEngine(Program(period, (probe,), breaks), home).run(figures)
    return run.measure(0, "value") is not None


def _tell_assumed(spec: Spec, starts: Mapping[str, Period]) -> list[Finding]:
    found = []
    for target in spec.targets:
        if target.id in starts:
            args = {"target": target.id, "period": str(starts[target.id])}
            found.append(Finding("N201", (target.span,), args))
    return found

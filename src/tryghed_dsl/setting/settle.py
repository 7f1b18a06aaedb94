"""Settles when and where a spec is judged, and what its figures decide."""

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.findings.finding import Finding, Listed
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.setting.known import held_by, start_is_open
from tryghed_dsl.setting.latest import latest, tell_stopped
from tryghed_dsl.setting.starts import starts_in, tell_assumed
from tryghed_dsl.setting.where import area_of, open_refs, refs_in, tell_refs


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
    place, found = area_of(spec, figures, area)
    if place is None:
        return Settled(None, tuple(found))
    refs = refs_in(spec, figures, place)
    found += tell_refs(spec, refs)
    setting = Setting(as_of or Period(Length.YEAR, 0), place, {}, refs)
    period = as_of or latest(spec, figures, setting)
    if period is None:
        return Settled(None, (*found, Finding("E334")))
    setting = replace(setting, as_of=period)
    starts = starts_in(spec, figures, setting)
    found += [*tell_assumed(spec, starts), *tell_stopped(spec, figures, setting)]
    return Settled(replace(setting, starts=starts), tuple(found))


def settle_without_figures(spec: Spec, as_of: Period, area: str | None = None) -> Settled:
    """Settle what can be settled before there are figures; what they would decide is told."""
    found = [
        Finding("E333", (target.span,), {"target": target.id})
        for target in spec.targets
        if any(start_is_open(held) for held in held_by(target))
    ]
    found += [Finding("E338", (ref.span,), {"name": name}) for name, ref in open_refs(spec)]
    place = area or (spec.agreement.area if spec.agreement else None)
    if place is None:
        found.append(Finding("E330", (), {"areas": Listed(tuple(spec.areas))}))
    if found or place is None:
        return Settled(None, tuple(found))
    return Settled(Setting(as_of, place), ())

"""Whether figures agree: with the baselines that a spec states, and wholes with their parts."""

from collections.abc import Iterator

from tryghed_dsl.check.model import Area, Indicator, Spec
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.unit import Kind
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.findings.finding import Argument, Finding

_NEAR = 1e-9


def disagreements(spec: Spec, figures: Figures, judged: str) -> list[Finding]:
    """What figures contradict: a stated baseline, or the sum of an area's parts.

    Args:
        spec: the spec.
        figures: the figures.
        judged: the judged area, which stated baselines are of where no agreement names one.
    """
    return [*drifted(spec, figures, judged), *_sums(spec, figures)]


def drifted(spec: Spec, figures: Figures, judged: str) -> list[Finding]:
    """Stated baselines that the figures now contradict; the agreed value is the one used.

    Args:
        spec: the spec.
        figures: the figures.
        judged: the judged area, which they are of where neither they nor an agreement name one.
    """
    own = (spec.agreement and spec.agreement.area) or judged
    found = []
    for indicator in spec.indicators.values():
        for stated in indicator.stated:
            seen = figures.get(Key(indicator.id, stated.area or own, stated.period))
            if seen is None or seen.most is not None or seen.value == stated.value:
                continue
            args: dict[str, Argument] = {
                "name": indicator.id,
                "period": str(stated.period),
                "stated": stated.value,
                "found": seen.value,
            }
            found.append(Finding("W315", (stated.span,), args, place_of(seen.origin)))
    return found


def _sums(spec: Spec, figures: Figures) -> Iterator[Finding]:
    """Wholes that differ from the sum of their parts; the whole is the one used."""
    summed = [i for i in spec.indicators.values() if i.kind in (Kind.FLOW, Kind.STOCK)]
    for area in spec.areas.values():
        for indicator in summed if area.parts else ():
            yield from _sum(figures, indicator, area)


def _sum(figures: Figures, indicator: Indicator, area: Area) -> Iterator[Finding]:
    """The first period in which the whole and the sum of all parts differ."""
    for period in sorted(figures.periods(), key=str):
        whole = figures.get(Key(indicator.id, area.id, period))
        parts = [figures.get(Key(indicator.id, part, period)) for part in area.parts]
        known = [part.value for part in parts if part is not None and part.most is None]
        if whole is None or whole.most is not None or len(known) < len(parts):
            continue
        total = sum(known)
        if abs(whole.value - total) > _NEAR * max(1.0, abs(whole.value), abs(total)):
            yield _differs(whole, total)
            return


def _differs(whole: Observation, total: float) -> Finding:
    key = whole.key
    args: dict[str, Argument] = {
        "cell": f"{key.indicator}, {key.area}, {key.period}",
        "found": whole.value,
        "total": total,
    }
    return Finding("W318", (), args, place_of(whole.origin))

"""The figures that judging a spec in a period needs: which there are, and which to ask for."""

from collections.abc import Iterator
from dataclasses import field

from tryghed_dsl.check.model import Monitored
from tryghed_dsl.check.terms import Figure
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.condition import Missing
from tryghed_dsl.report.report import Evidence, Report, TargetReport


@dataclass(slots=True)
class Needed:
    """A figure that verdicts rest on, or lack.

    Attributes:
        evidence: where it stands; None where it is missing.
        missing: what is known of it where it is missing.
        source: who makes it, as the spec says; None where it does not.
        targets: the targets that need it.
    """

    indicator: str
    area: str
    period: str
    evidence: Evidence | None = None
    missing: Missing | None = None
    source: str | None = None
    targets: list[str] = field(default_factory=list)


def needed(report: Report) -> list[Needed]:
    """The figures that the verdicts of a report need, each once, in the order of the targets.

    What the agreement itself states is not among them.
    """
    found: dict[tuple[str, str, str], Needed] = {}
    for target in report:
        for need in _of_target(target):
            key = (need.indicator, need.area, need.period)
            known = found.setdefault(key, need)
            if target.id not in known.targets:
                known.targets.append(target.id)
    for need in found.values():
        need.source = _source(report, need.indicator)
    return list(found.values())


def _of_target(target: TargetReport) -> Iterator[Needed]:
    for figure in target.evidence:
        if not figure.agreed:
            yield Needed(figure.indicator, figure.area, figure.period, figure)
    for absent in target.missing:
        yield Needed(absent.indicator, absent.area, absent.period, None, absent)
    promise = target.target.promise
    if isinstance(promise, Monitored) and not target.evidence:
        yield from _watched(target, promise)


def _watched(target: TargetReport, promise: Monitored) -> Iterator[Needed]:
    """What is only watched is wanted too, though no verdict waits for it."""
    if isinstance(promise.subject, Figure):
        yield Needed(promise.subject.indicator, target.area, str(target.setting.as_of))


def _source(report: Report, indicator: str) -> str | None:
    known = report.spec.indicators.get(indicator)
    if known is None or known.source is None:
        return None
    source = report.spec.sources.get(known.source)
    return known.source if source is None else source.title or known.source

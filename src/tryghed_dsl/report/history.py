"""The verdicts of several years beside each other, and the wordings that they were given by."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tryghed_dsl.check.conditions import terms_of, walk
from tryghed_dsl.check.model import Monitored, Spec, Target
from tryghed_dsl.check.terms import Figure, Term
from tryghed_dsl.domain.period import Period
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report, TargetReport


@dataclass(frozen=True, slots=True)
class HeldWording:
    """How a target was worded from one period to another.

    Attributes:
        text: the wording in canonical form.
        retired: why the target was retired by then; None while it was judged.
        restated: the indicators in it that a revision has declared anew, as they are written.
        because: why it was worded so, where a revision did that and says why.
        own: why, in the target's own words.
    """

    first: Period
    last: Period
    text: str
    retired: str | None
    restated: tuple[str, ...]
    because: str | None
    own: str | None


@dataclass(frozen=True, slots=True)
class TargetHistory:
    """One target over the years.

    Attributes:
        target: the target in the newest wording.
        reports: what is to be said of it in each year, in order; None before there was one.
        wordings: how it was worded, the oldest first.
    """

    target: Target
    reports: tuple[TargetReport | None, ...]
    wordings: tuple[HeldWording, ...]

    @property
    def id(self) -> str:
        """The target's id."""
        return self.target.id


@dataclass(frozen=True, slots=True)
class History:
    """A spec judged in several years, each by the wording that was in force.

    Attributes:
        reports: the report of each year, in order.
        targets: every target of the newest wording, in its order.
        findings: what was found in the figures, nothing twice.
    """

    spec: Spec
    reports: tuple[Report, ...]
    targets: tuple[TargetHistory, ...]
    findings: tuple[Finding, ...]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The years, in order."""
        return tuple(report.as_of for report in self.reports)


def history_of(spec: Spec, reports: Sequence[Report], findings: Sequence[Finding]) -> History:
    """The history of a spec from its reports of several years, in order."""
    by_id = [{each.id: each for each in report} for report in reports]
    targets = tuple(
        TargetHistory(
            target,
            tuple(reported.get(target.id) for reported in by_id),
            tuple(_held_wordings(target.id, spec, [report.as_of for report in reports])),
        )
        for target in spec.targets
    )
    return History(spec, tuple(reports), targets, tuple(findings))


# ------------------------------------------------------------------ wordings


_Wording = tuple[str, str | None, tuple[str, ...], str | None, str | None]


def _held_wordings(name: str, spec: Spec, periods: Sequence[Period]) -> Iterator[HeldWording]:
    by_version = _by_version(name, spec)
    worded = [(period, by_version[spec.begun(period) - 1]) for period in periods]
    for wording, years in groupby(worded, key=lambda each: each[1]):
        if wording is not None:
            held = [period for period, _ in years]
            yield HeldWording(held[0], held[-1], *wording)


def _by_version(name: str, spec: Spec) -> list[_Wording | None]:
    """A target's wording in each version; None where there was no such target yet.

    Where a version leaves a wording as it was, why it was worded so stays too.
    """
    found: list[_Wording | None] = []
    restated: dict[str, str] = {}
    for version in spec.versions:
        restated |= version.restated
        target = version.spec.target(name)
        if target is None:
            found.append(None)
            continue
        own = tuple(restated[each] for each in used_indicators(target, spec) if each in restated)
        wording = (target.text, target.retired, own)
        before = found[-1] if found else None
        if before is None or before[:3] != wording:
            found.append((*wording, version.because, target.because))
        else:
            found.append(before)
    return found


def used_indicators(target: Target, spec: Spec) -> list[str]:
    """The indicators that a target rests on, those in formulas included, none twice."""
    promise = target.promise
    roots: list[Term] = [promise.subject] if isinstance(promise, Monitored) else []
    for condition in (promise, target.applies):
        if condition is not None and not isinstance(condition, Monitored):
            roots += terms_of(condition)
    found: dict[str, None] = {}
    while roots:
        for term in walk(roots.pop()):
            if isinstance(term, Figure) and term.indicator not in found:
                found[term.indicator] = None
                indicator = spec.indicators.get(term.indicator)
                roots += [indicator.formula] if indicator and indicator.formula else []
    return list(found)

"""What figures say of the starts of targets: not there at all, or met from the first day."""

from collections.abc import Iterable, Iterator

from tryghed_dsl.check.conditions import Held, Trajectory, held_in, rule_terms, walk
from tryghed_dsl.check.model import Monitored, Spec, Target
from tryghed_dsl.check.objectives import Approach, Change, Reach
from tryghed_dsl.check.terms import Baseline
from tryghed_dsl.core.program import Aspect
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.engines import trail
from tryghed_dsl.engines.local import Run
from tryghed_dsl.engines.trail import Absent
from tryghed_dsl.findings.finding import Argument, Finding, Listed
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.text.source import Span

_NEAR = 1e-9
_NAMED = 12  # as many years as a finding names
_SIGNS = {Direction.LOWER: "<=", Direction.HIGHER: ">="}


def starting(spec: Spec, setting: Setting, run: Run, figures: Figures) -> list[Finding]:
    """Tell of baselines that the figures do not have, and of targets met at their start."""
    absent = dict[tuple[str, str, Period], Finding]()
    met = list[Finding]()
    for index, target in enumerate(spec.targets):
        if not target.judged:
            continue
        if run.judged[index][0].verdict is Verdict.UNKNOWN:
            for figure in _absent_starts(target, setting, trail.absent(run, index)):
                key = figure.indicator, figure.area, figure.period
                if key not in absent and (years := _years(figure, figures)):
                    absent[key] = _not_there(target, figure, years)
        met += _met_at_start(target, setting, run, index)
    return [*absent.values(), *met]


# ------------------------------------------------------------------ not there


def _absent_starts(target: Target, setting: Setting, absent: Iterable[Absent]) -> Iterator[Absent]:
    """Of the figures that were missing, those of a baseline or a start."""
    starts = set(_starts(target))
    for each in absent:
        whole = each.aspect is Aspect.VALUE and each.broken is None
        if whole and each.period in starts and each.period != setting.as_of:
            yield each


def _starts(target: Target) -> Iterator[Period]:
    """The single periods that a target is held against or starts from."""
    assert not isinstance(target.promise, Monitored)  # noqa: S101 -- asked by the caller
    for held in held_in(target.promise):
        if isinstance(held.rule, Trajectory) and isinstance(held.rule.course.start, Period):
            yield held.rule.course.start
        for root in (held.subject, *rule_terms(held.rule)):
            yield from (term.period for term in walk(root) if isinstance(term, Baseline))


def _years(absent: Absent, figures: Figures) -> list[Period]:
    """The periods of the same length that there are figures of."""
    found = {
        seen.key.period
        for seen in figures
        if (seen.key.indicator, seen.key.area) == (absent.indicator, absent.area)
        and seen.key.period.length is absent.period.length
    }
    return sorted(found, key=lambda period: period.index)


def _not_there(target: Target, absent: Absent, years: list[Period]) -> Finding:
    period = str(absent.period)
    nearest = min(years, key=lambda year: abs(year.index - absent.period.index))
    span = _where(target, period)
    args: dict[str, Argument] = {
        "name": absent.indicator,
        "area": absent.area,
        "period": period,
        "years": Listed(tuple(str(year) for year in years[-_NAMED:])),
    }
    written = span.text == period
    fixes = (Fix((Edit(span, str(nearest)),), certain=False),) if written else ()
    return Finding("W401", (span,), args, fixes=fixes)


def _where(target: Target, words: str) -> Span:
    """Where a target says something, or all of it where it does not say it itself."""
    whole = target.span if target.held is None else target.held.whole
    place = whole.text.find(words)
    if place < 0:
        return whole
    return Span(whole.source, whole.start + place, whole.start + place + len(words))


# ------------------------------------------------------------------ met from the first day


def _met_at_start(target: Target, setting: Setting, run: Run, index: int) -> Iterator[Finding]:
    """Tell of a trajectory that had arrived when it started."""
    held = target.held
    if held is None or not isinstance(held.rule, Trajectory):
        return
    if not isinstance(held.rule.objective, Approach | Reach | Change):
        return
    gap, value = run.measure(index, "gap_start"), run.measure(index, "start_value")
    if gap is None or value is None or gap > held.rule.course.tolerance + _NEAR:
        return
    start = held.rule.course.start or setting.starts.get(held)
    end = run.measure(index, "start_ref")
    args: dict[str, Argument] = {"name": target.id, "value": value, "start": str(start)}
    if end is not None:
        args["end"] = end
    limit = _as_limit(held)
    fixes = () if limit is None else (Fix((Edit(held.whole, limit),), certain=False),)
    more: dict[str, Argument] = {} if limit is None else {"limit": limit}
    yield Finding("W400", (held.whole,), {**args, **more}, fixes=fixes)


def _as_limit(held: Held) -> str | None:
    """The end of a way as a limit that holds in every year."""
    assert isinstance(held.rule, Trajectory)  # noqa: S101 -- asked by the caller
    subject, arrow, call = held.whole.text.partition("->")
    if held.direction is None or isinstance(held.rule.objective, Change) or not arrow:
        return None
    end, comma, _ = call.partition("(")[2].partition(", ")
    if not comma or "(" in end:
        return None
    return f"{subject.strip()} {_SIGNS[held.direction]} {end.strip()}"

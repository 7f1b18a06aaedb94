"""Two specs compared: what has changed, what that does, and which verdicts it would flip."""

from collections.abc import Iterator

from tryghed_dsl.check.model import Agreement, Goal, Spec
from tryghed_dsl.check.versions import without_repeats
from tryghed_dsl.comparing.effect import Difference, Effect, What, together
from tryghed_dsl.comparing.targets import TargetChange, by_years, compare_targets
from tryghed_dsl.comparing.values import Ground, without_figures
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import FiguresGiven, read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.report.report import Report, TargetReport


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What has changed around the targets: in the agreement, or in a goal.

    Attributes:
        goal: the goal; None for the agreement.
    """

    goal: Goal | None
    differences: tuple[Difference, ...]
    effect: Effect


# What a verdict has to be, on one side at least, to be worth telling that it flips.
_JUDGED = {Verdict.PASS, Verdict.WARN, Verdict.FAIL, Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Flip:
    """A target whose verdict is another one by the new wording."""

    old: TargetReport
    new: TargetReport

    @property
    def id(self) -> str:
        """The target's id."""
        return self.new.id


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a new spec changes in an old one, each in its newest wording.

    Attributes:
        as_of: the period of the verdicts; None where there are no figures.
        flips: the verdicts that the change would flip.
        findings: what was found in the figures.
    """

    old: Spec
    new: Spec
    targets: tuple[TargetChange, ...]
    around: tuple[Surroundings, ...]
    as_of: Period | None = None
    flips: tuple[Flip, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What each change does."""
        around = (each.effect for each in self.around)
        return (*around, *(each.effect for each in self.targets))

    @property
    def may_be_looser(self) -> bool:
        """Whether anything is looser, or cannot be told to be none."""
        return any(each not in (Effect.SAME, Effect.STRICTER) for each in self.effects)


def compare(
    old: Spec,
    new: Spec,
    figures: FiguresGiven | None = None,
    as_of: str | int | Period | None = None,
    area: str | None = None,
) -> Comparison:
    """Compare two specs, each in its newest wording.

    Args:
        old: the spec as it was.
        new: the spec as it is to be.
        figures: what `evaluate` takes; without them no verdicts are compared.
        as_of: the year of the verdicts, by default the latest that the new spec can be judged in.
        area: the area judged, by default each agreement's own.

    Raises:
        FiguresError: the figures cannot be read, or it is not clear what to judge.
    """
    old, new = replace(old, versions=()), replace(new, versions=())
    around = tuple(_around(old, new))
    if figures is None:
        changes = compare_targets(without_figures(old), without_figures(new))
        return Comparison(old, new, tuple(changes), around)
    after, ground, found = _judged(new, figures, as_of, area)
    before, old_ground, _ = _judged(old, figures, after.as_of, area)
    changes = compare_targets(old_ground, ground)
    flips = tuple(_flips(before, after))
    return Comparison(old, new, tuple(changes), around, after.as_of, flips, tuple(found))


def _judged(
    spec: Spec, given: FiguresGiven, as_of: str | int | Period | None, area: str | None
) -> tuple[Report, Ground, list[Finding]]:
    figures, found = read_figures(spec, given)
    if errors(found):
        raise FiguresError(found)
    report = evaluate(spec, figures, as_of, area)
    found += report.findings[len(spec.findings) :]
    return report, Ground(spec, report.setting, figures), without_repeats(found)


def _flips(before: Report, after: Report) -> Iterator[Flip]:
    was = {target.id: target for target in before}
    for target in after:
        if target.id in was:
            verdicts = {was[target.id].verdict, target.verdict}
            if len(verdicts) > 1 and verdicts & _JUDGED:
                yield Flip(was[target.id], target)


# ------------------------------------------------------------------ around the targets


def _around(old: Spec, new: Spec) -> Iterator[Surroundings]:
    found = [
        *_agreement(old.agreement, new.agreement),
        *_places(old, new),
        *_breaks(old, new),
    ]
    if found:
        differences = tuple(difference for difference, _ in found)
        yield Surroundings(None, differences, together(effect for _, effect in found))
    goals = {goal.id: goal for goal in old.goals}
    for goal in new.goals:
        was = goals.get(goal.id, goal)
        if was.partly != goal.partly:
            effect = Effect.LOOSER if goal.partly else Effect.STRICTER
            yield Surroundings(goal, (Difference(What.PARTLY, was.partly, goal.partly),), effect)


def _agreement(old: Agreement | None, new: Agreement | None) -> Iterator[tuple[Difference, Effect]]:
    valid, now_valid = (each.valid if each else None for each in (old, new))
    if valid != now_valid:
        yield Difference(What.VALID, valid, now_valid), by_years(valid, now_valid)
    area, now_area = (each.area if each else None for each in (old, new))
    if area != now_area:
        yield Difference(What.AREA, area, now_area), Effect.UNCLEAR


def _places(old: Spec, new: Spec) -> Iterator[tuple[Difference, Effect]]:
    for name, area in new.areas.items():
        was = old.areas.get(name)
        if was is not None and (was.parent, was.parts) != (area.parent, area.parts):
            yield Difference(What.AREA, name=name), Effect.UNCLEAR
    for name, members in new.lists.items():
        listed = old.lists.get(name)
        if listed is not None and (
            (listed.members, listed.where) != (members.members, members.where)
        ):
            yield Difference(What.AREAS, name=name), Effect.UNCLEAR


def _breaks(old: Spec, new: Spec) -> Iterator[tuple[Difference, Effect]]:
    before = {(each.indicator, each.period, each.area) for each in old.breaks}
    after = {(each.indicator, each.period, each.area) for each in new.breaks}
    for indicator, period, area in sorted(before ^ after, key=str):
        name = f"{indicator} {period}" if area is None else f"{indicator} {period} {area}"
        known = (indicator, period, area) in before
        yield Difference(What.BREAK, known, not known, name), Effect.UNCLEAR

"""What has changed in the targets since the last report, with the reasons that revisions give."""

from collections.abc import Iterator

from tryghed_dsl.check.model import Spec, Version
from tryghed_dsl.comparing.compare import Comparison, compare
from tryghed_dsl.comparing.targets import TargetChange
from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.diff_words import EFFECTS, KINDS
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.period_words import period_words
from tryghed_dsl.report.report import Report
from tryghed_dsl.status.model import Change
from tryghed_dsl.status.words import Words


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported before.

    Attributes:
        period: the period that it was of.
        spec: the wording that was in force.
    """

    period: Period
    spec: Spec


def changes_between(
    spec: Spec, report: Report, reported: Reported | None, say: Words
) -> tuple[str | None, tuple[Change, ...]]:
    """The period of the last report in words, and what has changed since.

    Args:
        spec: the spec with all its wordings.
        report: the report.
        reported: the last report; None for one of the period before.
        say: the language.
    """
    before = Period(report.as_of.length, report.as_of.index - 1)
    if reported is not None:
        before, old = reported.period, reported.spec
    else:
        old = spec.in_force(before)
    if old is report.spec:
        return period_words(before, say.language), ()
    comparison = compare(old, report.spec)
    because = _because(spec, before, report.as_of)
    return period_words(before, say.language), tuple(_told(comparison, because, say))


def _because(spec: Spec, before: Period, now: Period) -> list[Version]:
    """The revisions that took effect between two periods."""
    return [
        version
        for version in spec.versions
        if version.effective is not None and before.starts < version.effective.starts <= now.starts
    ]


def _told(comparison: Comparison, revisions: list[Version], say: Words) -> Iterator[Change]:
    reasons = [version.because for version in revisions if version.because]
    reason = " ".join(reasons) or None
    for around in comparison.around:
        title = say("The agreement") if around.goal is None else around.goal.title or around.goal.id
        effect = either(say.language, *EFFECTS[around.effect])
        yield Change(title, say("changed, {effect}", effect=effect), None, None, reason)
    for change in comparison.targets:
        yield _change(change, reason, say)


def _change(change: TargetChange, reason: str | None, say: Words) -> Change:
    target = change.new or change.old
    kind = either(say.language, *KINDS[change.kind])
    effect = either(say.language, *EFFECTS[change.effect])
    retired = change.new.retired if change.new is not None else None
    return Change(
        change.id if target is None else target.title,
        f"{kind}, {effect}",
        None if change.old is None else change.old.text,
        None if change.new is None or change.new.retired is not None else change.new.text,
        retired or reason,
    )

"""Verdicts, the reasons for them, and how verdicts add up."""

from collections.abc import Iterable
from enum import StrEnum

from tryghed_dsl.records import dataclass


class Verdict(StrEnum):
    """What is said of a target; see the language reference, "Verdicts"."""

    PASS = "pass"  # noqa: S105 -- a verdict, no secret
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"
    PENDING = "pending"
    MONITOR = "monitor"


class Reason(StrEnum):
    """Why a verdict is what it is."""

    MET = "met"
    EARLY_WARNING = "early-warning"
    NEAR_MISS = "near-miss"
    MISSED = "missed"
    REACHED = "reached"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    INSUFFICIENT = "insufficient"
    PARTLY = "partly"
    WITHIN_CHANCE = "within-chance"
    MOVING_AWAY = "moving-away"
    DETERIORATING = "deteriorating"
    LOST = "lost"
    NARROWED = "narrowed"
    UNCHANGED = "unchanged"
    WIDENED = "widened"
    IMPROVED = "improved"
    WORSENED = "worsened"
    STEP_MISSED = "step-missed"
    MISSING_FIGURE = "missing-figure"
    SERIES_BREAK = "series-break"
    NO_DENOMINATOR = "no-denominator"
    UNDEFINED = "undefined"
    REF_NOT_POSITIVE = "ref-not-positive"
    START_NOT_POSITIVE = "start-not-positive"
    PERIOD_LENGTH = "period-length"
    SUPPRESSED = "suppressed"
    NOT_STARTED = "not-started"
    NOT_DUE = "not-due"
    BEFORE_VALID = "before-valid"
    AFTER_VALID = "after-valid"
    NOT_APPLICABLE = "not-applicable"
    RETIRED = "retired"
    MONITORED = "monitored"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its reason."""

    verdict: Verdict
    reason: Reason


_WORST_FIRST = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.WARN, Verdict.PASS, Verdict.PENDING)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of several together.

    Fail, then unknown, then warn, then pass; pending and monitor do not count. Where nothing
    counts it is pending if anything is, and else monitor.
    """
    present = set(verdicts)
    return next((verdict for verdict in _WORST_FIRST if verdict in present), Verdict.MONITOR)


def of_goal(verdicts: Iterable[Verdict], *, partly: bool) -> Verdict:
    """The verdict of a goal: the worst of its targets, or warn where it may be met in part.

    Args:
        verdicts: those of its targets.
        partly: whether the goal says `partly`: with both passes and fails it is then warn.
    """
    present = set(verdicts)
    if partly and {Verdict.PASS, Verdict.FAIL} <= present:
        return Verdict.WARN
    return worst(present)

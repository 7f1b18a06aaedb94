"""Conditions of every kind: when they are judged, and by which table (section 4, C18)."""

from dataclasses import replace

from oracle import meaning_compositions as compositions
from oracle import meaning_limits as limits
from oracle import meaning_trajectories as trajectories
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import Exact
from oracle.frames import Absent, Frame
from oracle.verdicts import Judged, pending, unknown


def judge(condition: m.Condition, clauses: m.Clauses, frame: Frame) -> Judged:
    """Section 4: dates first, then `when`, then what is missing, then the tables."""
    if trajectories.starts_later(condition, frame) or _starts_later(condition, frame):
        return pending("not-started")
    if clauses.valid is not None:
        outside = outside_of(clauses.valid, frame.judged)
        if outside is not None:
            return pending(outside)
    if trajectories.not_due(condition, frame):
        return pending("not-due")
    if clauses.when is not None:
        applies = holds(clauses.when, frame)
        if isinstance(applies, Absent):
            return unknown(applies)
        if not applies:
            return pending("not-applicable")
    if clauses.confidence is not None:  # the nearest one counts
        frame = replace(frame, level=clauses.confidence)
    return table(condition, clauses, frame)


def outside_of(valid: m.Span, year: int) -> str | None:
    """Ruling 3."""
    if year < valid.first:
        return "before-valid"
    return "after-valid" if valid.last is not None and year > valid.last else None


def _starts_later(condition: m.Condition, frame: Frame) -> bool:
    """C5: `every year since Y` before Y."""
    within = condition.within if isinstance(condition, m.Every) else None
    if not isinstance(within, m.Since):
        return False
    return frame.year < within.year + within.after


def table(condition: m.Condition, clauses: m.Clauses, frame: Frame) -> Judged:
    """The condition's own table."""
    match condition:
        case m.Limit():
            return limits.limit(condition, clauses, frame)
        case m.Band():
            return limits.band(condition, clauses, frame)
        case m.Trajectory():
            return trajectories.trajectory(condition, clauses, frame)
        case m.Named():
            return _named(condition, frame)
        case m.Known():
            known = isinstance(values.value(condition.operand, frame), Exact)
            return Judged("pass", "met") if known else Judged("fail", "missed")
        case m.Not():
            return _negated(condition, frame)
        case _:
            return compositions.composition(condition, frame)


def holds(condition: m.Condition, frame: Frame) -> bool | Absent:
    """C2: it holds when its verdict would be pass; unknown and pending are missing."""
    found = judge(condition, m.Clauses(), replace(frame, baseline=False))
    if found.verdict in {"unknown", "pending"}:
        return Absent(frozenset({found.reason}))
    return found.verdict == "pass"


def _negated(condition: m.Not, frame: Frame) -> Judged:
    """C2."""
    found = judge(condition.condition, m.Clauses(), frame)
    if found.verdict in {"unknown", "pending"}:
        return replace(found, measures={})
    return Judged("fail", "missed") if found.verdict == "pass" else Judged("pass", "met")


def _named(condition: m.Named, frame: Frame) -> Judged:
    """Section 7: a condition by its name, its parameters standing for what is given."""
    named = frame.world.conditions[condition.name]
    valid = named.clauses.valid
    if valid is not None and outside_of(valid, frame.judged) is not None:
        return pending("not-applicable")  # C16
    given = dict(
        zip(named.parameters, ((each, frame.bound) for each in condition.arguments), strict=True)
    )
    found = judge(named.condition, m.Clauses(), replace(frame, bound=given))
    return replace(found, measures={})

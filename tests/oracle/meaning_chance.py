"""Chance: whether it explains a miss, and how certain a verdict is (section 8, ruling 32)."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import erfc, sqrt

from oracle import meaning_chance_parts as parts
from oracle import meaning_chance_ways as ways
from oracle import model as m
from oracle.exact import Exact, at_most
from oracle.frames import NOT_SAID, Frame, Value
from oracle.meaning_chance_compared import Said, all_of, compared, interval
from oracle.verdicts import Judged

USUAL = Fraction(95)


def of_limit(
    found: Judged, condition: m.Limit, subject: Exact, bound: Exact, frame: Frame
) -> Judged:
    """A limit; of `==` the side that is missed."""

    def asked(level: Fraction) -> Said:
        x, edge = (parts.combination(e, frame) for e in (condition.subject, condition.limit))
        if condition.operator == "==":
            return _between(x, (edge, edge), level, frame, over=not at_most(subject, bound))
        small, large = (x, edge) if condition.operator in {"<=", "<"} else (edge, x)
        return compared(small, large, level, frame, strict=condition.operator in {"<", ">"})

    return _told(found, asked, condition.subject, frame, met=_is_met(found))


def of_band(found: Judged, condition: m.Band, subject: Exact, high: Exact, frame: Frame) -> Judged:
    """A band; of a miss the end that is missed decides."""

    def asked(level: Fraction) -> Said:
        x = parts.combination(condition.subject, frame)
        low_end, high_end = (parts.combination(e, frame) for e in (condition.low, condition.high))
        over = not at_most(subject, high)
        return _between(x, (low_end, high_end), level, frame, over=over)

    return _told(found, asked, condition.subject, frame, met=_is_met(found))


def of_trajectory(found: Judged, condition: m.Trajectory, frame: Frame) -> Judged:
    """A trajectory: whether it is as far as it should be."""
    frame = frame.about(condition.subject)
    return _told(
        found,
        lambda level: ways.said(condition, level, frame),
        condition.subject,
        frame,
        met=found.verdict == "pass",
    )


def _is_met(found: Judged) -> bool:
    return found.reason in {"met", "early-warning"}


def _between(
    x: "parts.Combination | None",
    ends: "tuple[parts.Combination | None, parts.Combination | None]",
    level: Fraction,
    frame: Frame,
    *,
    over: bool,
) -> Said:
    low, high = compared(ends[0], x, level, frame), compared(x, ends[1], level, frame)
    missed = high if over else low
    return Said(missed.within, all_of((low.sure, high.sure)), missed.z)


def _told(
    found: Judged,
    asked: Callable[[Fraction], Said],
    subject: m.Expression,
    frame: Frame,
    *,
    met: bool,
) -> Judged:
    """Only a fail becomes a warning, and only where a level is set; the rest is told."""
    level = frame.level or frame.world.spec.confidence
    if level is None and not frame.world.chance:
        return found
    said = asked(level or USUAL)
    if level is not None and found.verdict == "fail" and said.within:
        found = Judged("warn", "within-chance", found.measures)
    if not frame.world.chance:
        return found
    measures = interval(parts.combination(subject, frame), level or USUAL, frame)
    return replace(
        found, certain=_certain(said, met=met), measures=found.measures | measures | _p(said)
    )


def _certain(said: Said, *, met: bool) -> str:
    """Ruling 32: whether the whole interval lies on the verdict's side."""
    if met:
        return "unknown" if said.sure is None else "yes" if said.sure else "no"
    return "unknown" if said.within is None else "no" if said.within else "yes"


def _p(said: Said) -> dict[str, Value]:
    """How often chance alone would give such a difference, by the score test; both sides."""
    if said.z is None:
        return {"p": NOT_SAID}
    return {"p": Exact(Fraction(erfc(abs(float(said.z)) / sqrt(2))), 1e-12)}

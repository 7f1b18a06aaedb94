"""Limits and bands (section 5, rulings 13 and 29)."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from oracle import meaning_areas as areas
from oracle import meaning_chance as chance
from oracle import meaning_traits as traits
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import (
    ZERO,
    Exact,
    above,
    at_least,
    at_most,
    below,
    equal,
    plainly_below,
    total,
)
from oracle.frames import MISSING, Absent, Frame, Value, absent, combined
from oracle.verdicts import Judged, unknown

COMPARISONS: dict[str, Callable[[Exact, Exact], bool]] = {
    "<=": at_most,
    "<": below,
    ">=": at_least,
    ">": above,
    "==": equal,
}


def limit(condition: m.Limit, clauses: m.Clauses, frame: Frame) -> Judged:
    """A subject against a limit."""
    frame = stood_in(condition.subject, clauses, frame)
    if isinstance(condition.subject, m.Count):
        return _count(condition, clauses, frame)
    decimals = traits.precision(condition.subject, frame)
    subject = values.rounded(values.value(condition.subject, frame), decimals)
    bound = values.rounded(_bound(condition, frame), decimals)
    if clauses.projection is not None:
        return _projected(condition, clauses.projection, subject, bound, frame)
    found = _against(condition, clauses, subject, bound, frame)
    if isinstance(subject, Exact) and isinstance(bound, Exact) and found.verdict != "unknown":
        found = chance.of_limit(found, condition, subject, bound, frame)
    measures = {
        "value": subject,
        "limit": bound,
        "difference": combined(lambda x, y: x - y, subject, bound),
    }
    return replace(found, measures=measures | found.measures)


def stood_in(subject: m.Expression, clauses: m.Clauses, frame: Frame) -> Frame:
    """C17: the latest period within which the subject is known, where an older one may do."""
    frame = frame.about(subject)
    if clauses.latest is None:
        return frame
    for year in range(frame.year, frame.year - clauses.latest - 1, -1):
        older = replace(frame, year=year, judged=year)  # ruling 23: P is that period
        if isinstance(values.value(subject, older), Exact):
            return older
    return frame


def _against(
    condition: m.Limit, clauses: m.Clauses, subject: Value, bound: Value, frame: Frame
) -> Judged:
    """The rows of section 5, of one bound."""
    levels = _levels(clauses, frame)
    gone = absent(subject, bound, *levels)
    if gone is not None:
        return unknown(gone)
    assert isinstance(subject, Exact)
    assert isinstance(bound, Exact)
    compare = COMPARISONS[condition.operator]
    if compare(subject, bound):
        return _early(clauses, subject, levels)
    if clauses.within is not None:
        margin = _margin(clauses.within, bound)
        if condition.operator == "==":
            near = at_least(subject, bound - margin) and at_most(subject, bound + margin)
        else:
            wider = bound + margin if condition.operator in {"<=", "<"} else bound - margin
            near = compare(subject, wider)
        if near:
            return Judged("warn", "near-miss")
    return Judged("fail", "missed")


def _levels(clauses: m.Clauses, frame: Frame) -> list[Value]:
    """The levels of the early warnings."""
    return [values.value(e, frame) for e in (clauses.above, clauses.below) if e is not None]


def _early(clauses: m.Clauses, subject: Exact, levels: list[Value]) -> Judged:
    """The limit holds: is an early warning passed (ruling 13)?"""
    warnings = [above] if clauses.above is not None else []
    warnings += [below] if clauses.below is not None else []
    for passed, level in zip(warnings, levels, strict=True):
        if isinstance(level, Exact) and passed(subject, level):
            return Judged("warn", "early-warning")
    return Judged("pass", "met")


def _margin(within: m.Num, bound: Exact) -> Exact:
    """Ruling 13: `within 5%` is of the limit's size."""
    return Exact(within.value / 100) * abs(bound) if within.sign == "%" else Exact(within.value)


def _count(condition: m.Limit, clauses: m.Clauses, frame: Frame) -> Judged:
    """Ruling 29: decided where it comes out the same with the unknown ones in and out."""
    assert isinstance(condition.subject, m.Count)
    held = areas.each_held(condition.subject, frame)
    bound = values.value(condition.limit, frame)
    unsure = [each for each in held if isinstance(each, Absent)]
    certain = held.count(True)
    found = [
        _against(condition, clauses, Exact(number), bound, frame)
        for number in range(certain, certain + len(unsure) + 1)
    ]
    if any(each != found[0] for each in found):
        return unknown(absent(*unsure) or MISSING)
    if unsure:
        return found[0]
    difference = combined(lambda x, y: x - y, Exact(certain), bound)
    measures = {"value": Exact(certain), "limit": bound, "difference": difference}
    return replace(found[0], measures=measures)


# ------------------------------------------------------------------ bands


def band(condition: m.Band, clauses: m.Clauses, frame: Frame) -> Judged:
    """`between low and high`: both ends belong to it, and both are relaxed."""
    frame = stood_in(condition.subject, clauses, frame)
    decimals = traits.precision(condition.subject, frame)
    subject, low, high = (
        values.rounded(values.value(each, frame), decimals)
        for each in (condition.subject, condition.low, condition.high)
    )
    levels = _levels(clauses, frame)
    gone = absent(subject, low, high, *levels)
    if gone is not None:
        return unknown(gone)
    assert isinstance(subject, Exact)
    assert isinstance(low, Exact)
    assert isinstance(high, Exact)
    found = _between(clauses, subject, (low, high), levels)
    found = chance.of_band(found, condition, subject, high, frame)
    return replace(found, measures=_nearer(subject, low, high) | found.measures)


def _between(
    clauses: m.Clauses, subject: Exact, ends: tuple[Exact, Exact], levels: list[Value]
) -> Judged:
    low, high = ends
    if at_least(subject, low) and at_most(subject, high):
        return _early(clauses, subject, levels)
    if clauses.within is not None:
        down, up = _margin(clauses.within, low), _margin(clauses.within, high)
        if at_least(subject, low - down) and at_most(subject, high + up):
            return Judged("warn", "near-miss")
    return Judged("fail", "missed")


def _nearer(subject: Exact, low: Exact, high: Exact) -> dict[str, Value]:
    """Ruling 39: the limit is the nearer bound; which one at equal distance is not said."""
    measures: dict[str, Value] = {"value": subject}
    down, up = abs(subject - low), abs(high - subject)
    if abs(float(down.value - up.value)) <= 1e-6 * max(1.0, down.size, up.size):
        return measures
    bound = low if plainly_below(down, up) else high
    return measures | {"limit": bound, "difference": subject - bound}


# ------------------------------------------------------------------ natural variation, projection


def _bound(condition: m.Limit, frame: Frame) -> Value:
    if isinstance(condition.limit, m.Normal):
        return _normal(condition, condition.limit.span, frame)
    return values.value(condition.limit, frame)


def _normal(condition: m.Limit, span: m.Span, frame: Frame) -> Value:
    """Section 7, ruling 26: mean and 2.66 mean moving ranges, of five known periods at least."""
    years = values.years_of(span, frame.year)
    found = [values.value(condition.subject, frame.at(year)) for year in years]
    known = [each for each in found if isinstance(each, Exact)]
    if len(known) < 5:
        return absent(*found) or MISSING
    ranges = [abs(later - earlier) for earlier, later in pairwise(known)]
    middle = total(known) / Exact(len(known))
    width = Exact(Fraction(266, 100)) * (total(ranges) / Exact(len(ranges)))
    if condition.operator in {"<=", "<"}:
        return middle + width
    lower = middle - width
    counted = {each.unit for each in traits.indicators_in(condition.subject, frame)} == {"count"}
    return ZERO if counted and lower.value < 0 else lower


def _projected(
    condition: m.Limit, years: int, subject: Value, bound: Value, frame: Frame
) -> Judged:
    """C14, ruling 21: judged by the mean yearly change of how far it lies on the wrong side."""
    assert condition.operator in {"<=", "<", ">=", ">"}
    worse = 1 if condition.operator in {"<=", "<"} else -1
    span = range(frame.year - years, frame.year + 1)
    over = {
        year: combined(
            lambda x, y: Exact(worse) * (x - y),
            values.value(condition.subject, frame.at(year)),
            values.value(condition.limit, frame.at(year)),
        )
        for year in span
    }
    change = values.trend(over)
    gone = absent(subject, bound, change)
    if gone is not None:
        return unknown(gone)
    assert isinstance(subject, Exact)
    assert isinstance(bound, Exact)
    assert isinstance(change, Exact)
    measures: dict[str, Value] = {"value": subject, "limit": bound}
    if COMPARISONS[condition.operator](subject, bound):
        if at_most(change, ZERO):
            return Judged("pass", "met", measures)
        return Judged("warn", "deteriorating", measures)
    if below(change, ZERO):
        return Judged("fail", "insufficient", measures)
    return Judged("fail", "moving-away", measures)

"""Chance in trajectories: whether what is asked by now is beyond chance (ruling 34)."""

from fractions import Fraction
from itertools import pairwise

from oracle import meaning_chance_compared as comparing
from oracle import meaning_chance_parts as parts
from oracle import meaning_objectives as objectives
from oracle import meaning_starts as starts
from oracle import meaning_ways as ways
from oracle import model as m
from oracle.exact import ONE, ZERO, Exact
from oracle.frames import Absent, Frame
from oracle.meaning_chance_compared import NOT_TOLD, Said, Side
from oracle.meaning_chance_parts import Combination


def said(condition: m.Trajectory, level: Fraction, frame: Frame) -> Said:
    """What chance says of a trajectory."""
    objective, sign = condition.objective, ways.sign_of(condition, frame)
    now, start = parts.combination(condition.subject, frame), _at_start(condition, frame)
    if objective.kind == "grow":
        assert isinstance(objective.value, m.Num)
        factor = objectives.growth(condition, frame)
        needed = None if start is None else start.times(factor)
        return _as_good_as(-1 if objective.value.value > 0 else 1, (now, needed), level, frame)
    if sign is None or objective.ratio:
        return NOT_TOLD
    if objective.kind == "improve":
        if objective.value is not None:
            return _steps(condition, start, sign, level, frame)
        return _as_good_as(sign, (now, start), level, frame, strict=True)
    assert objective.by is not None
    if isinstance(objective.path, tuple) and frame.year < objective.by:
        return _as_good_as(sign, (now, _milestone(condition, start, frame)), level, frame)
    if objective.judge == "projection" and frame.year < objective.by:
        return NOT_TOLD
    return _gap(condition, (now, start), sign, level, frame)


def _as_good_as(
    sign: int, pair: tuple[Side, Side], level: Fraction, frame: Frame, *, strict: bool = False
) -> Said:
    """Whether the first is as good as the second, or better."""
    x, needed = pair
    small, large = (x, needed) if sign > 0 else (needed, x)
    return comparing.compared(small, large, level, frame, strict=strict)


def _at_start(condition: m.Trajectory, frame: Frame) -> Side:
    """x(Y0), what was agreed first."""
    start = starts.start_of(condition, frame)
    if start is None:
        return None
    asked = condition.objective.start or condition.subject
    return parts.mean_at_baseline(asked, start.years, frame)


def _changed(start: Side, kind: str, amount: m.Num) -> Side:
    """A start changed by an amount (C8)."""
    if start is None:
        return None
    way = Exact(1 if kind == "increase" else -1)
    if amount.sign == "%":
        return start.times(ONE + way * Exact(amount.value / 100))
    return start.plus(Combination(way * Exact(amount.value)))


# ------------------------------------------------------------------ steps and milestones


def _steps(condition: m.Trajectory, start: Side, sign: int, level: Fraction, frame: Frame) -> Said:
    """`improve(step, each=year)`: every step by itself."""
    step = condition.objective.value
    assert isinstance(step, m.Num)
    first = starts.start_of(condition, frame)
    assert first is not None
    years = range(first.last + 1, frame.year + 1)
    series = [start, *(parts.combination(condition.subject, frame.at(year)) for year in years)]
    better = "reduce" if sign > 0 else "increase"
    found = [
        _as_good_as(sign, (now, _changed(before, better, step)), level, frame)
        for before, now in pairwise(series)
    ]
    within = comparing.all_of(each.within for each in found)
    return Said(within, comparing.all_of(each.sure for each in found))


def _milestone(condition: m.Trajectory, start: Side, frame: Frame) -> Side:
    """What the milestone in force asks for (C11)."""
    stands = objectives.standing(condition, frame)
    if stands.change:
        amount = stands.value if stands.least is None else stands.least
        return _changed(start, stands.change, amount)
    return Combination(Exact(stands.value.value))


# ------------------------------------------------------------------ gaps


def _gap(
    condition: m.Trajectory, x: tuple[Side, Side], sign: int, level: Fraction, frame: Frame
) -> Said:
    """gap(P) against what may be left of gap(Y0), which is never less than the tolerance."""
    ref, ref_start = _references(condition, x[1], frame)
    gap, gap_start = _less(x[0], ref, sign), _less(x[1], ref_start, sign)
    way = ways.way_of(condition, frame)
    left, strict = _left(condition, way)
    asked: Side = None
    if left is not None:
        asked = Combination() if left.value == 0 else _times(gap_start, left)
    narrower = comparing.compared(gap, asked, level, frame, strict=strict)
    closed = comparing.compared(gap, Combination(way.tolerance), level, frame)
    return comparing.either(narrower, closed)


def _left(condition: m.Trajectory, way: "ways.Way") -> tuple[Exact | None, bool]:
    """How much of the gap at the start may be left, and whether it has to be less than that."""
    if way.part is None and condition.objective.judge != "projection":
        return ONE, True
    if condition.objective.judge == "projection" or (way.ended and way.part is ONE):
        return ZERO, False
    share = ways.required(condition, way)
    return None if isinstance(share, Absent) else ONE - share, False


def _less(x: Side, ref: Side, sign: int) -> Side:
    return None if x is None or ref is None else x.plus(ref, Exact(-1)).times(Exact(sign))


def _times(x: Side, factor: Exact) -> Side:
    return None if x is None else x.times(factor)


def _references(condition: m.Trajectory, start: Side, frame: Frame) -> tuple[Side, Side]:
    """What is approached, now and at the start; of an amount the end value both times."""
    objective = condition.objective
    assert objective.value is not None
    if objective.kind == "reach":
        end = parts.combination(objective.value, frame)
        return end, end
    if objective.kind in ways.AMOUNTS:
        amount = objective.value if objective.least is None else objective.least
        assert isinstance(amount, m.Num)
        end = _changed(start, objective.kind, amount)
        return end, end
    first = starts.start_of(condition, frame)
    before = None if first is None else parts.mean_of(objective.value, first.years, frame)
    return (before if objective.frozen else parts.combination(objective.value, frame)), before

"""The objectives and interim rules with tables of their own (section 6, C9 to C14)."""

from fractions import Fraction

from oracle import meaning_rows as rows
from oracle import meaning_starts as starts
from oracle import meaning_traits as traits
from oracle import meaning_values as values
from oracle import meaning_ways as ways
from oracle import model as m
from oracle.exact import (
    ONE,
    ZERO,
    Exact,
    Unsettled,
    above,
    at_least,
    at_most,
    below,
    power,
)
from oracle.frames import Absent, Frame, Value, absent, combined
from oracle.verdicts import Judged, unknown

# ------------------------------------------------------------------ grow


def grow(condition: m.Trajectory, clauses: m.Clauses, frame: Frame) -> Judged:
    """C9: R = (x(P) - x(Y0)) / (T(P) - x(Y0)), and the rows before Y."""
    frame = frame.about(condition.subject)
    decimals = traits.precision(condition.subject, frame)
    start = starts.start_of(condition, frame)
    now = values.rounded(values.value(condition.subject, frame), decimals)
    before = values.rounded(starts.subject_at_start(condition, start, frame), decimals)
    gone = absent(now, before)
    if gone is not None:
        return unknown(gone)
    factor = growth(condition, frame)
    target = combined(lambda x: x * factor, before)
    covered = combined(lambda x, y, t: (x - y) / (t - y), now, before, target)
    if isinstance(covered, Absent):
        return unknown(covered)
    found = rows.on_the_way(covered, clauses)
    return Judged(found.verdict, found.reason, {"value": now})


def growth(condition: m.Trajectory, frame: Frame) -> Exact:
    """What the start should have become of by now, as a factor: (1 + g)^(P - Y0)."""
    rate, start = condition.objective.value, starts.start_of(condition, frame)
    assert isinstance(rate, m.Num)
    assert start is not None
    years = Exact(starts.place(frame.year, condition.subject, frame) - start.place)
    return power(Exact(1 + rate.value / 100, 1e-16), years)


# ------------------------------------------------------------------ improve


def improve(condition: m.Trajectory, frame: Frame) -> Judged:
    """C10, C14."""
    frame = frame.about(condition.subject)
    if condition.objective.value is not None:
        return _stepwise(condition, condition.objective.value, frame)
    decimals = traits.precision(condition.subject, frame)
    start = starts.start_of(condition, frame)
    now = values.rounded(values.value(condition.subject, frame), decimals)
    before = values.rounded(starts.subject_at_start(condition, start, frame), decimals)
    gone = absent(now, before)
    if gone is not None:
        return unknown(gone)
    assert isinstance(now, Exact)
    assert isinstance(before, Exact)
    sign = Exact(ways.sign_of(condition, frame) or 1)
    measures: dict[str, Value] = {"value": now}
    if condition.objective.judge == "projection":
        return _projected_improvement(condition, sign, now, before, frame)
    if below(sign * now, sign * before):
        return Judged("pass", "improved", measures)
    if above(sign * now, sign * before):
        return Judged("fail", "worsened", measures)
    by = condition.objective.by
    ended = by is not None and frame.year >= by
    return Judged("fail" if ended else "warn", "unchanged", measures)


def _projected_improvement(
    condition: m.Trajectory, sign: Exact, now: Exact, before: Exact, frame: Frame
) -> Judged:
    """C14: better than at the start and not worsening."""
    years = range(frame.year - condition.objective.years, frame.year + 1)
    change = values.trend({y: values.value(condition.subject, frame.at(y)) for y in years})
    if isinstance(change, Absent):
        return unknown(change)
    measures: dict[str, Value] = {"value": now}
    if not below(sign * now, sign * before):
        return Judged("fail", "worsened", measures)
    if at_most(sign * change, ZERO):
        return Judged("pass", "improved", measures)
    return Judged("warn", "deteriorating", measures)


def _stepwise(condition: m.Trajectory, step: m.Expression, frame: Frame) -> Judged:
    """Ruling 22: every step from Y0 + 1 to P; a step in % is of the year before."""
    assert isinstance(step, m.Num)
    decimals = traits.precision(condition.subject, frame)
    start = starts.start_of(condition, frame)
    if start is None:
        raise Unsettled
    sign = Exact(ways.sign_of(condition, frame) or 1)
    series: dict[int, Value] = {
        year: values.rounded(values.value(condition.subject, frame.at(year)), decimals)
        for year in range(start.last + 1, frame.year + 1)
    }
    series[start.last] = values.rounded(starts.subject_at_start(condition, start, frame), decimals)
    gone = absent(*series.values())
    made = []
    for year in range(start.last + 1, frame.year + 1):
        earlier, later = series[year - 1], series[year]
        if isinstance(earlier, Exact) and isinstance(later, Exact):
            asked = _step(step, earlier)
            made.append(at_least(sign * (earlier - later), asked))
    if not all(made):
        return Judged("fail", "step-missed")
    return Judged("pass", "improved") if gone is None else unknown(gone)


def _step(step: m.Num, earlier: Exact) -> Exact:
    if step.sign != "%":
        return Exact(step.value)
    if at_most(earlier, ZERO):
        raise Unsettled
    return Exact(step.value / 100) * earlier


# ------------------------------------------------------------------ milestones


def standing(condition: m.Trajectory, frame: Frame) -> m.Milestone:
    """The latest milestone of a trajectory that has some."""
    path = condition.objective.path
    assert isinstance(path, tuple)
    return max((each for each in path if each.year <= frame.year), key=lambda each: each.year)


def milestone(condition: m.Trajectory, clauses: m.Clauses, frame: Frame) -> Judged:
    """C11: before Y the latest milestone stands, as a limit on the better side."""
    frame = frame.about(condition.subject)
    decimals = traits.precision(condition.subject, frame)
    stands = standing(condition, frame)
    bound: Value = Exact(stands.value.value)
    if stands.change:
        start = starts.start_of(condition, frame)
        before = starts.subject_at_start(condition, start, frame)
        amount = stands.value if stands.least is None else stands.least
        bound = ways.changed(values.rounded(before, decimals), stands.change, amount)
    bound = values.rounded(bound, decimals)
    now = values.rounded(values.value(condition.subject, frame), decimals)
    gone = absent(now, bound)
    if gone is not None:
        return unknown(gone)
    assert isinstance(now, Exact)
    assert isinstance(bound, Exact)
    measures: dict[str, Value] = {"value": now, "limit": bound, "difference": now - bound}
    sign = Exact(ways.sign_of(condition, frame) or 1)
    if at_most(sign * now, sign * bound):
        return Judged("pass", "met", measures)
    within = clauses.within
    if within is not None:
        relative = Exact(within.value / 100) * abs(bound)
        margin = relative if within.sign == "%" else Exact(within.value)
        if at_most(sign * now, sign * bound + margin):
            return Judged("warn", "near-miss", measures)
    return Judged("fail", "missed", measures)


# ------------------------------------------------------------------ pace


def pace(condition: m.Trajectory, way: "ways.Way", frame: Frame) -> Value:
    """C13: R from compound growth rates, the actual over the required one."""
    start = starts.start_of(condition, frame)
    if start is None or isinstance(way.start, Absent):
        return absent(way.start) or Absent(frozenset({"missing-figure"}))
    assert condition.objective.by is not None
    gone_by = starts.place(frame.year, condition.subject, frame) - start.place
    in_all = starts.place(condition.objective.by, condition.subject, frame) - start.place
    return combined(
        lambda x, before, end: _rate_covered(x, before, end, (gone_by, in_all), way.sign or 1),
        way.now,
        way.start,
        way.ref,
    )


def _rate_covered(
    x: Exact, before: Exact, end: Exact, years: tuple[Fraction, Fraction], sign: int
) -> Exact:
    sides = {(each.value > 0) - (each.value < 0) for each in (x, before, end)}
    if len(sides) > 1 or 0 in sides:
        raise ZeroDivisionError
    if sides == {-1}:
        raise Unsettled  # a rate of what lies below zero grows downwards
    actual = power(x / before, ONE / Exact(years[0])) - ONE
    asked = power(end / before, ONE / Exact(years[1])) - ONE
    return Exact(-sign) * actual / abs(asked)


# ------------------------------------------------------------------ projection


def projected(condition: m.Trajectory, way: "ways.Way", frame: Frame) -> Judged:
    """C14: the mean yearly change of the gap, carried to Y."""
    if way.ended:
        return _projected_end(way)
    gap, change = way.gap, _gap_change(condition, way, frame)
    if isinstance(gap, Absent):
        return unknown(gap)
    if isinstance(change, Absent):
        return unknown(change)
    if at_most(gap, way.tolerance):
        if at_most(change, ZERO):
            return Judged("pass", "reached")
        return Judged("warn", "deteriorating")
    if at_least(change, ZERO):
        return Judged("fail", "moving-away")
    missed = ONE + change * way.left / gap
    if below(missed, Exact(Fraction(5, 100))):
        return Judged("pass", "on-track")
    if at_most(missed, Exact(Fraction(20, 100))):
        return Judged("warn", "behind")
    return Judged("fail", "insufficient")


def _projected_end(way: "ways.Way") -> Judged:
    if isinstance(way.gap, Absent):
        return unknown(way.gap)
    if at_most(way.gap, way.tolerance):
        return Judged("pass", "reached")
    return Judged("fail", "missed")


def _gap_change(condition: m.Trajectory, way: "ways.Way", frame: Frame) -> Value:
    """Ruling 9 on the gap: of each year from that year's x and ref, or the end value."""
    objective = condition.objective
    sign = Exact(way.sign or 1)
    if way.ratio or way.sign is None:
        raise Unsettled
    frame = frame.about(condition.subject)
    series: dict[int, Value] = {}
    for year in range(frame.year - objective.years, frame.year + 1):
        x, ref = values.value(condition.subject, frame.at(year)), way.ref
        if objective.kind == "approach" and not objective.frozen:
            assert objective.value is not None
            ref = values.value(objective.value, frame.at(year))
        series[year] = combined(lambda a, b: sign * (a - b), x, ref)
    return values.trend(series)

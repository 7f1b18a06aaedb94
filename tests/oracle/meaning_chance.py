"""Chance: whether it explains a miss (section 8, rulings 32 to 35)."""

from contextlib import suppress
from dataclasses import replace
from fractions import Fraction

from oracle import meaning_chance_parts as parts
from oracle import meaning_starts as starts
from oracle import meaning_ways as ways
from oracle import model as m
from oracle.exact import ONE, ZERO, Border, Exact, Unsettled, above, at_most, root, total
from oracle.frames import Absent, Frame
from oracle.verdicts import Judged

USUAL = Fraction(95)
WITHIN_CHANCE = ("warn", "within-chance")


def level_of(clauses: m.Clauses, frame: Frame) -> Fraction | None:
    """The target's own level, else the agreement's; None where verdicts are strict."""
    return clauses.confidence or frame.world.spec.confidence


def of_limit(found: Judged, condition: m.Limit, clauses: m.Clauses, frame: Frame) -> Judged:
    """A missed limit that chance explains is a warning; and how certain the verdict is."""
    level = level_of(clauses, frame)
    if level is not None:
        return _of_limit(found, condition, level, frame)
    if frame.world.chance:
        with suppress(Unsettled):
            return _of_limit(found, condition, None, frame)
    return found


def _of_limit(found: Judged, condition: m.Limit, level: Fraction | None, frame: Frame) -> Judged:
    frame = frame.about(condition.subject)
    subject = parts.combination(condition.subject, frame)
    bound = parts.combination(condition.limit, frame)
    if subject is None or bound is None:
        return found
    over = subject.plus(bound, Exact(-1))
    side = 1 if condition.operator in {"<=", "<"} else -1
    if condition.operator == "==":
        side = 1 if _value(over).value > 0 else -1
    if level is not None and found.verdict == "fail" and _explains(over, side, level, frame):
        found = Judged(*WITHIN_CHANCE)
    certain = None
    if condition.operator != "==" and found.reason in {"met", "missed", "within-chance"}:
        certain = _certain(found, over, side, level or USUAL, frame)
    if isinstance(condition.subject, m.Rate):
        return replace(found, certain=certain)  # the texts name no limits of a rate
    return replace(found, certain=certain, measures=_interval(subject, level or USUAL, frame))


def of_band(
    found: Judged, condition: m.Band, clauses: m.Clauses, ends: tuple[Exact, Exact], frame: Frame
) -> Judged:
    """A missed band is missed at one of its ends."""
    low_missed = ends[0].value < ends[1].value
    operator, bound = (">=", condition.low) if low_missed else ("<=", condition.high)
    limit = m.Limit(condition.subject, operator, bound)  # type: ignore[arg-type]
    return replace(of_limit(found, limit, clauses, frame), certain=None)


def of_gap(found: Judged, condition: m.Trajectory, clauses: m.Clauses, frame: Frame) -> Judged:
    """Ruling 34: a trajectory tests gap(P) less the gap required."""
    level = level_of(clauses, frame)
    if level is None:
        return found
    over = _gap_over(found, condition, frame)
    if over is None or not _explains(over, 1, level, frame):
        return found
    return Judged(*WITHIN_CHANCE)


def _gap_over(found: Judged, condition: m.Trajectory, frame: Frame) -> "parts.Combination | None":
    frame = frame.about(condition.subject)
    sign = ways.sign_of(condition, frame)
    if condition.objective.ratio or sign is None:
        return None
    now, start = parts.combination(condition.subject, frame), _at_start(condition, frame)
    ref, ref_start = _references(condition, start, frame)
    if now is None or ref is None:
        return None
    gap = now.plus(ref, Exact(-1)).times(Exact(sign))
    way = ways.way_of(condition, frame)
    if found.reason == "lost":
        return gap.plus(parts.Combination(way.tolerance), Exact(-1))
    if start is None or ref_start is None:
        return None
    gap_start = start.plus(ref_start, Exact(-1)).times(Exact(sign))
    share = ways.required(condition, way) if way.part is not None else ZERO
    assert isinstance(share, Exact)
    return gap.plus(gap_start, share - ONE)


def of_improvement(
    found: Judged, condition: m.Trajectory, clauses: m.Clauses, frame: Frame
) -> Judged:
    """The same of `improve` without steps: x(P) less x(Y0)."""
    level = level_of(clauses, frame)
    if level is None:
        return found
    if condition.objective.value is not None or condition.objective.judge == "projection":
        raise Unsettled
    frame = frame.about(condition.subject)
    now, start = parts.combination(condition.subject, frame), _at_start(condition, frame)
    if now is None or start is None:
        return found
    sign = ways.sign_of(condition, frame) or 1
    over = now.plus(start, Exact(-1)).times(Exact(sign))
    return Judged(*WITHIN_CHANCE) if _explains(over, 1, level, frame) else found


def _at_start(condition: m.Trajectory, frame: Frame) -> "parts.Combination | None":
    if condition.objective.start is not None:
        return parts.combination(condition.objective.start, frame)
    start = starts.start_of(condition, frame)
    return None if start is None else parts.mean_at_baseline(condition.subject, start.years, frame)


def _references(
    condition: m.Trajectory, x_start: "parts.Combination | None", frame: Frame
) -> "tuple[parts.Combination | None, parts.Combination | None]":
    objective = condition.objective
    assert objective.value is not None
    if objective.kind == "reach":
        end = parts.combination(objective.value, frame)
        return end, end
    if objective.kind in ways.AMOUNTS:
        amount = objective.value if objective.least is None else objective.least
        end = None if x_start is None else _changed(x_start, objective.kind, amount)
        return end, end
    start = starts.start_of(condition, frame)
    if start is None or len(start.years) != 1:
        return None, None
    ref_start = parts.combination(objective.value, frame.at(start.last))
    now = ref_start if objective.frozen else parts.combination(objective.value, frame)
    return now, ref_start


def _changed(x_start: "parts.Combination", kind: str, amount: m.Expression) -> "parts.Combination":
    assert isinstance(amount, m.Num)
    way = Exact(1 if kind == "increase" else -1)
    if amount.sign == "%":
        return x_start.times(ONE + way * Exact(amount.value / 100))
    return x_start.plus(parts.Combination(way * Exact(amount.value)))


# ------------------------------------------------------------------ the tests


def _explains(over: "parts.Combination", side: int, level: Fraction, frame: Frame) -> bool:
    """Whether chance explains that `over` lies on its failing side (1 above zero, -1 below)."""
    return bool(over.parts) and _beyond(over, side, level, frame) is False


def _certain(
    found: Judged, over: "parts.Combination", side: int, level: Fraction, frame: Frame
) -> str | None:
    """Ruling 32: whether the whole interval lies on the verdict's side."""
    if not over.parts:
        return "yes"  # nothing of it is measured
    beyond = _beyond(over, -side if found.verdict == "pass" else side, level, frame)
    return None if beyond is None else "yes" if beyond else "no"


def _beyond(over: "parts.Combination", side: int, level: Fraction, frame: Frame) -> bool | None:
    """Whether the whole interval lies on that side of zero; None where chance is not told."""
    counts = all(parts.is_count(part, frame) for part in over.parts)
    positive = {weight.value for weight in over.parts.values() if weight.value > 0}
    negative = {weight.value for weight in over.parts.values() if weight.value < 0}
    if counts and len(positive) == len(negative) == 1 and _is_zero(over.constant):
        z = _score(over)
        return above(Exact(side) * z, parts.z_of(level))
    bounds = _bounds(over, level, frame)
    if bounds is None:
        return None
    low, high = bounds
    return not at_most(low, ZERO) if side > 0 else not at_most(ZERO, high)


def _is_zero(constant: Exact) -> bool:
    if constant.value != 0 and constant.size <= 8 * constant.off:
        raise Border
    return constant.value == 0


def _score(over: "parts.Combination") -> Exact:
    """Ruling 33: z = (x1 - x2·r) / √((x1 + x2)·r); 0 where both are 0."""
    first = total(over.known[part] for part, w in over.parts.items() if w.value > 0)
    second = total(over.known[part] for part, w in over.parts.items() if w.value < 0)
    weight = next(w for w in over.parts.values() if w.value > 0)
    other = next(w for w in over.parts.values() if w.value < 0)
    r = -other / weight
    if first.value == second.value == 0:
        return ZERO
    return (first - second * r) / root((first + second) * r)


def _bounds(over: "parts.Combination", level: Fraction, frame: Frame) -> tuple[Exact, Exact] | None:
    """The limits of a sum of figures."""
    weights = list(over.parts.values())
    counts = all(parts.is_count(part, frame) for part in over.parts)
    if counts and len({weight.value for weight in weights}) == 1:  # sums of counts are counts
        low, high = parts.count_limits(total(over.known[part] for part in over.parts), level)
        ends = (weights[0] * low + over.constant, weights[0] * high + over.constant)
        return ends if weights[0].value > 0 else (ends[1], ends[0])
    down, up = ZERO, ZERO
    for part, weight in over.parts.items():
        known = over.known[part]
        found = parts.limits(part, known, level, frame)
        if found is None:
            return None
        lower, upper = found if weight.value > 0 else (found[1], found[0])
        below, beyond = weight * (known - lower), weight * (upper - known)
        down, up = down + below * below, up + beyond * beyond
    middle = _value(over)
    return middle - root(down), middle + root(up)


def _value(over: "parts.Combination") -> Exact:
    return total([w * over.known[part] for part, w in over.parts.items()]) + over.constant


def _interval(
    subject: "parts.Combination", level: Fraction, frame: Frame
) -> dict[str, Exact | Absent]:
    """The subject's own limits, for the report."""
    if not subject.parts:
        return {}
    bounds = _bounds(subject, level, frame)
    return {} if bounds is None else {"lower": bounds[0], "upper": bounds[1]}

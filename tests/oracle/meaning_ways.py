"""The numbers of a trajectory with an end: gaps, what has passed, what is asked (section 6)."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from oracle import meaning_starts as starts
from oracle import meaning_traits as traits
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import ONE, ZERO, Exact, Unsettled, at_most, power
from oracle.frames import NO_START, UNDEFINED, Frame, Value, combined

AMOUNTS = {"reach", "reduce", "increase"}


@dataclass(frozen=True)
class Way:
    """All numbers of a trajectory: x and ref now and at the start, and what is asked.

    Attributes:
        sign: +1 where lower is better, -1 where higher is, None without a direction.
        tolerance: in the gap's unit.
        part: q, how much of the gap has to close; None where no amount is stated.
        passed: the share of the time that has passed, at most 1.
        ended: whether P is Y or later.
        left: how many years there are to Y.
    """

    now: Value
    ref: Value
    start: Value
    ref_start: Value
    sign: int | None
    ratio: bool
    tolerance: Exact
    part: Exact | None
    passed: Exact
    ended: bool
    left: Exact

    @cached_property
    def gap(self) -> Value:
        """gap(P)."""
        return _gap(self.now, self.ref, self.sign, ratio=self.ratio)

    @cached_property
    def gap_start(self) -> Value:
        """gap(Y0)."""
        return _gap(self.start, self.ref_start, self.sign, ratio=self.ratio)

    @cached_property
    def closed(self) -> Value:
        """c = 1 - gap(P)/gap(Y0)."""
        return combined(lambda now, start: ONE - now / start, self.gap, self.gap_start)


def _gap(x: Value, ref: Value, sign: int | None, *, ratio: bool) -> Value:
    """gap(p) = s · (x(p) - ref(p)), or s · (x/ref - 1); ruling 15: |x - ref| without direction."""
    plain = combined(lambda a, b: a / b - ONE if ratio else a - b, x, ref)
    return combined(lambda gap: abs(gap) if sign is None else Exact(sign) * gap, plain)


def sign_of(condition: m.Trajectory, frame: Frame) -> int | None:
    """The declared direction; ruling 17: reduce and increase are one where none is declared."""
    implied = {"reduce": 1, "increase": -1}.get(condition.objective.kind)
    return implied or traits.direction(condition.subject, frame)


def way_of(condition: m.Trajectory, frame: Frame) -> Way:
    """The numbers of a trajectory in a frame."""
    objective = condition.objective
    assert objective.by is not None
    frame = frame.about(condition.subject)
    decimals = traits.precision(condition.subject, frame)
    start = starts.start_of(condition, frame)
    for year in start.years if start is not None else ():
        _once(starts.subject_in(condition, year, frame), decimals)
    x_start = _once(starts.subject_at_start(condition, start, frame), decimals)
    ref, ref_start = _references(condition, start, x_start, frame)
    here = starts.place(frame.year, condition.subject, frame)
    there = starts.place(objective.by, condition.subject, frame)
    passed = Fraction(1)
    if start is not None and here < there:
        passed = (here - start.place) / (there - start.place)
    return Way(
        values.rounded(values.value(condition.subject, frame), decimals),
        _once(ref, decimals),
        x_start,
        _once(ref_start, decimals),
        sign_of(condition, frame),
        objective.ratio,
        _tolerance(objective),
        _part(objective),
        Exact(passed, 1e-16),
        frame.year >= objective.by,
        Exact(there - here),
    )


def _once(made: Value, decimals: int | None) -> Value:
    """What rounding leaves as it is; ruling 10 and C21 differ on what it would change."""
    held = values.rounded(made, decimals)
    if isinstance(held, Exact) and isinstance(made, Exact) and held.value != made.value:
        raise Unsettled
    return held


def _references(
    condition: m.Trajectory, start: starts.Start | None, x_start: Value, frame: Frame
) -> tuple[Value, Value]:
    """What is approached, now and at the start; of an amount the end value both times."""
    objective = condition.objective
    if objective.kind in AMOUNTS:
        end = end_value(objective, x_start, frame)
        return end, end
    assert objective.value is not None
    before = starts.reference_at_start(objective.value, start, frame)
    return (before if objective.frozen else values.value(objective.value, frame)), before


def end_value(objective: m.Objective, x_start: Value, frame: Frame) -> Value:
    """The value of `reach`; x(Y0) less or plus an amount, of a band the weaker (C8)."""
    assert objective.value is not None
    if objective.kind == "reach":
        return values.value(objective.value, frame)
    amount = objective.value if objective.least is None else objective.least
    assert isinstance(amount, m.Num)
    return changed(x_start, objective.kind, amount)


def changed(x_start: Value, kind: str, amount: m.Num) -> Value:
    """C8: x(Y0) less 30, or less 20 % of it; a percentage of a start <= 0 is none."""
    way = Exact(1 if kind == "increase" else -1)
    if amount.sign != "%":
        return combined(lambda x: x + way * Exact(amount.value), x_start)
    if isinstance(x_start, Exact) and at_most(x_start, ZERO):
        return NO_START
    return combined(lambda x: x * (ONE + way * Exact(amount.value / 100)), x_start)


def _tolerance(objective: m.Objective) -> Exact:
    """Ruling 15: in the gap's unit, for a ratio a percentage."""
    if objective.tolerance is None:
        return ZERO
    return Exact(objective.tolerance.value / (100 if objective.ratio else 1))


def _part(objective: m.Objective) -> Exact | None:
    if objective.kind in AMOUNTS:
        return ONE
    return None if objective.close is None else Exact(objective.close / 100)


def covered(condition: m.Trajectory, way: Way) -> Value:
    """R = c / (q · t), where an amount is stated."""
    if way.part is None:
        return UNDEFINED
    asked = required(condition, way)
    return combined(lambda closed, share: closed / share, way.closed, asked)


def required(condition: m.Trajectory, way: Way) -> Value:
    """q · t; t of a geometric path is the share of the way that it has covered (C12).

    A constant rate, as `judge=pace` has it, takes the same path.
    """
    part = way.part or ONE
    geometric = condition.objective.path == "geometric" or condition.objective.judge == "pace"
    if not geometric or way.ended:
        return part * way.passed
    return combined(lambda x, end: _geometric(x, end, way.passed), way.start, way.ref)


def _geometric(x: Exact, end: Exact, passed: Exact) -> Exact:
    if x.value == 0 or end.value == 0 or (x.value > 0) != (end.value > 0):
        raise ZeroDivisionError
    return (x * power(end / x, passed) - x) / (end - x)

"""The objective `approach`: the table of section "Trajectories" of the language reference."""

from dataclasses import dataclass

from tryghed_dsl.check.model import Approach, Judging, Measure, Spec, Target
from tryghed_dsl.core.lower.frame import Frame, lower_term
from tryghed_dsl.core.lower.table import (
    always,
    common_flags,
    missing_row,
    out_of_season,
    outcome_row,
)
from tryghed_dsl.core.program import (
    MISSING,
    TRUE,
    Absolute,
    Add,
    AtMost,
    Constant,
    Expression,
    Fact,
    Flag,
    If,
    IsMissing,
    Judged,
    Multiply,
    Or,
    Row,
    Step,
    below,
    equal,
)
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.domain.verdict import Reason, Verdict

AFTER_DEADLINE = "after-deadline"
_BEHIND_FROM = 0.60
_ZERO, _ONE = Constant(0.0), Constant(1.0)
_X, _REF, _X0, _REF0 = Step("value"), Step("ref"), Step("start_value"), Step("start_ref")
_GAP, _GAP0 = Step("gap"), Step("gap_start")
_CLOSED, _R = Step("progress"), Step("pace")


@dataclass(frozen=True, slots=True)
class _Course:
    """An approach between its start and its deadline, as of a period.

    Attributes:
        sign: +1 where lower is better, -1 where higher is, None where that is not declared.
        passed: the share of the way that should be covered, 0–1.
    """

    rule: Approach
    start: Period
    now: Period
    sign: int | None

    @property
    def at_end(self) -> bool:
        return self.now.index >= self.rule.by.index

    @property
    def passed(self) -> float:
        way = self.rule.by.index - self.start.index
        return min(1.0, (self.now.index - self.start.index) / way)

    @property
    def required(self) -> float:
        return (self.rule.close or 1.0) * self.passed


def lower_approach(
    spec: Spec, target: Target, rule: Approach, start: Period | None, frame: Frame
) -> Judged:
    """An approach as of the frame's period; `start` None means that no period can be one."""
    if start is None:
        return _without_start(spec, target, rule, frame)
    course = _Course(rule, start, frame.until, _sign(target.direction))
    figures = _figures(target, rule, start, frame)
    steps = (*figures, *_calculated(course))
    flags = common_flags(spec, tuple(figure for _, figure in figures))
    if course.now.index > rule.by.index:
        flags = (*flags, Flag(AFTER_DEADLINE, TRUE))
    return Judged(
        target.id,
        steps,
        _rows(spec, course, dict(figures)),
        tuple(figure for _, figure in figures),
        _measures(course),
        flags,
        _facts(rule, start),
    )


def _sign(direction: Direction | None) -> int | None:
    return None if direction is None else 1 if direction is Direction.LOWER else -1


def _figures(
    target: Target, rule: Approach, start: Period, frame: Frame
) -> tuple[tuple[str, Expression], ...]:
    at_start = frame.at(start)
    return (
        ("value", lower_term(target.subject, frame)),
        ("ref", lower_term(rule.ref, at_start if rule.frozen else frame)),
        ("start_value", lower_term(target.subject, frame.baseline(start))),
        ("start_ref", lower_term(rule.ref, at_start)),
    )


def _without_start(spec: Spec, target: Target, rule: Approach, frame: Frame) -> Judged:
    figures = (
        ("value", lower_term(target.subject, frame)),
        ("ref", lower_term(rule.ref, frame)),
    )
    season = out_of_season(spec, frame.until)
    needed = tuple(figure for _, figure in figures)
    facts: tuple[tuple[str, Fact], ...] = (("by", rule.by),)
    row = season or always(Verdict.UNKNOWN, Reason.MISSING_FIGURE)
    return Judged(target.id, figures, (row,), needed, (("limit", _REF),), facts=facts)


def _facts(rule: Approach, start: Period) -> tuple[tuple[str, Fact], ...]:
    return (
        ("by", rule.by),
        ("start", start),
        ("measure", rule.measure.value),
        ("tolerance", rule.tolerance),
    )


# ------------------------------------------------------------------ gaps


def _calculated(course: _Course) -> tuple[tuple[str, Expression], ...]:
    closed = Add((("+", _ONE), ("-", Multiply((("*", _GAP), ("/", _GAP0))))))
    steps: tuple[tuple[str, Expression], ...] = (
        ("gap", _gap(course, _X, _REF)),
        ("gap_start", _gap(course, _X0, _REF0)),
    )
    if course.rule.close is None:
        return steps
    pace = Multiply((("*", _CLOSED), ("/", Constant(course.required))))
    return (*steps, ("progress", closed), ("pace", pace))


def _gap(course: _Course, x: Expression, ref: Expression) -> Expression:
    if course.rule.measure is Measure.RATIO:
        return _directed(course.sign, _ratio(x, ref), _ONE)
    return _directed(course.sign, x, ref)


def _ratio(x: Expression, ref: Expression) -> Expression:
    return Multiply((("*", x), ("/", ref)))


def _directed(sign: int | None, x: Expression, ref: Expression) -> Expression:
    if sign is None:
        return Absolute(Add((("+", x), ("-", ref))))
    high, low = (x, ref) if sign > 0 else (ref, x)
    return Add((("+", high), ("-", low)))


# ------------------------------------------------------------------ rows


def _rows(spec: Spec, course: _Course, figures: dict[str, Expression]) -> tuple[Row, ...]:
    pending = _pending(spec, course)
    if pending is not None:
        return (pending,)
    now, start = ("value", "ref"), ("start_value", "start_ref")
    reached = outcome_row(_within_tolerance(course, _GAP), Verdict.PASS, Reason.REACHED)
    lost = outcome_row(_within_tolerance(course, _GAP0), Verdict.FAIL, Reason.LOST)
    table = _amount_rows(course) if course.rule.close is not None else _narrowing_rows(course)
    gaps = (_undefined(_GAP), _undefined(_GAP0))
    if course.at_end:
        before, after = _known(course, figures, now), _known(course, figures, start)
        return (*before, gaps[0], reached, *after, gaps[1], lost, *table)
    return (*_known(course, figures, (*now, *start)), *gaps, reached, lost, *table)


def _undefined(step: Step) -> Row:
    """The row of a number that no calculation gives, though its figures are known."""
    return outcome_row(IsMissing(step), Verdict.UNKNOWN, Reason.UNDEFINED)


def _pending(spec: Spec, course: _Course) -> Row | None:
    if course.now.index <= course.start.index:
        return always(Verdict.PENDING, Reason.NOT_STARTED)
    season = out_of_season(spec, course.now)
    if season is None and course.rule.judging is Judging.END and not course.at_end:
        return always(Verdict.PENDING, Reason.NOT_DUE)
    return season


def _known(
    course: _Course, figures: dict[str, Expression], names: tuple[str, ...]
) -> tuple[Row, ...]:
    """The rows that ask for figures: there, and for a ratio above zero."""
    steps = tuple(Step(name) for name in names)
    rows = [missing_row(tuple(figures[name] for name in names), steps)]
    if course.rule.measure is Measure.RATIO:
        refs = tuple(AtMost(ref, _ZERO) for ref in steps if ref in (_REF, _REF0))
        rows.append(outcome_row(Or(refs), Verdict.UNKNOWN, Reason.REF_NOT_POSITIVE))
    return tuple(rows)


def _within_tolerance(course: _Course, gap: Expression) -> Expression:
    return AtMost(gap, Constant(course.rule.tolerance))


def _amount_rows(course: _Course) -> tuple[Row, ...]:
    rule, moving_away = course.rule, below(_R, _ZERO)
    if not course.at_end:
        behind = _BEHIND_FROM if rule.warn_from is None else rule.warn_from
        return (
            _undefined(_R),
            outcome_row(_at_least(rule.pass_from), Verdict.PASS, Reason.ON_TRACK),
            outcome_row(_at_least(behind), Verdict.WARN, Reason.BEHIND),
            outcome_row(moving_away, Verdict.FAIL, Reason.MOVING_AWAY),
            always(Verdict.FAIL, Reason.INSUFFICIENT),
        )
    partly = (
        ()
        if rule.warn_from is None
        else (outcome_row(_at_least(rule.warn_from), Verdict.WARN, Reason.PARTLY),)
    )
    return (
        _undefined(_R),
        outcome_row(_at_least(1.0), Verdict.PASS, Reason.REACHED),
        *partly,
        outcome_row(moving_away, Verdict.FAIL, Reason.MOVING_AWAY),
        always(Verdict.FAIL, Reason.MISSED),
    )


def _at_least(cut: float) -> Expression:
    return AtMost(Constant(cut), _R)


def _narrowing_rows(course: _Course) -> tuple[Row, ...]:
    unchanged = Verdict.FAIL if course.at_end else Verdict.WARN
    return (
        outcome_row(below(_GAP, _GAP0), Verdict.PASS, Reason.NARROWED),
        outcome_row(equal(_GAP, _GAP0), unchanged, Reason.UNCHANGED),
        always(Verdict.FAIL, Reason.WIDENED),
    )


# ------------------------------------------------------------------ measures


def _measures(course: _Course) -> tuple[tuple[str, Expression], ...]:
    closed = Add((("+", _ONE), ("-", Multiply((("*", _GAP), ("/", _GAP0))))))
    progress = () if course.rule.close is not None else (("progress", closed),)
    return (
        ("limit", _REF),
        ("difference", Add((("+", _X), ("-", _REF)))),
        *progress,
        ("required_progress", Constant(course.required)),
        ("needed_now", _on_path(course, 1 - course.required)),
        *_per_year(course),
        ("gap_points", _directed(course.sign, _X, _REF)),
        ("gap_points_start", _directed(course.sign, _X0, _REF0)),
        ("gap_frozen", _directed(course.sign, _X, _REF0)),
        ("gap_ratio", _directed(course.sign, _ratio(_X, _REF), _ONE)),
        ("gap_ratio_start", _directed(course.sign, _ratio(_X0, _REF0), _ONE)),
    )


def _on_path(course: _Course, left: float) -> Expression:
    """The value at which a share of the starting gap would be left."""
    gap = Multiply((("*", Constant(left)), ("*", _GAP0)))
    if course.rule.measure is Measure.RATIO:
        return Multiply((("*", _REF), ("*", _beside(course, _ONE, gap))))
    return _beside(course, _REF, gap)


def _beside(course: _Course, ref: Expression, gap: Expression) -> Expression:
    above, under = Add((("+", ref), ("+", gap))), Add((("+", ref), ("-", gap)))
    if course.sign is None:
        return If(AtMost(_REF, _X), above, under)
    return above if course.sign > 0 else under


def _per_year(course: _Course) -> tuple[tuple[str, Expression], ...]:
    years = course.rule.by.index - course.now.index
    if years <= 0:
        return ()
    left = 1 - (course.rule.close or 1.0)
    change = Add((("+", _on_path(course, left)), ("-", _X)))
    each_year = Multiply((("*", change), ("/", Constant(float(years)))))
    arrived = AtMost(_GAP, Multiply((("*", Constant(left)), ("*", _GAP0))))
    return (("needed_per_year", If(arrived, MISSING, each_year)),)

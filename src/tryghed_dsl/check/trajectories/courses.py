"""The course of a trajectory: from where, to when, and how the time between is judged."""

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.expressions.lengths import check_moved
from tryghed_dsl.check.levels import held_limit
from tryghed_dsl.check.margins import read_margin
from tryghed_dsl.check.notes import part_called
from tryghed_dsl.check.objectives import (
    Amount,
    Approach,
    AtEnd,
    Change,
    Course,
    Geometric,
    Grow,
    Improve,
    Judging,
    Measure,
    Milestones,
    Objective,
    Pace,
    Projection,
    Reach,
)
from tryghed_dsl.check.terms import Constant, Term
from tryghed_dsl.check.trajectories import arguments
from tryghed_dsl.check.trajectories.aims import Aim
from tryghed_dsl.check.trajectories.judging import read_judging
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import PERCENT
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.nodes import ThresholdKind

_PER_CENT = 100
_FROM = (ThresholdKind.PASS_FROM, ThresholdKind.WARN_FROM)


def read_course(aim: Aim, objective: Objective | None) -> Course | None:
    """Check the course to an objective; None where it lacks its deadline, which is told."""
    by = _deadline(aim)
    if by is None and _needs_deadline(aim):
        return None
    start = _start(aim)
    judging = read_judging(aim, (start, by) if _check_dates(aim, start, by) else (None, None))
    tell_unfitting(aim, objective, judging)
    said, start_value = aim.reading.said.thresholds, _start_value(aim, start)
    _remark_on_rates(aim, objective, judging, start_value)
    return Course(
        by,
        start,
        start_value,
        _tolerance(aim, objective),
        judging,
        _within(aim, said.get(ThresholdKind.WITHIN)),
        _threshold(aim, said.get(ThresholdKind.PASS_FROM)) or 0.95,
        _threshold(aim, said.get(ThresholdKind.WARN_FROM)),
    )


# ------------------------------------------------------------------ dates


def _needs_deadline(aim: Aim) -> bool:
    improving = aim.arguments.function == "improve"
    by_steps = improving and (aim.arguments.first is not None or "each" in aim.arguments)
    return aim.kind.deadline and not by_steps


def _deadline(aim: Aim) -> Period | None:
    argument = aim.arguments.get("by")
    if argument is not None:
        return arguments.period(argument, aim.notes)
    # A part with a wrong name is likely the deadline.
    if _needs_deadline(aim) and aim.arguments.whole:
        aim.tell_missing("by")
    return None


def _start(aim: Aim) -> Period | PeriodRange | None:
    argument, agreement = aim.arguments.get("from"), aim.reading.agreement
    if argument is None:
        return agreement.baseline if agreement else None
    if isinstance(argument.value, nodes.Range):
        found = periods.fixed_range(argument.value, "from", aim.notes)
        _check_length(aim, argument, None if found is None else found.first)
        return found
    period = arguments.period(argument, aim.notes)
    _check_length(aim, argument, period)
    return period


def _check_length(aim: Aim, argument: nodes.Argument, start: Period | None) -> None:
    """Tell it where a flow starts from a period of another length than its own."""
    if start is not None:
        check_moved(aim.subject.term, start, argument.span, aim.reading.scope, aim.notes)


def _last(start: Period | PeriodRange | None) -> Period | None:
    return start.last if isinstance(start, PeriodRange) else start


def _check_dates(aim: Aim, start: Period | PeriodRange | None, by: Period | None) -> bool:
    """Whether a deadline lies behind the start; if not, that is told."""
    last = _last(start)
    if by is None:
        return True
    if last is not None and by.ends <= last.ends:
        said = aim.arguments.named
        spans = tuple(said[name].span for name in ("by", "from") if name in said)
        words = _other_dates(aim, last, by)
        aim.notes.tell("E116", *spans, by=str(by), start=str(start), **words)
        return False
    _remark_on_deadline(aim, by)
    return True


def _other_dates(aim: Aim, start: Period, by: Period) -> dict[str, str]:
    """Dates that could be meant by a deadline that does not lie behind its start."""
    valid = aim.reading.agreement.valid if aim.reading.agreement else None
    in_time = valid is None or start.ends <= valid.last.ends
    single = (
        in_time and "from" in aim.arguments and by.ends < start.ends and by.length is start.length
    )
    if single and not isinstance(aim.arguments.named["from"].value, nodes.Range):
        return {"turned": f"from={by}, by={start}"}
    if valid is not None and valid.last.ends > start.ends:
        return {"later": f"by={valid.last}"}
    return {}


def _remark_on_deadline(aim: Aim, by: Period) -> None:
    """Tell of a deadline that lies outside the agreement."""
    said = aim.arguments.named
    valid = aim.reading.agreement.valid if aim.reading.agreement else None
    if valid is None or (valid.first.starts <= by.starts and by.ends <= valid.last.ends):
        return
    late = by.ends > valid.last.ends
    end = {"last": str(valid.last)} if late else {"first": str(valid.first)}
    aim.notes.tell("W117", said["by"].span, by=str(by), valid=str(valid), **end)


def _start_value(aim: Aim, start: Period | PeriodRange | None) -> Term | None:
    argument = aim.arguments.get("start")
    if argument is None:
        return None
    if isinstance(argument.value, nodes.Part):
        arguments.tell_value(argument, Expected(("A_NUMBER",)), aim.notes)
        return None
    value = held_limit(argument.value, aim.subject, aim.reading).term
    if start is None and "from" not in aim.arguments:
        period = _only_period(argument.value)
        aim.notes.tell("E174", argument.span, written=argument.span.text, period=period)
    return value


def _only_period(node: nodes.Expression) -> str:
    """The period that a value at the start is of, as far as it says; else an example."""
    return str(node.when.period) if isinstance(node, nodes.At) else "2016"


def _remark_on_rates(
    aim: Aim, objective: Objective | None, judging: Judging, start: Term | None
) -> None:
    """Tell of a way that is judged by yearly rates of change, to 0, from 0 or past it."""
    by_rates = isinstance(judging, Geometric | Pace)
    if by_rates and (_ends_at_zero(objective) or _is_zero(start)):
        how = aim.arguments.named["judge" if isinstance(judging, Pace) else "path"]
        aim.notes.tell("W189", how.span, written=how.span.text)


def _ends_at_zero(objective: Objective | None) -> bool:
    """Whether it certainly ends at 0, or on the other side of it."""
    match objective:
        case Reach(value):
            return _is_zero(value)
        case Change(Amount(share, relative=True), up=False):
            return share >= 1
        case _:
            return False


def _is_zero(term: Term | None) -> bool:
    return isinstance(term, Constant) and term.value == 0


# ------------------------------------------------------------------ tolerance


def _tolerance(aim: Aim, objective: Objective | None) -> float:
    argument = aim.arguments.get("tolerance")
    if argument is None:
        return 0.0
    value, ratio = argument.value, _by_ratio(objective)
    sign = _tolerance_sign(aim, ratio=ratio)
    if isinstance(value, nodes.Number) and value.sign in sign:
        return value.value / _PER_CENT if ratio else value.value
    expected = {nodes.Sign.PERCENT: "A_SHARE", nodes.Sign.POINTS: "POINTS"}
    phrase = Expected((expected.get(sign[0], "A_NUMBER"),))
    arguments.tell_value(argument, phrase, aim.notes)
    return 0.0


def _by_ratio(objective: Objective | None) -> bool:
    return isinstance(objective, Approach) and objective.measure is Measure.RATIO


def _tolerance_sign(aim: Aim, *, ratio: bool) -> tuple[nodes.Sign, ...]:
    if ratio:
        return (nodes.Sign.PERCENT,)
    if aim.subject.unit == PERCENT:
        return (nodes.Sign.POINTS,)
    if aim.subject.unit is None:
        return (nodes.Sign.NONE, nodes.Sign.POINTS)
    return (nodes.Sign.NONE,)


# ------------------------------------------------------------------ thresholds


def _threshold(aim: Aim, clause: nodes.Threshold | None) -> float | None:
    if clause is None:
        return None
    amount = clause.value
    if not isinstance(amount, nodes.Number) or amount.sign is not nodes.Sign.PERCENT:
        words = {"written": amount.span.text, "name": part_called(clause.kind.value)}
        aim.notes.tell("E110", amount.span, **words, expected=Expected(("A_SHARE",)))
        return None
    if amount.value == 0 and clause.kind is ThresholdKind.WARN_FROM:
        return 0.0  # no step back is enough
    return arguments.part_of_whole(amount, clause.kind.value, aim.notes)


def _within(aim: Aim, clause: nodes.Threshold | None) -> Amount | None:
    if clause is None:
        return None
    margin = read_margin(aim.subject, (), clause, aim.reading)
    return Amount(margin.value, margin.relative)


def tell_unfitting(aim: Aim, objective: Objective | None, judging: Judging) -> None:
    """Tell of clauses that say nothing of this kind of trajectory."""
    said, known = aim.reading.said, _thresholds_of(objective, judging)
    for kind, clause in said.thresholds.items():
        if kind in known:
            continue
        if kind in _FROM:
            fitting = Expected(("AN_AMOUNT",))
        elif kind is ThresholdKind.WITHIN:
            fitting = Expected(("A_LIMIT", "SOME_MILESTONES"))
        else:
            fitting = Expected(("A_LIMIT",))
        aim.notes.tell("E111", clause.span, clause=kind.value, fitting=fitting)
    if said.judge is not None:
        fitting, judge = Expected(("ONE_SIDE",)), said.judge.span
        inside = f"{aim.arguments.call.span.text.removesuffix(')')}, {judge.text})"
        aim.notes.tell("E111", judge, clause="judge", fitting=fitting, inside=inside)


def _thresholds_of(objective: Objective | None, judging: Judging) -> tuple[ThresholdKind, ...]:
    match objective, judging:
        case (Improve(), _) | (_, Projection()):
            return ()
        case Approach(close=None), Milestones():
            return (ThresholdKind.WITHIN,)
        case Approach(close=None), _:
            return ()
        case Grow(), _:
            return _FROM
        case _, Milestones():
            return (ThresholdKind.WITHIN, ThresholdKind.WARN_FROM)
        case _, AtEnd():
            return (ThresholdKind.WARN_FROM,)
        case _:
            return _FROM

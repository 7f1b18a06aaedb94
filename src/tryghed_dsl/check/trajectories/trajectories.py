"""Trajectories: a subject on its way to an objective."""

from collections.abc import Container

from tryghed_dsl.check.conditions import Trajectory
from tryghed_dsl.check.expressions.calls import tell_unknown_function
from tryghed_dsl.check.expressions.undirected import words_for
from tryghed_dsl.check.levels import held_limit, is_ratio
from tryghed_dsl.check.objectives import (
    Approach,
    Change,
    Grow,
    Improve,
    Measure,
    Objective,
    Reach,
)
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Term
from tryghed_dsl.check.trajectories.aims import KINDS, Aim
from tryghed_dsl.check.trajectories.amounts import read_amount, vague
from tryghed_dsl.check.trajectories.arguments import (
    arguments_of,
    share,
    tell_value,
    word,
)
from tryghed_dsl.check.trajectories.courses import read_course
from tryghed_dsl.check.trajectories.ways import change_word, check_way, needs_direction
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import PERCENT, Direction
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes

_PER_CENT = 100


def read_trajectory(node: nodes.Trajectory, subject: Typed, reading: Reading) -> Trajectory | None:
    """Check a trajectory; None where it cannot be understood, which is then told."""
    call, notes = node.objective, reading.notes
    kind = KINDS.get(call.function.text)
    if kind is None:
        tell_unknown_function(call.function, tuple(KINDS), notes)
        return None
    aim = Aim(kind, arguments_of(call, kind.parts, notes), subject, reading)
    objective = _objective(aim)
    course = read_course(aim, objective)
    return None if objective is None or course is None else Trajectory(objective, course)


def _objective(aim: Aim) -> Objective | None:
    match aim.arguments.function:
        case "approach":
            return _approach(aim)
        case "reach":
            needs_direction(aim)
            value = _expression(aim)
            return None if value is None else Reach(value)
        case "grow":
            needs_direction(aim)
            return _grow(aim)
        case "improve":
            needs_direction(aim)
            return _improve(aim)
        case _:
            return _change(aim)


def _expression(aim: Aim) -> Term | None:
    """The reference or end value."""
    argument = aim.arguments.first
    if argument is None:
        aim.tell_missing(aim.kind.first)
        return None
    value = argument.value
    if isinstance(value, nodes.Range):
        period = value.first.span.text
        words = {"written": value.span.text, "period": period, "indicator": aim.subject.span.text}
        aim.notes.tell("E141", value.span, **words)
        return None
    if isinstance(value, nodes.Part):
        tell_value(argument, Expected(("A_NUMBER",)), aim.notes, aim.kind.first)
        return None
    return held_limit(value, aim.subject, aim.reading, _as_change(aim)).term


def _as_change(aim: Aim) -> dict[str, str]:
    """An end value that is a percentage, as a change since the start."""
    call = aim.arguments.call
    if call.function.text != "reach" or is_ratio(aim.subject, aim.reading.scope.indicators):
        return {}
    return {"change": change_word(aim) + call.span.text.removeprefix("reach")}


def _approach(aim: Aim) -> Approach | None:
    _note_no_direction(aim)
    ref = _expression(aim)
    if ref is None:
        return None
    parts, notes = aim.arguments, aim.notes
    if "close" not in parts:
        notes.tell("W131", parts.call.span)
    measure = word(parts.get("measure"), tuple(Measure), notes)
    frozen = word(parts.get("ref"), ("moving", "frozen"), notes) == "frozen"
    usual = Measure.POINTS if measure is None else Measure(measure)
    return Approach(ref, share(parts.get("close"), notes), usual, frozen)


def _note_no_direction(aim: Aim) -> None:
    """Tell it where the distance alone is judged; milestones are told to need a direction."""
    subject, path = aim.subject, aim.arguments.get("path")
    by_milestones = path is not None and isinstance(path.value, nodes.Milestones)
    if subject.direction is None and not by_milestones and not subject.stands_in:
        words = words_for([subject], aim.reading.scope)
        aim.notes.tell("N202", subject.span, target=subject.called, **words)


def _change(aim: Aim) -> Change | None:
    first, call = aim.arguments.first, aim.arguments.call
    if first is None:
        aim.tell_missing(aim.kind.first)
        return None
    amount = read_amount(first, aim.kind.first, aim)
    if amount is None:
        return None
    made = Change(amount, up=call.function.text == "increase")
    check_way(made, call.function, aim)
    return made


def _grow(aim: Aim) -> Grow | None:
    first = aim.arguments.first
    if first is None:
        aim.tell_missing(aim.kind.first)
        return None
    rate = _rate(first)
    if rate is None:
        known = isinstance(first.value, nodes.Name) and first.value.text in _things(aim)
        more = {} if known else vague(first.value) | _a_year(first.value)
        tell_value(first, Expected(("GROWTH",)), aim.notes, aim.kind.first, **more)
        return None
    better = aim.subject.direction
    if better is not None and (rate > 0) is (better is Direction.LOWER):
        name, phrase = aim.subject.called, Expected((better.name,))
        call, amount = aim.arguments.call.span, first.value.span.text
        turned = amount[1:] if amount.startswith("-") else f"-{amount}"
        words = {"name": name, "instead": call.text.replace(amount, turned, 1)}
        aim.notes.tell("W123", call, better=phrase, **words)
    return Grow(rate)


def _a_year(value: nodes.Node) -> dict[str, str]:
    """A percentage as a growth: so much a year."""
    percent = isinstance(value, nodes.Number) and value.sign is nodes.Sign.PERCENT
    return {"instead": f"{value.span.text} a year"} if percent else {}


def _things(aim: Aim) -> Container[str]:
    """The names that stand for something here."""
    scope = aim.reading.scope
    return {*scope.names.things, *scope.bindings}


def _rate(argument: nodes.Argument) -> float | None:
    """A growth as a share; None for one that is none, or that leaves nothing."""
    value = argument.value
    if not isinstance(value, nodes.Growth) or value.unit.text != "year":
        return None
    per_cent = value.amount.value
    fits = value.amount.sign is nodes.Sign.PERCENT and per_cent > -_PER_CENT
    return per_cent / _PER_CENT if fits and per_cent != 0 else None


def _any_step(aim: Aim) -> str:
    """Better every year, by however little."""
    subject = aim.subject.span.text
    sign = ">" if aim.subject.direction is Direction.HIGHER else "<"
    return f"every year after 2016: {subject} {sign} previous({subject})"


def _steps(aim: Aim, step: str) -> str:
    in_points = aim.subject.unit == PERCENT
    return f"improve({step} pp, each=year)" if in_points else f"improve({step}, each=year)"


def _improve(aim: Aim) -> Improve | None:
    first, each, notes = aim.arguments.first, aim.arguments.get("each"), aim.notes
    word(each, ("year",), notes)
    if first is None:
        if each is not None:
            aim.tell_missing("step", _steps(aim, "1"), other=_any_step(aim))
        return Improve()
    if each is None:
        aim.tell_missing("each", f"improve({first.span.text}, each=year)")
    judge = aim.arguments.get("judge")
    if judge is not None:
        notes.tell("E175", judge.span, first.span, part="judge", other=first.span.text)
    step = read_amount(first, aim.kind.first, aim, yearly=True)
    return None if step is None else Improve(step)

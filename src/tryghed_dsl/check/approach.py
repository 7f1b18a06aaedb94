"""The objective `approach`: its parts, and whether they go together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from tryghed_dsl.check import periods
from tryghed_dsl.check.expressions import Scope, read, tell_unknown_function
from tryghed_dsl.check.limits import Thresholds
from tryghed_dsl.check.model import Agreement, Approach, Judging, Measure
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.units import Typed, held_against
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import PERCENT
from tryghed_dsl.findings.finding import Expected, Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.nodes import ThresholdKind
from tryghed_dsl.text.suggest import nearest

_Choice = TypeVar("_Choice", Measure, Judging)
OBJECTIVES = ("approach",)
_PARTS = ("by", "from", "close", "measure", "ref", "tolerance", "judge")
_EXAMPLE = "approach(kbh_avg, by=2020)"
_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Context:
    """What the parts of an objective are read with."""

    subject: Typed
    scope: Scope
    agreement: Agreement | None
    notes: Notes

    @property
    def valid(self) -> PeriodRange | None:
        """The agreement's own years."""
        return self.agreement.valid if self.agreement else None


def read_approach(node: nodes.Trajectory, said: Thresholds, context: Context) -> Approach | None:
    """Check a trajectory; None where it cannot be understood, which is then told."""
    call, notes = node.objective, context.notes
    if call.function.text not in OBJECTIVES:
        tell_unknown_function(call.function, OBJECTIVES, notes)
        return None
    parts = _named(call, notes)
    ref = _reference(call, context)
    by = _deadline(call, parts, context)
    if ref is None or by is None:
        return None
    start = _start(parts, by, context)
    close = _share(parts.get("close"), notes)
    if close is None and "close" not in parts:
        notes.tell("W131", call.span)
    measure = _choice(parts.get("measure"), Measure, Measure.POINTS, notes)
    return Approach(
        ref.term,
        by,
        start,
        close,
        measure,
        frozen=_choice_word(parts.get("ref"), ("moving", "frozen"), notes) == "frozen",
        tolerance=_tolerance(parts.get("tolerance"), measure, context),
        judging=_choice(parts.get("judge"), Judging, Judging.PATH, notes),
        pass_from=_threshold(said, ThresholdKind.PASS_FROM, notes) or 0.95,
        warn_from=_threshold(said, ThresholdKind.WARN_FROM, notes),
    )


# ------------------------------------------------------------------ arguments


def _named(call: nodes.Call, notes: Notes) -> dict[str, nodes.Argument]:
    found: dict[str, nodes.Argument] = {}
    for argument in call.arguments:
        if argument.name is None:
            continue
        name = argument.name.text
        if name not in _PARTS:
            suggestion = nearest(name, _PARTS)
            extra = {} if suggestion is None else {"suggestion": suggestion}
            function = call.function.text
            known = Listed(_PARTS)
            notes.tell(
                "E108", argument.name.span, function=function, name=name, known=known, **extra
            )
        elif name in found:
            notes.tell("E112", argument.span, found[name].span, clause=name)
        else:
            found[name] = argument
    return found


def _reference(call: nodes.Call, context: Context) -> Typed | None:
    plain = [argument for argument in call.arguments if argument.name is None]
    if not plain:
        _tell_missing(call, "ref", context.notes)
        return None
    for extra in plain[1:]:
        context.notes.tell(
            "E108",
            extra.span,
            function=call.function.text,
            name=extra.span.text,
            known=Listed(_PARTS),
        )
    value = plain[0].value
    if isinstance(value, nodes.Range):
        context.notes.tell("E141", value.span, written=value.span.text)
        return None
    ref = read(value, context.scope.against(context.subject), context.notes)
    held_against(context.subject, ref, context.notes)
    return ref


def _tell_missing(call: nodes.Call, name: str, notes: Notes) -> None:
    notes.tell("E109", call.span, function=call.function.text, name=name, instead=_EXAMPLE)


def _deadline(
    call: nodes.Call, parts: Mapping[str, nodes.Argument], context: Context
) -> Period | None:
    argument = parts.get("by")
    if argument is None:
        named = {a.name.text for a in call.arguments if a.name is not None}
        if named <= set(_PARTS):  # else the deadline is likely the part with the wrong name
            _tell_missing(call, "by", context.notes)
        return None
    return _year(argument, context.notes)


def _start(parts: Mapping[str, nodes.Argument], by: Period, context: Context) -> Period | None:
    argument = parts.get("from")
    if argument is None:
        start = context.agreement.baseline if context.agreement else None
    else:
        start = _year(argument, context.notes)
    if start is not None and by.index <= start.index:
        spans = (parts["by"].span, *(() if argument is None else (argument.span,)))
        context.notes.tell("E116", *spans, by=str(by), start=str(start))
    elif context.valid is not None and by not in context.valid:
        late = by.index > context.valid.last.index
        end = {"last": str(context.valid.last)} if late else {"first": str(context.valid.first)}
        years = {"valid": str(context.valid), **end}
        context.notes.tell("W117", parts["by"].span, by=str(by), **years)
    return start


def _year(argument: nodes.Argument, notes: Notes) -> Period | None:
    when = periods.year_in(argument.value)
    if when is None:
        _tell_value(argument, "A_YEAR", notes)
        return None
    return periods.whole_year(when, notes)


def _tell_value(argument: nodes.Argument, expected: str, notes: Notes) -> None:
    name = "" if argument.name is None else argument.name.text
    phrase = Expected((expected,))
    notes.tell("E110", argument.span, written=argument.value.span.text, name=name, expected=phrase)


def _choice(
    argument: nodes.Argument | None, kind: type[_Choice], usual: _Choice, notes: Notes
) -> _Choice:
    word = _choice_word(argument, tuple(member.value for member in kind), notes)
    return usual if word is None else kind(word)


def _choice_word(
    argument: nodes.Argument | None, known: tuple[str, ...], notes: Notes
) -> str | None:
    if argument is None:
        return None
    value = argument.value
    if isinstance(value, nodes.Name) and value.text in known:
        return value.text
    name = "" if argument.name is None else argument.name.text
    notes.tell("E110", argument.span, written=value.span.text, name=name, expected=Listed(known))
    return None


def _share(argument: nodes.Argument | None, notes: Notes) -> float | None:
    if argument is None:
        return None
    value = argument.value
    if not isinstance(value, nodes.Number) or value.sign is not nodes.Sign.PERCENT:
        _tell_value(argument, "A_SHARE", notes)
        return None
    return _part_of_whole(value, argument, notes)


def _part_of_whole(
    value: nodes.Number, argument: nodes.Argument | nodes.Threshold, notes: Notes
) -> float | None:
    """A share over 0 % and up to 100 %, as a number up to 1."""
    if value.value == 0:
        name = argument.kind.value if isinstance(argument, nodes.Threshold) else "close"
        expected = Expected(("ABOVE_ZERO",))
        notes.tell("E110", value.span, written=value.span.text, name=name, expected=expected)
        return None
    if value.value > _PER_CENT:
        notes.tell("E118", value.span, written=value.span.text)
        return None
    return value.value / _PER_CENT


def _tolerance(argument: nodes.Argument | None, measure: Measure, context: Context) -> float:
    if argument is None:
        return 0.0
    value = argument.value
    sign = _tolerance_sign(measure, context.subject)
    if isinstance(value, nodes.Number) and value.sign in sign:
        return value.value / _PER_CENT if measure is Measure.RATIO else value.value
    expected = {nodes.Sign.PERCENT: "A_SHARE", nodes.Sign.POINTS: "POINTS"}
    _tell_value(argument, expected.get(sign[0], "A_NUMBER"), context.notes)
    return 0.0


def _tolerance_sign(measure: Measure, subject: Typed) -> tuple[nodes.Sign, ...]:
    if measure is Measure.RATIO:
        return (nodes.Sign.PERCENT,)
    if subject.unit == PERCENT:
        return (nodes.Sign.POINTS,)
    if subject.unit is None:
        return (nodes.Sign.NONE, nodes.Sign.POINTS)
    return (nodes.Sign.NONE,)


def _threshold(said: Thresholds, kind: ThresholdKind, notes: Notes) -> float | None:
    clause = said.get(kind)
    if clause is None:
        return None
    amount = clause.value
    if not isinstance(amount, nodes.Number) or amount.sign is not nodes.Sign.PERCENT:
        words = {"written": amount.span.text, "name": kind.value}
        notes.tell("E110", amount.span, **words, expected=Expected(("A_SHARE",)))
        return None
    return _part_of_whole(amount, clause, notes)


def tell_unfitting(said: Thresholds, notes: Notes) -> None:
    """Tell of thresholds that belong to limits."""
    for kind in (ThresholdKind.WITHIN, ThresholdKind.ABOVE, ThresholdKind.BELOW):
        if kind in said:
            notes.tell("E111", said[kind].span, clause=kind.value, fitting=Expected(("A_LIMIT",)))

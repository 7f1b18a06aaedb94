"""Tables: what they are made of, what is missing, and flags."""

from collections.abc import Callable, Iterator
from dataclasses import field
from typing import TypeGuard

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.program import (
    MISSING,
    TRUE,
    Add,
    And,
    Aspect,
    Cell,
    Coalesce,
    Constant,
    Expression,
    Fact,
    Flag,
    Fold,
    If,
    IsMissing,
    Judged,
    Later,
    Measures,
    Multiply,
    Not,
    Or,
    Row,
    Step,
    children,
    equal,
)
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.records import dataclass, replace

SUMMED, DRIFT, DETERIORATING = "summed", "baseline-drift", "deteriorating"


@dataclass(frozen=True, slots=True)
class Table:
    """A condition lowered: what becomes a target, or a part of one.

    Attributes:
        rows: the table; the last row's condition always holds.
        due: why it is not judged at this date at all; None where it is.
        parts: the conditions that it is made of.
        later: measures that are seldom asked for.
    """

    steps: tuple[tuple[str, Expression], ...]
    rows: tuple[Row, ...]
    needed: tuple[Expression, ...]
    measures: Measures = ()
    flags: tuple[Flag, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    due: Reason | None = None
    parts: tuple[Judged, ...] = ()
    later: Later | None = field(default=None, compare=False, repr=False)


def outcome_row(condition: Expression, verdict: Verdict, reason: Reason) -> Row:
    """A row with a plain outcome."""
    return Row(condition, Outcome(verdict, reason))


def always(verdict: Verdict, reason: Reason) -> Row:
    """The last row of a table."""
    return outcome_row(TRUE, verdict, reason)


def undefined_row(step: Step) -> Row:
    """The row of a number that no calculation gives, though its figures are known."""
    return outcome_row(IsMissing(step), Verdict.UNKNOWN, Reason.UNDEFINED)


# ------------------------------------------------------------------ missing figures


def missing_row(figures: tuple[Expression, ...], tested: tuple[Expression, ...]) -> Row:
    """The row of a verdict that cannot be given, with why not.

    Args:
        figures: what was looked up and calculated, for finding out why.
        tested: the same, as the steps that hold it.
    """
    some_missing = tuple(IsMissing(expression) for expression in tested)
    condition = some_missing[0] if len(some_missing) == 1 else Or(some_missing)
    return Row(condition, tuple(_reasons(figures)))


def _reasons(figures: tuple[Expression, ...]) -> Iterator[Row]:
    for reason, keeping in (
        (Reason.SERIES_BREAK, _broken),
        (Reason.NO_DENOMINATOR, _unweighted),
        (Reason.MISSING_FIGURE, _absent),
    ):
        found = tuple(dict.fromkeys(_kept_by(keeping, figures)))
        if found:
            yield outcome_row(Or(found), Verdict.UNKNOWN, reason)
    yield always(Verdict.UNKNOWN, Reason.UNDEFINED)


_Keeping = Callable[[Expression], Iterator[Expression]]


def _kept_by(keeping: _Keeping, figures: tuple[Expression, ...]) -> Iterator[Expression]:
    """The conditions under which something keeps one of several expressions from being known.

    What can do without some of its figures is kept by them only where it is missing itself, and
    a choice by those of the branch that is taken.
    """
    for current in figures:
        if isinstance(current, Cell) or is_whole_or_parts(current):
            yield from keeping(current)
        elif isinstance(current, If) and MISSING not in (current.then, current.otherwise):
            yield from _kept_by(keeping, (current.condition,))
            yield from _where(current.condition, _kept_by(keeping, (current.then,)))
            yield from _where(Not(current.condition), _kept_by(keeping, (current.otherwise,)))
        elif _can_do_without(current):
            yield from _where(IsMissing(current), _in_lists(keeping, current))
        else:
            yield from _kept_by(keeping, children(current))


def _in_lists(keeping: _Keeping, current: Expression) -> Iterator[Expression]:
    """Like `keeping`; figures of what is drawn into a list, only where it may belong to it."""
    match current:
        case If(belongs, value, Coalesce(())) | And((belongs, IsMissing(value))):
            yield from _in_lists(keeping, belongs)
            yield from _where(Coalesce((belongs, TRUE)), _in_lists(keeping, value))
        case Cell():
            yield from keeping(current)
        case _ if is_whole_or_parts(current):
            yield from keeping(current)
        case _:
            for child in children(current):
                yield from _in_lists(keeping, child)


def _where(condition: Expression, found: Iterator[Expression]) -> Iterator[Expression]:
    inner = tuple(dict.fromkeys(found))
    if inner:
        yield And((condition, Or(inner)))


def _can_do_without(expression: Expression) -> bool:
    """Whether an expression may be known although some of what it is made of is missing."""
    if isinstance(expression, Fold):
        return expression.least is not None
    return isinstance(expression, And | Coalesce | If | IsMissing | Or)


def _broken(figures: Expression) -> Iterator[Expression]:
    """That a break parts a figure from the period judged; of a part, where the whole is missing."""
    if isinstance(figures, Cell):
        if figures.period != figures.until:
            broken = replace(figures, aspect=Aspect.BROKEN, parts=None)
            yield Not(IsMissing(broken))
    elif is_whole_or_parts(figures):
        whole, parts = figures.operands
        yield from _broken(whole)
        yield from _where(IsMissing(figures), _broken(parts))
    else:
        for child in children(figures):
            yield from _broken(child)


def _unweighted(figures: Expression) -> Iterator[Expression]:
    """That a figure could not be weighted, though its parts are known."""
    for figure in lookups(figures):
        values = weighted_values(figure)
        if values:
            yield And((IsMissing(figure), *(Not(IsMissing(value)) for value in values)))


def _absent(figures: Expression) -> Iterator[Expression]:
    """That a figure is missing."""
    yield from (IsMissing(figure) for figure in lookups(figures))


def lookups(*expressions: Expression) -> Iterator[Cell | Coalesce]:
    """The figures in expressions; one that is looked up for a whole and its parts is one."""
    waiting = list(reversed(expressions))
    while waiting:
        current = waiting.pop()
        if isinstance(current, Cell):
            if current.aspect is not Aspect.BROKEN:
                yield current
        elif is_whole_or_parts(current):
            yield current
        else:
            waiting.extend(reversed(children(current)))


def is_whole_or_parts(expression: Expression) -> TypeGuard[Coalesce]:
    """Whether an expression is an area's own figure, or else one made of its parts."""
    match expression:
        case Coalesce((Cell(), Add() | Multiply())):
            return True
        case _:
            return False


def weighted_values(figure: Cell | Coalesce) -> tuple[Expression, ...]:
    """The parts' values where a figure may be a weighted mean of parts, else nothing."""
    match figure:
        case Coalesce((_, Multiply((("*", Add(parts)), ("/", _))))):
            return tuple(part.factors[0][1] for _, part in parts if isinstance(part, Multiply))
        case _:
            return ()


# ------------------------------------------------------------------ flags


def common_flags(spec: Spec, figures: tuple[Expression, ...]) -> tuple[Flag, ...]:
    """The flags that any verdict can carry: summed over areas, a baseline that has drifted."""
    summed = tuple(
        And((IsMissing(figure.operands[0]), Not(IsMissing(figure))))
        for figure in dict.fromkeys(lookups(*figures))
        if isinstance(figure, Coalesce)
    )
    drifted = tuple(_drift(spec, figures))
    flags = ((SUMMED, summed), (DRIFT, drifted))
    return tuple(Flag(name, Or(conditions)) for name, conditions in flags if conditions)


def _drift(spec: Spec, figures: tuple[Expression, ...]) -> Iterator[Expression]:
    for constant in _agreed(figures):
        agreed = constant.agreed
        if agreed is None or spec.indicators[agreed.indicator].formula is not None:
            continue
        now = Cell(agreed.indicator, None, agreed.period, agreed.period)
        yield And((Not(IsMissing(now)), Not(equal(constant, now))))


def _agreed(expressions: tuple[Expression, ...]) -> Iterator[Constant]:
    waiting = list(expressions)
    while waiting:
        current = waiting.pop()
        if isinstance(current, Constant) and current.agreed is not None:
            yield current
        waiting.extend(children(current))

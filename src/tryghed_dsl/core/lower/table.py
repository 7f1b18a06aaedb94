"""Tables: what they are made of, what is missing, and flags."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.program import (
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
    IsMissing,
    Judged,
    Multiply,
    Not,
    Or,
    Row,
    Step,
    cells,
    children,
    equal,
)
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict

SUMMED, DRIFT, DETERIORATING = "summed", "baseline-drift", "deteriorating"


Measures = tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A condition lowered: what becomes a target, or a part of one.

    Attributes:
        rows: the table; the last row's condition always holds.
        due: why it is not judged at this date at all; None where it is.
        parts: the conditions that it is made of.
        later: makes measures that are large and seldom asked for.
    """

    steps: tuple[tuple[str, Expression], ...]
    rows: tuple[Row, ...]
    needed: tuple[Expression, ...]
    measures: tuple[tuple[str, Expression], ...] = ()
    flags: tuple[Flag, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    due: Reason | None = None
    parts: tuple[Judged, ...] = ()
    later: Callable[[], Measures] | None = field(default=None, compare=False, repr=False)


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
    broken = _broken_cells(figures)
    if broken:
        found = tuple(Not(IsMissing(cell)) for cell in broken)
        yield outcome_row(Or(found), Verdict.UNKNOWN, Reason.SERIES_BREAK)
    unweighted = tuple(
        And((IsMissing(figure), *(Not(IsMissing(value)) for value in values)))
        for figure in dict.fromkeys(lookups(*figures))
        if (values := weighted_values(figure))
    )
    if unweighted:
        yield outcome_row(Or(unweighted), Verdict.UNKNOWN, Reason.NO_DENOMINATOR)
    absent = tuple(IsMissing(figure) for figure in dict.fromkeys(lookups(*figures)))
    if absent:
        yield outcome_row(Or(absent), Verdict.UNKNOWN, Reason.MISSING_FIGURE)
    yield always(Verdict.UNKNOWN, Reason.UNDEFINED)


def _broken_cells(figures: tuple[Expression, ...]) -> tuple[Cell, ...]:
    past = (cell for cell in cells(*figures) if cell.period != cell.until)
    marks = (
        Cell(cell.indicator, cell.area, cell.period, cell.until, Aspect.BROKEN) for cell in past
    )
    return tuple(dict.fromkeys(marks))


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

"""Expressions made smaller where some cells are known before any figure is read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tryghed_dsl.core.program import (
    MISSING,
    TRUE,
    Absolute,
    Add,
    And,
    AtMost,
    Cell,
    Coalesce,
    Constant,
    Expression,
    If,
    IsMissing,
    Judged,
    Multiply,
    Not,
    Or,
    Row,
    Step,
)

FALSE = Not(TRUE)
Known = Callable[[Cell | Step], Expression | None]


def simplified(target: Judged, known_cell: Callable[[Cell], Expression | None]) -> Judged:
    """A target whose steps and rows hold no cell that is known, nor a step that is a number.

    Args:
        target: the target.
        known_cell: what a cell comes to, or None for one that figures decide.
    """
    numbers: dict[str, Expression] = {}

    def known(leaf: Cell | Step) -> Expression | None:
        return numbers.get(leaf.name) if isinstance(leaf, Step) else known_cell(leaf)

    steps = []
    for name, expression in target.steps:
        simple = _simple(expression, known)
        if isinstance(simple, Constant):
            numbers[name] = simple
        steps.append((name, simple))
    return replace(target, steps=tuple(steps), rows=_rows(target.rows, known))


def _rows(rows: tuple[Row, ...], known: Known) -> tuple[Row, ...]:
    """The rows that can come to hold, up to the first that always does."""
    kept = []
    for row in rows:
        condition = _simple(row.condition, known)
        if condition in (FALSE, MISSING):
            continue
        then = _rows(row.then, known) if isinstance(row.then, tuple) else row.then
        kept.append(Row(condition, then))
        if condition == TRUE:
            break
    return tuple(kept)


def _simple(expression: Expression, known: Known) -> Expression:
    match expression:
        case Cell() | Step():
            return known(expression) or expression
        case Add(parts):
            return Add(tuple((sign, _simple(part, known)) for sign, part in parts))
        case Multiply(parts):
            return Multiply(tuple((sign, _simple(part, known)) for sign, part in parts))
        case Absolute(operand):
            return Absolute(_simple(operand, known))
        case AtMost(left, right):
            return AtMost(_simple(left, known), _simple(right, known))
        case If(condition, then, otherwise):
            return _if(_simple(condition, known), _simple(then, known), _simple(otherwise, known))
        case _:
            return _logic(expression, known)


def _logic(expression: Expression, known: Known) -> Expression:
    match expression:
        case Not(operand):
            return _not(_simple(operand, known))
        case And(operands):
            parts = tuple(_simple(operand, known) for operand in operands)
            return _joined(And, parts, neutral=TRUE, decisive=FALSE)
        case Or(operands):
            parts = tuple(_simple(operand, known) for operand in operands)
            return _joined(Or, parts, neutral=FALSE, decisive=TRUE)
        case Coalesce(operands):
            parts = tuple(_simple(operand, known) for operand in operands)
            left = tuple(part for part in parts if part != MISSING)
            return left[0] if len(left) == 1 else Coalesce(left)
        case IsMissing(operand):
            return _is_missing(_simple(operand, known))
        case _:
            return expression


def _if(condition: Expression, then: Expression, otherwise: Expression) -> Expression:
    chosen: Mapping[Expression, Expression] = {TRUE: then, FALSE: otherwise, MISSING: MISSING}
    return chosen.get(condition, If(condition, then, otherwise))


def _not(operand: Expression) -> Expression:
    if operand == MISSING:
        return MISSING
    return operand.operand if isinstance(operand, Not) else Not(operand)


def _joined(
    kind: type[And] | type[Or],
    parts: tuple[Expression, ...],
    *,
    neutral: Expression,
    decisive: Expression,
) -> Expression:
    if decisive in parts:
        return decisive
    left = tuple(part for part in parts if part != neutral)
    if not left:
        return neutral
    return left[0] if len(left) == 1 else kind(left)


def _is_missing(operand: Expression) -> Expression:
    if operand == MISSING:
        return TRUE
    return FALSE if isinstance(operand, Constant) else IsMissing(operand)

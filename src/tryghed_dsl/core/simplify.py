"""Expressions made smaller where some cells are known before any figure is read."""

from collections.abc import Callable

from tryghed_dsl.core.program import (
    FALSE,
    MISSING,
    TRUE,
    And,
    Cell,
    Coalesce,
    Constant,
    Expression,
    If,
    IsMissing,
    Judged,
    Not,
    Or,
    Row,
    Step,
    children,
    with_children,
)
from tryghed_dsl.records import replace

Known = Callable[[Cell | Step], Expression | None]
Made = dict[int, tuple[Expression, Expression]]


def simplified(target: Judged, known_cell: Callable[[Cell], Expression | None]) -> Judged:
    """A target whose steps and rows hold no cell that is known, nor a step that is a number.

    Args:
        target: the target.
        known_cell: what a cell comes to, or None for one that figures decide.
    """
    numbers: dict[str, Expression] = {}

    def known(leaf: Cell | Step) -> Expression | None:
        return numbers.get(leaf.name) if isinstance(leaf, Step) else known_cell(leaf)

    steps, made = [], Made()
    for name, expression in target.steps:
        simple = with_leaves(expression, known, made)
        if isinstance(simple, Constant):
            numbers[name] = simple
        steps.append((name, simple))
    return replace(target, steps=tuple(steps), rows=_rows(target.rows, known, made))


def _rows(rows: tuple[Row, ...], known: Known, made: Made) -> tuple[Row, ...]:
    """The rows that can come to hold, up to the first that always does."""
    kept = []
    for row in rows:
        condition = with_leaves(row.condition, known, made)
        if condition in (FALSE, MISSING):
            continue
        then = _rows(row.then, known, made) if isinstance(row.then, tuple) else row.then
        kept.append(Row(condition, then))
        if condition == TRUE:
            break
    return tuple(kept)


def with_leaves(expression: Expression, known: Known, made: Made | None = None) -> Expression:
    """An expression with some of its cells and steps replaced, and made smaller by that.

    Args:
        expression: the expression.
        known: what a leaf comes to, or None for one that stays.
        made: what became of expressions already, so that what they share is gone through once.
    """
    if isinstance(expression, Cell | Step):
        return known(expression) or expression
    parts = children(expression)
    if not parts:
        return expression
    made = {} if made is None else made
    found = made.get(id(expression))
    if found is None:  # kept with its expression, so that no other takes its identity
        simple = with_children(expression, tuple(with_leaves(part, known, made) for part in parts))
        found = made[id(expression)] = expression, _smaller(simple)
    return found[1]


def _smaller(expression: Expression) -> Expression:
    match expression:
        case If(condition, then, otherwise):
            return _if(condition, then, otherwise)
        case Not(operand):
            return _not(operand)
        case And(operands):
            return _joined(And, operands, neutral=TRUE, decisive=FALSE)
        case Or(operands):
            return _joined(Or, operands, neutral=FALSE, decisive=TRUE)
        case Coalesce(operands):
            left = tuple(part for part in operands if part != MISSING)
            return left[0] if len(left) == 1 else Coalesce(left)
        case IsMissing(operand):
            return _is_missing(operand)
        case _:
            return expression


def _if(condition: Expression, then: Expression, otherwise: Expression) -> Expression:
    if condition == TRUE:
        return then
    if condition == FALSE:
        return otherwise
    return MISSING if condition == MISSING else If(condition, then, otherwise)


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

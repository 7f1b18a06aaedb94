"""Core expressions compiled to closures over a list of numbers.

A number is a float, a truth a bool, and what is missing None.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from tryghed_dsl.core.program import (
    Absolute,
    Add,
    And,
    AtMost,
    Cell,
    Coalesce,
    Constant,
    Expression,
    Floor,
    Fold,
    If,
    IsMissing,
    Multiply,
    Not,
    Or,
    Power,
    Row,
    SquareRoot,
    Step,
    children,
)
from tryghed_dsl.domain.verdict import Outcome
from tryghed_dsl.engines import numbers
from tryghed_dsl.engines.folds import folding
from tryghed_dsl.engines.numbers import LARGEST as _LARGEST

TOLERANCE = 1e-9

Slots = Sequence[Any]
Closure = Callable[[Slots], Any]


class Places(dict[Cell | Step, int]):
    """Where in the slots each cell and step stands, and what was compiled for them already."""

    def __init__(self, places: Mapping[Cell | Step, int] | None = None) -> None:
        super().__init__(places or {})
        # By identity, for expressions share their parts; each is kept, so that it keeps its own.
        self.made: dict[int, tuple[Expression, Closure]] = {}


def compiled(expression: Expression, places: Places) -> Closure:
    """An expression as a function of the slots.

    Args:
        expression: what is to be computed.
        places: where in the slots each cell and step stands.
    """
    if isinstance(expression, Cell | Step):
        return itemgetter(places[expression])
    known = places.made.get(id(expression))
    if known is None:
        known = places.made[id(expression)] = expression, _folded(expression, places)
    return known[1]


def _folded(expression: Expression, places: Places) -> Closure:
    """An expression compiled; one that rests on no figures is computed at once."""
    closure = _compiled(expression, places)
    if isinstance(expression, Constant) or not is_fixed(expression):
        return closure
    fixed = closure(())
    return lambda _: fixed


def is_fixed(expression: Expression) -> bool:
    """Whether an expression rests on no figures; decided by the first one that it does rest on."""
    if isinstance(expression, Cell | Step):
        return False
    return all(map(is_fixed, children(expression)))


def _compiled(expression: Expression, places: Places) -> Closure:
    match expression:
        case Constant(value):
            return lambda _: value
        case Add() | Multiply():
            return _arithmetic(expression, places)
        case Absolute() | SquareRoot() | Floor() | Power() | Fold():
            return _of_numbers(expression, places)
        case AtMost(left, right, plain=True):
            return _plainly_at_most(compiled(left, places), compiled(right, places))
        case AtMost(Cell() | Step() as left, Cell() | Step() as right):
            return _at_most_slots(places[left], places[right])
        case AtMost(left, right):
            return _at_most(compiled(left, places), compiled(right, places))
        case If(condition, then, otherwise):
            branches = (compiled(then, places), compiled(otherwise, places))
            return _if(compiled(condition, places), *branches)
        case _:
            return _logical(expression, places)


def _arithmetic(expression: Add | Multiply, places: Places) -> Closure:
    match expression:
        case Add((("+", first), (sign, second))):
            pair = compiled(first, places), compiled(second, places)
            return _plus(*pair) if sign == "+" else _minus(*pair)
        case Add(parts):
            return _add([(sign, compiled(part, places)) for sign, part in parts])
        case Multiply((("*", first), ("/", second))):
            return _over(compiled(first, places), compiled(second, places))
        case Multiply(parts):
            return _multiply([(sign, compiled(part, places)) for sign, part in parts])


def _of_numbers(
    expression: Absolute | SquareRoot | Floor | Power | Fold, places: Places
) -> Closure:
    match expression:
        case Absolute(operand):
            return _absolute(compiled(operand, places))
        case SquareRoot(operand):
            return _called(numbers.square_root, compiled(operand, places))
        case Floor(operand):
            return _called(numbers.floor, compiled(operand, places))
        case Power(base, exponent):
            return _raised(compiled(base, places), compiled(exponent, places))
        case Fold(kind, items, least, share):
            made = folding(kind, len(items), least, share)
            return _fold(made, [compiled(item, places) for item in items])


def _logical(expression: Expression, places: Places) -> Closure:
    match expression:
        case Not(AtMost(left, right, plain=False)):
            return _above(compiled(left, places), compiled(right, places))
        case Not(operand):
            return _not(compiled(operand, places))
        case And(operands):
            return _all([compiled(operand, places) for operand in operands])
        case Or(operands) if all(_asks_for_slot(operand) for operand in operands):
            return _any_slot_missing([_slot_asked_for(operand, places) for operand in operands])
        case Or(operands):
            return _any([compiled(operand, places) for operand in operands])
        case Coalesce(operands):
            return _first([compiled(operand, places) for operand in operands])
        case IsMissing(Cell() | Step()):
            return _any_slot_missing([_slot_asked_for(expression, places)])
        case IsMissing(operand):
            return _is_missing(compiled(operand, places))
        case _:
            message = f"no expression: {expression!r}"
            raise TypeError(message)


def compiled_table(rows: tuple[Row, ...], places: Places) -> Callable[[Slots], Outcome]:
    """A table as a function: the outcome of the first row whose condition holds."""
    *asked, last = rows
    ready = [(compiled(row.condition, places), *_then(row, places)) for row in asked]
    final, final_table = _then(last, places)

    def decide(slots: Slots) -> Outcome:
        for holds, outcome, table in ready:
            if holds(slots):
                return outcome or table(slots)
        return final or final_table(slots)

    return decide


def _then(row: Row, places: Places) -> tuple[Outcome | None, Any]:
    if isinstance(row.then, Outcome):
        return row.then, None
    return None, compiled_table(row.then, places)


# ------------------------------------------------------------------ numbers


def _add(parts: list[tuple[str, Closure]]) -> Closure:
    (sign, first), *rest = parts

    def add(slots: Slots) -> Any:
        total = first(slots)
        if total is None:
            return None
        if sign == "-":
            total = -total
        for own, part in rest:
            value = part(slots)
            if value is None:
                return None
            total = total + value if own == "+" else total - value
        return total if -_LARGEST <= total <= _LARGEST else None

    return add


def _plus(left: Closure, right: Closure) -> Closure:
    """`_add` of two terms; like `_minus` so common that the loop would be felt."""

    def plus(slots: Slots) -> Any:
        a, b = left(slots), right(slots)
        if a is None or b is None:
            return None
        total = a + b
        return total if -_LARGEST <= total <= _LARGEST else None

    return plus


def _minus(left: Closure, right: Closure) -> Closure:
    def minus(slots: Slots) -> Any:
        a, b = left(slots), right(slots)
        if a is None or b is None:
            return None
        total = a - b
        return total if -_LARGEST <= total <= _LARGEST else None

    return minus


def _multiply(parts: list[tuple[str, Closure]]) -> Closure:
    (_, first), *rest = parts

    def multiply(slots: Slots) -> Any:
        total = first(slots)
        if total is None:
            return None
        for sign, part in rest:
            value = part(slots)
            if value is None or (sign == "/" and value == 0):
                return None
            total = total * value if sign == "*" else total / value
        return total if -_LARGEST <= total <= _LARGEST else None

    return multiply


def _absolute(operand: Closure) -> Closure:
    def absolute(slots: Slots) -> Any:
        value = operand(slots)
        return None if value is None else abs(value)

    return absolute


def _called(function: Callable[[Any], Any], operand: Closure) -> Closure:
    return lambda slots: function(operand(slots))


def _raised(base: Closure, exponent: Closure) -> Closure:
    return lambda slots: numbers.power(base(slots), exponent(slots))


def _fold(made: Callable[[Iterable[Any]], Any], items: list[Closure]) -> Closure:
    return lambda slots: made([item(slots) for item in items])


def _over(left: Closure, right: Closure) -> Closure:
    """`_multiply` of one factor divided by another."""

    def over(slots: Slots) -> Any:
        a, b = left(slots), right(slots)
        if a is None or b is None or b == 0:
            return None
        quotient = a / b
        return quotient if -_LARGEST <= quotient <= _LARGEST else None

    return over


# ------------------------------------------------------------------ comparisons and truths


def _at_most(left: Closure, right: Closure) -> Closure:
    def at_most(slots: Slots) -> Any:
        a, b = left(slots), right(slots)
        if a is None or b is None:
            return None
        return a <= b or a <= b + TOLERANCE * max(1.0, abs(a), abs(b))

    return at_most


def _plainly_at_most(left: Closure, right: Closure) -> Closure:
    def at_most(slots: Slots) -> Any:
        a, b = left(slots), right(slots)
        return None if a is None or b is None else a <= b

    return at_most


def _above(left: Closure, right: Closure) -> Closure:
    def above(slots: Slots) -> Any:
        a, b = left(slots), right(slots)
        if a is None or b is None:
            return None
        return a > b and a > b + TOLERANCE * max(1.0, abs(a), abs(b))

    return above


def _at_most_slots(left: int, right: int) -> Closure:
    """`_at_most` of two slots, the commonest of all and so worth its own closure."""

    def at_most(slots: Slots) -> Any:
        a, b = slots[left], slots[right]
        if a is None or b is None:
            return None
        return a <= b or a <= b + TOLERANCE * max(1.0, abs(a), abs(b))

    return at_most


def _asks_for_slot(expression: Expression) -> bool:
    return isinstance(expression, IsMissing) and isinstance(expression.operand, Cell | Step)


def _slot_asked_for(expression: Expression, places: Places) -> int:
    assert isinstance(expression, IsMissing)  # noqa: S101 -- asked before
    assert isinstance(expression.operand, Cell | Step)  # noqa: S101 -- asked before
    return places[expression.operand]


def _any_slot_missing(asked: list[int]) -> Closure:
    if len(asked) == 1:
        (only,) = asked
        return lambda slots: slots[only] is None
    if len(asked) == 2:  # noqa: PLR2004 -- a value and what it is held against
        one, other = asked
        return lambda slots: slots[one] is None or slots[other] is None

    def any_missing(slots: Slots) -> bool:
        for place in asked:  # noqa: SIM110 -- a generator costs more than the loop
            if slots[place] is None:
                return True
        return False

    return any_missing


def _not(operand: Closure) -> Closure:
    def negated(slots: Slots) -> Any:
        value = operand(slots)
        return None if value is None else not value

    return negated


def _all(operands: list[Closure]) -> Closure:
    def all_of(slots: Slots) -> Any:
        result: bool | None = True
        for operand in operands:
            value = operand(slots)
            if value is None:
                result = None
            elif not value:
                return False
        return result

    return all_of


def _any(operands: list[Closure]) -> Closure:
    def any_of(slots: Slots) -> Any:
        result: bool | None = False
        for operand in operands:
            value = operand(slots)
            if value is None:
                result = None
            elif value:
                return True
        return result

    return any_of


def _if(condition: Closure, then: Closure, otherwise: Closure) -> Closure:
    def chosen(slots: Slots) -> Any:
        holds = condition(slots)
        if holds is None:
            return None
        return then(slots) if holds else otherwise(slots)

    return chosen


def _first(operands: list[Closure]) -> Closure:
    def first_known(slots: Slots) -> Any:
        for operand in operands:
            value = operand(slots)
            if value is not None:
                return value
        return None

    return first_known


def _is_missing(operand: Closure) -> Closure:
    return lambda slots: operand(slots) is None

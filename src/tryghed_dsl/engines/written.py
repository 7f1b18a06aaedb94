"""Core expressions written as Python; what they come to is what their closures come to.

Numbers are computed in lines of their own, and each has a name. Truths stay Python's
expressions as long as they are short: of a condition only is asked whether it holds, or whether
it fails. Some of what closures leave out is computed here, which changes nothing, for an
expression does nothing but have a value.
"""

from collections.abc import Callable, Iterable
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
    SquareRoot,
    Step,
)
from tryghed_dsl.engines import numbers
from tryghed_dsl.engines.closures import TOLERANCE, Places, compiled, is_fixed
from tryghed_dsl.engines.folds import folding
from tryghed_dsl.engines.numbers import LARGEST
from tryghed_dsl.engines.source import NONE, Source

# Python's parser and compiler take only so many brackets in each other, or signs in a row.
_LONGEST, _IN_A_ROW = 200, 50
_VALUE, _HOLDS, _FAILS = "value", "holds", "fails"


def value_of(expression: Expression, source: Source) -> str:
    """Write what computes an expression, and say what its value is called."""
    if isinstance(expression, Cell | Step):
        return source.leaf(expression)
    if isinstance(expression, Constant):
        return source.number(expression.value)
    known = source.made.get((id(expression), _VALUE))
    if known is None:
        value = _fixed(expression, source) or _WRITTEN[type(expression)](expression, source)
        known = source.made[id(expression), _VALUE] = expression, value
    return known[1]


def _fixed(expression: Expression, source: Source) -> str | None:
    """The number that an expression is which rests on no figures; None for any other."""
    if not is_fixed(expression):
        return None
    return source.number(compiled(expression, Places())(()))


# ------------------------------------------------------------------ numbers


def _added(expression: Add, source: Source) -> str:
    signs = [sign for sign, _ in expression.terms]
    values = [value_of(part, source) for _, part in expression.terms]
    first = "-" if signs[0] == "-" else ""
    return _in_range(values, [], [first, *(f" {sign} " for sign in signs[1:])], source)


def _multiplied(expression: Multiply, source: Source) -> str:
    signs = [sign for sign, _ in expression.factors]
    values = [value_of(part, source) for _, part in expression.factors]
    divisors = [value for sign, value in zip(signs[1:], values[1:], strict=True) if sign == "/"]
    nonzero = [f"{value} != 0" for value in divisors if not source.given.get(value)]
    return _in_range(values, nonzero, ["", *(f" {sign} " for sign in signs[1:])], source)


def _in_range(values: list[str], more: list[str], signs: list[str], source: Source) -> str:
    """A result that is missing where a value is, or more does not hold, or it is too large."""
    if NONE in values:
        return NONE
    result, asked = source.new(), [*source.unsure(*dict.fromkeys(values)), *more]
    if asked:
        with source.block(f"if {' and '.join(asked)}:"):
            _reckon(result, values, signs, source)
        source.line(f"else: {result} = None")
    else:
        _reckon(result, values, signs, source)
    return result


def _reckon(result: str, values: list[str], signs: list[str], source: Source) -> None:
    """Reckon from left to right, a row at a time."""
    for start in range(0, len(values), _IN_A_ROW):
        row = slice(start, start + _IN_A_ROW)
        pairs = zip(signs[row], values[row], strict=True)
        before = result if start else ""
        source.line(f"{result} = {before}{''.join(f'{sign}{value}' for sign, value in pairs)}")
    source.line(f"if not -{LARGEST} <= {result} <= {LARGEST}: {result} = None")


def _absolute(expression: Absolute, source: Source) -> str:
    value = value_of(expression.operand, source)
    if not source.is_known(value):
        return source.named(f"None if {value} is None else abs({value})")
    result = source.named(f"abs({value})")
    source.learn(result)
    return result


def _root(expression: SquareRoot, source: Source) -> str:
    return _called(numbers.square_root, [expression.operand], source)


def _floor(expression: Floor, source: Source) -> str:
    return _called(numbers.floor, [expression.operand], source)


def _power(expression: Power, source: Source) -> str:
    return _called(numbers.power, [expression.base, expression.exponent], source)


def _called(function: Callable[..., Any], parts: Iterable[Expression], source: Source) -> str:
    values = ", ".join([value_of(part, source) for part in parts])
    return source.named(f"{source.other(function)}({values})")


def _folded(expression: Fold, source: Source) -> str:
    values = ", ".join([value_of(item, source) for item in expression.items])
    made = folding(expression.kind, len(expression.items), expression.least, expression.share)
    return source.named(f"{source.other(made)}([{values}])")


# ------------------------------------------------------------------ choices


def _chosen(expression: If, source: Source) -> str:
    condition = value_of(expression.condition, source)
    if condition == NONE:
        return NONE
    branches = (expression.then, expression.otherwise)
    if source.is_deep:
        then, otherwise = [value_of(branch, source) for branch in branches]
        known = f"{then} if {condition} else {otherwise}"
        return source.named(f"None if {condition} is None else {known}")
    result, sure = source.new(), source.is_known(condition)
    headers = (f"if {condition}:", "else:" if sure else f"elif {condition} is not None:")
    for header, branch in zip(headers, branches, strict=True):
        with source.block(header):
            value = value_of(branch, source)
            sure = source.is_known(value) and sure
            source.line(f"{result} = {value}")
    if not source.is_known(condition):
        source.line(f"else: {result} = None")
    elif sure:
        source.learn(result)
    return result


def _first(expression: Coalesce, source: Source) -> str:
    if not expression.operands:
        return NONE
    first, *others = expression.operands
    value = value_of(first, source)
    result = source.named(value)
    sure = source.is_known(value)
    for other in others:
        if source.is_deep:
            value = value_of(other, source)
            source.line(f"if {result} is None: {result} = {value}")
        else:
            with source.block(f"if {result} is None:"):
                value = value_of(other, source)
                sure = sure or source.is_known(value)
                source.line(f"{result} = {value}")
    if sure:
        source.learn(result)
    return result


# ------------------------------------------------------------------ truths


def holds(expression: Expression, source: Source) -> str:
    """Write what a condition needs, and Python that is true where it holds."""
    return _asked(expression, _HOLDS, source)


def _asked(expression: Expression, what: str, source: Source) -> str:
    """Python that is true where an expression holds, or else where it fails."""
    match expression:
        case Not(operand):
            return _asked(operand, _FAILS if what == _HOLDS else _HOLDS, source)
        case And(operands):
            return _joined(operands, what, "and" if what == _HOLDS else "or", source)
        case Or(operands):
            return _joined(operands, what, "or" if what == _HOLDS else "and", source)
        case IsMissing(operand):
            return _is_missing(value_of(operand, source), what, source)
        case AtMost():
            return _compared(expression, what, source)
        case _:
            value = value_of(expression, source)
            return value if what == _HOLDS else _all_of([*source.unsure(value), f"not {value}"])


def _joined(operands: Iterable[Expression], what: str, word: str, source: Source) -> str:
    parts = [_short(operand, what, source) for operand in operands]
    nothing = "True" if word == "and" else "False"
    return f"({f' {word} '.join(parts)})" if parts else nothing


def _short(expression: Expression, what: str, source: Source) -> str:
    """What is asked of an expression; what is long gets a name."""
    known = source.made.get((id(expression), what))
    if known is not None:
        return known[1]
    text = _asked(expression, what, source)
    if len(text) > _LONGEST:
        text = source.named(text)
        source.made[id(expression), what] = expression, text
    return text


def _is_missing(value: str, what: str, source: Source) -> str:
    if source.is_known(value):
        return "False" if what == _HOLDS else "True"
    return f"{value} is None" if what == _HOLDS else f"{value} is not None"


def _compared(expression: AtMost, what: str, source: Source) -> str:
    left, right = value_of(expression.left, source), value_of(expression.right, source)
    if NONE in (left, right):
        return "False"
    within = f"{right} + {TOLERANCE} * max(1.0, abs({left}), abs({right}))"
    if what == _HOLDS:
        plain, near = f"{left} <= {right}", f" or {left} <= {within}"
    else:
        plain, near = f"{left} > {right}", f" and {left} > {within}"
    compared = plain if expression.plain else f"({plain}{near})"
    return _all_of([*source.unsure(*dict.fromkeys((left, right))), compared])


def _all_of(conditions: list[str]) -> str:
    return conditions[0] if len(conditions) == 1 else f"({' and '.join(conditions)})"


def _truth(expression: Expression, source: Source) -> str:
    """The value of a truth: whether it holds, or missing where it neither holds nor fails."""
    held, failed = (_short(expression, what, source) for what in (_HOLDS, _FAILS))
    return source.named(f"True if {held} else False if {failed} else None")


_WRITTEN: dict[type, Callable[[Any, Source], str]] = {
    Add: _added,
    Multiply: _multiplied,
    Absolute: _absolute,
    SquareRoot: _root,
    Floor: _floor,
    Power: _power,
    Fold: _folded,
    If: _chosen,
    Coalesce: _first,
    **dict.fromkeys((AtMost, Not, And, Or, IsMissing), _truth),
}

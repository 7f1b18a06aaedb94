"""Expressions, and what stands as an argument only."""

from collections.abc import Sequence

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printing import conditions
from tryghed_dsl.syntax.printing.names import counted, function_name, name

# How closely the parts of an expression hold together, the loosest first.
_WHOLE, _SUM, _PRODUCT, _UNARY, _POSTFIX, _ATOM = range(6)


def whole(node: nodes.Expression) -> str:
    """An expression that stands for itself: to the right of a limit, or as an argument."""
    return _expression(node, _WHOLE)


def expression(node: nodes.Expression) -> str:
    """An expression among others, with brackets only where they are needed."""
    return _expression(node, _SUM)


def _expression(node: nodes.Expression, level: int) -> str:
    text, own = _written(node)
    return f"({text})" if own < level else text


def _written(node: nodes.Expression) -> tuple[str, int]:
    match node:
        case nodes.If(condition, then, otherwise):
            held = conditions.condition(condition)
            return f"if {held} then {whole(then)} else {whole(otherwise)}", _WHOLE
        case nodes.Sum(terms):
            return _joined(terms, _PRODUCT), _SUM
        case nodes.Product(factors):
            return _joined(factors, _UNARY), _PRODUCT
        case nodes.Minus(operand):
            return f"-{_expression(operand, _UNARY)}", _UNARY
        case nodes.ShareOf(share, of):
            level = _UNARY if isinstance(of, nodes.Rate) else _POSTFIX
            return f"{share.digits}% of {_expression(of, level)}", _UNARY
        case nodes.Rate(part, per, of):
            ends = _expression(part, _POSTFIX), _expression(of, _POSTFIX)
            return f"{ends[0]} per {per.digits} {ends[1]}", _UNARY
        case nodes.At(operand, when):
            return f"{_expression(operand, _POSTFIX)}[{when.period}]", _POSTFIX
        case nodes.InArea(operand, area):
            return f"{_expression(operand, _POSTFIX)} in {name(area)}", _POSTFIX
        case _:
            return _atom(node), _ATOM


def _joined(parts: Sequence[tuple[str, nodes.Expression]], level: int) -> str:
    text = _expression(parts[0][1], level)
    for sign, part in parts[1:]:
        text += f" {sign} {_expression(part, level)}"
    return text


def _atom(node: nodes.Expression) -> str:
    match node:
        case nodes.Number():
            return number(node)
        case nodes.When(period):
            return str(period)
        case nodes.Name():
            return name(node)
        case nodes.Call(function, arguments):
            inside = ", ".join(_argument(argument) for argument in arguments)
            return f"{function_name(function.text)}({inside})"
        case _:
            message = f"no expression: {node!r}"
            raise TypeError(message)


def number(node: nodes.Number) -> str:
    """A number with its sign."""
    points = node.sign is nodes.Sign.POINTS
    return f"{node.digits} pp" if points else f"{node.digits}{node.sign.value}"


# ------------------------------------------------------------------ arguments


def _argument(node: nodes.Argument) -> str:
    value = _value(node.value)
    return value if node.name is None else f"{function_name(node.name.text)}={value}"


def _value(node: nodes.Expression | nodes.Part) -> str:
    match node:
        case nodes.Range():
            return periods(node)
        case nodes.Duration():
            return duration(node)
        case nodes.Least(amount):
            return f"at least {number(amount)}"
        case nodes.Over(operand, areas, among):
            return f"{expression(operand)} {'among' if among else 'over'} {name(areas)}"
        case nodes.Counted(each, within, condition):
            where = periods(within) if isinstance(within, nodes.Range) else name(within)
            return f"{counted(each)} in {where} where {conditions.condition(condition)}"
        case nodes.Growth(amount, unit):
            return f"{number(amount)} a {name(unit)}"
        case nodes.Spread(low, high):
            return f"{number(low)}..{number(high)}"
        case nodes.Milestones(entries):
            return f"{{{', '.join(_milestone(entry) for entry in entries)}}}"
        case _:
            return whole(node)


def _milestone(node: nodes.Milestone) -> str:
    change = "" if node.change is None else f"{name(node.change)} "
    return f"{node.when.period}: {change}{_value(node.value)}"


def periods(node: nodes.Range) -> str:
    """A range of periods."""
    last = "now" if node.last is None else str(node.last.period)
    return f"{node.first.period}..{last}"


def duration(node: nodes.Duration) -> str:
    """A number of periods."""
    return f"{node.number.digits} {name(node.unit)}"

"""Calculations in the core, written short; what is known beforehand is worked out at once."""

from tryghed_dsl.core.program import Add, Constant, Expression, Multiply, Power

ZERO, ONE = Constant(0.0), Constant(1.0)


def plus(left: Expression, right: Expression) -> Expression:
    """One number and another."""
    return right if left == ZERO else left if right == ZERO else Add((("+", left), ("+", right)))


def minus(left: Expression, right: Expression) -> Expression:
    """One number less another."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        return Constant(left.value - right.value)
    return left if right == ZERO else Add((("+", left), ("-", right)))


def times(left: Expression, right: Expression) -> Expression:
    """One number times another."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        return Constant(left.value * right.value)
    if ONE in (left, right):
        return right if left == ONE else left
    return Multiply((("*", left), ("*", right)))


def over(left: Expression, right: Expression) -> Expression:
    """One number over another."""
    if isinstance(left, Constant) and isinstance(right, Constant) and right != ZERO:
        return Constant(left.value / right.value)
    return left if right == ONE else Multiply((("*", left), ("/", right)))


def squared(operand: Expression) -> Expression:
    """A number times itself."""
    return Multiply((("*", operand), ("*", operand)))


def cubed(operand: Expression) -> Expression:
    """The third power of a number above zero."""
    return Power(operand, Constant(3.0))


def summed(parts: tuple[Expression, ...]) -> Expression:
    """Numbers added up, in order."""
    return parts[0] if len(parts) == 1 else Add(tuple(("+", part) for part in parts))

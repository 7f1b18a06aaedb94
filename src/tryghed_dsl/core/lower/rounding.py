"""Rounding as an indicator's `precision` asks for it: half away from zero."""

from tryghed_dsl.core.program import Add, AtMost, Constant, Expression, Floor, If, Multiply

# So much short of a half still counts as a half, because decimals are not exact in binary.
_SHORT_OF_HALF = 1e-9
_ZERO = Constant(0.0)


def rounded(expression: Expression, decimals: int | None) -> Expression:
    """An expression rounded to so many decimals; as it is where none are asked for."""
    if decimals is None:
        return expression
    positive = _away_from_zero(expression, decimals)
    negative = Add((("-", _away_from_zero(Add((("-", expression),)), decimals)),))
    return If(AtMost(_ZERO, expression, plain=True), positive, negative)


def _away_from_zero(size: Expression, decimals: int) -> Expression:
    scale, half = Constant(10.0**decimals), Constant(0.5 + _SHORT_OF_HALF)
    scaled = Multiply((("*", size), ("*", scale)))
    whole = Floor(Add((("+", scaled), ("+", half))))
    return Multiply((("*", whole), ("/", scale)))

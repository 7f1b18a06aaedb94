"""Exact numbers that know how far double precision may be off, and the comparisons on them.

The program calculates in doubles and the oracle in fractions. Where a decision hangs on the
last digits of a double, the two may differ and both be right. So every number carries a bound of
what doubles can be off by, and a comparison that falls within it is a `Border`: the case is then
no witness for either side.
"""

import math
from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction
from statistics import NormalDist

ULP = 2.0**-52
SAFE = 8  # formulas of equal meaning may round in other places
NEAR = Fraction(1, 10**9)
EDGE = 1e-12


class Border(Exception):  # noqa: N818 -- no mistake, a case on the border
    """A decision that the rounding of doubles could turn."""


class Unsettled(Exception):  # noqa: N818 -- no mistake either
    """The texts do not say what this case means."""


class Overflow(ArithmeticError):  # noqa: N818 -- the language's word: missing
    """The result is too large for a number."""


class Exact:
    """A number, and how far its double may be off; a number as it was written is off by 0."""

    __slots__ = ("off", "size", "value")

    def __init__(self, value: Fraction | int, off: float = 0.0) -> None:
        self.value = value if isinstance(value, Fraction) else Fraction(value)
        try:
            self.size = abs(self.value.numerator / self.value.denominator)
        except OverflowError:
            raise Overflow from None
        self.off = off

    def __repr__(self) -> str:
        return f"Exact({float(self.value)}, {self.off:.0e})"

    def __float__(self) -> float:
        return float(self.value)

    def __add__(self, other: "Exact") -> "Exact":
        result = self.value + other.value
        if _plain(self) and _plain(other) and _binary(result):
            return Exact(result)
        return Exact(result, self.off + other.off + ULP * (self.size + other.size))

    def __sub__(self, other: "Exact") -> "Exact":
        if self.off == other.off == 0 and self.value == other.value:
            return Exact(0)
        return self + -other

    def __neg__(self) -> "Exact":
        return Exact(-self.value, self.off)

    def __abs__(self) -> "Exact":
        return Exact(abs(self.value), self.off)

    def __mul__(self, other: "Exact") -> "Exact":
        result = self.value * other.value
        if any(_plain(each) and each.value == 0 for each in (self, other)):
            return Exact(0)
        if _plain(self) and _plain(other) and _binary(result):
            return Exact(result)
        off = self.size * other.off + other.size * self.off + self.off * other.off
        product = Exact(result)
        product.off = off + 2 * ULP * product.size + 1e-320
        return product

    def __truediv__(self, other: "Exact") -> "Exact":
        """The quotient.

        Raises:
            ZeroDivisionError: the divisor is 0.
            Border: in doubles it may or may not be 0.
        """
        if other.value == 0 and other.off == 0:
            raise ZeroDivisionError
        if self.off == other.off == 0 and self.value == other.value:
            return Exact(1)
        if other.size <= SAFE * other.off:
            raise Border
        result = self.value / other.value
        if _plain(self) and _plain(other) and _binary(result):
            return Exact(result)
        quotient = Exact(result)
        off = (self.off + quotient.size * other.off) / (other.size - other.off)
        quotient.off = off + 2 * ULP * quotient.size + 1e-320
        return quotient


def _plain(number: Exact) -> bool:
    """Whether the number's double is the number itself."""
    return number.off == 0 and _binary(number.value)


def _binary(value: Fraction) -> bool:
    below = value.denominator
    return below & (below - 1) == 0 and value.numerator.bit_length() <= 53 and below < 2**60


ZERO, ONE = Exact(0), Exact(1)


# ------------------------------------------------------------------ ruling 1


def at_most(left: Exact, right: Exact) -> bool:
    """Whether left <= right, as section 3 and ruling 1 have it: equality is met, nearly too."""
    scale = max(Fraction(1), abs(left.value), abs(right.value))
    room = right.value + NEAR * scale - left.value
    if abs(float(room)) <= SAFE * (left.off + right.off) + EDGE * float(scale):
        raise Border
    return room >= 0


def at_least(left: Exact, right: Exact) -> bool:
    """Whether left >= right (ruling 1)."""
    return at_most(right, left)


def below(left: Exact, right: Exact) -> bool:
    """Whether left < right (ruling 1)."""
    return not at_most(right, left)


def above(left: Exact, right: Exact) -> bool:
    """Whether left > right (ruling 1)."""
    return not at_most(left, right)


def equal(left: Exact, right: Exact) -> bool:
    """Whether both are at most the other (ruling 1)."""
    return at_most(left, right) and at_most(right, left)


def plainly_below(left: Exact, right: Exact) -> bool:
    """Whether left < right in plain order, for ranks (ruling 1)."""
    if left is right:
        return False
    if left.off == right.off == 0:
        return left.value < right.value
    if abs(float(left.value - right.value)) <= SAFE * (left.off + right.off):
        raise Border
    return left.value < right.value


def ordered(numbers: Iterable[Exact]) -> list[Exact]:
    """Numbers from the smallest to the largest, in plain order (ruling 1)."""
    return sorted(numbers, key=lambda number: number.value)


# ------------------------------------------------------------------ what needs more than + - * /


def total(numbers: Iterable[Exact]) -> Exact:
    """The sum."""
    result = ZERO
    for number in numbers:
        result = result + number
    return result


def rounded(number: Exact, decimals: int) -> Exact:
    """Ruling 10: half away from zero, with room for what a double may lack to the half."""
    scaled = abs(number.value) * 10**decimals + Fraction(1, 2) + NEAR
    off = number.off * 10**decimals + EDGE * max(1.0, float(scaled))
    if math.floor(scaled - Fraction(off)) != math.floor(scaled + Fraction(off)):
        raise Border
    size = Fraction(math.floor(scaled), 10**decimals)
    return Exact(size if number.value >= 0 else -size)


def power(base: Exact, exponent: Exact) -> Exact:
    """A power of a number above zero."""
    if exponent.value.denominator == 1 and abs(exponent.value) <= 200:
        result = base.value ** int(exponent.value)
    else:
        with localcontext() as context:
            context.prec = 50
            result = Fraction(_decimal(base.value) ** _decimal(exponent.value))
    relative = exponent.size * base.off / base.size + 8 * ULP * (1 + exponent.size)
    made = Exact(result)
    made.off = made.size * relative
    return made


def root(number: Exact) -> Exact:
    """The square root of a number not below zero."""
    if number.value < 0:
        raise Border if -number.size >= -SAFE * number.off else Unsettled
    with localcontext() as context:
        context.prec = 50
        result = Fraction(_decimal(number.value).sqrt())
    if result == 0:
        return Exact(0, math.sqrt(number.off))
    return Exact(result, number.off / (2 * float(result)) + 4 * ULP * float(result))


def normal_quantile(share: Fraction) -> Exact:
    """The value that a standard normal variable stays below with this probability."""
    value = NormalDist().inv_cdf(float(share))
    return Exact(Fraction(value), 8 * ULP * abs(value))


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)

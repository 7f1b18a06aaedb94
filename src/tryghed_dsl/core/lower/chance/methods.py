"""Published methods for intervals and tests, as calculations in the core."""

from tryghed_dsl.core.lower.chance.build import (
    ONE,
    ZERO,
    cubed,
    minus,
    over,
    plus,
    squared,
    summed,
    times,
)
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.program import AtMost, Constant, Expression, If, SquareRoot

# From so many events on Byar's approximation is used, below it the exact limits.
BYAR_FROM = 10
_TWO, _THREE, _FOUR, _NINE = (Constant(number) for number in (2.0, 3.0, 4.0, 9.0))


# ------------------------------------------------------------------ one count


def byar_lower(count: Expression, z: float) -> Expression:
    """Byar's lower limit of a count: x (1 - 1/9x - z/3√x)³.

    Method: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), p. 69.
    """
    return times(count, cubed(minus(_byar_middle(count), _byar_width(count, z))))


def byar_upper(count: Expression, z: float) -> Expression:
    """Byar's upper limit of a count: with y = x + 1, y (1 - 1/9y + z/3√y)³."""
    more = plus(count, ONE)
    return times(more, cubed(plus(_byar_middle(more), _byar_width(more, z))))


def _byar_middle(count: Expression) -> Expression:
    return minus(ONE, over(ONE, times(_NINE, count)))


def _byar_width(count: Expression, z: float) -> Expression:
    return over(Constant(z), times(_THREE, SquareRoot(count)))


def count_lower(count: Expression, level: Level) -> Expression:
    """The lower limit of a count: Byar's from ten events, exact below.

    A count below ten that is not whole has the limit of the whole number below it, so that it
    never looks surer than it is.
    """
    limit: Expression = ZERO
    for number, exact in enumerate(level.lower):
        if number > 0:
            limit = If(AtMost(Constant(float(number)), count), Constant(exact), limit)
    return If(AtMost(Constant(float(BYAR_FROM)), count), byar_lower(count, level.z), limit)


def count_upper(count: Expression, level: Level) -> Expression:
    """The upper limit of a count: exact up to nine events, Byar's above.

    A count below nine that is not whole has the limit of the whole number above it.
    """
    limit = byar_upper(count, level.z)
    for number, exact in reversed(tuple(enumerate(level.upper))):
        limit = If(AtMost(count, Constant(float(number))), Constant(exact), limit)
    return limit


# ------------------------------------------------------------------ one share


def wilson(share: Expression, n: Expression, z: float, *, upper: bool) -> Expression:
    """A limit of a share (0–1) of n: (2np + z² ± z√(z² + 4np(1-p))) / 2(n + z²).

    Method: E. B. Wilson, JASA 22 (1927); method 3 of R. G. Newcombe, Statistics in Medicine 17
    (1998), pp. 857–872.
    """
    square = Constant(z * z)
    hits = times(n, share)
    root = SquareRoot(plus(square, times(_FOUR, times(hits, minus(ONE, share)))))
    middle, width = plus(times(_TWO, hits), square), times(Constant(z), root)
    top = plus(middle, width) if upper else minus(middle, width)
    return over(top, times(_TWO, plus(n, square)))


# ------------------------------------------------------------------ two counts, and sums


def score_z(first: Expression, second: Expression, ratio: Expression) -> Expression:
    """How far a count lies above another times a ratio: (x1 - x2 r) / √((x1 + x2) r).

    The ratio is that of the exposures, e1/e2. Where both counts are 0 they do not differ: 0.

    Method: the score test; H. K. T. Ng and M. L. Tang, Statistics in Medicine 24 (2005),
    pp. 955–965; test W2A of K. Gu and others, Biometrical Journal 50 (2008), pp. 283–298.
    """
    both = plus(first, second)
    z = over(minus(first, times(second, ratio)), SquareRoot(times(both, ratio)))
    return If(AtMost(both, ZERO, plain=True), ZERO, z)


def square_and_add(deviations: tuple[Expression, ...]) -> Expression:
    """How far a sum lies from its limit: √Σd², d how far each part lies from its own.

    For two shares with Wilson's limits it is method 10 of R. G. Newcombe, Statistics in Medicine
    17 (1998), pp. 873–890; for others the MOVER of G. Y. Zou and A. Donner, ibid. 27 (2008).
    """
    if not deviations:
        return ZERO
    if len(deviations) == 1:
        return deviations[0]
    return SquareRoot(summed(tuple(squared(deviation) for deviation in deviations)))

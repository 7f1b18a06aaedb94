"""Products and quotients whose chance can be told: a figure times numbers, over exact ones."""

import math
from collections.abc import Callable

from tryghed_dsl.check import terms
from tryghed_dsl.check.terms import Term
from tryghed_dsl.core.lower.chance.build import ONE, over
from tryghed_dsl.core.lower.chance.linear import Linear, exact
from tryghed_dsl.core.lower.chance.noise import Counted, Exact
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.term import lower_term

Reader = Callable[[Term, Frame], Linear | None]
_Read = tuple[tuple[Term, Linear], ...]


def linear_product(product: terms.Product, frame: Frame, read: Reader) -> Linear | None:
    """What a product is a weighted sum of; None where its chance cannot be told.

    Args:
        product: the product.
        frame: where it is read.
        read: what reads its factors.
    """
    found = [(sign, factor, read(factor, frame)) for sign, factor in product.factors]
    known = [(sign, term, linear) for sign, term, linear in found if linear is not None]
    if len(known) < len(found):
        return None
    if all(linear.exact for _, _, linear in known):
        return _number(product, frame, known)
    factors = tuple((term, linear) for sign, term, linear in known if sign == "*")
    divisors = tuple((term, linear) for sign, term, linear in known if sign == "/")
    return _scaled(factors, divisors, frame)


def _number(
    product: terms.Product, frame: Frame, known: list[tuple[str, Term, Linear]]
) -> Linear | None:
    """A product of exact numbers, which is exact."""
    if any(linear.parts for _, _, linear in known):
        return exact(lower_term(product, frame))
    if any(sign == "/" and linear.constant == 0 for sign, _, linear in known):
        return None
    powers = (linear.constant if sign == "*" else 1 / linear.constant for sign, _, linear in known)
    return Linear(math.prod(powers))


def _scaled(factors: _Read, divisors: _Read, frame: Frame) -> Linear | None:
    """One figure with chance in it, or a number that was agreed, over exposures."""
    noisy = [linear for _, linear in factors if linear.parts]
    numbers = [linear.constant for _, linear in factors if not linear.parts]
    if len(noisy) > 1 or len(factors) == len(numbers) == 1:
        return None
    result = (noisy[0] if noisy else Linear(1.0)).times(math.prod(numbers))
    rate = len(divisors) == 1 and bool(numbers)
    for term, linear in divisors:
        if not linear.parts and linear.constant != 0:
            result = result.times(1 / linear.constant)
        elif _is_exposure(linear, rate=rate):
            result = result.weighted(over(ONE, lower_term(term, frame)))
        else:
            return None
    return result


def _is_exposure(linear: Linear, *, rate: bool) -> bool:
    """Whether a divisor is what a figure is exposed to: a total, or in a rate any count.

    `x per 1000 births` is a rate although births are events; a plain quotient of two counts is
    a ratio, of whose chance nothing is known.
    """
    allowed = (Exact, Counted) if rate else (Exact,)
    return linear.plain and all(isinstance(part.figure.noise, allowed) for part in linear.parts)

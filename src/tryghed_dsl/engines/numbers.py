"""Roots, powers and whole numbers as closures."""

import math
from collections.abc import Callable, Sequence
from typing import Any

LARGEST = 1.7976931348623157e308

Slots = Sequence[Any]
Closure = Callable[[Slots], Any]


def square_root(operand: Closure) -> Closure:
    """The square root; missing below zero."""

    def root(slots: Slots) -> Any:
        value = operand(slots)
        return None if value is None or value < 0 else math.sqrt(value)

    return root


def floor(operand: Closure) -> Closure:
    """The largest whole number that is not above a number."""

    def whole(slots: Slots) -> Any:
        value = operand(slots)
        return None if value is None else float(math.floor(value))

    return whole


def power(base: Closure, exponent: Closure) -> Closure:
    """A number to a power; missing unless it is above zero."""

    def raised(slots: Slots) -> Any:
        value, by = base(slots), exponent(slots)
        if value is None or by is None or value <= 0:
            return None
        try:
            result = math.pow(value, by)
        except OverflowError:
            return None
        return result if result <= LARGEST else None

    return raised

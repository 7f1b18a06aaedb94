"""Roots, powers and whole numbers, of numbers that may be missing."""

import math
from typing import Any

LARGEST = 1.7976931348623157e308


def square_root(value: Any) -> Any:
    """The square root; missing below zero."""
    return None if value is None or value < 0 else math.sqrt(value)


def floor(value: Any) -> Any:
    """The largest whole number that is not above a number."""
    return None if value is None else float(math.floor(value))


def power(base: Any, exponent: Any) -> Any:
    """A number to a power; missing unless it is above zero."""
    if base is None or exponent is None or base <= 0:
        return None
    try:
        result = math.pow(base, exponent)
    except OverflowError:
        return None
    return result if result <= LARGEST else None

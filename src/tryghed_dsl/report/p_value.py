"""The chance of a difference at least as large, where nothing has changed."""

import math


def p_value(z: float | None) -> float | None:
    """The two-sided p of a score test; None where there was no such test.

    It is that of the standard normal distribution. No p is made of intervals: one count or one
    share against an agreed number has its limits, and they say whether chance explains it.
    """
    return None if z is None else math.erfc(abs(z) / math.sqrt(2))

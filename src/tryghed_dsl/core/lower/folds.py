"""Many values made one."""

import math

from tryghed_dsl.check.terms import How, Least
from tryghed_dsl.core.program import Expression, Fold, Folding

_SHORT = 1e-9


def fold(how: How, items: tuple[Expression, ...]) -> Fold:
    """Values made one; of an empty range only a sum is known."""
    return Fold(Folding(how.kind.value), items, at_least(how.least, len(items)), how.share)


def at_least(least: Least | None, count: int) -> int | None:
    """How many of so many must be known; None means all."""
    if least is None:
        return None
    return math.ceil(least.amount * count - _SHORT) if least.share else int(least.amount)

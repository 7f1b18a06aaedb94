"""Which way is better for what is made of several things.

A sum, a mean or a positive multiple of indicators is better where they are. A difference, a
change or a count says nothing of it, however its parts are declared.
"""

from collections.abc import Iterable

from tryghed_dsl.check.terms import Constant
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import Direction

# A direction, and whether it is turned: made in a way that has none.
Way = tuple[Direction | None, bool]

NO_WAY: Way = (None, True)


def way_of(typed: Typed) -> Way:
    """The direction of one thing."""
    return typed.direction, typed.turned


def agreed(parts: Iterable[Typed]) -> Way:
    """The direction of parts that all count the same way; none where they disagree."""
    way: Way = (None, False)
    for part in parts:
        way = _both(way, way_of(part))
    return way


def added(so_far: Typed, sign: str, right: Typed) -> Way:
    """The direction of a sum; a difference has none, unless nothing in it is measured."""
    if sign == "-" and not (isinstance(so_far.term, Constant) and isinstance(right.term, Constant)):
        return NO_WAY
    return _both(way_of(so_far), way_of(right))


def _both(one: Way, other: Way) -> Way:
    if one[1] or other[1]:
        return NO_WAY
    if one[0] is None or other[0] is None:
        return (one[0] or other[0]), False
    return one if one[0] is other[0] else NO_WAY


def multiplied(so_far: Typed, sign: str, right: Typed) -> Way:
    """The direction of a product: that of a thing measured times a positive number."""
    if so_far.turned or right.turned:
        return NO_WAY
    if isinstance(right.term, Constant):
        return (so_far.direction, False) if right.term.value > 0 else NO_WAY
    if sign == "*" and isinstance(so_far.term, Constant) and so_far.term.value > 0:
        return right.direction, False
    return NO_WAY

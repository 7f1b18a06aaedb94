"""By which published method the limits of a value were found."""

from enum import StrEnum

from tryghed_dsl.check.conditions import Held
from tryghed_dsl.core.lower.chance.levels import USUAL
from tryghed_dsl.core.lower.chance.linear import Linear, Part
from tryghed_dsl.core.lower.chance.methods import BYAR_FROM
from tryghed_dsl.core.lower.chance.noise import Exact, Sampled
from tryghed_dsl.core.lower.chance.spread import linear_of
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.engines.local import Run

__all__ = ["USUAL", "Method", "method_of"]

_PAIR = 2


class Method(StrEnum):
    """How the limits of a value were found."""

    OWN = "own"
    POISSON = "poisson"
    BYAR = "byar"
    WILSON = "wilson"
    NEWCOMBE = "newcombe"
    ADDED = "added"


def method_of(held: Held, frame: Frame, run: Run, index: int) -> Method | None:
    """How the limits of a subject were found; None where it has no chance in it."""
    linear = linear_of(held.subject, frame)
    parts = () if linear is None else _noisy(linear)
    if not parts:
        return None
    if any(run.value(index, asked) for part in parts for asked in part.figure.asks_for_own()):
        return Method.OWN
    if all(part.figure.counted for part in parts) and len({part.scale for part in parts}) == 1:
        events = sum(run.value(index, part.figure.value) or 0 for part in parts)
        return Method.BYAR if events >= BYAR_FROM else Method.POISSON
    if all(isinstance(part.figure.noise, Sampled) for part in parts):
        by_number = {1: Method.WILSON, _PAIR: Method.NEWCOMBE}
        return by_number.get(len(parts), Method.ADDED)
    return Method.ADDED


def _noisy(linear: Linear) -> tuple[Part, ...]:
    return tuple(part for part in linear.parts if not isinstance(part.figure.noise, Exact))

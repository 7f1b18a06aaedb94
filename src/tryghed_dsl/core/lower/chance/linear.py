"""Weighted sums of figures: what every chance that can be told is worked out from."""

from collections.abc import Iterable

from tryghed_dsl.core.lower.chance.build import ONE, times
from tryghed_dsl.core.lower.chance.noise import Noisy, exactly
from tryghed_dsl.core.program import Constant, Expression
from tryghed_dsl.records import dataclass, replace

# Weights that cancel leave so little.
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Part:
    """A figure with its weight, which is a number times an exact one.

    Attributes:
        scale: the number.
        figure: the figure.
        weight: the exact one, never below zero, which figures decide: one over the exposure of
            a rate, or a share of a way.
    """

    scale: float
    figure: Noisy
    weight: Expression = ONE


@dataclass(frozen=True, slots=True)
class Linear:
    """A number and weighted figures added up; none stands in it twice with one weight."""

    constant: float = 0.0
    parts: tuple[Part, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether there is no chance in it."""
        return all(part.figure.exact for part in self.parts)

    @property
    def plain(self) -> bool:
        """Whether it is nothing but figures added up."""
        return self.constant == 0 and all(
            part.scale == 1 and part.weight == ONE for part in self.parts
        )

    def plus(self, other: "Linear", scale: float = 1.0) -> "Linear":
        """It and another one so many times; figures that both have are put together."""
        found = {(part.figure.key, part.weight): part for part in self.parts}
        for part in other.times(scale).parts:
            at = (part.figure.key, part.weight)
            before = found[at].scale if at in found else 0.0
            found[at] = replace(part, scale=before + part.scale)
        left = tuple(part for part in found.values() if abs(part.scale) > _NOTHING)
        return Linear(self.constant + scale * other.constant, left)

    def times(self, scale: float) -> "Linear":
        """It so many times."""
        parts = tuple(replace(part, scale=part.scale * scale) for part in self.parts)
        return Linear(self.constant * scale, parts)

    def weighted(self, weight: Expression) -> "Linear":
        """It times an exact number that is not below zero."""
        if isinstance(weight, Constant):
            return self.times(weight.value)
        constant = () if self.constant == 0 else (Part(self.constant, exactly(ONE)),)
        parts = (replace(p, weight=times(p.weight, weight)) for p in (*self.parts, *constant))
        return Linear(0.0, tuple(parts))


def added(weighted: Iterable[tuple[float, Linear | None]]) -> Linear | None:
    """Several of them with their weights; None where one of them cannot be told."""
    result = Linear()
    for scale, linear in weighted:
        if linear is None:
            return None
        result = result.plus(linear, scale)
    return result


def exact(value: Expression) -> Linear:
    """An exact number."""
    if isinstance(value, Constant):
        return Linear(value.value)
    return Linear(0.0, (Part(1.0, exactly(value)),))

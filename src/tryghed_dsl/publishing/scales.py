"""The steps of an axis: round numbers that people count in."""

import math
from collections.abc import Sequence

from tryghed_dsl.records import dataclass

_STEPS = 4
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_LARGEST = 1e300


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from its first to its last step."""

    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far up a value lies, between 0 and 1."""
        low, high = self.ticks[0], self.ticks[-1]
        return (_held(value) - low) / (high - low)


def scale(values: Sequence[float], *, whole: bool) -> Scale:
    """A scale for values, which shows zero; its steps are whole where asked."""
    low, high = _held(min(0.0, *values)), _held(max(0.0, *values))
    if low == high:
        high = 1.0
    step = _step((high - low) / _STEPS)
    if whole:
        step = max(1.0, step if step == int(step) else _step(step * 1.01))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(tuple(step * place for place in range(first, last + 1)))


def _step(least: float) -> float:
    """The smallest round number that is no less."""
    size = 10.0 ** math.floor(math.log10(least))
    return next(size * each for each in _ROUND if size * each >= least * (1 - 1e-9))


def _held(value: float) -> float:
    return max(-_LARGEST, min(_LARGEST, value))

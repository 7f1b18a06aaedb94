"""Random choices from a seed: the same seed gives the same spec and figures again."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Random choices."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 -- no secret

    def integer(self, low: int, high: int) -> int:
        """A whole number from low to high."""
        return low + int(self._random.random() * (high - low + 1))

    def choice(self, options: Sequence[T]) -> T:
        """One of several."""
        return options[int(self._random.random() * len(options))]

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self._random.random() * 100 < percent

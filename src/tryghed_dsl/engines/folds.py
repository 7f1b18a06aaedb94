"""Many values made one."""

import math
from collections.abc import Callable, Iterable
from typing import Any

from tryghed_dsl.core.program import Folding
from tryghed_dsl.engines.numbers import LARGEST

_SHORT = 1e-9
_Values = list[Any]


def folding(
    kind: Folding, count: int, least: int | None, share: float | None
) -> Callable[[Iterable[Any]], Any]:
    """What a fold makes of its values, so many, of which some may be missing."""
    if kind is Folding.KNOWN:
        return lambda values: float(sum(value is not None for value in values))
    made = _MADE.get(kind) or _quantile(share or 0.0)
    needed = count if least is None else least

    def result(values: Iterable[Any]) -> Any:
        known = [value for value in values if value is not None]
        if len(known) < needed or (not known and kind not in _OF_NOTHING):
            return None
        value = made(known)
        return value if -LARGEST <= value <= LARGEST else None

    return result


_OF_NOTHING = (Folding.SUM, Folding.COUNT)


def _total(values: _Values) -> float:
    """The sum in the order written."""
    total = 0.0
    for value in values:
        total += value
    return total


def _median(values: _Values) -> float:
    ordered, middle = sorted(values), len(values) // 2
    if len(values) % 2:
        return float(ordered[middle])
    return float((ordered[middle - 1] + ordered[middle]) / 2)


def _quantile(share: float) -> Callable[[_Values], float]:
    def chosen(values: _Values) -> float:
        place = math.ceil(share * len(values) - _SHORT)
        return float(sorted(values)[max(place, 1) - 1])

    return chosen


_MADE: dict[Folding, Callable[[_Values], float]] = {
    Folding.SUM: _total,
    Folding.MEAN: lambda values: _total(values) / len(values),
    Folding.MIN: min,
    Folding.MAX: max,
    Folding.MEDIAN: _median,
    Folding.COUNT: lambda values: float(sum(bool(value) for value in values)),
}

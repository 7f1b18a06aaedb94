"""Many values made one, as closures."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from tryghed_dsl.core.program import Folding
from tryghed_dsl.engines.numbers import LARGEST, Closure, Slots

_SHORT = 1e-9
_Values = list[Any]


def folded(
    kind: Folding, items: Sequence[Closure], least: int | None, share: float | None
) -> Closure:
    """A fold as a function of the slots."""
    if kind is Folding.KNOWN:
        return lambda slots: float(sum(item(slots) is not None for item in items))
    made = _MADE.get(kind) or _quantile(share or 0.0)
    needed = len(items) if least is None else least

    def result(slots: Slots) -> Any:
        known = [value for item in items if (value := item(slots)) is not None]
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

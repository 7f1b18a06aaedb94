"""Figures as a text that is kept: a line for each, in an order of its own, and nothing rounded."""

import json
from collections.abc import Iterator
from typing import Any

from tryghed_dsl.domain.observation import Figures, Key, Observation, Origin
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.register.canonical import canonical

_NUMBERS = ("n", "denominator", "lower", "upper", "most")
_PLACES = ("file", "sheet", "row", "note", "cell")


def figures_text(figures: Figures) -> str:
    """Figures as lines of JSON, sorted by what they are of; what is not known is left out."""
    return "".join(f"{canonical(_line(seen))}\n" for seen in sorted(figures, key=_order))


def _order(seen: Observation) -> tuple[str, str, float, str]:
    key = seen.key
    return key.indicator, key.area, key.period.starts, str(key.period)


def _line(seen: Observation) -> dict[str, Any]:
    key = seen.key
    told: dict[str, Any] = {
        "indicator": key.indicator,
        "area": key.area,
        "period": str(key.period),
        "value": seen.value,
        "unit": seen.unit,
        "flags": list(seen.flags) or None,
        **{name: getattr(seen, name) for name in _NUMBERS},
        **{name: getattr(seen.origin, name) for name in _PLACES},
    }
    return {name: value for name, value in told.items() if value is not None}


def figures_of(text: str) -> Figures:
    """The figures of a text that was kept.

    Raises:
        ValueError: it is no such text.
    """
    return Figures(_observations(text))


def _observations(text: str) -> Iterator[Observation]:
    for line in text.split("\n"):
        if line:
            yield _observation(json.loads(line))


def _observation(told: dict[str, Any]) -> Observation:
    try:
        period = parse_period(told["period"])
        if period is None:
            raise ValueError(told["period"])
        return Observation(
            Key(str(told["indicator"]), str(told["area"]), period),
            float(told["value"]),
            **{name: _number(told.get(name)) for name in _NUMBERS},
            unit=told.get("unit"),
            flags=tuple(told.get("flags", ())),
            origin=Origin(**{name: told.get(name) for name in _PLACES}),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from None


def _number(value: Any) -> float | None:
    return None if value is None else float(value)

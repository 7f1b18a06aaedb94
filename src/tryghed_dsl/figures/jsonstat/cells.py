"""The figures of a dataset: its values, and the status of each."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.figures.cube import Category, Entry
from tryghed_dsl.figures.described import MOST_CELLS, count_of, plain_value, stop, tell
from tryghed_dsl.figures.jsonstat.description import Description
from tryghed_dsl.figures.jsonstat.parts import Object, Parts
from tryghed_dsl.figures.numbers import MISSING, Trouble
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.statuses import flags_of
from tryghed_dsl.figures.values import Symbols, Value
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.patterns import pattern

_PLACE = pattern(r"0|[1-9][0-9]{0,8}")
_SHOWN = 40
_Flags = Callable[[int], tuple[str, ...]]
_Placed = Iterator[tuple[int, tuple[Category, ...], Any]]


def entries_of(
    dataset: Parts, described: Description, options: Options, found: list[Finding]
) -> list[Entry]:
    """The figures that a dataset has.

    Raises:
        Unreadable: they are more or fewer than its categories make.
    """
    symbols = Symbols(MISSING, frozenset(), frozenset()).said(options)
    origin, flags = Origin(dataset.where.file), _flags(dataset, options)
    measured, units = described.measured, described.units
    entries = list[Entry]()
    for place, categories, given in _placed(dataset, described.categories):
        value = _value(given, symbols)
        if isinstance(value, Trouble):
            tell(found, value.value, dataset.where, written=str(given)[:_SHOWN])
        elif value is not None:
            unit = None if measured is None else units.get(categories[measured])
            most, own = value.most, flags(place)
            own = own if most is None else (*own, SUPPRESSED)
            figure = (value.number, origin, None, None, None, None, most, unit, own)
            entries.append(Entry(categories, *figure))
    return entries


# ------------------------------------------------------------------ values


def _placed(dataset: Parts, categories: Sequence[tuple[Category, ...]]) -> _Placed:
    """Each value with its place in the order of the dimensions, and its categories."""
    values, expected = dataset.given.get("value"), count_of(categories)
    if not isinstance(values, list | dict):
        dataset.lacks("value")
    found = float(len(values))
    if isinstance(values, list) and found != expected:
        stop("E340", dataset.where, found=found, expected=float(expected))
    if not expected:
        stop("E312", dataset.where)
    if expected > MOST_CELLS:
        stop("E345", dataset.where, found=float(expected), most=float(MOST_CELLS))
    if isinstance(values, list):
        return zip(range(expected), product(*categories), values, strict=True)
    return _sparse(dataset, values, categories, expected)


def _sparse(
    dataset: Parts, values: Object, categories: Sequence[tuple[Category, ...]], expected: int
) -> _Placed:
    """The values of an object that has them by their places."""
    for key in values:
        if not _PLACE.fullmatch(key) or int(key) >= expected:
            args = {"first": "value", "found": key[:_SHOWN], "second": "size"}
            stop("E343", dataset.where, expected=float(expected), **args)
    for place in sorted(map(int, values)):
        rest, own = place, list[Category]()
        for each in reversed(categories):
            rest, last = divmod(rest, len(each))
            own.append(each[last])
        yield place, tuple(reversed(own)), values[str(place)]


def _value(given: Any, symbols: Symbols) -> Value | Trouble | None:
    if isinstance(given, float):
        return Value(given) if math.isfinite(given) else Trouble.NOT_FINITE
    if given is None:
        return None
    return plain_value(given, symbols) if isinstance(given, str) else Trouble.NOT_A_NUMBER


# ------------------------------------------------------------------ status


def _flags(dataset: Parts, options: Options) -> _Flags:
    """What tells the flags of a place: from one status for all, one for each, or for some."""
    status, values = dataset.given.get("status"), dataset.given.get("value")
    if isinstance(status, list) and len(status) == 1:
        status = status[0]
    if isinstance(status, list) and isinstance(values, list) and len(status) != len(values):
        args = {"found": float(len(status)), "expected": float(len(values))}
        stop("E343", dataset.where, first="status", second="value", **args)
    if status is None:
        return lambda _: ()
    known = dict[str, tuple[str, ...]]()

    def flags(place: int) -> tuple[str, ...]:
        own = _status_at(status, place)
        if not isinstance(own, str):
            return ()
        if own not in known:
            known[own] = flags_of(own, options)
        return known[own]

    return flags


def _status_at(status: Any, place: int) -> Any:
    if isinstance(status, list):
        return status[place] if place < len(status) else None
    return status.get(str(place)) if isinstance(status, dict) else status

"""What differs between two reports of the same targets, and between the figures behind them."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report

_NUMBERS = ("value", "limit", "difference")
_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says of a target, with the English words for verdict and reason."""

    verdict: str
    reason: str
    value: float | None
    limit: float | None
    difference: float | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A target that two reports say different things of; None where one has no such target."""

    id: str
    old: Said | None
    new: Said | None


def said_by(report: Report) -> dict[str, Said]:
    """What a report says of each target; no more of it is computed."""
    return {
        target.id: Said(
            target.verdict.value, target.reason.value, *(target.measure(name) for name in _NUMBERS)
        )
        for target in report
    }


def said_in(report: Mapping[str, Any]) -> dict[str, Said]:
    """What a report in the form `tryghed-report/1` says of each target."""
    return {
        target["id"]: Said(
            target["verdict"], target["reason"], *(target[name] for name in _NUMBERS)
        )
        for target in report["targets"]
    }


def differing(old: Mapping[str, Said], new: Mapping[str, Said]) -> list[Differing]:
    """The targets that two reports say different things of, in their order."""
    names = dict.fromkeys([*old, *new])
    pairs = (Differing(name, old.get(name), new.get(name)) for name in names)
    return [each for each in pairs if not _alike(each.old, each.new)]


def _alike(old: Said | None, new: Said | None) -> bool:
    if old is None or new is None:
        return old is new
    if (old.verdict, old.reason) != (new.verdict, new.reason):
        return False
    return all(_equal(getattr(old, name), getattr(new, name)) for name in _NUMBERS)


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=_NEAR, abs_tol=_NEAR)


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure that is not what it was; None where there was none, or is none any more."""

    key: Key
    old: Observation | None
    new: Observation | None


def revised(old: Figures, new: Figures, until: Period) -> list[Revised]:
    """The figures that are not what they were, of periods that began before one was over.

    Where they stand does not matter, nor what is said of them.
    """
    return list(_revised(old, new, until))


def _revised(old: Figures, new: Figures, until: Period) -> Iterator[Revised]:
    keys = {seen.key for seen in (*old, *new) if seen.key.period.starts < until.ends}
    for key in sorted(keys, key=lambda each: (each.indicator, each.area, each.period.starts)):
        was, now = old.get(key), new.get(key)
        if was is None or now is None or _numbers(was) != _numbers(now):
            yield Revised(key, was, now)


def _numbers(seen: Observation) -> tuple[object, ...]:
    given = (seen.n, seen.denominator, seen.lower, seen.upper, seen.most)
    return (seen.value, *given, "break" in seen.flags)

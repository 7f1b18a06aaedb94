"""Limits and bands: how far a subject may go before it warns, and before it fails."""

from collections.abc import Iterator
from math import inf, isclose, isnan, nan

from tryghed_dsl.check.conditions import Band, Limit, Margin, Operator
from tryghed_dsl.check.terms import Term
from tryghed_dsl.comparing.effect import (
    Difference,
    Effect,
    Number,
    Share,
    Shown,
    What,
    by_size,
    together,
)
from tryghed_dsl.comparing.sides import Sides
from tryghed_dsl.records import dataclass

_Rule = Limit | Band
# Farther off than any number; a limit that is not known still bounds.
_FAR = 1e300
_UPPER = (Operator.AT_MOST, Operator.BELOW, Operator.EQUALS)
_LOWER = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUALS)
_OPEN = (Operator.BELOW, Operator.ABOVE)


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far up a subject may go; how far down is the same with all signs turned.

    Attributes:
        to: the last value, or the one that it must stay below.
        below: whether it must stay below.
    """

    to: float
    below: bool = False


def compare_limits(old: _Rule, new: _Rule, sides: Sides) -> tuple[list[Difference], Effect]:
    """What differs between two limits or bands, and what all of it does together."""
    differences = [*_differences(old, new, sides), *_warning_differences(old, new, sides)]
    if _projection(old) != _projection(new):
        return [*differences, Difference(What.JUDGING)], Effect.UNCLEAR
    effects = [_effect(old, new, sides, up=up) for up in (True, False)]
    return differences, together(effects)


def _projection(rule: _Rule) -> object:
    return rule.projection if isinstance(rule, Limit) else None


def _limit(rule: _Rule, *, up: bool) -> Term | None:
    """What bounds a subject above, or below; None where nothing does."""
    if isinstance(rule, Band):
        return rule.high if up else rule.low
    return rule.limit if rule.operator in (_UPPER if up else _LOWER) else None


def _early(rule: _Rule, *, up: bool) -> Term | None:
    return rule.warnings.above if up else rule.warnings.below


# ------------------------------------------------------------------ the effect


def _effect(old: _Rule, new: _Rule, sides: Sides, *, up: bool) -> Effect:
    """What a new bound above, or below, does."""
    sign = 1 if up else -1
    limits = sides.known(_limit(old, up=up), _limit(new, up=up), unknown=nan)
    early = sides.known(_early(old, up=up), _early(new, up=up), unknown=-sign * inf)
    if limits is None or early is None:
        return Effect.UNCLEAR
    if any(limit is not None and isnan(limit) for limit in limits) and _kinds_differ(old, new):
        return Effect.UNCLEAR
    before = _reaches(old, limits[0], early[0], sign)
    after = _reaches(new, limits[1], early[1], sign)
    return together(_further(*both) for both in zip(before, after, strict=True))


def _reaches(
    rule: _Rule, limit: float | None, early: float | None, sign: int
) -> tuple[_Reach, _Reach]:
    """How far a subject may go and pass, and how far it may go and not fail.

    Of a limit that is not known, but the same in both wordings, the second is counted from it.
    """
    if limit is None:
        return _Reach(inf if early is None else sign * early), _Reach(inf)
    is_open = isinstance(rule, Limit) and rule.operator in _OPEN
    held = _Reach(_FAR if isnan(limit) else sign * limit, is_open)
    passes = held if early is None or sign * early >= held.to else _Reach(sign * early)
    margin = rule.warnings.within
    if isnan(limit):
        return passes, _Reach(0.0 if margin is None else margin.value, is_open)
    return passes, _Reach(held.to + (0.0 if margin is None else _allowed(margin, limit)), is_open)


def _allowed(margin: Margin, limit: float) -> float:
    return margin.value * abs(limit) if margin.relative else margin.value


def _further(old: _Reach, new: _Reach) -> Effect:
    """The effect of a bound that is moved up; where it stays, that of having to stay below."""
    if old.to == new.to or isclose(old.to, new.to):
        return by_size(old.below, new.below, Effect.STRICTER)
    return by_size(old.to, new.to, Effect.LOOSER)


def _kinds_differ(old: _Rule, new: _Rule) -> bool:
    margins = [rule.warnings.within for rule in (old, new)]
    kinds = {margin.relative for margin in margins if margin is not None}
    return len(kinds) > 1


# ------------------------------------------------------------------ what differs


def _differences(old: _Rule, new: _Rule, sides: Sides) -> Iterator[Difference]:
    if _operator(old) != _operator(new):
        yield Difference(What.OPERATOR, _operator(old), _operator(new))
    if isinstance(old, Limit) and isinstance(new, Limit):
        yield from sides.differing(What.LIMIT, old.limit, new.limit)
        return
    for what, up in ((What.LOW, False), (What.HIGH, True)):
        yield from sides.differing(what, _limit(old, up=up), _limit(new, up=up))


def _operator(rule: _Rule) -> str:
    return rule.operator.value if isinstance(rule, Limit) else "between"


def _warning_differences(old: _Rule, new: _Rule, sides: Sides) -> Iterator[Difference]:
    before, after = old.warnings, new.warnings
    if before.within != after.within:
        yield Difference(What.WITHIN, _shown(before.within, sides), _shown(after.within, sides))
    yield from sides.differing(What.WARN_ABOVE, before.above, after.above)
    yield from sides.differing(What.WARN_BELOW, before.below, after.below)


def _shown(margin: Margin | None, sides: Sides) -> Shown:
    if margin is None:
        return None
    if margin.relative:
        return Share(margin.value)
    return Number(margin.value, sides.unit, points=True)

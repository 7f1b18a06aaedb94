"""Conditions: one subject under its rule, and conditions made of conditions."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.check.conditions import (
    Band,
    Condition,
    EveryArea,
    EveryPeriod,
    Held,
    Limit,
    Not,
    Several,
    Trajectory,
    Valid,
)
from tryghed_dsl.check.terms import Least
from tryghed_dsl.comparing.effect import (
    Difference,
    Effect,
    Number,
    Share,
    What,
    by_size,
    together,
    turned,
)
from tryghed_dsl.comparing.limits import compare_limits
from tryghed_dsl.comparing.sides import Sides
from tryghed_dsl.comparing.trajectories import compare_trajectories

Compared = tuple[list[Difference], Effect]
_NOTHING: Compared = ([], Effect.SAME)
_OTHERWISE: Compared = ([Difference(What.CONDITION)], Effect.UNCLEAR)


def compare_conditions(old: Condition, new: Condition, sides: Sides) -> Compared:
    """What differs between two conditions, and what all of it does together."""
    match old, new:
        case Held(), Held():
            return _held(old, new, sides)
        case Not(before), Not(after):
            differences, effect = compare_conditions(before, after, sides)
            return differences, turned(effect)
        case Several(), Several():
            return _several(old, new, sides)
        case EveryArea(), EveryArea() if old.areas == new.areas:
            return _every(old, new, sides)
        case EveryPeriod(), EveryPeriod() if old.window == new.window and old.length is new.length:
            return _every(old, new, sides)
        case Valid(), Valid() if old.periods == new.periods:
            return compare_conditions(old.condition, new.condition, sides)
        case _:
            return _NOTHING if old == new and sides.same else _OTHERWISE


# ------------------------------------------------------------------ one subject


def _held(old: Held, new: Held, sides: Sides) -> Compared:
    if old.subject != new.subject:
        return [Difference(What.SUBJECT)], Effect.UNCLEAR
    differences, effect = _rules(old, new, sides)
    confidence = [Difference(What.CONFIDENCE, _level(old), _level(new))]
    if old.confidence == new.confidence:
        return differences, effect
    # The surer it has to be that a miss is none of chance, the more misses only warn.
    surer = by_size(old.confidence or 0.0, new.confidence or 0.0, Effect.LOOSER)
    return [*differences, *confidence], together((effect, surer))


def _level(held: Held) -> Share | None:
    return None if held.confidence is None else Share(held.confidence)


def _rules(old: Held, new: Held, sides: Sides) -> Compared:
    match old.rule, new.rule:
        case (Limit() | Band()) as before, (Limit() | Band()) as after:
            return compare_limits(before, after, sides)
        case Trajectory() as before, Trajectory() as after:
            if not sides.same:
                return [], Effect.UNCLEAR
            return compare_trajectories(before, after, sides, new.direction)
        case _:
            return [Difference(What.OBJECTIVE)], Effect.UNCLEAR


# ------------------------------------------------------------------ many


def _several(old: Several, new: Several, sides: Sides) -> Compared:
    """Compositions: each member that is harder to meet makes the whole so, or leaves it."""
    before, after = (
        _without_common(old.members, new.members)
        if sides.same
        else (
            old.members,
            new.members,
        )
    )
    whole = old.least is None
    if whole != (new.least is None):
        return [Difference(What.NUMBER)], Effect.UNCLEAR
    found = [_number(old.least, new.least)]
    if len(before) == len(after):
        pairs = zip(before, after, strict=True)
        found += [compare_conditions(was, now, sides) for was, now in pairs]
    elif before and after:
        found.append(([Difference(What.PARTS)], Effect.UNCLEAR))
    else:
        more = Effect.STRICTER if whole else Effect.LOOSER
        effect = more if after else turned(more)
        counts = (Number(float(len(old.members))), Number(float(len(new.members))))
        found.append(([Difference(What.PARTS, *counts)], effect))
    return _all(found)


def _without_common(
    old: Sequence[Condition], new: Sequence[Condition]
) -> tuple[list[Condition], list[Condition]]:
    """The members that stand in one of two compositions only, in the order written."""
    left = list(new)
    gone = []
    for member in old:
        if member in left:
            left.remove(member)
        else:
            gone.append(member)
    return gone, left


def _number(old: int | None, new: int | None) -> Compared:
    if old is None or new is None or old == new:
        return _NOTHING
    counts = (Number(float(old)), Number(float(new)))
    return [Difference(What.NUMBER, *counts)], by_size(old, new, Effect.STRICTER)


def _every(old: EveryArea | EveryPeriod, new: EveryArea | EveryPeriod, sides: Sides) -> Compared:
    return _all(
        (_least(old.least, new.least), compare_conditions(old.condition, new.condition, sides))
    )


def _least(old: Least | None, new: Least | None) -> Compared:
    """Of how many it has to hold; None means all."""
    if old == new:
        return _NOTHING
    difference = [Difference(What.NUMBER, _shown(old), _shown(new))]
    if old is not None and new is not None and old.share != new.share:
        return difference, Effect.UNCLEAR
    if old is None or new is None:
        return difference, Effect.STRICTER if new is None else Effect.LOOSER
    return difference, by_size(old.amount, new.amount, Effect.STRICTER)


def _shown(least: Least | None) -> Number | Share | None:
    if least is None:
        return None
    return Share(least.amount) if least.share else Number(least.amount)


def _all(found: Iterable[Compared]) -> Compared:
    found = list(found)
    differences = [difference for own, _ in found for difference in own]
    return differences, together(effect for _, effect in found)

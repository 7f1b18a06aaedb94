"""Trajectories: how far a subject has to come, by when, and how the way is judged."""

from collections.abc import Iterator

from tryghed_dsl.check.conditions import Trajectory
from tryghed_dsl.check.objectives import (
    Amount,
    Approach,
    Change,
    Course,
    Grow,
    Improve,
    Milestone,
    Milestones,
    Objective,
    Reach,
)
from tryghed_dsl.comparing.effect import (
    Difference,
    Effect,
    Number,
    Share,
    Shown,
    What,
    by_size,
    together,
    turned,
)
from tryghed_dsl.comparing.sides import Sides
from tryghed_dsl.domain.unit import Direction

_Found = Iterator[tuple[Difference, Effect]]
# What `warn from` stands at before the deadline where a spec does not say.
_USUAL_WARN_FROM = 0.60


def compare_trajectories(
    old: Trajectory, new: Trajectory, sides: Sides, direction: Direction | None
) -> tuple[list[Difference], Effect]:
    """What differs between two trajectories, and what all of it does together."""
    if type(old.objective) is not type(new.objective):
        return [Difference(What.OBJECTIVE)], Effect.UNCLEAR
    found = [
        *_objectives(old.objective, new.objective, sides, direction),
        *_courses(old.course, new.course, sides, direction),
    ]
    return [difference for difference, _ in found], together(effect for _, effect in found)


# ------------------------------------------------------------------ where to


def _objectives(
    old: Objective, new: Objective, sides: Sides, direction: Direction | None
) -> _Found:
    match old, new:
        case Approach(), Approach():
            yield from _approaches(old, new)
        case Reach(), Reach():
            for difference in sides.differing(What.AIM, old.value, new.value):
                yield difference, _reached(old, new, sides, direction)
        case Change(), Change():
            if old.up != new.up:
                yield Difference(What.OBJECTIVE), Effect.UNCLEAR
            yield from _amounts(What.AMOUNT, old.amount, new.amount, sides)
        case Grow(), Grow() if old.rate != new.rate:
            same_way = old.rate * new.rate > 0
            effect = by_size(abs(old.rate), abs(new.rate), Effect.STRICTER)
            shown = (Share(old.rate), Share(new.rate))
            yield Difference(What.RATE, *shown), effect if same_way else Effect.UNCLEAR
        case Improve(), Improve():
            yield from _amounts(What.STEP, old.step, new.step, sides)


def _approaches(old: Approach, new: Approach) -> _Found:
    if old.ref != new.ref or old.frozen != new.frozen:
        yield Difference(What.REFERENCE), Effect.UNCLEAR
    if old.measure is not new.measure:
        yield Difference(What.MEASURE, old.measure.value, new.measure.value), Effect.UNCLEAR
    if old.close != new.close:  # without an amount any narrowing will do
        effect = by_size(old.close or 0.0, new.close or 0.0, Effect.STRICTER)
        yield Difference(What.CLOSE, _share(old.close), _share(new.close)), effect


def _reached(old: Reach, new: Reach, sides: Sides, direction: Direction | None) -> Effect:
    before, after = sides.old.of(old.value), sides.new.of(new.value)
    if before is None or after is None or direction is None:
        return Effect.UNCLEAR
    return by_size(before, after, _higher_is(direction))


def _higher_is(direction: Direction) -> Effect:
    """What a higher aim does."""
    return Effect.STRICTER if direction is Direction.HIGHER else Effect.LOOSER


def _amounts(what: What, old: Amount | None, new: Amount | None, sides: Sides) -> _Found:
    if old == new:
        return
    difference = Difference(what, _amount(old, sides), _amount(new, sides))
    if old is None or new is None:
        yield difference, Effect.STRICTER if old is None else Effect.LOOSER
    elif old.relative != new.relative:
        yield difference, Effect.UNCLEAR
    else:
        yield difference, by_size(old.value, new.value, Effect.STRICTER)


def _amount(amount: Amount | None, sides: Sides) -> Shown:
    if amount is None:
        return None
    if amount.relative:
        return Share(amount.value)
    return Number(amount.value, sides.unit, points=True)


def _share(value: float | None) -> Share | None:
    return None if value is None else Share(value)


# ------------------------------------------------------------------ from when to when, and how


def _courses(old: Course, new: Course, sides: Sides, direction: Direction | None) -> _Found:
    if old.by != new.by:
        later = old.by is not None and (new.by is None or new.by.ends > old.by.ends)
        effect = Effect.LOOSER if later else Effect.STRICTER
        yield Difference(What.BY, old.by, new.by), effect
    if old.start != new.start or old.start_value != new.start_value:
        yield Difference(What.START, old.start, new.start), Effect.UNCLEAR
    if old.tolerance != new.tolerance:
        before, after = (Number(each.tolerance, sides.unit, points=True) for each in (old, new))
        effect = by_size(old.tolerance, new.tolerance, Effect.LOOSER)
        yield Difference(What.TOLERANCE, before, after), effect
    yield from _thresholds(old, new)
    yield from _judging(old, new, sides, direction)


def _thresholds(old: Course, new: Course) -> _Found:
    if old.pass_from != new.pass_from:
        effect = by_size(old.pass_from, new.pass_from, Effect.STRICTER)
        yield Difference(What.PASS_FROM, Share(old.pass_from), Share(new.pass_from)), effect
    if old.warn_from == new.warn_from:
        return
    before, after = old.warn_from, new.warn_from
    on_the_way = by_size(
        _USUAL_WARN_FROM if before is None else before,
        _USUAL_WARN_FROM if after is None else after,
        Effect.STRICTER,
    )
    # At the deadline it makes a miss a warning, and only where it is stated.
    at_the_end = by_size(
        1.0 if before is None else before, 1.0 if after is None else after, Effect.STRICTER
    )
    difference = Difference(What.WARN_FROM, _share(before), _share(after))
    yield difference, together((on_the_way, at_the_end))


def _judging(old: Course, new: Course, sides: Sides, direction: Direction | None) -> _Found:
    before, after = old.judging, new.judging
    if isinstance(before, Milestones) and isinstance(after, Milestones):
        if before != after:
            yield Difference(What.MILESTONES), _stones(before, after, sides, direction)
        if old.within != new.within:
            effect = Effect.LOOSER if old.within is None else Effect.STRICTER
            if old.within is not None and new.within is not None:
                ((_, effect),) = _amounts(What.WITHIN, old.within, new.within, sides)
                effect = turned(effect)
            shown = (_amount(old.within, sides), _amount(new.within, sides))
            yield Difference(What.WITHIN, *shown), effect
    elif before != after:
        yield Difference(What.JUDGING), Effect.UNCLEAR


def _stones(old: Milestones, new: Milestones, sides: Sides, direction: Direction | None) -> Effect:
    """What other milestones do, where they stand in the same periods."""
    if [each.period for each in old.stones] != [each.period for each in new.stones]:
        return Effect.UNCLEAR
    pairs = zip(old.stones, new.stones, strict=True)
    return together(_stone(before, after, sides, direction) for before, after in pairs)


def _stone(old: Milestone, new: Milestone, sides: Sides, direction: Direction | None) -> Effect:
    if old == new:
        return Effect.SAME
    if old.change is not None and new.change is not None:
        return together(effect for _, effect in _objectives(old.change, new.change, sides, None))
    if old.value is None or new.value is None:
        return Effect.UNCLEAR
    return _reached(Reach(old.value), Reach(new.value), sides, direction)

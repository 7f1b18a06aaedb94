"""The tests of chance: two counts, or the interval of a difference (rulings 32 to 34)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from oracle import meaning_chance_methods as methods
from oracle.exact import ZERO, Border, Exact, at_most, below, root, total
from oracle.frames import NOT_SAID, Frame, Value
from oracle.meaning_chance_parts import Combination


@dataclass(frozen=True, slots=True)
class Said:
    """What chance says of a comparison; None where it does not say.

    Attributes:
        within: the interval reaches the good side or touches it: a miss is not beyond chance.
        sure: the whole interval lies on the good side.
        z: of the score test, where there was one.
    """

    within: bool | None
    sure: bool | None
    z: Exact | None = None


NOT_TOLD = Said(None, None)
Side = Combination | None


def compared(
    left: Side, right: Side, level: Fraction, frame: Frame, *, strict: bool = False
) -> Said:
    """What chance says of left <= right. Where nothing varies, the comparison itself decides."""
    if left is None or right is None:
        return NOT_TOLD
    over = left.plus(right, Exact(-1))
    if not _varies(over, frame):
        holds = (below if strict else at_most)(left.value, right.value)
        return Said(holds, holds)
    if _are_two_counts(over, frame):
        z, edge = _score(over), methods.z_of(level)
        return Said(at_most(z, edge), below(z, -edge), z)
    down, up = _reaches(over, level, frame)
    within = None if down is None else at_most(left.value - down, right.value)
    return Said(within, None if up is None else below(left.value + up, right.value))


def interval(subject: Side, level: Fraction, frame: Frame) -> dict[str, Value]:
    """The limits of a number, for the report."""
    none: dict[str, Value] = {"lower": NOT_SAID, "upper": NOT_SAID}
    if subject is None or not _varies(subject, frame):
        return none
    down, up = _reaches(subject, level, frame)
    lower: dict[str, Value] = {} if down is None else {"lower": subject.value - down}
    upper: dict[str, Value] = {} if up is None else {"upper": subject.value + up}
    return none | lower | upper


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """No where one is no, yes where all are yes."""
    found = set(answers)
    return False if False in found else None if None in found else True


def either(first: Said, second: Said) -> Said:
    """One of two comparisons is enough."""
    return Said(_any_of((first.within, second.within)), _any_of((first.sure, second.sure)), first.z)


def _any_of(answers: Iterable[bool | None]) -> bool | None:
    found = set(answers)
    return True if True in found else None if None in found else False


# ------------------------------------------------------------------ how far it varies


@dataclass(frozen=True, slots=True)
class Taken:
    """A figure of a sum.

    Attributes:
        weight: how many times it is taken.
        made_of: the numbers and exposures that the weight is made of; those of equal ones are
            one count together, and not those whose exposures happen to be equal.
    """

    part: methods.Part
    known: Exact
    weight: Exact
    made_of: frozenset[tuple[str, Fraction]]


def _taken(over: Combination) -> list[Taken]:
    """The figures of a sum; one that stands in it twice counts once."""
    found: dict[methods.Part, dict[str, Exact]] = {}
    for part, weight in over.parts.items():
        found.setdefault(replace(part, exposure=""), {})[part.exposure] = weight
    known = {replace(part, exposure=""): over.known[part] for part in over.parts}
    return [
        Taken(
            part,
            known[part],
            total(weights.values()),
            frozenset((exposure, weight.value) for exposure, weight in weights.items()),
        )
        for part, weights in found.items()
    ]


def _varies(over: Combination, frame: Frame) -> bool:
    return any(not methods.is_exact(each.part, frame) for each in _taken(over))


def _are_two_counts(over: Combination, frame: Frame) -> bool:
    """Whether one count, or a sum of counts, is held against another, perhaps times a number."""
    if over.constant.value != 0 and over.constant.size <= 8 * over.constant.off:
        raise Border
    counts = all(methods.is_count(each.part, frame) for each in _taken(over))
    # a figure with two exposures has no one ratio to another
    simple = all(len(each.made_of) == 1 for each in _taken(over))
    signs = {each.made_of: each.weight.value > 0 for each in _taken(over)}
    one_each = sorted(signs.values()) == [False, True]
    return counts and simple and one_each and over.constant.value == 0


def _score(over: Combination) -> Exact:
    """Ruling 33: z = (x1 - x2·r) / √((x1 + x2)·r); 0 where both are 0."""
    first, weight = _group(over, lambda w: w > 0)
    second, other = _group(over, lambda w: w < 0)
    r = -other / weight
    if first.value == second.value == 0:
        return ZERO
    return (first - second * r) / root((first + second) * r)


def _group(over: Combination, chosen: Callable[[Fraction], bool]) -> tuple[Exact, Exact]:
    """The sum of the figures whose weight is chosen, and that weight."""
    group = [each for each in _taken(over) if chosen(each.weight.value)]
    return total(each.known for each in group), group[0].weight


def _reaches(over: Combination, level: Fraction, frame: Frame) -> methods.Limits:
    """How far a sum lies above its lower and below its upper limit."""
    taken = _taken(over)
    counts = all(methods.is_count(each.part, frame) for each in taken)
    if counts and len({each.made_of for each in taken}) == 1:  # sums of counts are counts
        number = total(each.known for each in taken)
        return _reach(number, methods.count_limits(number, level), taken[0].weight)
    found = [
        _reach(each.known, methods.limits(each.part, each.known, level, frame), each.weight)
        for each in taken
    ]
    down, up = ([each[side] for each in found] for side in (0, 1))
    return methods.square_and_add(down), methods.square_and_add(up)


def _reach(number: Exact, limits: methods.Limits, weight: Exact) -> methods.Limits:
    """The same of a figure times a number: below zero the limits change places."""
    low, high = limits
    down = None if low is None else abs(weight) * (number - low)
    up = None if high is None else abs(weight) * (high - number)
    return (down, up) if weight.value > 0 else (up, down)

"""The chance in one figure: its limits by what it is, or its own (section 8, ruling 32)."""

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from oracle import meaning_figures as figures
from oracle import meaning_traits as traits
from oracle import model as m
from oracle.exact import ONE, Exact, Unsettled, normal_quantile, power, root, total
from oracle.frames import Frame

EXACT_BELOW = 10
Limits = tuple[Exact | None, Exact | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A figure, or a stated baseline, by what it is of.

    Attributes:
        exposure: what it is divided by in a rate, as it is called; equal exposures are by chance.
    """

    indicator: str
    area: str
    year: int
    stated: bool
    exposure: str = ""


def is_count(part: Part, frame: Frame) -> bool:
    """Whether a figure is a count of events without limits of its own; a baseline is measured."""
    return _counts(frame.world.indicators[part.indicator]) and not _has_own(part, frame)


def is_exact(part: Part, frame: Frame) -> bool:
    """Whether it is an area's total, drawn from nothing larger (ruling 35)."""
    indicator = frame.world.indicators[part.indicator]
    return _is_total(indicator) and not _has_own(part, frame)


def _counts(indicator: m.Indicator) -> bool:
    return indicator.unit == "count" and indicator.kind in {None, "flow"}


def counted(indicator: m.Indicator, frame: Frame) -> bool:
    """Whether it counts events, itself or as a sum of indicators that do (ruling 33)."""
    formula = indicator.formula
    if formula is None:
        return _counts(indicator)
    plain = isinstance(formula, m.Sum) and all(sign == "+" for sign, _ in formula.terms)
    return plain and all(_counts(each) for each in traits.indicators_in(formula, frame))


def _is_total(indicator: m.Indicator) -> bool:
    sums = indicator.unit in {"count", "money", "days"} and indicator.adds_up
    return sums and not _counts(indicator)


def _has_own(part: Part, frame: Frame) -> bool:
    """Whether the data gives it limits: the figure, or what it is summed from."""
    seen = frame.world.figures.by_key.get((part.indicator, part.area, part.year))
    if part.stated:
        return False
    if seen is None:
        return any(_has_own(each, frame) for each in _summed_from(part, frame))
    return seen.lower is not None or seen.upper is not None


def _summed_from(part: Part, frame: Frame) -> list[Part]:
    """The figures of the parts of an area, where they add up."""
    adds_up = frame.world.indicators[part.indicator].adds_up
    return [replace(part, area=each) for each in frame.world.areas[part.area].parts if adds_up]


def limits(part: Part, known: Exact, level: Fraction, frame: Frame) -> Limits:
    """The lower and the upper limit of a figure; None where chance is not told (ruling 35).

    Data with its own limits uses them, each side by itself.
    """
    usual = _usual(part, known, level, frame)
    if not _has_own(part, frame):
        return usual
    seen = frame.world.figures.by_key.get((part.indicator, part.area, part.year))
    if seen is None:
        low, high = _of_parts(part, known, level, frame)
        return low or usual[0], high or usual[1]
    return (
        usual[0] if seen.lower is None else Exact(seen.lower),
        usual[1] if seen.upper is None else Exact(seen.upper),
    )


def _of_parts(part: Part, known: Exact, level: Fraction, frame: Frame) -> Limits:
    """Ruling 34: of a sum, square-and-add of its parts' limits."""
    down, up = [], []
    for each in _summed_from(part, frame):
        indicator = frame.world.indicators[each.indicator]
        value = figures.figure(indicator, frame.within(each.area).at(each.year))
        assert isinstance(value, Exact)
        low, high = limits(each, value, level, frame)
        down.append(None if low is None else value - low)
        up.append(None if high is None else high - value)
    below, above = square_and_add(down), square_and_add(up)
    return None if below is None else known - below, None if above is None else known + above


def square_and_add(reaches: list[Exact | None]) -> Exact | None:
    """Ruling 34: how far a sum lies from its limit, from how far its parts lie from theirs."""
    known = [each for each in reaches if each is not None]
    if len(known) < len(reaches):
        return None
    return known[0] if len(known) == 1 else root(total(each * each for each in known))


def _usual(part: Part, known: Exact, level: Fraction, frame: Frame) -> Limits:
    """The limits by the method for what the figure is."""
    indicator = frame.world.indicators[part.indicator]
    if _counts(indicator):
        return count_limits(known, level)
    if _is_total(indicator):
        return known, known
    answers = _answers(indicator, part.area, part.year, frame)
    if answers is None or indicator.unit not in {"percent", "fraction"}:
        return None, None
    whole = Exact(100 if indicator.unit == "percent" else 1)
    asked = Exact(answers) / Exact(indicator.design or 1)
    low, high = wilson(known / whole, asked, level)
    return low * whole, high * whole


def _answers(indicator: m.Indicator, area: str, year: int, frame: Frame) -> Fraction | None:
    """How many answered; in a whole that is made of its parts all of theirs together."""
    seen = frame.world.figures.by_key.get((indicator.name, area, year))
    if seen is not None:
        return seen.n
    parts = frame.world.areas[area].parts
    found = [_answers(indicator, part, year, frame) for part in parts]
    known = [each for each in found if each is not None]
    return sum(known, Fraction(0)) if parts and len(known) == len(found) else None


def z_of(level: Fraction) -> Exact:
    """Ruling 32: the two-sided level's normal quantile."""
    return normal_quantile((1 + level / 100) / 2)


def wilson(share: Exact, answers: Exact, level: Fraction) -> tuple[Exact, Exact]:
    """Wilson's limits of a share."""
    if not 0 <= share.value <= 1 or answers.value <= 0:
        raise Unsettled
    z = z_of(level)
    square = z * z / answers
    middle = share + square / Exact(2)
    half = root((share * (ONE - share) + square / Exact(4)) / answers) * z
    return (middle - half) / (ONE + square), (middle + half) / (ONE + square)


def count_limits(count: Exact, level: Fraction) -> tuple[Exact, Exact]:
    """Byar's limits from 10 events on, exact Poisson limits below."""
    if count.value < 0:
        raise Unsettled
    if count.value < EXACT_BELOW:
        if count.value.denominator != 1:
            raise Unsettled
        low, high = poisson_limits(int(count.value), level)
        return Exact(low, 1e-12), Exact(high, 1e-12)
    z, more = z_of(level), count + ONE
    low_third = ONE - ONE / (Exact(9) * count) - z / (Exact(3) * root(count))
    high_third = ONE - ONE / (Exact(9) * more) + z / (Exact(3) * root(more))
    return count * power(low_third, Exact(3)), more * power(high_third, Exact(3))


@cache
def poisson_limits(count: int, level: Fraction) -> tuple[Fraction, Fraction]:
    """Exact limits: those at which so many, or so few, have half of what is left as chance."""
    tail = (1 - level / 100) / 2
    low = Fraction(0) if count == 0 else _mean_with(count - 1, 1 - tail)
    return low, _mean_with(count, tail)


def _mean_with(count: int, share: Fraction) -> Fraction:
    """The Poisson mean at which at most `count` events have this probability."""
    with localcontext() as context:
        context.prec = 40
        asked = Decimal(share.numerator) / Decimal(share.denominator)
        low, high = Decimal(0), Decimal(100)
        for _ in range(110):
            middle = (low + high) / 2
            term = chance = (-middle).exp()
            for events in range(1, count + 1):
                term = term * middle / events
                chance += term
            low, high = (middle, high) if chance > asked else (low, middle)
        return Fraction(low)

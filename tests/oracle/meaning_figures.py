"""What a figure is: read, summed over areas, cut off by breaks, stated, rounded."""

from oracle import model as m
from oracle.exact import Exact, rounded, total
from oracle.frames import (
    BROKEN,
    MISSING,
    NO_DENOMINATOR,
    Frame,
    Value,
    absent,
    combined,
)


def figure(indicator: m.Indicator, frame: Frame) -> Value:
    """The figure of an indicator without a formula, in the frame's area and year.

    C21: it is rounded when it is read, a sum of parts as the figure of the whole.
    """
    if frame.baseline:
        stated = stated_baseline(indicator, frame)
        if stated is not None:
            return stated
    seen = _observed(indicator, frame, frame.area)
    return combined(lambda number: in_precision(number, indicator.precision), seen)


def stated_baseline(indicator: m.Indicator, frame: Frame) -> Value | None:
    """Ruling 4: a stated value binds in the agreement's own area, or in the one it names."""
    for stated in indicator.stated:
        area = stated.area or frame.world.home
        if (stated.year, area) == (frame.year, frame.area):
            # ruling 8: it belongs to the series of its year
            if cut_off(indicator, frame, area):
                return BROKEN
            return in_precision(Exact(stated.value), indicator.precision)
    return None


def _observed(indicator: m.Indicator, frame: Frame, area: str) -> Value:
    """Section 3: a value observed for the whole is used, else the parts are taken together."""
    if cut_off(indicator, frame, area):
        return BROKEN
    seen = frame.world.figures.by_key.get((indicator.name, area, frame.year))
    if seen is not None:
        return Exact(seen.value)
    known = frame.world.areas.get(area)
    if known is None or not known.parts:
        return MISSING
    parts = [_observed(indicator, frame, part) for part in known.parts]
    if indicator.adds_up:
        return combined(lambda *values: total(values), *parts)
    return _weighed(parts, [_denominator(indicator, frame, part) for part in known.parts])


def cut_off(indicator: m.Indicator, frame: Frame, area: str) -> bool:
    """Ruling 8: whether a break lies after the year, and up to the year that is judged."""
    return any(
        each.indicator == indicator.name
        and each.area in {None, area}
        and frame.year < each.year <= frame.judged
        for each in frame.world.breaks
    )


def in_precision(value: Exact, decimals: int | None) -> Exact:
    """A number as the precision has it (ruling 10); unchanged without one."""
    return value if decimals is None else rounded(value, decimals)


def _denominator(indicator: m.Indicator, frame: Frame, area: str) -> Value:
    """What a part is weighed with."""
    seen = frame.world.figures.by_key.get((indicator.name, area, frame.year))
    if seen is None or seen.denominator is None:
        return NO_DENOMINATOR
    return Exact(seen.denominator)


def _weighed(parts: list[Value], denominators: list[Value]) -> Value:
    """Section 3: shares are weighted by their denominators, and missing without them.

    A part that is missing makes the sum missing, whatever it would be weighed with.
    """
    gone = absent(*parts) or absent(*denominators)
    if gone is not None:
        return gone
    pairs = zip(parts, denominators, strict=True)
    products = [combined(lambda x, w: x * w, *pair) for pair in pairs]
    above = combined(lambda *values: total(values), *products)
    below = combined(lambda *values: total(values), *denominators)
    return combined(lambda x, w: x / w, above, below)

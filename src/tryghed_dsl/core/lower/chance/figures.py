"""The chance in an indicator's figure, by its unit, its kind and what the data says of it."""

from tryghed_dsl.check.model import Indicator
from tryghed_dsl.core.lower.chance.build import over
from tryghed_dsl.core.lower.chance.linear import Linear, Part, exact
from tryghed_dsl.core.lower.chance.noise import (
    Counted,
    Exact,
    Noise,
    Noisy,
    Sampled,
    Summed,
    Untold,
)
from tryghed_dsl.core.lower.chance.product import Reader
from tryghed_dsl.core.lower.figures import (
    lower_aspect,
    observed,
    parts_of,
    stated_in,
    stated_value,
    whole_observed,
)
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.program import Aspect, Constant
from tryghed_dsl.domain.unit import COUNT, Kind, Quantity

_WHOLES = {Quantity.PERCENT: 100.0, Quantity.FRACTION: 1.0}
_TOTALS = {Quantity.COUNT, Quantity.MONEY, Quantity.DAYS}


def linear_figure(indicator: Indicator, frame: Frame, read: Reader) -> Linear | None:
    """An indicator's figure with its chance: agreed, calculated or observed.

    Args:
        indicator: the indicator.
        frame: where it is read.
        read: what reads its formula.
    """
    stated = stated_in(indicator, frame)
    if stated is not None:
        value = stated_value(indicator, stated, frame)
        if not _counts(indicator, frame, read):
            return exact(value)
        # Equal numbers agreed for two indicators are two figures, and so are two years.
        return _one(Noisy((indicator.id, frame.area, frame.period), value, Counted()))
    if indicator.formula is not None:
        return read(indicator.formula, frame)
    return _one(_observed(indicator, frame))


def _observed(indicator: Indicator, frame: Frame) -> Noisy:
    value = observed(indicator, frame)
    lower, upper = (lower_aspect(indicator, frame, a) for a in (Aspect.LOWER, Aspect.UPPER))
    return Noisy(
        value, value, _noise(indicator, frame), lower, upper, _summed_from(indicator, frame)
    )


def _summed_from(indicator: Indicator, frame: Frame) -> Summed | None:
    """What an area's figure is summed from; shares are weighted, and taken together by `n`."""
    parts = parts_of(indicator, frame)
    if not parts or indicator.kind is Kind.AVERAGE:
        return None
    figures = tuple(_observed(indicator, frame.inside(part)) for part in parts)
    return Summed(whole_observed(indicator, frame), figures)


def _one(figure: Noisy) -> Linear:
    return Linear(0.0, (Part(1.0, figure),))


def _counts(indicator: Indicator, frame: Frame, read: Reader) -> bool:
    """Whether an indicator counts events, itself or as a sum of indicators that do."""
    if indicator.formula is None:
        return _is_count(indicator)
    linear = read(indicator.formula, frame.at(frame.period))
    return linear is not None and linear.plain and all(p.figure.counted for p in linear.parts)


def _is_count(indicator: Indicator) -> bool:
    return indicator.unit == COUNT and indicator.kind is Kind.FLOW


def _noise(indicator: Indicator, frame: Frame) -> Noise:
    quantity = None if indicator.unit is None else indicator.unit.quantity
    if _is_count(indicator):
        return Counted()
    if quantity in _WHOLES:
        n = over(lower_aspect(indicator, frame, Aspect.N), Constant(indicator.design))
        return Sampled(n, _WHOLES[quantity])
    adds_up = indicator.kind in (Kind.FLOW, Kind.STOCK)
    return Exact() if quantity in _TOTALS and adds_up else Untold()

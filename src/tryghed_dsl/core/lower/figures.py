"""An indicator's figure in a frame: agreed, calculated, observed, or summed over areas."""

from tryghed_dsl.check.model import Indicator, StatedBaseline
from tryghed_dsl.core.lower.frame import Frame, as_long_as
from tryghed_dsl.core.lower.rounding import rounded
from tryghed_dsl.core.program import (
    MISSING,
    Add,
    Agreed,
    Aspect,
    Cell,
    Coalesce,
    Constant,
    Expression,
    If,
    IsMissing,
    Multiply,
    Parts,
)
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.unit import Kind
from tryghed_dsl.records import replace

_MADE_OF = {Kind.FLOW: Parts.SUM, Kind.STOCK: Parts.LAST}


def stated_in(indicator: Indicator, frame: Frame) -> StatedBaseline | None:
    """The stated baseline that stands in for the indicator's figure in a frame."""
    if not frame.agreed:
        return None
    agreement = frame.spec.agreement
    own = agreement.area if agreement and agreement.area else frame.home
    for stated in indicator.stated:
        if stated.period == frame.period and (stated.area or own) == frame.area:
            return stated
    return None


def stated_value(indicator: Indicator, stated: StatedBaseline, frame: Frame) -> Expression:
    """An agreed value, which belongs to the series of its own year, or of its restatement."""
    line = stated.span.place.line
    agreed = Agreed(indicator.id, stated.period, stated.span.source.name, line)
    value = rounded(Constant(stated.value, agreed), indicator.precision)
    cell = _one_cell(indicator, frame, frame.area)
    if stated.restated is not None and stated.restated.starts > cell.period.starts:
        cell = replace(cell, period=stated.restated)
    return _within_series(cell, value)


def observed(indicator: Indicator, frame: Frame) -> Expression:
    """A figure of an area: the one observed for it, else the sum of its parts."""
    return rounded(_figure(indicator, frame), indicator.precision)


def lower_aspect(indicator: Indicator, frame: Frame, aspect: Aspect) -> Expression:
    """What is known of a figure besides its value; of a sum of areas only `n` is."""
    whole = _one_cell(indicator, frame, frame.area, aspect)
    parts = parts_of(indicator, frame)
    if not parts or aspect is not Aspect.N:
        return whole
    counted = tuple(("+", lower_aspect(indicator, frame.inside(part), aspect)) for part in parts)
    return If(IsMissing(whole_observed(indicator, frame)), Add(counted), whole)


def whole_observed(indicator: Indicator, frame: Frame) -> Expression:
    """What is observed for an area itself; missing where it is summed from its parts."""
    return _one_cell(indicator, frame, frame.area)


def _figure(indicator: Indicator, frame: Frame) -> Expression:
    whole = _one_cell(indicator, frame, frame.area)
    parts = parts_of(indicator, frame)
    if not parts:
        return whole
    if indicator.kind is Kind.AVERAGE:
        return _within_series(whole, Coalesce((whole, _weighted(indicator, frame, parts))))
    summed = tuple(("+", _figure(indicator, frame.inside(part))) for part in parts)
    return _within_series(whole, Coalesce((whole, Add(summed))))


def _within_series(cell: Cell, value: Expression) -> Expression:
    """A value that a break of the cell's series makes missing."""
    if cell.period == cell.until:
        return value
    broken = replace(cell, aspect=Aspect.BROKEN, parts=None)
    return If(IsMissing(broken), value, MISSING)


def parts_of(indicator: Indicator, frame: Frame) -> tuple[str, ...]:
    """The areas that a figure is summed from where none is observed for the whole."""
    area = frame.spec.areas.get(frame.area)
    return () if area is None or indicator.kind is None else area.parts


def _weighted(indicator: Indicator, frame: Frame, parts: tuple[str, ...]) -> Expression:
    """The mean of parts, each weighted by its denominator."""
    weights = [_weight(indicator, frame.inside(part)) for part in parts]
    values = [_figure(indicator, frame.inside(part)) for part in parts]
    weighted = [
        Multiply((("*", value), ("*", weight)))
        for value, weight in zip(values, weights, strict=True)
    ]
    top = Add(tuple(("+", part) for part in weighted))
    bottom = Add(tuple(("+", weight) for weight in weights))
    return Multiply((("*", top), ("/", bottom)))


def _weight(indicator: Indicator, frame: Frame) -> Expression:
    """The denominator of an area's figure; of an area made of parts, theirs together."""
    whole = _one_cell(indicator, frame, frame.area, Aspect.DENOMINATOR)
    parts = parts_of(indicator, frame)
    if not parts:
        return whole
    inner = tuple(("+", _weight(indicator, frame.inside(part))) for part in parts)
    return Coalesce((whole, Add(inner)))


def _one_cell(indicator: Indicator, frame: Frame, area: str, aspect: Aspect = Aspect.VALUE) -> Cell:
    place = None if area == frame.home else area
    period = _own(indicator, frame.period)
    made_of = None if indicator.kind is None else _MADE_OF.get(indicator.kind)
    parts = made_of if aspect is Aspect.VALUE else None
    return Cell(indicator.id, place, period, frame.until, aspect, parts)


def _own(indicator: Indicator, period: Period) -> Period:
    """The school year for a calendar year, or the other way round; else the period itself."""
    if {indicator.length, period.length} == {Length.YEAR, Length.SCHOOL_YEAR}:
        return as_long_as(period, indicator.length) or period
    return period

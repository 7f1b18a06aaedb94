"""Terms read at a period and in an area: the figures that they look up."""

from dataclasses import dataclass, replace

from tryghed_dsl.check import terms
from tryghed_dsl.check.model import Indicator, Spec, StatedBaseline
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
)
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import Kind

INDICATOR, AREA = "indicator", "area"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where and when a term is read.

    Attributes:
        home: the area that is judged.
        area: the area read; the judged one unless the term says otherwise.
        period: the period read.
        until: the period judged; breaks up to it count.
        agreed: whether stated baselines of the period stand in for its figures.
        refs: for open files, whether an undeclared reference is an indicator or an area.
    """

    spec: Spec
    home: str
    area: str
    period: Period
    until: Period
    agreed: bool = False
    refs: tuple[tuple[str, str], ...] = ()

    def at(self, period: Period) -> "Frame":
        """The same place at another period, read from figures."""
        return replace(self, period=period, agreed=False)

    def baseline(self, period: Period) -> "Frame":
        """The same place at a baseline period, agreed values first."""
        return replace(self, period=period, agreed=True)


def lower_term(term: terms.Term, frame: Frame) -> Expression:
    """A term as a core expression."""
    match term:
        case terms.Constant(value):
            return Constant(value)
        case terms.Figure(indicator):
            return _figure(frame.spec.indicators[indicator], frame)
        case terms.OpenRef(name, subject):
            return _open_ref(name, subject, frame)
        case terms.At(operand, period):
            return lower_term(operand, frame.at(period))
        case terms.InArea(operand, area):
            return lower_term(operand, replace(frame, area=area))
        case terms.Baseline(operand, period):
            return lower_term(operand, frame.baseline(period))
        case terms.Sum(parts):
            return Add(tuple((sign, lower_term(part, frame)) for sign, part in parts))
        case terms.Product(parts):
            return Multiply(tuple((sign, lower_term(part, frame)) for sign, part in parts))


def _open_ref(name: str, subject: terms.Term, frame: Frame) -> Expression:
    if dict(frame.refs).get(name) == AREA:
        return lower_term(subject, replace(frame, area=name))
    return _cell(Indicator(name, declared=False), frame)


def _figure(indicator: Indicator, frame: Frame) -> Expression:
    stated = _stated(indicator, frame) if frame.agreed else None
    if stated is not None:
        place = stated.span.place.line
        agreed = Agreed(indicator.id, stated.period, stated.span.source.name, place)
        return _within_series(indicator, frame, Constant(stated.value, agreed))
    if indicator.formula is not None:
        return lower_term(indicator.formula, frame)
    return _cell(indicator, frame)


def _stated(indicator: Indicator, frame: Frame) -> StatedBaseline | None:
    agreement = frame.spec.agreement
    own = agreement.area if agreement and agreement.area else frame.home
    for stated in indicator.stated:
        if stated.period == frame.period and (stated.area or own) == frame.area:
            return stated
    return None


def _within_series(indicator: Indicator, frame: Frame, stated: Constant) -> Expression:
    """An agreed value, which belongs to the series of its own year."""
    if frame.period == frame.until:
        return stated
    broken = _one_cell(indicator, frame, frame.area, Aspect.BROKEN)
    return If(IsMissing(broken), stated, MISSING)


# ------------------------------------------------------------------ cells and sums of areas


def _cell(indicator: Indicator, frame: Frame) -> Expression:
    """A figure of an area: the one observed for it, else the sum of its parts."""
    whole = _one_cell(indicator, frame, frame.area)
    area = frame.spec.areas.get(frame.area)
    if area is None or not area.parts or indicator.kind is None:
        return whole
    parts = [_cell(indicator, replace(frame, area=part)) for part in area.parts]
    if indicator.kind is Kind.AVERAGE:
        return Coalesce((whole, _weighted(indicator, frame, area.parts)))
    return Coalesce((whole, Add(tuple(("+", part) for part in parts))))


def _weighted(indicator: Indicator, frame: Frame, parts: tuple[str, ...]) -> Expression:
    """The mean of parts, each weighted by its denominator."""
    weights = [_one_cell(indicator, frame, part, Aspect.DENOMINATOR) for part in parts]
    values = [_one_cell(indicator, frame, part) for part in parts]
    weighted = [
        Multiply((("*", value), ("*", weight)))
        for value, weight in zip(values, weights, strict=True)
    ]
    top = Add(tuple(("+", part) for part in weighted))
    bottom = Add(tuple(("+", weight) for weight in weights))
    return Multiply((("*", top), ("/", bottom)))


def _one_cell(indicator: Indicator, frame: Frame, area: str, aspect: Aspect = Aspect.VALUE) -> Cell:
    place = None if area == frame.home else area
    return Cell(indicator.id, place, frame.period, frame.until, aspect)

"""Terms that are read at another period or in another area."""

from tryghed_dsl.check import terms
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.core.lower.figures import observed, stated_in, stated_value
from tryghed_dsl.core.lower.frame import AREA, Frame
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import MISSING, Expression


@lower_term.register(terms.Figure)
def _figure(term: terms.Figure, frame: Frame) -> Expression:
    indicator = frame.spec.indicators[term.indicator]
    stated = stated_in(indicator, frame)
    if stated is not None:
        return stated_value(indicator, stated, frame)
    if indicator.formula is not None:
        return lower_term(indicator.formula, frame)
    return observed(indicator, frame)


@lower_term.register(terms.OpenRef)
def _open_ref(term: terms.OpenRef, frame: Frame) -> Expression:
    if dict(frame.refs).get(term.name) == AREA:
        return lower_term(term.subject, frame.inside(term.name))
    return observed(Indicator(term.name, declared=False), frame)


@lower_term.register(terms.At)
def _at(term: terms.At, frame: Frame) -> Expression:
    return lower_term(term.operand, frame.at(term.period))


@lower_term.register(terms.Shift)
def _shift(term: terms.Shift, frame: Frame) -> Expression:
    return lower_term(term.operand, frame.at(frame.period.plus(term.steps)))


@lower_term.register(terms.Baseline)
def _baseline(term: terms.Baseline, frame: Frame) -> Expression:
    return lower_term(term.operand, frame.baseline(term.period))


@lower_term.register(terms.InArea)
def _in_area(term: terms.InArea, frame: Frame) -> Expression:
    return lower_term(term.operand, frame.inside(term.area))


@lower_term.register(terms.InParent)
def _in_parent(term: terms.InParent, frame: Frame) -> Expression:
    above = area_above(term.level, frame)
    return MISSING if above is None else lower_term(term.operand, frame.inside(above))


def area_above(level: str | None, frame: Frame) -> str | None:
    """The area above the one read: the next, or the one that is a member of a list."""
    members = None if level is None else frame.spec.lists[level].members
    area, seen = frame.area, {frame.area}
    while (declared := frame.spec.areas.get(area)) is not None and declared.parent is not None:
        area = declared.parent
        if members is None or area in members:
            return area
        if area in seen:
            return None
        seen.add(area)
    return None

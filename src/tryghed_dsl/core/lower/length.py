"""How long the periods are that a term or condition is judged by."""

from collections.abc import Iterable

from tryghed_dsl.check import conditions, terms
from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.model import Spec
from tryghed_dsl.check.terms import Term
from tryghed_dsl.domain.period import Length


def length_of(term: Term, spec: Spec) -> Length | None:
    """The length of the periods of a term; None where it is the same at all times."""
    match term:
        case terms.Figure(indicator):
            return _of_indicator(indicator, spec)
        case terms.OverTime(_, _, window) | terms.CountPeriods(_, window):
            return _of_window(window)
        case terms.At() | terms.Baseline() | terms.Normal() | terms.Constant():
            return None
        case _:
            inner = [length_of(child, spec) for child in terms.children(term)]
            inner += [length_of_condition(each, spec) for each in terms.conditions(term)]
            return _longest(inner)


def length_of_condition(condition: Condition, spec: Spec) -> Length | None:
    """The length of the periods of a condition's subjects."""
    match condition:
        case conditions.Held(subject):
            return length_of(subject, spec)
        case conditions.Known(operand):
            return length_of(operand, spec)
        case conditions.EveryPeriod(terms.Within(length)):
            return length
        case conditions.EveryPeriod():
            return length_of_each(condition, spec)
        case _:
            return _longest(
                length_of_condition(child, spec) for child in conditions.children(condition)
            )


def length_of_each(condition: conditions.EveryPeriod, spec: Spec) -> Length:
    """The length of the periods gone through: school years, where `year` means those."""
    if condition.length is not Length.YEAR:
        return condition.length
    match condition.window:
        case conditions.Since(first) | terms.Between(first) if first.length is not Length.YEAR:
            return first.length
        case _:
            own = length_of_condition(condition.condition, spec)
            return Length.SCHOOL_YEAR if own is Length.SCHOOL_YEAR else Length.YEAR


def _of_indicator(name: str, spec: Spec) -> Length:
    indicator = spec.indicators[name]
    if indicator.formula is None:
        return indicator.length
    return length_of(indicator.formula, spec) or indicator.length


def _of_window(window: terms.Window) -> Length | None:
    return None if isinstance(window, terms.Between) else window.length


def _longest(lengths: Iterable[Length | None]) -> Length | None:
    known = [length for length in lengths if length is not None]
    return max(known, key=lambda length: length.years, default=None)

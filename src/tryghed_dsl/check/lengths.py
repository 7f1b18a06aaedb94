"""Flows and the length of their periods: half a year of burglaries is no whole one."""

from collections.abc import Mapping

from tryghed_dsl.check import terms
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Term
from tryghed_dsl.domain.period import Length, Period, year
from tryghed_dsl.domain.unit import Kind
from tryghed_dsl.text.source import Span

_A_YEAR = 2015

# The flows in a term, by how long the periods are that they are read for.
Flows = dict[Length, str]


def flows_in(term: Term, indicators: Mapping[str, Indicator]) -> Flows:
    """The flows in a term that are read at the period judged, one for each length."""
    match term:
        case terms.Figure(name):
            known = indicators.get(name)
            flow = known is not None and known.declared and known.kind is Kind.FLOW
            return {known.length: name} if known is not None and flow else {}
        case terms.OverTime(_, operand, terms.Last(_, length) | terms.Within(length)):
            inner = flows_in(operand, indicators)
            return {length: next(iter(inner.values()))} if inner else {}
        case terms.OverTime() | terms.At() | terms.Baseline() | terms.Normal() | terms.Rank():
            return {}
        case _:
            found: Flows = {}
            for child in terms.children(term):
                found |= flows_in(child, indicators)
            return found


def check_moved(term: Term, period: Period, span: Span, scope: Scope, notes: Notes) -> None:
    """Tell it where a term is held against itself in a period of another length."""
    for length, name in flows_in(term, scope.indicators).items():
        if _differ(length, period.length):
            _tell(name, length, span, notes)
            return


def check_fixed(term: Term, period: Period, span: Span, scope: Scope, notes: Notes) -> None:
    """Tell it where a flow read at a fixed period cannot be held against the subject.

    A flow has no figure for a shorter period than its own; that of a longer one is a sum, which
    goes with subjects of that length only.
    """
    against = {} if scope.subject is None else flows_in(scope.subject.term, scope.indicators)
    for length, name in flows_in(term, scope.indicators).items():
        other = against and all(_differ(each, period.length) for each in against)
        if _shorter(period.length, length) or (_differ(length, period.length) and other):
            _tell(name, length, span, notes)
            return


def check_window(
    operand: Term, window: terms.Window, span: Span, scope: Scope, notes: Notes
) -> None:
    """Tell it where a flow is asked for periods shorter than its own."""
    length = window.first.length if isinstance(window, terms.Between) else window.length
    check_each(operand, length, span, scope, notes)


def check_each(operand: Term, length: Length, span: Span, scope: Scope, notes: Notes) -> None:
    """Tell it where a flow is asked for each period of a length shorter than its own."""
    for own, name in flows_in(operand, scope.indicators).items():
        if _shorter(length, own):
            _tell(name, own, span, notes)
            return


def _differ(one: Length, other: Length) -> bool:
    return one.years != other.years


def _shorter(one: Length, other: Length) -> bool:
    return one.years < other.years


def _tell(name: str, own: Length, span: Span, notes: Notes) -> None:
    parts = year(_A_YEAR).parts(own)
    example = parts[0] if parts else Period(own, _A_YEAR)
    notes.tell("E144", span, written=span.text, name=name, own=str(example))

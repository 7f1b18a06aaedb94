"""Flows and the length of their periods: half a year of burglaries is no whole one."""

from collections.abc import Mapping

from tryghed_dsl.check import terms
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Term
from tryghed_dsl.domain.period import Length, Period, year
from tryghed_dsl.domain.unit import Kind
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span

_A_YEAR = 2015
_MOST_DAYS = {Length.HALF: 184, Length.QUARTER: 92, Length.MONTH: 31, Length.DAY: 1}
_MOST_DAYS_OF_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow as a term reads it.

    Attributes:
        name: the indicator.
        over: how long the last periods are that it is read for together; 12 months are a year.
        total: how long the time is that its value is a total of.
    """

    name: str
    over: Length
    total: Length


# The flows in a term, by how long the periods are that they are read for.
Flows = dict[Length, Flow]


def flows_in(term: Term, indicators: Mapping[str, Indicator]) -> Flows:
    """The flows in a term that are read at the period judged, one for each length."""
    match term:
        case terms.Figure(name):
            known = indicators.get(name)
            flow = known is not None and known.declared and known.kind is Kind.FLOW
            length = Length.YEAR if known is None else known.length
            return {length: Flow(name, length, length)} if flow else {}
        case terms.OverTime(how, operand, terms.Last(_, length) | terms.Within(length) as window):
            inner = next(iter(flows_in(operand, indicators).values()), None)
            return {} if inner is None else {length: _windowed(inner, how, window)}
        case terms.OverTime() | terms.At() | terms.Baseline() | terms.Normal() | terms.Rank():
            return {}
        case _:
            found: Flows = {}
            for child in terms.children(term):
                found |= flows_in(child, indicators)
            return found


def _windowed(inner: Flow, how: terms.How, window: terms.Last | terms.Within) -> Flow:
    """A flow of which the periods of a window are made one."""
    within = isinstance(window, terms.Within)
    over = _together(window) if isinstance(window, terms.Last) else window.length
    if how.kind is terms.Aggregation.SUM:
        return Flow(inner.name, over, over)
    # A mean over the parts of a year is as long as one of them; of whole years, as one of those.
    return Flow(inner.name, over, inner.total if within else window.length)


def _together(window: terms.Last) -> Length:
    """The length that so many periods are together; their own where that has no name."""
    if window.length is Length.DAY:  # years of days are of two lengths
        return window.length
    known = (Length.YEAR, Length.HALF, Length.QUARTER)
    fitting = (each for each in known if each.value * window.count == window.length.value)
    return next(fitting, window.length)


def check_moved(term: Term, period: Period, span: Span, scope: Scope, notes: Notes) -> None:
    """Tell it where a term is held against itself in a period of another length."""
    for length, flow in flows_in(term, scope.indicators).items():
        if _differ(length, period.length) and _differ(flow.over, period.length):
            _tell(flow.name, length, span, notes)
            return


def check_fixed(term: Term, period: Period, span: Span, scope: Scope, notes: Notes) -> None:
    """Tell it where a flow read at a fixed period cannot be held against the subject.

    A flow has no figure for a shorter period than its own; that of a longer one is a sum, which
    goes with subjects of that length only.
    """
    against = {} if scope.subject is None else flows_in(scope.subject.term, scope.indicators)
    for length, flow in flows_in(term, scope.indicators).items():
        other = against and all(_differ(each.total, period.length) for each in against.values())
        if _shorter(period.length, length) or (_differ(length, period.length) and other):
            _tell(flow.name, length, span, notes)
            return


def check_window(
    operand: Term, window: terms.Window, span: Span, scope: Scope, notes: Notes
) -> None:
    """Tell it where a flow is asked for periods shorter than its own."""
    length = window.first.length if isinstance(window, terms.Between) else window.length
    check_each(operand, length, span, scope, notes)


def check_each(operand: Term, length: Length, span: Span, scope: Scope, notes: Notes) -> None:
    """Tell it where a flow is asked for each period of a length shorter than its own."""
    for own, flow in flows_in(operand, scope.indicators).items():
        if _shorter(length, own):
            _tell(flow.name, own, span, notes)
            return


def most_parts(operand: Term, whole: Length, scope: Scope) -> int | None:
    """How many periods of an operand's own length a longer one holds, where that is certain."""
    known = scope.indicators
    lengths = {known[name].length for name in terms.indicators(operand) if name in known}
    return parts_in(whole, lengths.pop()) if len(lengths) == 1 else None


def parts_in(whole: Length, each: Length) -> int:
    """How many periods of one length a longer one holds at most."""
    if each is Length.DAY:
        return _MOST_DAYS.get(whole, _MOST_DAYS_OF_A_YEAR)
    return max(1, round(whole.years / each.years))


def _differ(one: Length, other: Length) -> bool:
    return one.years != other.years


def _shorter(one: Length, other: Length) -> bool:
    return one.years < other.years


def _tell(name: str, own: Length, span: Span, notes: Notes) -> None:
    parts = year(_A_YEAR).parts(own)
    example = parts[0] if parts else Period(own, _A_YEAR)
    notes.tell("E144", span, written=span.text, name=name, own=str(example))

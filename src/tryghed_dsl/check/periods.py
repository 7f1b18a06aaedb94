"""Periods where a spec names them: real ones, of a length that can be judged, in order."""

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.domain.period import FIRST_YEAR, LAST_YEAR, Length, Period, PeriodRange, year
from tryghed_dsl.syntax import nodes


def whole_year(node: nodes.When, notes: Notes) -> Period | None:
    """The year that a node names; what is none is told."""
    period = node.period
    if period.length is not Length.YEAR:
        notes.tell("E129", node.span, written=node.span.text)
        return None
    if not FIRST_YEAR <= period.index <= LAST_YEAR:
        if period.index != nodes.TOLD:
            notes.tell("E115", node.span, written=node.span.text)
        return None
    return period


def year_in(node: nodes.Expression | nodes.Range) -> nodes.When | None:
    """A number or period in an expression's place, as the period that it names."""
    if isinstance(node, nodes.When):
        return node
    if isinstance(node, nodes.Number) and node.sign is nodes.Sign.NONE and node.digits.isdigit():
        return nodes.When(year(int(node.digits)), span=node.span)
    return None


def years(node: nodes.Range, notes: Notes) -> PeriodRange | None:
    """The years that a range names, the earlier first; what is none is told."""
    ends = [
        whole_year(nodes.When(end, span=node.span), notes)
        for end in (node.periods.first, node.periods.last)
    ]
    first, last = ends
    if first is None or last is None:
        return None
    if last.index < first.index:
        notes.tell("E134", node.span, written=node.span.text)
        return None
    return PeriodRange(first, last)

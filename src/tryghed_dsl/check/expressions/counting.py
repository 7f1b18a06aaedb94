"""Counts of areas or periods in which a condition holds."""

from tryghed_dsl.check.conditions import terms_of
from tryghed_dsl.check.expressions import lengths, periods
from tryghed_dsl.check.expressions.calling import Calling, Given, given_to, read_least
from tryghed_dsl.check.expressions.directions import NO_WAY
from tryghed_dsl.check.names.names import area_list_known
from tryghed_dsl.check.terms import Between, CountAreas, CountPeriods, Term, Within
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import NUMBER
from tryghed_dsl.syntax import nodes

_AREA = ("area", "areas")


def read_count(calling: Calling) -> Typed:
    """Check `count(area in districts where …)` and `count(month in year where …)`."""
    given = given_to(calling, least=True)
    if given is None:
        return calling.nothing()
    match given.plain:
        case (nodes.Counted() as counted,):
            term = _counted(calling, counted, given)
        case _:
            return calling.tell_shape()
    return calling.nothing() if term is None else calling.made(term, NUMBER, NO_WAY)


def _counted(calling: Calling, node: nodes.Counted, given: Given) -> Term | None:
    if isinstance(node.within, nodes.Range):
        return _in_range(calling, node, node.within, given)
    if node.each.text in _AREA:
        return _in_areas(calling, node, node.within, given)
    return _in_longer(calling, node, node.within, given)


def _in_areas(
    calling: Calling, node: nodes.Counted, areas: nodes.Name, given: Given
) -> Term | None:
    names, notes = calling.scope.names, calling.notes
    known = area_list_known(areas, names, notes)
    condition = calling.scope.conditions(node.condition, calling.scope.alone(), notes)
    most = len(names.members.get(areas.text, ())) or None
    least = read_least(given.least, most, notes)
    if not known or condition is None:
        return None
    return CountAreas(areas.text, condition, least)


def _in_longer(
    calling: Calling, node: nodes.Counted, within: nodes.Name, given: Given
) -> Term | None:
    """Parts of a longer period: `month in year`."""
    each, whole = periods.length_named(node.each.text), periods.length_named(within.text)
    if each is None or whole is None or each.years >= whole.years:
        calling.tell_shape()
        return None
    most = lengths.parts_in(whole, each)
    return _in_window(calling, node, (each, Within(whole)), (given.least, most))


def _in_range(
    calling: Calling, node: nodes.Counted, within: nodes.Range, given: Given
) -> Term | None:
    each, window = periods.length_named(node.each.text), periods.between(within, calling.notes)
    if window is None:
        return None
    length = window.first.length
    if each is None or each.years != length.years:
        calling.tell_shape()
        return None
    last = window.last
    most = None if last is None else last.index - window.first.index + 1
    return _in_window(calling, node, (length, window), (given.least, most))


def _in_window(
    calling: Calling,
    node: nodes.Counted,
    window: tuple[Length, Within | Between],
    enough: tuple[nodes.Least | None, int | None],
) -> Term | None:
    scope, notes = calling.scope, calling.notes
    condition = scope.conditions(node.condition, scope.alone(), notes)
    least = read_least(*enough, notes)
    if condition is None:
        return None
    for term in terms_of(condition):
        lengths.check_each(term, window[0], node.each.span, scope, notes)
    return CountPeriods(*window, condition, least)

"""Functions in expressions: which there are, and what each makes of its arguments."""

from collections.abc import Callable, Mapping

from tryghed_dsl.check.expressions.aggregates import AGGREGATES, read_aggregate
from tryghed_dsl.check.expressions.baselines import read_baseline, read_misplaced_normal
from tryghed_dsl.check.expressions.calling import Calling, Reader, given_to, read_least
from tryghed_dsl.check.expressions.changes import read_change, read_previous, read_trend
from tryghed_dsl.check.expressions.counting import read_count
from tryghed_dsl.check.expressions.directions import NO_WAY
from tryghed_dsl.check.expressions.undirected import tell_no_direction
from tryghed_dsl.check.names.names import area_list_known
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Rank
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import NUMBER
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.danish import word_meant

_KNOWN = "known"


def read_call(node: nodes.Call, scope: Scope, notes: Notes, reader: Reader) -> Typed:
    """Check a call in an expression."""
    name = node.function.text
    calling = Calling(name, node.arguments, node.span, scope, notes, reader)
    function = _FUNCTIONS.get(name)
    if function is not None:
        return function(calling)
    if name in scope.names.conditions or name == _KNOWN:
        written = node.span.text
        notes.tell("E146", node.span, written=written, condition=written)
    else:
        tell_unknown_function(node.function, FUNCTIONS, notes)
    return calling.nothing()


def tell_unknown_function(name: nodes.Name, known: tuple[str, ...], notes: Notes) -> None:
    """Tell of a function or objective that the language does not have here."""
    if name.text in notes.quiet:
        return
    suggestion = word_meant(name.text, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E107", name.span, name=name.text, known=Listed(known), **extra)


def _rank(calling: Calling) -> Typed:
    given = given_to(calling, least=True)
    if given is None:
        return calling.nothing()
    match given.plain:
        case (nodes.Over(operand, areas),):
            return _ranked(calling, calling.read(operand), areas, given.least)
        case _:
            return calling.tell_shape()


def _ranked(
    calling: Calling, operand: Typed, areas: nodes.Name, enough: nodes.Least | None
) -> Typed:
    names, notes = calling.scope.names, calling.notes
    known = area_list_known(areas, names, notes)
    least = read_least(enough, len(names.members.get(areas.text, ())) or None, notes)
    if operand.direction is None:
        tell_no_direction(calling, [operand])
    if operand.direction is None or not known:
        return calling.nothing()
    term = Rank(operand.term, areas.text, operand.direction, least)
    return calling.made(term, NUMBER, NO_WAY)


_FUNCTIONS: Mapping[str, Callable[[Calling], Typed]] = {
    "baseline": read_baseline,
    **dict.fromkeys(AGGREGATES, read_aggregate),
    "previous": read_previous,
    "change": read_change,
    "trend": read_trend,
    "rank": _rank,
    "count": read_count,
    "normal": read_misplaced_normal,
}
FUNCTIONS = tuple(_FUNCTIONS)

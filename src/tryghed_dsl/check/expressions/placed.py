"""Figures in an area or a period that the spec names."""

from tryghed_dsl.check.expressions import lengths, periods
from tryghed_dsl.check.expressions.calling import Reader
from tryghed_dsl.check.expressions.directions import way_of
from tryghed_dsl.check.names.names import unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import At, Constant, InArea, InParent, Term
from tryghed_dsl.check.units import Typed
from tryghed_dsl.findings.finding import Expected, Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed

_PARENT = "parent"


def read_placed(node: nodes.At | nodes.InArea, scope: Scope, notes: Notes, reader: Reader) -> Typed:
    """Check `x[2015]` and `x in kbh`."""
    if not isinstance(node.operand, nodes.Name | nodes.At | nodes.InArea):
        code, where = ("E133", node.area.text) if isinstance(node, nodes.InArea) else ("E142", "")
        notes.tell(code, node.span, area=where, written=node.span.text)
        return Typed(Constant(0.0), None, node.span)
    inner = reader(node.operand, scope, notes)
    term = (
        in_area(inner.term, node.area, scope, notes)
        if isinstance(node, nodes.InArea)
        else _at(inner.term, node, scope, notes)
    )
    way = way_of(inner)
    return Typed(term, inner.unit, node.span, inner.share, *way)


def _at(term: Term, node: nodes.At, scope: Scope, notes: Notes) -> Term:
    period = periods.real_period(node.when, notes)
    if period is None:
        return term
    lengths.check_fixed(term, period, node.when.span, scope, notes)
    return At(term, period)


def in_area(term: Term, area: nodes.Name, scope: Scope, notes: Notes) -> Term:
    """A term in an area, in `parent`, or in the area above that a list holds."""
    names, name = scope.names, area.text
    if names.open or name in names.areas:
        return InArea(term, name)
    if name in names.area_lists:
        names.listed.add(name)
        members = set(names.members.get(name, ()))
        if members and not names.parents & members:  # that a list is empty is told elsewhere
            listed = quoted_where_needed(name)
            notes.tell("E145", area.span, area=Listed((listed,)), list=listed)
        return InParent(term, name)
    if name == _PARENT:
        if not names.parents:
            notes.tell("E145", area.span, area=Expected(("ANOTHER",)))
        return InParent(term)
    unknown(area, "AREA", names.places, notes)
    return InArea(term, name)

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
        _tell_misplaced(node, scope, notes)
        return Typed(Constant(0.0), None, node.span)
    inner = reader(node.operand, scope, notes)
    term = (
        in_area(inner.term, node.area, scope, notes)
        if isinstance(node, nodes.InArea)
        else _at(inner.term, node, scope, notes)
    )
    way = way_of(inner)
    return Typed(term, inner.unit, node.span, inner.share, *way)


def _tell_misplaced(node: nodes.At | nodes.InArea, scope: Scope, notes: Notes) -> None:
    """Tell of a place or a time behind something else than an indicator."""
    name = "x" if scope.subject is None else scope.subject.span.text
    if isinstance(node, nodes.InArea):
        area = node.area.span.text
        period = _baseline(node.operand)
        placed = f"{name} in {area}" if period is None else f"{name}[{period}] in {area}"
        notes.tell("E133", node.span, area=node.area.text, placed=placed)
        return
    period = _baseline(node.operand)
    asked = node.when.span.text
    placed = f"{name}[{asked}]" if period is None else f"baseline({asked})"
    notes.tell("E142", node.span, placed=placed)


def _baseline(node: nodes.Node) -> str | None:
    """The period of `baseline(2015)`."""
    match node:
        case nodes.Call(nodes.Name("baseline"), (argument,)):
            return argument.value.span.text
        case _:
            return None


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
    above = {_PARENT} if names.parents else set()
    unknown(area, "AREA", above | names.places.keys(), notes)
    return InArea(term, name)

"""Expressions: each name found, each call understood, units agreed."""

from dataclasses import dataclass, replace

from tryghed_dsl.check import periods, units
from tryghed_dsl.check.names import Names, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import (
    At,
    Baseline,
    Constant,
    Figure,
    InArea,
    OpenRef,
    Product,
    Sum,
    Term,
)
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import NUMBER, POINTS, Unit
from tryghed_dsl.findings.finding import Expected, Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span
from tryghed_dsl.text.suggest import nearest

FUNCTIONS = ("baseline",)
_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Scope:
    """What expressions may name.

    Attributes:
        units: the units of the indicators read so far; a formula's comes from its parts.
        subject: what a limit or reference is held against, for `baseline(…)` and benchmarks.
        reference: whether an undeclared name here is a reference, which may be an area.
        path: the benchmarks that are being followed.
    """

    names: Names
    units: dict[str, Unit | None]
    subject: Typed | None = None
    reference: bool = False
    path: tuple[str, ...] = ()

    def against(self, subject: Typed) -> "Scope":
        """The scope of what a subject is held against."""
        return replace(self, subject=subject, reference=self.names.open)


def read(node: nodes.Expression, scope: Scope, notes: Notes) -> Typed:
    """Check an expression; what is wrong in it is told, and stands as a number without unit."""
    match node:
        case nodes.Number():
            return _number(node)
        case nodes.Name():
            return _name(node, scope, notes)
        case nodes.Sum(terms):
            return _calculated(terms, node.span, scope, notes)
        case nodes.Product(factors):
            return _calculated(factors, node.span, scope, notes)
        case nodes.Minus(operand):
            inner = read(operand, scope, notes)
            return Typed(_negative(inner.term), inner.unit, node.span, inner.share)
        case nodes.ShareOf(share, whole):
            inner = read(whole, scope, notes)
            factor = Constant(share.value / _PER_CENT)
            return Typed(Product((("*", factor), ("*", inner.term))), inner.unit, node.span)
        case nodes.Call():
            return _call(node, scope, notes)
        case nodes.When():
            return _period(node, notes)
        case nodes.At() | nodes.InArea():
            return _placed(node, scope, notes)


def parts_of(node: nodes.Expression) -> tuple[nodes.Expression, ...]:
    """The expressions that one is made of."""
    match node:
        case nodes.Sum(parts) | nodes.Product(parts):
            return tuple(part for _, part in parts)
        case nodes.Minus(operand) | nodes.At(operand) | nodes.InArea(operand):
            return (operand,)
        case nodes.ShareOf(whole=whole):
            return (whole,)
        case nodes.Call(arguments=arguments):
            return tuple(a.value for a in arguments if not isinstance(a.value, nodes.Range))
        case _:
            return ()


def _period(node: nodes.When, notes: Notes) -> Typed:
    """A period where a number is due; one that is none has been told already."""
    if node.period.index != nodes.TOLD:
        notes.tell("E141", node.span, written=node.span.text, period=node.span.text)
    return Typed(Constant(0.0), None, node.span)


def _number(node: nodes.Number) -> Typed:
    unit = {nodes.Sign.NONE: NUMBER, nodes.Sign.POINTS: POINTS, nodes.Sign.PERCENT: None}[node.sign]
    return Typed(Constant(node.value), unit, node.span, node.sign is nodes.Sign.PERCENT)


def _negative(term: Term) -> Term:
    return Constant(-term.value) if isinstance(term, Constant) else Sum((("-", term),))


def _calculated(
    parts: tuple[tuple[str, nodes.Expression], ...], span: Span, scope: Scope, notes: Notes
) -> Typed:
    adding = parts[0][0] == "+"
    combine = units.added if adding else units.multiplied
    so_far = read(parts[0][1], scope, notes)
    terms = [(parts[0][0], so_far.term)]
    for sign, part in parts[1:]:
        right = read(part, scope, notes)
        terms.append((sign, right.term))
        unit = combine(so_far, sign, right, notes)
        so_far = Typed(so_far.term, unit, so_far.span.to(right.span))
    term = Sum(tuple(terms)) if adding else Product(tuple(terms))
    return Typed(term, so_far.unit, span)


# ------------------------------------------------------------------ names


def _name(node: nodes.Name, scope: Scope, notes: Notes) -> Typed:
    benchmark = scope.names.benchmarks.get(node.text)
    if benchmark is not None:
        return _benchmark(node, benchmark, scope, notes)
    if scope.reference and scope.subject is not None:
        ref = OpenRef(node.text, scope.subject.term, span=node.span)
        return Typed(ref, None, node.span)
    if not scope.names.knows_indicator(node):
        unknown(node, "ANYTHING", scope.names.figures, notes)
        return Typed(Constant(0.0), None, node.span)
    return Typed(Figure(node.text), scope.units.get(node.text), node.span)


def _benchmark(node: nodes.Name, benchmark: nodes.Benchmark, scope: Scope, notes: Notes) -> Typed:
    value = benchmark.value
    if isinstance(value, nodes.SameIndicator):
        if scope.subject is None:
            notes.tell("E140", node.span, written=node.text)
            return Typed(Constant(0.0), None, node.span)
        area_known(value.area, scope.names, notes)
        return Typed(InArea(scope.subject.term, value.area.text), scope.subject.unit, node.span)
    if node.text in scope.path:
        _tell_circle(benchmark, (*scope.path, node.text), notes)
        return Typed(Constant(0.0), None, node.span)
    inner = read(value, replace(scope, path=(*scope.path, node.text)), notes)
    return Typed(inner.term, inner.unit, node.span)


def _tell_circle(benchmark: nodes.Benchmark, path: tuple[str, ...], notes: Notes) -> None:
    name = benchmark.name.text
    told = any(f.code == "E119" and f.spans[0] == benchmark.name.span for f in notes.found)
    if not told:
        circle = " -> ".join(path[path.index(name) :])
        notes.tell("E119", benchmark.name.span, name=name, circle=circle)


def area_known(node: nodes.Name, names: Names, notes: Notes) -> None:
    """Tell it where an area is not declared."""
    if node.text not in names.areas and not names.open:
        unknown(node, "AREA", names.areas, notes)


# ------------------------------------------------------------------ places and calls


def _placed(node: nodes.At | nodes.InArea, scope: Scope, notes: Notes) -> Typed:
    if not isinstance(node.operand, nodes.Name | nodes.At | nodes.InArea):
        code, where = ("E133", node.area.text) if isinstance(node, nodes.InArea) else ("E142", "")
        notes.tell(code, node.span, area=where, written=node.span.text)
        return Typed(Constant(0.0), None, node.span)
    inner = read(node.operand, scope, notes)
    if isinstance(node, nodes.InArea):
        area_known(node.area, scope.names, notes)
        return Typed(InArea(inner.term, node.area.text), inner.unit, node.span)
    period = periods.whole_year(node.when, notes)
    term = inner.term if period is None else At(inner.term, period)
    return Typed(term, inner.unit, node.span)


def _call(node: nodes.Call, scope: Scope, notes: Notes) -> Typed:
    nothing = Typed(Constant(0.0), None, node.span)
    if node.function.text not in FUNCTIONS:
        tell_unknown_function(node.function, FUNCTIONS, notes)
        return nothing
    if scope.subject is None:
        notes.tell("E140", node.span, written=node.span.text)
        return nothing
    period = _only_year(node, notes)
    if period is None:
        return nothing
    return Typed(Baseline(scope.subject.term, period), scope.subject.unit, node.span)


def _only_year(node: nodes.Call, notes: Notes) -> Period | None:
    arguments = node.arguments
    when = periods.year_in(arguments[0].value) if len(arguments) == 1 else None
    if when is None or arguments[0].name is not None:
        written = arguments[0].span.text if len(arguments) == 1 else node.span.text
        notes.tell(
            "E110",
            node.span if len(arguments) != 1 else arguments[0].span,
            written=written,
            name=node.function.text,
            expected=Expected(("A_YEAR",)),
        )
        return None
    return periods.whole_year(when, notes)


def tell_unknown_function(name: nodes.Name, known: tuple[str, ...], notes: Notes) -> None:
    """Tell of a function or objective that the language does not have here."""
    suggestion = nearest(name.text, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E107", name.span, name=name.text, known=Listed(known), **extra)

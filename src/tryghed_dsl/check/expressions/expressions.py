"""Expressions: each name found, each call understood, units agreed."""

from tryghed_dsl.check import units
from tryghed_dsl.check.expressions import directions, lookups
from tryghed_dsl.check.expressions.calls import read_call
from tryghed_dsl.check.expressions.directions import NO_WAY, Way
from tryghed_dsl.check.expressions.placed import read_placed
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Choice, Constant, Figure, Product, Sum, Term
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import NUMBER, POINTS, Kind, Unit
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span

_PER_CENT = 100
# Numbers that are read as years.
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_UNITS = {nodes.Sign.NONE: NUMBER, nodes.Sign.POINTS: POINTS, nodes.Sign.PERCENT: None}
_PER = ("per 1000", "per 100000")


def read(node: nodes.Expression, scope: Scope, notes: Notes) -> Typed:
    """Check an expression; what is wrong in it is told, and stands as a number without unit."""
    match node:
        case nodes.Number():
            return _number(node)
        case nodes.Name():
            return lookups.read_name(node, scope, notes, read)
        case nodes.Call():
            return read_call(node, scope, notes, read)
        case nodes.Sum(parts) | nodes.Product(parts):
            return _calculated(parts, node.span, scope, notes)
        case nodes.At() | nodes.InArea():
            return read_placed(node, scope, notes, read)
        case nodes.When():
            return _period(node, scope, notes)
        case _:
            return _made_of_others(node, scope, notes)


def _made_of_others(
    node: nodes.Minus | nodes.ShareOf | nodes.Rate | nodes.If, scope: Scope, notes: Notes
) -> Typed:
    match node:
        case nodes.Minus(operand):
            return _minus(read(operand, scope, notes), node.span)
        case nodes.ShareOf(share, whole):
            _remark_on_year(whole, node, notes)
            return _share_of(share, read(whole, scope, notes), node.span)
        case nodes.Rate():
            return _rate(node, scope, notes)
        case nodes.If():
            return _choice(node, scope, notes)


def read_unused(scope: Scope, notes: Notes) -> None:
    """Check the numbers and benchmarks that nothing uses."""
    lookups.read_unused(scope, notes, read)


def _period(node: nodes.When, scope: Scope, notes: Notes) -> Typed:
    """A period where a number is due; one that is none has been told already."""
    if node.period.index != nodes.TOLD:
        name, period = _of_its_length(node, scope)
        notes.tell("E141", node.span, written=node.span.text, period=period, indicator=name)
    return Typed(Constant(0.0), None, node.span)


def _of_its_length(node: nodes.When, scope: Scope) -> tuple[str, str]:
    """What is held against a period, and that period in the length of its figures."""
    subject, period = scope.subject, node.span.text
    if subject is None or not isinstance(subject.term, Figure):
        return "x", period
    known = scope.indicators.get(subject.term.indicator)
    if known is not None and known.kind is Kind.FLOW and known.length is Length.YEAR:
        period = str(node.period.year)
    return subject.span.text, period


def _number(node: nodes.Number) -> Typed:
    percent = node.sign is nodes.Sign.PERCENT
    return Typed(Constant(node.value), _UNITS[node.sign], node.span, percent)


def _minus(operand: Typed, span: Span) -> Typed:
    term = operand.term
    if isinstance(term, Constant):
        return Typed(Constant(-term.value), operand.unit, span, operand.share)
    return _made(Sum((("-", term),)), operand.unit, span, NO_WAY)


def _share_of(share: nodes.Number, whole: Typed, span: Span) -> Typed:
    term = Product((("*", Constant(share.value / _PER_CENT)), ("*", whole.term)))
    return _made(term, whole.unit, span, directions.way_of(whole) if share.value > 0 else NO_WAY)


def _remark_on_year(whole: nodes.Expression, node: nodes.ShareOf, notes: Notes) -> None:
    """Tell of `50% of 2015`, which is a share of a number, where the year may be meant."""
    if not isinstance(whole, nodes.Number) or whole.sign is not nodes.Sign.NONE:
        return
    if whole.digits.isdigit() and _FIRST_YEAR <= whole.value <= _LAST_YEAR:
        share = node.share.span.text
        notes.tell("W187", whole.span, year=whole.digits, share=share)


def _calculated(
    parts: tuple[tuple[str, nodes.Expression], ...], span: Span, scope: Scope, notes: Notes
) -> Typed:
    adding = parts[0][0] == "+"
    combined = _added if adding else _multiplied
    so_far = read(parts[0][1], scope, notes)
    terms = [(parts[0][0], so_far.term)]
    for sign, part in parts[1:]:
        right = read(part, scope, notes)
        terms.append((sign, right.term))
        so_far = combined(so_far, sign, right, notes)
    term = Sum(tuple(terms)) if adding else Product(tuple(terms))
    return _made(term, so_far.unit, span, directions.way_of(so_far))


def _added(so_far: Typed, sign: str, right: Typed, notes: Notes) -> Typed:
    unit = units.added(so_far, sign, right, notes)
    return _together(so_far, right, unit, directions.added(so_far, sign, right))


def _multiplied(so_far: Typed, sign: str, right: Typed, notes: Notes) -> Typed:
    unit = units.multiplied(so_far, sign, right, notes)
    return _together(so_far, right, unit, directions.multiplied(so_far, sign, right))


def _together(left: Typed, right: Typed, unit: Unit | None, way: Way) -> Typed:
    """Two parts of a calculation as one; it is a constant only where both are."""
    term = right.term if isinstance(left.term, Constant) else left.term
    return Typed(term, unit, left.span.to(right.span), direction=way[0], turned=way[1])


def _made(term: Term, unit: Unit | None, span: Span, way: Way) -> Typed:
    return Typed(term, unit, span, direction=way[0], turned=way[1])


# ------------------------------------------------------------------ rates and choices


def _rate(node: nodes.Rate, scope: Scope, notes: Notes) -> Typed:
    part, whole, per = read(node.part, scope, notes), read(node.whole, scope, notes), node.per
    if per.sign is not nodes.Sign.NONE or per.value == 0:
        words = {"written": per.span.text, "name": part_called("per")}
        notes.tell("E110", per.span, **words, expected=Listed(_PER))
    factors = (("*", part.term), ("/", whole.term), ("*", Constant(per.value)))
    unit = units.rated(part, per.value, whole, notes)
    return _made(Product(factors), unit, node.span, directions.agreed((part, whole)))


def _choice(node: nodes.If, scope: Scope, notes: Notes) -> Typed:
    condition = scope.conditions(node.condition, scope.alone(), notes)
    then, otherwise = read(node.then, scope, notes), read(node.otherwise, scope, notes)
    unit = units.alike(then, otherwise, notes)
    if condition is None:
        return Typed(Constant(0.0), unit, node.span)
    term = Choice(condition, then.term, otherwise.term)
    return Typed(term, unit, node.span, then.share and otherwise.share, turned=True)

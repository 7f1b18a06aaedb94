"""Limits and bands, with what they say of warnings."""

from collections.abc import Mapping

from tryghed_dsl.check.expressions import Scope, read
from tryghed_dsl.check.model import Band, Limit, Margin, Operator, Warnings
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import Constant, Term
from tryghed_dsl.check.units import Typed, held_against
from tryghed_dsl.domain.unit import PERCENT, Direction
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.nodes import ThresholdKind

_PER_CENT = 100
_LOW_SIDE = (Operator.AT_MOST, Operator.BELOW)
_HIGH_SIDE = (Operator.AT_LEAST, Operator.ABOVE)

Thresholds = Mapping[ThresholdKind, nodes.Threshold]


def read_limit(
    node: nodes.Limit, subject: Typed, said: Thresholds, scope: Scope, notes: Notes
) -> Limit:
    """Check a limit."""
    limit = _held(node.limit, subject, scope, notes)
    operator = Operator(node.operator.value)
    warnings = _warnings(subject, (limit,), said, scope, notes)
    _check_early_warning(operator, limit, warnings, said, notes)
    return Limit(operator, limit.term, warnings)


def read_band(
    node: nodes.Band, subject: Typed, said: Thresholds, scope: Scope, notes: Notes
) -> Band:
    """Check a band."""
    low = _held(node.low, subject, scope, notes)
    high = _held(node.high, subject, scope, notes)
    match low.term, high.term:
        case Constant(below), Constant(above) if below > above:
            notes.tell("E121", low.span.to(high.span), low=low.span.text, high=high.span.text)
        case _:
            pass
    return Band(low.term, high.term, _warnings(subject, (low, high), said, scope, notes))


def check_direction(
    node: nodes.Limit, name: str, direction: Direction | None, notes: Notes
) -> None:
    """Tell it where a limit holds an indicator on its better side."""
    operator = Operator(node.operator.value)
    wrong = {Direction.LOWER: _HIGH_SIDE, Direction.HIGHER: _LOW_SIDE}
    if direction is not None and operator in wrong[direction]:
        notes.tell("W123", node.span, name=name, better=Expected((direction.name,)))


def _held(node: nodes.Expression, subject: Typed, scope: Scope, notes: Notes) -> Typed:
    limit = read(node, scope.against(subject), notes)
    held_against(subject, limit, notes)
    return limit


def _warnings(
    subject: Typed, limits: tuple[Typed, ...], said: Thresholds, scope: Scope, notes: Notes
) -> Warnings:
    for kind in (ThresholdKind.PASS_FROM, ThresholdKind.WARN_FROM):
        if kind in said:
            fitting = Expected(("APPROACH",))
            notes.tell("E111", said[kind].span, clause=kind.value, fitting=fitting)
    return Warnings(
        _margin(subject, limits, said.get(ThresholdKind.WITHIN), notes),
        _early(subject, said.get(ThresholdKind.ABOVE), scope, notes),
        _early(subject, said.get(ThresholdKind.BELOW), scope, notes),
    )


def _early(
    subject: Typed, clause: nodes.Threshold | None, scope: Scope, notes: Notes
) -> Term | None:
    return None if clause is None else _held(clause.value, subject, scope, notes).term


def _margin(
    subject: Typed, limits: tuple[Typed, ...], clause: nodes.Threshold | None, notes: Notes
) -> Margin | None:
    if clause is None:
        return None
    amount = clause.value
    assert isinstance(amount, nodes.Number)  # noqa: S101 -- the grammar takes numbers only
    if amount.sign is nodes.Sign.PERCENT:
        if any(limit.term == Constant(0.0) for limit in limits):
            notes.tell("W139", clause.span)
        return Margin(amount.value / _PER_CENT, relative=True)
    in_points = amount.sign is nodes.Sign.POINTS
    if subject.unit == PERCENT and not in_points:
        notes.tell("E120", amount.span, written=amount.span.text)
    if in_points and subject.unit not in (PERCENT, None) and subject.unit.quantity != "points":
        notes.tell("E103", amount.span, subject.span, left=subject.phrase, right=_POINTS)
    return Margin(amount.value, relative=False)


_POINTS = Expected(("U_points",))


def _check_early_warning(
    operator: Operator, limit: Typed, warnings: Warnings, said: Thresholds, notes: Notes
) -> None:
    """Tell it where an early warning lies on the wrong side of its limit, or beyond it."""
    above, below = warnings.above, warnings.below
    if above is not None and (operator in _HIGH_SIDE or _beyond(above, limit.term)):
        notes.tell("W138", said[ThresholdKind.ABOVE].span)
    if below is not None and (operator in _LOW_SIDE or _beyond(limit.term, below)):
        notes.tell("W138", said[ThresholdKind.BELOW].span)


def _beyond(one: Term, other: Term) -> bool:
    """Whether the one certainly lies at or over the other."""
    if one == other:
        return True
    match one, other:
        case Constant(first), Constant(second):
            return first >= second
        case _:
            return False

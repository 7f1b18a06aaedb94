"""What limits say of warnings: margins, and levels that warn early."""

from tryghed_dsl.check.conditions import Margin, Operator, Warnings
from tryghed_dsl.check.levels import held_limit
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Constant, Term
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import PERCENT
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.nodes import ThresholdKind

_PER_CENT = 100
_POINTS = Expected(("U_points",))
LOW_SIDE = (Operator.AT_MOST, Operator.BELOW)
HIGH_SIDE = (Operator.AT_LEAST, Operator.ABOVE)
NO_WARNINGS = Warnings()
# These are for ways that state an amount.
NO_LIMITS = (ThresholdKind.PASS_FROM, ThresholdKind.WARN_FROM)


def read_warnings(subject: Typed, limits: tuple[Typed, ...], reading: Reading) -> Warnings:
    """Check the clauses that warn; those that are for ways and not for limits are told."""
    said = reading.said.thresholds
    if not said:
        return NO_WARNINGS
    for kind in NO_LIMITS:
        if kind in said:
            tell_no_limit(said[kind], reading.notes)
    within = said.get(ThresholdKind.WITHIN)
    return Warnings(
        None if within is None else read_margin(subject, limits, within, reading),
        _early(subject, said.get(ThresholdKind.ABOVE), reading),
        _early(subject, said.get(ThresholdKind.BELOW), reading),
    )


def tell_no_limit(clause: nodes.Threshold, notes: Notes) -> None:
    """Tell of a clause that says nothing of a limit."""
    fitting = Expected(("AN_AMOUNT",))
    notes.tell("E111", clause.span, clause=clause.kind.value, fitting=fitting)


def _early(subject: Typed, clause: nodes.Threshold | None, reading: Reading) -> Term | None:
    if clause is None:
        return None
    level = held_limit(clause.value, subject, reading)
    return None if level.stands_in else level.term


def read_margin(
    subject: Typed, limits: tuple[Typed, ...], clause: nodes.Threshold, reading: Reading
) -> Margin:
    """Check how far a limit may be missed."""
    amount, notes = clause.value, reading.notes
    assert isinstance(amount, nodes.Number)  # noqa: S101 -- the grammar takes numbers only
    if amount.sign is nodes.Sign.PERCENT:
        if any(limit.term == Constant(0.0) and not limit.stands_in for limit in limits):
            notes.tell("W139", clause.span)
        return Margin(amount.value / _PER_CENT, relative=True)
    in_points = amount.sign is nodes.Sign.POINTS
    if subject.unit == PERCENT and not in_points:
        notes.tell("E120", amount.span, written=amount.span.text)
    if in_points and subject.unit not in (PERCENT, None) and subject.unit.quantity != "points":
        number = f"{amount.value:g}"
        spans = (amount.span, subject.span)
        notes.tell("E103", *spans, left=subject.phrase, right=_POINTS, number=number)
    return Margin(amount.value, relative=False)


def check_early_warning(
    operator: Operator, limit: Typed, warnings: Warnings, reading: Reading, *, against: bool
) -> None:
    """Tell it where an early warning lies on the wrong side of its limit, or beyond it.

    Args:
        operator: how the subject is held against the limit.
        limit: the limit.
        warnings: the early warnings.
        reading: what they are read with.
        against: whether the operator itself is against the direction, which has been told.
    """
    if limit.stands_in:
        return
    for kind, early, side in (
        (ThresholdKind.ABOVE, warnings.above, HIGH_SIDE),
        (ThresholdKind.BELOW, warnings.below, LOW_SIDE),
    ):
        if early is None or (operator in side and against):
            continue
        low, high = (early, limit.term) if side is HIGH_SIDE else (limit.term, early)
        if operator in side or _beyond(low, high):
            clause = reading.said.thresholds[kind]
            reading.notes.tell("W138", clause.span, **_other_side(operator, clause, early, limit))


def _other_side(
    operator: Operator, clause: nodes.Threshold, early: Term, limit: Typed
) -> dict[str, str]:
    """The early warning on the other side, if it would be a warning there."""
    above = operator in LOW_SIDE
    kind = ThresholdKind.ABOVE if above else ThresholdKind.BELOW
    low, high = (early, limit.term) if above else (limit.term, early)
    if kind is clause.kind or _beyond(low, high):
        return {"limit": f"`{limit.span.text}`"}
    return {"instead": f"{kind} {clause.value.span.text}"}


def _beyond(one: Term, other: Term) -> bool:
    """Whether the one certainly lies at or over the other."""
    if one == other:
        return True
    match one, other:
        case Constant(first), Constant(second):
            return first >= second
        case _:
            return False

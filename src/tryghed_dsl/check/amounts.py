"""Amounts of change: `20%`, `30`, `2 pp`, `40%..45%`."""

from tryghed_dsl.check.arguments import tell_value
from tryghed_dsl.check.expressions import read
from tryghed_dsl.check.objectives import Amount
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Constant
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import PERCENT, POINTS, Quantity
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes

_PER_CENT = 100
_AN_AMOUNT = Expected(("CHANGE",))


def read_amount(
    argument: nodes.Argument, name: str, subject: Typed, reading: Reading
) -> Amount | None:
    """Check how much a subject is to change; of a band it is the smaller end.

    Args:
        argument: the amount as written, or `20%` or the like in an argument's place.
        name: what a finding calls it.
        subject: what changes.
        reading: what it is read with.
    """
    value = argument.value
    match value:
        case nodes.Spread(low, high):
            return _smaller(argument, name, (low, high), subject, reading)
        case nodes.Range(first, nodes.When() as last):
            return _of_numbers(argument, name, (first, last), subject, reading)
        case _ if isinstance(value, nodes.Part):
            tell_value(argument, _AN_AMOUNT, reading.notes, name)
            return None
        case _:
            typed = read(value, reading.scope, reading.notes)
            return _amount(argument, name, typed, subject, reading)


def _of_numbers(
    argument: nodes.Argument,
    name: str,
    ends: tuple[nodes.When, nodes.When],
    subject: Typed,
    reading: Reading,
) -> Amount | None:
    """A band of numbers that look like years: `1500..2000`."""
    if any(end.period.length is not Length.YEAR for end in ends):
        tell_value(argument, _AN_AMOUNT, reading.notes, name)
        return None
    low, high = (nodes.Number(str(end.period.index), span=end.span) for end in ends)
    return _smaller(argument, name, (low, high), subject, reading)


def _smaller(
    argument: nodes.Argument,
    name: str,
    ends: tuple[nodes.Number, nodes.Number],
    subject: Typed,
    reading: Reading,
) -> Amount | None:
    low, high = ends
    if low.sign is not high.sign:
        tell_value(argument, _AN_AMOUNT, reading.notes, name)
        return None
    if low.value > high.value:
        span = argument.value.span
        reading.notes.tell("E121", span, low=low.span.text, high=high.span.text)
    typed = read(low, reading.scope, reading.notes)
    return _amount(argument, name, typed, subject, reading)


def _amount(
    argument: nodes.Argument, name: str, typed: Typed, subject: Typed, reading: Reading
) -> Amount | None:
    term, notes = typed.term, reading.notes
    if not isinstance(term, Constant):
        tell_value(argument, _AN_AMOUNT, notes, name)
        return None
    if term.value <= 0:
        tell_value(argument, Expected(("MORE_THAN_ZERO",)), notes, name)
        return None
    if typed.share:
        return Amount(term.value / _PER_CENT, relative=True)
    if subject.unit == PERCENT and typed.unit != POINTS:
        notes.tell("E173", typed.span, subject.span, written=typed.span.text)
    elif typed.unit == POINTS and not _in_points(subject):
        right = Expected(("U_points",))
        notes.tell("E103", typed.span, subject.span, left=subject.phrase, right=right)
    return Amount(term.value, relative=False)


def _in_points(subject: Typed) -> bool:
    """Whether a change of a subject is told in percentage points, as far as is known."""
    unit = subject.unit
    return unit is None or unit.quantity in (Quantity.PERCENT, Quantity.POINTS)

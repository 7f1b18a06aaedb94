"""What became of something: its value before, its change, its trend."""

from tryghed_dsl.check import units
from tryghed_dsl.check.expressions import lengths, periods
from tryghed_dsl.check.expressions.calling import Calling, given_to
from tryghed_dsl.check.expressions.directions import NO_WAY, way_of
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.terms import At, Between, Last, Shift, Sum, Term, Trend
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import Period
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span


def read_previous(calling: Calling) -> Typed:
    """Check `previous(x)`."""
    operand = _only_operand(calling)
    if operand is None:
        return calling.nothing()
    return calling.made(Shift(operand.term, -1), operand.unit, way_of(operand))


def read_change(calling: Calling) -> Typed:
    """Check `change(x)` and `change(x, from=2015)`."""
    operand = _only_operand(calling, ("from",))
    if operand is None:
        return calling.nothing()
    since = next((a for a in calling.arguments if a.name is not None), None)
    before: Term = Shift(operand.term, -1)
    if since is not None:
        period = _start(calling, since)
        if period is None:
            return calling.nothing()
        place = (since.value.span, calling.scope, calling.notes)
        lengths.check_moved(operand.term, period, *place)
        before = At(operand.term, period)
    unit = units.difference(operand.unit)
    now = Shift(operand.term, 0)  # as the figures have it, in a baseline too
    return calling.made(Sum((("+", now), ("-", before))), unit, NO_WAY)


def _start(calling: Calling, argument: nodes.Argument) -> Period | None:
    when = periods.year_in(argument.value)
    if when is None:
        words = {"written": argument.value.span.text, "name": part_called("from")}
        calling.notes.tell("E110", argument.span, **words, expected=Expected(("A_YEAR",)))
        return None
    return periods.real_period(when, calling.notes)


def read_trend(calling: Calling) -> Typed:
    """Check `trend(x, 5 years)` and `trend(x, 2014..2018)`."""
    given = given_to(calling)
    if given is None:
        return calling.nothing()
    match given.plain:
        case (operand, nodes.Duration() | nodes.Range() as node) if isinstance(
            operand, nodes.Expression
        ):
            return _trend(calling, calling.read(operand), node)
        case _:
            return calling.tell_shape()


def _trend(calling: Calling, operand: Typed, node: nodes.Duration | nodes.Range) -> Typed:
    window = periods.window(node, calling.notes)
    if window is None:
        return calling.nothing()
    lengths.check_window(operand.term, window, node.span, calling.scope, calling.notes)
    check_trend(window, node.span, calling.notes)
    return calling.made(Trend(operand.term, window), units.difference(operand.unit), NO_WAY)


def check_trend(window: Last | Between, span: Span, notes: Notes) -> None:
    """Tell of a window with too few points for a trend: it needs four, or two that are next.

    The last two years have three points: with the one before them, from which they change.
    """
    match window:
        case Last(2):
            notes.tell("E178", span, written=span.text, three=span.text.replace("2", "3", 1))
        case Between(first, Period() as last) if last.index - first.index in (0, 2):
            instead = f"{last.plus(-3)}..{last}"
            notes.tell("E178", span, written=span.text, instead=instead)
        case _:
            pass


def _only_operand(calling: Calling, known: tuple[str, ...] = ()) -> Typed | None:
    """The one thing in the brackets; anything else is told."""
    given = given_to(calling, known)
    if given is None:
        return None
    match given.plain:
        case (operand,) if isinstance(operand, nodes.Expression):
            return calling.read(operand)
        case (part,):
            calling.tell_shape(part)
        case _:
            calling.tell_shape()
    return None

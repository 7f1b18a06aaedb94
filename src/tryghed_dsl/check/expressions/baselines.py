"""What a subject itself was: its baseline, and its band of natural variation."""

from tryghed_dsl.check.expressions import lengths, periods
from tryghed_dsl.check.expressions.calling import Calling, given_to
from tryghed_dsl.check.expressions.directions import way_of
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Aggregation, Baseline, Between, How, Normal, Several
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import COUNT
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes

# The band of natural variation needs that many figures.
_FEWEST = 5


def read_baseline(calling: Calling) -> Typed:
    """Check `baseline(2015)` and `baseline(2014..2018)`."""
    subject, notes = calling.scope.subject, calling.notes
    if subject is None:
        notes.tell("E140", calling.span, written=calling.span.text)
        return calling.nothing()
    only = calling.arguments[0] if len(calling.arguments) == 1 else None
    value = None if only is None or only.name is not None else only.value
    if isinstance(value, nodes.Range):
        return _mean_baseline(calling, subject, value)
    when = None if value is None else periods.year_in(value)
    if when is None:
        span = calling.span if only is None else only.span
        words = {"written": span.text, "name": part_called(calling.name)}
        notes.tell("E110", span, **words, expected=Expected(("A_YEAR",)))
        return calling.nothing()
    period = periods.real_period(when, notes)
    if period is None:
        return calling.nothing()
    lengths.check_moved(subject.term, period, when.span, calling.scope, notes)
    return calling.made(Baseline(subject.term, period), subject.unit, way_of(subject))


def _mean_baseline(calling: Calling, subject: Typed, node: nodes.Range) -> Typed:
    found = periods.fixed_range(node, calling.name, calling.notes)
    if found is None:
        return calling.nothing()
    lengths.check_moved(subject.term, found.first, node.span, calling.scope, calling.notes)
    steps = range(found.last.index - found.first.index + 1)
    each = tuple(Baseline(subject.term, found.first.plus(step)) for step in steps)
    return calling.made(Several(How(Aggregation.MEAN), each), subject.unit, way_of(subject))


def read_normal(node: nodes.Call, scope: Scope, notes: Notes, *, upper: bool) -> Typed:
    """Check `normal(2012..2016)` where it is the limit of `<=` (its upper end) or `>=`."""
    calling = Calling(node.function.text, node.arguments, node.span, scope, notes, _nothing_inside)
    subject, given = scope.subject, given_to(calling)
    if given is None or subject is None:
        return calling.nothing()
    match given.plain:
        case (nodes.Range() as node_range,):
            found = periods.fixed_range(node_range, calling.name, notes)
        case _:
            return calling.tell_shape()
    if found is None:
        return calling.nothing()
    if found.last.index - found.first.index + 1 < _FEWEST:
        instead = f"normal({found.last.plus(1 - _FEWEST)}..{found.last})"
        notes.tell("E158", node_range.span, written=node_range.span.text, instead=instead)
    lengths.check_moved(subject.term, found.first, node_range.span, scope, notes)
    window, count = Between(found.first, found.last), subject.unit == COUNT
    return calling.made(Normal(subject.term, window, upper, count), subject.unit, way_of(subject))


def _nothing_inside(node: nodes.Expression, scope: Scope, notes: Notes) -> Typed:
    """The band of natural variation is made of periods alone; nothing in it is read."""
    raise NotImplementedError


def read_misplaced_normal(calling: Calling) -> Typed:
    """Tell of `normal(…)` where it is no limit."""
    calling.notes.tell("E154", calling.span, written=calling.span.text)
    return calling.nothing()

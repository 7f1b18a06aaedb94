"""Conditions in many areas, of many indicators, in many periods."""

import math

from tryghed_dsl.check import conditions
from tryghed_dsl.check.conditions import Condition, Held, Latest, Since
from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.expressions.lengths import check_window, parts_in
from tryghed_dsl.check.names.it import with_it
from tryghed_dsl.check.names.names import area_list_known, indicators_in
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.several import as_truth
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Between, Last, Least, Within
from tryghed_dsl.check.trajectories.arguments import part_of_whole
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.plurals import singular
from tryghed_dsl.syntax.printer import condition as written
from tryghed_dsl.text.source import Span

_ROUNDING = 1e-9
# Where no agreement ends, what is open is taken to go on so long; each period is a table.
_JUDGED_UNTIL = 2040.0


def read_quantified(
    node: nodes.Every | nodes.Running | nodes.OfLatest, reading: Reading
) -> Condition | None:
    """Check a condition of many areas or periods."""
    match node:
        case nodes.Every():
            return read_every(node, reading)
        case nodes.Running():
            return read_running(node, reading)
        case nodes.OfLatest():
            return read_of_latest(node, reading)


def read_every(node: nodes.Every, reading: Reading) -> Condition | None:
    """Check a condition of many: areas, indicators or periods."""
    match node.each.text, node.within:
        case "area", nodes.Name() as areas:
            return _areas(node, areas, reading)
        case "indicator", nodes.Name() as indicators:
            return _indicators(node, indicators, reading)
        case word, nodes.Range() | nodes.Since() as within if word in periods.LENGTHS:
            return _periods(node, within, periods.LENGTHS[word], reading)
        case word, nodes.Name() as whole if _is_part(word, whole.text):
            return _parts_of(node, periods.LENGTHS[word], periods.LENGTHS[whole.text], reading)
        case _:
            _tell_nothing_to_go_through(node, reading.notes)
            return None


def _is_part(word: str, whole: str) -> bool:
    """Whether periods of one length lie in another: `month in year`."""
    each, longer = periods.LENGTHS.get(word), periods.LENGTHS.get(whole)
    return each is not None and longer is not None and each.years < longer.years


def _tell_nothing_to_go_through(node: nodes.Every, notes: Notes) -> None:
    word, span = node.each.text, node.each.span.to(node.within.span)
    extra = {} if singular(word) == word else {"suggestion": singular(word)}
    notes.tell("E166", span, written=span.text, **extra)


def _each(node: nodes.Every, condition: nodes.Condition, reading: Reading) -> Condition | None:
    """The condition of one of many; `no` turns it round."""
    if node.amount != "no":
        return reading.inside(condition)
    inner = as_truth(reading).inside(condition)
    return None if inner is None else conditions.Not(inner)


# ------------------------------------------------------------------ how many


def whole(number: nodes.Number, most: int, notes: Notes) -> int | None:
    """A number of things, from 1 to as many as there are."""
    plain = number.sign is nodes.Sign.NONE and number.digits.isdigit()
    if not plain or not 1 <= number.value <= most:
        extra = {"most": float(most)} if most > 1 else {"only": "1"}
        notes.tell("E165", number.span, written=number.span.text, **extra)
        return None
    return int(number.digits)


def _least(amount: str | nodes.Number, most: int | None, notes: Notes) -> tuple[Least | None, bool]:
    """How many have to, None for all; and whether that can be."""
    if isinstance(amount, str):
        return None, True
    if amount.sign is nodes.Sign.PERCENT:
        share = part_of_whole(amount, "at least", notes)
        return (None, False) if share is None else (Least(share, share=True), True)
    count = whole(amount, periods.MOST if most is None else most, notes)
    return (None, False) if count is None else (Least(float(count)), True)


# ------------------------------------------------------------------ areas and indicators


def _areas(node: nodes.Every, areas: nodes.Name, reading: Reading) -> Condition | None:
    names, notes = reading.scope.names, reading.notes
    known = area_list_known(areas, names, notes)
    most = len(names.members.get(areas.text, ())) or None
    least, fits = _least(node.amount, most, notes)
    condition = _each(node, node.condition, reading)
    if condition is None or not known or not fits:
        return None
    return conditions.EveryArea(areas.text, least, condition)


def _indicators(node: nodes.Every, listed: nodes.Name, reading: Reading) -> Condition | None:
    """The same condition of each indicator of a list, together."""
    members = indicators_in(listed, reading.scope.names, reading.notes)
    if not members:
        return None
    least, fits = _least(node.amount, len(members), reading.notes)
    if with_it(node.condition, members[0]) is node.condition:
        reading.notes.tell("E185", node.condition.span)
        return None
    with reading.expansion.of(listed):
        made = [_each(node, with_it(node.condition, member), reading) for member in members]
    known = tuple(condition for condition in made if condition is not None)
    if not fits or len(known) < len(made):
        return None
    return conditions.Several(_count(least, len(members)), known, written(node))


def _count(least: Least | None, members: int) -> int | None:
    if least is None:
        return None
    return math.ceil(least.amount * members - _ROUNDING) if least.share else int(least.amount)


# ------------------------------------------------------------------ periods


def _parts_of(node: nodes.Every, each: Length, whole: Length, reading: Reading) -> Condition | None:
    """Check a condition of the parts of the period judged: `every quarter in year`."""
    least, fits = _least(node.amount, parts_in(whole, each), reading.notes)
    condition = _each(node, node.condition, reading)
    if condition is None or not fits:
        return None
    check_flows(condition, each, node.each.span, reading)
    return conditions.EveryPeriod(Within(whole), each, least, condition)


def _periods(
    node: nodes.Every, within: nodes.Range | nodes.Since, length: Length, reading: Reading
) -> Condition | None:
    window = _window(within, length, reading)
    least, fits = _least(node.amount, _how_many(window), reading.notes)
    condition = _each(node, node.condition, reading)
    if window is None or condition is None or not fits:
        return None
    check_flows(condition, length, node.each.span, reading)
    return conditions.EveryPeriod(window, length, least, condition)


def check_flows(condition: Condition, length: Length, span: Span, reading: Reading) -> None:
    """Tell it where a flow is judged in periods shorter than its own."""
    for part in conditions.parts(condition):
        if isinstance(part, Held):
            check_window(part.subject, Last(1, length), span, reading.scope, reading.notes)


def _window(
    within: nodes.Range | nodes.Since, length: Length, reading: Reading
) -> Since | Between | None:
    """The periods that are gone through; what holds none, or too many, is told."""
    found = _periods_of(within, length, reading.notes)
    if found is not None and _held(found, reading) > periods.MOST:
        span = within.span
        reading.notes.tell("E147", span, written=span.text, most=float(periods.MOST))
        return None
    return found


def _periods_of(
    within: nodes.Range | nodes.Since, length: Length, notes: Notes
) -> Since | Between | None:
    if isinstance(within, nodes.Since):
        parts = _parts(within.when, length, notes)
        if not parts:
            return None
        return Since(parts[-1].plus(1) if within.after else parts[0])
    if periods.between(within, notes) is None:
        return None
    first = _parts(within.first, length, notes)
    if not first or within.last is None:
        return Since(first[0]) if first else None
    last = _parts(within.last, length, notes)
    return Between(first[0], last[-1]) if last else None


def _held(window: Since | Between, reading: Reading) -> int:
    """How many periods a window holds, by the end of the agreement where it does not say."""
    agreed = reading.agreement.valid if reading.agreement else None
    until = _JUDGED_UNTIL if agreed is None else agreed.last.ends
    last = window.last if isinstance(window, Between) else None
    return periods.held(Between(window.first, last), until)


def _parts(when: nodes.When, length: Length, notes: Notes) -> tuple[Period, ...]:
    """The periods of a length in a period, itself where it is one; that there is none is told.

    A school year is a year.
    """
    period = periods.real_period(when, notes)
    if period is None or period.length is length:
        return () if period is None else (period,)
    if (period.length, length) == (Length.SCHOOL_YEAR, Length.YEAR):
        return (period,)
    found = period.parts(length)
    if not found:
        notes.tell("E167", when.span, written=when.span.text)
    return found


def _how_many(window: Since | Between | None) -> int | None:
    if not isinstance(window, Between) or window.last is None:
        return None
    return window.last.index - window.first.index + 1


def read_running(node: nodes.Running, reading: Reading) -> Condition | None:
    """Check a condition that has to hold so many periods in a row."""
    window = periods.duration(node.duration, reading.notes)
    condition = reading.inside(node.condition)
    if window is None or condition is None:
        return None
    check_flows(condition, window.length, node.duration.span, reading)
    latest = Latest(window.count, window.length)
    return conditions.EveryPeriod(latest, window.length, None, condition)


def read_of_latest(node: nodes.OfLatest, reading: Reading) -> Condition | None:
    """Check a condition that has to hold in so many of the latest periods."""
    window = periods.duration(node.duration, reading.notes)
    most = periods.MOST if window is None else window.count
    number = whole(node.number, most, reading.notes)
    condition = reading.inside(node.condition)
    if window is None or number is None or condition is None:
        return None
    check_flows(condition, window.length, node.duration.span, reading)
    least, latest = Least(float(number)), Latest(window.count, window.length)
    return conditions.EveryPeriod(latest, window.length, least, condition)

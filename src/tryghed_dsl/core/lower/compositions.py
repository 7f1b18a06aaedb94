"""Compositions, quantifiers over areas and periods, opposites, and named conditions' years."""

from tryghed_dsl.check.conditions import (
    EveryArea,
    EveryPeriod,
    Known,
    Latest,
    Not,
    Several,
    Since,
    Valid,
    terms_of,
)
from tryghed_dsl.check.model import AreaList
from tryghed_dsl.check.terms import At, Between, Last, Least, Window, indicators
from tryghed_dsl.core.lower.condition import lower_condition, truth
from tryghed_dsl.core.lower.frame import Frame, in_length
from tryghed_dsl.core.lower.length import length_of_each
from tryghed_dsl.core.lower.places import members_of
from tryghed_dsl.core.lower.rewrite import outcomes_changed
from tryghed_dsl.core.lower.table import DETERIORATING, Table, always, missing_row, outcome_row
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.lower.together import together
from tryghed_dsl.core.lower.windows import periods_in
from tryghed_dsl.core.program import TRUE, Expression, Fact, IsMissing, Step
from tryghed_dsl.core.program import Not as Opposite
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.records import replace


@lower_condition.register(Several)
def _several(condition: Several, frame: Frame) -> Table:
    lowered = (lower_condition(member, frame) for member in condition.members)
    members = [(str(place), table) for place, table in enumerate(lowered, 1)]
    least = None if condition.least is None else Least(condition.least)
    return together(members, least)


@lower_condition.register(EveryArea)
def _every_area(condition: EveryArea, frame: Frame) -> Table:
    members = [
        (area, _if_member(lower_condition(condition.condition, frame.inside(area)), member))
        for area, member in members_of(condition.areas, frame)
    ]
    table = together(members, condition.least)
    return replace(table, facts=_how_drawn(frame.spec.lists[condition.areas]))


def _how_drawn(areas: AreaList) -> tuple[tuple[str, Fact], ...]:
    """Whether a list that a condition draws is fixed at a period, or drawn anew."""
    if not areas.where:
        return ()
    read = (term for where in areas.where for term in terms_of(where))
    fixed = all(not indicators(term) or isinstance(term, At) for term in read)
    return (("list", "fixed" if fixed else "anew"),)


def _if_member(table: Table, member: Expression) -> Table:
    """The table of an area that is in a list only where some condition holds."""
    if member == TRUE:
        return table
    is_member = Step("member")
    rows = (
        missing_row((member,), (is_member,)),
        outcome_row(Opposite(is_member), Verdict.PENDING, Reason.NOT_APPLICABLE),
        *(table.rows if table.due is None else (always(Verdict.PENDING, table.due),)),
    )
    steps = (*table.steps, ("member", member))
    return replace(table, steps=steps, rows=rows, needed=(member, *table.needed), due=None)


@lower_condition.register(EveryPeriod)
def _every_period(condition: EveryPeriod, frame: Frame) -> Table:
    periods = _periods(condition, frame)
    if not periods:
        row = always(Verdict.PENDING, Reason.NOT_STARTED)
        start = _start(condition, frame)
        return Table((), (row,), (), facts=start, due=Reason.NOT_STARTED)
    members = [
        (str(period), lower_condition(condition.condition, frame.judged_at(period)))
        for period in periods
    ]
    return together(members, condition.least)


def _start(condition: EveryPeriod, frame: Frame) -> tuple[tuple[str, Fact], ...]:
    match condition.window:
        case Since(first) | Between(first):
            return (("start", in_length(first, length_of_each(condition, frame.spec))),)
        case _:
            return ()


def _periods(condition: EveryPeriod, frame: Frame) -> tuple[Period, ...]:
    each = length_of_each(condition, frame.spec)
    match condition.window:
        case Since(first):
            window: Window = Between(in_length(first, each), None)
        case Between(first, last):
            window = Between(
                in_length(first, each), None if last is None else in_length(last, each)
            )
        case Latest(count):
            window = Last(count, each)
        case within:
            window = within
    return periods_in(window, frame, each) or ()


@lower_condition.register(Not)
def _not(condition: Not, frame: Frame) -> Table:
    table = lower_condition(condition.condition, frame)
    flags = tuple(flag for flag in table.flags if flag.name != DETERIORATING)
    return replace(table, rows=outcomes_changed(table.rows, _opposite), flags=flags)


def _opposite(outcome: Outcome) -> Outcome:
    match outcome.verdict:
        case Verdict.PASS:
            return Outcome(Verdict.FAIL, Reason.MISSED)
        case Verdict.WARN | Verdict.FAIL:
            return Outcome(Verdict.PASS, Reason.MET)
        case _:
            return outcome


@truth.register(Not)
def _not_true(condition: Not, frame: Frame) -> Expression:
    return Opposite(truth(condition.condition, frame))


@lower_condition.register(Valid)
def _valid(condition: Valid, frame: Frame) -> Table:
    first, last = condition.periods.first, condition.periods.last
    until = frame.until
    if {until.length, first.length} == {Length.YEAR, Length.SCHOOL_YEAR}:
        until = in_length(until, first.length)
    if first.starts <= until.starts and until.ends <= last.ends:
        return lower_condition(condition.condition, frame)
    return Table((), (always(Verdict.PENDING, Reason.NOT_APPLICABLE),), ())


@lower_condition.register(Known)
def _known(condition: Known, frame: Frame) -> Table:
    value = Step("value")
    rows = (
        outcome_row(IsMissing(value), Verdict.FAIL, Reason.MISSED),
        always(Verdict.PASS, Reason.MET),
    )
    return Table((("value", lower_term(condition.operand, frame)),), rows, ())


@truth.register(Known)
def _is_known(condition: Known, frame: Frame) -> Expression:
    return Opposite(IsMissing(lower_term(condition.operand, frame)))

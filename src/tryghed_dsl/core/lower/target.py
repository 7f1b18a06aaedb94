"""A whole target: its dates, whether it applies, and how far back its figures may lie."""

from collections.abc import Iterator

from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.model import Monitored, Spec, Target
from tryghed_dsl.check.terms import Last
from tryghed_dsl.core.lower.condition import lower_condition, truth
from tryghed_dsl.core.lower.frame import Frame, as_long_as
from tryghed_dsl.core.lower.length import length_of, length_of_condition
from tryghed_dsl.core.lower.rewrite import under
from tryghed_dsl.core.lower.table import Table, always, missing_row, outcome_row
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import (
    MISSING,
    TRUE,
    And,
    Expression,
    Fact,
    Flag,
    If,
    IsMissing,
    Judged,
    Not,
    Or,
    Row,
    Step,
)
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.records import replace

OLDER, UNVERIFIED = "older-figure", "quote-unverified"
_APPLIES = Step("applies")


def lower_target(target: Target, frame: Frame) -> Judged:
    """A target as of the frame's period."""
    table = _table(target, frame)
    if target.unverified:
        table = replace(table, flags=(*table.flags, Flag(UNVERIFIED, TRUE)))
    return judged(target.id, table)


def _table(target: Target, frame: Frame) -> Table:
    if target.retired is not None:
        return Table((), (always(Verdict.PENDING, Reason.RETIRED),), ())
    placed = frame if target.area is None else frame.inside(target.area)
    own = own_period(target, frame.period, frame.spec)
    if isinstance(target.promise, Monitored):
        return _monitored(target.promise, placed.judged_at(own or frame.period))
    if own is None:
        return _of_other_length()
    at = placed.judged_at(own)
    table = _with_older(target, at) if target.latest else lower_condition(target.promise, at)
    return _in_time(target, table, frame.period, at)


def judged(target_id: str, table: Table) -> Judged:
    """A table as a target."""
    return Judged(
        target_id,
        table.steps,
        table.rows,
        table.needed,
        table.measures,
        table.flags,
        table.facts,
        table.parts,
        table.later,
    )


def own_period(target: Target, as_of: Period, spec: Spec) -> Period | None:
    """The period that a target is judged at; None where none of its length is within."""
    if target.part is not None:
        parts = as_of.parts(target.part.length)
        return parts[target.part.number - 1] if target.part.number <= len(parts) else None
    match target.promise:
        case Monitored(subject):
            length = length_of(subject, spec)
        case condition:
            length = length_of_condition(condition, spec)
    return as_of if length is None else as_long_as(as_of, length)


def _monitored(promise: Monitored, frame: Frame) -> Table:
    value = lower_term(promise.subject, frame)
    row = always(Verdict.MONITOR, Reason.MONITORED)
    facts: tuple[tuple[str, Fact], ...] = () if promise.unit is None else (("unit", promise.unit),)
    return Table((("value", value),), (row,), (value,), facts=facts)


def _of_other_length() -> Table:
    return Table((), (always(Verdict.UNKNOWN, Reason.PERIOD_LENGTH),), ())


# ------------------------------------------------------------------ dates


def _in_time(target: Target, table: Table, as_of: Period, frame: Frame) -> Table:
    """A table with what is asked before it: its dates, then whether it applies."""
    due = _due(target, table, as_of, frame.spec)
    if due is not None:
        facts = (*table.facts, *_valid_facts(target))
        return replace(table, rows=(always(Verdict.PENDING, due),), facts=facts)
    return table if target.applies is None else _where_it_applies(target, table, frame)


def _due(target: Target, table: Table, as_of: Period, spec: Spec) -> Reason | None:
    if table.due is Reason.NOT_STARTED:
        return table.due
    agreed = spec.agreement.valid if spec.agreement else None
    seasons = (valid for valid in (agreed, target.valid) if valid is not None)
    outside = (out_of_season(valid, as_of) for valid in seasons)
    return next((reason for reason in outside if reason is not None), table.due)


def out_of_season(valid: PeriodRange, period: Period) -> Reason | None:
    """Why a period is outside the years of an agreement or target; None where it is inside."""
    if period.starts < valid.first.starts:
        return Reason.BEFORE_VALID
    return Reason.AFTER_VALID if period.ends > valid.last.ends else None


def _valid_facts(target: Target) -> tuple[tuple[str, Period], ...]:
    if target.valid is None:
        return ()
    return (("valid_first", target.valid.first), ("valid_last", target.valid.last))


def _where_it_applies(target: Target, table: Table, frame: Frame) -> Table:
    assert target.applies is not None  # noqa: S101 -- asked by the caller
    applies = truth(target.applies, frame)
    return replace(
        table,
        steps=(("applies", applies), *table.steps),
        rows=(
            missing_row((applies,), (_APPLIES,)),
            outcome_row(Not(_APPLIES), Verdict.PENDING, Reason.NOT_APPLICABLE),
            *table.rows,
        ),
        needed=(applies, *(If(_APPLIES, needed, MISSING) for needed in table.needed)),
    )


# ------------------------------------------------------------------ older figures


def _with_older(target: Target, frame: Frame) -> Table:
    """The table of the latest period in which the subject is known, of those that may stand in."""
    assert target.latest is not None  # noqa: S101 -- asked by the caller
    frames = [frame.judged_at(period) for period in _periods_back(target.latest, frame.period)]
    subject = target.subject
    tables = [lower_condition(_promise(target), at) for at in frames]
    if subject is None or len(tables) == 1:
        return tables[0]
    known = [Not(IsMissing(lower_term(subject, at))) for at in frames]
    return _chosen(list(zip(known, tables, strict=True)))


def _promise(target: Target) -> Condition:
    assert not isinstance(target.promise, Monitored)  # noqa: S101 -- asked by the caller
    return target.promise


def _periods_back(latest: Last, period: Period) -> list[Period]:
    steps = max(1, round(latest.count * latest.length.years / period.length.years))
    return [period.plus(-step) for step in range(steps + 1)]


def _chosen(choices: list[tuple[Expression, Table]]) -> Table:
    """The first table whose condition holds; without one the first of all."""
    own = [(known, under(f"{n}.", table)) for n, (known, table) in enumerate(choices)]
    tables = [table for _, table in own]
    named = [_numbers(table, f"{n}.") for n, table in enumerate(tables)]
    names = dict.fromkeys(name for numbers in named for name in numbers)
    steps = tuple(
        (name, _select(own, [numbers.get(name, MISSING) for numbers in named])) for name in names
    )
    rows = tuple(Row(known, _rows(table)) for known, table in own)
    older = And((Not(own[0][0]), Or(tuple(known for known, _ in own[1:]))))
    return Table(
        (*(step for table in tables for step in table.steps), *steps),
        (*rows, Row(TRUE, _rows(tables[0]))),
        tables[0].needed,
        flags=(Flag(OLDER, older), *_flags(own)),
        facts=tables[0].facts,
        due=tables[0].due,  # what is pending at the period itself needs no figures
    )


def _flags(choices: list[tuple[Expression, Table]]) -> Iterator[Flag]:
    """The flags of each table, where it is the one chosen; of the first where none is known."""
    before: tuple[Expression, ...] = ()
    for known, table in choices:
        for flag in table.flags:
            yield Flag(flag.name, And((*before, known, flag.condition)))
        before = (*before, Not(known))
    for flag in choices[0][1].flags:
        yield Flag(flag.name, And((*before, flag.condition)))


def _rows(table: Table) -> tuple[Row, ...]:
    return table.rows if table.due is None else (always(Verdict.PENDING, table.due),)


def _numbers(table: Table, prefix: str) -> dict[str, Expression]:
    """The steps and measures of a table by the names that they had."""
    steps = {name.removeprefix(prefix): Step(name) for name, _ in table.steps}
    return {**dict(table.measures), **steps}


def _select(own: list[tuple[Expression, Table]], values: list[Expression]) -> Expression:
    result = values[0]
    for (known, _), value in reversed(list(zip(own, values, strict=True))):
        result = If(known, value, result)
    return result

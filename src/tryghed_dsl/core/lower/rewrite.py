"""Tables made into expressions, and put into other tables."""

from collections.abc import Callable, Mapping

from tryghed_dsl.core.lower.table import Table
from tryghed_dsl.core.program import (
    FALSE,
    MISSING,
    TRUE,
    Cell,
    Coalesce,
    Constant,
    Expression,
    Flag,
    If,
    Judged,
    Later,
    Measures,
    Row,
    Step,
)
from tryghed_dsl.core.simplify import with_leaves
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.records import replace

FAIL, WARN, PASS, UNKNOWN, PENDING, LEFT_OUT = (Constant(float(code)) for code in range(6))
_CODES = {
    Verdict.FAIL: FAIL,
    Verdict.WARN: WARN,
    Verdict.PASS: PASS,
    Verdict.UNKNOWN: UNKNOWN,
    Verdict.PENDING: PENDING,
    Verdict.MONITOR: LEFT_OUT,
}
_Rewrite = Callable[[Expression], Expression]


def code(outcome: Outcome) -> Constant:
    """The number that stands for an outcome; what does not apply is left out of compositions."""
    return LEFT_OUT if outcome.reason is Reason.NOT_APPLICABLE else _CODES[outcome.verdict]


def held(outcome: Outcome) -> Expression:
    """Whether an outcome means that the condition holds; missing where that is not known."""
    if outcome.verdict is Verdict.PASS:
        return TRUE
    return FALSE if outcome.verdict in (Verdict.WARN, Verdict.FAIL) else MISSING


def passes(outcome: Outcome) -> Expression:
    """Whether an outcome is a pass."""
    return TRUE if outcome.verdict is Verdict.PASS else FALSE


def fails(outcome: Outcome) -> Expression:
    """Whether an outcome is a fail."""
    return TRUE if outcome.verdict is Verdict.FAIL else FALSE


def by_outcome(rows: tuple[Row, ...], made: Callable[[Outcome], Expression]) -> Expression:
    """A table as an expression, from what is made of each outcome."""
    *asked, last = rows
    result = _then(last, made)
    for row in reversed(asked):
        then = _then(row, made)
        if then != result:
            result = If(Coalesce((row.condition, FALSE)), then, result)
    return result


def _then(row: Row, made: Callable[[Outcome], Expression]) -> Expression:
    if isinstance(row.then, Outcome):
        return made(row.then)
    return by_outcome(row.then, made)


def outcomes_changed(
    rows: tuple[Row, ...], changed: Callable[[Outcome], Outcome]
) -> tuple[Row, ...]:
    """A table with other outcomes."""
    return tuple(
        replace(row, then=changed(row.then))
        if isinstance(row.then, Outcome)
        else replace(row, then=outcomes_changed(row.then, changed))
        for row in rows
    )


# ------------------------------------------------------------------ steps of other names


def under(prefix: str, table: Table) -> Table:
    """A table whose steps have names of their own, so that it can stand beside others."""
    own = {name: Step(prefix + name) for name, _ in table.steps}
    return _rewritten(table, _steps_as(own), prefix)


def inlined(table: Table) -> Table:
    """A table without steps: each is written out where it is used."""
    known: dict[str, Expression] = {}
    for name, expression in table.steps:
        known[name] = _steps_as(known)(expression)
    return replace(_rewritten(table, _steps_as(known), ""), steps=())


def _steps_as(known: Mapping[str, Expression]) -> _Rewrite:
    def leaf(found: Cell | Step) -> Expression | None:
        return known.get(found.name) if isinstance(found, Step) else None

    return lambda expression: with_leaves(expression, leaf)


def _rewritten(table: Table, rewrite: _Rewrite, prefix: str) -> Table:
    return replace(
        table,
        steps=tuple((prefix + name, rewrite(step)) for name, step in table.steps),
        rows=rows_rewritten(table.rows, rewrite),
        needed=tuple(rewrite(needed) for needed in table.needed),
        measures=tuple((name, rewrite(measure)) for name, measure in table.measures),
        flags=tuple(Flag(flag.name, rewrite(flag.condition)) for flag in table.flags),
        parts=tuple(_part(part, rewrite) for part in table.parts),
        later=None if table.later is None else _later(table.later, rewrite),
    )


def _later(later: Later, rewrite: _Rewrite) -> Later:
    def made() -> Measures:
        return tuple((name, rewrite(measure)) for name, measure in later.made())

    return Later(later.names, made)


def _part(part: Judged, rewrite: _Rewrite) -> Judged:
    return replace(
        part,
        steps=tuple((name, rewrite(step)) for name, step in part.steps),
        rows=rows_rewritten(part.rows, rewrite),
        needed=tuple(rewrite(needed) for needed in part.needed),
        measures=tuple((name, rewrite(measure)) for name, measure in part.measures),
        flags=tuple(Flag(flag.name, rewrite(flag.condition)) for flag in part.flags),
        parts=tuple(_part(inner, rewrite) for inner in part.parts),
    )


def rows_rewritten(rows: tuple[Row, ...], rewrite: _Rewrite) -> tuple[Row, ...]:
    """A table with other conditions."""
    return tuple(
        Row(
            rewrite(row.condition),
            row.then if isinstance(row.then, Outcome) else rows_rewritten(row.then, rewrite),
        )
        for row in rows
    )

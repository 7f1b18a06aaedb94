"""A count held against a limit: decided when the unknown ones cannot change it."""

from tryghed_dsl.check import terms
from tryghed_dsl.core.lower.rewrite import by_outcome, code, rows_rewritten
from tryghed_dsl.core.lower.table import Table
from tryghed_dsl.core.program import (
    Add,
    And,
    AtMost,
    Cell,
    Constant,
    Expression,
    Fold,
    Folding,
    IsMissing,
    Not,
    Or,
    Row,
    Step,
    equal,
)
from tryghed_dsl.core.simplify import with_leaves
from tryghed_dsl.records import replace

_FEWEST, _MOST = Step("value_low"), Step("value_high")


def is_count(term: terms.Term) -> bool:
    """Whether a term counts areas or periods in which a condition holds."""
    return isinstance(term, terms.CountAreas | terms.CountPeriods)


def decided_either_way(table: Table, value: Expression, *, one_sided: bool) -> Table:
    """A table that also decides where the count is not known, but its verdict is.

    Args:
        table: the table for a known count.
        value: the count.
        one_sided: whether a larger count can only be better, or only be worse; then the fewest
            and the most possible tell of all counts between them.
    """
    if not isinstance(value, Fold) or value.least is not None:
        return table
    unknown = Add(
        (("+", Constant(float(len(value.items)))), ("-", replace(value, kind=Folding.KNOWN)))
    )
    fewest = replace(value, kind=Folding.COUNT, least=0)
    bounds = (("value_low", fewest), ("value_high", Add((("+", _FEWEST), ("+", unknown)))))
    missing, *rows = table.rows
    low, high = (_with_value(tuple(rows), step) for step in (_FEWEST, _MOST))
    own = by_outcome(low, code)
    same = equal(own, by_outcome(high, code))
    if not one_sided:
        same = And(
            tuple(_same_at(own, tuple(rows), more) for more in range(1, len(value.items) + 1))
        )
    others = tuple(
        Row(IsMissing(Step(name)), missing.then) for name, _ in table.steps if name != "value"
    )
    either = Row(IsMissing(Step("value")), (*others, Row(same, low), *_always(missing)))
    return replace(table, steps=(*table.steps, *bounds), rows=(either, missing, *rows))


def _same_at(own: Expression, rows: tuple[Row, ...], more: int) -> Expression:
    """Whether so many more give the same verdict, where there can be so many more."""
    count = Add((("+", _FEWEST), ("+", Constant(float(more)))))
    there = by_outcome(_with_value(rows, count), code)
    return Or((Not(AtMost(count, _MOST)), equal(own, there)))


def _always(row: Row) -> tuple[Row, ...]:
    return row.then if isinstance(row.then, tuple) else (row,)


def _with_value(rows: tuple[Row, ...], step: Expression) -> tuple[Row, ...]:
    def leaf(found: Cell | Step) -> Expression | None:
        return step if found == Step("value") else None

    return rows_rewritten(rows, lambda expression: with_leaves(expression, leaf))

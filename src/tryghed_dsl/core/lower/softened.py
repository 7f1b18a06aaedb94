"""Chance in a table: what it says of the verdict, and misses that it explains."""

from typing import TYPE_CHECKING

from tryghed_dsl.check.conditions import Held, Trajectory
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.rewrite import by_outcome, fails, passes
from tryghed_dsl.core.lower.table import Table, outcome_row
from tryghed_dsl.core.lower.way import way_of
from tryghed_dsl.core.program import (
    MISSING,
    TRUE,
    And,
    Expression,
    Flag,
    IsMissing,
    Later,
    Measures,
    Row,
)
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.records import replace

if TYPE_CHECKING:
    from tryghed_dsl.core.lower.chance.chance import Chance

CHANCE_UNKNOWN = "chance-unknown"
_TOLD = ("certain", "lower", "upper", "z")


def with_chance(table: Table, held: Held, frame: Frame) -> Table:
    """A table that also tells how sure its verdict is, and puts misses down to chance.

    A miss becomes a warning only where the spec sets a confidence, and only a fail does.
    Elsewhere chance is only told, and worked out when somebody asks.
    """
    if held.confidence is None:
        later = Later(_TOLD, lambda: _told(_chance(table, held, frame)))
        return replace(table, later=later)
    chance = _chance(table, held, frame)
    if chance is None:
        return table
    told = replace(table, measures=(*table.measures, *_told(chance)))
    return _softened(told, chance)


def _told(chance: "Chance | None") -> Measures:
    if chance is None:
        return ()
    measures = (chance.certain, chance.lower, chance.upper, chance.z)
    named = zip(_TOLD, measures, strict=True)
    return tuple((name, measure) for name, measure in named if measure != MISSING)


def _chance(table: Table, held: Held, frame: Frame) -> "Chance | None":
    from tryghed_dsl.core.lower.chance.limits import limit_chance  # noqa: PLC0415 -- when asked
    from tryghed_dsl.core.lower.chance.ways import way_chance  # noqa: PLC0415 -- likewise

    if not isinstance(held.rule, Trajectory):
        return limit_chance(held.rule, held, frame)
    way = way_of(held.rule, held, frame)
    if way is None or table.due is not None:
        return None
    return way_chance(way, by_outcome(table.rows, passes))


def _softened(table: Table, chance: "Chance") -> Table:
    untold = And((IsMissing(chance.within_chance), by_outcome(table.rows, fails)))
    return replace(
        table,
        rows=_rows(table.rows, chance.within_chance),
        flags=(*table.flags, Flag(CHANCE_UNKNOWN, untold)),
    )


def _rows(rows: tuple[Row, ...], within: Expression) -> tuple[Row, ...]:
    """A table whose fails are asked whether chance explains them."""
    return tuple(replace(row, then=_then(row.then, within)) for row in rows)


def _then(then: Outcome | tuple[Row, ...], within: Expression) -> Outcome | tuple[Row, ...]:
    if not isinstance(then, Outcome):
        return _rows(then, within)
    if then.verdict is not Verdict.FAIL:
        return then
    return (outcome_row(within, Verdict.WARN, Reason.WITHIN_CHANCE), Row(TRUE, then))

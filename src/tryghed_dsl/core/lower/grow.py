"""The objective `grow`: compound growth by a share a year, from the start on."""

from tryghed_dsl.check.objectives import Grow
from tryghed_dsl.core.lower.gap import ONE, X0, X, start_value
from tryghed_dsl.core.lower.held import value_of
from tryghed_dsl.core.lower.pace import pace_rows
from tryghed_dsl.core.lower.table import Table, common_flags, missing_row, undefined_row
from tryghed_dsl.core.lower.way import Way
from tryghed_dsl.core.program import Add, Constant, Multiply, Step

_LIMIT, _PROGRESS = Step("limit"), Step("progress")


def grow_table(way: Way) -> Table:
    """The table of a subject that is to grow by so much a year."""
    assert isinstance(way.objective, Grow)  # noqa: S101 -- asked by the caller
    factor = Constant((1 + way.objective.rate) ** way.travelled) if way.travelled > 0 else ONE
    value, start = value_of(way.held.subject, way.held, way.frame), start_value(way)
    done = Add((("+", X), ("-", X0)))
    to_do = Add((("+", _LIMIT), ("-", X0)))
    steps = (
        ("value", value),
        ("start_value", start),
        ("limit", Multiply((("*", X0), ("*", factor)))),
        ("pace", Multiply((("*", done), ("/", to_do)))),
    )
    needed = (value, start)
    missing = missing_row(needed, (X, X0))
    measures = (("difference", Add((("+", X), ("-", _LIMIT)))), ("progress", Step("pace")))
    flags = common_flags(way.frame.spec, needed)
    rows = (missing, undefined_row(Step("pace")), *pace_rows(way))
    return Table(steps, rows, needed, measures, flags, way.facts(), way.due)

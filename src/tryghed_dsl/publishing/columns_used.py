"""The columns of the table of targets: of all there can be, those that say something."""

from collections.abc import Callable, Iterable

from tryghed_dsl.records import dataclass
from tryghed_dsl.status.model import Row


@dataclass(frozen=True, slots=True)
class Column:
    """A column behind a target's name and verdict; its title is a message."""

    title: str
    of: Callable[[Row], str]


_COLUMNS = (
    Column("Value", lambda row: row.value),
    Column("Held against", lambda row: row.target),
    Column("Difference", lambda row: row.difference),
    Column("Since last", lambda row: row.since_last),
    Column("Since the baseline", lambda row: row.since_start),
    Column("How sure", lambda row: row.certainty),
    Column("Clause", lambda row: row.clause),
)


def columns_used(rows: Iterable[Row]) -> list[Column]:
    """The columns in which any row has words."""
    rows = list(rows)
    return [column for column in _COLUMNS if any(column.of(row) for row in rows)]

"""Whether a sheet looks as if each of its rows were an event."""

from tryghed_dsl.domain.period import Length
from tryghed_dsl.figures.grid import Grid, text_of
from tryghed_dsl.figures.periods import read_period

_LOOKED_AT = 50


def is_of_events(grid: Grid) -> bool:
    """Whether most rows of a sheet, below the first, have a day in the same column."""
    rows = grid.rows[1 : _LOOKED_AT + 1]
    width = max((len(row.cells) for row in rows), default=0)
    return any(2 * _days(grid, column) > len(rows) for column in range(width))


def _days(grid: Grid, column: int) -> int:
    texts = (
        text_of(row.cells[column])
        for row in grid.rows[1 : _LOOKED_AT + 1]
        if column < len(row.cells)
    )
    periods = (read_period(text) for text in texts)
    return sum(period is not None and period.length is Length.DAY for period in periods)

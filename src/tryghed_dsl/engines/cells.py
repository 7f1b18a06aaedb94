"""How cells are read from figures: what is there, and what a series break makes missing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tryghed_dsl.core.program import MISSING, TRUE, Aspect, Cell, Expression, KnownBreak
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import Length, Period

PlainKey = tuple[str, str, int | str]
# A mapping's keys are of one type to a type checker, so that each way to write years is named.
PlainFigures = (
    Mapping[PlainKey, float | None]
    | Mapping[tuple[str, str, int], float | None]
    | Mapping[tuple[str, str, str], float | None]
)


class CellReader:
    """Reads cells of one judged area from a table of figures."""

    def __init__(self, figures: Figures, home: str, declared: Iterable[KnownBreak]) -> None:
        self._figures = figures
        self._home = home
        self._declared = tuple(declared)

    def observation(self, cell: Cell) -> Observation | None:
        """The observation that a cell reads, unless a break makes it missing."""
        if self.break_after(cell) is not None:
            return None
        return self._figures.get(Key(cell.indicator, cell.area or self._home, cell.period))

    def value(self, cell: Cell) -> float | None:
        """What a cell has as its value."""
        if cell.aspect is Aspect.BROKEN:
            return None if self.break_after(cell) is None else 1.0
        found = self.observation(cell)
        if found is None:
            return None
        return found.value if cell.aspect is Aspect.VALUE else found.denominator

    def break_after(self, cell: Cell) -> Period | None:
        """The first break that parts a cell's period from the period judged, if there is one."""
        if cell.period == cell.until:
            return None
        area = cell.area or self._home
        observed = self._figures.breaks.get((cell.indicator, area), ())
        parting = [
            period
            for period in (*observed, *declared_breaks(self._declared, cell, area))
            if parts(period, cell)
        ]
        return min(parting, key=lambda period: period.index, default=None)


def parts(period: Period, cell: Cell) -> bool:
    """Whether a break at a period lies after a cell's period and up to the period judged."""
    return cell.period.year < period.year <= cell.until.year


def declared_breaks(declared: Sequence[KnownBreak], cell: Cell, area: str) -> Iterable[Period]:
    """The breaks that the spec declares for a cell's indicator and area."""
    return (
        known.period
        for known in declared
        if known.indicator == cell.indicator and known.area in (None, area)
    )


def plain_reader(cells: Sequence[Cell], home: str) -> Callable[[PlainFigures], list[Any]]:
    """A function that reads many cells from a plain mapping at once.

    The mapping's keys are `(indicator, area, year)`, the year as a number or as text. Values
    that are no finite numbers count as missing.
    """
    by_number = [_plain_key(cell, home, as_text=False) for cell in cells]
    by_text = [_plain_key(cell, home, as_text=True) for cell in cells]

    def read(figures: PlainFigures) -> list[Any]:
        first = next(iter(figures), None)
        keys = by_text if first is not None and isinstance(first[2], str) else by_number
        get: Callable[[Any], float | None] = figures.get
        return [None if x is None or x - x != 0 else x for x in map(get, keys)]

    return read


def known_without_figures(
    home: str, declared: Sequence[KnownBreak]
) -> Callable[[Cell], Expression | None]:
    """What cells come to in a plain mapping, whose figures are bare numbers.

    Breaks are only those that the spec declares, and nothing has a denominator.
    """

    def known(cell: Cell) -> Expression | None:
        area = cell.area or home
        broken = any(parts(period, cell) for period in declared_breaks(declared, cell, area))
        if cell.aspect is Aspect.BROKEN:
            return TRUE if broken else MISSING
        return MISSING if broken or cell.aspect is Aspect.DENOMINATOR else None

    return known


def _plain_key(cell: Cell, home: str, *, as_text: bool) -> PlainKey:
    period = cell.period
    whole = period.length is Length.YEAR and not as_text
    return (cell.indicator, cell.area or home, period.index if whole else str(period))

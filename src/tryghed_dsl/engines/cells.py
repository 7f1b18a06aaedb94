"""How cells are read from figures: what is there, and what a series break makes missing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tryghed_dsl.core.program import MISSING, TRUE, Aspect, Cell, Expression, KnownBreak, Parts
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import Length, Period

# The parts that a period may be made of, the longest first.
PART_LENGTHS = (Length.HALF, Length.QUARTER, Length.MONTH, Length.DAY)
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
        self._parts_given = [length for length in PART_LENGTHS if length in figures.lengths]

    def observations(self, cell: Cell) -> tuple[Observation, ...]:
        """The observations that a cell reads: one, or all of its parts; none across a break."""
        if self.break_after(cell) is not None:
            return ()
        area = cell.area or self._home
        whole = self._figures.get(Key(cell.indicator, area, cell.period))
        if whole is not None:
            return (whole,)
        return () if cell.parts is None else self._parts(cell, area)

    def _parts(self, cell: Cell, area: str) -> tuple[Observation, ...]:
        for length in self._parts_given:
            if length.years < cell.period.length.years:
                found = self._found(cell, area, length)
                if found and all(found):
                    return tuple(part for part in found if part is not None)
        return ()

    def _found(self, cell: Cell, area: str, length: Length) -> list[Observation | None]:
        periods = cell.period.parts(length)
        wanted = periods[-1:] if cell.parts is Parts.LAST else periods
        return [self._figures.get(Key(cell.indicator, area, period)) for period in wanted]

    def parts_known(self, cell: Cell) -> tuple[int, int, Length] | None:
        """How many parts of how many are there, where some but not all are."""
        if cell.parts is not Parts.SUM or self.break_after(cell) is not None:
            return None
        for length in self._parts_given:
            if length.years < cell.period.length.years:
                found = self._found(cell, cell.area or self._home, length)
                known = sum(part is not None for part in found)
                if 0 < known < len(found):
                    return known, len(found), length
        return None

    def value(self, cell: Cell) -> float | None:
        """What a cell has as its value."""
        if cell.aspect is Aspect.BROKEN:
            return None if self.break_after(cell) is None else 1.0
        found = self.observations(cell)
        if not found or any(part.most is not None for part in found):
            return None
        if cell.aspect is Aspect.VALUE:
            return found[0].value if len(found) == 1 else sum(part.value for part in found)
        aspect: float | None = getattr(found[0], cell.aspect.value)
        return aspect

    def ends(self, cell: Cell) -> tuple[float, float] | None:
        """The least and the most that a suppressed figure can be; None where it is none."""
        found = self.observations(cell) if cell.aspect is Aspect.VALUE else ()
        if all(part.most is None for part in found):
            return None
        most = (part.value if part.most is None else part.most for part in found)
        return sum(part.value for part in found), sum(most)

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
        return min(parting, key=lambda period: period.starts, default=None)


def parts(period: Period, cell: Cell) -> bool:
    """Whether a break at a period lies after a cell's period and up to the period judged."""
    return cell.period.starts < period.starts < cell.until.ends


def declared_breaks(declared: Sequence[KnownBreak], cell: Cell, area: str) -> Iterable[Period]:
    """The breaks that the spec declares for a cell's indicator and area."""
    return (
        known.period
        for known in declared
        if known.indicator == cell.indicator and known.area in (None, area)
    )


class PlainReader:
    """Reads many cells from a plain mapping at once.

    The mapping's keys are `(indicator, area, year)`, the year as a number or as text.
    """

    def __init__(self, cells: Sequence[Cell], home: str) -> None:
        self._by_number = [_plain_key(cell, home, as_text=False) for cell in cells]
        self._by_text = [_plain_key(cell, home, as_text=True) for cell in cells]

    def read(self, figures: PlainFigures) -> list[Any]:
        """The values of all cells; those that are no finite numbers count as missing."""
        first = next(iter(figures), None)
        as_text = first is not None and isinstance(first[2], str)
        get: Callable[[Any], float | None] = figures.get
        found = map(get, self._by_text if as_text else self._by_number)
        return [None if x is None or x - x != 0 else x for x in found]

    def read_checked(self, figures: PlainFigures) -> list[Any]:
        """The same where years are numbers, and values are finite or None."""
        get: Callable[[Any], float | None] = figures.get
        return list(map(get, self._by_number))


def known_without_figures(
    home: str, declared: Sequence[KnownBreak]
) -> Callable[[Cell], Expression | None]:
    """What cells come to in a plain mapping, whose figures are bare numbers.

    Breaks are only those that the spec declares, and nothing more is known of any figure.
    """

    def known(cell: Cell) -> Expression | None:
        area = cell.area or home
        broken = any(parts(period, cell) for period in declared_breaks(declared, cell, area))
        if cell.aspect is Aspect.BROKEN:
            return TRUE if broken else MISSING
        return MISSING if broken or cell.aspect is not Aspect.VALUE else None

    return known


def _plain_key(cell: Cell, home: str, *, as_text: bool) -> PlainKey:
    period = cell.period
    whole = period.length is Length.YEAR and not as_text
    return (cell.indicator, cell.area or home, period.index if whole else str(period))

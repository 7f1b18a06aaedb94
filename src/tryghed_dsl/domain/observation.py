"""Observations, the tables that they stand in, and where they came from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass

BREAK = "break"
SUPPRESSED = "suppressed"


class Key(NamedTuple):
    """What an observation is of."""

    indicator: str
    area: str
    period: Period


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure came from.

    Attributes:
        file: the file's name.
        sheet: the sheet's name.
        row: the row, counted from 1.
        note: its maker's words.
        cell: the cell's address, such as `D14`, where a row has several figures.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    note: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure, with what is known about it.

    Attributes:
        value: the figure, in the indicator's unit; of a suppressed count the least it can be.
        most: for a suppressed count the most that it can be; None for every other figure.
        n: how many answered, for a share from a survey.
        denominator: what a share is a share of, for weighing areas together.
        lower: the lower limit of its interval, as the data gives it.
        upper: the upper limit.
        unit: the unit as the data says it.
        flags: what the data says of it (`provisional`, `example`, `break`, …).
        origin: where it stands.
    """

    key: Key
    value: float
    n: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    most: float | None = None
    unit: str | None = None
    flags: tuple[str, ...] = ()
    origin: Origin = field(default=Origin(), compare=False)


class Figures:
    """A table of observations, one a cell, in no order that matters."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._by_key = {observation.key: observation for observation in observations}
        self.lengths = {key.period.length for key in self._by_key}
        self.has_suppressed = any(seen.most is not None for seen in self)
        self.breaks: dict[tuple[str, str], list[Period]] = defaultdict(list)
        for observation in self:
            if BREAK in observation.flags:
                key = observation.key
                self.breaks[key.indicator, key.area].append(key.period)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def get(self, key: Key) -> Observation | None:
        """The observation of a cell, where there is one."""
        return self._by_key.get(key)

    def overridden(self, given: Iterable[Observation], withheld: Iterable[Key]) -> "Figures":
        """These figures with some replaced or added, and some withheld."""
        cells = self._by_key | {observation.key: observation for observation in given}
        gone = set(withheld)
        return Figures(kept for key, kept in cells.items() if key not in gone)

    def areas(self) -> set[str]:
        """The areas that figures are of."""
        return {key.area for key in self._by_key}

    def indicators(self) -> set[str]:
        """The indicators that figures are of."""
        return {key.indicator for key in self._by_key}

    def periods(self) -> set[Period]:
        """The periods that figures are of."""
        return {key.period for key in self._by_key}

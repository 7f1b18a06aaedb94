"""Events counted by what they are of, in periods of one length."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import field

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import Length, Period, parse_period
from tryghed_dsl.figures.cube import Cube, Entry
from tryghed_dsl.figures.options import Events, Options
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.figures.weights import Weights
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.records import dataclass

_LENGTHS = {
    "year": Length.YEAR,
    "half": Length.HALF,
    "quarter": Length.QUARTER,
    "month": Length.MONTH,
}
_MOMENT = 1e-6

Key = tuple[str, str | None, Period]
"""An indicator, an area and a period."""
Series = tuple[str, str | None]
"""An indicator and an area."""


def counted(
    cube: Cube,
    events: Iterable[Entry],
    key: Callable[[Entry], Key | None],
    series: Iterable[Series],
    options: Options,
) -> tuple[list[RawRow], list[Finding]]:
    """Count events.

    Args:
        cube: the sheet that they stand in.
        events: its events.
        key: what an event is of; None where its date is none, which is told already.
        series: what the file is of; where all events are there, none is a count of zero.
        options: how they are to be counted.
    """
    said = options.events
    weights = Weights(cube, options)
    counts = _Counts(_LENGTHS[said.per], _covered(said))
    for event in events:
        of = key(event)
        if of is not None:
            counts.add(of, event.origin, weights.of(event))
    return counts.rows(cube, series), [*weights.found, *counts.told(cube)]


def _covered(said: Events) -> tuple[Period, ...] | None:
    """The periods that the file has all events of; None where that is not said."""
    if said.covers is None:
        return None
    ends = [end for text in said.covers.split("..") if (end := parse_period(text)) is not None]
    per, first, last = _LENGTHS[said.per], ends[0], ends[-1]
    wholes = (first.plus(step) for step in range(last.index - first.index + 1))
    parts = [part for whole in wholes for part in whole.parts(per)]
    return tuple(parts) if parts else _wholes(first, last, per)


def _wholes(first: Period, last: Period, per: Length) -> tuple[Period, ...]:
    """The longer periods that lie in shorter ones from a first to a last."""
    start, end = _period_at(first.starts, per), _period_at(last.starts, per)
    found = (start.plus(step) for step in range(end.index - start.index + 1))
    near = (first.starts - _MOMENT, last.ends + _MOMENT)
    return tuple(each for each in found if near[0] <= each.starts and each.ends <= near[1])


def _period_at(moment: float, length: Length) -> Period:
    return Period(length, int(moment * length.value + _MOMENT))


@dataclass(slots=True)
class _Counts:
    length: Length
    covered: tuple[Period, ...] | None
    counts: Counter[Key] = field(default_factory=Counter)
    events: Counter[Key] = field(default_factory=Counter)
    first: dict[Key, Origin] = field(default_factory=dict)
    outside: int = 0
    unclear: dict[Period, list[Origin]] = field(default_factory=dict)

    def add(self, key: Key, origin: Origin, weight: int) -> None:
        """Count a row of events, in the period of the length asked for that it lies in."""
        indicator, area, when = key
        period = _period_at(when.starts, self.length)
        if not when.within(period):
            self.unclear.setdefault(when, []).append(origin)
        elif self.covered is not None and period not in self.covered:
            self.outside += 1
        else:
            own = (indicator, area, period)
            self.counts[own] += weight
            self.events[own] += 1
            self.first.setdefault(own, origin)

    def rows(self, cube: Cube, series: Iterable[Series]) -> list[RawRow]:
        """The counts; where all events are there, that of a period without any is zero."""
        found = dict(self.counts)
        for indicator, area in series:
            for period in self.covered or ():
                found.setdefault((indicator, area, period), 0)
        whole = Origin(cube.file, cube.sheet)
        return [
            RawRow(*key, float(count), self.first.get(key, whole), rows=self.events[key])
            for key, count in found.items()
        ]

    def told(self, cube: Cube) -> list[Finding]:
        """Events that were not counted: those of no covered period, and those of longer ones."""
        found = [
            Finding("E364", (), {"written": str(when), "rows": float(len(all_of))}, place_of(first))
            for when, all_of in self.unclear.items()
            for first in all_of[:1]
        ]
        if self.outside:
            args = {"rows": float(self.outside)}
            found.append(Finding("N378", (), args, InFile(cube.file, sheet=cube.sheet)))
        return found

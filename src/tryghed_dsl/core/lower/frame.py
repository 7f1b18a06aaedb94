"""Where and when a term is read."""

from collections.abc import Mapping
from dataclasses import field

from tryghed_dsl.check.conditions import Held
from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.records import dataclass, replace

INDICATOR, AREA = "indicator", "area"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where and when a term is read.

    Attributes:
        home: the area that is judged.
        area: the area read; the judged one unless the term says otherwise.
        period: the period read.
        until: the period judged; breaks up to it count.
        agreed: whether stated baselines of the period stand in for its figures.
        refs: for open files, whether an undeclared reference is an indicator or an area.
        starts: for trajectories without a stated start, the one that figures give.
    """

    spec: Spec
    home: str
    area: str
    period: Period
    until: Period
    agreed: bool = False
    refs: tuple[tuple[str, str], ...] = ()
    starts: Mapping[Held, Period] = field(default_factory=dict)

    def at(self, period: Period) -> "Frame":
        """The same place at another period, read from figures."""
        return replace(self, period=period, agreed=False)

    def baseline(self, period: Period) -> "Frame":
        """The same place at a baseline period, agreed values first."""
        return replace(self, period=period, agreed=True)

    def inside(self, area: str) -> "Frame":
        """Another place at the same period."""
        return replace(self, area=area)

    def judged_at(self, period: Period) -> "Frame":
        """The same place, judged as of another period: breaks count up to that one."""
        return replace(self, period=period, until=period, agreed=False)


def as_long_as(period: Period, length: Length) -> Period | None:
    """A period of a length that stands for a given one.

    For a shorter length it is the last within the period; a school year stands for the year
    that it ends in. None where the length is longer than the period.
    """
    if period.length is length:
        return period
    if {period.length, length} == {Length.YEAR, Length.SCHOOL_YEAR}:
        return Period(length, period.year - (1 if length is Length.SCHOOL_YEAR else 0))
    if length.years > period.length.years:
        return None
    parts = period.parts(length)
    return parts[-1] if parts else None


def in_length(period: Period, length: Length) -> Period:
    """The period of a length that stands for a given one, or else the one that it lies in."""
    return as_long_as(period, length) or period.around(length)


def back(period: Period, count: int, length: Length) -> Period:
    """The period so many years, quarters or other lengths before one."""
    if period.length is Length.DAY and length is not Length.DAY:
        return period.months_later(-round(count * length.years * Length.MONTH.value))
    return period.plus(-round(count * length.years / period.length.years))

"""How a file of figures is to be read, where that has been said; most files need none of it."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from tryghed_dsl.records import dataclass


class Layout(StrEnum):
    """How figures stand in rows and columns."""

    LONG = "long"  # one figure a row
    WIDE = "wide"  # periods, or what was measured, as columns
    EVENTS = "events"  # one event a row, to be counted


@dataclass(frozen=True, slots=True)
class Events:
    """How events are counted.

    Attributes:
        per: the length of the periods that they are counted in: `year`, `quarter`, `month`.
        covers: the periods that the file has all events of, such as `2015..2018`; in these,
            and in no other, no event is a count of zero.
    """

    per: str = "year"
    covers: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What has been said of a source's files.

    Attributes:
        sheet: the only sheet to read, by name.
        range: the only cells to read, such as `B3:F20`, or a name that the workbook gives them.
        layout: how figures stand.
        encoding: how letters are written.
        decimal: the sign between whole numbers and decimals.
        language: which of a file's languages to take names in.
        missing: symbols for a missing figure, beside those of the format.
        zero: symbols for zero, instead of those of the format.
        suppressed: symbols for a suppressed count, each with the most that it can be.
        columns: what dimensions and columns say, by their names: `area`, `period`, `n`, …
        indicator: the indicator of all figures.
        area: the area of all figures.
        period: the period of all figures.
        indicators: the spec's names of indicators, by the file's.
        areas: the spec's names of areas, by the file's names or codes.
        flags: flags, by the symbols that stand for them.
        select: the categories to take, by the dimension's name.
        sum: dimensions to add up.
        scale: what figures are multiplied by, by the file's name of the indicator; `*` is all.
        events: how events are counted.
    """

    sheet: str | None = None
    range: str | None = None
    layout: Layout | None = None
    encoding: str | None = None
    decimal: str | None = None
    language: str | None = None
    missing: tuple[str, ...] = ()
    zero: tuple[str, ...] = ()
    suppressed: Mapping[str, float] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    indicator: str | None = None
    area: str | None = None
    period: str | None = None
    indicators: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    select: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sum: tuple[str, ...] = ()
    scale: Mapping[str, float] = field(default_factory=dict)
    events: Events = Events()


NOTHING_SAID = Options()

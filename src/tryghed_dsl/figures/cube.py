"""Figures by dimensions, as a file has them, before it is settled what each dimension means."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.records import dataclass, replace


class Role(StrEnum):
    """What a dimension says of a figure."""

    INDICATOR = "indicator"
    AREA = "area"
    PERIOD = "period"
    MEASURE = "measure"  # what was measured, in files that part it from other classifications


@dataclass(frozen=True, slots=True)
class Category:
    """One of the things that a dimension can say, with its code where the file has one.

    Attributes:
        is_whole: whether the file says that it stands for all others of its dimension.
    """

    text: str
    code: str | None = None
    is_whole: bool = False

    @property
    def named(self) -> str:
        """What it is called; what has no name is `""`, as one would type it."""
        return self.text or self.code or '""'


@dataclass(frozen=True, slots=True)
class Dimension:
    """What figures are parted by.

    Attributes:
        name: its heading; empty where the file has none.
        role: what it says, where its heading or the format tells; else None.
        at: the letters of the column that it stands in, or the number of the row, in a sheet.
    """

    name: str = ""
    role: Role | None = None
    at: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with one category of each dimension.

    Attributes:
        value: the figure, as the file has it; of a suppressed count the least it can be.
        origin: where it stands.
        n: how many answered.
        denominator: what a share is a share of.
        lower: the lower limit of its interval.
        upper: the upper limit.
        most: for a suppressed count the most that it can be.
        unit: the unit as the file says it.
        flags: what the file says of it.
    """

    categories: tuple[Category, ...]
    value: float
    origin: Origin
    n: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    most: float | None = None
    unit: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class Cube:
    """The figures of one file, or of one sheet of it.

    Attributes:
        file: the file's name.
        sheet: the sheet's name, where the file has sheets.
        titles: what is written over the figures; it may name what they are of.
        dimensions: what they are parted by, in the order of each entry's categories.
        entries: the figures; those that are missing are not among them.
        missing: how many cells say that there is no figure.
        layout: how the figures stand in the file, for whoever asks what was assumed.
        languages: the names that the file has in other languages than the one they are taken in.
    """

    file: str
    dimensions: tuple[Dimension, ...]
    entries: list[Entry] = field(default_factory=list)
    sheet: str | None = None
    titles: tuple[str, ...] = ()
    missing: int = 0
    layout: str = ""
    head: int | None = None
    headings: tuple[str, ...] = ()
    languages: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def categories(self, place: int) -> list[Category]:
        """The categories that occur of the dimension at a place, in the order of the file."""
        return list(dict.fromkeys(entry.categories[place] for entry in self.entries))

    def name_of(self, place: int) -> str:
        """What a project file calls a dimension: its heading, or where it has none its number."""
        return self.dimensions[place].name or f"#{place + 1}"

    def parted_by(self, dimension: Dimension, category: Category) -> "Cube":
        """The same figures with one dimension more, of which all have one category."""
        entries = [
            replace(entry, categories=(*entry.categories, category)) for entry in self.entries
        ]
        return replace(self, dimensions=(*self.dimensions, dimension), entries=entries)

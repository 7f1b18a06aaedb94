"""What was read from a file: what its dimensions say, and which periods there are figures of."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.cube import Category, Entry
from tryghed_dsl.figures.interpret import Interpreted, has, period_of, when
from tryghed_dsl.figures.roles import Constant
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.records import dataclass

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A part of what figures are of.

    Attributes:
        what: `indicator`, `area`, `period`, or `other` for what parts figures further.
        name: the heading of its dimension, or its number where it has none and parts figures
            further; else empty.
        place: for one thing that all figures are of, where that is said: `title`, `sheet`,
            `file`, `corner` or `project`; else None.
        categories: how many different ones there are.
        first: the first of them.
    """

    what: str
    name: str
    place: str | None
    categories: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A series: what its figures are of, and the periods that there are figures of."""

    labels: tuple[str, ...]
    periods: frozenset[Period]


@dataclass(frozen=True, slots=True)
class Overview:
    """What was read of one table.

    Attributes:
        layout: how the figures stand in it.
        figures: how many there are.
        missing: how many cells say that there is none.
        taken: how many are used: those that were chosen of several, and that a spec has; None
            where nothing says what they are of.
        titles: what stands over the table.
        periods: the periods, in order.
    """

    file: str
    sheet: str | None
    layout: str
    figures: int
    missing: int
    taken: int | None
    said: tuple[Said, ...]
    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    titles: tuple[str, ...] = ()


def overview(made: Interpreted, spec: Spec | None) -> Overview:
    """Look over what was read.

    Args:
        made: the figures of a table.
        spec: the spec under whose names they go, if there is one.
    """
    cube = made.cube
    rows = [row for row in made.rows if spec is None or has(spec, row.indicator, row.area)]
    lines = _lines_of_rows(rows) if spec is not None and rows else _lines_of_cells(made)
    periods = {period for line in lines for period in line.periods}
    return Overview(
        cube.file,
        cube.sheet,
        cube.layout,
        len(cube.entries),
        cube.missing,
        len(rows) if made.rows else None,
        tuple(_said(made)),
        tuple(lines),
        tuple(sorted(periods, key=lambda period: (period.starts, -period.length.years))),
        cube.titles,
    )


def _said(made: Interpreted) -> list[Said]:
    roles = made.roles
    indicator = roles.indicator if not isinstance(roles.indicator, int) else (roles.indicator,)
    parts = (
        ("indicator", indicator or ()),
        ("area", roles.areas),
        ("period", roles.year or ()),
        ("period", roles.periods),
        ("other", roles.extra),
    )
    found = []
    for what, places in parts:
        if isinstance(places, Constant):
            found.append(Said(what, "", places.place, 1, (_text(places.category),)))
        else:
            found += [_dimension(made, what, place) for place in places]
    return found


def _dimension(made: Interpreted, what: str, place: int) -> Said:
    categories = made.cube.categories(place)
    first = tuple(_text(category) for category in categories[:_SHOWN])
    cube = made.cube
    name = cube.name_of(place) if what == "other" else cube.dimensions[place].name
    return Said(what, name, None, len(categories), first)


def _text(category: Category) -> str:
    return category.text or category.code or "–"


# ------------------------------------------------------------------ series


def _lines_of_rows(rows: Iterable[RawRow]) -> list[Line]:
    found: dict[tuple[str, ...], set[Period]] = {}
    for row in rows:
        labels = (row.indicator, *([row.area] if row.area else []))
        found.setdefault(labels, set()).add(row.period)
    return [Line(labels, frozenset(periods)) for labels, periods in found.items()]


def _lines_of_cells(made: Interpreted) -> list[Line]:
    places = _places(made)
    periods: dict[tuple[Category, ...], Period | None] = {}
    found: dict[tuple[str, ...], set[Period]] = {}
    for entry in made.cube.entries:
        of = when(entry, made.roles)
        if of not in periods:
            periods[of] = period_of(of)
        period = periods[of]
        if period is not None:
            found.setdefault(_labels(entry, places), set()).add(period)
    return [Line(labels, frozenset(of)) for labels, of in found.items()]


def _places(made: Interpreted) -> list[int]:
    """The dimensions that tell series apart, the indicator first and the area last."""
    roles = made.roles
    indicator = [roles.indicator] if isinstance(roles.indicator, int) else []
    areas = [] if isinstance(roles.areas, Constant) else list(roles.areas)
    several = [p for p in roles.extra if len(made.cube.categories(p)) > 1]
    return [*indicator, *several, *areas]


def _labels(entry: Entry, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(_text(entry.categories[place]) for place in places)

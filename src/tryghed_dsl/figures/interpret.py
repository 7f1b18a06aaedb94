"""From figures by dimensions to rows with an indicator, an area and a period."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import field

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.figures.answers import with_answers
from tryghed_dsl.figures.choose import choose
from tryghed_dsl.figures.clear_dates import unclear_dates
from tryghed_dsl.figures.codes import with_codes
from tryghed_dsl.figures.counting import Key, Series, counted
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry
from tryghed_dsl.figures.lacking import lacking
from tryghed_dsl.figures.languages import other_language
from tryghed_dsl.figures.multiples import multiples
from tryghed_dsl.figures.naming import Known, Names, spelled_otherwise
from tryghed_dsl.figures.nested import unnested
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.periods import flags_within, part_of_year, read_period
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.figures.roles import Constant, Roles, roles_of
from tryghed_dsl.figures.rows import Column, RawRow
from tryghed_dsl.figures.totals import is_summary, is_total
from tryghed_dsl.findings.finding import Finding, InFile, errors
from tryghed_dsl.records import dataclass, replace

_ALL = "*"


@dataclass(slots=True)
class Interpreted:
    """What a cube says.

    Attributes:
        cube: the cube, with the dimensions that were joined.
        roles: what its dimensions say.
        rows: its figures; those that were not chosen are not among them.
        found: what was found.
    """

    cube: Cube
    roles: Roles
    rows: list[RawRow] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)


def interpret(cube: Cube, known: Known, options: Options) -> Interpreted:
    """Settle what a cube's dimensions say, and name its figures.

    Args:
        cube: the figures of a file or sheet.
        known: the names of the spec, as far as there is one.
        options: what has been said of the source.
    """
    cube, nested = unnested(with_codes(cube), known)
    roles = roles_of(cube, known, options)
    made = Interpreted(cube, roles, [], nested)
    if errors(nested):
        return made
    told = _lacking(cube, roles)
    if told is not None:
        made.found.append(told)
        return made
    made.found += other_language(cube, known, options)
    made.found += _taken_from_words(cube, roles)
    made.found += unclear_dates(cube, roles)
    reader = _Reader(made, known, options)
    made.cube = cube = with_answers(cube, known, reader)
    chosen, found = choose(cube, roles.extra, options, reader)
    made.found += found
    made.found += multiples(cube, chosen, options, reader.is_wanted)
    if cube.layout == Layout.EVENTS:
        rows, found = counted(cube, chosen, reader.key, reader.series(), options)
        made.rows, made.found = rows, [*made.found, *found]
    else:
        made.rows += (row for entry in chosen if (row := reader.row(entry)) is not None)
    return made


def _taken_from_words(cube: Cube, roles: Roles) -> Iterator[Finding]:
    """What all figures are of by words in which it only occurs."""
    for constant in roles.over():
        if constant.within is not None:
            args = {"known": constant.category.text, "written": constant.within}
            yield Finding("N362", (), args, InFile(cube.file, sheet=cube.sheet))


def _lacking(cube: Cube, roles: Roles) -> Finding | None:
    missing = [] if roles.indicator is not None else [Column.INDICATOR]
    missing += [] if roles.periods else [Column.PERIOD]
    if not missing or not (cube.entries or cube.missing):
        return None
    named = (dimension.name for dimension in cube.dimensions if dimension.name)
    names = cube.headings or tuple(named)
    return lacking(missing, names, InFile(cube.file, cube.head, sheet=cube.sheet))


class _Reader:
    """Names figures; each category is looked up once."""

    def __init__(self, made: Interpreted, known: Known, options: Options) -> None:
        self._made = made
        self._roles = made.roles
        self._known = known
        self._options = options
        self._indicators: dict[Category, str] = {}
        self._areas: dict[tuple[Category, ...], str | None] = {}
        self._periods: dict[tuple[Category, ...], Period | None] = {}

    def key(self, entry: Entry) -> Key | None:
        """What an entry is of; None where its period is none, which is told once."""
        period = self._period(entry)
        return None if period is None else (self._indicator(entry), self._area(entry), period)

    def wants(self, key: Key) -> bool:
        """Whether the spec has an indicator and an area; without a spec all are wanted."""
        return self._known.spec is None or has(self._known.spec, key[0], key[1])

    def knows(self, category: Category) -> bool:
        """Whether a category is one of the spec's indicators or areas, whatever its dimension."""
        names = (self._known.indicators, self._known.areas)
        return any(each.of(category) is not None for each in names)

    def quantity(self, indicator: str) -> Quantity | None:
        """What an indicator's figures measure, where the spec says it."""
        spec = self._known.spec
        known = None if spec is None else spec.indicators.get(indicator)
        return None if known is None or known.unit is None else known.unit.quantity

    def row(self, entry: Entry) -> RawRow | None:
        """An entry as a row."""
        key = self.key(entry)
        if key is None or math.isnan(entry.value):
            return None
        scale = self._scale(key[0], entry)
        return RawRow(
            key[0],
            key[1],
            key[2],
            entry.value * scale,
            entry.origin,
            entry.n,
            entry.denominator,
            _times(entry.lower, scale),
            _times(entry.upper, scale),
            _times(entry.most, scale),
            entry.unit,
            (*entry.flags, *self._flags(entry)),
        )

    def series(self) -> Iterator[Series]:
        """Each indicator in each area that the file or the project file names, and the spec has."""
        known, options, entries = self._known, self._options, self._made.cube.entries
        own = dict.fromkeys([*map(self._indicator, entries), *options.indicators.values()])
        areas = dict.fromkeys([*map(self._area, entries), *options.areas.values()])
        for indicator in own:
            if not known.indicators or known.indicators.find(indicator) is not None:
                for area in areas:
                    if not known.areas or area is None or known.areas.find(area) is not None:
                        yield indicator, area

    def is_wanted(self, entry: Entry) -> bool:
        """Whether a figure is of an indicator that the spec has; without a spec each is."""
        name = self._indicator(entry)
        return not self._known.indicators or self._known.indicators.find(name) is not None

    def _scale(self, indicator: str, entry: Entry) -> float:
        scales = self._options.scale
        if not scales:
            return 1
        place = self._roles.indicator
        written = entry.categories[place].text if isinstance(place, int) else indicator
        return scales.get(written, scales.get(indicator, scales.get(_ALL, 1)))

    # -------------------------------------------------------------- parts of the name

    def _indicator(self, entry: Entry) -> str:
        place = self._roles.indicator
        category = place.category if isinstance(place, Constant) else _at(entry, place or 0)
        known = self._indicators.get(category)
        if known is None:
            known = self._indicators[category] = self._name(category, self._known.indicators)
        return known

    def _area(self, entry: Entry) -> str | None:
        places = self._roles.areas
        categories = said_by(entry, places)
        if not categories:
            return None
        if categories not in self._areas:
            smallest = _smallest(categories)
            self._areas[categories] = self._name(smallest, self._known.areas)
        return self._areas[categories]

    def _name(self, category: Category, names: Names) -> str:
        known, otherwise = names.found_of(category)
        if known is not None and otherwise:
            self._made.found.append(spelled_otherwise(category.text, known))
        return known or category.text or category.code or ""

    def _period(self, entry: Entry) -> Period | None:
        categories = when(entry, self._roles)
        if categories not in self._periods:
            self._periods[categories] = period_of(categories)
            if self._periods[categories] is None:
                self._tell_period(categories, entry)
        return self._periods[categories]

    def _flags(self, entry: Entry) -> Iterator[str]:
        """The flags that stand beside its period."""
        texts = (category.text for category in when(entry, self._roles))
        return (flag for text in texts for flag in flags_within(text))

    def _tell_period(self, categories: Sequence[Category], entry: Entry) -> None:
        """A period that is none; a row that sums up those of several periods is set aside."""
        places, where = self._roles.periods, place_of(entry.origin)
        if places and not isinstance(places, Constant):
            where = _place_in(self._made.cube.dimensions[places[0]], entry)
        written = " ".join(category.named for category in categories)
        code = "N397" if is_summary(categories[0].text) else "E307"
        self._made.found.append(Finding(code, (), {"written": written}, where))


def has(spec: Spec, indicator: str, area: str | None) -> bool:
    """Whether a spec takes figures of an indicator in an area; an open one takes all."""
    known = spec.indicators.get(indicator)
    is_figure = known is not None and known.formula is None
    return spec.open or (is_figure and (area is None or not spec.areas or area in spec.areas))


def _at(entry: Entry, place: int) -> Category:
    return entry.categories[place]


def _place_in(dimension: Dimension, entry: Entry) -> InFile:
    """Where an entry's category in a dimension stands: beside its figure, or over it."""
    where = place_of(entry.origin, dimension.name or None)
    if where.cell is None or dimension.at is None:
        return where
    if dimension.at.isdecimal():
        cell = where.cell.rstrip("0123456789") + dimension.at
        return replace(where, row=int(dimension.at), cell=cell)
    return replace(where, cell=f"{dimension.at}{where.row}")


def said_by(entry: Entry, places: tuple[int, ...] | Constant) -> tuple[Category, ...]:
    """The categories of an entry in some dimensions, or the one thing that all are of."""
    if isinstance(places, Constant):
        return (places.category,)
    return tuple(entry.categories[place] for place in places)


def when(entry: Entry, roles: Roles) -> tuple[Category, ...]:
    """The categories that name the period of an entry together."""
    own = said_by(entry, roles.periods)
    return own if roles.year is None else (roles.year.category, *own)


def _smallest(categories: Sequence[Category]) -> Category:
    """The area that several columns name together: the last that names a part."""
    said = [each for each in categories if each.text or each.code]
    parts = [each for each in said[1:] if not is_total(each)]
    return parts[-1] if parts else (said or categories)[0]


def period_of(categories: Sequence[Category]) -> Period | None:
    """The period that categories name together, such as a year and a quarter."""
    if not categories:
        return None
    year = categories[0]
    whole = read_period(year.code or "") or read_period(year.text)
    if len(categories) == 1 or whole is None:
        return whole
    if not categories[1].named.strip('"') or is_total(categories[1]):
        return whole
    part = part_of_year(categories[1].text) or part_of_year(categories[1].code or "")
    return None if part is None else read_period(f"{whole}{part}")


def _times(number: float | None, scale: float) -> float | None:
    return None if number is None else number * scale

"""Which dimension of a cube is the indicator, which the area and which the period."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.among import is_of_writing, period_among
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Role
from tryghed_dsl.figures.naming import Known, Names
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.periods import part_of_year, read_period
from tryghed_dsl.figures.rows import Column, column_named, tidy
from tryghed_dsl.figures.totals import is_summary, is_total
from tryghed_dsl.records import dataclass

_ROLE_OF = {Column.INDICATOR: Role.INDICATOR, Column.AREA: Role.AREA, Column.PERIOD: Role.PERIOD}
_Test = Callable[[str], bool]
_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Constant:
    """What all figures of a cube are of, as something outside its cells says."""

    category: Category
    place: str  # `title`, `sheet`, `file`, `corner`, `project`
    within: str | None = None  # the words that it was found among


@dataclass(frozen=True, slots=True)
class Roles:
    """Where each part of a figure's name stands: a dimension's place, or one thing for all.

    Attributes:
        indicator: the indicator; None where nothing says it.
        areas: the dimensions that name areas, from the largest to the smallest; or one thing.
        periods: the dimensions that make up the period, such as a year and a quarter.
        extra: the dimensions that say something else.
        year: the year of all figures, where `periods` says only which part of it.
    """

    indicator: int | Constant | None
    areas: tuple[int, ...] | Constant
    periods: tuple[int, ...] | Constant
    extra: tuple[int, ...]
    year: Constant | None = None

    def over(self) -> tuple[Constant, ...]:
        """What is said once for all figures."""
        all_said = (self.indicator, self.areas, self.periods, self.year)
        return tuple(each for each in all_said if isinstance(each, Constant))


def roles_of(cube: Cube, known: Known, options: Options) -> Roles:
    """Settle what the dimensions of a cube say.

    What the project file says decides, then what the spec's own names show, then the headings
    and the format. What no dimension says may stand over the figures: in a title, as the
    sheet's name, or as the file's.
    """
    return _Settler(cube, known, options).settle()


class _Settler:
    def __init__(self, cube: Cube, known: Known, options: Options) -> None:
        self._cube = cube
        self._known = known
        self._options = options
        said = {tidy(name).casefold(): role for name, role in options.columns.items()}
        names = [tidy(cube.name_of(place)).casefold() for place in range(len(cube.dimensions))]
        self._nothing = {p for p, name in enumerate(names) if said.get(name) == _NOTHING}
        self._roles = [
            _role(dimension, said.get(name))
            for dimension, name in zip(cube.dimensions, names, strict=True)
        ]
        self._categories = [cube.categories(place) for place in range(len(cube.dimensions))]
        self._free = set(range(len(cube.dimensions))) - self._nothing

    def settle(self) -> Roles:
        periods, year = self._periods()
        self._free -= set(() if isinstance(periods, Constant) else periods)
        matched = self._matched()
        indicator = self._indicator(matched[0])
        self._free -= {indicator} if isinstance(indicator, int) else set()
        areas = self._areas(matched[1])
        self._free -= set(() if isinstance(areas, Constant) else areas)
        extra = tuple(place for place in sorted(self._free) if not self._is_row_number(place))
        return Roles(indicator, areas, periods, extra, year)

    def _is_row_number(self, place: int) -> bool:
        """Whether a dimension without a heading only counts the rows."""
        texts = [own.text for own in self._categories[place]]
        if self._cube.dimensions[place].name or not all(map(str.isdecimal, texts)):
            return False
        numbers = list(map(int, texts))
        return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))

    def _with_role(self, role: Role) -> list[int]:
        return [place for place in sorted(self._free) if self._roles[place] is role]

    # -------------------------------------------------------------- periods

    def _periods(self) -> tuple[tuple[int, ...] | Constant, Constant | None]:
        """What says the period, and what says the year of its parts."""
        asked = self._options.period is not None
        told = self._with_role(Role.PERIOD)
        whole = [place for place in told if self._all(place, _is_period)]
        parts = [place for place in told if self._all(place, _is_part)]
        parts = parts or [place for place in sorted(self._free) if self._has_parts(place)]
        if not told:
            whole = self._by_content(_is_period)
        parts = parts or (self._by_content(_is_part) if whole or not told else [])
        if whole and not asked:
            best = min(whole, key=self._coarseness)
            return (best, *parts[:1]), None
        over = self._period_over() if asked or parts or not told else None
        if over is None:
            return tuple(told[:1] or parts[:1]), None
        return ((parts[0],), over) if parts else (over, None)

    def _coarseness(self, place: int) -> tuple[bool, float, int]:
        """How much a dimension of periods leaves unsaid; one thing for all says least."""
        own = self._categories[place]
        lengths = (_period_of(each) for each in own)
        longest = max((each.length.years for each in lengths if each is not None), default=0.0)
        return (len(own) == 1, longest, place)

    def _all(self, place: int, test: _Test) -> bool:
        texts = [own for own in self._categories[place] if (own.text or own.code)]
        texts = [own for own in texts if test is _is_part or not is_summary(own.text)]
        return bool(texts) and all(
            test(each.text) or (each.code is not None and test(each.code)) for each in texts
        )

    def _has_parts(self, place: int) -> bool:
        """Whether a dimension has the parts of a year, with the whole of it beside them."""
        texts = [own for own in self._categories[place] if own.text or own.code]
        parts = [own for own in texts if _is_part(own.text)]
        return 0 < len(parts) < len(texts) and all(
            is_total(own) for own in texts if own not in parts
        )

    def _by_content(self, test: _Test) -> list[int]:
        return [place for place in sorted(self._free) if self._all(place, test)]

    def _period_over(self) -> Constant | None:
        """The period said, or the only one that the sheet, the titles or the file's name have."""
        if self._options.period is not None:
            return Constant(Category(self._options.period), "project")
        for place, texts in (self._corner(), *_over(self._cube)):
            named = read_period if place == "corner" else _period_in
            found = {period: text for text in texts if (period := named(text)) is not None}
            if len(found) == 1:
                period, text = found.popitem()
                whole = read_period(text) is not None
                return Constant(Category(str(period)), place, None if whole else text)
        return None

    def _corner(self) -> tuple[str, tuple[str, ...]]:
        """The headings over names, which may say what all figures are of."""
        named = (dimension.name for dimension in self._cube.dimensions if dimension.role is None)
        return "corner", tuple(name for name in named if name)

    # -------------------------------------------------------------- indicators and areas

    def _matched(self) -> tuple[int | None, int | None]:
        """The dimensions in which the spec's indicators and areas occur.

        They are two: those in which together most of its names occur. The headings decide a tie.
        """
        kinds = (
            (self._known.indicators, Role.INDICATOR, self._options.indicator),
            (self._known.areas, Role.AREA, self._options.area),
        )
        counts = [
            {} if said is not None else self._counts(names, role) for names, role, said in kinds
        ]
        pairs = [(one, other) for one in (*counts[0], None) for other in (*counts[1], None)]
        scores = {
            pair: [
                (1, *own[place]) if place is not None else (0, 0, 0)
                for own, place in zip(counts, pair, strict=True)
            ]
            for pair in pairs
            if pair[0] is None or pair[0] != pair[1]
        }
        return max(
            scores,
            key=lambda pair: (
                *(sum(each[n] for each in scores[pair]) for n in range(3)),
                tuple(-place for place in pair if place is not None),
            ),
        )

    def _counts(self, names: Names, role: Role) -> dict[int, tuple[int, int]]:
        """How many of the spec's names occur in each dimension, and if it has the heading."""
        counts = {
            place: len({own for each in self._categories[place] if (own := names.of(each))})
            for place in sorted(self._free)
        }
        return {
            place: (count, self._roles[place] is role) for place, count in counts.items() if count
        }

    def _indicator(self, matched: int | None) -> int | Constant | None:
        if self._options.indicator is not None:
            return Constant(Category(self._options.indicator), "project")
        if matched is not None:
            return matched
        told = self._with_role(Role.INDICATOR)
        over = self._over(self._known.indicators)
        if over is not None and not told:
            return over
        return next(iter([*told, *self._with_role(Role.MEASURE)]), over)

    def _areas(self, matched: int | None) -> tuple[int, ...] | Constant:
        if self._options.area is not None:
            return Constant(Category(self._options.area), "project")
        told = self._with_role(Role.AREA)
        if len(told) > 1 and (matched is None or matched in told):
            return tuple(sorted(told, key=lambda place: len(self._categories[place])))
        if matched is not None:
            return (matched,)
        over = self._over(self._known.areas)
        return over if over is not None and not told else tuple(told)

    def _over(self, names: Names) -> Constant | None:
        """The only one of the spec's names that stands over the figures, alone or among words."""
        for place, texts in (self._corner(), *_over(self._cube)):
            found = {own: text for text in texts if (own := names.find(text)) is not None}
            if len(found) == 1:
                return Constant(Category(next(iter(found.values()))), place)
            words = texts if place != "corner" else ()
            among = {own: text for text in words for own in names.within(text)}
            if not found and len(among) == 1:
                own, text = among.popitem()
                return Constant(Category(own), place, text)
        return None


def _role(dimension: Dimension, said: str | None) -> Role | None:
    """What a dimension says by the project file, its format, or its heading."""
    if said is not None:
        return Role(said) if said in set(Role) else None
    column = column_named(dimension.name)
    return dimension.role or (_ROLE_OF.get(column) if column is not None else None)


def _over(cube: Cube) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The texts that stand over a cube's figures, by where, the nearest first."""
    return (
        ("sheet", (cube.sheet,) if cube.sheet else ()),
        ("title", cube.titles),
        ("file", (PurePath(cube.file).stem,)),
    )


def _is_period(text: str) -> bool:
    return read_period(text) is not None


def _is_part(text: str) -> bool:
    return part_of_year(text) is not None


def _period_of(category: Category) -> Period | None:
    return read_period(category.code or "") or read_period(category.text)


def _period_in(text: str) -> Period | None:
    """The period that a text over figures names; when it was written is none."""
    if is_of_writing(text):
        return None
    among = period_among(text)
    return read_period(text) or (among[0] if among else None)

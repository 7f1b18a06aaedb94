"""Totals where figures are parted further, and no part for a whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from tryghed_dsl.figures.asking import Asked
from tryghed_dsl.figures.counting import Key
from tryghed_dsl.figures.cube import Category, Cube, Entry
from tryghed_dsl.figures.rows import is_code_heading, is_remark_heading
from tryghed_dsl.figures.totals import total_of
from tryghed_dsl.findings.finding import Argument, Finding, InFile

_SHOWN = 4
Series = tuple[str, str | None]
"""An indicator and an area."""


def whole(
    cube: Cube,
    entries: list[Asked],
    places: Sequence[int],
    chosen: Sequence[int],
) -> list[Asked] | Finding:
    """The entries of wholes, or that it is not clear which they are.

    Args:
        cube: all figures.
        entries: those among which to look.
        places: the dimensions that part them further.
        chosen: those of them in which somebody has chosen categories.
    """
    for place in places:
        parting = _Parting(cube, place, entries, chosen=place in chosen)
        lacking = parting.without_total()
        if lacking is not None:
            return lacking
        entries = parting.kept()
    for place in places:
        torn = _Parting(cube, place, entries, chosen=place in chosen).torn()
        if torn is not None:
            return torn
    return entries


class _Parting:
    """What one dimension parts: for each series its categories, each with its first entry."""

    def __init__(self, cube: Cube, place: int, entries: list[Asked], *, chosen: bool) -> None:
        self._cube = cube
        self._place = place
        self._entries = entries
        heading = cube.dimensions[place].name
        # Codes and remarks may differ from figure to figure, and part nothing.
        self._parts = not chosen and not is_code_heading(heading)
        self._parts = self._parts and not is_remark_heading(heading)
        self._series = defaultdict[Series, dict[Category, Entry]](dict)
        self._torn = set[Series]()
        first = dict[Key, Category]()
        for entry, key in entries:
            if key is not None:
                self._look(key, entry, first)
        self._totals = self._found_totals()

    def _look(self, key: Key, entry: Entry, first: dict[Key, Category]) -> None:
        own, series = entry.categories[self._place], key[:2]
        self._series[series].setdefault(own, entry)
        if first.setdefault(key, own) != own:
            self._torn.add(series)
        if self._parts and len(self._series[series]) > 1:
            self._torn.add(series)

    def _found_totals(self) -> Mapping[str, Category]:
        """The category that stands for all others of an indicator, where one is needed."""
        of_indicator = defaultdict[str, dict[Category, None]](dict)
        for (indicator, _), categories in self._series.items():
            of_indicator[indicator] |= dict.fromkeys(categories)
        torn = {indicator for indicator, _ in self._torn}
        found: dict[str, Category] = {}
        for indicator, own in of_indicator.items():
            total = total_of(own) if len(own) > 1 else None
            if total is not None and (self._parts or indicator in torn):
                found[indicator] = total
        return found

    def without_total(self) -> Finding | None:
        """That a series lacks the total that others of its indicator have."""
        for series, own in self._series.items():
            total = self._totals.get(series[0])
            if total is not None and total not in own:
                return self._told(own, [*own, total])
        return None

    def torn(self) -> Finding | None:
        """That a series has figures of several parts."""
        torn = (own for series, own in self._series.items() if series in self._torn)
        return next((self._told(own, list(own)) for own in torn), None)

    def kept(self) -> list[Asked]:
        """The entries of totals, where a dimension has one; else all."""
        if not self._totals:
            return self._entries
        parts = {category for own in self._series.values() for category in own}
        parts -= set(self._totals.values())
        return [asked for asked in self._entries if self._is_kept(*asked, parts)]

    def _is_kept(self, entry: Entry, key: Key | None, parts: AbstractSet[Category]) -> bool:
        """Whether an entry is of a whole; of what nobody asks for, the same parts are left out."""
        own = entry.categories[self._place]
        total = None if key is None else self._totals.get(key[0])
        return (own not in parts or key is not None) if total is None else own == total

    def _told(self, own: Mapping[Category, Entry], parts: Sequence[Category]) -> Finding:
        names = [f"`{category.named}`" for category in parts[:_SHOWN]]
        args: dict[str, Argument] = {
            "parts": ", ".join([*names, *(["…"] if len(parts) > _SHOWN else [])]),
            "dimension": self._cube.name_of(self._place),
            "first": parts[0].text,
        }
        origin = next(iter(own.values())).origin
        where = InFile(self._cube.file, origin.row, None, origin.sheet, origin.cell)
        return Finding("E365", (), args, where)

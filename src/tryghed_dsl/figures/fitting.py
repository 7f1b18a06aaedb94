"""Figures that their own words say to be something else: targets, forecasts, other measures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.figures.asking import Asked, Asking
from tryghed_dsl.figures.counting import Key
from tryghed_dsl.figures.cube import Category, Cube, Entry, Role
from tryghed_dsl.figures.measured import fits, is_no_result, measure_of, names_no_result
from tryghed_dsl.findings.finding import Argument, Finding, InFile

_SHOWN = 4


def fitting(
    cube: Cube, entries: list[Asked], places: Iterable[int], asking: Asking
) -> tuple[list[Asked], list[Finding]]:
    """The entries that are figures of their indicator, by the words of some dimensions.

    Targets, forecasts, changes and ranks never are, unless they are chosen. Of several measures
    the one is taken that fits the indicator's unit. What is left out is told.

    Args:
        cube: all figures.
        entries: those among which to look.
        places: the dimensions of which nobody has chosen a category.
        asking: tells what indicators measure.
    """
    found = list[Finding]()
    for place in places:
        left = _Left(cube, place)
        by_indicator = defaultdict[str, dict[Category, None]](dict)
        for entry, key in entries:
            if key is not None:
                by_indicator[key[0]][entry.categories[place]] = None
        for indicator, categories in by_indicator.items():
            left.look(indicator, list(categories), asking.quantity(indicator))
        if left.out:
            entries = [asked for asked in entries if not left.has(*asked)]
            found.append(left.told())
    return entries, found


class _Left:
    """The categories of a dimension that are left out, for each indicator."""

    def __init__(self, cube: Cube, place: int) -> None:
        self._cube = cube
        self._place = place
        # Words over figures say what they are; words beside them are often names.
        self._over = cube.dimensions[place].role is Role.MEASURE
        self.out: dict[tuple[str, Category], None] = {}

    def look(self, indicator: str, categories: Sequence[Category], unit: Quantity | None) -> None:
        """Find the categories that are no figures of an indicator."""
        known = {each: self._fits(each.text, unit) for each in categories}
        chosen = [each for each, fit in known.items() if fit and each.text]
        for each, fit in known.items():
            if fit is False or (chosen and fit is None and self._over):
                self.out[indicator, each] = None

    def _fits(self, text: str, unit: Quantity | None) -> bool | None:
        """Whether words are of the indicator's own figures; None where they do not say."""
        if not text:
            return True
        if is_no_result(text) if self._over else names_no_result(text):
            return False
        measure = measure_of(text, begins=not self._over)
        return None if measure is None else fits(measure, unit)

    def has(self, entry: Entry, key: Key | None) -> bool:
        """Whether an entry is left out."""
        return key is not None and (key[0], entry.categories[self._place]) in self.out

    def told(self) -> Finding:
        """What was left out, and how to take it."""
        names = list(dict.fromkeys(f"`{category.named}`" for _, category in self.out))
        args: dict[str, Argument] = {
            "shown": ", ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])]),
            "dimension": self._cube.name_of(self._place),
            "first": names[0].strip("`"),
        }
        return Finding("N390", (), args, InFile(self._cube.file, sheet=self._cube.sheet))

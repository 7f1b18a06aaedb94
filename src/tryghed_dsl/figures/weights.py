"""How many events a row stands for, where a column of the file says it."""

from tryghed_dsl.figures.cube import Cube, Entry
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.figures.rows import Column, column_named, tidy
from tryghed_dsl.findings.finding import Finding


class Weights:
    """How many events each row stands for: one, or what the column says that was named for it.

    A column such as `Antal` that nothing has been said of may count the events of its row or
    anything else. Which it is cannot be told, and is an error.
    """

    def __init__(self, cube: Cube, options: Options) -> None:
        said = {tidy(name).casefold(): what for name, what in options.columns.items()}
        names = [tidy(dimension.name) for dimension in cube.dimensions]
        told = [said.get(name.casefold()) for name in names]
        self._place = next((at for at, what in enumerate(told) if what == Column.VALUE), None)
        self.found: list[Finding] = []
        for place, name in enumerate(names):
            if told[place] is None and column_named(name) is Column.VALUE and _is_odd(cube, place):
                where = place_of(cube.entries[0].origin, name)
                self.found.append(Finding("E327", (), {"column": name}, where))

    def of(self, event: Entry) -> int:
        """How many events a row stands for."""
        if self._place is None:
            return 1
        written = event.categories[self._place].text
        if written.isdecimal():
            return int(written)
        self.found.append(Finding("E303", (), {"written": written}, place_of(event.origin)))
        return 0


def _is_odd(cube: Cube, place: int) -> bool:
    """Whether a column holds numbers, and not only the number 1."""
    texts = {category.text for category in cube.categories(place)} - {""}
    return bool(texts - {"1"}) and all(text.isdecimal() for text in texts)

"""The rows below the headings: what each says of its figures, with labels that stand alone."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.figures.grid import Row, is_blank, text_of
from tryghed_dsl.figures.layout.columns import label_of
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.region import Region, cell_at, told, words
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row with figures, and what it says of them: the labels it stands under, then its own."""

    row: Row
    over: tuple[str, ...]
    labels: tuple[str, ...]


def labelled(region: Region, kinds: Kinds) -> list[Labelled]:
    """The rows with figures, each with the labels that it inherits from those above.

    In a tidy table each row says all of itself.
    """
    if region.tidy:
        return [Labelled(row, (), tuple(_own(row, region))) for row in region.body]
    return list(_Walk(region, kinds).rows())


def _own(row: Row, region: Region) -> list[str]:
    return [label_of(row, column, region.head) for column in region.sides]


def has_figures(row: Row, region: Region, kinds: Kinds) -> bool:
    """Whether a row has figures, or something that should be one; else it is a label."""
    if all(is_blank(cell_at(row, column)) for column in region.figures):
        return _lacks_its_figure(row, region)
    columns = told(row)
    if len(words(row)) > 1 or any(kinds.is_figure(row.cells[column]) for column in columns):
        return True
    return len(columns) == 1 and region.is_one_a_row


def _lacks_its_figure(row: Row, region: Region) -> bool:
    """Whether a row says all of its one figure but the figure."""
    several = len(region.sides) > 1 and region.is_one_a_row
    return several and not any(is_blank(cell_at(row, column)) for column in region.sides)


class _Walk:
    """Goes down the rows.

    A label in a column that the row with figures below leaves blank is of that row, and of those
    after it. Any other is a heading of the rows below; but one that names another row, which has
    figures, is such a row without them.
    """

    def __init__(self, region: Region, kinds: Kinds) -> None:
        self._region = region
        self._rows = [
            (row, _own(row, region), has_figures(row, region, kinds)) for row in region.body
        ]
        self._heading_places = set[int]()
        self._carried = [""] * len(region.sides)

    def rows(self) -> Iterator[Labelled]:
        """The rows with figures."""
        headings = self._headings()
        depth = max(map(len, headings.values()), default=0)
        over = [""] * depth
        for place, (row, own, figures) in enumerate(self._rows):
            run = headings.get(place, [])
            if run:
                over = [*over[: depth - len(run)], *run]
                self._carried = [""] * len(own)
            if figures:
                self._carried = self._inherited(own)
                yield Labelled(row, tuple(over), tuple(self._carried))
            elif place not in self._heading_places:
                self._carry(row, own)

    def _inherited(self, own: Sequence[str]) -> list[str]:
        """A row's labels; those that it lacks before its first are the ones above."""
        sides, last = self._region.sides, max(self._region.figures, default=0)
        before = (place for place, text in enumerate(own) if text and sides[place] < last)
        first = next(before, 0)
        return [*self._carried[:first], *own[first:]]

    def _carry(self, row: Row, own: Sequence[str]) -> None:
        if len(words(row)) == 1 and any(own):
            self._carried = self._inherited(own)

    # -------------------------------------------------------------- headings

    def _headings(self) -> dict[int, list[str]]:
        """The runs of labels that are headings, each by the place of its first."""
        below = self._labels_below()
        names = {own[-1] for _, own, figures in self._rows if figures and own}
        found: dict[int, list[str]] = {}
        first: int | None = None
        for place, (row, own, figures) in enumerate(self._rows):
            if figures:
                first = None
            elif self._is_heading(row, own, below[place], names):
                first = place if first is None else first
                found.setdefault(first, []).append(text_of(row.cells[told(row)[0]]))
                self._heading_places.add(place)
        return found

    def _labels_below(self) -> list[Sequence[str] | None]:
        """For each row what the next one with figures says; None where there is none."""
        found: list[Sequence[str] | None] = []
        after: Sequence[str] | None = None
        for _, own, figures in reversed(self._rows):
            found.append(after)
            after = own if figures else after
        return found[::-1]

    def _is_heading(
        self, row: Row, own: Sequence[str], below: Sequence[str] | None, names: set[str]
    ) -> bool:
        if below is None or len(words(row)) != 1 or words(row) & names:
            return False
        said = [place for place, text in enumerate(own) if text]
        return len(said) != 1 or len(told(row)) > 1 or bool(below[said[0]])

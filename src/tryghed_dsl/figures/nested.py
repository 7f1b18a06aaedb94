"""Indicators and areas in one column, the ones under the others, as Excel's summaries have them."""

from collections.abc import Iterator

from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry, Role
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.options import Layout
from tryghed_dsl.figures.totals import is_total
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.records import dataclass, replace

_Rows = list[tuple[Category, list[Entry]]]


def unnested(cube: Cube, known: Known) -> tuple[Cube, list[Finding]]:
    """The cube with indicators and areas apart, where they stand under each other in a column.

    The row of what stands above sums up those below, and is left out. Where a label is not known,
    or nothing stands below one, it cannot be told what is part of what.

    Args:
        cube: the figures.
        known: the names of the spec.

    Returns:
        The cube, and that it was so read, or an error with the cube as it was.
    """
    if cube.layout not in {Layout.LONG, Layout.WIDE}:
        return cube, []
    column = next(_with_both(cube, known), None)
    if column is None:
        return cube, []
    made = _Nesting(cube, column, _rows(cube, column), known)
    return made.parted() if made.is_clear() else (cube, [made.unclear()])


def _with_both(cube: Cube, known: Known) -> Iterator[int]:
    """The dimension in which indicators and areas occur, if they do in no other."""
    places = range(len(cube.dimensions))
    kinds = [[_kind(each, known) for each in cube.categories(place)] for place in places]
    with_indicators = [place for place in places if Role.INDICATOR in kinds[place]]
    with_areas = [place for place in places if Role.AREA in kinds[place]]
    if len(with_indicators) == 1 and with_indicators == with_areas:
        yield with_areas[0]


def _kind(category: Category, known: Known) -> Role | None:
    """Whether a label is an indicator or an area; None for both, and for neither."""
    indicator, area = known.indicators.of(category), known.areas.of(category)
    if (indicator is None) == (area is None):
        return None
    return Role.AREA if indicator is None else Role.INDICATOR


def _rows(cube: Cube, column: int) -> _Rows:
    """The figures row by row, each row with its label."""
    rows: _Rows = []
    last: int | None = None
    for entry in cube.entries:
        if not rows or entry.origin.row != last:
            rows.append((entry.categories[column], []))
            last = entry.origin.row
        rows[-1][1].append(entry)
    return rows


@dataclass(frozen=True, slots=True)
class _Nesting:
    cube: Cube
    column: int
    rows: _Rows
    known: Known

    def _kinds(self) -> list[Role | None]:
        return [_kind(label, self.known) for label, _ in self.rows]

    def is_clear(self) -> bool:
        """Whether all labels are known, and each of the kind that comes first has some below."""
        kinds = self._kinds()
        first, ended = kinds[0], False
        for (label, _), kind, below in zip(self.rows, kinds, [*kinds[1:], None], strict=True):
            if kind is None and not is_total(label):
                return False
            if ended or (kind is first and below in {first, None}):
                return False
            ended = kind is None and below is None
        return first is not None

    def parted(self) -> tuple[Cube, list[Finding]]:
        """The figures below, with what they stand under."""
        kinds = self._kinds()
        entries, over, above = list[Entry](), Category(""), 0
        for (label, own), kind in zip(self.rows, kinds, strict=True):
            if kind is kinds[0] or kind is None:
                over, above = label, above + 1
            else:
                entries += (self._under(entry, over) for entry in own)
        roles = (Role.INDICATOR, Role.AREA)
        pair = roles if kinds[0] is Role.INDICATOR else roles[::-1]
        made = tuple(Dimension("", role) for role in pair)
        whole = self.cube.dimensions
        dimensions = (*whole[: self.column], *made, *whole[self.column + 1 :])
        cube = replace(self.cube, dimensions=dimensions, entries=entries)
        return cube, [self._told("N393", {"rows": float(above)})]

    def _under(self, entry: Entry, over: Category) -> Entry:
        own, before = entry.categories[self.column], entry.categories[: self.column]
        behind = entry.categories[self.column + 1 :]
        return replace(entry, categories=(*before, over, own, *behind))

    def unclear(self) -> Finding:
        """That it cannot be told what is part of what."""
        return self._told("E392", {})

    def _told(self, code: str, args: dict[str, Argument]) -> Finding:
        kinds = self._kinds()
        first = next(kind for kind in kinds if kind is not None)
        over = next(
            label for (label, _), kind in zip(self.rows, kinds, strict=True) if kind is first
        )
        under = next(
            label
            for (label, _), kind in zip(self.rows, kinds, strict=True)
            if kind not in {first, None}
        )
        args = {"over": over.named, "under": under.named, **args}
        row = self.rows[0][1][0].origin.row
        return Finding(code, (), args, InFile(self.cube.file, row, sheet=self.cube.sheet))

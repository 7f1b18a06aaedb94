"""What a spec wants of a file that is too large to hold, and what is told of the rest."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.figures.aside import Aside
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.rows import Column, recognised, tidy
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.setting.where import open_refs


class Wanted:
    """Which rows a spec can use: those of its areas, or where it has none, of its indicators.

    Attributes:
        value: the column of values.
        column: the column of the names that decide; None where all rows are wanted.
        names: the names wanted, in small letters.
        of_areas: whether those are names of areas.
    """

    def __init__(self, headings: Sequence[str], known: Known) -> None:
        places = recognised(headings)
        self.value = places[Column.VALUE]
        self.column: int | None = None
        self.of_areas = False
        self.names = list[str]()
        for column, names in _names_wanted(known):
            if column in places and names:
                self.column, self.names = places[column], names
                self.of_areas = column is Column.AREA
                return

    def takes(self, record: Sequence[str]) -> bool:
        """Whether a row is one of them."""
        return self.column is None or record[self.column].strip().lower() in self.names


def _names_wanted(known: Known) -> Iterator[tuple[Column, list[str]]]:
    """The names that a spec can use, in small letters, by the column that they stand in.

    A spec that declares nothing takes any area, and what it compares with may be an indicator.
    """
    spec = known.spec
    if spec is None:
        return
    if not known.any_area:
        yield Column.AREA, known.areas.folded()
    refs = [name.casefold() for name, _ in open_refs(spec)]
    yield Column.INDICATOR, [*known.indicators.folded(), *refs]


def left_unread(
    name: str,
    spec: Spec | None,
    wanted: Wanted,
    names: Sequence[tuple[str, int]] | None,
    rows: int,
) -> Iterator[Finding]:
    """The rows that were not wanted: by their names, or only how many.

    Args:
        name: the file's name.
        spec: the spec that does not want them.
        wanted: what it wants.
        names: the names that it does not want, each with its rows, where they were counted.
        rows: how many rows there are of all of them.
    """
    if names is None or spec is None:
        if rows > 0:
            yield Finding("N380", (), {"rows": float(rows)}, InFile(name))
        return
    codes = ("W305", "N369") if wanted.of_areas else ("W306", "N368")
    aside = Aside(*codes, spec.areas.values() if wanted.of_areas else spec.indicators.values())
    for other, count in sorted(names):
        aside.add(tidy(other), Origin(name), count)
    yield from aside.told()

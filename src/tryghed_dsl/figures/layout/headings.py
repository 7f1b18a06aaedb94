"""What the headings over figures say: a dimension for each row of them, and periods apart."""

from collections.abc import Sequence

from tryghed_dsl.figures.cube import Category, Dimension, Role
from tryghed_dsl.figures.grid import is_blank, text_of
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.region import Region, cell_at
from tryghed_dsl.figures.periods import part_of_year, period_within
from tryghed_dsl.figures.rows import is_value_heading
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Headings:
    """The dimensions that headings make, and what they say of each column of figures."""

    dimensions: tuple[Dimension, ...]
    of_column: dict[int, tuple[Category, ...]]


def headings(region: Region, kinds: Kinds) -> Headings:
    """Read the headings over the columns of figures."""
    dimensions: list[Dimension] = []
    columns: list[list[str]] = [[] for _ in region.figures]
    for texts in _levels(region):
        for dimension, labels in _parts(texts, kinds):
            dimensions.append(dimension)
            for column, label in zip(columns, labels, strict=True):
                column.append(label)
    known: dict[str, Category] = {}
    of_column = {
        place: tuple(known.setdefault(text, Category(text)) for text in texts)
        for place, texts in zip(region.figures, columns, strict=True)
    }
    return Headings(tuple(dimensions), of_column)


def _levels(region: Region) -> list[list[str]]:
    """The headings row by row; one that is merged over several columns is of them all."""
    found = []
    for number, row in enumerate(region.head):
        below = region.head[number + 1 :]
        texts: list[str] = []
        for place, column in enumerate(region.figures):
            cell = cell_at(row, column)
            merged = is_blank(cell) and any(not is_blank(cell_at(r, column)) for r in below)
            texts.append(texts[-1] if merged and place else text_of(cell))
        if any(texts):
            found.append(texts)
    return found


def _parts(texts: Sequence[str], kinds: Kinds) -> list[tuple[Dimension, list[str]]]:
    """A row of headings as dimensions: what is measured, and the period where it names one."""
    said = [text for text in texts if text]
    if all(kinds.period(text) is not None or part_of_year(text) is not None for text in said):
        return [(Dimension("", Role.PERIOD), list(texts))]
    split = [period_within(text) if kinds.period(text) is None else None for text in texts]
    if any(split):
        names = [each[1] if each else "" for each in split]
        periods = [str(each[0]) if each else text for each, text in zip(split, texts, strict=True)]
        return [(Dimension("", Role.MEASURE), names), (Dimension("", Role.PERIOD), periods)]
    if len(texts) == 1 and is_value_heading(texts[0]):
        return []
    return [(Dimension("", Role.MEASURE), list(texts))]

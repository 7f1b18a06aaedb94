"""Codes beside names: two columns that say the same of a figure."""

from collections.abc import Callable, Sequence

from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry
from tryghed_dsl.figures.rows import is_code_heading
from tryghed_dsl.records import replace


def with_codes(cube: Cube) -> Cube:
    """The cube with codes and names that belong together as one dimension."""
    for place, dimension in enumerate(cube.dimensions):
        if dimension.role is None and is_code_heading(dimension.name):
            for beside in (place + 1, place - 1):
                joined = _joined(cube, place, beside)
                if joined is not None:
                    return with_codes(joined)
    return cube


def _joined(cube: Cube, code: int, name: int) -> Cube | None:
    """The cube with a column of codes and one of names made one, if each code has one name."""
    if not 0 <= name < len(cube.dimensions) or is_code_heading(cube.dimensions[name].name):
        return None
    pairs = {(entry.categories[code], entry.categories[name]) for entry in cube.entries}
    coded = {pair for pair in pairs if pair[0].text}
    if len(coded) != len({code for code, _ in coded}) or len(coded) < len({n for _, n in coded}):
        return None
    made = {pair: Category(pair[1].text, pair[0].text or None) for pair in pairs}

    def categories(entry: Entry) -> tuple[Category, ...]:
        own = list(entry.categories)
        own[name] = made[own[code], own[name]]
        del own[code]
        return tuple(own)

    first, second = cube.dimensions[name], cube.dimensions[code]
    dimension = Dimension(first.name, first.role or second.role, first.at)
    dimensions = list(cube.dimensions)
    dimensions[name] = dimension
    del dimensions[code]
    return _changed(cube, dimensions, categories)


def _changed(
    cube: Cube,
    dimensions: Sequence[Dimension],
    categories: Callable[[Entry], tuple[Category, ...]],
) -> Cube:
    entries = [replace(entry, categories=categories(entry)) for entry in cube.entries]
    return replace(cube, dimensions=tuple(dimensions), entries=entries)

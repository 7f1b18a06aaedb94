"""How many answered, where that stands as figures of its own beside the shares of their answers."""

from collections.abc import Iterator

from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.figures.asking import Asking
from tryghed_dsl.figures.cube import Category, Cube, Entry
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.rows import Column, column_named
from tryghed_dsl.records import replace

_SHARES = {Quantity.PERCENT, Quantity.FRACTION}
_Beside = tuple[Category, ...]


def with_answers(cube: Cube, known: Known, asking: Asking) -> Cube:
    """The cube with each `Antal svar` as the n of the shares that it stands beside.

    They have all but one category in common: the same area and period, and another row or column.
    Where two numbers of answers stand beside the same shares, none is taken.

    Args:
        cube: the figures.
        known: the names of the spec, which may have an indicator of that name.
        asking: tells what an entry is of.
    """
    for place in _places(cube, known):
        answers = [entry for entry in cube.entries if _is_of_answers(entry, place, known)]
        numbers = {_beside(entry, place): entry.value for entry in answers}
        if len(numbers) < len(answers):
            continue
        made = [_with_n(entry, place, numbers, asking) for entry in cube.entries]
        if any(new is not old for new, old in zip(made, cube.entries, strict=True)):
            kept = [entry for entry in made if not _is_of_answers(entry, place, known)]
            return replace(cube, entries=kept)
    return cube


def _places(cube: Cube, known: Known) -> Iterator[int]:
    """The dimensions with a category for answers, and others."""
    for place in range(len(cube.dimensions)):
        own = [_names_answers(each, known) for each in cube.categories(place)]
        if any(own) and not all(own):
            yield place


def _is_of_answers(entry: Entry, place: int, known: Known) -> bool:
    return _names_answers(entry.categories[place], known)


def _names_answers(category: Category, known: Known) -> bool:
    return column_named(category.text) is Column.N and known.indicators.of(category) is None


def _beside(entry: Entry, place: int) -> _Beside:
    return (*entry.categories[:place], *entry.categories[place + 1 :])


def _with_n(entry: Entry, place: int, numbers: dict[_Beside, float], asking: Asking) -> Entry:
    n = numbers.get(_beside(entry, place))
    if n is None or entry.n is not None or not _is_share(entry, asking):
        return entry
    return replace(entry, n=n)


def _is_share(entry: Entry, asking: Asking) -> bool:
    key = asking.key(entry)
    known = None if key is None else asking.quantity(key[0])
    return known in _SHARES or (known is None and entry.unit == Quantity.PERCENT)

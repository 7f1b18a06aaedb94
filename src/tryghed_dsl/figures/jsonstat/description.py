"""What a dataset says of its dimensions: names, roles, categories and units."""

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from tryghed_dsl.figures.beginnings import TIME_IDS
from tryghed_dsl.figures.cube import Category, Dimension, Role
from tryghed_dsl.figures.described import (
    MEASURE_ID,
    check_categories,
    check_once,
    stop,
)
from tryghed_dsl.figures.jsonstat.parts import Object, Parts
from tryghed_dsl.records import dataclass

_ROLES = {"time": Role.PERIOD, "geo": Role.AREA, "metric": Role.MEASURE}
_IDS = {"time": TIME_IDS, "geo": frozenset[str](), "metric": frozenset({MEASURE_ID})}
_UNIT_TEXTS = ("label", "base", "symbol")


@dataclass(slots=True)
class Description:
    """The dimensions of a dataset.

    Attributes:
        dimensions: them, in the order of the values.
        categories: what each can say.
        measured: the place of the one whose categories have units.
        units: those units.
    """

    dimensions: tuple[Dimension, ...]
    categories: list[tuple[Category, ...]]
    measured: int | None = None
    units: dict[Category, str] = field(default_factory=dict)


def describe(dataset: Parts) -> Description:
    """Read what a dataset says of its dimensions.

    Raises:
        Unreadable: it lacks something, or contradicts itself.
    """
    dimension = dataset.part("dimension")
    # Version 1 has these inside `dimension`.
    ids = (dataset if "id" in dataset.given else dimension).texts("id")
    sizes = (dataset if "size" in dataset.given else dimension).counts("size")
    check_once(ids, "id", dataset.where)
    if len(sizes) != len(ids):
        _disagree(dataset, "id", len(ids), "size", len(sizes))
    parts = [dimension.part(own) for own in ids]
    categories = [_categories(each) for each in parts]
    for own, size, each in zip(ids, sizes, categories, strict=True):
        if size != len(each):
            _disagree(dataset, "size", size, f"dimension.{own}", len(each))
    given = dataset.given.get("role", dimension.given.get("role"))
    roles = _roles(ids, given if isinstance(given, dict) else {})
    names = [part.text("label") or own for part, own in zip(parts, ids, strict=True)]
    dimensions = (Dimension(name, roles.get(own)) for name, own in zip(names, ids, strict=True))
    return _with_units(Description(tuple(dimensions), categories), parts)


def _disagree(dataset: Parts, first: str, found: float, second: str, expected: float) -> None:
    found, expected = float(found), float(expected)
    stop("E343", dataset.where, first=first, found=found, second=second, expected=expected)


def _roles(ids: Sequence[str], said: Object) -> dict[str, Role]:
    """The roles that the file gives; where it does not, ids that are known from many files."""
    roles = dict[str, Role]()
    for name, role in _ROLES.items():
        given = said.get(name)
        own = given if isinstance(given, list) else [given]
        fits = [each for each in ids if each in own]
        fits = fits or [each for each in ids if each.casefold() in _IDS[name]]
        roles |= {each: role for each in fits if each not in roles}
    return roles


# ------------------------------------------------------------------ categories


def _categories(dimension: Parts) -> tuple[Category, ...]:
    category = dimension.part("category")
    labels = category.object("label")
    codes = _codes(category, labels)
    texts = [labels.get(code, code) for code in codes]
    if not all(isinstance(text, str) for text in texts):
        category.lacks("label")
    pairs = zip(texts, codes, strict=True)
    categories = [Category(text if text.strip() else code, code) for text, code in pairs]
    check_categories(categories, f"{category.path}index", category.where)
    return tuple(categories)


def _codes(category: Parts, labels: Object) -> list[str]:
    """The categories' codes in their order; a single category may have a label alone."""
    index = category.given.get("index")
    if index is None and len(labels) == 1:
        return list(labels)
    if not isinstance(index, dict):
        return category.texts("index")
    if not all(isinstance(place, float) for place in index.values()):
        category.lacks("index")
    codes = sorted(index, key=index.__getitem__)
    if [index[code] for code in codes] != list(range(len(codes))):
        category.lacks("index")
    return codes


# ------------------------------------------------------------------ units


def _with_units(described: Description, parts: Sequence[Parts]) -> Description:
    for place, (part, categories) in enumerate(zip(parts, described.categories, strict=True)):
        given = part.part("category").object("unit")
        units = {each: _unit(given.get(each.code or "")) for each in categories}
        if any(units.values()):
            described.measured = place
            described.units = {category: unit for category, unit in units.items() if unit}
            break
    return described


def _unit(given: Any) -> str:
    """What a unit is called; its base where it has no name of its own."""
    if not isinstance(given, dict):
        return given.strip() if isinstance(given, str) else ""
    texts = (given.get(key) for key in _UNIT_TEXTS)
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), "")

"""Categories that stand for all others of their dimension."""

from collections.abc import Iterable

from tryghed_dsl.figures.cube import Category

_TEXTS = {
    *("i alt", "ialt", "alle", "total", "totalt", "totals"),
    *("all", "hele landet", "hele kommunen", "hele byen", "samlet", "sum"),
    *("alle aldre", "begge køn", "mænd og kvinder", "køn i alt", "alder i alt", "hele danmark"),
    *("both sexes", "all ages", "all areas", "whole country"),
}
_BEGINS = ("i alt,", "i alt ", "total,", "totalt,", "total ", "totalt ", "alle ", "samtlige ")
_ENDS = (" i alt", ", total", " total", ", i alt")
_CODES = frozenset({"tot", "total", "ialt", "_t", "t", "all", "i alt"})


def is_total(category: Category) -> bool:
    """Whether a category stands for all others."""
    if category.is_whole:
        return True
    text = " ".join(category.text.casefold().split()).rstrip(".:")
    if text in _TEXTS or text.startswith(_BEGINS) or text.endswith(_ENDS):
        return True
    return category.code is not None and category.code.casefold() in _CODES


def total_of(categories: Iterable[Category]) -> Category | None:
    """The one category that stands for all others; None where there is none, or several."""
    totals = [category for category in categories if is_total(category)]
    return totals[0] if len(totals) == 1 else None

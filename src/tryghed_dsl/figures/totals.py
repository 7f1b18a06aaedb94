"""Categories that stand for all others of their dimension."""

from collections.abc import Iterable

from tryghed_dsl.figures.cube import Category

_TEXTS = {
    *("i alt", "ialt", "alle", "total", "totalt", "totals"),
    *("hovedtotal", "grand total"),
    *("all", "hele landet", "hele kommunen", "hele byen", "samlet", "sum"),
    *("alle aldre", "begge køn", "mænd og kvinder", "køn i alt", "alder i alt", "hele danmark"),
    *("both sexes", "all ages", "all areas", "whole country"),
}
_BEGINS = ("i alt,", "i alt ", "total,", "totalt,", "total ", "totalt ", "alle ", "samtlige ")
_ENDS = (" i alt", ", total", " total", ", i alt")
_AVERAGES = {"gennemsnit", "gns", "snit", "median", "average", "mean", "avg", "subtotal"}
_BEGIN_AVERAGES = ("gennemsnit ", "gns. ", "average ")
_CODES = frozenset({"tot", "total", "ialt", "_t", "t", "all", "i alt"})


def is_total(category: Category) -> bool:
    """Whether a category stands for all others."""
    if category.is_whole:
        return True
    text = " ".join(category.text.casefold().split()).rstrip(".:")
    if text in _TEXTS or text.startswith(_BEGINS) or text.endswith(_ENDS):
        return True
    return category.code is not None and category.code.casefold() in _CODES


def is_summary(text: str) -> bool:
    """Whether a name is one of what sums up others in any way: their total, or their average."""
    bare = " ".join(text.casefold().split()).rstrip(".:")
    return bare in _AVERAGES or bare.startswith(_BEGIN_AVERAGES) or is_total(Category(text))


def total_of(categories: Iterable[Category]) -> Category | None:
    """The one category that stands for all others; None where there is none, or several."""
    totals = [category for category in categories if is_total(category)]
    return totals[0] if len(totals) == 1 else None

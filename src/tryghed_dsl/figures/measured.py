"""What words beside figures say that they measure: counts, shares, rates, or no result at all."""

from collections.abc import Mapping

from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.patterns import pattern

_RESULT_OF_NOTHING = (
    *("mål", "måltal", "målsætning", "målsat", "målniveau", "target", "targets", "goal"),
    *("budget", "budgetteret", "forventet", "forventning", "forventninger", "expected"),
    *("prognose", "fremskrivning", "forecast", "baseline", "udgangspunkt"),
    *("rang", "rank", "rangering", "ændring", "udvikling", "forskel", "change", "difference"),
)
_WORDS = "|".join(_RESULT_OF_NOTHING)
# `Mål 1` is the name of a goal.
_NO_RESULT = pattern(rf"\b(?:{_WORDS})\b(?! *[0-9]{{1,2}}\b)")
_ONLY = pattern(rf"(?:{_WORDS})(?: (?:for )?(?:19|20)[0-9]{{2}})?")
# The first that fits counts: `antal pr. 1.000` is a rate.
_MEASURES = (
    (pattern(r"\b(?:pr|per)\.? *(?:10{3,}|10*[., ]0{3}|indb|tusind|hundred|thousand)"), "rate"),
    (pattern(r"%|\bpct\b|procent|\bandel\w*|percent|\bshare\b"), "share"),
    (pattern(r"\bindeks\w*|\bindex"), "index"),
    (pattern(r"\bantal\b|\bnumber\b|\bcount\b|^n$"), "count"),
)
_FITTING: Mapping[str, frozenset[Quantity]] = {
    "rate": frozenset({Quantity.RATE, Quantity.NUMBER}),
    "share": frozenset({Quantity.PERCENT, Quantity.FRACTION, Quantity.POINTS, Quantity.NUMBER}),
    "index": frozenset({Quantity.INDEX, Quantity.NUMBER}),
    "count": frozenset({Quantity.COUNT, Quantity.MONEY, Quantity.DAYS, Quantity.NUMBER}),
}


def is_no_result(text: str) -> bool:
    """Whether one of several words says that a figure is a target, a forecast, or a change."""
    return _NO_RESULT.search(text.casefold()) is not None


def names_no_result(text: str) -> bool:
    """Whether a text is such a word, alone or with its year: `Måltal`, `Budget 2020`."""
    return _ONLY.fullmatch(" ".join(text.casefold().split())) is not None


def measure_of(text: str, *, begins: bool = False) -> str | None:
    """What a text says that is measured: `share`, `rate`, `index` or `count`; else None.

    Args:
        text: a heading, or the name of a category.
        begins: whether it has to begin with that.
    """
    folded = text.casefold()
    tests = ((said.match if begins else said.search, name) for said, name in _MEASURES)
    return next((name for test, name in tests if test(folded)), None)


def fits(measure: str, quantity: Quantity | None) -> bool | None:
    """Whether an indicator's figures are so measured; None where its unit is not known."""
    return None if quantity is None else quantity in _FITTING[measure]

"""What the headings over figures say: a dimension for each row of them, and periods apart."""

from collections.abc import Sequence

from tryghed_dsl.figures.among import period_among
from tryghed_dsl.figures.cube import Category, Dimension, Role
from tryghed_dsl.figures.grid import is_blank, text_of
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.region import Region, cell_at
from tryghed_dsl.figures.periods import part_of_year
from tryghed_dsl.figures.rows import is_value_heading
from tryghed_dsl.figures.totals import is_total
from tryghed_dsl.records import dataclass, replace

# Words beside a period that say how certain its figures are, and words that say nothing more.
_PROVISIONAL = ("foreløbig", "foreløbige", "foreløbigt", "foreløbige tal", "provisional", "prel")
_ESTIMATED = ("estimat", "estimeret", "skøn", "anslået", "estimate", "estimated")
_FLAGS = {**dict.fromkeys(_PROVISIONAL, "provisional"), **dict.fromkeys(_ESTIMATED, "estimated")}
_ADD_NOTHING = frozenset({"år", "året", "kalenderåret", "hele", "hele året", "year"})

_PIVOT = frozenset({"kolonnenavne", "kolonneetiketter", "column labels", "værdier", "values"})


@dataclass(frozen=True, slots=True)
class Headings:
    """The dimensions that headings make, and what they say of each column of figures.

    Attributes:
        dimensions: the dimensions.
        of_column: the categories of each column.
        flags: the flags of columns that have one, such as `2019 foreløbig`.
    """

    dimensions: tuple[Dimension, ...]
    of_column: dict[int, tuple[Category, ...]]
    flags: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Level:
    """A row of headings: its dimensions with their labels, and flags by place."""

    parts: list[tuple[Dimension, list[str]]]
    flags: dict[int, str]


def headings(region: Region, kinds: Kinds) -> Headings:
    """Read the headings over the columns of figures."""
    dimensions: list[Dimension] = []
    columns: list[list[str]] = [[] for _ in region.figures]
    flags: dict[int, str] = {}
    for number, texts in _levels(region):
        level = _level(texts, kinds)
        flags |= {region.figures[place]: flag for place, flag in level.flags.items()}
        for dimension, labels in level.parts:
            dimensions.append(replace(dimension, at=str(number)))
            for column, label in zip(columns, labels, strict=True):
                column.append(label)
    known: dict[str, Category] = {}
    of_column = {
        place: tuple(known.setdefault(text, Category(text)) for text in texts)
        for place, texts in zip(region.figures, columns, strict=True)
    }
    return Headings(tuple(dimensions), of_column, flags)


def _levels(region: Region) -> list[tuple[int, list[str]]]:
    """The headings by their row; one that is merged over several columns is of them all."""
    found = []
    for number, row in enumerate(region.head):
        below = region.head[number + 1 :]
        texts: list[str] = []
        for place, column in enumerate(region.figures):
            cell = cell_at(row, column)
            merged = is_blank(cell) and any(not is_blank(cell_at(r, column)) for r in below)
            texts.append(texts[-1] if merged and place else text_of(cell))
        if any(texts):
            found.append((row.number, texts))
    return found


def _level(texts: Sequence[str], kinds: Kinds) -> _Level:
    """A row of headings as dimensions: what is measured, and the period where it names one."""
    said = [text for text in texts if text]
    if all(kinds.period(text) is not None or part_of_year(text) is not None for text in said):
        return _Level([(Dimension("", Role.PERIOD), list(texts))], {})
    if _are_parts(said):
        parts = ["" if is_total(Category(text)) else text for text in texts]
        return _Level([(Dimension("", Role.PERIOD), parts)], {})
    split = [period_among(text) if kinds.period(text) is None else None for text in texts]
    if any(split):
        periods = [str(each[0]) if each else text for each, text in zip(split, texts, strict=True)]
        return _with_words([each[1] if each else "" for each in split], periods)
    if (len(texts) == 1 and is_value_heading(texts[0])) or _is_of_pivot(said):
        return _Level([], {})
    return _Level([(Dimension("", Role.MEASURE), list(texts))], {})


def _is_of_pivot(said: Sequence[str]) -> bool:
    """Whether headings are those that Excel puts over columns in a summary of its own."""
    return {text.casefold() for text in said} <= _PIVOT


def _are_parts(said: Sequence[str]) -> bool:
    """Whether headings are the parts of a year, and the whole of it beside them."""
    parts = [part_of_year(text) is not None for text in said]
    rest = (text for text, is_part in zip(said, parts, strict=True) if not is_part)
    return any(parts) and all(is_total(Category(text)) for text in rest)


def _with_words(words: Sequence[str], periods: list[str]) -> _Level:
    """Periods with words beside them; words that only say how certain figures are, are flags."""
    bare = [word.casefold().strip("*. ") for word in words]
    flags = {place: _FLAGS[word] for place, word in enumerate(bare) if word in _FLAGS}
    kept = [
        "" if word in _FLAGS or word in _ADD_NOTHING else own
        for own, word in zip(words, bare, strict=True)
    ]
    if all(is_total(Category(word)) for word in kept if word) and not all(kept):
        kept = ["" for _ in kept]  # `I alt 2019` beside `2018` is the whole of that year
    level = [(Dimension("", Role.PERIOD), periods)]
    return _Level([(Dimension("", Role.MEASURE), kept), *level] if any(kept) else level, flags)

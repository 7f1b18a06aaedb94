"""How a stored text file writes indicators, areas and periods, as readers of tables read them.

A reader settles what a column says by all that stands in it. Here the headings have said it, so a
file in which something stands that could make a reader think otherwise is left to the reader.
"""

from collections.abc import Iterable, Mapping, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.dates import unclear_date
from tryghed_dsl.figures.naming import Known, Names, spelled
from tryghed_dsl.figures.periods import flags_within, part_of_year
from tryghed_dsl.figures.rows import Column, column_named, tidy
from tryghed_dsl.figures.text_store import Store
from tryghed_dsl.figures.wanted import Wanted
from tryghed_dsl.records import dataclass

_MOST_NAMES, _MOST_WRITINGS, _MOST_PERIODS = 50_000, 1_000, 20_000


@dataclass(frozen=True, slots=True)
class Written:
    """How names are written.

    Attributes:
        indicators: the texts of indicators that are wanted; None where all are.
        others: the others, each with its rows.
        areas: the texts of each area that is not written as its own name alone, by that name.
    """

    indicators: Sequence[str] | None
    others: Sequence[tuple[str, int]]
    areas: Mapping[str, tuple[str, ...]]


def written_in(store: Store, spec: Spec, wanted: Wanted) -> Written | None:
    """How a file writes names; None where only a reader can tell.

    Args:
        store: the file.
        spec: the spec.
        wanted: what it wants of the file.
    """
    known = Known(spec)
    counted = _counted(store, Column.INDICATOR, _MOST_NAMES)
    periods = _counted(store, Column.PERIOD, _MOST_PERIODS)
    if counted is None or periods is None or not _are_plain_periods(periods, known):
        return None
    if not all(_is_plain_indicator(name, known, wanted) for name in counted):
        return None
    areas = _areas(_texts(store, Column.AREA), known)
    if areas is None:
        return None
    if wanted.column is None:
        return Written(None, (), areas)
    taken = [name for name in counted if _is_wanted(name, wanted)]
    others = [(name, rows) for name, rows in counted.items() if not _is_wanted(name, wanted)]
    return Written(taken, others, areas)


def _counted(store: Store, column: Column, most: int) -> dict[str, int] | None:
    """The texts of a column with the rows of each; None where there are too many."""
    query = f"""
        SELECT c{store.places[column]}, count(*) FROM {store.table}
        GROUP BY 1 LIMIT {most + 1}"""  # noqa: S608 -- places are numbers
    found = dict(store.rows(query))
    return found if len(found) <= most else None


def _texts(store: Store, column: Column) -> Iterable[str]:
    query = f"SELECT DISTINCT c{store.places[column]} FROM {store.table}"  # noqa: S608 -- the same
    return (text for (text,) in store.rows(query))


def _are_plain_periods(texts: Iterable[str], known: Known) -> bool:
    """Whether each says a period and no more, if it says one, and names nothing of the spec."""
    return not any(
        flags_within(text)
        or unclear_date([text], ()) is not None
        or _is_of(known.indicators, text)
        or _is_of(known.areas, text)
        for text in texts
    )


def _is_of(names: Names, text: str) -> bool:
    return names.of(Category(text.strip())) is not None


def _is_wanted(text: str, wanted: Wanted) -> bool:
    return wanted.column is None or text.strip().lower() in wanted.names


def _is_plain_indicator(text: str, known: Known, wanted: Wanted) -> bool:
    """Whether a name is read as the same indicator wherever names are looked up."""
    own = known.indicators.of(Category(text.strip()))
    if own != known.indicators.find(text) or (own is not None and not _is_wanted(text, wanted)):
        return False
    return text == tidy(text) and not _may_be_else(text) and not _is_of(known.areas, text)


def _may_be_else(text: str) -> bool:
    """Whether a name may be a part of a year, or say that figures count answers."""
    return part_of_year(text) is not None or column_named(text) is Column.N


def _areas(texts: Iterable[str], known: Known) -> dict[str, tuple[str, ...]] | None:
    """The areas that are not written as their own names alone; None where a reader is needed."""
    own_names, indicators = _Few(known.areas), _Few(known.indicators)
    found, ways = dict[str, list[str]](), 0
    for text in texts:
        if indicators.of(text) is not None or _may_be_else(text):
            return None
        own = own_names.of(text) or tidy(text)
        if own != text:
            ways += 1
            if ways > _MOST_WRITINGS or own_names.of(own) != own_names.of(text):
                return None
            found.setdefault(own, [own]).append(text)
    return {own: tuple(names) for own, names in found.items()}


class _Few:
    """Few names looked up in many texts, most of which are far from all of them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._keys = tuple({spelled(name) for name in names.folded() if name})

    def of(self, text: str) -> str | None:
        """The id that a text means.

        A name has nothing around it but a code before it and the mark of a footnote behind.
        """
        near = spelled(tidy(text))
        if not near.startswith(self._keys) and not near.endswith(self._keys):
            return None
        return self._names.of(Category(text.strip()))

"""Values that are no numbers, in a stored text file with more rows than a reader takes.

A reader tells what is wrong with a smaller one. Of a larger one it can only say that it is too
large, though it is not if the values are put right.
"""

from collections.abc import Iterator, Sequence

from tryghed_dsl.figures.large import MOST_TAKEN
from tryghed_dsl.figures.numbers import Trouble
from tryghed_dsl.figures.text_store import Store, Writing
from tryghed_dsl.figures.values import TABLES, read_value
from tryghed_dsl.findings.finding import Finding, InFile, in_order

_MOST_TEXTS, _SHOWN = 100_000, 50


def troubles(store: Store, indicators: Sequence[str] | None) -> list[Finding]:
    """The first values that are no numbers, row by row; nothing where a reader can tell them.

    Args:
        store: the file.
        indicators: how it writes the indicators that are wanted; None where all are.
    """
    of_indicators, given = store.of_indicators(indicators)
    query = f"SELECT count(*) FROM {store.table} WHERE {of_indicators}"  # noqa: S608 -- ours
    ((rows,),) = store.rows(query, given)
    if rows <= MOST_TAKEN:
        return []
    found = (each for place in store.numbers for each in _in(store, place, of_indicators, given))
    return in_order(found)[:_SHOWN]


def _in(store: Store, place: int, of_indicators: str, given: Sequence[object]) -> Iterator[Finding]:
    """The troubles of a column."""
    where = f"FROM {store.table} WHERE k{place} = {Writing.OTHER.value} AND {of_indicators}"
    query = f"SELECT DISTINCT c{place} {where} LIMIT {_MOST_TEXTS}"
    read = {text: _trouble(store, text) for (text,) in store.rows(query, given)}
    odd = [text for text, trouble in read.items() if trouble is not None]
    query = f"""
        SELECT file_row_number, c{place} {where} AND c{place} IN (SELECT unnest(?))
        ORDER BY 1 LIMIT {_SHOWN}"""
    name, first = store.large.path.name, store.large.head + 1
    for number, text in store.rows(query, [*given, odd]) if odd else ():
        trouble = read[text]
        if trouble is not None:
            where_it_is = InFile(name, first + number, store.large.headings[place])
            yield Finding(trouble.value, (), {"written": text}, where_it_is)


def _trouble(store: Store, text: str) -> Trouble | None:
    read = read_value(text.strip(), TABLES.said(store.large.options), set())
    return read if isinstance(read, Trouble) else None

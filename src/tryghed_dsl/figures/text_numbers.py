"""The numbers of a stored text file: what each text comes to, as readers of tables have it.

Plain numbers are turned by the database. All other texts are few; each is read once by what reads
the cells of any table, so that a sign for a missing figure or a suppressed count means the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from tryghed_dsl.figures.numbers import Ambiguous, Trouble, decimal_signs
from tryghed_dsl.figures.text_store import Store, Writing
from tryghed_dsl.figures.values import TABLES, Symbols, Value, read_value
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.records import dataclass

_MOST_TEXTS = 100_000
# What no figure is: an area that has it is set aside, and its rows are read one by one.
_SET_ASIDE = 1e300
_TEXTS = "others"
_CERTAIN = {Writing.POINT: ".", Writing.COMMA: ","}
_GROUPED = (Writing.GROUP_POINT, Writing.GROUP_COMMA)


@dataclass(slots=True)
class _Written:
    """How numbers are written, in all rows or in some.

    Attributes:
        kinds: the ways.
        texts: texts that are no plain numbers, each with the number of cells that say it.
    """

    kinds: set[Writing] = field(default_factory=set)
    texts: dict[str, int] = field(default_factory=dict)

    def signs(self) -> set[str]:
        """The signs before decimals that are certainly used."""
        certain = {sign for kind, sign in _CERTAIN.items() if kind in self.kinds}
        return certain | decimal_signs(self.texts)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the texts of a file's numbers come to.

    Attributes:
        sign: the sign before decimals; None where nothing depends on it.
        others: what texts that are no plain numbers come to; None for a missing figure.
        unclear: signs for a missing figure that mean zero to some, with how many cells have them.
    """

    sign: str | None
    others: Mapping[str, float | None]
    unclear: Mapping[str, int]

    def put(self, store: Store) -> None:
        """Put what other texts come to into the database, for `made` to look it up."""
        store.database.connection.execute(
            f"CREATE TABLE {_TEXTS} AS SELECT unnest(?::VARCHAR[]) AS written,"
            " unnest(?::DOUBLE[]) AS number",
            [[*self.others], [*self.others.values()]],
        )

    def made(self, place: int) -> str:
        """A column's number, as SQL."""
        own = f"c{place}"
        no_point, no_comma = f"replace({own}, '.', '')", f"replace({own}, ',', '')"
        decimal = f"replace({own}, ',', '.')"
        forms = {
            Writing.WHOLE: own,
            Writing.POINT: own,
            Writing.COMMA: decimal,
            Writing.GROUP_POINT: no_point if self.sign == "," else own,
            Writing.GROUP_COMMA: no_comma if self.sign == "." else decimal,
        }
        cases = " ".join(
            f"WHEN {kind.value} THEN coalesce(try_cast({form} AS DOUBLE), {_SET_ASIDE!r})"
            for kind, form in forms.items()
        )
        return f"CASE k{place} {cases} ELSE o{place}.number END"

    def joined(self, place: int) -> str:
        """What a column's number is looked up in, as SQL behind the table."""
        other = Writing.OTHER.value
        return (
            f"LEFT JOIN {_TEXTS} AS o{place} ON k{place} = {other} AND o{place}.written = c{place}"
        )

    def told(self, name: str) -> Iterable[Finding]:
        """The signs that are taken for missing figures and mean zero to some."""
        for symbol, cells in self.unclear.items():
            yield Finding("W371", (), {"symbol": symbol, "cells": float(cells)}, InFile(name))


def numbers_of(store: Store, indicators: Sequence[str] | None) -> Numbers | None:
    """What the numbers of a file come to; None where only a reader of all of it can tell.

    The rows that a spec wants settle the sign before decimals, and all others have to agree.

    Args:
        store: the file.
        indicators: how it writes the indicators that are wanted; None where all are.
    """
    every, wanted = _Written(), _Written()
    for place in store.numbers:
        _look(store, place, indicators, every, wanted)
        if len(every.texts) > _MOST_TEXTS:
            return None
    signs, own = every.signs(), wanted.signs()
    if not every.kinds.isdisjoint(_GROUPED) and (signs != own or len(signs) != 1):
        return None
    symbols = TABLES.said(store.large.options)
    others = dict[str, float | None]()
    for text in every.texts:
        read = read_value(text.strip(), symbols, signs)
        if read != read_value(text.strip(), symbols, own) or not _is_clear(read):
            return None
        others[text] = _number(read)
    sign = next(iter(signs)) if len(signs) == 1 else None
    return Numbers(sign, others, _unclear(wanted.texts, symbols))


def _look(
    store: Store, place: int, indicators: Sequence[str] | None, every: _Written, wanted: _Written
) -> None:
    """See how the numbers of a column are written."""
    is_wanted, given = store.of_indicators(indicators)
    text = f"CASE WHEN k{place} = {Writing.OTHER.value} THEN c{place} END"
    query = f"""
        SELECT kind, written, count(*), count(*) FILTER (is_wanted)
        FROM (SELECT k{place} AS kind, {text} AS written, {is_wanted} AS is_wanted
            FROM {store.table})
        GROUP BY 1, 2 LIMIT {_MOST_TEXTS + 10}"""  # noqa: S608 -- places are numbers
    for kind, written, cells, own in store.rows(query, given):
        for seen, count in ((every, cells), (wanted, own)):
            if count and written is None:
                seen.kinds.add(Writing(kind))
            elif count:
                seen.texts[written] = seen.texts.get(written, 0) + count


def _is_clear(read: Value | Trouble | Ambiguous | None) -> bool:
    """Whether a text is a figure or a sign for none; a percent sign may say another unit."""
    return read is None or (isinstance(read, Value) and not read.percent)


def _number(read: Value | Trouble | Ambiguous | None) -> float | None:
    if not isinstance(read, Value):
        return None
    return read.number if read.most is None and read.mark is None else _SET_ASIDE


def _unclear(texts: Mapping[str, int], symbols: Symbols) -> dict[str, int]:
    return {text.strip(): n for text, n in texts.items() if text.strip() in symbols.unclear}

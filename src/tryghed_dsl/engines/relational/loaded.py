"""Figures that have been read, as a table of the embedded database."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlglot import exp

from tryghed_dsl.core.program import Aspect
from tryghed_dsl.domain.observation import Figures, Observation
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.relational.seen import Seen

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 100_000
_BETWEEN = " "
_ASPECTS = (Aspect.VALUE, Aspect.N, Aspect.DENOMINATOR, Aspect.LOWER, Aspect.UPPER)
_COLUMNS = {
    **dict.fromkeys(("indicator", "area", "period"), "VARCHAR"),
    **dict.fromkeys((aspect.value for aspect in _ASPECTS), "DOUBLE"),
    "flag": "VARCHAR",
}


def loaded(database: "DuckDBPyConnection", figures: Figures, table: str = "figures") -> Relation:
    """Figures as a table of a database, which takes the place of one of that name."""
    put(database, table, _COLUMNS, _rows(figures))
    return relation_of(figures, table)


def put(
    database: "DuckDBPyConnection",
    table: str,
    kinds: Mapping[str, str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Put rows into a table of a database, which takes the place of one of that name.

    Args:
        database: the database.
        table: the name of the table.
        kinds: the types of its columns, by their names.
        rows: its rows.
    """
    waiting = iter(rows)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
    database.execute(f'CREATE OR REPLACE TABLE "{table}" ({columns})')
    places = ", ".join(f"unnest(?::{kind}[])" for kind in kinds.values())
    while some := list(islice(waiting, _AT_ONCE)):
        given = [list(values) for values in zip(*some, strict=True)]
        database.execute(f'INSERT INTO "{table}" SELECT {places}', given)


def _rows(figures: Iterable[Observation]) -> Iterator[tuple[Any, ...]]:
    for seen in figures:
        indicator, area, period = seen.key
        # A suppressed figure is no number that could be calculated with.
        value = seen.value if seen.most is None else math.nan
        told = (value, seen.n, seen.denominator, seen.lower, seen.upper)
        yield (indicator, area, str(period), *told, _BETWEEN.join(seen.flags) or None)


def relation_of(figures: Figures, table: str) -> Relation:
    """What a table of such figures is."""
    said, flagged, told = defaultdict[str, set[str]](set), set(), {Aspect.VALUE}
    for seen in figures:
        told |= {each for each in _ASPECTS if getattr(seen, each.value) is not None}
        for flag in seen.flags:
            said[flag].add(_BETWEEN.join(seen.flags))
            flagged.add((seen.key.indicator, seen.key.period, flag))
    return Relation(
        exp.Table(this=exp.to_identifier(table, quoted=True)),
        values={aspect: exp.column(aspect.value, quoted=True) for aspect in _ASPECTS},
        flag="flag",
        seen=Seen(frozenset(figures.lengths), frozenset(told), frozenset(flagged)),
        periods={period: (str(period),) for period in figures.periods()},
        flags={flag: tuple(sorted(texts)) for flag, texts in said.items()},
    )

"""Medians and quantiles: values put in order by a query of their own, and joined back.

No function of databases is used for it, for they differ in which value a quantile is.
"""

from collections.abc import Sequence

from sqlglot import exp

from tryghed_dsl.core.program import Folding
from tryghed_dsl.engines.relational.writing import (
    SQL,
    all_of,
    any_of,
    case,
    column,
    is_null,
    layer,
    number,
)

KEY = "key"
_VALUE, _PLACE, _KNOWN, _ITEM = "value", "place", "known", "item"
_SHORT = 1e-9


def ranked(
    detail: tuple[Folding, int | None, float | None],
    items: Sequence[SQL],
    before: str,
    area: str,
    name: str,
) -> exp.Select:
    """The aggregate of every area, as a query with a key and the value.

    Args:
        detail: the kind of the aggregate, how many values must be known, and the share of a
            quantile.
        items: the values.
        before: the layer that they are made of.
        area: its column of areas.
        name: what the value is called.
    """
    kind, least, share = detail
    needed = max(1, len(items) if least is None else least)
    ordered = _ordered(items, before, area)
    place, known = column(_PLACE), column(_KNOWN)
    enough = exp.GTE(this=known, expression=exp.Literal.number(needed))
    if kind is Folding.MEDIAN:
        chosen, made = _is_middle(place, known), _mean()
    else:
        chosen, made = _is_quantile(place, known, share or 0.0), exp.Max(this=column(_VALUE))
    return (
        exp.select(column(KEY), exp.alias_(made, name, quoted=True))
        .from_(ordered.subquery("ordered"))
        .where(all_of([enough, chosen]))
        .group_by(column(KEY))
    )


def _ordered(items: Sequence[SQL], before: str, area: str) -> exp.Select:
    """The values that are known, each with its place among them and how many there are."""
    branches = [
        (exp.EQ(this=column(_ITEM), expression=exp.Literal.number(place)), item)
        for place, item in enumerate(items)
    ]
    values = (
        exp.select(
            exp.alias_(column(area), KEY, quoted=True),
            exp.alias_(case(*branches), _VALUE, quoted=True),
        )
        .from_(layer(before))
        .join(numbers(len(items), _ITEM), join_type="CROSS")
    )
    part = [column(KEY)]
    place = exp.Window(
        this=exp.RowNumber(),
        partition_by=part,
        order=exp.Order(expressions=[exp.Ordered(this=column(_VALUE), desc=False)]),
    )
    known = exp.Window(this=exp.Count(this=exp.Star()), partition_by=[column(KEY)])
    return (
        exp.select(
            column(KEY),
            column(_VALUE),
            exp.alias_(place, _PLACE, quoted=True),
            exp.alias_(known, _KNOWN, quoted=True),
        )
        .from_(values.subquery("items"))
        .where(exp.Not(this=is_null(column(_VALUE))))
    )


def numbers(count: int, name: str) -> exp.Expr:
    """A table of the whole numbers from 0, so many of them."""
    first, *others = (
        exp.select(exp.alias_(exp.Literal.number(each), name, quoted=True)) for each in range(count)
    )
    table: exp.Query = first
    for other in others:
        table = exp.Union(this=table, expression=other, distinct=False)
    return table.subquery("numbers")


def _is_middle(place: SQL, known: SQL) -> SQL:
    """Twice its place is the number of values, or one or two more: of two, then, or of one."""
    twice = exp.Mul(this=place, expression=exp.Literal.number(2))
    more = [
        exp.EQ(this=twice.copy(), expression=exp.Add(this=known.copy(), expression=_whole(each)))
        for each in range(3)
    ]
    return any_of(more)


def _mean() -> SQL:
    values = exp.Sum(this=column(_VALUE))
    counted = exp.cast(exp.Count(this=exp.Star()), exp.DataType.Type.DOUBLE)
    return exp.Div(this=values, expression=counted, typed=False, safe=False)


def _is_quantile(place: SQL, known: SQL, share: float) -> SQL:
    """The place is the least whole number that is not below the share of the values."""
    places = exp.paren(
        exp.Sub(this=exp.Mul(this=number(share), expression=known), expression=number(_SHORT))
    )
    reached = exp.GTE(this=place, expression=places)
    before = exp.paren(exp.Sub(this=place.copy(), expression=_whole(1)))
    first = any_of(
        [
            exp.EQ(this=place.copy(), expression=_whole(1)),
            exp.LT(this=before, expression=places.copy()),
        ]
    )
    return all_of([reached, first])


def _whole(value: int) -> SQL:
    return exp.Literal.number(value)

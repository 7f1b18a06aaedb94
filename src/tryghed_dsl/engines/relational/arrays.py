"""Medians and quantiles as one expression, where a database can sort a list of values.

A query of its own, joined back, reads what is before it twice. A database that makes a part anew
for each reading would make it twice as often with each one.
"""

from collections.abc import Sequence

from sqlglot import exp

from tryghed_dsl.core.program import Folding
from tryghed_dsl.engines.relational.writing import SQL, case, is_null, number

_SHORT = 1e-9
_LIST, _ITEM = "v", "x"


def ranked_in_place(detail: tuple[Folding, int | None, float | None], items: Sequence[SQL]) -> SQL:
    """The aggregate of values, in the functions of Spark.

    Args:
        detail: the kind of the aggregate, how many values must be known, and the share of a
            quantile.
        items: the values.
    """
    kind, least, share = detail
    needed = max(1, len(items) if least is None else least)
    is_known = exp.Not(this=exp.paren(is_null(_name(_ITEM))))
    known = _call("FILTER", _call("ARRAY", *items), _function(_ITEM, is_known))
    chosen = _middle() if kind is Folding.MEDIAN else _quantile(share or 0.0)
    enough = exp.GTE(this=_size(), expression=number(needed))
    made = _function(_LIST, case((enough, chosen)))
    lists = _call("ARRAY", _call("SORT_ARRAY", known))
    return _call("ELEMENT_AT", _call("TRANSFORM", lists, made), exp.Literal.number(1))


def _middle() -> SQL:
    """The mean of the two in the middle, which are one where their number is odd."""
    half = exp.Div(this=_size(), expression=number(2), typed=False, safe=False)
    before = _at(_call("CEIL", half))
    behind = _at(exp.Add(this=_call("FLOOR", half.copy()), expression=exp.Literal.number(1)))
    total = exp.paren(exp.Add(this=before, expression=behind))
    return exp.Div(this=total, expression=number(2), typed=False, safe=False)


def _quantile(share: float) -> SQL:
    """The value at the least place that is not below the share of the values."""
    places = exp.Sub(
        this=exp.Mul(this=number(share), expression=_size()), expression=number(_SHORT)
    )
    return _at(_call("GREATEST", _call("CEIL", places), exp.Literal.number(1)))


def _at(place: SQL) -> SQL:
    return _call("ELEMENT_AT", _name(_LIST), exp.cast(place, exp.DataType.Type.INT))


def _size() -> SQL:
    return _call("SIZE", _name(_LIST))


def _name(name: str) -> exp.Identifier:
    return exp.to_identifier(name)


def _call(name: str, *given: SQL) -> SQL:
    return exp.Anonymous(this=name, expressions=list(given))


def _function(name: str, made: SQL) -> SQL:
    return exp.Lambda(this=made, expressions=[_name(name)])

"""How large figures may be for nothing that is made of them to leave the range of doubles.

Some databases stop a query with an error where a number is too large for a double, or so small
that it would be zero. There figures are set aside sooner, so that no calculation can come to it.
"""

import math
from typing import NamedTuple

from tryghed_dsl.core.program import (
    Absolute,
    Add,
    AtMost,
    Cell,
    Coalesce,
    Constant,
    Floor,
    Fold,
    Folding,
    If,
    Multiply,
    Power,
    SquareRoot,
)
from tryghed_dsl.engines.relational.graph import Graph, Node

_DOUBLES = 307.0
_TRIED = (100.0, 50.0, 25.0, 15.0, 10.0)
# A sum of doubles is zero, or not nearer to zero than the last digit of its smallest part.
_DIGITS = 17.0
_TOLERANCE = 9.0
_CHOOSING = (Folding.MIN, Folding.MAX, Folding.QUANTILE)
_COUNTING = (Folding.COUNT, Folding.KNOWN)


class Range(NamedTuple):
    """The decimal exponents between which a value lies that is not zero."""

    low: float
    high: float


_PLAIN = Range(0.0, 0.0)


def reach(graph: Graph) -> float | None:
    """The largest decimal exponent that figures may have, up or down; None where none will do."""
    return next((each for each in _TRIED if _is_safe(graph, each)), None)


def _is_safe(graph: Graph, figure: float) -> bool:
    ranges: list[Range] = []
    for node in graph.nodes:
        if node.kind is Power:
            on_the_way = [_power(ranges[node.parts[0]], graph.nodes[node.parts[1]])]
        else:
            on_the_way = _ranges(node, [ranges[part] for part in node.parts], figure)
        if any(each.low < -_DOUBLES or each.high > _DOUBLES for each in on_the_way):
            return False
        ranges.append(on_the_way[-1])
    return True


def _ranges(node: Node, own: list[Range], figure: float) -> list[Range]:
    """The ranges of all that is calculated on the way to a node's value, and last of itself."""
    if node.kind is Multiply:
        return _products(str(node.detail), own)
    if node.kind is AtMost:
        return [*(Range(each.low - _TOLERANCE, each.high + 1) for each in own), _PLAIN]
    return [_range(node, own, figure)]


def _range(node: Node, own: list[Range], figure: float) -> Range:
    if node.kind is Cell:
        return Range(-figure, figure)
    if node.kind is Constant:
        size = abs(float(str(node.detail)))
        return Range(math.log10(size), math.log10(size)) if size else _PLAIN
    if node.kind is Add:
        return _sum(own)
    if node.kind is Fold:
        return _folded(node, own)
    if node.kind in (Absolute, If, Coalesce):
        return _any(own)
    if node.kind is SquareRoot:
        return Range(own[0].low / 2, own[0].high / 2)
    return Range(0.0, max(own[0].high, 0.0)) if node.kind is Floor else _PLAIN


def _any(own: list[Range]) -> Range:
    low = min((each.low for each in own), default=0.0)
    return Range(low, max((each.high for each in own), default=0.0))


def _sum(own: list[Range]) -> Range:
    low, high = _any(own)
    return Range(low - _DIGITS, high + math.log10(max(1, len(own))))


def _products(signs: str, own: list[Range]) -> list[Range]:
    made = [own[0]]
    for sign, (low, high) in zip(signs[1:], own[1:], strict=True):
        before = made[-1]
        times = Range(low, high) if sign == "*" else Range(-high, -low)
        made.append(Range(before.low + times.low, before.high + times.high))
    return made


def _power(base: Range, exponent: Node) -> Range:
    """A power; of one whose exponent is calculated nothing is known."""
    if exponent.kind is not Constant:
        return Range(-math.inf, math.inf)
    ends = [end * float(str(exponent.detail)) for end in base]
    return Range(min(ends), max(ends))


def _folded(node: Node, own: list[Range]) -> Range:
    assert isinstance(node.detail, tuple)  # noqa: S101 -- made so
    if node.detail[0] in _COUNTING or not own:
        return Range(0.0, math.log10(max(1, len(own))))
    if node.detail[0] in _CHOOSING:
        return _any(own)
    low, high = _sum(own)
    return Range(low - math.log10(len(own)), high)

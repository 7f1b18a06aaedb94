"""How large the values of nodes can be, and so which of them have to be kept from overflowing.

What is larger than a double can hold is missing. Databases differ there, in infinities and in
errors, so that a number that can come to it is asked for its size. Figures beyond `LARGEST` or
nearer to zero than `SMALLEST` are kept out of the query, and so hardly any number can.
"""

import math

from tryghed_dsl.core.program import (
    Absolute,
    Add,
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

LARGEST, SMALLEST = 1e100, 1e-100
_DOUBLE = 308.25
_FIGURE = 100.0
# A difference of two figures is not nearer to zero than their last digits, or it is zero.
_DIVISOR = 150.0
_COUNTED = (Folding.COUNT, Folding.KNOWN)


def overflowing(graph: Graph) -> set[int]:
    """The nodes whose value may be larger than a double can hold."""
    sizes: list[float] = []
    found = set[int]()
    for number, node in enumerate(graph.nodes):
        size = _size(graph, node, sizes)
        if size > _DOUBLE:
            found.add(number)
        sizes.append(min(size, _DOUBLE))
    return found


def _size(graph: Graph, node: Node, sizes: list[float]) -> float:
    """The decimal exponent that a node's value can have at most."""
    own = [sizes[part] for part in node.parts]
    if node.kind is Cell:
        return _FIGURE
    if node.kind is Constant:
        return _exponent(float(str(node.detail)))
    if node.kind is Add:
        return max(own) + math.log10(len(own))
    if node.kind is Multiply:
        return _product(graph, node, own)
    if node.kind is Power:
        return math.inf
    if node.kind is Fold:
        return _folded(node, own)
    if node.kind in (Absolute, Floor, SquareRoot):
        return max(own[0], 0.0)
    return max(own, default=0.0) if node.kind in (If, Coalesce) else 0.0


def _product(graph: Graph, node: Node, own: list[float]) -> float:
    signs = str(node.detail)
    return sum(
        size if sign == "*" else _inverse(graph.nodes[part])
        for sign, part, size in zip(signs, node.parts, own, strict=True)
    )


def _inverse(divisor: Node) -> float:
    if divisor.kind is Constant:
        return -_exponent(float(str(divisor.detail)))
    return _FIGURE if divisor.kind is Cell else _DIVISOR


def _folded(node: Node, own: list[float]) -> float:
    assert isinstance(node.detail, tuple)  # noqa: S101 -- made so
    size = max(own, default=0.0)
    if node.detail[0] in _COUNTED:
        return math.log10(max(1, len(own)))
    return size + math.log10(max(1, len(own)))


def _exponent(value: float) -> float:
    return math.log10(abs(value)) if value else 0.0

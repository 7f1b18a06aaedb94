"""`it`: the indicator of a list whose turn it is."""

from dataclasses import fields
from typing import Any, TypeVar

from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes

_IT = "it"
_Node = TypeVar("_Node", bound=nodes.Node)
# What these hold is the name of an area, a list, a function or a part, and no figure.
_OTHER_NAMES = {"area", "areas", "name", "function", "unit", "each", "within", "change", "label"}


def with_it(node: _Node, member: nodes.Name) -> _Node:
    """A node with an indicator in the place of each `it`; a list inside it has an own one."""
    if isinstance(node, nodes.Every) and node.each.text in ("indicator", "indicators"):
        return node
    changed: dict[str, Any] = {}
    for field in fields(node):
        if field.name != "span" and field.name not in _OTHER_NAMES:
            value = getattr(node, field.name)
            made = _replaced(value, member)
            if made is not value:
                changed[field.name] = made
    return replace(node, **changed) if changed else node


def _replaced(value: Any, member: nodes.Name) -> Any:
    match value:
        case nodes.Name(text):
            return nodes.Name(member.text, span=value.span) if text == _IT else value
        case nodes.Node():
            return with_it(value, member)
        case tuple():
            made = tuple(_replaced(part, member) for part in value)
            same = all(new is old for new, old in zip(made, value, strict=True))
            return value if same else made
        case _:
            return value

"""Expressions as they were written."""

from dataclasses import dataclass
from enum import StrEnum

from tryghed_dsl.syntax.nodes.base import Name, Node, Range, When


class Sign(StrEnum):
    """What stands behind a number."""

    NONE = ""
    PERCENT = "%"
    POINTS = "pp"


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number; `digits` keeps how it was written."""

    digits: str
    sign: Sign = Sign.NONE

    @property
    def value(self) -> float:
        """The number itself."""
        return float(self.digits)


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """Terms added and taken away, in the order written; the first sign is always `+`."""

    terms: tuple[tuple[str, "Expression"], ...]


@dataclass(frozen=True, slots=True)
class Product(Node):
    """Factors multiplied and divided by, in the order written; the first is always `*`."""

    factors: tuple[tuple[str, "Expression"], ...]


@dataclass(frozen=True, slots=True)
class Minus(Node):
    """A minus before something."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class ShareOf(Node):
    """`98% of x`."""

    share: Number
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class At(Node):
    """`x[2015]`."""

    operand: "Expression"
    when: When


@dataclass(frozen=True, slots=True)
class InArea(Node):
    """`x in kbh`."""

    operand: "Expression"
    area: Name


@dataclass(frozen=True, slots=True)
class Argument(Node):
    """An argument of a call, with a name or without."""

    name: Name | None
    value: "Expression | Range"


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`baseline(2015)`, `approach(kbh_avg, by=2020)`."""

    function: Name
    arguments: tuple[Argument, ...]


Expression = Number | When | Name | Sum | Product | Minus | ShareOf | At | InArea | Call

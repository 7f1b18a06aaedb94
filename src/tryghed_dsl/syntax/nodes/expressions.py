"""Expressions as they were written."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.nodes.base import Name, Node, Range, When

if TYPE_CHECKING:
    from tryghed_dsl.syntax.nodes.conditions import Condition


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
class Rate(Node):
    """`x per 1000 population`."""

    part: "Expression"
    per: Number
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class If(Node):
    """`if C then a else b`."""

    condition: "Condition"
    then: "Expression"
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Duration(Node):
    """`3 years`."""

    number: Number
    unit: Name


@dataclass(frozen=True, slots=True)
class Least(Node):
    """`at least 2`, `at least 90%`."""

    amount: Number


@dataclass(frozen=True, slots=True)
class Over(Node):
    """`x over districts`, and `x among oecd` where `among` is true."""

    operand: "Expression"
    areas: Name
    among: bool = False


@dataclass(frozen=True, slots=True)
class Counted(Node):
    """`area in districts where C`, `month in year where C`, `year in 2014..2018 where C`."""

    each: Name
    within: Name | Range
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Growth(Node):
    """`2.1% a year`."""

    amount: Number
    unit: Name


@dataclass(frozen=True, slots=True)
class Spread(Node):
    """`40%..45%`."""

    low: Number
    high: Number


@dataclass(frozen=True, slots=True)
class Milestone(Node):
    """`2018: 10`, and `2018: reduce 30%` with the word, behind which a band may stand."""

    when: When
    change: Name | None
    value: "Expression | Spread | Range"


@dataclass(frozen=True, slots=True)
class Milestones(Node):
    """`{2018: 10, 2019: reduce 8%}`."""

    entries: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Argument(Node):
    """An argument of a call, with a name or without."""

    name: Name | None
    value: "Expression | Part"


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`baseline(2015)`, `approach(kbh_avg, by=2020)`."""

    function: Name
    arguments: tuple[Argument, ...]


# What can stand as an argument and nowhere else.
Part = Range | Duration | Least | Over | Counted | Growth | Spread | Milestones
Expression = Number | When | Name | Sum | Product | Minus | ShareOf | At | InArea | Rate | If | Call

"""Conditions: a subject, and what it is held against."""

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.nodes.base import Name, Node, Range, When
from tryghed_dsl.syntax.nodes.expressions import Call, Duration, Expression, Number

if TYPE_CHECKING:
    from tryghed_dsl.syntax.nodes.clauses import Clause


class Operator(StrEnum):
    """How a subject is held against a limit."""

    AT_MOST = "<="
    BELOW = "<"
    AT_LEAST = ">="
    ABOVE = ">"
    EQUALS = "=="


@dataclass(frozen=True, slots=True)
class Limit(Node):
    """`subject <= limit`."""

    subject: Expression
    operator: Operator
    limit: Expression


@dataclass(frozen=True, slots=True)
class Band(Node):
    """`subject between low and high`."""

    subject: Expression
    low: Expression
    high: Expression


@dataclass(frozen=True, slots=True)
class Trajectory(Node):
    """`subject -> objective(…)`."""

    subject: Expression
    objective: Call


@dataclass(frozen=True, slots=True)
class Bare(Node):
    """An expression where a condition is due: the name of a condition, or a mistake."""

    subject: Expression


@dataclass(frozen=True, slots=True)
class Not(Node):
    """`not exposed(40, 60)`."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Member(Node):
    """A line of a composition: a condition with clauses of its own."""

    condition: "Condition"
    clauses: "tuple[Clause, ...]" = ()


@dataclass(frozen=True, slots=True)
class Several(Node):
    """`all of { … }`, `any of { … }`, `at least 2 of { … }`.

    Attributes:
        amount: `all`, `any`, or the number.
        damaged: whether a member that could not be read is missing.
    """

    amount: str | Number
    members: tuple[Member, ...]
    damaged: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Since(Node):
    """`since 2014`, and `after 2014` where the period itself does not count."""

    when: When
    after: bool = False


@dataclass(frozen=True, slots=True)
class Every(Node):
    """`every area in districts: C`, `no area in districts: C`, `at least 3 areas in …: C`.

    Also `every year since 2014: C`, and `every year in 2014..2018: C`.

    Attributes:
        amount: `every`, `no`, or the number (`at least 3`, `at least 90% of`).
        each: what is gone through: `area`, `indicator`, or the length of a period.
        within: the list or range that is gone through.
    """

    amount: str | Number
    each: Name
    within: Name | Range | Since
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Running(Node):
    """`for 3 years running: C`; behind the name of a condition `exposed for 3 years running`."""

    duration: Duration
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class OfLatest(Node):
    """`in 4 of the latest 5 years: C`."""

    number: Number
    duration: Duration
    condition: "Condition"


Condition = Limit | Band | Trajectory | Bare | Not | Several | Every | Running | OfLatest

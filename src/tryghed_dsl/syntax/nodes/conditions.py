"""Conditions: a subject, and what it is held against."""

from dataclasses import dataclass
from enum import StrEnum

from tryghed_dsl.syntax.nodes.base import Node
from tryghed_dsl.syntax.nodes.expressions import Call, Expression


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
    """An expression where a condition was due."""

    subject: Expression


Condition = Limit | Band | Trajectory | Bare

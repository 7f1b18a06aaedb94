"""The core: cells and expressions. What an engine has to know, and all of it.

A target judged as of a period is a table of rows, each a condition with an outcome; the first
row whose condition holds decides. Conditions and measures are expressions over cells. Every
period is absolute, so that no engine does arithmetic with time.

Expressions have numbers or truths as values, or are missing. Missing goes through arithmetic
and comparisons; `And` and `Or` are decided where the known part decides them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from operator import attrgetter
from typing import Any

from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import Unit
from tryghed_dsl.domain.verdict import Outcome
from tryghed_dsl.records import dataclass, replace


class Aspect(StrEnum):
    """What of an observation a cell reads."""

    VALUE = "value"
    DENOMINATOR = "denominator"
    N = "n"
    LOWER = "lower"
    UPPER = "upper"
    BROKEN = "broken"


class Parts(StrEnum):
    """How a figure is made of those of shorter periods, where there is none for the whole."""

    SUM = "sum"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure looked up.

    Attributes:
        area: where; None means the judged area, so that one program serves many areas.
        until: the period being judged. A break of the series that lies after `period` and up
            to it makes the figure missing.
        aspect: most are the observation's own; `broken` is 1 where a break makes the figure
            missing, and missing where none does.
        parts: how it is made of shorter periods, all of which must be there; None where it is
            not.
    """

    indicator: str
    area: str | None
    period: Period
    until: Period
    aspect: Aspect = Aspect.VALUE
    parts: Parts | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Where an agreed number stands: the baseline of an indicator, on a line of the spec."""

    indicator: str
    period: Period
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Constant:
    """A number; `agreed` says where it was agreed, for a stated baseline."""

    value: float
    agreed: Agreed | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """The value of an earlier step of the same target, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Add:
    """Terms added (`+`) and taken away (`-`), in the order written."""

    terms: tuple[tuple[str, "Expression"], ...]


@dataclass(frozen=True, slots=True)
class Multiply:
    """Factors multiplied (`*`) and divided by (`/`), in order; dividing by zero is missing."""

    factors: tuple[tuple[str, "Expression"], ...]


@dataclass(frozen=True, slots=True)
class Absolute:
    """The size of a number without its sign."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class SquareRoot:
    """The square root; missing below zero."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Power:
    """A base to an exponent; missing unless the base is above zero."""

    base: "Expression"
    exponent: "Expression"


@dataclass(frozen=True, slots=True)
class Floor:
    """The largest whole number that is not above the operand."""

    operand: "Expression"


class Folding(StrEnum):
    """What is made of many values.

    A quantile is one of the values: of n in order the one at place ceil(share * n). `count` is
    how many hold, `known` how many are not missing.
    """

    SUM = "sum"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    MEDIAN = "median"
    QUANTILE = "quantile"
    COUNT = "count"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Fold:
    """Many values made one: over years, areas, indicators, or the parts of a composition.

    Attributes:
        least: how many must be known; None means all, and then one missing makes it missing.
        share: for a quantile, the share of the values up to it, 0–1.
    """

    kind: Folding
    items: tuple["Expression", ...]
    least: int | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class AtMost:
    """`left <= right`, with the tolerance that the language gives to comparisons.

    Attributes:
        plain: whether it is the plain order of numbers, without the tolerance.
    """

    left: "Expression"
    right: "Expression"
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """True where the operand is false; missing where it is missing."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class And:
    """True where all are, false where one is false, otherwise missing."""

    operands: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True where one is, false where all are false, otherwise missing."""

    operands: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class If:
    """One of two expressions; missing where the condition is."""

    condition: "Expression"
    then: "Expression"
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Coalesce:
    """The first operand that is not missing."""

    operands: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class IsMissing:
    """Whether the operand is missing; never missing itself."""

    operand: "Expression"


Expression = (
    Cell
    | Constant
    | Step
    | Add
    | Multiply
    | Absolute
    | SquareRoot
    | Power
    | Floor
    | Fold
    | AtMost
    | Not
    | And
    | Or
    | If
    | Coalesce
    | IsMissing
)

TRUE = Constant(1.0)
FALSE = Not(TRUE)
MISSING = Coalesce(())


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a target's table: an outcome, or a table of its own that refines it."""

    condition: Expression
    then: Outcome | tuple["Row", ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to say of a verdict where a condition holds; it never changes the verdict."""

    name: str
    condition: Expression


Fact = str | float | Period | PeriodRange | Unit
Measures = tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Later:
    """Measures that are large and seldom asked for.

    Attributes:
        names: all that there may be, so that asking for another makes none of them.
        made: makes them.
    """

    names: tuple[str, ...]
    made: Callable[[], Measures]


@dataclass(frozen=True, slots=True)
class Judged:
    """One target as of one period, or one of the conditions that a target is made of.

    Attributes:
        id: the target's id; of a part its area or period, or its place among the others.
        steps: what the rows rest on, by name; a step may use the steps before it.
        rows: the table; the last row's condition always holds.
        needed: the figures without which there is no verdict.
        measures: what is reported besides, by name; they may use the steps.
        flags: what is to be said of the verdict.
        facts: what the words of the report need and no engine does, such as the deadline.
        parts: the conditions that it is made of; they rest on its steps, and have none.
        later: measures that are seldom asked for; None where there are none.
    """

    id: str
    steps: tuple[tuple[str, Expression], ...]
    rows: tuple[Row, ...]
    needed: tuple[Expression, ...]
    measures: Measures = ()
    flags: tuple[Flag, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    parts: "tuple[Judged, ...]" = ()
    later: Later | None = field(default=None, compare=False, repr=False)

    def fact(self, name: str) -> Fact | None:
        """A fact by its name."""
        return next((value for own, value in self.facts if own == name), None)


@dataclass(frozen=True, slots=True)
class KnownBreak:
    """A break that the spec declares; `area` None means everywhere."""

    indicator: str
    period: Period
    area: str | None


@dataclass(frozen=True, slots=True)
class Program:
    """A spec as of a period: its targets, and the breaks that it declares."""

    as_of: Period
    targets: tuple[Judged, ...]
    breaks: tuple[KnownBreak, ...] = ()


def children(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that one is made of."""
    found = _CHILDREN.get(type(expression))
    return () if found is None else found(expression)


def _signed(expression: Add | Multiply) -> tuple[Expression, ...]:
    parts = expression.terms if isinstance(expression, Add) else expression.factors
    return tuple(part for _, part in parts)


# By type, since every expression is asked many times on its way to an engine.
_CHILDREN: Mapping[type, Callable[[Any], tuple[Expression, ...]]] = {
    Add: _signed,
    Multiply: _signed,
    **dict.fromkeys((And, Or, Coalesce), attrgetter("operands")),
    Fold: attrgetter("items"),
    **dict.fromkeys(
        (Absolute, SquareRoot, Floor, Not, IsMissing), lambda expression: (expression.operand,)
    ),
    AtMost: attrgetter("left", "right"),
    Power: attrgetter("base", "exponent"),
    If: attrgetter("condition", "then", "otherwise"),
}


def with_children(expression: Expression, parts: tuple[Expression, ...]) -> Expression:
    """An expression of the same kind, made of other parts."""
    match expression:
        case Add(terms):
            signs = (sign for sign, _ in terms)
            return Add(tuple(zip(signs, parts, strict=True)))
        case Multiply(factors):
            signs = (sign for sign, _ in factors)
            return Multiply(tuple(zip(signs, parts, strict=True)))
        case Fold():
            return replace(expression, items=parts)
        case And() | Or() | Coalesce():
            return replace(expression, operands=parts)
        case AtMost():
            return replace(expression, left=parts[0], right=parts[1])
        case Power():
            return Power(parts[0], parts[1])
        case If():
            return If(parts[0], parts[1], parts[2])
        case Cell() | Constant() | Step():
            return expression
        case _:
            return replace(expression, operand=parts[0])


def cells(*expressions: Expression) -> Iterator[Cell]:
    """The cells that expressions look up, in the order written; a cell may come again.

    What several expressions share is gone through once.
    """
    waiting, seen = list(reversed(expressions)), set[int]()
    while waiting:
        current = waiting.pop()
        if isinstance(current, Cell):
            yield current
        elif id(current) not in seen:
            seen.add(id(current))
            waiting.extend(reversed(children(current)))


def equal(left: Expression, right: Expression) -> Expression:
    """Whether two numbers are equal, within the tolerance of comparisons."""
    return And((AtMost(left, right), AtMost(right, left)))


def below(left: Expression, right: Expression) -> Expression:
    """Whether one number is clearly below another."""
    return Not(AtMost(right, left))

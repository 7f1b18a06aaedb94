"""Checked expressions: what a number is made of, with every name found.

A term says nothing of when and where: it is read at a period and in an area, which `At` and
`InArea` fix, `Shift` and windows move, and `Baseline` moves to the agreed start.
"""

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span

if TYPE_CHECKING:
    from tryghed_dsl.check.conditions import Condition


@dataclass(frozen=True, slots=True)
class Constant:
    """A number that the spec writes."""

    value: float


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's figure."""

    indicator: str


@dataclass(frozen=True, slots=True)
class OpenRef:
    """A name in a file that declares nothing: an indicator, or an area of the subject.

    The figures decide: an indicator of that name in the judged area, else an area.
    """

    name: str
    subject: "Term"
    span: Span = field(compare=False, repr=False)


# ------------------------------------------------------------------ when and where


@dataclass(frozen=True, slots=True)
class At:
    """A term at a fixed period, read from figures."""

    operand: "Term"
    period: Period


@dataclass(frozen=True, slots=True)
class Shift:
    """A term so many of its own periods later; earlier where `steps` is below zero."""

    operand: "Term"
    steps: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """A term at its baseline period, agreed values first."""

    operand: "Term"
    period: Period


@dataclass(frozen=True, slots=True)
class InArea:
    """A term in a fixed area."""

    operand: "Term"
    area: str


@dataclass(frozen=True, slots=True)
class InParent:
    """A term in an area above the one that is read.

    Attributes:
        level: the list that the area above is a member of; None for the next one up.
    """

    operand: "Term"
    level: str | None = None


# ------------------------------------------------------------------ arithmetic


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added (`+`) and taken away (`-`), in the order written."""

    terms: tuple[tuple[str, "Term"], ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Factors multiplied (`*`) and divided by (`/`), in the order written."""

    factors: tuple[tuple[str, "Term"], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`if C then a else b`."""

    condition: "Condition"
    then: "Term"
    otherwise: "Term"


# ------------------------------------------------------------------ many made one


class Aggregation(StrEnum):
    """What is made of many values; `best` and `worst` are min or max by the direction."""

    SUM = "sum"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    MEDIAN = "median"
    QUANTILE = "quantile"


@dataclass(frozen=True, slots=True)
class Least:
    """How many must be known: a number, or a share (0–1) of all."""

    amount: float
    share: bool = False


@dataclass(frozen=True, slots=True)
class How:
    """How many values are made one.

    Attributes:
        least: how many must be known; None means all.
        share: for a quantile, the share of the values up to it, 0–1.
    """

    kind: Aggregation
    least: Least | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """One value made of several terms: `mean(a, b, c)`."""

    how: How
    terms: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Last:
    """The last so many periods of a length, the one read included: `3 years`."""

    count: int
    length: Length


@dataclass(frozen=True, slots=True)
class Between:
    """Fixed periods; `last` None is the period read: `2014..2018`, `2024..now`."""

    first: Period
    last: Period | None


@dataclass(frozen=True, slots=True)
class Within:
    """The indicator's own periods within the year (or other period) read: `year`."""

    length: Length


Window = Last | Between | Within


@dataclass(frozen=True, slots=True)
class OverTime:
    """One value made of a term at many periods: `mean(x, 3 years)`."""

    how: How
    operand: "Term"
    window: Window


@dataclass(frozen=True, slots=True)
class Trend:
    """The mean yearly change of a term over the last years, or over fixed periods."""

    operand: "Term"
    window: Window


@dataclass(frozen=True, slots=True)
class OverAreas:
    """One value made of a term in the areas of a list: `mean(x over districts)`."""

    how: How
    operand: "Term"
    areas: str


@dataclass(frozen=True, slots=True)
class Rank:
    """One more than the members of a list that are strictly better than the area read."""

    operand: "Term"
    areas: str
    direction: Direction
    least: Least | None = None


@dataclass(frozen=True, slots=True)
class CountAreas:
    """In how many areas of a list a condition holds."""

    areas: str
    condition: "Condition"
    least: Least | None = None


@dataclass(frozen=True, slots=True)
class CountPeriods:
    """In how many periods of a window a condition holds; `each` is their length."""

    each: Length
    window: Window
    condition: "Condition"
    least: Least | None = None


@dataclass(frozen=True, slots=True)
class Normal:
    """An end of the band of natural variation of a term over fixed periods (XmR limits)."""

    operand: "Term"
    window: Between
    upper: bool
    count: bool


Term = (
    Constant
    | Figure
    | OpenRef
    | At
    | Shift
    | Baseline
    | InArea
    | InParent
    | Sum
    | Product
    | Choice
    | Several
    | OverTime
    | Trend
    | OverAreas
    | Rank
    | CountAreas
    | CountPeriods
    | Normal
)

_ONE_OPERAND = (
    At | Shift | Baseline | InArea | InParent | OverTime | Trend | OverAreas | Rank | Normal
)


def children(term: Term) -> tuple[Term, ...]:
    """The terms that a term is made of; conditions in it are not followed."""
    match term:
        case Sum(parts) | Product(parts):
            return tuple(part for _, part in parts)
        case Several(_, terms):
            return terms
        case Choice(_, then, otherwise):
            return (then, otherwise)
        case OpenRef(_, subject):
            return (subject,)
        case _:
            return (term.operand,) if isinstance(term, _ONE_OPERAND) else ()


def conditions(term: Term) -> tuple["Condition", ...]:
    """The conditions that stand in a term itself."""
    match term:
        case Choice(condition) | CountAreas(_, condition) | CountPeriods(_, _, condition):
            return (condition,)
        case _:
            return ()


def indicators(term: Term) -> list[str]:
    """The indicators that a term names, in the order written, none twice."""
    waiting, found = [term], dict[str, None]()
    while waiting:
        current = waiting.pop()
        if isinstance(current, Figure):
            found[current.indicator] = None
        waiting.extend(reversed(children(current)))
    return list(found)

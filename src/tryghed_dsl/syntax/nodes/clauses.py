"""Clauses, of targets, goals, indicators and sources."""

from enum import StrEnum

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.nodes.base import Name, Node, Range, Text, When
from tryghed_dsl.syntax.nodes.conditions import Condition
from tryghed_dsl.syntax.nodes.expressions import Duration, Expression, Number


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A clause of one word: `percent`, `flow`, `yearly`."""

    word: Name


@dataclass(frozen=True, slots=True)
class Per(Node):
    """`per 1000`."""

    number: Number


@dataclass(frozen=True, slots=True)
class From(Node):
    """`from survey`."""

    source: Name


@dataclass(frozen=True, slots=True)
class Better(Node):
    """`lower is better`."""

    lower: bool


@dataclass(frozen=True, slots=True)
class Stated(Node):
    """`baseline 2015 = 48 in amager`."""

    when: When
    value: "Signed"
    area: Name | None


@dataclass(frozen=True, slots=True)
class Signed(Node):
    """A number that may be below zero."""

    digits: str

    @property
    def value(self) -> float:
        """The number itself."""
        return float(self.digits)


@dataclass(frozen=True, slots=True)
class Published(Node):
    """`published spring`."""

    season: Name


@dataclass(frozen=True, slots=True)
class Partly(Node):
    """`partly`."""


@dataclass(frozen=True, slots=True)
class Cite(Node):
    """`cite "2, nr. 1" quote "…"`."""

    clause: Text
    quote: Text | None = None


@dataclass(frozen=True, slots=True)
class Quote(Node):
    """`quote "…"`."""

    words: Text


@dataclass(frozen=True, slots=True)
class Because(Node):
    """`because "…"`."""

    words: Text


class ThresholdKind(StrEnum):
    """The kinds of threshold a target can set."""

    WITHIN = "warn within"
    ABOVE = "warn above"
    BELOW = "warn below"
    WARN_FROM = "warn from"
    PASS_FROM = "pass from"  # noqa: S105 -- words of the language, no secret


@dataclass(frozen=True, slots=True)
class Threshold(Node):
    """`warn within 5%`, `warn above 45`, `pass from 95%`."""

    kind: ThresholdKind
    value: Expression


@dataclass(frozen=True, slots=True)
class Valid(Node):
    """`valid 2017..2020`, of an agreement, a target or a condition."""

    periods: Range


@dataclass(frozen=True, slots=True)
class Applies(Node):
    """`when C`: where C does not hold the target is not judged."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class LatestWithin(Node):
    """`latest within 1 year`."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class Judge(Node):
    """`judge=projection(5 years)`, of a limit."""

    how: Expression


@dataclass(frozen=True, slots=True)
class Confidence(Node):
    """`confidence 95%`, of an agreement, a goal or a target."""

    level: Number


@dataclass(frozen=True, slots=True)
class Precision(Node):
    """`precision 1`: figures are rounded to one decimal."""

    decimals: Number


@dataclass(frozen=True, slots=True)
class Design(Node):
    """`design 1.5`: the design effect of a weighted survey."""

    effect: Number


@dataclass(frozen=True, slots=True)
class Each(Node):
    """`every month`, `every school year`: how often a source has figures."""

    words: tuple[Name, ...]


Clause = (
    Word
    | Per
    | From
    | Better
    | Stated
    | Published
    | Partly
    | Cite
    | Quote
    | Because
    | Threshold
    | Valid
    | Applies
    | LatestWithin
    | Judge
    | Confidence
    | Precision
    | Design
    | Each
)

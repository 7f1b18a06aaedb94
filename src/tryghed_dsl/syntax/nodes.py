"""The syntax tree: what was written, with its places, and no meaning yet.

Places do not count when nodes are compared: two texts that say the same give equal trees.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.text.source import Span

# The year of a period that was none, and that the scanner has told of already.
TOLD = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything that was written somewhere."""

    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name, without its backticks."""

    text: str


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Words in quotes, without them."""

    text: str


@dataclass(frozen=True, slots=True)
class When(Node):
    """A period."""

    period: Period


@dataclass(frozen=True, slots=True)
class Range(Node):
    """A range of periods."""

    periods: PeriodRange


# ------------------------------------------------------------------ expressions


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


# ------------------------------------------------------------------ conditions


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


# ------------------------------------------------------------------ clauses


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


Clause = (
    Word | Per | From | Better | Stated | Published | Partly | Cite | Quote | Because | Threshold
)


# ------------------------------------------------------------------ statements


@dataclass(frozen=True, slots=True)
class Language(Node):
    """`language 1`."""

    number: Number


@dataclass(frozen=True, slots=True)
class Document(Node):
    """`document "agreement.txt"`."""

    path: Text


@dataclass(frozen=True, slots=True)
class Valid(Node):
    """`valid 2017..2020`."""

    periods: Range


@dataclass(frozen=True, slots=True)
class AgreementArea(Node):
    """`area amager`, in an agreement."""

    area: Name


@dataclass(frozen=True, slots=True)
class AgreementBaseline(Node):
    """`baseline 2016`, in an agreement."""

    when: When


AgreementLine = Document | Valid | AgreementArea | AgreementBaseline


@dataclass(frozen=True, slots=True)
class Agreement(Node):
    """`agreement "…" { … }`."""

    title: Text
    lines: tuple[AgreementLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Area(Node):
    """`area amager "…" in kbh = a + b`."""

    name: Name
    title: Text | None
    parent: Name | None
    parts: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class SourceOfFigures(Node):
    """`source survey "…", yearly`."""

    name: Name
    title: Text | None
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator(Node):
    """`indicator utryg "…" = formula, percent`."""

    name: Name
    title: Text | None
    formula: Expression | None
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class SameIndicator(Node):
    """`same indicator in kbh`."""

    area: Name


@dataclass(frozen=True, slots=True)
class Benchmark(Node):
    """`benchmark kbh_avg "…" = same indicator in kbh`."""

    name: Name
    title: Text | None
    value: SameIndicator | Expression


@dataclass(frozen=True, slots=True)
class SeriesBreak(Node):
    """`break 2021 in utryg for amager because "…"`."""

    when: When
    indicators: tuple[Name, ...]
    area: Name | None
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Target(Node):
    """`label: condition, clauses`."""

    label: Name | None
    condition: Condition
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Monitor(Node):
    """`monitor a, b because "…"`."""

    indicators: tuple[Name, ...]
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal(Node):
    """`goal tryghed "…" { … }`."""

    name: Name
    title: Text | None
    clauses: tuple[Clause, ...] = ()
    targets: tuple[Target | Monitor, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure(Node):
    """`utryg in kbh [2018]`, in a test."""

    indicator: Name
    area: Name | None
    when: When


@dataclass(frozen=True, slots=True)
class Given(Node):
    """`given figure = 9`, or `missing` where the value is None."""

    figure: Figure
    value: Signed | None


@dataclass(frozen=True, slots=True)
class AsOf(Node):
    """`as of 2018`."""

    when: When


@dataclass(frozen=True, slots=True)
class Expect(Node):
    """`expect utryg fail unchanged`."""

    name: Name
    verdict: Name
    reason: Name | None


TestLine = Given | AsOf | Expect


@dataclass(frozen=True, slots=True)
class Test(Node):
    """`test "…" { … }`; `damaged` where a line of it could not be read."""

    title: Text
    lines: tuple[TestLine, ...] = ()
    damaged: bool = field(default=False, compare=False)


Statement = (
    Language
    | Agreement
    | Area
    | SourceOfFigures
    | Indicator
    | Benchmark
    | SeriesBreak
    | Goal
    | Test
    | Target
    | Monitor
)


@dataclass(frozen=True, slots=True)
class File(Node):
    """A whole file.

    Attributes:
        damaged: the names that lines which could not be read would have declared.
        whole: whether every line could be read.
    """

    statements: tuple[Statement, ...]
    damaged: frozenset[str] = field(default=frozenset(), compare=False)
    whole: bool = field(default=True, compare=False)

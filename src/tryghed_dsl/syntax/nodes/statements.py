"""Statements, and a whole file of them."""

from dataclasses import dataclass, field

from tryghed_dsl.syntax.nodes.base import Name, Node, Range, Text, When
from tryghed_dsl.syntax.nodes.clauses import Because, Clause, Signed
from tryghed_dsl.syntax.nodes.conditions import Condition
from tryghed_dsl.syntax.nodes.expressions import Expression, Number


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

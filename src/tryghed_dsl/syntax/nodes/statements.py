"""Statements, and a whole file of them."""

from collections.abc import Iterable
from dataclasses import field

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.nodes.base import Name, Node, Range, Text, When
from tryghed_dsl.syntax.nodes.clauses import Because, Clause, Confidence, Signed, Valid
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
class AgreementArea(Node):
    """`area amager`, in an agreement."""

    area: Name


@dataclass(frozen=True, slots=True)
class AgreementBaseline(Node):
    """`baseline 2016`, `baseline 1994..1998`, in an agreement."""

    when: When | Range


AgreementLine = Document | Valid | AgreementArea | AgreementBaseline | Confidence


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
class AreaList(Node):
    """`areas districts "…" = a, b`, `areas districts = in kbh`, `areas low = districts where C`.

    Attributes:
        members: the areas and lists named; none where `within` stands.
        within: the area whose children make the list.
        where: the condition that picks among them.
    """

    name: Name
    title: Text | None
    members: tuple[Name, ...]
    within: Name | None = None
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class IndicatorList(Node):
    """`indicators vaccines "…" = mfr, dtp`."""

    name: Name
    title: Text | None
    members: tuple[Name, ...]


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
class OverAreas(Node):
    """`mean over districts`, as a benchmark: of the indicator that is held against it."""

    function: Name
    areas: Name


@dataclass(frozen=True, slots=True)
class Benchmark(Node):
    """`benchmark kbh_avg "…" = same indicator in kbh`."""

    name: Name
    title: Text | None
    value: SameIndicator | OverAreas | Expression


@dataclass(frozen=True, slots=True)
class Let(Node):
    """`let most "…" = 5`."""

    name: Name
    title: Text | None
    value: Expression


@dataclass(frozen=True, slots=True)
class NamedCondition(Node):
    """`condition exposed(work, school) "…" = at least 2 of { … }`."""

    name: Name
    parameters: tuple[Name, ...]
    title: Text | None
    condition: Condition
    clauses: tuple[Clause, ...] = ()


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
class ForEach(Node):
    """`for each area in districts { … }`, `for each month { … }`.

    Attributes:
        each: `area`, `indicator`, or the length of a period.
        within: the list; None for periods.
    """

    each: Name
    within: Name | None
    targets: "tuple[Target | Monitor | ForEach, ...]" = ()


@dataclass(frozen=True, slots=True)
class Goal(Node):
    """`goal tryghed "…" { … }`."""

    name: Name
    title: Text | None
    clauses: tuple[Clause, ...] = ()
    targets: tuple[Target | Monitor | ForEach, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure(Node):
    """`utryg in kbh [2018]`, in a test."""

    indicator: Name
    area: Name | None
    when: When


@dataclass(frozen=True, slots=True)
class Given(Node):
    """`given figure = 9 (n 5000)`, or `missing` where the value is None."""

    figure: Figure
    value: Signed | None
    n: Number | None = None


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


@dataclass(frozen=True, slots=True)
class Effective(Node):
    """`effective 2019`."""

    when: When


@dataclass(frozen=True, slots=True)
class Revises(Node):
    """`revises "amager-2017.tryghed" { effective 2019; because "…" }`."""

    path: Text
    lines: tuple[Effective | Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Replace(Node):
    """`replace indbrud: indbrud <= 45`, `replace indicator indbrud "…", count`."""

    statement: Target | Indicator


@dataclass(frozen=True, slots=True)
class Retire(Node):
    """`retire chikane, because "…"`."""

    targets: tuple[Name, ...]
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Use(Node):
    """`use "common.tryghed"`."""

    path: Text


Statement = (
    Language
    | Revises
    | Use
    | Agreement
    | Area
    | AreaList
    | SourceOfFigures
    | Indicator
    | IndicatorList
    | Benchmark
    | Let
    | NamedCondition
    | SeriesBreak
    | Goal
    | ForEach
    | Test
    | Target
    | Monitor
    | Replace
    | Retire
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """The names in lines that could not be read.

    Attributes:
        declared: those that would have been declared.
        promised: those that something would have been promised of.
    """

    declared: frozenset[str] = frozenset()
    promised: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """All of them."""
        return self.declared | self.promised

    @classmethod
    def together(cls, several: Iterable["Damaged"]) -> "Damaged":
        """Those of several files, or parts of one."""
        each = list(several)
        return cls(
            frozenset[str]().union(*(one.declared for one in each)),
            frozenset[str]().union(*(one.promised for one in each)),
        )


@dataclass(frozen=True, slots=True)
class File(Node):
    """A whole file.

    Attributes:
        damaged: the names in lines that could not be read.
        whole: whether every line could be read.
    """

    statements: tuple[Statement, ...]
    damaged: Damaged = field(default=Damaged(), compare=False)
    whole: bool = field(default=True, compare=False)

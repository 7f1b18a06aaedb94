"""The checked spec: what was agreed, with every name found and every default filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tryghed_dsl.check.terms import Term
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import Direction, Kind, Unit
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.text.source import Source, Span

# The area of figures and verdicts where neither spec nor figures name one.
SOMEWHERE = "area"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed as a whole; parts that the spec leaves out are None."""

    title: str
    document: str | None = None
    valid: PeriodRange | None = None
    area: str | None = None
    baseline: Period | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A place; `parts` are the areas that it is the sum of."""

    id: str
    title: str | None = None
    parent: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceOfFigures:
    """Who makes figures, and when they come out."""

    id: str
    title: str | None
    every: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class StatedBaseline:
    """A value that the agreement itself states; `area` None means the agreement's own area."""

    period: Period
    value: float
    area: str | None
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that is counted or measured.

    Attributes:
        unit: None where the file does not declare the indicator.
        formula: what it is calculated from, where it is.
        declared: whether the spec declares it; in a file without declarations none is.
    """

    id: str
    title: str | None = None
    unit: Unit | None = None
    kind: Kind | None = None
    direction: Direction | None = None
    source: str | None = None
    stated: tuple[StatedBaseline, ...] = ()
    formula: Term | None = None
    declared: bool = True


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From `period` on the indicator is a new series; `area` None means everywhere."""

    indicator: str
    period: Period
    area: str | None
    because: str | None = None


class Operator(StrEnum):
    """How a subject is held against its limit."""

    AT_MOST = "<="
    BELOW = "<"
    AT_LEAST = ">="
    ABOVE = ">"
    EQUALS = "=="


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a limit may be missed and only warn: a number, or a share of the limit."""

    value: float
    relative: bool


@dataclass(frozen=True, slots=True)
class Warnings:
    """What a limit says of warnings."""

    within: Margin | None = None
    above: Term | None = None
    below: Term | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """The subject held against one limit."""

    operator: Operator
    limit: Term
    warnings: Warnings = field(default_factory=Warnings)


@dataclass(frozen=True, slots=True)
class Band:
    """The subject held between two limits, both met when touched."""

    low: Term
    high: Term
    warnings: Warnings = field(default_factory=Warnings)


class Measure(StrEnum):
    """How a gap is measured."""

    POINTS = "points"
    RATIO = "ratio"


class Judging(StrEnum):
    """How the years before the deadline are judged."""

    PATH = "path"
    END = "end"


@dataclass(frozen=True, slots=True)
class Approach:
    """The gap between the subject and a reference narrows.

    Attributes:
        by: the deadline.
        start: the stated start, or None where the figures decide.
        close: the share of the gap that must close, 0–1; None where no amount is stated.
        frozen: whether the reference is held as it was at the start.
        tolerance: a gap up to this counts as closed, in the gap's unit.
        pass_from: the ratio of way covered to way due that passes before the deadline.
        warn_from: the ratio that warns, where the spec states one.
    """

    ref: Term
    by: Period
    start: Period | None = None
    close: float | None = None
    measure: Measure = Measure.POINTS
    frozen: bool = False
    tolerance: float = 0.0
    judging: Judging = Judging.PATH
    pass_from: float = 0.95
    warn_from: float | None = None


@dataclass(frozen=True, slots=True)
class Monitored:
    """Watched, never judged."""


Rule = Limit | Band | Approach | Monitored


@dataclass(frozen=True, slots=True)
class Target:
    """One promise.

    Attributes:
        text: its wording in the spec, in canonical form.
        direction: which way is better for the subject, where that is declared.
        unit: the subject's unit.
    """

    id: str
    goal: str | None
    title: str
    text: str
    subject: Term
    rule: Rule
    unit: Unit | None
    direction: Direction | None
    cite: str | None = None
    quote: str | None = None
    because: str | None = None
    span: Span = field(compare=False, repr=False, kw_only=True)

    @property
    def judged(self) -> bool:
        """Whether it gets a verdict at all; monitored ones do not."""
        return not isinstance(self.rule, Monitored)


@dataclass(frozen=True, slots=True)
class Goal:
    """Targets under one heading; `partly` makes passes and fails together a warning."""

    id: str
    title: str | None
    partly: bool = False
    cite: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that a test of the spec gives, or withholds where the value is None."""

    indicator: str
    area: str | None
    period: Period
    value: float | None


@dataclass(frozen=True, slots=True)
class Expectation:
    """A verdict that a test expects of a target, a goal or the agreement."""

    name: str
    verdict: Verdict
    reason: Reason | None
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SpecTest:
    """A test of the spec: under these figures, these verdicts."""

    title: str
    givens: tuple[Given, ...]
    as_of: Period
    expectations: tuple[Expectation, ...]
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Spec:
    """A whole checked spec.

    Attributes:
        open: nothing is declared in the file, so that what is missing is assumed.
        findings: the warnings and notes that it was checked with.
    """

    source: Source = field(repr=False)
    agreement: Agreement | None
    areas: Mapping[str, Area]
    sources: Mapping[str, SourceOfFigures]
    indicators: Mapping[str, Indicator]
    breaks: tuple[SeriesBreak, ...]
    goals: tuple[Goal, ...]
    targets: tuple[Target, ...]
    tests: tuple[SpecTest, ...]
    open: bool
    findings: tuple[Finding, ...] = field(default=(), compare=False, repr=False)

    def target(self, name: str) -> Target | None:
        """The target of that id."""
        return next((target for target in self.targets if target.id == name), None)

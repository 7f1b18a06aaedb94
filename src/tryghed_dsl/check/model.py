"""The checked spec: what was agreed, with every name found and every default filled in."""

from collections.abc import Mapping
from dataclasses import field

from tryghed_dsl.check.conditions import Condition, Held
from tryghed_dsl.check.terms import Last, Term
from tryghed_dsl.domain.period import Length, Period, PeriodRange
from tryghed_dsl.domain.unit import Direction, Kind, Unit
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
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
    baseline: Period | PeriodRange | None = None
    confidence: float | None = None


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
    every: Length | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class StatedBaseline:
    """A value that the agreement itself states; `area` None means the agreement's own area.

    Attributes:
        restated: the period from which on a revision states it, for the series as it is then;
            None where it stands as first agreed, and belongs to the series of its own year.
    """

    period: Period
    value: float
    area: str | None
    restated: Period | None = field(default=None, kw_only=True)
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that is counted or measured.

    Attributes:
        unit: None where the file does not declare the indicator.
        formula: what it is calculated from, where it is.
        length: the length of its periods.
        precision: the decimals that its figures are rounded to; None leaves them as they are.
        design: the design effect of the survey, by which `n` is divided.
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
    length: Length = Length.YEAR
    precision: int | None = None
    design: float = 1.0
    declared: bool = True


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From `period` on the indicator is a new series; `area` None means everywhere."""

    indicator: str
    period: Period
    area: str | None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class AreaList:
    """Areas under one name.

    Attributes:
        members: every area that can be in it, none twice.
        where: the conditions that a member has to meet; with none, all are in it.
    """

    id: str
    title: str | None
    members: tuple[str, ...]
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Monitored:
    """Watched, never judged."""

    subject: Term
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of the year judged, counted from 1: `for each month`."""

    length: Length
    number: int


@dataclass(frozen=True, slots=True)
class Target:
    """One promise.

    Attributes:
        text: its wording in the spec, in canonical form.
        applies: what has to hold for it to be judged at all (`when`).
        valid: the periods in which it is judged; None means the agreement's.
        latest: how far back a figure may stand in for one that is missing.
        area: the area that it is judged in; None means the one that the spec is judged in.
        part: the part of the year that it is judged in; None means the period judged.
        retired: why it is no longer judged, empty where nothing is said; None while it is.
        unverified: whether its quote could not be held against the agreement's own text.
    """

    id: str
    goal: str | None
    title: str
    text: str
    promise: Condition | Monitored
    applies: Condition | None = None
    valid: PeriodRange | None = None
    latest: Last | None = None
    area: str | None = None
    part: Part | None = None
    cite: str | None = None
    quote: str | None = None
    because: str | None = None
    retired: str | None = None
    unverified: bool = False
    span: Span = field(compare=False, repr=False, kw_only=True)

    @property
    def judged(self) -> bool:
        """Whether it is judged at all; what is only watched, or is retired, is not."""
        return self.retired is None and not isinstance(self.promise, Monitored)

    @property
    def held(self) -> Held | None:
        """The subject under its rule; None for many together, and for what is only watched."""
        return self.promise if isinstance(self.promise, Held) else None

    @property
    def subject(self) -> Term | None:
        """What is judged or watched, where it is one thing."""
        match self.promise:
            case Held() | Monitored():
                return self.promise.subject
            case _:
                return None

    @property
    def unit(self) -> Unit | None:
        """The subject's unit, where it has one subject and that is known."""
        return self.promise.unit if isinstance(self.promise, Held | Monitored) else None

    @property
    def direction(self) -> Direction | None:
        """Which way is better for the subject, where that is declared."""
        return None if self.held is None else self.held.direction


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
    n: float | None = None


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
class Version:
    """The wording that holds from a period on.

    Attributes:
        effective: that period; None for the first wording.
        because: why it was revised, where that is said.
        restated: the indicators that it declares anew, each as it is written.
    """

    effective: Period | None
    spec: "Spec"
    because: str | None = None
    restated: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spec:
    """A whole checked spec, in its newest wording.

    Attributes:
        open: nothing is declared in the file, so that what is missing is assumed.
        findings: the warnings and notes that it was checked with.
        versions: all its wordings, the oldest first and this one last.
    """

    source: Source = field(repr=False)
    agreement: Agreement | None
    areas: Mapping[str, Area]
    lists: Mapping[str, AreaList]
    sources: Mapping[str, SourceOfFigures]
    indicators: Mapping[str, Indicator]
    breaks: tuple[SeriesBreak, ...]
    goals: tuple[Goal, ...]
    targets: tuple[Target, ...]
    tests: tuple[SpecTest, ...]
    open: bool
    findings: tuple[Finding, ...] = field(default=(), compare=False, repr=False)
    versions: tuple[Version, ...] = field(default=(), repr=False)

    def in_force(self, period: Period) -> "Spec":
        """The wording in force when a period starts."""
        begun = self.begun(period)
        return self if begun == len(self.versions) else self.versions[begun - 1].spec

    def begun(self, period: Period) -> int:
        """How many of its wordings have taken effect when a period starts."""
        return sum(
            version.effective is None or version.effective.starts <= period.starts
            for version in self.versions
        )

    def _repr_html_(self) -> str:
        """The targets as a table, for notebooks."""
        from tryghed_dsl.text.html_table import html_table  # noqa: PLC0415 -- only notebooks ask

        name = self.agreement.title if self.agreement else self.source.name
        rows = ((each.goal or "", each.id, each.title, each.text) for each in self.targets)
        return html_table(name, ("goal", "target", "title", "rule"), rows)

    def target(self, name: str) -> Target | None:
        """The target of that id."""
        return next((target for target in self.targets if target.id == name), None)

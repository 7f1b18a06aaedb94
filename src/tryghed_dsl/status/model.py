"""What a status report says, in words and numbers of one language; formats only lay it out."""

from dataclasses import field

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report
from tryghed_dsl.text.language import Language


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict and the word for it, which an organisation may have chosen itself."""

    verdict: Verdict
    word: str


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in a chart.

    Attributes:
        period: the period as it is written, in order of time among others.
        value: the figure; None where there is none, which leaves a gap.
        lower: the lower limit of what chance leaves of it; None where nothing is known.
        upper: likewise the upper limit.
    """

    period: str
    value: float | None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Points that are drawn as one line, under a name."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A small chart of one target.

    Attributes:
        title: what it shows, with the unit.
        unit: the unit as it stands on the axis; empty for plain numbers.
        periods: all periods, in order; what lies behind the judged one is still to come.
        own: the figures that are judged.
        held_against: what they are held against, year by year: a limit, or a comparison.
        path: the straight way from the start to the deadline, or the milestones on it.
        starts: the period of the baseline.
        deadline: the period of the deadline.
        breaks: the periods from which on the series is another.
        as_of: the period judged.
        mark: the verdict.
        alternative: all of it in words, for those who do not see it.
        language: of its words, and of the numbers on its axes.
    """

    title: str
    unit: str
    periods: tuple[str, ...]
    own: Line
    as_of: str
    mark: Mark
    alternative: str
    held_against: Line | None = None
    path: Line | None = None
    starts: str | None = None
    deadline: str | None = None
    breaks: tuple[str, ...] = ()
    language: Language = Language.DA


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a row as they were calculated with; None where there is none."""

    value: float | None
    limit: float | None
    difference: float | None
    since_last: float | None
    since_start: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A target's row in the table of its goal; a cell that says nothing is empty.

    Attributes:
        name: the target's id.
        title: what it is about.
        clause: the agreement's clause.
        value: the value, with its unit.
        target: what it is held against, in words.
        difference: how far the value is from it.
        since_last: the change since the period before.
        since_start: the change since the baseline.
        certainty: how sure the verdict is.
        numbers: the same for spreadsheets and programs.
        unit: the unit of the numbers; empty for plain ones.
    """

    name: str
    title: str
    clause: str
    mark: Mark
    value: str
    target: str
    difference: str
    since_last: str
    since_start: str
    certainty: str
    numbers: Numbers
    unit: str


@dataclass(frozen=True, slots=True)
class TargetPart:
    """What is said of one target: its row, a chart, and a paragraph.

    Attributes:
        wording: the target as the spec has it.
        quote: the agreement's own words, where the spec quotes them.
        sentences: the paragraph.
        chart: None where there is nothing to draw.
    """

    row: Row
    wording: str
    quote: str | None
    sentences: tuple[str, ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class GoalPart:
    """The targets of a goal; the title is empty for targets without one."""

    title: str
    mark: Mark | None
    targets: tuple[TargetPart, ...]


@dataclass(frozen=True, slots=True)
class Wanting:
    """A figure that kept targets from a verdict.

    Attributes:
        figure: which one, in words.
        ask: whom to ask for it.
        targets: the titles of the targets.
    """

    figure: str
    ask: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed in a target, or around targets, since the last report.

    Attributes:
        title: of what.
        kind: what happened to it, and what that does: "changed, stricter".
        old: the wording before; None where there was none.
        new: the wording now; None where there is none.
        because: the reason that the revision gives.
    """

    title: str
    kind: str
    old: str | None
    new: str | None
    because: str | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that the report rests on, with where it comes from."""

    title: str
    area: str
    period: str
    value: str
    flags: str
    origin: str


@dataclass(frozen=True, slots=True)
class Status:
    """A status report.

    Attributes:
        title: the report's own title.
        agreement: the agreement's.
        facts: what it is of: pairs of a heading and words.
        notice: what has to stand on every page, such as that figures are made up.
        mark: the verdict of the agreement.
        summary: that in a sentence or two.
        counts: how many targets have each verdict.
        goals: the targets by goal.
        watched: what was only monitored, each in a sentence.
        wanting: the figures that are missing.
        changes: what has changed in the targets since the last report.
        since: the period of the last report; None where nothing is compared.
        method: how it was judged, one paragraph each.
        sources: who makes the figures.
        figures: every figure used.
        introduction: the organisation's own words at the beginning.
        full: whether what it rests on is shown in full.
        report: the verdicts themselves.
    """

    language: Language
    title: str
    agreement: str
    as_of: str
    area: str
    facts: tuple[tuple[str, str], ...]
    mark: Mark
    summary: str
    counts: tuple[tuple[Mark, int], ...]
    goals: tuple[GoalPart, ...]
    watched: tuple[TargetPart, ...] = ()
    wanting: tuple[Wanting, ...] = ()
    changes: tuple[Change, ...] = ()
    since: str | None = None
    method: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    notice: str | None = None
    introduction: tuple[str, ...] = ()
    full: bool = False
    report: Report = field(kw_only=True, compare=False, repr=False)

    @property
    def targets(self) -> tuple[TargetPart, ...]:
        """Every target that can be judged, in the order of the goals."""
        return tuple(target for goal in self.goals for target in goal.targets)

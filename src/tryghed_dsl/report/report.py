"""A report: every target's verdict, with its reasons and evidence, computed when asked for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tryghed_dsl.check.model import Goal, Monitored, Spec, Version
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import BREAK
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.verdict import Verdict, of_goal, worst
from tryghed_dsl.engines import trail
from tryghed_dsl.engines.local import LOCAL, Run
from tryghed_dsl.engines.target import LATER
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.condition import Asked, ConditionReport
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.report.chance import Method
    from tryghed_dsl.report.model import ReportModel


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure that a verdict rests on.

    Attributes:
        value: the figure, in the indicator's unit; None where it is suppressed.
        n: how many answered, for a share from a survey.
        lower: the lower limit of its interval, where the data gives one.
        upper: likewise the upper limit.
        row: the row in its file, counted from 1 with the header; for an agreed value the line
            of the spec.
        cell: the cell's address, such as `D14`, where the file is a sheet of cells.
        agreed: whether the agreement states the value.
        origin: where the file says that it comes from.
    """

    indicator: str
    area: str
    period: str
    value: float | None
    n: float | None = None
    lower: float | None = None
    upper: float | None = None
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    flags: tuple[str, ...] = ()
    agreed: bool = False
    origin: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A gap at the start and now, by one way of measuring it; None where it cannot be told."""

    start: float | None
    now: float | None


class TargetReport(ConditionReport):
    """What is to be said of one target.

    Attributes:
        id: the target's id.
        target: the target as the spec has it.
    """

    def __init__(self, spec: Spec, setting: Setting, run: Run, index: int) -> None:
        # What the class above does and no more, without its call: a judge makes all of these
        # each time that it is asked, and most who ask want a verdict and two numbers.
        self.spec = spec
        self.setting = setting
        self._run = run
        self._index = index
        self.target = target = spec.targets[index]
        self.id = target.id
        outcome, value, limit = run.judged[index]
        self.verdict = outcome.verdict
        self.reason = outcome.reason
        if value is not LATER:
            self.value = value
        if limit is not LATER:
            self.limit = limit

    @cached_property
    def _asked(self) -> Asked:
        promise = self.target.promise
        return Asked(None if isinstance(promise, Monitored) else promise)

    @property
    def text(self) -> str:
        """The wording in the spec, in canonical form."""
        return self.target.text

    @property
    def area(self) -> str:
        """The area that it is judged in."""
        return self.target.area or self.setting.area

    @cached_property
    def applies(self) -> ConditionReport | None:
        """What has to hold for it to be judged at all (`when`)."""
        from tryghed_dsl.report.applying import asked_first  # noqa: PLC0415 -- seldom asked for

        part = asked_first(self.target, self.spec, self.setting)
        if part is None:
            return None
        return self._of(Asked(self.target.applies, part))

    @property
    def method(self) -> "Method | None":
        """How the limits of the value were found; None where it has none."""
        from tryghed_dsl.report.applying import frame_at  # noqa: PLC0415 -- seldom asked for
        from tryghed_dsl.report.chance import method_of  # noqa: PLC0415 -- the same

        frame = frame_at(self.target, self.spec, self.setting)
        if self.target.held is None or self.lower is None or frame is None:
            return None
        return method_of(self.target.held, frame, self._run, self._index)

    @property
    def unit(self) -> str | None:
        """The subject's unit, or None where it is not known."""
        return None if self.target.unit is None else str(self.target.unit)

    @cached_property
    def readings(self) -> Mapping[str, Reading] | None:
        """For an approach, the gap in points, against a frozen reference, and as a ratio."""
        if self.measure("gap_points") is None:
            return None
        pairs = {
            "points": ("gap_points_start", "gap_points"),
            "frozen": ("gap_points_start", "gap_frozen"),
            "ratio": ("gap_ratio_start", "gap_ratio"),
        }
        return {
            name: Reading(self._number(start), self._number(now))
            for name, (start, now) in pairs.items()
        }

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """What is to be said of the verdict besides: its own flags, and those of its figures.

        A pending verdict rests on no figures, and has none.
        """
        if self.verdict is Verdict.PENDING:
            return ()
        own = [
            flag.name for flag in self.judged.flags if self._run.holds(self._index, flag.condition)
        ]
        given = [flag for figure in self.evidence for flag in figure.flags if flag != BREAK]
        return tuple(dict.fromkeys([*own, *given]))

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every figure that the verdict rests on."""
        return tuple(self._evidence(figure) for figure in trail.used(self._run, self._index))

    def _evidence(self, figure: trail.Used) -> Evidence:
        if figure.observation is None:
            agreed = figure.agreed
            assert agreed is not None  # noqa: S101 -- a figure is one or the other
            area = (self.spec.agreement and self.spec.agreement.area) or self.setting.area
            file, line = agreed.file, agreed.line
            value = figure.value or 0.0
            period = str(agreed.period)
            return Evidence(agreed.indicator, area, period, value, file=file, row=line, agreed=True)
        seen = figure.observation
        key, origin = seen.key, seen.origin
        return Evidence(
            key.indicator,
            key.area,
            str(key.period),
            seen.value if seen.most is None else None,
            seen.n,
            seen.lower,
            seen.upper,
            origin.file,
            origin.sheet,
            origin.row,
            seen.flags,
            origin=origin.note,
            cell=origin.cell,
        )


class GoalReport:
    """What is to be said of one goal."""

    def __init__(self, goal: Goal, targets: list[TargetReport]) -> None:
        self.goal = goal
        self.targets = targets

    @property
    def verdict(self) -> Verdict:
        """The verdict of the goal's targets together."""
        return of_goal((target.verdict for target in self.targets), partly=self.goal.partly)


class Report:
    """The verdicts of a spec on some figures.

    Look a target up by its id: `report["indbrud"].verdict`. A name that no target has raises
    `KeyError`.

    Attributes:
        spec: the spec, in the wording that was in force.
        setting: when and where it was judged.
        version: since when that wording is in force, and why; None where that is not known.
    """

    def __init__(
        self,
        spec: Spec,
        setting: Setting,
        run: Run,
        findings: tuple[Finding, ...] | Callable[[], tuple[Finding, ...]] = (),
        version: Version | None = None,
    ) -> None:
        self.spec = spec
        self.setting = setting
        self._findings = findings
        self.version = version
        self._run = run
        self._targets: list[TargetReport] = []

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the spec and its figures."""
        return self._findings() if callable(self._findings) else self._findings

    @property
    def as_of(self) -> Period:
        """The period judged."""
        return self.setting.as_of

    @property
    def area(self) -> str:
        """The area judged."""
        return self.setting.area

    @property
    def engine(self) -> str:
        """The engine that ran: a whole report is always made in memory."""
        return LOCAL

    @property
    def targets(self) -> list[TargetReport]:
        """Every target, in the order of the spec."""
        if not self._targets:
            spec, setting, run = self.spec, self.setting, self._run
            places = range(len(spec.targets))
            self._targets = [TargetReport(spec, setting, run, place) for place in places]
        return self._targets

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {target.id: index for index, target in enumerate(self.spec.targets)}

    def __getitem__(self, target_id: str) -> TargetReport:
        return self.targets[self._by_id[target_id]]

    def __iter__(self) -> Iterator[TargetReport]:
        return iter(self.targets)

    @cached_property
    def goals(self) -> list[GoalReport]:
        """Every goal, in the order of the spec."""
        return [
            GoalReport(goal, [target for target in self.targets if target.target.goal == goal.id])
            for goal in self.spec.goals
        ]

    def goal(self, goal_id: str) -> GoalReport | None:
        """The goal of that id."""
        return next((goal for goal in self.goals if goal.goal.id == goal_id), None)

    @property
    def verdict(self) -> Verdict:
        """The verdict of the agreement: the worst of its targets."""
        return worst(target.verdict for target in self.targets)

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many targets have each verdict."""
        counted = Counter(target.verdict for target in self.targets)
        return {verdict: counted.get(verdict, 0) for verdict in Verdict}

    def _repr_html_(self) -> str:
        """The verdicts as a table, for notebooks."""
        from tryghed_dsl.text.html_table import html_table  # noqa: PLC0415 -- only notebooks ask

        name = self.spec.agreement.title if self.spec.agreement else self.spec.source.name
        rows = ((each.id, each.target.title, each.verdict.value, each.sentence()) for each in self)
        caption = f"{name} · as of {self.as_of}: {self.verdict.value}"
        return html_table(caption, ("target", "title", "verdict", "why"), rows)

    def model(self, language: Language | str = Language.EN) -> "ReportModel":
        """The report as plain data in the form of the published schema."""
        from tryghed_dsl.report.model import model_of  # noqa: PLC0415 -- pydantic is slow to load

        return model_of(self, Language(language))

    def model_dump_json(self, *, indent: int | None = None, language: str = "en") -> str:
        """The report as JSON in the form of the published schema."""
        return self.model(language).model_dump_json(indent=indent, by_alias=True)

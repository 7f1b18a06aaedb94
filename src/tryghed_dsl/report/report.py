"""A report: every target's verdict, with its reasons and evidence, computed when asked for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tryghed_dsl.check.model import Goal, Spec
from tryghed_dsl.core.program import Aspect, Expression, Fact, Judged
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import BREAK
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.verdict import Reason, Verdict, of_goal, worst
from tryghed_dsl.engines import trail
from tryghed_dsl.engines.local import Run
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.report.sentences import sentence
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.report.model import ReportModel


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure that a verdict rests on.

    Attributes:
        value: the figure, in the indicator's unit.
        n: how many answered, for a share from a survey.
        row: the row in its file, counted from 1 with the header; for an agreed value the line
            of the spec.
        agreed: whether the agreement states the value.
        origin: where the file says that it comes from.
    """

    indicator: str
    area: str
    period: str
    value: float
    n: float | None = None
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    flags: tuple[str, ...] = ()
    agreed: bool = False
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that kept a target from a verdict.

    Attributes:
        why: `no-figure`, `series-break` or `no-denominator`.
        source: the source to ask for it, where the spec names one.
        broken: the period of the series break, for that reason.
    """

    indicator: str
    area: str
    period: str
    why: str
    source: str | None = None
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A gap at the start and now, by one way of measuring it; None where it cannot be told."""

    start: float | None
    now: float | None


class TargetReport:
    """What is to be said of one target.

    Attributes:
        id: the target's id.
        verdict: the verdict.
        reason: the reason for the verdict.
        value: the subject's value, in its unit; None where it is missing.
        target: the target as the spec has it.
        spec: the spec that it is of.
        setting: when and where it was judged.
    """

    def __init__(self, spec: Spec, setting: Setting, run: Run, index: int) -> None:
        target = spec.targets[index]
        outcome, self._numbers, self._places = run.judged[index]
        self.id = target.id
        self.verdict: Verdict = outcome.verdict
        self.reason: Reason = outcome.reason
        self.value: float | None = self._numbers[self._places["value"]]
        self.target = target
        self.spec = spec
        self.setting = setting
        self._run = run
        self._index = index

    @property
    def judged(self) -> Judged:
        """The target as the engine ran it."""
        return self._run.engine.program.targets[self._index]

    def measure(self, name: str) -> Any:
        """A measure by its name, such as `gap`; None where it is missing or does not apply."""
        return self._run.measure(self._index, name)

    def value_of(self, expression: Expression) -> Any:
        """The value of an expression of the target's own; None where it is missing."""
        return self._run.value(self._index, expression)

    def fact(self, name: str) -> Fact | None:
        """A fact of the rule by its name, such as `by`; None where it does not apply."""
        return self.judged.fact(name)

    @property
    def limit(self) -> float | None:
        """What the value was held against; of a band the nearer bound."""
        place = self._places.get("limit")
        if place is None:
            return self._number("limit")
        limit: float | None = self._numbers[place]
        return limit

    @property
    def difference(self) -> float | None:
        """The value less the limit."""
        return self._number("difference")

    @property
    def certain(self) -> None:
        """How sure the verdict is; not computed by this version."""
        return

    def _number(self, name: str) -> float | None:
        value: float | None = self.measure(name)
        return value

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
            flag.name for flag in self.judged.flags if self._run.value(self._index, flag.condition)
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
            seen.value,
            seen.n,
            origin.file,
            origin.sheet,
            origin.row,
            seen.flags,
            origin=origin.note,
        )

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The figures that kept the target from a verdict; empty where it has one."""
        if self.verdict is not Verdict.UNKNOWN:
            return ()
        return tuple(self._missing(figure) for figure in trail.absent(self._run, self._index))

    def _missing(self, absent: trail.Absent) -> Missing:
        indicator = self.spec.indicators.get(absent.indicator)
        why = "no-denominator" if absent.aspect is Aspect.DENOMINATOR else "no-figure"
        return Missing(
            absent.indicator,
            absent.area,
            str(absent.period),
            why if absent.broken is None else "series-break",
            indicator.source if indicator else None,
            None if absent.broken is None else str(absent.broken),
        )

    def sentence(self, language: Language | str = Language.EN) -> str:
        """The verdict's reason in one sentence, with its numbers."""
        return sentence(self, Language(language))


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
    """

    def __init__(
        self, spec: Spec, setting: Setting, run: Run, findings: tuple[Finding, ...] = ()
    ) -> None:
        self.spec = spec
        self.setting = setting
        self.findings = findings
        self._run = run

    @property
    def as_of(self) -> Period:
        """The period judged."""
        return self.setting.as_of

    @property
    def area(self) -> str:
        """The area judged."""
        return self.setting.area

    @cached_property
    def targets(self) -> list[TargetReport]:
        """Every target, in the order of the spec."""
        return [
            TargetReport(self.spec, self.setting, self._run, index)
            for index in range(len(self.spec.targets))
        ]

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

    def model(self, language: Language | str = Language.EN) -> "ReportModel":
        """The report as plain data in the form of the published schema."""
        from tryghed_dsl.report.model import model_of  # noqa: PLC0415 -- pydantic is slow to load

        return model_of(self, Language(language))

    def model_dump_json(self, *, indent: int | None = None, language: str = "en") -> str:
        """The report as JSON in the form of the published schema."""
        return self.model(language).model_dump_json(indent=indent, by_alias=True)

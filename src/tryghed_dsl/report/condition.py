"""What is to be said of one condition: its verdict, its numbers, its parts, what is missing."""

from functools import cached_property
from typing import Any

from tryghed_dsl.check.conditions import (
    Condition,
    EveryArea,
    EveryPeriod,
    Not,
    Several,
    Valid,
)
from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.program import Aspect, Cell, Expression, Fact, Judged, Step
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import Unit
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.engines import trail
from tryghed_dsl.engines.local import Run
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.p_value import p_value
from tryghed_dsl.report.sentences import sentence
from tryghed_dsl.text.language import Language


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that kept a target from a verdict.

    Attributes:
        why: `no-figure`, `incomplete`, `series-break` or `no-denominator`.
        source: the source to ask for it, where the spec names one.
        broken: the period of the series break, for that reason.
        parts: how many of its parts there are, of how many, for one that is incomplete.
    """

    indicator: str
    area: str
    period: str
    why: str
    source: str | None = None
    broken: str | None = None
    parts: tuple[int, int, Length] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is of, besides the target that it belongs to.

    Attributes:
        condition: the condition as it was checked; None for what is only watched.
        part: how the engine ran it, where it is not the target's whole promise.
        is_place: whether it is an area or period that a condition was asked of.
    """

    condition: Condition | None = None
    part: Judged | None = None
    is_place: bool = False


class ConditionReport:
    """What is to be said of one condition: a target's whole promise, or a part of it.

    Attributes:
        verdict: the verdict.
        reason: the reason for the verdict.
        spec: the spec that it is of.
        setting: when and where it was judged.
    """

    def __init__(
        self, spec: Spec, setting: Setting, run: Run, index: int, asked: Asked | None = None
    ) -> None:
        self.spec = spec
        self.setting = setting
        self._run = run
        self._index = index
        self._given = asked
        if asked is None or asked.part is None:
            outcome: Outcome = run.judged[index][0]
        else:
            outcome = run.decided(index, asked.part.rows)
        self.verdict: Verdict = outcome.verdict
        self.reason: Reason = outcome.reason

    @cached_property
    def _asked(self) -> Asked:
        """What it is of; a target's whole promise where nothing else was given."""
        return self._given or Asked()

    @property
    def is_place(self) -> bool:
        """Whether it is an area or period that another condition was asked of."""
        return self._asked.is_place

    @property
    def _part(self) -> Judged | None:
        return self._asked.part

    @property
    def judged(self) -> Judged:
        """The condition as the engine ran it."""
        return self._part or self._run.engine.program.targets[self._index]

    @cached_property
    def _without_not(self) -> tuple[Condition | None, bool]:
        return _without_not(self._asked.condition)

    @property
    def condition(self) -> Condition | None:
        """The condition as it was checked, without the `not` before it; None if only watched."""
        return self._without_not[0]

    @property
    def negated(self) -> bool:
        """Whether it is not to hold."""
        return self._without_not[1]

    @property
    def called(self) -> str | None:
        """What the spec calls the condition, without the `not` before it; None for no name."""
        return _called(self._asked.condition)

    @property
    def text(self) -> str:
        """The wording; of a part that is an area or period its name."""
        if self.is_place or self._asked.condition is None:
            return self.judged.id
        from tryghed_dsl.report.written import written  # noqa: PLC0415 -- few are asked

        return written(self._asked.condition)

    @property
    def applies(self) -> "ConditionReport | None":
        """What has to hold for it to be judged at all; None where nothing has to."""
        return None

    @cached_property
    def value(self) -> float | None:
        """The subject's value, in its unit; None where it is missing or there is no one subject."""
        return self._number("value")

    @property
    def ends(self) -> tuple[float, float] | None:
        """The least and the most that a value can be that is not quite known."""
        least, most = self._number("value_low"), self._number("value_high")
        if least is not None and most is not None:
            return least, most
        subject = self.expression("value")
        return self._run.reader.ends(subject) if isinstance(subject, Cell) else None

    @property
    def unit_of_value(self) -> Unit | None:
        """The subject's unit, or None where it is not known."""
        unit = self.fact("unit")
        return unit if isinstance(unit, Unit) else None

    def measure(self, name: str) -> Any:
        """A measure by its name, such as `gap`; None where it is missing or does not apply."""
        if self._part is None:
            return self._run.measure(self._index, name)
        expression = dict(self._part.measures).get(name)
        return None if expression is None else self._run.value(self._index, expression)

    def expression(self, name: str) -> Expression | None:
        """What a step or measure is calculated from; None where there is none of that name."""
        steps = dict(self._run.engine.program.targets[self._index].steps)
        found = dict((*self.judged.steps, *self.judged.measures)).get(name)
        while isinstance(found, Step):
            found = steps.get(found.name)
        return found

    def value_of(self, expression: Expression) -> Any:
        """The value of an expression of the target's own; None where it is missing."""
        return self._run.value(self._index, expression)

    def fact(self, name: str) -> Fact | None:
        """A fact of the rule by its name, such as `by`; None where it does not apply."""
        return self.judged.fact(name)

    def _number(self, name: str) -> float | None:
        value: float | None = self.measure(name)
        return value

    @cached_property
    def limit(self) -> float | None:
        """What the value was held against; of a band the nearer bound."""
        return self._number("limit")

    @property
    def difference(self) -> float | None:
        """The value less the limit."""
        return self._number("difference")

    @property
    def certain(self) -> str | None:
        """`yes` where the whole interval lies on the verdict's side, `no`, or `unknown`.

        None where there is no verdict that it could be asked of.
        """
        if self.verdict not in (Verdict.PASS, Verdict.WARN, Verdict.FAIL):
            return None
        certain = self._number("certain")
        return "unknown" if certain is None else "yes" if certain else "no"

    @property
    def lower(self) -> float | None:
        """The lower limit of what chance explains of the value."""
        return self._number("lower")

    @property
    def upper(self) -> float | None:
        """The upper limit of what chance explains of the value."""
        return self._number("upper")

    @property
    def p(self) -> float | None:
        """How often chance alone would give a difference this large; two-sided."""
        return p_value(self._number("z"))

    @cached_property
    def parts(self) -> "tuple[ConditionReport, ...]":
        """The conditions that it is made of, in the order written; none for a single one."""
        own, made = self.condition, self.judged.parts
        if isinstance(own, EveryArea | EveryPeriod):
            return tuple(self._of(Asked(own.condition, part, is_place=True)) for part in made)
        members = own.members if isinstance(own, Several) else ()
        pairs = zip(members, made, strict=False)  # there are none where it is not due
        return tuple(self._of(Asked(member, part)) for member, part in pairs)

    def _of(self, asked: Asked) -> "ConditionReport":
        return ConditionReport(self.spec, self.setting, self._run, self._index, asked)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The figures that kept it from a verdict; empty where it has one."""
        if self.verdict is not Verdict.UNKNOWN:
            return ()
        absent = trail.absent(self._run, self._index, self._part)
        return tuple(self._missing(figure) for figure in absent)

    def _missing(self, absent: trail.Absent) -> Missing:
        indicator = self.spec.indicators.get(absent.indicator)
        why = "no-denominator" if absent.aspect is Aspect.DENOMINATOR else "no-figure"
        if absent.parts is not None:
            why = "incomplete"
        return Missing(
            absent.indicator,
            absent.area,
            str(absent.period),
            why if absent.broken is None else "series-break",
            indicator.source if indicator else None,
            None if absent.broken is None else str(absent.broken),
            absent.parts,
        )

    def sentence(self, language: Language | str = Language.EN) -> str:
        """The verdict's reason in one sentence, with its numbers."""
        return sentence(self, Language(language))


def _without_not(condition: Condition | None) -> tuple[Condition | None, bool]:
    """A condition without the `not` and the years before it, and whether it is not to hold."""
    negated = False
    while isinstance(condition, Not | Valid):
        negated ^= isinstance(condition, Not)
        condition = condition.condition
    return condition, negated


def _called(condition: Condition | None) -> str | None:
    """The outermost name of a condition, below the `not` before it."""
    while isinstance(condition, Not | Valid) and condition.called is None:
        condition = condition.condition
    return None if condition is None else condition.called

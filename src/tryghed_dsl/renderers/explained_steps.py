"""The steps of an explanation: each with its calculation and what it came to."""

from collections.abc import Iterator
from textwrap import wrap

from tabulate import tabulate

from tryghed_dsl.check.conditions import Held, Rule, Trajectory
from tryghed_dsl.check.objectives import Grow, Milestones, Pace
from tryghed_dsl.core.program import Constant
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import PERCENT
from tryghed_dsl.renderers.explained_rule import has_amount
from tryghed_dsl.renderers.step_words import (
    DUE_GROWTH,
    GROWTH,
    MILESTONE,
    RATES,
    STEPS,
    STRAIGHT,
    Shows,
)
from tryghed_dsl.renderers.words import either
from tryghed_dsl.renderers.worked import Worked
from tryghed_dsl.report.condition import ConditionReport
from tryghed_dsl.report.wording import points, quantity
from tryghed_dsl.text.language import Language, listing, number

_PER_CENT = 100
_NEAR = 1e-9
_NARROWEST = 16
_STEP, _AT = "step ", "at "


class ExplainedSteps:
    """The steps of one condition."""

    def __init__(self, report: ConditionReport, language: Language, width: int) -> None:
        self._report = report
        self._language = language
        self._width = width
        self._worked = Worked(report, language)
        own = report.condition
        self._rule: Rule | None = own.rule if isinstance(own, Held) else None

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def lines(self) -> list[str]:
        """All steps as a table, and what was counted."""
        rows = [(self._label(name), self._calculation(name), self._shown(name)) for name in STEPS]
        rows = [*self._years(), *(row for row in rows if row[2])]
        used = max((len(a) for a, _, _ in rows), default=0)
        used += max((len(c) for _, _, c in rows), default=0) + 8
        room = max(_NARROWEST, self._width - used)
        cells = [
            (label, "\n".join(wrap(f"= {worked}" if worked else "", room)), f"= {shown}")
            for label, worked, shown in rows
        ]
        table = tabulate(cells, tablefmt="plain", disable_numparse=True).splitlines()
        return [*(line.rstrip() for line in table), *self.counted()]

    def calculated(self) -> Iterator[str]:
        """The steps of a part in a line each: only those that are calculated from figures."""
        for name in ("value", "limit", "ref"):
            worked = self._calculation(name)
            if worked and self._shown(name):
                yield f"{self._label(name)} = {worked} = {self._shown(name)}"
        yield from self.counted()

    # -------------------------------------------------------------- words

    def _label(self, name: str) -> str:
        _, english, danish = STEPS[name]
        if isinstance(self._rule, Trajectory):
            judging, grows = self._rule.course.judging, isinstance(self._rule.objective, Grow)
            if name == "pace" and (grows or isinstance(judging, Pace)):
                return self._say(*(GROWTH if grows else RATES))
            if name == "limit" and (grows or isinstance(judging, Milestones)):
                return self._say(*(DUE_GROWTH if grows else MILESTONE))
            if name == "required_progress" and not has_amount(self._rule):
                return self._say(*STRAIGHT)
        return self._say(english, danish)

    def _calculation(self, name: str) -> str:
        expression = self._report.expression(name)
        if name == "required_progress" and isinstance(expression, Constant):
            return self._of_years(expression.value)
        return "" if expression is None else self._worked.calculation(expression)

    def _of_years(self, share: float) -> str:
        """The share of the time that has passed, times the share that is to close in all."""
        start, by = self._report.fact("start"), self._report.fact("by")
        now = self._report.setting.as_of
        if not (isinstance(start, Period) and isinstance(by, Period)) or now.ends >= by.ends:
            return ""
        passed, whole = now.ends - start.ends, by.ends - start.ends
        years = f"{self._worked.number(passed)} / {self._worked.number(whole)}"
        amount = share * whole / passed
        text = years if abs(amount - 1) < _NEAR else f"{self._worked.number(amount)} * {years}"
        return f"{text} {self._say('years', 'år')}"

    def _shown(self, name: str) -> str:
        """What a step came to, with its unit; nothing where it is not to be shown."""
        value = self._report.measure(name)
        if value is None or (name == "limit" and self._is_told_otherwise):
            return ""
        return self._as(STEPS[name][0], float(value))

    @property
    def _is_told_otherwise(self) -> bool:
        """Whether the limit is only another name for a reference, a start or a bound."""
        if any(self._report.measure(name) is not None for name in ("ref", "limit_low")):
            return True
        return isinstance(self._rule, Trajectory) and self._report.expression(
            "limit"
        ) == self._report.expression("start_value")

    def _as(self, shows: Shows, value: float) -> str:
        percent, ratio = self._report.unit_of_value == PERCENT, self._ratio
        if shows is Shows.SHARE or (shows in (Shows.GAP, Shows.TREND) and ratio):
            return f"{number(round(value * _PER_CENT, 1), self._language)} %"
        if shows is Shows.VALUE:
            return quantity(value, self._report.unit_of_value, self._language)
        return points(value, self._language) if percent else number(value, self._language)

    @property
    def _ratio(self) -> bool:
        return self._report.fact("measure") == "ratio"

    def _years(self) -> Iterator[tuple[str, str, str]]:
        """The years of a yearly step: the value of each, and whether it was made."""
        names = [name for name, _ in self._report.judged.steps if name.startswith(_AT)]
        for name in names:
            year, value = name.removeprefix(_AT), self._report.measure(name)
            made = self._report.measure(_STEP + year)
            told = {
                None: self._say("not known", "kendes ikke"),
                True: self._say("step made", "skridt taget"),
                False: self._say("no step", "intet skridt"),
            }[None if made is None else bool(made)]
            shown = quantity(value, self._report.unit_of_value, self._language)
            yield f"{self._say('value', 'værdi')} {year}", "", f"{shown}, {told}"

    # -------------------------------------------------------------- counts

    def counted(self) -> Iterator[str]:
        """What was counted, what was not, and of what it is not known."""
        for name in ("value", "limit", "ref"):
            expression = self._report.expression(name)
            for fold, of_rank in self._worked.counts(expression) if expression else ():
                words = self._ranked() if of_rank else self._in_count()
                for holds, names in self._worked.sorted_out(fold).items():
                    if names:
                        text = f"{words[holds]}: {listing(names, self._language)}"
                        yield from wrap(text, self._width - 2, subsequent_indent="  ")

    def _in_count(self) -> dict[bool | None, str]:
        return {
            True: self._say("counted", "talt med"),
            False: self._say("not counted", "ikke talt med"),
            None: self._say("not known", "kendes ikke"),
        }

    def _ranked(self) -> dict[bool | None, str]:
        return {
            True: self._say("better", "bedre"),
            False: self._say("not better", "ikke bedre"),
            None: self._say("not known", "kendes ikke"),
        }

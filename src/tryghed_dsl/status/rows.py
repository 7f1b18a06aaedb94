"""The row, the paragraph and the chart of each target."""

from collections.abc import Iterator

from tryghed_dsl.check.conditions import Trajectory
from tryghed_dsl.check.objectives import Approach
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.renderers.words import flag_meaning
from tryghed_dsl.report.period_words import period_words
from tryghed_dsl.report.report import TargetReport
from tryghed_dsl.report.wording import Words as Sentences
from tryghed_dsl.status.drawing import Drawing, has_way, start_of
from tryghed_dsl.status.model import Mark, Numbers, Row, TargetPart
from tryghed_dsl.status.values import Values
from tryghed_dsl.status.words import Words
from tryghed_dsl.status.years import Years

EXAMPLE = "example"  # what the report's notice says, once and for all of it
_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
_SURE = {"yes": "certain", "no": "may be chance", "unknown": "not known"}


class Rows:
    """Says what there is to say of the targets of one report.

    Args:
        years: the report, and those of earlier periods.
        words: the language.
        marks: the words for verdicts.
    """

    def __init__(self, years: Years, words: Words, marks: dict[Verdict, str]) -> None:
        self._years = years
        self._say = words
        self._marks = marks
        self._drawing = Drawing(years, words)

    def mark(self, verdict: Verdict) -> Mark:
        """A verdict under the word that is used for it."""
        return Mark(verdict, self._marks[verdict])

    def part(self, target: TargetReport) -> TargetPart:
        """All that is said of one target."""
        mark = self.mark(target.verdict)
        chart = self._drawing.chart(target, mark, target.target.title)
        return TargetPart(
            self._row(target, mark),
            target.text,
            target.target.quote,
            tuple(self._sentences(target)),
            chart,
        )

    def _row(self, target: TargetReport, mark: Mark) -> Row:
        values = Values(target, self._say)
        numbers = self._numbers(target)
        return Row(
            target.id,
            target.target.title,
            target.target.cite or "",
            mark,
            values.quantity(target.value),
            self._held_against(target, values),
            values.change(numbers.difference),
            values.change(numbers.since_last),
            values.change(numbers.since_start),
            self._certainty(target),
            numbers,
            values.axis,
        )

    def _numbers(self, target: TargetReport) -> Numbers:
        known = target.verdict in _JUDGED
        return Numbers(
            target.value,
            target.limit,
            target.difference if known else None,
            self._since_last(target),
            self._since_start(target),
            target.lower,
            target.upper,
        )

    def _held_against(self, target: TargetReport, values: Values) -> str:
        sentences = Sentences(target, self._say.language)
        if sentences.is_limit:
            return sentences.asked
        limit = values.quantity(target.limit)
        held = target.target.held
        if limit and held is not None and isinstance(held.rule, Trajectory):
            name = "towards {limit}" if isinstance(held.rule.objective, Approach) else "{limit}"
            return self._say(name, limit=limit)
        return limit

    def _since_last(self, target: TargetReport) -> float | None:
        before = self._years.before
        return None if before is None else _change(target.value, before[target.id].value)

    def _since_start(self, target: TargetReport) -> float | None:
        start = start_of(target.target)
        if start is None:
            return None
        own = target.measure("start_value")
        if own is None:
            held = target.target.held
            is_limit = held is not None and not isinstance(held.rule, Trajectory)
            report = self._years.at(start)
            own = report[target.id].value if report is not None else None
            own = target.limit if own is None and is_limit else own
        return _change(target.value, own)

    def _certainty(self, target: TargetReport) -> str:
        certain = target.certain
        if certain is None or target.lower is None:
            return ""
        return self._say(_SURE[certain])

    # -------------------------------------------------------------- paragraph

    def _sentences(self, target: TargetReport) -> Iterator[str]:
        language = self._say.language
        yield target.sentence(language)
        values = Values(target, self._say)
        last = self._since_last(target)
        if last is not None and self._years.before is not None:
            period = period_words(self._years.before.as_of, language)
            yield self._say(
                "Since {period} the change is {change}.", period=period, change=values.change(last)
            )
        yield from self._to_come(target, values)
        yield from self._chance(target, values)
        for flag in target.flags:
            meaning = flag_meaning(flag, language)
            if meaning and flag != EXAMPLE:
                yield self._say("Note: the verdict {meaning}.", meaning=meaning)

    def _to_come(self, target: TargetReport, values: Values) -> Iterator[str]:
        """What is needed a year from now on, for a target that is on its way."""
        needed = target.measure("needed_per_year")
        held = target.target.held
        if needed is None or held is None or not isinstance(held.rule, Trajectory):
            return
        by = held.rule.course.by
        if by is None or not has_way(held.rule) or target.reason is Reason.REACHED:
            return
        if by.starts <= target.setting.as_of.starts:
            return
        yield self._say(
            "To reach it by {deadline}, the change has to be {change} a year.",
            deadline=period_words(by, self._say.language),
            change=values.change(needed),
        )

    def _chance(self, target: TargetReport, values: Values) -> Iterator[str]:
        if target.lower is None or target.upper is None or target.certain is None:
            return
        yield self._say(
            "Chance alone can move the figure between {lower} and {upper}.",
            lower=values.bound(target.lower),
            upper=values.bound(target.upper),
        )


def _change(now: float | None, then: float | None) -> float | None:
    return None if now is None or then is None else now - then

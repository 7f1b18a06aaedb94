"""What the chart of a target shows: its figures over the years, and what they are held against."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.check.conditions import Trajectory, rule_terms, walk
from tryghed_dsl.check.model import Target
from tryghed_dsl.check.objectives import Approach, Change, Reach
from tryghed_dsl.check.terms import Baseline, Figure
from tryghed_dsl.domain.period import Period
from tryghed_dsl.report.report import Report, TargetReport
from tryghed_dsl.status.model import Chart, Line, Mark, Point
from tryghed_dsl.status.values import Values
from tryghed_dsl.status.words import Words
from tryghed_dsl.status.years import Years

_FEWEST = 2  # points that make a chart


class Drawing:
    """Makes the charts of one report."""

    def __init__(self, years: Years, words: Words) -> None:
        self._years = years
        self._say = words

    def chart(self, target: TargetReport, mark: Mark, title: str) -> Chart | None:
        """The chart of a target; None where there are too few figures for one."""
        own = [self._point(report[target.id], report.as_of) for report in self._years.reports]
        while own and own[0].value is None:
            own.pop(0)
        if sum(point.value is not None for point in own) < _FEWEST:
            return None
        shown = [report for report in self._years.reports if str(report.as_of) >= own[0].period]
        values = Values(target, self._say)
        course = _course(target.target)
        until = course.course.by if course else None
        periods = [str(report.as_of) for report in shown] + list(_to_come(shown[-1].as_of, until))
        held = self._held_against(target, shown)
        return Chart(
            title,
            values.axis,
            tuple(periods),
            Line(title, tuple(own)),
            str(target.setting.as_of),
            mark,
            self._alternative(values, title, own, held, mark),
            held,
            self._path(target, shown, until),
            _starts(target.target),
            None if until is None else str(until),
            tuple(self._breaks(target.target, shown)),
            self._say.language,
        )

    def _point(self, target: TargetReport, period: Period) -> Point:
        return Point(str(period), target.value, target.lower, target.upper)

    def _held_against(self, target: TargetReport, shown: Sequence[Report]) -> Line | None:
        """The limit, or the comparison, in each of the years shown."""
        points = tuple(Point(str(report.as_of), report[target.id].limit) for report in shown)
        if all(point.value is None for point in points):
            return None
        return Line(self._name(target.target), points)

    def _name(self, target: Target) -> str:
        held = target.held
        if held is not None and isinstance(held.rule, Trajectory):
            if isinstance(held.rule.objective, Approach):
                return self._say("comparison")
            return self._say("aim")
        return self._say("limit")

    def _path(
        self, target: TargetReport, shown: Sequence[Report], until: Period | None
    ) -> Line | None:
        """The straight way from the start; its end where that is known already."""
        course = _course(target.target)
        if course is None or until is None or not has_way(course):
            return None
        start = start_of(target.target) or shown[-1].as_of
        points = [
            Point(str(report.as_of), report[target.id].measure("needed_now"))
            for report in shown
            if report.as_of.starts >= start.starts
        ]
        end = target.measure("ref")
        if isinstance(course.objective, Reach | Change) and isinstance(end, float):
            points = [point for point in points if point.period != str(until)]
            points.append(Point(str(until), end))
        known = tuple(point for point in points if point.value is not None)
        return Line(self._say("path to the deadline"), known) if len(known) >= _FEWEST else None

    def _breaks(self, target: Target, shown: Sequence[Report]) -> Iterator[str]:
        subject = target.subject
        if not isinstance(subject, Figure):
            return
        first = shown[0].as_of
        for each in self._years.report.spec.breaks:
            if each.indicator == subject.indicator and each.period.starts >= first.starts:
                yield str(each.period)

    def _alternative(
        self,
        values: Values,
        title: str,
        own: Sequence[Point],
        held: Line | None,
        mark: Mark,
    ) -> str:
        """The chart in words, year by year."""
        against = {point.period: point.value for point in held.points} if held else {}
        told = []
        for point in own:
            if point.value is None:
                told.append(self._say("{period}: no figure", period=point.period))
                continue
            text = f"{point.period}: {values.quantity(point.value)}"
            if held is not None and against.get(point.period) is not None:
                text += f" ({held.name} {values.quantity(against[point.period])})"
            told.append(text)
        return f"{title}, {mark.word}. {'; '.join(told)}."


def _course(target: Target) -> Trajectory | None:
    held = target.held
    return held.rule if held is not None and isinstance(held.rule, Trajectory) else None


def has_way(course: Trajectory) -> bool:
    """Whether there is a way of which it can be told how much is due: an amount is stated."""
    objective = course.objective
    return not isinstance(objective, Approach) or objective.close is not None


def _to_come(last: Period, until: Period | None) -> Iterator[str]:
    """The periods between the one judged and the deadline."""
    if until is None or until.length is not last.length:
        return
    for index in range(last.index + 1, until.index + 1):
        yield str(Period(last.length, index))


def _starts(target: Target) -> str | None:
    start = start_of(target)
    return None if start is None else str(start)


def start_of(target: Target) -> Period | None:
    """The period that a target starts from, or whose level it is held at."""
    held = target.held
    if held is None:
        return None
    if isinstance(held.rule, Trajectory):
        start = held.rule.course.start
        return start if isinstance(start, Period) else None
    for term in rule_terms(held.rule):
        for inner in walk(term):
            if isinstance(inner, Baseline):
                return inner.period
    return None

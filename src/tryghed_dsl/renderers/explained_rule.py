"""The rule of an explanation: its wording, where it stands, since when, and how it is judged."""

from collections.abc import Iterator

from tryghed_dsl.check.conditions import Held, Limit, Trajectory
from tryghed_dsl.check.model import Version
from tryghed_dsl.check.objectives import (
    Approach,
    AtEnd,
    Course,
    Geometric,
    Improve,
    Linear,
    Milestones,
    Pace,
    Projection,
)
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.report import TargetReport
from tryghed_dsl.text.language import Language, number

_PER_CENT = 100
_BEHIND_FROM = 0.60


class ExplainedRule:
    """The rule of one target, in rows of a word and a text."""

    def __init__(self, target: TargetReport, version: Version | None, language: Language) -> None:
        self._target = target
        self._version = version
        self._language = language

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def rows(self) -> list[tuple[str, str]]:
        """The rows that there is something to say in."""
        target = self._target.target
        place, name = target.span.place, target.span.source.name
        rows = [
            (self._say("rule", "regel"), target.text),
            (self._say("written in", "står i"), f"{name}:{place.line}"),
            (self._say("in force", "i kraft"), self._in_force()),
            (self._say("clause", "punkt"), target.cite),
            (self._say("quote", "citat"), target.quote),
            (self._say("because", "fordi"), target.because),
            (self._say("judged by", "bedømt efter"), ", ".join(self._judged_by())),
            (self._say("as of", "status"), str(self._target.setting.as_of)),
            (self._say("area", "område"), self._area()),
        ]
        return [(word, text) for word, text in rows if text]

    def _area(self) -> str:
        area = self._target.spec.areas.get(self._target.area)
        return f"{area.title} ({area.id})" if area and area.title else self._target.area

    def _in_force(self) -> str | None:
        """Since when the wording is in force, and why, for one that a revision made."""
        if self._version is None or self._version.effective is None:
            return None
        since = self._say("since", "fra")
        because = f": {self._version.because}" if self._version.because else ""
        return f"{since} {self._version.effective}{because}"

    # -------------------------------------------------------------- how it is judged

    def _judged_by(self) -> Iterator[str]:
        held = self._target.condition
        if not isinstance(held, Held):
            return
        if isinstance(held.rule, Limit) and held.rule.projection is not None:
            yield self._projection(held.rule.projection)
        elif isinstance(held.rule, Trajectory):
            course = held.rule.course
            yield from self._way(course, amount=has_amount(held.rule))
        if held.confidence is not None:
            level = self._share(held.confidence)
            yield self._say(
                f"a miss that chance explains ({level}) only warns",
                f"tilfældige udsving ({level}) giver kun advarsel",
            )

    def _way(self, course: Course, *, amount: bool) -> Iterator[str]:
        by = course.by
        match course.judging:
            case Milestones(stones):
                ends = self._target.setting.as_of.ends
                past = [stone.period for stone in stones if stone.period.ends <= ends]
                if by is not None and ends >= by.ends:
                    yield self._say(f"the end value of {by}", f"slutværdien for {by}")
                elif past:
                    yield self._say(f"the milestone of {past[-1]}", f"delmålet for {past[-1]}")
                return
            case AtEnd():
                yield self._say(f"the deadline alone, {by}", f"fristen alene, {by}")
                return
            case Projection() as projection:
                yield self._projection(projection)
                return
            case Pace():
                yield self._say(
                    "its pace against the pace needed", "sit tempo mod det nødvendige tempo"
                )
            case Geometric():
                yield self._say(
                    f"a path of one rate a year until {by}",
                    f"en vej med samme årlige procent frem til {by}",
                )
            case Linear() if amount and by is not None:
                yield self._say(f"a straight path until {by}", f"en lige vej frem til {by}")
        if amount and not self._is_due(course):
            yield self._thresholds(course)

    def _is_due(self, course: Course) -> bool:
        return course.by is not None and self._target.setting.as_of.ends >= course.by.ends

    def _thresholds(self, course: Course) -> str:
        warn_from = _BEHIND_FROM if course.warn_from is None else course.warn_from
        good, warn = self._share(course.pass_from), self._share(warn_from)
        return self._say(
            f"pass from {good} of what is due, warn from {warn}",
            f"opfyldt fra {good} af det krævede, advarsel fra {warn}",
        )

    def _projection(self, projection: Projection) -> str:
        years = projection.years
        return self._say(
            f"the trend of the last {years} years carried on",
            f"de seneste {years} års tendens ført videre",
        )

    def _share(self, share: float) -> str:
        return f"{number(round(share * _PER_CENT, 1), self._language)} %"


def has_amount(rule: Trajectory) -> bool:
    """Whether it says how much is to change by when."""
    match rule.objective:
        case Approach(close=close):
            return close is not None
        case objective:
            return not isinstance(objective, Improve)

"""A status report made of an agreement's verdicts: what is said, and in which order."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import FiguresGiven, read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import verdict_word
from tryghed_dsl.report.period_words import period_words
from tryghed_dsl.report.report import Report, TargetReport
from tryghed_dsl.status.changes import Reported, changes_between
from tryghed_dsl.status.grounds import figure_rows, method, sources, wanting
from tryghed_dsl.status.model import GoalPart, Status, TargetPart
from tryghed_dsl.status.rows import EXAMPLE, Rows
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words
from tryghed_dsl.status.years import Years
from tryghed_dsl.text.language import Language, listing

_PLAIN = Theme()


@dataclass(frozen=True, slots=True)
class Wanted:
    """How somebody wants a report.

    Attributes:
        language: its language.
        theme: the organisation's own look and words.
        full: whether the figures used and the method are in it too.
        since: what was reported last, which changes are told against; None means the period
            before.
    """

    language: Language = Language.DA
    theme: Theme = _PLAIN
    full: bool = False
    since: Reported | None = None


def status(
    spec: Spec,
    figures: FiguresGiven,
    as_of: str | int | None = None,
    area: str | None = None,
    wanted: Wanted = Wanted(),  # noqa: B008 -- it is never changed
) -> Status:
    """A status report.

    Args:
        spec: the spec.
        figures: what `evaluate` takes.
        as_of: the period, by default the latest that has figures.
        area: the area, by default the agreement's own.
        wanted: how it is wanted.

    Raises:
        FiguresError: the figures cannot be read, or it is not clear what to judge.
    """
    table, found = read_figures(spec, figures)
    if errors(found):
        raise FiguresError(found)
    return status_of(spec, table, evaluate(spec, table, as_of, area), wanted)


def status_of(spec: Spec, figures: Figures, report: Report, wanted: Wanted) -> Status:
    """The status report of verdicts that are there already."""
    return _Making(spec, figures, report, wanted).status()


class _Making:
    def __init__(self, spec: Spec, figures: Figures, report: Report, wanted: Wanted) -> None:
        self._spec = spec
        self._report = report
        self._wanted = wanted
        self._say = Words(wanted.language)
        marks = {v: verdict_word(v, wanted.language) for v in Verdict} | dict(wanted.theme.verdicts)
        self._years = Years(spec, figures, report)
        self._rows = Rows(self._years, self._say, marks)

    def status(self) -> Status:
        report, say = self._report, self._say
        period = period_words(report.as_of, self._wanted.language)
        since, changes = changes_between(self._spec, report, self._wanted.since, say)
        return Status(
            self._wanted.language,
            say("Status report {period}", period=period),
            self._agreement,
            str(report.as_of),
            report.area,
            tuple(self._facts()),
            self._rows.mark(report.verdict),
            self._summary(period),
            tuple((self._rows.mark(v), n) for v, n in report.counts.items() if n),
            tuple(self._goals()),
            tuple(self._rows.part(t) for t in report if t.verdict is Verdict.MONITOR),
            wanting(report, say),
            changes,
            since,
            method([report], say),
            sources([report], say),
            figure_rows(report, say),
            self._notice(),
            self._wanted.theme.introduction,
            self._wanted.full,
            report=report,
        )

    @property
    def _agreement(self) -> str:
        spec = self._report.spec
        return spec.agreement.title if spec.agreement else PurePath(spec.source.name).name

    def _facts(self) -> Iterator[tuple[str, str]]:
        say, report = self._say, self._report
        agreement = report.spec.agreement
        yield say("Period"), period_words(report.as_of, self._wanted.language)
        area = report.spec.areas.get(report.area)
        yield say("Area"), (area.title or area.id) if area else report.area
        if agreement and agreement.valid:
            valid = period_words(agreement.valid, self._wanted.language)
            yield say("The agreement runs"), valid
        if report.version is not None and report.version.effective is not None:
            effective = period_words(report.version.effective, self._wanted.language)
            yield say("Wording in force since"), effective
        if self._wanted.theme.decided_by:
            yield say("For decision by"), self._wanted.theme.decided_by

    def _summary(self, period: str) -> str:
        """The verdict of the agreement, and how many targets have which."""
        say, counts = self._say, self._report.counts
        judged = sum(counts[v] for v in (Verdict.PASS, Verdict.WARN, Verdict.FAIL))
        words = [
            f"{number} {self._rows.mark(verdict).word}"
            for verdict, number in counts.items()
            if number
        ]
        told = listing(words, self._wanted.language)
        if not judged:
            return say(
                "No target could be judged for {period}: {counts}.", period=period, counts=told
            )
        return say.many(
            "{met} of {n} target that could be judged is met in {period}: {counts}.",
            "{met} of {n} targets that could be judged are met in {period}: {counts}.",
            judged,
            met=counts[Verdict.PASS],
            period=period,
            counts=told,
        )

    def _goals(self) -> Iterator[GoalPart]:
        report = self._report
        loose = [target for target in report if target.target.goal is None]
        parts = self._parts(loose)
        if parts:
            yield GoalPart("", None, parts)
        for goal in report.goals:
            parts = self._parts(goal.targets)
            if parts:
                title = goal.goal.title or goal.goal.id
                yield GoalPart(title, self._rows.mark(goal.verdict), parts)

    def _parts(self, targets: Iterable[TargetReport]) -> tuple[TargetPart, ...]:
        return tuple(self._rows.part(t) for t in targets if t.verdict is not Verdict.MONITOR)

    def _notice(self) -> str | None:
        """What has to stand on every page: that some figures are made up."""
        if any(EXAMPLE in target.flags for target in self._report):
            return self._say("Made-up example figures: this report must not be used as real.")
        return None

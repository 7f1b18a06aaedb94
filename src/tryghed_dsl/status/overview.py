"""The status reports of many areas, with an overview that ranks them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report
from tryghed_dsl.status.grounds import method, sources
from tryghed_dsl.status.making import Wanted, status_of
from tryghed_dsl.status.model import Change, Mark, Status
from tryghed_dsl.status.words import Words
from tryghed_dsl.text.language import Language, listing

EVERYWHERE = "all"
_ORDER = (Verdict.PASS, Verdict.WARN, Verdict.FAIL, Verdict.UNKNOWN, Verdict.PENDING)
_JUDGED = _ORDER[:3]


@dataclass(frozen=True, slots=True)
class AreaPart:
    """An area of the overview.

    Attributes:
        name: the area's title.
        marks: the verdicts of its targets, those that are met first.
        told: how many of the targets that could be judged are met, in words.
    """

    name: str
    marks: tuple[Mark, ...]
    told: str
    status: Status

    def count(self, verdict: Verdict) -> int:
        """How many of its targets have a verdict."""
        return sum(mark.verdict is verdict for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Overview:
    """The status reports of many areas, and what holds for all of them.

    Attributes:
        areas: the areas, those with most targets met first.
        notice: what has to stand on every page, of whichever area.
        facts: what there is to know at the beginning.
        summary: how many areas have which verdict.
        since: the period of the last report; None where nothing is compared.
        changes: what has changed in the targets since then.
        method: how they were judged, one paragraph each.
        sources: who makes the figures.
        introduction: the organisation's own words at the beginning.
        full: whether what they rest on is shown in full.
    """

    language: Language
    title: str
    agreement: str
    areas: tuple[AreaPart, ...]
    notice: str | None
    facts: tuple[tuple[str, str], ...]
    summary: str
    since: str | None
    changes: tuple[Change, ...]
    method: tuple[str, ...]
    sources: tuple[str, ...]
    introduction: tuple[str, ...]
    full: bool


Made = Status | Overview


def words_of(overview: Overview) -> Mapping[Verdict, str]:
    """The verdicts that any target has in any area, the best first, with their words."""
    words = {mark.verdict: mark.word for area in overview.areas for mark in area.marks}
    return {verdict: words[verdict] for verdict in _ORDER if verdict in words}


def areas_asked(spec: Spec, figures: Figures, words: str) -> tuple[str, ...]:
    """The areas asked for: `all` with figures, a list of the spec's, or names."""
    if words == EVERYWHERE:
        return tuple(sorted(figures.areas()))
    if words in spec.lists:
        return spec.lists[words].members
    return tuple(dict.fromkeys(name.strip() for name in words.split(",")))


def overview(
    spec: Spec,
    figures: Figures,
    reports: Sequence[Report],
    wanted: Wanted,
    told: Callable[[int], None] = lambda _: None,
) -> Overview:
    """The status reports of areas that are judged already.

    Args:
        spec: the spec.
        figures: the figures.
        reports: the verdicts of each area; at least one.
        wanted: how the reports are wanted.
        told: is called with the number of areas that are done, for those who wait.
    """
    parts = []
    for number, report in enumerate(reports, start=1):
        parts.append(_part(report, status_of(spec, figures, report, wanted)))
        told(number)
    ranked = sorted(parts, key=lambda part: (-_share(part), part.name))
    first, say = ranked[0].status, Words(wanted.language)
    notices = (part.status.notice for part in ranked)
    return Overview(
        wanted.language,
        first.title,
        first.agreement,
        tuple(ranked),
        next(filter(None, notices), None),
        tuple(_facts(first, len(ranked), say)),
        _summary(ranked, say),
        first.since,
        first.changes,
        method(reports, say),
        sources(reports, say),
        wanted.theme.introduction,
        wanted.full,
    )


def _facts(first: Status, number: int, say: Words) -> Iterator[tuple[str, str]]:
    """The facts of one report, with the number of areas in place of the area."""
    for name, value in first.facts:
        yield (say("Areas"), str(number)) if name == say("Area") else (name, value)


def _summary(parts: Sequence[AreaPart], say: Words) -> str:
    counted = Counter(part.status.mark for part in parts)
    ranked = sorted(counted.items(), key=lambda item: list(Verdict).index(item[0].verdict))
    told = listing([f"{number} {mark.word}" for mark, number in ranked], say.language)
    return say.many(
        "The agreement was judged in {n} area: {counts}.",
        "The agreement was judged in {n} areas: {counts}.",
        len(parts),
        counts=told,
    )


def judged_areas(
    spec: Spec, figures: Figures, as_of: str | None, areas: Sequence[str]
) -> Iterator[Report]:
    """The verdicts of areas, all in the same period: the one asked for, or that of the first.

    Raises:
        FiguresError: it is not clear what to judge.
    """
    period = as_of
    for area in areas:
        report = evaluate(spec, figures, period, area)
        period = str(report.as_of)
        yield report


def _part(report: Report, status: Status) -> AreaPart:
    area = report.spec.areas.get(report.area)
    marks = [part.row.mark for part in status.targets]
    marks.sort(key=lambda mark: _ORDER.index(mark.verdict))
    met, judged = _counted(marks)
    told = Words(status.language)("{met} of {n} met", met=met, n=judged)
    return AreaPart(area.title or area.id if area else report.area, tuple(marks), told, status)


def _counted(marks: Sequence[Mark]) -> tuple[int, int]:
    """How many are met, and how many could be judged."""
    met = sum(mark.verdict is Verdict.PASS for mark in marks)
    return met, sum(mark.verdict in _JUDGED for mark in marks)


def _share(part: AreaPart) -> float:
    """How much of what could be judged is met; less than nothing where nothing could be."""
    met, judged = _counted(part.marks)
    return met / judged if judged else -1.0

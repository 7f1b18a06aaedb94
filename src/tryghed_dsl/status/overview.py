"""The status reports of many areas, with an overview that ranks them."""

from collections.abc import Callable, Iterator, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report
from tryghed_dsl.status.making import Wanted, status_of
from tryghed_dsl.status.model import Mark, Status
from tryghed_dsl.status.words import Words
from tryghed_dsl.text.language import Language

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


@dataclass(frozen=True, slots=True)
class Overview:
    """The status reports of many areas.

    Attributes:
        areas: the areas, those with most targets met first.
        notice: what has to stand on every page, of whichever area.
    """

    language: Language
    title: str
    agreement: str
    areas: tuple[AreaPart, ...]
    notice: str | None


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
    first = ranked[0].status
    notices = (part.status.notice for part in ranked)
    notice = next(filter(None, notices), None)
    return Overview(wanted.language, first.title, first.agreement, tuple(ranked), notice)


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

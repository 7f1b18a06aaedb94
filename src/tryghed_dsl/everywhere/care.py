"""Areas whose figures take more care than a query can, judged one by one.

A suppressed count is tried at both its ends, and two rows for one figure are an error: both mean
what they mean for a single area.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.engines.relational.targets import CERTAIN, FLAGS
from tryghed_dsl.everywhere.groups import Programs
from tryghed_dsl.figures.lying import ReadAreas
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.report.report import Report, TargetReport

_AT_ONCE = 500


class Care:
    """Judges single areas.

    Args:
        programs: the programs of the areas.
        figures_of: reads the figures of some areas.
        named: the areas that others are compared with, whose figures are always needed.
    """

    def __init__(self, programs: Programs, figures_of: ReadAreas, named: Sequence[str]) -> None:
        self._programs = programs
        self._figures_of = figures_of
        self._named = tuple(named)

    def reports(self, areas: Sequence[str]) -> Iterator[Report]:
        """The reports of some areas, in their order.

        Raises:
            FiguresError: their figures cannot be read, or contradict each other.
        """
        for start in range(0, len(areas), _AT_ONCE):
            some = areas[start : start + _AT_ONCE]
            figures, found = self._figures_of([*dict.fromkeys((*some, *self._named))])
            if errors(found):
                raise FiguresError(found)
            for area in some:
                yield self._report(area, figures, found)

    def _report(self, area: str, figures: Figures, found: Sequence[Finding]) -> Report:
        spec, as_of = self._programs.spec, self._programs.as_of
        run = LocalEngine(self._programs.of(area), area).run(figures)
        return Report(spec, Setting(as_of, area), run, (*spec.findings, *found))


def row_of(area: str, target: TargetReport, asked: Sequence[str]) -> tuple[Any, ...]:
    """A target's row, as the query gives those of other areas."""
    told = (_told(target, name) for name in asked)
    return (area, target.id, target.verdict.value, target.reason.value, *told)


def _told(target: TargetReport, name: str) -> Any:
    if name == CERTAIN:
        return target.certain
    if name == FLAGS:
        return ",".join(target.flags) or None
    value = target.measure(name)
    return None if isinstance(value, bool) else value

"""The figures that the project file beside a spec names, and the verdicts on them.

Only small files are read, and no database: hovering must not wait, nor reach the network.
"""

import time
from pathlib import Path

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures, Observation
from tryghed_dsl.figures.project.project import PROJECT_FILE, Project, find_project
from tryghed_dsl.figures.read import read_project_sources
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report

_MOST_BYTES = 5_000_000
_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Known:
    """What figures say of a spec; both None where there are none, or they cannot be used."""

    figures: Figures | None = None
    report: Report | None = None

    def of(self, indicator: str, area: str | None) -> list[Observation]:
        """The figures of an indicator in an area, or where that is not said in all; in time."""
        if self.figures is None:
            return []
        found = [each for each in self.figures if each.key.indicator == indicator]
        here = [each for each in found if area is None or each.key.area == area]
        return sorted(here, key=lambda each: (each.key.area, each.key.period.starts))


_NOTHING = Known()


class KnownFigures:
    """What figures say of the spec that was asked for last; it is looked up anew now and then."""

    def __init__(self) -> None:
        self._kept: tuple[Spec, float, Known] | None = None

    def of(self, spec: Spec | None, path: Path | None) -> Known:
        """What the figures beside a spec's file say of it."""
        if spec is None or path is None:
            return _NOTHING
        if self._kept is not None:
            kept, since, known = self._kept
            if kept is spec and time.monotonic() - since < _SECONDS:
                return known
        known = _known(spec, path)
        self._kept = (spec, time.monotonic(), known)
        return known


def _known(spec: Spec, path: Path) -> Known:
    project = find_project(path)
    if project is None or not _is_small(project):
        return _NOTHING
    read = read_project_sources(project)
    try:
        figures, _ = read_figures(spec, read)
    except FiguresError:
        return _NOTHING
    try:
        return Known(figures, evaluate(spec, figures))
    except FiguresError:
        return Known(figures)


def _is_small(path: Path) -> bool:
    from tryghed_dsl.figures.project.reading import read_project  # noqa: PLC0415 -- pydantic is slow to load

    project, _ = read_project(path)
    return isinstance(project, Project) and all(
        each.url is None and sum(_size(file) for file in each.files) <= _MOST_BYTES
        for each in project.sources
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


__all__ = ["PROJECT_FILE", "Known", "KnownFigures"]

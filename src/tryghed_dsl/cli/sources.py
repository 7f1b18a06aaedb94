"""Where a command's figures come from: what `--data` names, or the project file."""

from collections.abc import Sequence
from pathlib import Path

from tryghed_dsl.cli.console import no_data
from tryghed_dsl.cli.waiting import waiting
from tryghed_dsl.figures.places import is_url
from tryghed_dsl.figures.project.project import find_project
from tryghed_dsl.figures.read import (
    Read,
    files_of_project,
    read_places,
    read_project_sources,
)
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language

_MEGABYTE = 1_000_000


def figures_or_leave(spec: str, data: Sequence[str], language: Language) -> Read:
    """The figures that a command is to use; where nothing names any, say how to, and end."""
    given = figures_given(spec, data, language)
    if given is None:
        raise no_data(language)
    return given


def figures_given(spec: str, data: Sequence[str], language: Language) -> Read | None:
    """The figures that a command is to use; None where neither it nor a project file names any.

    Args:
        spec: the spec's path, in whose folder a project file may stand.
        data: files, and addresses of databases.
        language: the language to say in what is being read.
    """
    project = find_project(Path(spec))
    with waiting(_reading(data, language)):
        if data:
            return read_places(data, project)
        return None if project is None else read_project_sources(project)


def files_given(spec: str, data: Sequence[str]) -> list[Path]:
    """The spec, and the files that a command's figures are in; whether they are there or not."""
    project = find_project(Path(spec))
    if data or project is None:
        return [Path(each) for each in (spec, *data) if not is_url(each)]
    return [Path(spec), project, *files_of_project(project)]


def _reading(data: Sequence[str], language: Language) -> str:
    word = either(language, "reading", "læser")
    named = [Path(each).name for each in data if not is_url(each)]
    size = sum(_size(Path(each)) for each in data if not is_url(each))
    what = ", ".join(named) or either(language, "the figures", "tallene")
    return f"{word} {what} ({size / _MEGABYTE:.0f} MB)" if size >= _MEGABYTE else f"{word} {what}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

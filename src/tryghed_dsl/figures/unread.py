"""What stands in the way of records before any is read, and the findings for it."""

from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.grid import Grid
from tryghed_dsl.files import OF_FIGURES, is_file, nearly_named
from tryghed_dsl.findings.finding import Argument, Finding, InFile

_MOST_LOOKED_AT = 1_000
_LIKELY = {*OF_FIGURES, ".txt"}
Read = tuple[list[Grid], list[Finding]]


def opens(path: Path) -> bool:
    """Whether a file is there, and may be read."""
    if not is_file(path):
        return False
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


def not_opened(path: Path) -> Read:
    """A file that is not there, or may not be read, or no file at all."""
    return [], [cannot_open(path)]


def cannot_open(path: Path) -> Finding:
    """That a file cannot be opened; of a folder that it is one, with a file in it.

    Where there is none by that name, the one beside it that was likely meant is named.
    """
    args: dict[str, Argument] = {"path": str(path)}
    if path.is_dir():
        args["folder"] = str(path)
        args |= {"example": example} if (example := _file_in(path)) is not None else {}
    elif (meant := nearly_named(path, _LIKELY)) is not None:
        args["suggestion"] = str(path.with_name(meant))
    return Finding("E301", (), args, InFile(path.name))


def _file_in(folder: Path) -> str | None:
    """A file of figures in a folder, of the many that may be there."""
    try:
        files = sorted(each for each in islice(folder.iterdir(), _MOST_LOOKED_AT) if is_file(each))
    except OSError:
        return None
    likely = [each for each in files if each.suffix.casefold() in _LIKELY]
    return str(likely[0]) if likely else None


def too_many(place: InFile, most: int = 0, rows: int = 0) -> Read:
    """More rows than can be held; how many, where that is known."""
    numbers = {"most": float(most), "rows": float(rows)}
    known = {blank: number for blank, number in numbers.items() if number}
    return [], [Finding("E354", (), {"path": place.file, **known}, place)]


def empty(place: InFile) -> Read:
    """No figures at all."""
    return [], [Finding("E312", (), {}, place)]


def damaged(name: str, kind: str, row: int | None = None, **args: Argument) -> Read:
    """A file that is not of the format that it should be of, or not the whole of it."""
    return [], [Finding("E355", (), {"path": name, "format": kind, **args}, InFile(name, row))]


def not_installed(name: str, install: str) -> Read:
    """Figures that need a library which is not there."""
    return [], [Finding("E353", (), {"path": name, "install": install}, InFile(name))]


def library(name: str) -> Any | None:
    """A library that not everyone has installed, or None."""
    try:
        return import_module(name)
    except ImportError:
        return None

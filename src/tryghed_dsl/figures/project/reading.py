"""From a project file to what it says of each source."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tryghed_dsl.figures.project.complaints import MOST_TOLD, complaints
from tryghed_dsl.figures.project.keys import EXAMPLES
from tryghed_dsl.figures.project.patterns import (
    MOST_FILES,
    Finder,
    OutsideError,
    TooManyError,
)
from tryghed_dsl.figures.project.project import Project, SourceOfFiles
from tryghed_dsl.figures.project.rows import Places
from tryghed_dsl.figures.project.text import read_text, read_toml
from tryghed_dsl.figures.project.toml import dotted, quoted, short
from tryghed_dsl.findings.finding import Argument, Finding, errors, in_order

if TYPE_CHECKING:
    from tryghed_dsl.figures.project.model import SourceTable

_SOURCES = "sources"
_LONG = 200


def read_project(path: Path) -> tuple[Project | None, list[Finding]]:
    """Read a project file.

    The files that it names are looked for, and not opened.

    Returns:
        What it says, and what was found; with an error among that there is no project.
    """
    text, found = read_text(path)
    if text is None:
        return None, found
    said, told = read_toml(text, path.name)
    if said is None:
        return None, [*found, *told]
    reader = _Reader(path, Places(path.name, text))
    project = reader.project(said)
    found = [*found, *in_order(reader.found)]
    return None if errors(found) else project, found


class _Reader:
    def __init__(self, path: Path, places: Places) -> None:
        self._path = path
        self._places = places
        self._finder = Finder(path.parent)
        self._owners: dict[Path, str] = {}
        self.found: list[Finding] = []

    def project(self, said: dict[str, Any]) -> Project:
        # Loaded here, since most runs have no project file.
        from pydantic import ValidationError  # noqa: PLC0415

        from tryghed_dsl.figures.project.model import ProjectTable  # noqa: PLC0415

        try:
            tables = ProjectTable.model_validate(said).sources
        except ValidationError as wrong:
            mistakes = wrong.errors(include_url=False, include_context=False)
            self.found += complaints(mistakes, self._places)
            return Project(self._path)
        return Project(self._path, tuple(self._source(*each) for each in tables.items()))

    def _tell(self, code: str, *keys: str, **args: Argument) -> None:
        """Add a finding; of very many the first, but errors whatever warnings there are."""
        if sum(finding.code[0] == code[0] for finding in self.found) < MOST_TOLD:
            self.found.append(Finding(code, (), args, self._places.of(_SOURCES, *keys)))

    # -------------------------------------------------------------- a source

    def _source(self, name: str, table: "SourceTable") -> SourceOfFiles:
        if not table.files and table.url is None:
            self._tell("E375", name, name=dotted((_SOURCES, name)))
        for key, first in _opposed(table):
            self._tell("E377", name, key, name=dotted((_SOURCES, name)), first=first, second=key)
        self._check_symbols(name, table)
        return SourceOfFiles(
            name, table.options(), self._files(name, table), table.url, table.query
        )

    def _check_symbols(self, source: str, table: "SourceTable") -> None:
        """See that no symbol stands for two things; capitals make no difference."""
        kinds = {"missing": table.missing, "zero": table.zero, "suppressed": table.suppressed}
        owners: dict[str, str] = {}
        for kind, symbols in kinds.items():
            for symbol in symbols:
                first = owners.setdefault(symbol.casefold(), kind)
                if first != kind:
                    self._tell("E377", source, kind, name=symbol, first=first, second=kind)

    # -------------------------------------------------------------- files

    def _files(self, source: str, table: "SourceTable") -> tuple[Path, ...]:
        files: dict[Path, None] = {}
        for written in table.files:
            files |= dict.fromkeys(self._found(source, written))
        for path in files:
            self._own(path, source)
        return tuple(files)

    def _found(self, source: str, written: str) -> list[Path]:
        """The files that one entry names; that there are none is told."""
        try:
            found = self._finder.find(written)
        except OutsideError as outside:
            self._tell("E210", source, "files", path=short(str(outside), _LONG))
            return []
        except TooManyError:
            self._tell_too_many(source, written)
            return []
        if not found:
            self._tell_none(source, written)
        return found

    def _tell_none(self, source: str, written: str) -> None:
        args: dict[str, Argument] = {
            "pattern": short(written, _LONG),
            "file": self._path.name,
        }
        near = self._finder.near(written) if len(self.found) < MOST_TOLD else None
        self._tell(
            "W376", source, "files", **args, **({} if near is None else {"suggestion": near})
        )

    def _tell_too_many(self, source: str, written: str) -> None:
        args: dict[str, Argument] = {
            "name": "files",
            "written": quoted(short(written, _LONG)),
            "most": float(MOST_FILES),
            "example": EXAMPLES["files"],
        }
        self._tell("E374", source, "files", **args)

    def _own(self, path: Path, source: str) -> None:
        """See that a file belongs to one source only."""
        first = self._owners.setdefault(path, source)
        if first != source:
            name = path.relative_to(self._path.parent.resolve()).as_posix()
            names = {"first": dotted((_SOURCES, first)), "second": dotted((_SOURCES, source))}
            self._tell("E377", source, "files", name=name, **names)


def _opposed(table: "SourceTable") -> Iterator[tuple[str, str]]:
    """Keys that do not go together, the later one first."""
    if table.files and table.url is not None:
        yield "url", "files"
    elif table.files and table.query is not None:
        yield "query", "files"
    if table.events is not None and table.layout not in {None, "events"}:
        yield "events", "layout"

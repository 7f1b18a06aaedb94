"""Figures from wherever they are, under the names that a spec gives them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tryghed_dsl.check.model import Spec
from tryghed_dsl.figures.beginnings import is_parquet
from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.formats import cubes_of_grids, read_cubes
from tryghed_dsl.figures.interpret import Interpreted, interpret
from tryghed_dsl.figures.large import LargeFile, as_large
from tryghed_dsl.figures.layout.table import cubes_of
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.places import is_url
from tryghed_dsl.figures.project.project import Project
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.findings.finding import Finding, in_order
from tryghed_dsl.records import dataclass

if TYPE_CHECKING:
    from tryghed_dsl.figures.large_parquet import LargeParquet

_FRAME = "frame"


@dataclass(slots=True)
class Read:
    """What sources hold.

    Attributes:
        cubes: the figures of each, with what was said of it.
        large: files of which only what is wanted is read.
        rows: figures whose names are settled already.
        found: what was found.
    """

    cubes: list[tuple[Cube, Options]] = field(default_factory=list)
    large: "list[LargeFile | LargeParquet]" = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)

    def add(self, cubes: Iterable[Cube], found: Iterable[Finding], options: Options) -> None:
        """Add what one source holds."""
        self.cubes += ((cube, options) for cube in cubes)
        self.found += found

    def interpreted(self, spec: Spec | None) -> list[Interpreted]:
        """What the figures are of, but for large files that have not been read."""
        return [interpret(cube, Known(spec, options), options) for cube, options in self.cubes]

    def named(
        self, spec: Spec | None, *, any_area: bool = False
    ) -> tuple[list[RawRow], list[Finding]]:
        """All figures under the names that a spec has for them, and all that was found."""
        read = self.read_for(spec, any_area=any_area)
        made = read.interpreted(spec)
        rows = [*read.rows, *(row for each in made for row in each.rows)]
        found = (finding for each in made for finding in each.found)
        return rows, in_order([*read.found, *found])

    def read_for(self, spec: Spec | None, *, any_area: bool = False) -> "Read":
        """The same with what a spec wants of the large files; without a spec all of them."""
        read = Read(list(self.cubes), [], self.rows, list(self.found))
        for large in self.large:
            known = Known(spec, large.options, any_area=any_area)
            read.add(*large.read(known), large.options)
        return read


def read_files(paths: Iterable[Path], options: Options = NOTHING_SAID) -> Read:
    """Read the figures of several files."""
    read = Read()
    for path in paths:
        _read_file(read, path, options)
    return read


def read_places(places: Iterable[str | Path], project: Path | None = None) -> Read:
    """Read figures from files and databases.

    Args:
        places: paths of files, and addresses of databases.
        project: the project file that says how they are read, where there is one.
    """
    said, found = (None, []) if project is None else _project(project)
    read = Read(found=found)
    for place in places:
        if is_url(str(place)):
            _read_url(read, str(place), None, NOTHING_SAID)
        else:
            options = NOTHING_SAID if said is None else said.options_for(Path(place))
            _read_file(read, Path(place), options)
    return read


def read_project_sources(project: Path) -> Read:
    """Read the figures of all files and databases that a project file names."""
    said, found = _project(project)
    read = Read(found=found)
    for source in () if said is None else said.sources:
        for path in source.files:
            _read_file(read, path, source.options)
        if source.url is not None:
            _read_url(read, source.url, source.query, source.options)
    return read


def files_of_project(project: Path) -> list[Path]:
    """The files of figures that a project file names; none where it cannot be read."""
    said, _ = _project(project)
    return [] if said is None else [path for source in said.sources for path in source.files]


def _project(path: Path) -> tuple[Project | None, list[Finding]]:
    from tryghed_dsl.figures.project.reading import read_project  # noqa: PLC0415 -- seldom needed

    return read_project(path)


def _read_url(read: Read, url: str, query: str | None, options: Options) -> None:
    from tryghed_dsl.figures.database import read_database  # noqa: PLC0415 -- seldom needed

    given = read_database(url, options, query)
    name = next((grid.file for grid in given[0]), "")
    read.add(*cubes_of_grids(name, given, options), options)


def _read_file(read: Read, path: Path, options: Options) -> None:
    large = as_large(path, options) or _large_parquet(path, options)
    if large is not None:
        read.large.append(large)
    else:
        read.add(*read_cubes(path, options), options)


def _large_parquet(path: Path, options: Options) -> "LargeParquet | None":
    if not is_parquet(path):
        return None
    from tryghed_dsl.figures.large_parquet import as_large_parquet  # noqa: PLC0415 -- seldom needed

    return as_large_parquet(path, options)


def read_frame_of(frame: object) -> Read:
    """Read the figures of a data frame."""
    from tryghed_dsl.figures.frames import read_frame  # noqa: PLC0415 -- seldom needed

    read = Read()
    read.add(*cubes_of_grids(_FRAME, read_frame(frame), NOTHING_SAID), NOTHING_SAID)
    return read


def read_records(records: Sequence[Mapping[str, Any]]) -> Read:
    """Read figures from records, whose keys are named as a file's columns are."""
    from tryghed_dsl.figures.records import (  # noqa: PLC0415 -- seldom needed
        grid_of_records,
        is_tidy,
        tidy_rows,
    )

    read = Read()
    if records and not is_tidy(records):
        read.add(*cubes_of(grid_of_records(records), NOTHING_SAID), NOTHING_SAID)
    if any(cube.entries for cube, _ in read.cubes):
        return read
    rows, found = tidy_rows(records)
    return Read(rows=rows, found=found)

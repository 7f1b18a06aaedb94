"""What a project file says, and where it lies."""

from pathlib import Path

from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.files import is_file
from tryghed_dsl.records import dataclass

PROJECT_FILE = "tryghed.toml"


@dataclass(frozen=True, slots=True)
class SourceOfFiles:
    """What is said of one source.

    Attributes:
        name: its name; it may be the id of a source in the spec.
        options: how its figures are read.
        files: its files, each once.
        url: the database that its figures are in, instead of files.
        query: what is asked of the database.
    """

    name: str
    options: Options
    files: tuple[Path, ...] = ()
    url: str | None = None
    query: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file says.

    Attributes:
        path: the file.
        sources: its sources, in its order; no file belongs to two of them.
    """

    path: Path
    sources: tuple[SourceOfFiles, ...] = ()

    def options_for(self, path: Path) -> Options:
        """What is said of a file; nothing where no source has it."""
        place = path.resolve()
        return next((each.options for each in self.sources if place in each.files), NOTHING_SAID)


def find_project(beside: Path) -> Path | None:
    """The project file that lies beside a spec.

    Args:
        beside: the spec's file, or its folder. No folder above it is looked in.
    """
    folder = beside if beside.is_dir() else beside.parent
    path = folder / PROJECT_FILE
    return path if is_file(path) else None

"""A project file that says what was assumed of files, and leaves room for what is open."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath, PureWindowsPath

from tryghed_dsl.check.model import Spec
from tryghed_dsl.figures.interpret import Interpreted
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.places import is_url, name_of, without_password
from tryghed_dsl.figures.project.assumed import can_be_written
from tryghed_dsl.figures.project.remarks import remarks
from tryghed_dsl.figures.project.source_lines import SourceLines
from tryghed_dsl.figures.project.toml import array, quoted, short
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.text.language import Language

_LONGEST_PATH = 400
_FEW = 30  # letters: too few for what is not read


def proposal(
    places: Sequence[Path | str],
    made: Sequence[tuple[str, Interpreted, Options]],
    spec: Spec | None,
    found: Iterable[Finding] = (),
    language: Language = Language.EN,
) -> str:
    """The text of a project file that reads files as they were read.

    It is for the spec's folder, and without a spec for the one that all files are in or below.
    What is open stands in it as lines that begin with `#`, and lack only that somebody decides.

    Args:
        places: the files, and the addresses of databases.
        made: what their figures were taken to be, each with its file's path or name and with
            what had been said of it.
        spec: the spec, if there is one.
        found: what was found in reading the files.
        language: the language of the remarks.
    """
    urls = [place for place in map(str, places) if is_url(place)]
    paths = [Path(place) for place in places if not is_url(str(place))]
    words, told, names = remarks(language), list(found), _Names()
    lines = [f"# {line}" for line in words.head]
    root = folder_of(paths, spec).resolve()
    for path in dict.fromkeys(each.resolve() for each in paths):
        file = _place(path, root)
        if file is None:
            lines += ["", f"# {words.outside.format(file=quoted(short(path.name, _FEW)))}"]
            continue
        own = [(one, options) for name, one, options in made if _is_of(name, path)]
        said = own[0][1] if own else NOTHING_SAID
        about = [f for f in told if f.where is not None and f.where.file == path.name]
        name = names.new(path.stem)
        place = f"files = {array([file])}"
        source = SourceLines(name, place, [one for one, _ in own], said, about, spec, words)
        lines += ["", *source.lines()]
    for url in urls:
        own = [(one, options) for name, one, options in made if name == name_of(url)]
        about = [f for f in told if f.where is not None and f.where.file == name_of(url)]
        place = f"url = {quoted(without_password(url))}"
        taken = [one for one, _ in own]
        source = SourceLines(names.new(_stem(url)), place, taken, NOTHING_SAID, about, spec, words)
        lines += ["", *source.lines()]
    return "\n".join([*lines, ""])


def folder_of(paths: Sequence[Path], spec: Spec | None) -> Path:
    """The folder that a project file belongs in: the spec's, or the one that has all files."""
    if spec is not None:
        return Path(spec.source.name).parent
    folders = {path.resolve().parent for path in paths}
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # none, or on different drives
        return Path()


def _stem(url: str) -> str:
    """The table of an address as the name of a source, or the database without one."""
    return url.rpartition("#")[2] if "#" in url else PurePath(name_of(url)).stem


def _is_of(name: str, path: Path) -> bool:
    return name == path.name or Path(name).resolve() == path


class _Names:
    """Names of sources, none twice."""

    def __init__(self) -> None:
        self._taken = set[str]()

    def new(self, wanted: str) -> str:
        plain = short(wanted if can_be_written(wanted) else "tal")
        name, count = plain, 1
        while name in self._taken:
            count += 1
            name = f"{plain}-{count}"
        self._taken.add(name)
        return name


def _place(path: Path, root: Path) -> str | None:
    """A file as it is named from a folder; None where it cannot be."""
    if not path.is_relative_to(root):
        return None
    name = path.relative_to(root).as_posix()
    windows = PureWindowsPath(name)
    # A name may look like a drive, or like a folder at the very top.
    name = f"./{name}" if windows.drive or windows.root else name
    return name if can_be_written(name, _LONGEST_PATH) else None

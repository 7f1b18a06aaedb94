"""The files that a source names: paths and patterns, below the project file's folder only."""

import fnmatch
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from tryghed_dsl.figures.project.project import PROJECT_FILE
from tryghed_dsl.files import is_file, resolved
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.suggest import nearest

MOST_FILES = 10_000
# How often names are held against patterns, for many patterns in one large folder.
_MOST_LOOKS = 100 * MOST_FILES
_ANY_DEPTH = "**"
_SIGNS = "*?"
# Files that patterns pass over: those that are hidden, and those that a spreadsheet has open.
_HIDDEN = (".", "~$")
_SPECS = (PROJECT_FILE, ".tryghed")
_LIKENED = 200


class OutsideError(Exception):
    """A path leads out of the folder; its text says which."""


class TooManyError(Exception):
    """Too many files would have to be looked at."""


@dataclass(frozen=True, slots=True)
class _Folder:
    files: tuple[str, ...]
    folders: tuple[str, ...]


class Finder:
    """Finds files below a folder. Links to folders are not followed, and nothing is opened."""

    def __init__(self, root: Path) -> None:
        """Begin.

        Args:
            root: the folder.
        """
        self._root = root.resolve()
        self._known: dict[Path, _Folder] = {}
        self._links: set[Path] = set()
        self._seen = 0
        self._looks = 0

    def find(self, written: str) -> list[Path]:
        """The files that a path or pattern names.

        What is a file's name is that file, whatever signs are in it.

        Raises:
            OutsideError: it leads out of the folder.
            TooManyError: too many files lie in the folders that it names.
        """
        path = self._inside(resolved(self._root, written), written)
        if is_file(path):
            return [path]
        path = self._inside(resolved(self._root, written.replace("\\", "/")), written)
        found = list(self._matching(path.relative_to(self._root).parts))
        return [place for each in found if (place := self._followed(each)) is not None]

    def near(self, written: str) -> str | None:
        """The name of a file, among those looked at, that is most like one that is not there."""
        names = (self._shown(at / name) for at, own in self._known.items() for name in own.files)
        return nearest(written, [name for name, _ in zip(names, range(_LIKENED), strict=False)])

    def _inside(self, path: Path | None, shown: str) -> Path:
        if path is None or not path.is_relative_to(self._root):
            raise OutsideError(shown)
        return path

    def _followed(self, path: Path) -> Path | None:
        """A file, or the one that a link leads to; None where that is no file."""
        if path not in self._links:
            return path
        place = self._inside(resolved(path.parent, f"./{path.name}"), self._shown(path))
        return place if is_file(place) else None

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    # -------------------------------------------------------------- patterns

    def _matching(self, parts: Iterable[str]) -> Iterator[Path]:
        """The files below the folder that fit a pattern, by its parts."""
        *inner, last = parts or [""]
        inner, last = ([*inner, last], "*") if last == _ANY_DEPTH else (inner, last)
        folders = [self._root]
        for part in inner:
            below = (folder for at in folders for folder in self._into(at, part))
            folders = list(dict.fromkeys(below))
        for folder in folders:
            for name in self._fitting(self._listed(folder).files, last):
                if not (_is_pattern(last) and name.casefold().endswith(_SPECS)):
                    yield folder / name

    def _into(self, folder: Path, part: str) -> Iterator[Path]:
        if part != _ANY_DEPTH:
            names = self._fitting(self._listed(folder).folders, part)
            return (folder / name for name in names)
        return self._below(folder)

    def _below(self, folder: Path) -> Iterator[Path]:
        """A folder and all in it."""
        waiting = [folder]
        while waiting:
            at = waiting.pop()
            yield at
            waiting += (at / name for name in reversed(self._fitting(self._listed(at).folders)))

    def _fitting(self, names: tuple[str, ...], part: str = "*") -> list[str]:
        self._looks += len(names)
        if self._looks > _MOST_LOOKS:
            raise TooManyError
        fits = re.compile(fnmatch.translate(_folded(part).replace("[", "[[]"))).match
        hidden = () if part.startswith(_HIDDEN) else _HIDDEN
        return [name for name in names if not name.startswith(hidden) and fits(_folded(name))]

    # -------------------------------------------------------------- folders

    def _listed(self, folder: Path) -> _Folder:
        """What lies in a folder, in order; each is looked at once, and none that is elsewhere."""
        if folder not in self._known:
            here = folder.resolve().is_relative_to(self._root)
            self._known[folder] = self._list(folder) if here else _Folder((), ())
        return self._known[folder]

    def _list(self, folder: Path) -> _Folder:
        files, folders = list[str](), list[str]()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._count()
                    if entry.is_symlink():
                        self._links.add(folder / entry.name)
                        files.append(entry.name)
                    elif entry.is_dir():
                        folders.append(entry.name)
                    elif entry.is_file():
                        files.append(entry.name)
        except OSError:
            return _Folder((), ())
        return _Folder(tuple(sorted(files, key=_folded)), tuple(sorted(folders, key=_folded)))

    def _count(self) -> None:
        self._seen += 1
        if self._seen > MOST_FILES:
            raise TooManyError


def _is_pattern(part: str) -> bool:
    return any(sign in part for sign in _SIGNS)


def _folded(name: str) -> str:
    """A name as it is on every computer: capitals and composed letters make no difference."""
    return unicodedata.normalize("NFC", name).casefold()

"""The parts of a zipped workbook, unpacked no further than is sound, and their XML."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from xml.parsers import expat

from tryghed_dsl.figures.spreadsheet.refused import DAMAGED, TOO_LARGE, Refused

MOST_MB = 256
_MOST_PARTS = 10_000
_CHUNK = 1 << 18
_RAISED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError),
    *(NotImplementedError, RuntimeError, OverflowError),
)
Attributes = dict[str, str]


class Package:
    """A zipped workbook.

    What is unpacked is counted as it comes: what the file says of its own sizes is not believed.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > _MOST_PARTS:
            raise Refused(DAMAGED)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _RAISED as error:
            raise Refused(DAMAGED) from error
        self._names = {_key(name): name for name in self._zip.namelist()}
        self._left = MOST_MB * 1_000_000

    def has(self, part: str) -> bool:
        """Whether there is such a part; capitals make no difference."""
        return _key(part) in self._names

    def chunks(self, part: str) -> Iterator[bytes]:
        """A part's bytes, some at a time."""
        name = self._names.get(_key(part))
        if name is None:
            raise Refused(DAMAGED)
        try:
            with self._zip.open(name) as opened:
                while chunk := opened.read(_CHUNK):
                    self._count(len(chunk))
                    yield chunk
        except _RAISED as error:
            raise Refused(DAMAGED) from error

    def _count(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Refused(TOO_LARGE, most=float(MOST_MB))

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to, by id: the kind, and the part that is meant."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def start(kind: str, given: Attributes) -> None:
            if local(kind) == "Relationship" and given.get("TargetMode") != "External":
                target = posixpath.join(folder, given.get("Target", "").replace("\\", "/"))
                about = posixpath.basename(given.get("Type", ""))
                found[given.get("Id", "")] = about, posixpath.normpath(target)

        beside = str(PurePosixPath(folder, "_rels", f"{name}.rels"))
        if self.has(beside):
            self.walk(beside, start)
        return found

    def walk(
        self,
        part: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Go through a part's XML from its beginning."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        try:
            for chunk in self.chunks(part):
                parser.Parse(chunk, False)  # noqa: FBT003 -- it takes no names
            parser.Parse(b"", True)  # noqa: FBT003
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Refused(DAMAGED) from error


def local(kind: str) -> str:
    """An element's name without the prefix of its namespace."""
    return kind[kind.find(":") + 1 :]


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _no_doctype(*_: object) -> None:
    """No workbook has one; entities that grow when they are read need one."""
    raise Refused(DAMAGED)

"""The texts that an editor has open, and those beside them on the disk."""

from collections.abc import Iterator
from pathlib import Path

from tryghed_dsl.editor.positions import Positions
from tryghed_dsl.files import MOST_BYTES, MOST_MEGABYTES, read_source
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.records import dataclass
from tryghed_dsl.sources import Files
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.pieces import Pieces, Reading
from tryghed_dsl.text.source import Piece, Source, Span

SUFFIX = ".tryghed"


class Held(Source):
    """A text that belongs to a document."""

    def __init__(self, name: str, text: str, document: "Document") -> None:
        super().__init__(name, text)
        self.document = document


class Document:
    """A text of one file, or one that is in no file yet.

    Attributes:
        name: what findings call it: its path, or what the editor calls it.
        path: its file; None where it is in none.
        spec: whether it is a spec, and no text that one quotes.
        source: its text.
    """

    def __init__(self, name: str, text: str, path: Path | None, *, spec: bool = True) -> None:
        self.name, self.path, self.spec = name, path, spec
        self._pieces = Pieces()
        self._tree: tuple[nodes.File, list[Finding]] | None = None
        self._positions: dict[str, Positions] = {}
        self.source = Held(name, text, self)

    def write(self, text: str) -> None:
        """Put another text in its place."""
        self.source = Held(self.name, text, self)
        self._tree = None
        self._positions = {}

    def parsed(self) -> tuple[nodes.File, list[Finding]]:
        """Its tree, and what is wrong with it as a text."""
        if self._tree is None:
            self._tree = self._pieces.parse(self.source)
        return self._tree

    @property
    def tree(self) -> nodes.File:
        """Its tree."""
        return self.parsed()[0]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its pieces, in their order."""
        self.parsed()
        return self._pieces.readings

    @property
    def parts(self) -> Iterator[Reading]:
        """Its pieces, long goals in parts."""
        self.parsed()
        return self._pieces.parts

    def reading_at(self, offset: int) -> Reading:
        """The piece that a place lies in, or ends."""
        before = [each for each in self.readings if each.piece.start < offset]
        return before[-1] if before else self.readings[0]

    def positions(self, units: str) -> Positions:
        """Its places in an editor's units."""
        if units not in self._positions:
            self._positions[units] = Positions(self.source, units)
        return self._positions[units]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a document, by offsets in its text as it is held."""

    document: Document
    start: int
    end: int


def stretch(span: Span) -> Stretch | None:
    """Where a span lies among the documents; None for one that lies in none."""
    piece = span.source
    source, start = (piece.whole, piece.start) if isinstance(piece, Piece) else (piece, 0)
    if not isinstance(source, Held):
        return None
    return Stretch(source.document, start + span.start, start + span.end)


class Documents(Files):
    """The open documents, whose texts count before those on the disk.

    Attributes:
        open: those that are open, by name.
    """

    def __init__(self) -> None:
        self.open: dict[str, Document] = {}
        self._on_disk: dict[Path, tuple[tuple[int, int], Document, list[Finding]]] = {}

    def opened(self, name: str, text: str, path: Path | None, *, spec: bool = True) -> Document:
        """Take a document that was opened, or that has changed."""
        document = self.open.get(name)
        if document is None:
            document = self.open[name] = Document(name, text, path, spec=spec)
        else:
            document.write(text)
        return document

    def closed(self, name: str) -> None:
        """Let go of a document; what is on the disk counts again."""
        self.open.pop(name, None)

    @property
    def specs(self) -> list[Document]:
        """Those of the open documents that are specs."""
        return [document for document in self.open.values() if document.spec]

    def _opened_at(self, path: Path) -> Document | None:
        return next((each for each in self.open.values() if _same(each.path, path)), None)

    def at(self, path: Path) -> Document | None:
        """The document of a file, open or not; None where it cannot be read."""
        source, _ = self.source(path, str(path))
        return source.document if isinstance(source, Held) else None

    # -------------------------------------------------------------- how a spec's files are read

    def there(self, path: Path) -> bool:
        """Whether there is such a file, or an open document."""
        return self._opened_at(path) is not None or super().there(path)

    def source(self, path: Path, name: str) -> tuple[Source | None, list[Finding]]:
        """The text of an open document, else of the file."""
        document = self._opened_at(path)
        if document is None:
            return self._read(path, name)
        if len(document.source.text) > MOST_BYTES:
            return None, [Finding("E002", (), {"path": name, "most": MOST_MEGABYTES}, InFile(name))]
        return document.source, []

    def data(self, path: Path) -> bytes | None:
        """The bytes of the agreement's own text, as it is in the editor or on the disk."""
        document = self._opened_at(path)
        if document is None:
            return super().data(path)
        return document.source.given.encode("utf-8", "replace")

    def parsed(self, source: Source) -> tuple[nodes.File, list[Finding]]:
        """The tree of a document."""
        return source.document.parsed() if isinstance(source, Held) else super().parsed(source)

    def _read(self, path: Path, name: str) -> tuple[Source | None, list[Finding]]:
        """A file's text; one that has not changed since is not read again."""
        state = _state(path)
        kept = self._on_disk.get(path)
        if kept is not None and kept[0] == state:
            return kept[1].source, kept[2]
        source, found = read_source(path, name)
        if source is None or state is None:
            return source, found
        document = Document(name, source.given, path)
        self._on_disk[path] = (state, document, found)
        return document.source, found


def _same(one: Path | None, other: Path) -> bool:
    if one is None:
        return False
    return one == other or one.resolve() == other.resolve()


def _state(path: Path) -> tuple[int, int] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size

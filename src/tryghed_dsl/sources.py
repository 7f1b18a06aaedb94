"""The files that a spec is made of: the one asked for, and those that it uses, revises, quotes.

Paths in a spec are read from the folder of the file that names them, and none leads out of the
folder of the spec that was asked for. Nothing else is opened. Texts that were kept of a spec are
read in the same way, without any file.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from pathlib import Path, PureWindowsPath

from tryghed_dsl.check.revising.revisions import Written
from tryghed_dsl.files import (
    MOST_BYTES,
    MOST_MEGABYTES,
    StrPath,
    data_of,
    is_file,
    read_source,
    resolved,
)
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.decoding import decode
from tryghed_dsl.text.source import Source

_MOST_NAMED = 6
# Where kept texts stand while they are read; there is no such folder.
_KEPT = Path(os.sep, "kept").resolve()
# How documents begin that hold more than text.
_NO_TEXT = (b"%PDF", b"{\\rtf", b"PK\x03\x04")
# What a used file may hold.
_SHARED = (
    nodes.Language
    | nodes.Use
    | nodes.Area
    | nodes.AreaList
    | nodes.SourceOfFigures
    | nodes.Indicator
    | nodes.IndicatorList
    | nodes.Benchmark
    | nodes.Let
    | nodes.NamedCondition
    | nodes.SeriesBreak
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read for one spec.

    Attributes:
        chain: the first file and those that revise it, the oldest first; empty where one that
            is needed cannot be read.
        document: the agreement's own text; None where there is none to hold quotes against.
        found: what was found in reading.
    """

    chain: tuple[Written, ...]
    document: Source | None
    found: tuple[Finding, ...]

    @property
    def sources(self) -> list[Source]:
        """The spec's files, each once."""
        trees = [tree for written in self.chain for tree in (*written.used, written.tree)]
        return list(dict.fromkeys(tree.span.source for tree in trees))

    @property
    def holds_together(self) -> bool:
        """Whether each of the files but the first still says that it revises another."""
        return all(
            any(isinstance(each, nodes.Revises) for each in written.tree.statements)
            for written in self.chain[1:]
        )

    def with_file(self, source: Source, other: Source) -> "Gathered":
        """The same with another text in the place of one of its files."""
        tree, found = parse(other)

        def changed(old: nodes.File) -> nodes.File:
            return tree if old.span.source is source else old

        chain = tuple(
            Written(changed(each.tree), tuple(map(changed, each.used))) for each in self.chain
        )
        kept = (each for each in self.found if not _is_about_words_of(each, source))
        return Gathered(chain, self.document, (*kept, *found))


def _is_about_words_of(finding: Finding, source: Source) -> bool:
    return bool(finding.spans) and finding.spans[0].source is source


class Files:
    """How files are come by: from the disk, each read as a whole. An editor has ways of its own."""

    def there(self, path: Path) -> bool:
        """Whether an ordinary file is there."""
        return is_file(path)

    def source(self, path: Path, name: str) -> tuple[Source | None, list[Finding]]:
        """A spec's file as text, and what stands in the way."""
        return read_source(path, name)

    def data(self, path: Path) -> bytes | None:
        """The bytes of a document; None where there is none."""
        return data_of(path)

    def parsed(self, source: Source) -> tuple[nodes.File, list[Finding]]:
        """The tree of a text, and what is wrong with it."""
        return parse(source)


_DISK = Files()


def gather_file(path: StrPath, files: Files = _DISK) -> Gathered:
    """Read a spec's file and all that it names."""
    source, found = files.source(Path(path), os.fspath(path))
    if source is None:
        return Gathered((), None, tuple(found))
    return _gather_at(path, source, found, files)


def gather_as(source: Source, path: StrPath) -> Gathered:
    """Read a spec whose text is at hand as if it stood in a file, and all that it names."""
    return _gather_at(path, source, [], _DISK)


def _gather_at(path: StrPath, source: Source, found: list[Finding], files: Files) -> Gathered:
    folder = Path(path).parent.resolve()
    return _Gatherer(found, folder, files).gather(source, folder / Path(path).name)


class _Kept(Files):
    """Texts that were kept of a spec, by their paths; nothing else is there."""

    def __init__(self, texts: Mapping[Path, str]) -> None:
        self._texts = texts

    def there(self, path: Path) -> bool:
        return path in self._texts

    def source(self, path: Path, name: str) -> tuple[Source | None, list[Finding]]:
        return Source(name, self._texts[path]), []

    def data(self, path: Path) -> bytes | None:
        text = self._texts.get(path)
        return None if text is None else text.encode()


def gather_kept(texts: Mapping[str, str], name: str) -> Gathered:
    """Read a spec from texts that were kept of it, and no file at all.

    Args:
        texts: each text by its path from the folder of the spec, with `/` between its parts.
        name: what the spec was called when it was read from a file, on whichever system; the
            last part of it is the path of its text.
    """
    first = last_part(name, texts)
    if first is None:
        return Gathered((), None, (Finding("E001", (), {"path": name}, InFile(name)),))
    kept = _Kept({_KEPT / path: text for path, text in texts.items()})
    return _Gatherer([], _KEPT, kept).gather(Source(name, texts[first]), _KEPT / first)


def last_part(name: str, known: Collection[str]) -> str | None:
    """The last part of a path of this system or another, where it is a known name."""
    parts = (Path(name).name, PureWindowsPath(name).name)
    return next((part for part in parts if part in known), None)


def gather_text(source: Source, files: Files = _DISK) -> Gathered:
    """Read a spec that is in no folder, and so can name no other file."""
    return _Gatherer([], None, files).gather(source, Path(source.name))


# ------------------------------------------------------------------ many files


@dataclass(frozen=True, slots=True, eq=False)
class _File:
    path: Path
    tree: nodes.File

    @property
    def source(self) -> Source:
        return self.tree.span.source

    def uses(self) -> Iterator[nodes.Use]:
        return (each for each in self.tree.statements if isinstance(each, nodes.Use))


@dataclass(slots=True)
class _Gatherer:
    """Reads files, each once.

    Attributes:
        root: the folder that no path may leave; None where the spec is in no folder.
        ways: how files are come by.
        files: the files read by path; None for one that cannot be used, which has been told.
        weight: how large all wordings are together, with each file in every one it is part of.
        whole: whether all that is needed has been read.
    """

    found: list[Finding]
    root: Path | None
    ways: Files
    files: dict[Path, _File | None] = field(default_factory=dict)
    weight: int = 0
    whole: bool = True

    def gather(self, source: Source, path: Path) -> Gathered:
        chain = self._chain(self._parsed(source, path))
        written = [
            Written(file.tree, self._used(file, wordings))
            for wordings, file in enumerate(chain, start=1)
        ]
        document = self._document(chain[-1])
        if self._is_too_heavy() and len(self.files) > 1:
            self.whole = False
            args: dict[str, Argument] = {"path": source.name, "most": MOST_MEGABYTES}
            self.found.append(Finding("E214", (), args, InFile(source.name)))
        oldest_first = tuple(reversed(written)) if self.whole else ()
        return Gathered(oldest_first, document, tuple(self.found))

    def _parsed(self, source: Source, path: Path) -> _File:
        tree, found = self.ways.parsed(source)
        self.found += found
        file = _File(path, tree)
        self.files[path] = file
        return file

    def _tell(self, code: str, node: nodes.Node, **args: str | float) -> None:
        self.found.append(Finding(code, (node.span,), args))

    def _tell_circle(self, files: list[_File], node: nodes.Node) -> None:
        self.whole = False
        names = [self._shown(file.path) for file in files]
        if len(names) > _MOST_NAMED:
            names = [*names[:2], "…", *names[-2:]]
        self._tell("E211", node, circle=" -> ".join(names))

    def _shown(self, path: Path) -> str:
        return path.name if self.root is None else path.relative_to(self.root).as_posix()

    def _weigh(self, file: _File, wordings: int) -> None:
        self.weight += len(file.source.text) * wordings

    def _is_too_heavy(self) -> bool:
        return self.weight > MOST_BYTES

    # -------------------------------------------------------------- revisions

    def _chain(self, newest: _File) -> list[_File]:
        """The files from the newest back to the first, each revising the next."""
        chain = {newest.path: newest}
        file = newest
        self._weigh(file, 1)
        while (revises := self._revises(file)) is not None and not self._is_too_heavy():
            before = self._open(file, revises.path)
            if before is None:
                break
            if before.path in chain:
                self._tell_circle(_round(chain, before), revises.path)
                break
            file = chain[before.path] = before
            self._weigh(file, len(chain))
        return list(chain.values())

    def _revises(self, file: _File) -> nodes.Revises | None:
        found = [each for each in file.tree.statements if isinstance(each, nodes.Revises)]
        for again in found[1:]:
            self.found.append(Finding("E216", (again.span, found[0].span)))
        return found[0] if found else None

    # -------------------------------------------------------------- use

    def _used(self, first: _File, wordings: int) -> tuple[nodes.File, ...]:
        """The files that one uses, and that those use, each once; circles are told."""
        way, waiting, found = {first.path: first}, [(first, first.uses())], dict[Path, _File]()
        while waiting:
            naming, uses = waiting[-1]
            use = next(uses, None)
            if use is None:
                waiting.pop()
                found[naming.path] = way.pop(naming.path)
                continue
            file = self._shared(naming, use)
            if file is None or file.path in found:
                continue
            if file.path in way:
                self._tell_circle(_round(way, file), use.path)
            elif not self._is_too_heavy():
                self._weigh(file, wordings)
                way[file.path] = file
                waiting.append((file, file.uses()))
        del found[first.path]
        return tuple(file.tree for file in found.values())

    def _shared(self, naming: _File, use: nodes.Use) -> _File | None:
        """A used file; one that holds more than declarations is told, and not used."""
        file = self._open(naming, use.path)
        if file is None or file is naming:
            return file
        other = next((x for x in file.tree.statements if not isinstance(x, _SHARED)), None)
        if other is None:
            return file
        self.whole = False
        self.files[file.path] = None
        self._tell("E213", other, path=self._shown(file.path))
        return None

    # -------------------------------------------------------------- one file

    def _open(self, naming: _File, written: nodes.Text) -> _File | None:
        """The file that a path names; None where it cannot be read, which is then told."""
        path = self._path(naming, written)
        if path is None or (path in self.files and self.files[path] is None):
            self.whole = False
            return None
        return self.files.get(path) or self._read(path, naming, written)

    def _read(self, path: Path, naming: _File, written: nodes.Text) -> _File | None:
        name = os.path.normpath(Path(naming.source.name).parent / written.text)
        source, found = self.ways.source(path, name) if self.ways.there(path) else (None, [])
        if source is not None:
            self.found += found
            return self._parsed(source, path)
        self.whole = False
        self.files[path] = None
        told = found or [Finding("E212", (), {"path": written.text})]
        self.found += [replace(finding, spans=(written.span,), where=None) for finding in told]
        return None

    def _path(self, naming: _File, written: nodes.Text) -> Path | None:
        """Where a path leads, below the folder of the spec; what leads elsewhere is told."""
        if self.root is None:
            self._tell("E215", written, path=written.text)
            return None
        path = resolved(naming.path.parent, written.text)
        if path is None or not path.is_relative_to(self.root):
            self._tell("E210", written, path=written.text)
            return None
        return path

    # -------------------------------------------------------------- the document

    def _document(self, first: _File) -> Source | None:
        """The agreement's own text, where it can be read."""
        named = _document_named(first.tree)
        if named is None:
            return None
        if self.root is None:
            self._tell("W225", named, path=named.text)
            return None
        path = self._path(first, named)
        return None if path is None else self._text(path, named)

    def _text(self, path: Path, named: nodes.Text) -> Source | None:
        data = self.ways.data(path)
        if data is None:
            self._tell("W225", named, path=named.text, missing=named.text)
            return None
        if len(data) > MOST_BYTES:
            self._tell("E002", named, path=named.text, most=MOST_MEGABYTES)
            return None
        decoded = None if data.startswith(_NO_TEXT) else decode(data)
        if decoded is None:
            self._tell("W225", named, path=named.text, no_text=named.text)
            return None
        return Source(named.text, decoded.text)


def _round(way: Mapping[Path, _File], file: _File) -> list[_File]:
    """The way from a file back to itself."""
    files = list(way.values())
    return [*files[files.index(file) :], file]


def _document_named(tree: nodes.File) -> nodes.Text | None:
    for statement in tree.statements:
        if isinstance(statement, nodes.Agreement):
            for line in statement.lines:
                if isinstance(line, nodes.Document):
                    return line.path
    return None

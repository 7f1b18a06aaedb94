"""A document as the checker sees it, with the files that it uses, revises and quotes."""

from collections.abc import Iterable
from pathlib import Path

from tryghed_dsl.check.model import Spec
from tryghed_dsl.collecting import paused
from tryghed_dsl.editor.documents import SUFFIX, Document, Documents, Held
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.most import at_most
from tryghed_dsl.pipeline import checked, told_once
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.sources import Files, Gathered, gather_file, gather_text
from tryghed_dsl.text.source import Source

# So many specs beside a document are looked through for those that use or revise it.
_MOST_BESIDE = 200


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in a document.

    Attributes:
        document: the document itself.
        parts: it and those that it uses and revises, each once.
        spec: the checked spec; None where an error stands in the way.
        found: the findings, those in its parts included, as many as anybody would read.
        close: whether it was looked for what each mistake was meant to be.
    """

    document: Document
    parts: tuple[Document, ...]
    spec: Spec | None
    found: tuple[Finding, ...]
    close: bool = False


def analyse(document: Document, documents: Documents) -> Analysis:
    """Check a document, with what it names as it is in the editor or on the disk."""
    with paused():
        read = _gathered(document, documents)
        spec, found = checked(read)
    return Analysis(document, _parts(document, read), spec, tuple(at_most(found)))


def closer(analysis: Analysis, documents: Documents) -> Analysis:
    """The same with each mistake told once, and with what mends it; that takes a while."""
    if analysis.spec is not None:
        return replace(analysis, close=True)
    with paused():
        read = _gathered(analysis.document, _Whole(documents))
        found = told_once(read, checked(read)[1])
    return replace(analysis, found=tuple(at_most(found)), close=True)


class _Whole(Files):
    """The documents read as wholes, as a change anywhere in one is tried."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def there(self, path: Path) -> bool:
        return self._documents.there(path)

    def source(self, path: Path, name: str) -> tuple[Source | None, list[Finding]]:
        return self._documents.source(path, name)

    def data(self, path: Path) -> bytes | None:
        return self._documents.data(path)


def _gathered(document: Document, files: Files) -> Gathered:
    if document.path is None:
        return gather_text(document.source, files)
    return gather_file(document.path, files)


def _parts(document: Document, read: Gathered) -> tuple[Document, ...]:
    trees = (tree for written in read.chain for tree in (*written.used, written.tree))
    sources = (tree.span.source for tree in trees)
    found = {source.document: None for source in sources if isinstance(source, Held)}
    return tuple({document: None, **found})


def related(document: Document, documents: Documents) -> tuple[Document, ...]:
    """All documents that hold together with one: its parts, and those that it is a part of."""
    found: dict[Document, None] = {document: None}
    for each in (document, *_beside(document, documents)):
        parts = _parts(each, _gathered(each, documents))
        if document in parts:
            found |= dict.fromkeys(parts)
    return tuple(found)


def _beside(document: Document, documents: Documents) -> Iterable[Document]:
    """The specs that may use or revise a document: those open, and those in its folder."""
    yield from documents.specs
    if document.path is None:
        return
    folder = document.path.parent
    for path in sorted(_specs_in(folder))[:_MOST_BESIDE]:
        beside = documents.at(path)
        if beside is not None:
            yield beside


def _specs_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []


def used_by_others(document: Document, analyses: Iterable[Analysis]) -> bool:
    """Whether another open spec uses or revises a document, and so tells what is wrong with it."""
    return any(document in each.parts and each.document is not document for each in analyses)

"""What is open in an editor, and what was found in it: the state behind a server."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tryghed_dsl.editor.actions import Change
from tryghed_dsl.editor.analysis import Analysis, analyse, closer, related, used_by_others
from tryghed_dsl.editor.catalogue import Catalogue
from tryghed_dsl.editor.completion import Completion, completion
from tryghed_dsl.editor.diagnostics import Diagnostic, diagnostics, together
from tryghed_dsl.editor.documents import Document, Documents
from tryghed_dsl.editor.figures import KnownFigures
from tryghed_dsl.editor.hover import Hover, Told, hover
from tryghed_dsl.editor.renaming import Refused, Why, renamed
from tryghed_dsl.editor.symbols import (
    Place,
    definitions_of,
    name_at,
    places_of,
    symbol_of,
)
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.check.model import Spec


class Session:
    """The open documents, and what was found in them last.

    Attributes:
        language: the language that everything is told in.
        documents: the open documents.
    """

    def __init__(self, language: Language = Language.EN) -> None:
        self.language = language
        self.documents = Documents()
        self._analyses: dict[Document, Analysis] = {}
        self._specs: dict[Document, Spec] = {}
        self._stale = set[Document]()
        self._told: dict[Document, list[Diagnostic]] = {}
        self._figures = KnownFigures()

    # -------------------------------------------------------------- what is open

    def open(self, name: str, text: str, path: Path | None, *, spec: bool = True) -> Document:
        """Take a document that was opened, or that has changed; what is no spec may be quoted."""
        document = self.documents.opened(name, text, path, spec=spec)
        self._stale.add(document)
        self._stale.update(
            each.document for each in self._analyses.values() if document in each.parts
        )
        if document not in self._analyses:  # others may name it that knew it from the disk
            self._stale.update(self.documents.specs)
        return document

    def close(self, name: str) -> None:
        """Let go of a document."""
        document = self.documents.open.get(name)
        self.documents.closed(name)
        if document is not None:
            self._analyses.pop(document, None)
            self._specs.pop(document, None)
        self.look_again()

    def look_again(self) -> None:
        """Check all that is open anew, as files may have changed on the disk."""
        self._stale = set(self.documents.specs)

    # -------------------------------------------------------------- findings

    def found(self) -> dict[Document, list[Diagnostic]]:
        """The findings of all that is open, by document; those with none any more are empty."""
        self._check()
        roots = [
            each
            for each in self._analyses.values()
            if not used_by_others(each.document, self._analyses.values())
        ]
        told = together(diagnostics(each, self.language) for each in roots)
        before, self._told = self._told, told
        gone = {document: list[Diagnostic]() for document in before if document not in told}
        return {**gone, **told}

    def _check(self) -> None:
        """Check what has changed."""
        for document in self._stale & set(self.documents.specs):
            analysis = self._analyses[document] = analyse(document, self.documents)
            if analysis.spec is not None:
                self._specs[document] = analysis.spec
        self._stale = set()

    def look_closer(self) -> bool:
        """Look for what each mistake was meant to be; whether there was anything to look at."""
        self._check()
        waiting = [each for each in self._analyses.values() if not each.close]
        for each in waiting:
            self._analyses[each.document] = closer(each, self.documents)
        return any(each.spec is None for each in waiting)

    def found_in(self, document: Document) -> list[Diagnostic]:
        """The findings of one document, as it is now, with what mends them."""
        self.look_closer()
        return self.found().get(document, [])

    # -------------------------------------------------------------- at a place

    def _analysis(self, document: Document) -> Analysis:
        """What was found in a document last."""
        known = self._analyses.get(document)
        if known is None:
            known = self._analyses[document] = analyse(document, self.documents)
        return known

    def completion(self, document: Document, offset: int) -> Completion:
        """What can be written at a place."""
        catalogue = Catalogue(self._analysis(document).parts)
        return completion(document, offset, catalogue, self.language)

    def hover(self, document: Document, offset: int) -> Hover | None:
        """What is to be told of the word at a place."""
        analysis = self._analysis(document)
        spec = self._specs.get(document, analysis.spec)
        known = self._figures.of(spec, document.path)
        told = Told(Catalogue(analysis.parts), known, spec, self.language)
        return hover(document, offset, told)

    def definitions(self, document: Document, offset: int) -> list[Place]:
        """Where what is named at a place is declared."""
        found, documents = self._symbol(document, offset)
        symbol = None if found is None else symbol_of(found, documents)
        return [] if symbol is None else definitions_of(symbol, documents)

    def references(self, document: Document, offset: int) -> list[Place]:
        """All places where what is named at a place is named."""
        found, documents = self._symbol(document, offset)
        symbol = None if found is None else symbol_of(found, documents)
        return [] if symbol is None else places_of(symbol, documents)

    def named(self, document: Document, offset: int) -> Place | None:
        """The name at a place that can be given another; None where there is none."""
        found, documents = self._symbol(document, offset)
        return None if found is None or symbol_of(found, documents) is None else found

    def rename(self, document: Document, offset: int, name: str) -> list[Change]:
        """Give what is named at a place another name.

        Raises:
            Refused: it cannot be done.
        """
        found, documents = self._symbol(document, offset)
        symbol = None if found is None else symbol_of(found, documents)
        if symbol is None:
            raise Refused(Why.NOTHING)
        return renamed(symbol, name, documents)

    def _symbol(self, document: Document, offset: int) -> tuple[Place | None, Sequence[Document]]:
        found = name_at(document, offset)
        documents: Iterable[Document] = () if found is None else related(document, self.documents)
        return found, tuple(documents)

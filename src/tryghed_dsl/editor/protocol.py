"""What the session tells, in the types of the Language Server Protocol."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from lsprotocol import types as lsp

from tryghed_dsl.editor.actions import Action, Change
from tryghed_dsl.editor.completion import Completion, Sort, Suggestion
from tryghed_dsl.editor.diagnostics import Diagnostic
from tryghed_dsl.editor.documents import Document, Stretch
from tryghed_dsl.editor.marks import marked_tokens
from tryghed_dsl.editor.outline import Entry, Fold, folds, outline
from tryghed_dsl.editor.outline import Sort as Outlined
from tryghed_dsl.editor.positions import Position
from tryghed_dsl.editor.symbols import Place
from tryghed_dsl.findings.finding import Severity
from tryghed_dsl.text.language import Language

NAME = "tryghed"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}
_ITEMS = {
    Sort.KEYWORD: lsp.CompletionItemKind.Keyword,
    Sort.INDICATOR: lsp.CompletionItemKind.Variable,
    Sort.PLACE: lsp.CompletionItemKind.Module,
    Sort.SOURCE: lsp.CompletionItemKind.Reference,
    Sort.TARGET: lsp.CompletionItemKind.Event,
    Sort.FUNCTION: lsp.CompletionItemKind.Function,
    Sort.ARGUMENT: lsp.CompletionItemKind.Property,
    Sort.VALUE: lsp.CompletionItemKind.EnumMember,
}
_SYMBOLS = {
    Outlined.AGREEMENT: lsp.SymbolKind.File,
    Outlined.GOAL: lsp.SymbolKind.Namespace,
    Outlined.TARGET: lsp.SymbolKind.Event,
    Outlined.INDICATOR: lsp.SymbolKind.Variable,
    Outlined.BENCHMARK: lsp.SymbolKind.Constant,
    Outlined.AREA: lsp.SymbolKind.Module,
    Outlined.SOURCE: lsp.SymbolKind.Interface,
    Outlined.LIST: lsp.SymbolKind.Array,
    Outlined.CONDITION: lsp.SymbolKind.Function,
    Outlined.NUMBER: lsp.SymbolKind.Number,
    Outlined.TEST: lsp.SymbolKind.Method,
}


class Translator:
    """Puts places and texts into the client's terms.

    Attributes:
        units: the encoding that the client counts columns in.
        snippets: whether it fills in the places of snippets.
        versions: whether it takes edits with the version that they are of.
    """

    def __init__(self) -> None:
        self.units = "utf-16"
        self.snippets = False
        self.versions = False
        self._open: dict[Document, tuple[str, int | None]] = {}

    def opened(self, document: Document, uri: str, version: int | None) -> None:
        """Remember what the client calls a document."""
        self._open[document] = (uri, version)

    def closed(self, document: Document) -> None:
        """Forget it."""
        self._open.pop(document, None)

    def uri(self, document: Document) -> str:
        """What the client calls a document; of a file that is not open, its address."""
        known = self._open.get(document)
        if known is not None:
            return known[0]
        path = document.path or Path(document.name)
        return path.resolve().as_uri()

    def version(self, document: Document) -> int | None:
        """The version of an open document that was told last."""
        return self._open.get(document, ("", None))[1]

    # -------------------------------------------------------------- places

    def offset(self, document: Document, position: lsp.Position) -> int:
        """The offset of a client's position."""
        place = Position(position.line, position.character)
        return document.positions(self.units).offset(place)

    def range(self, place: Stretch | Place | Change) -> lsp.Range:
        """A stretch of a document as a range."""
        return self._range(place.document, place.start, place.end)

    def _range(self, document: Document, start: int, end: int) -> lsp.Range:
        return lsp.Range(self._position(document, start), self._position(document, end))

    def _position(self, document: Document, offset: int) -> lsp.Position:
        at = document.positions(self.units).at(offset)
        return lsp.Position(at.line, at.column)

    def location(self, place: Stretch | Place) -> lsp.Location:
        """A stretch with the document that it is in."""
        return lsp.Location(self.uri(place.document), self.range(place))

    # -------------------------------------------------------------- findings

    def diagnostic(self, told: Diagnostic) -> lsp.Diagnostic:
        """A finding."""
        return lsp.Diagnostic(
            range=self.range(told.place),
            message=told.message,
            severity=_SEVERITIES[told.severity],
            code=told.finding.code,
            code_description=lsp.CodeDescription(told.page.as_uri()),
            source=NAME,
            related_information=[
                lsp.DiagnosticRelatedInformation(self.location(each.place), each.message)
                for each in told.related
            ]
            or None,
        )

    # -------------------------------------------------------------- edits

    def edit(self, changes: Iterable[Change]) -> lsp.WorkspaceEdit:
        """Changes of one or more documents."""
        by_document: dict[Document, list[lsp.TextEdit]] = {}
        for change in changes:
            by_document.setdefault(change.document, []).append(self.text_edit(change))
        if not self.versions:
            return lsp.WorkspaceEdit({self.uri(doc): each for doc, each in by_document.items()})
        return lsp.WorkspaceEdit(
            document_changes=[
                lsp.TextDocumentEdit(
                    lsp.OptionalVersionedTextDocumentIdentifier(
                        self.uri(document), self.version(document)
                    ),
                    list[lsp.TextEdit | lsp.AnnotatedTextEdit | lsp.SnippetTextEdit](edits),
                )
                for document, edits in by_document.items()
            ]
        )

    def text_edit(self, change: Change) -> lsp.TextEdit:
        """One change; its lines end as those of its document do."""
        text = change.text
        if "\n" in text and "\r\n" in change.document.source.given:
            text = text.replace("\n", "\r\n")
        return lsp.TextEdit(self.range(change), text)

    def action(self, action: Action, kind: lsp.CodeActionKind) -> lsp.CodeAction:
        """Something that mends a document."""
        return lsp.CodeAction(
            title=action.title,
            kind=kind,
            diagnostics=None if action.mends is None else [self.diagnostic(action.mends)],
            is_preferred=action.preferred if action.mends is not None else None,
            edit=self.edit(action.changes),
        )

    # -------------------------------------------------------------- lists

    def completion(self, document: Document, found: Completion, offset: int) -> lsp.CompletionList:
        """What can be written at a place."""
        span = self._range(document, found.start, offset)
        items = [self._item(each, n, span) for n, each in enumerate(found.suggestions)]
        return lsp.CompletionList(is_incomplete=False, items=items)

    def _item(self, each: Suggestion, number: int, span: lsp.Range) -> lsp.CompletionItem:
        filled = each.snippet and self.snippets
        snippet, plain = lsp.InsertTextFormat.Snippet, lsp.InsertTextFormat.PlainText
        return lsp.CompletionItem(
            label=each.label,
            kind=_ITEMS[each.sort],
            detail=each.detail or None,
            documentation=each.about or None,
            sort_text=f"{number:05}",
            filter_text=each.label,
            insert_text_format=snippet if filled else plain,
            text_edit=lsp.TextEdit(span, each.text if filled or not each.snippet else each.label),
        )

    def symbols(self, document: Document) -> list[lsp.DocumentSymbol]:
        """The outline."""
        return [self._symbol(entry) for entry in outline(document)]

    def _symbol(self, entry: Entry) -> lsp.DocumentSymbol:
        return lsp.DocumentSymbol(
            name=entry.name or "…",
            detail=entry.detail or None,
            kind=_SYMBOLS[entry.sort],
            range=self.range(entry.place),
            selection_range=self.range(entry.head),
            children=[self._symbol(each) for each in entry.inside],
        )

    def folding(self, document: Document) -> list[lsp.FoldingRange]:
        """What can be folded."""
        return [self._fold(fold) for fold in folds(document)]

    def _fold(self, fold: Fold) -> lsp.FoldingRange:
        kind = lsp.FoldingRangeKind.Comment if fold.comment else lsp.FoldingRangeKind.Region
        return lsp.FoldingRange(fold.first, fold.last, kind=kind)

    def tokens(self, document: Document) -> lsp.SemanticTokens:
        """The tokens that are coloured, each by its distance from the one before."""
        positions, data = document.positions(self.units), list[int]()
        line = column = 0
        for token in marked_tokens(document):
            start, end = positions.at(token.start), positions.at(token.end)
            moved = start.line - line
            data += (
                moved,
                start.column if moved else start.column - column,
                end.column - start.column,
                int(token.mark),
                0,
            )
            line, column = start.line, start.column
        return lsp.SemanticTokens(data)


def language_of(locale: str | None) -> Language:
    """The language of an editor's locale: Danish where it is Danish, else English."""
    return Language.DA if (locale or "").casefold().startswith("da") else Language.EN


def wanted(only: Sequence[lsp.CodeActionKind | str] | None, kind: str) -> bool:
    """Whether a client asks for actions of a kind."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)

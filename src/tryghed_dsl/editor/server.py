"""The server that an editor starts: takes its messages, and answers each from the session.

Nothing that a text holds, and no mistake of ours, ends it: what fails in a request becomes a line
in the editor's log.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from tryghed_dsl.editor.actions import Change, mend_all, quick_fixes
from tryghed_dsl.editor.documents import SUFFIX, Document
from tryghed_dsl.editor.layout import laid_out
from tryghed_dsl.editor.marks import LEGEND
from tryghed_dsl.editor.protocol import NAME, Translator, language_of, wanted
from tryghed_dsl.editor.renaming import Refused
from tryghed_dsl.editor.session import Session
from tryghed_dsl.editor.symbols import Place, file_named_at
from tryghed_dsl.text.language import Language
from tryghed_dsl.version import __version__

_Handler = TypeVar("_Handler", bound=Callable[..., Any])
# How long is waited for the next key before a text is checked, in seconds.
_WAIT = 0.03
# And how long until it is looked for what each mistake was meant to be, which takes a while.
_WAIT_LONGER = 0.4
_REFUSED = -32803
_TRIGGERS = ["(", ",", ">", "=", " ", "`"]


class Server(LanguageServer):
    """The protocol's server, with what is open in it."""

    def __init__(self, language: Language | None) -> None:
        super().__init__(NAME, __version__, lsp.TextDocumentSyncKind.Full)
        self.fixed_language = language
        self.session = Session(language or Language.EN)
        self.translator = Translator()
        self._waiting: list[asyncio.TimerHandle] = []

    def document(self, uri: str) -> Document | None:
        """An open spec by what the client calls it."""
        document = self.session.documents.open.get(_name(uri))
        return document if document is not None and document.spec else None

    def take(self, uri: str, version: int | None) -> None:
        """Take the text of a document as the client now has it, and check it soon."""
        text = self.workspace.text_documents[uri].source
        path = _path(uri)
        spec = path is None or path.suffix == SUFFIX or self._says_spec(uri)
        document = self.session.open(_name(uri), text, path, spec=spec)
        self.translator.opened(document, uri, version)
        self.check_soon()

    def _says_spec(self, uri: str) -> bool:
        return bool(self.workspace.text_documents[uri].language_id == NAME)

    def check_soon(self) -> None:
        """Check what has changed once no key is pressed for a moment."""
        for each in self._waiting:
            each.cancel()
        later = asyncio.get_running_loop().call_later
        self._waiting = [
            later(_WAIT, _guarded(Server.tell), self),
            later(_WAIT_LONGER, _guarded(Server.tell_closer), self),
        ]

    def tell_closer(self) -> None:
        """Tell it again once it was looked for what was meant."""
        if self.session.look_closer():
            self.tell()

    def tell(self) -> None:
        """Tell the client what is found in all that is open."""
        for document, found in self.session.found().items():
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(
                    uri=self.translator.uri(document),
                    version=self.translator.version(document),
                    diagnostics=[self.translator.diagnostic(each) for each in found],
                )
            )


def _path(uri: str) -> Path | None:
    path = to_fs_path(uri)
    return None if path is None else Path(path)


def _name(uri: str) -> str:
    """What findings call a document: its path, or the client's name for one without."""
    return str(_path(uri) or uri)


def _guarded(handler: _Handler) -> _Handler:
    """The handler; what fails in it is told in the client's log, and nothing is answered."""

    @wraps(handler)
    def guarded(server: Server, *args: Any) -> Any:
        try:
            return handler(server, *args)
        except Refused as refused:
            raise JsonRpcException(refused.told(server.session.language), _REFUSED) from None
        except Exception as error:  # noqa: BLE001 -- a server that ends helps nobody
            _log(server, error)
            return None

    return guarded  # type: ignore[return-value]  # it takes and gives the same


def _log(server: Server, error: Exception) -> None:
    import traceback  # noqa: PLC0415 -- seldom needed

    told = "".join(traceback.format_exception(error))
    message = f"this is a mistake in Tryghed, please report it:\n{told}"
    server.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, message))


# ------------------------------------------------------------------ handlers


def _initialize(server: Server, params: lsp.InitializeParams) -> None:
    can = params.capabilities
    if server.fixed_language is None:
        server.session.language = language_of(params.locale)
    translator = server.translator
    encoding = server.workspace.position_encoding
    translator.units = getattr(encoding, "value", encoding) or "utf-16"
    document, workspace = can.text_document, can.workspace
    completing = document.completion if document else None
    item = completing.completion_item if completing else None
    translator.snippets = bool(item and item.snippet_support)
    edits = workspace.workspace_edit if workspace else None
    translator.versions = bool(edits and edits.document_changes)


def _did_open(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    server.take(params.text_document.uri, params.text_document.version)


def _did_change(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    server.take(params.text_document.uri, params.text_document.version)


def _did_close(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    document = server.session.documents.open.get(_name(uri))
    if document is None:
        return
    server.session.close(document.name)
    server.translator.closed(document)
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))
    server.check_soon()


def _look_again(server: Server, _: object) -> None:
    server.session.look_again()
    server.check_soon()


def _completion(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    offset = server.translator.offset(document, params.position)
    found = server.session.completion(document, offset)
    return server.translator.completion(document, found, offset)


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    offset = server.translator.offset(document, params.position)
    found = server.session.hover(document, offset)
    if found is None:
        return None
    place = server.translator.range(Change(document, found.start, found.end, ""))
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, found.text), place)


def _definition(server: Server, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    offset = server.translator.offset(document, params.position)
    path = file_named_at(document, offset)
    if path is not None and document.path is not None:
        named = path.document.source.text[path.start + 1 : path.end - 1]
        file = (document.path.parent / named).resolve()
        start = lsp.Position(0, 0)
        return [lsp.Location(file.as_uri(), lsp.Range(start, start))] if file.is_file() else None
    return _locations(server, server.session.definitions(document, offset))


def _references(server: Server, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    offset = server.translator.offset(document, params.position)
    found = server.session.references(document, offset)
    asked = params.context.include_declaration
    return _locations(server, [each for each in found if asked or not each.occurrence.declares])


def _locations(server: Server, places: list[Place]) -> list[lsp.Location]:
    return [server.translator.location(place) for place in places]


def _prepare_rename(server: Server, params: lsp.PrepareRenameParams) -> lsp.Range | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    found = server.session.named(document, server.translator.offset(document, params.position))
    return None if found is None else server.translator.range(found)


def _rename(server: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    offset = server.translator.offset(document, params.position)
    return server.translator.edit(server.session.rename(document, offset, params.new_name))


def _formatting(server: Server, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
    document = server.document(params.text_document.uri)
    change = None if document is None else laid_out(document)
    return None if change is None else [server.translator.text_edit(change)]


def _code_action(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
    document = server.document(params.text_document.uri)
    if document is None:
        return None
    translator, language = server.translator, server.session.language
    start, end = (translator.offset(document, at) for at in (params.range.start, params.range.end))
    found, only = server.session.found_in(document), params.context.only
    actions = list[lsp.CodeAction]()
    if wanted(only, lsp.CodeActionKind.QuickFix):
        fixes = quick_fixes(found, document, start, end, language)
        actions += [translator.action(each, lsp.CodeActionKind.QuickFix) for each in fixes]
    whole = mend_all(found, document, language)
    if whole is not None and wanted(only, lsp.CodeActionKind.SourceFixAll):
        actions.append(translator.action(whole, lsp.CodeActionKind.SourceFixAll))
    return actions


def _symbols(server: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
    document = server.document(params.text_document.uri)
    return None if document is None else server.translator.symbols(document)


def _folding(server: Server, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange] | None:
    document = server.document(params.text_document.uri)
    return None if document is None else server.translator.folding(document)


def _tokens(server: Server, params: lsp.SemanticTokensParams) -> lsp.SemanticTokens | None:
    document = server.document(params.text_document.uri)
    return None if document is None else server.translator.tokens(document)


_ACTIONS = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll])
_TOKENS = lsp.SemanticTokensLegend(list(LEGEND), [])
_HANDLERS: dict[str, tuple[Callable[..., Any], Any]] = {
    lsp.INITIALIZE: (_initialize, None),
    lsp.TEXT_DOCUMENT_DID_OPEN: (_did_open, None),
    lsp.TEXT_DOCUMENT_DID_CHANGE: (_did_change, None),
    lsp.TEXT_DOCUMENT_DID_CLOSE: (_did_close, None),
    lsp.TEXT_DOCUMENT_DID_SAVE: (_look_again, None),
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_look_again, None),
    lsp.TEXT_DOCUMENT_COMPLETION: (_completion, lsp.CompletionOptions(_TRIGGERS)),
    lsp.TEXT_DOCUMENT_HOVER: (_hover, None),
    lsp.TEXT_DOCUMENT_DEFINITION: (_definition, None),
    lsp.TEXT_DOCUMENT_REFERENCES: (_references, None),
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: (_prepare_rename, None),
    lsp.TEXT_DOCUMENT_RENAME: (_rename, lsp.RenameOptions(prepare_provider=True)),
    lsp.TEXT_DOCUMENT_FORMATTING: (_formatting, None),
    lsp.TEXT_DOCUMENT_CODE_ACTION: (_code_action, _ACTIONS),
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_symbols, None),
    lsp.TEXT_DOCUMENT_FOLDING_RANGE: (_folding, None),
    lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (_tokens, _TOKENS),
}


def make_server(language: Language | None) -> Server:
    """A server that tells in a language; with none, in its client's."""
    server = Server(language)
    for method, (handler, options) in _HANDLERS.items():
        server.feature(method, options)(_bound(server, _guarded(handler)))
    return server


def _bound(server: Server, handler: Callable[..., Any]) -> Callable[[Any], Any]:
    def answer(params: Any) -> Any:
        return handler(server, params)

    return answer


def serve(language: Language | None) -> None:
    """Serve an editor over standard input and output until it ends.

    Args:
        language: the language that everything is told in; None for the editor's own.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    make_server(language).start_io()

"""A client of the editor server: starts it as an editor does, and speaks with it over its pipes."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Self

_PATIENCE = 60.0


class Refusal(Exception):  # noqa: N818 -- an answer of the server
    """The server refused a request."""


class Editor:
    """A server, and what it has told; `with Editor() as editor:`."""

    def __init__(
        self, *words: str, locale: str = "en", encodings: Sequence[str] = (), snippets: bool = False
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tryghed_dsl", "lsp", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        self._told: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self._versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.found: dict[str, dict[str, Any]] = {}
        self.log: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities: dict[str, Any] = {
            "workspace": {"workspaceEdit": {"documentChanges": True}},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": snippets}}},
        }
        if encodings:
            capabilities["general"] = {"positionEncodings": list(encodings)}
        asked = {
            "processId": None,
            "rootUri": None,
            "locale": locale,
            "capabilities": capabilities,
        }
        self.can = self.ask("initialize", asked)["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
        self.code = self._process.wait(_PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert pipe is not None
            pipe.close()

    # -------------------------------------------------------------- messages

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        out = self._process.stdout
        assert out is not None
        try:
            while header := out.readline():
                length = 0
                while header.strip():
                    name, _, value = header.partition(b":")
                    length = int(value) if name == b"Content-Length" else length
                    header = out.readline()
                self._told.put(json.loads(out.read(length)))
        except ValueError:  # the pipe was closed
            return

    def _next(self) -> dict[str, Any]:
        try:
            told = self._told.get(timeout=_PATIENCE)
        except Empty:
            raise TimeoutError(self._process.poll()) from None
        if told.get("method") == "textDocument/publishDiagnostics":
            self.found[told["params"]["uri"]] = told["params"]
        elif told.get("method") == "window/logMessage":
            self.log.append(told["params"]["message"])
        return told

    def tell(self, method: str, params: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Ask the server something, and wait for its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            told = self._next()
            if told.get("id") == self._number and "method" not in told:
                if "error" in told:
                    raise Refusal(told["error"]["message"])
                return told.get("result")

    # -------------------------------------------------------------- documents

    @property
    def process(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        """Open a document, and wait for what is found in it."""
        self.show(uri, text, "tryghed")
        return self.wait(uri)

    def show(self, uri: str, text: str, language: str) -> None:
        """Open a document in any language."""
        self.texts[uri] = text
        self._versions[uri] = 1
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def write(self, uri: str, text: str) -> list[dict[str, Any]]:
        """Put another text in a document's place, and wait for what is found in it."""
        self.change(uri, text)
        return self.wait(uri)

    def change(self, uri: str, text: str) -> None:
        """Put another text in a document's place."""
        self.texts[uri] = text
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        changes = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.tell("textDocument/didChange", changes)

    def close(self, uri: str) -> None:
        """Close a document."""
        del self.texts[uri]
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def wait(self, uri: str) -> list[dict[str, Any]]:
        """Wait for what is found in a document as it is now."""
        while self.found.get(uri, {}).get("version") != self._versions[uri]:
            self._next()
        diagnostics: list[dict[str, Any]] = self.found[uri]["diagnostics"]
        return diagnostics

    def at(self, uri: str, words: str, behind: int = 0) -> dict[str, Any]:
        """The parameters that name the place of some words in a document."""
        before = self.texts[uri][: self.texts[uri].index(words) + behind]
        line = before.rpartition("\n")[2]
        column = len(line.encode("utf-16-le")) // 2
        place = {"line": before.count("\n"), "character": column}
        return {"textDocument": {"uri": uri}, "position": place}

    def apply(self, edit: dict[str, Any]) -> None:
        """Do an edit as an editor does, and tell the server."""
        for change in edit["documentChanges"]:
            document = change["textDocument"]
            uri = document["uri"]
            if uri not in self.texts:
                self.texts[uri] = Path(uri.removeprefix("file://")).read_text(encoding="utf-8")
                self.texts[uri] = edited(self.texts[uri], change["edits"])
                continue
            assert document["version"] == self._versions[uri]
            self.write(uri, edited(self.texts[uri], change["edits"]))


def edited(text: str, edits: Sequence[dict[str, Any]]) -> str:
    """A text with edits done, as an editor that counts in UTF-16 does them."""
    lines = text.splitlines(keepends=True) if "\r" in text else text.split("\n")
    ends = 0 if "\r" in text else 1
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-16-le")) // 2 + ends)
    units = text.encode("utf-16-le")

    def offset(place: dict[str, int]) -> int:
        return 2 * (starts[place["line"]] + place["character"])

    for edit in sorted(edits, key=lambda each: offset(each["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        units = units[:start] + edit["newText"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")

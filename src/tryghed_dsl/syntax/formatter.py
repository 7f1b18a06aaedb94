"""The canonical layout of a spec: spaces, indents, columns; no word or comment is changed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tryghed_dsl.syntax.columns import column_kind, in_columns, spans_lines
from tryghed_dsl.syntax.items import Blank, Block, Comment, Item, Line
from tryghed_dsl.syntax.lines import read_lines
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.syntax.spacing import Spacer, comments_behind
from tryghed_dsl.text.source import Source

_INDENT = "  "
_HANGING = "    "


def formatted(source: Source) -> str:
    """The source in canonical layout; it must be free of mistakes in signs and brackets."""
    items, _ = read_lines(source)
    lines = _block(items, "")
    return "".join(f"{line}\n" for line in lines)


def _block(items: Sequence[Item], indent: str) -> list[str]:
    lines: list[str] = []
    for key, group in groupby(_trimmed(items), key=column_kind):
        members = list(group)
        if key is None:
            for item in members:
                lines += _item(item, indent)
        else:
            lines += in_columns([item for item in members if isinstance(item, Line)], indent)
    return lines


def _trimmed(items: Sequence[Item]) -> Sequence[Item]:
    """The items without blank lines at either end."""
    start, end = 0, len(items)
    while start < end and isinstance(items[start], Blank):
        start += 1
    while end > start and isinstance(items[end - 1], Blank):
        end -= 1
    return items[start:end]


def _item(item: Item, indent: str) -> Iterator[str]:
    if isinstance(item, Blank):
        yield ""
    elif isinstance(item, Comment):
        yield indent + item.token.text.rstrip()
    else:
        yield from _line(item, indent)


def _line(line: Line, indent: str) -> Iterator[str]:
    rows = _Rows(indent).of(line.raw)
    if line.block is None:
        yield from rows
        return
    *before, head = rows
    yield from before
    yield f"{head} {{"
    yield from _block(line.block, indent + _INDENT)
    yield f"{indent}}}{comments_behind(line.after)}"


class _Rows:
    """A statement as its author broke it into lines, each with canonical blanks."""

    def __init__(self, indent: str) -> None:
        self._statement = self._indent = indent
        self._spacer = Spacer()
        self._rows: list[str] = []
        self._behind = ""
        self._tokens: list[Token] = []
        self._comments: list[Token] = []

    def of(self, raw: Sequence[Token]) -> list[str]:
        for token in raw:
            if token.kind is Kind.NEWLINE:
                self._end_row()
            elif token.kind is Kind.COMMENT:
                self._comments.append(token)
            elif isinstance(token, Block) and spans_lines(token):
                self._open(token)
            else:
                self._tokens.append(token)
        self._end_row()
        return self._rows

    def _end_row(self) -> None:
        if self._tokens or self._comments or self._behind:
            words = self._spacer.joined(self._tokens, behind=self._behind)
            self._rows.append(self._indent + words + comments_behind(self._comments))
        if self._rows:
            self._indent = self._statement + _HANGING
        self._behind, self._tokens, self._comments = "", [], []

    def _open(self, block: Block) -> None:
        """Lay out a composition on several lines; what follows it stands behind its brace."""
        words = self._spacer.joined(self._tokens, behind=self._behind)
        self._rows.append(f"{self._indent}{words} {{")
        self._rows += _block(block.items, self._indent + _INDENT)
        self._spacer.skip(block)
        self._behind, self._tokens = "}", []

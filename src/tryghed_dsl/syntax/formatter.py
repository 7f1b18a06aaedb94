"""The canonical layout of a spec: spaces, indents, columns; no word or comment is changed.

Lines that cannot be read are kept exactly as they are, and the others are laid out round them.
"""

from collections.abc import Collection, Iterator, Sequence

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.syntax.columns import column_kind, in_columns, spans_lines
from tryghed_dsl.syntax.items import Blank, Block, Comment, Item, Line
from tryghed_dsl.syntax.keeping import closed_on, kept_lines, kept_whole, written_on
from tryghed_dsl.syntax.lines import read_lines
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.syntax.scanner import Kind, Scanner, Token, without_blanks
from tryghed_dsl.syntax.spacing import Spacer, comments_behind
from tryghed_dsl.text.source import Source

_INDENT = "  "
_HANGING = "    "
# How often a damaged text is laid out until nothing changes any more; else it is left alone.
_MOST_TIMES = 5


def formatted(source: Source) -> str:
    """The source in canonical layout, as far as it can be read."""
    return laid_out(source)[0]


def laid_out(source: Source) -> tuple[str, list[Finding]]:
    """The source in canonical layout, as far as it can be read, and what is wrong with it."""
    _, found = parse(source)
    if not errors(found):
        return _layout(source, read_lines(source)[0], ()), found
    before, text = source.text, _once(source, errors(found))
    for _ in range(_MOST_TIMES):
        if text == before:
            return text, found
        again = Source(source.name, text)
        before, text = text, _once(again, errors(parse(again)[1]))
    return source.text, found


def _once(source: Source, wrong: Sequence[Finding]) -> str:
    """A damaged source laid out; what is kept is as little as leaves the rest readable."""
    items, _ = read_lines(source)
    if not wrong:
        return _layout(source, items, ())
    for kept in (kept_lines, kept_whole):
        text = _layout(source, items, kept(source, items, wrong))
        if _says_the_same(source, wrong, Source(source.name, text)):
            return text
    return source.text


def _layout(source: Source, items: Sequence[Item], kept: Collection[int]) -> str:
    return "".join(f"{line}\n" for line in _Layout(source, kept).file(items))


def _says_the_same(before: Source, wrong: Sequence[Finding], after: Source) -> bool:
    """Whether a damaged text has the same signs in another layout, and the same is wrong."""
    if _signs(before) != _signs(after) or _words(before) != _words(after):
        return False
    still = errors(parse(after)[1])
    return [finding.code for finding in still] == [finding.code for finding in wrong]


def _signs(source: Source) -> str:
    """All letters and signs; a semicolon may have become a line end."""
    return without_blanks(source.text).replace(";", "")


def _words(source: Source) -> list[tuple[Kind, str]]:
    scanned = Scanner(source).tokens()
    return [
        (token.kind, token.span.text.rstrip())
        for token in scanned
        if token.kind is not Kind.NEWLINE and not token.is_sign(";")
    ]


class _Layout:
    """Lays out a tree of lines, with the lines that are kept at their places between them.

    It goes through the text from its first line to its last, and knows how far it has come.
    """

    def __init__(self, source: Source, kept: Collection[int]) -> None:
        self._source = source
        self._kept = kept
        self._waiting = sorted(kept, reverse=True)
        self._at = 0

    def file(self, items: Sequence[Item]) -> list[str]:
        """The lines of a file."""
        lines = self.block(items, "")
        self._keep(self._source.text.count("\n") + 1, lines)
        return lines

    def block(self, items: Sequence[Item], indent: str) -> list[str]:
        """The lines between two braces, or of a file."""
        lines: list[str] = []
        for kind, group in self._groups(items):
            readable = [item for item in group if isinstance(item, Line) and not self._keeps(item)]
            rows = iter(in_columns(readable, indent) if kind and readable else ())
            for item in group:
                first, last = written_on(item)
                self._keep(first - 1, lines)
                self._part(first, lines)
                if self._keeps(item):
                    self._keep(last, lines)
                elif isinstance(item, Comment):
                    lines.append(indent + item.token.text.rstrip())
                else:
                    lines += [next(rows)] if kind else self._statement(item, indent)
                self._at = max(self._at, last)
                if isinstance(item, Line) and item.block is not None:
                    self._braces(item, item.block, indent, lines)
        return lines

    def _groups(self, items: Sequence[Item]) -> Iterator[tuple[str | None, list[Line | Comment]]]:
        """Items that stand in the same columns; what is kept among them does not part them."""
        kind: str | None = None
        group: list[Line | Comment] = []
        for item in items:
            inside = not isinstance(item, Blank) and self._keeps(item)
            own = kind if inside and not getattr(item, "block", None) else column_kind(item)
            if group and (own is None or own != kind):
                yield kind, group
                group = []
            kind = own
            if not isinstance(item, Blank):
                group.append(item)
        if group:
            yield kind, group

    def _statement(self, line: Line, indent: str) -> list[str]:
        rows = _Rows(indent, self).of(line.raw)
        if line.block is not None:
            rows[-1] += " {"
        return rows

    def _braces(self, line: Line, block: Sequence[Item], indent: str, lines: list[str]) -> None:
        """What stands between the braces of a statement, and the second one if it is there."""
        closed = closed_on(line)
        inner = self.block(block, indent + _INDENT)
        if closed is None:
            lines += inner
            return
        self._keep(closed - 1, inner)
        lines += inner
        if closed in self._kept:
            self._keep(closed, lines)
        else:
            lines.append(f"{indent}}}{comments_behind(line.after)}")
        self._at = closed

    # -------------------------------------------------------------- what is kept

    def _keeps(self, item: Line | Comment) -> bool:
        return written_on(item)[0] in self._kept

    def _keep(self, last: int, lines: list[str]) -> None:
        """Put what is kept, up to a line, behind what is laid out."""
        while self._waiting and self._waiting[-1] <= last:
            number = self._waiting.pop()
            self._part(number, lines)
            lines.append(self._source.line(number))
            self._at = number

    def _part(self, number: int, lines: list[str]) -> None:
        """Put an empty line where one stands before a line of the text, and not a block's first."""
        if lines and self._at < number - 1 and not without_blanks(self._source.line(number - 1)):
            lines.append("")
            self._at = number - 1


class _Rows:
    """A statement as its author broke it into lines, each with canonical blanks."""

    def __init__(self, indent: str, layout: _Layout) -> None:
        self._layout = layout
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
        self._rows += self._layout.block(block.items, self._indent + _INDENT)
        self._spacer.skip(block)
        self._behind, self._tokens = "}", []

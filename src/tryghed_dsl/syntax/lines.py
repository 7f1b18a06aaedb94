"""From tokens to a tree of lines, so that each line can be parsed alone.

A mistake then spoils its own line and no other. Line ends are hidden inside `( )` and `[ ]`,
after a comma and after an operator; `{` opens a block of lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.syntax.scanner import Kind, Scanner, Token
from tryghed_dsl.text.source import Source

LANGUAGE_VERSION = 1
MOST_NESTED = 50
MOST_TERMS = 200_000

_CONTINUING = ("+", "-", "*", "/", "<=", "<", ">=", ">", "==", "=", "->", ",", "..")
_COMPARING = ("<=", "<", ">=", ">", "==", "->")
# Words that can follow an operand.
_JOINING = frozenset({"in", "of", "pp", "and", "between"})
_OPENING = {"(": ")", "[": "]"}
# Words that open a statement of a file and that no block holds.
_TOP_WORDS = frozenset({"agreement", "source", "indicator", "benchmark", "goal", "test"})
_LINE_WORDS = _TOP_WORDS | {"area", "break", "monitor", "given", "expect", "cite", "warn"}


@dataclass(slots=True)
class Line:
    """One statement: its tokens, with comments and line ends among them, and its block.

    Attributes:
        raw: all tokens before the block's brace, comments and line ends included.
        block: what stands between the braces, or None where there are none.
        after: comments that stand behind the closing brace on its line.
        damaged: something is wrong with its brackets; it is not parsed.
    """

    raw: list[Token] = field(default_factory=list)
    block: "list[Item] | None" = None
    after: list[Token] = field(default_factory=list)
    damaged: bool = False

    @property
    def tokens(self) -> list[Token]:
        """What counts: the tokens without comments and line ends."""
        return [token for token in self.raw if token.kind not in _LAYOUT]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a line of its own."""

    token: Token


@dataclass(frozen=True, slots=True)
class Blank:
    """One or more empty lines."""


Item = Line | Comment | Blank
_STARTING = (Kind.WORD, Kind.QUOTED_NAME, Kind.NUMBER)
_LAYOUT = (Kind.COMMENT, Kind.NEWLINE)


def lines_of(items: Sequence[Item]) -> Iterator[Line]:
    """The statements among the items of a block."""
    return (item for item in items if isinstance(item, Line))


def read_lines(source: Source) -> tuple[list[Item], list[Finding]]:
    """Cut a source into its tree of lines; also what is wrong with signs and brackets."""
    scanner = Scanner(source)
    tokens = list(scanner.tokens())
    builder = _Builder(tokens)
    items = builder.build()
    return items, scanner.found + builder.found


class _TooDeep(Exception):  # noqa: N818 -- leaves the loop, is no error of ours
    pass


class _Builder:
    """Builds the tree; one method for each kind of token that shapes it."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._top: list[Item] = []
        self._blocks: list[tuple[Line, Token]] = []
        self._brackets: list[Token] = []
        self._line: Line | None = None
        self._newlines = 0
        self._last: Token | None = None
        self.found: list[Finding] = []

    def build(self) -> list[Item]:
        try:
            for index, token in enumerate(self._tokens):
                self._take(index, token)
        except _TooDeep:
            return self._top
        self._end_line()
        while self._blocks:
            self._close_missing()
        return self._top

    def _take(self, index: int, token: Token) -> None:
        if token.kind is Kind.NEWLINE:
            self._newline(index, token)
        elif token.kind is Kind.COMMENT:
            self._comment(token)
        else:
            self._word(index, token)

    # -------------------------------------------------------------- layout

    def _newline(self, index: int, token: Token) -> None:
        self._newlines += 1
        if self._line is None:
            if self._newlines > 1:
                self._blank()
        elif self._goes_on(index):
            self._line.raw.append(token)
        else:
            self._end_line()

    def _blank(self) -> None:
        items = self._items
        if items and not isinstance(items[-1], Blank):
            items.append(Blank())

    def _comment(self, token: Token) -> None:
        if self._line is not None:
            self._line.raw.append(token)
            return
        items = self._items
        behind = items[-1] if items else None
        if self._newlines == 0 and isinstance(behind, Line):
            (behind.after if behind.block is not None else behind.raw).append(token)
        else:
            items.append(Comment(token))
            self._newlines = 0

    def _goes_on(self, index: int) -> bool:
        if self._last is None:
            return False
        if self._brackets:
            if not self._looks_like_a_start(index + 1):
                return True
            self._unclosed(self._brackets[-1])
            return False
        if not self._last.is_sign(*_CONTINUING):
            return False
        return not (self._last.is_sign(*_COMPARING) and self._has_comparison(index + 1))

    def _has_comparison(self, index: int) -> bool:
        """Whether the written line from here on compares; a comparison cannot go on in one."""
        return any(token.is_sign(*_COMPARING) for token in self._written_line(index))

    def _looks_like_a_start(self, index: int) -> bool:
        """Whether a new statement starts here, though a bracket is open still."""
        written = list(self._written_line(index))
        if not written:
            return False
        if written[0].is_sign("}") or self._cannot_follow(written[0]):
            return True
        if written[0].kind not in _STARTING or len(written) == 1:
            return False
        if written[0].text in _LINE_WORDS and written[1].kind is not Kind.SIGN:
            return True
        compared = self._line is not None and any(t.is_sign(*_COMPARING) for t in self._line.raw)
        return compared and any(token.is_sign(*_COMPARING) for token in written)

    def _cannot_follow(self, token: Token) -> bool:
        """Whether a token stands where a comma or an operator would have to come first."""
        last = self._last
        if last is None or last.is_sign(*_CONTINUING, *_OPENING, ":"):
            return False
        return token.kind in _STARTING and token.text not in _JOINING

    def _written_line(self, index: int) -> Iterator[Token]:
        for position in range(index, len(self._tokens)):
            token = self._tokens[position]
            if token.kind is Kind.NEWLINE:
                return
            yield token

    # -------------------------------------------------------------- words and signs

    def _word(self, index: int, token: Token) -> None:
        if self._line is None:
            self._start_line(index, token)
        if token.is_sign("{"):
            self._open_block(token)
        elif token.is_sign("}"):
            self._close_block(token)
        elif token.is_sign(";") and not self._brackets:
            self._end_line()
        else:
            self._plain(token)
        self._newlines = 0

    def _start_line(self, index: int, token: Token) -> None:
        if self._blocks and self._brace_is_missing(index, token):
            self._close_missing()
        if token.is_sign("}", ";"):
            return
        self._line = Line()
        self._last = None
        self._items.append(self._line)

    def _brace_is_missing(self, index: int, token: Token) -> bool:
        if token.kind is not Kind.WORD or token.text not in _TOP_WORDS:
            return False
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        named = following is not None and following.kind in (
            Kind.WORD,
            Kind.STRING,
            Kind.QUOTED_NAME,
        )
        return named and token.span.place.column == 1

    def _plain(self, token: Token) -> None:
        assert self._line is not None  # noqa: S101 -- _start_line has made one
        self._line.raw.append(token)
        self._last = token
        if token.is_sign("(", "["):
            self._brackets.append(token)
            self._check_depth(token)
        elif token.is_sign(")", "]"):
            self._close_bracket(token)

    def _close_bracket(self, token: Token) -> None:
        if self._brackets and _OPENING[self._brackets[-1].text] == token.text:
            self._brackets.pop()
            return
        self._damage(Finding("E013", (token.span,), {"sign": token.text}))

    def _open_block(self, token: Token) -> None:
        if self._brackets:
            self._unclosed(self._brackets[-1])
        line = self._line
        assert line is not None  # noqa: S101 -- _start_line has made one
        if line.block is not None or not line.tokens:
            self._damage(Finding("E022", (token.span,)))
        line.block = []
        self._blocks.append((line, token))
        self._line = None
        self._check_depth(token)

    def _close_block(self, token: Token) -> None:
        if self._brackets:
            self._unclosed(self._brackets[-1])
        self._end_line()
        if self._blocks:
            self._blocks.pop()
        else:
            self.found.append(Finding("E013", (token.span,), {"sign": "}"}))

    def _check_depth(self, token: Token) -> None:
        if len(self._blocks) + len(self._brackets) > MOST_NESTED:
            self.found.append(Finding("E004", (token.span,), {"most": MOST_NESTED}))
            self._top.clear()
            raise _TooDeep

    # -------------------------------------------------------------- ends

    @property
    def _items(self) -> list[Item]:
        if not self._blocks:
            return self._top
        block = self._blocks[-1][0].block
        assert block is not None  # noqa: S101 -- set when the block was opened
        return block

    def _end_line(self) -> None:
        if self._brackets:
            self._unclosed(self._brackets[-1])
        line = self._line
        if line is not None:
            tokens = line.tokens
            if len(tokens) > MOST_TERMS:
                self._damage(Finding("E005", (tokens[0].span,), {"most": MOST_TERMS}))
        self._line = None
        self._last = None

    def _unclosed(self, opener: Token) -> None:
        self._brackets.clear()
        self._damage(
            Finding("E012", (opener.span,), {"sign": opener.text, "close": _OPENING[opener.text]})
        )

    def _close_missing(self) -> None:
        _, opener = self._blocks.pop()
        self.found.append(Finding("E012", (opener.span,), {"sign": "{", "close": "}"}))

    def _damage(self, finding: Finding) -> None:
        self.found.append(finding)
        if self._line is not None:
            self._line.damaged = True

"""From tokens to a tree of lines, so that each line can be parsed alone.

A mistake then spoils its own line and no other. Line ends are hidden inside `( )`, `[ ]` and
the braces of a map (`path={…}`), after a comma and after an operator. `{` behind `of` opens a
composition, whose lines are one token of the line that they stand in; any other `{` opens a
block of lines.
"""

from collections.abc import Iterator

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import starts
from tryghed_dsl.syntax.depth import Depth
from tryghed_dsl.syntax.items import Blank, Block, Comment, Item, Line
from tryghed_dsl.syntax.scanner import Kind, Scanner, Token
from tryghed_dsl.text.source import Source, Span

__all__ = [
    "LANGUAGE_VERSION",
    "MOST_NESTED",
    "MOST_TERMS",
    "Line",
    "Unfinished",
    "left_open",
    "read_lines",
    "unfinished",
]

LANGUAGE_VERSION = 1
MOST_NESTED = 50
MOST_TERMS = 200_000
_UNCLOSED = "E014"


def read_lines(source: Source) -> tuple[list[Item], list[Finding]]:
    """Cut a source into its tree of lines; also what is wrong with signs and brackets."""
    scanner = Scanner(source)
    tokens = list(scanner.tokens())
    builder = _Builder(tokens)
    items = builder.build()
    if builder.brace_missing:
        again = _Builder(tokens, by_column=True)
        read_again = again.build()
        if len(again.found) <= len(builder.found):
            builder, items = again, read_again
    return items, scanner.found + builder.found


@dataclass(frozen=True, slots=True)
class Unfinished:
    """How far a text goes that breaks off somewhere.

    Attributes:
        opening: the lines whose braces are open at its end, the outermost first.
        composing: whether the innermost of those braces are a composition's.
        line: the line that it breaks off in; None between two lines.
        apart: whether it breaks off in a comment, or in words in quotes.
    """

    opening: tuple[Line, ...]
    composing: bool
    line: Line | None
    apart: bool


def unfinished(source: Source) -> Unfinished:
    """Where a text stands at its end."""
    scanner = Scanner(source)
    tokens = list(scanner.tokens())
    opening, composing, line = _Builder(tokens).broken_off()
    commenting = bool(tokens) and tokens[-1].kind is Kind.COMMENT
    quoting = any(
        each.code == _UNCLOSED and each.spans[0].end == len(source.text) for each in scanner.found
    )
    return Unfinished(opening, composing, line, commenting or quoting)


def left_open(source: Source) -> tuple[bool, bool]:
    """Whether the last line of a text goes on in what may follow, and whether a brace is open."""
    builder = _Builder([*Scanner(source).tokens(), _line_end(source)])
    opening, _, line = builder.broken_off()
    return line is not None, bool(opening)


def _line_end(source: Source) -> Token:
    end = len(source.text)
    return Token(Kind.NEWLINE, "\n", Span(source, end, end))


class _TooDeep(Exception):  # noqa: N818 -- leaves the loop, is no error of ours
    pass


@dataclass(slots=True)
class _Brace:
    """An open brace, what it holds so far, and the line that it stands in.

    Attributes:
        brackets: the line's brackets that are open still, where it goes on behind the brace.
    """

    opener: Token
    line: Line
    items: list[Item]
    brackets: list[Token]
    composition: bool


class _Builder:
    """Builds the tree; one method for each kind of token that shapes it.

    `by_column` is for a text in which a brace is missing: a block then ends before what stands
    no further in than the statement that opened it.
    """

    def __init__(self, tokens: list[Token], *, by_column: bool = False) -> None:
        self._tokens = tokens
        self._by_column = by_column
        self._top: list[Item] = []
        self._open: list[_Brace] = []
        self._brackets: list[Token] = []
        self._depth = Depth()
        self._line: Line | None = None
        self._newlines = 0
        self._last: Token | None = None
        self.found: list[Finding] = []
        self.brace_missing = False

    def build(self) -> list[Item]:
        if not self._take_all():
            return self._top
        self._end_line()
        while self._open:
            self._close_missing()
        return self._top

    def broken_off(self) -> tuple[tuple[Line, ...], bool, Line | None]:
        """Where the text stands at its end: what is open, and the line that is not ended."""
        self._take_all()
        composing = bool(self._open) and self._open[-1].composition
        return tuple(brace.line for brace in self._open), composing, self._line

    def _take_all(self) -> bool:
        """Take every token; whether none of them stands too deep."""
        try:
            for index, token in enumerate(self._tokens):
                self._take(index, token)
        except _TooDeep:
            return False
        return True

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
        line, last = self._line, self._last
        if line is None or last is None:
            return False
        if self._brackets:
            return self._goes_on_in_brackets(line, index)
        if not last.is_sign(*starts.CONTINUING):
            return False
        if not last.is_sign(*starts.COMPARING):
            return True
        # A comparison cannot go on in another one.
        return not starts.compares(self._rest(index))

    def _rest(self, index: int) -> Iterator[Token]:
        """What follows a token on its line in the text, or behind a line's end on the next."""
        return starts.written_line(self._tokens, index + 1)

    def _goes_on_in_brackets(self, line: Line, index: int) -> bool:
        written = list(self._rest(index))
        if written and written[0].is_sign("}") and self._in_map:
            return True
        if not starts.looks_like_a_start(written, line.raw):
            return True
        self._unclosed()
        return False

    # -------------------------------------------------------------- words and signs

    def _word(self, index: int, token: Token) -> None:
        if self._line is None:
            self._start_line(index, token)
        if token.kind is not Kind.SIGN:
            self._plain(token)
            if self._depth.word(token):
                self._check_depth(token)
        elif token.text == "{":
            self._open_brace(token)
        elif token.text == "}":
            self._close_brace(index, token)
        elif token.text == ";" and not self._brackets:
            self._end_line()
        else:
            self._sign(token)
        self._newlines = 0

    def _start_line(self, index: int, token: Token) -> None:
        while self._open and self._brace_is_missing(index, token):
            self._close_missing()
        if token.is_sign("}", ";"):
            return
        self._line = Line()
        self._last = None
        self._items.append(self._line)

    def _brace_is_missing(self, index: int, token: Token) -> bool:
        if not self._by_column:
            return starts.opens_a_file_statement(self._tokens, index)
        outdented = token.span.place.column <= self._open_column and not token.is_sign("}")
        return outdented and starts.is_first(self._tokens, index)

    def _plain(self, token: Token) -> None:
        assert self._line is not None  # noqa: S101 -- _start_line has made one
        self._line.raw.append(token)
        self._last = token

    def _sign(self, token: Token) -> None:
        before = self._last
        self._plain(token)
        if token.text in ("(", "["):
            self._open_bracket(token)
        elif token.text in (")", "]"):
            self._close_bracket(token)
        else:
            self._depth.sign(token, before)
            self._check_depth(token)

    def _open_bracket(self, token: Token) -> None:
        self._brackets.append(token)
        self._depth.open()
        self._check_depth(token)

    def _close_bracket(self, token: Token) -> None:
        if all(starts.OPENING[bracket.text] != token.text for bracket in self._brackets):
            self._damage(Finding("E013", (token.span,), {"sign": token.text}))
            return
        opener = self._pop_bracket()
        while starts.OPENING[opener.text] != token.text:
            self._tell_unclosed(opener)
            opener = self._pop_bracket()

    def _pop_bracket(self) -> Token:
        self._depth.close()
        return self._brackets.pop()

    # -------------------------------------------------------------- braces

    @property
    def _in_map(self) -> bool:
        return any(bracket.is_sign("{") for bracket in self._brackets)

    @property
    def _argument_starts(self) -> tuple[str, ...]:
        """The signs before an argument; a brace behind one is no block, though no map either."""
        return ("(", ",") if self._brackets else ()

    @property
    def _open_column(self) -> int:
        """The column in which the statement starts that opened the innermost brace."""
        brace = self._open[-1]
        first = brace.line.raw[0] if brace.line.raw else brace.opener
        return first.span.place.column

    def _open_brace(self, token: Token) -> None:
        line = self._line
        assert line is not None  # noqa: S101 -- _start_line has made one
        if self._last is not None and self._last.is_sign("=", *self._argument_starts):
            self._plain(token)
            self._open_bracket(token)
        elif starts.opens_composition(line.raw):
            self._enter(_Brace(token, line, [], self._brackets, composition=True))
        else:
            self._open_block(token, line)

    def _open_block(self, token: Token, line: Line) -> None:
        if self._brackets:
            self._unclosed()
        if line.block is not None or not line.tokens:
            self._damage(Finding("E022", (token.span,)))
        line.block = []
        line.braces = (token,)
        self._enter(_Brace(token, line, line.block, [], composition=False))

    def _enter(self, brace: _Brace) -> None:
        self._open.append(brace)
        self._depth.open()
        self._brackets = []
        self._line = None
        self._check_depth(brace.opener)

    def _close_brace(self, index: int, token: Token) -> None:
        if self._in_map:
            self._plain(token)
            self._close_bracket(token)
            return
        if self._is_stray(index):
            self._damage(Finding("E013", (token.span,), {"sign": "}"}))
            return
        self._end_line()
        if self._by_column and starts.is_first(self._tokens, index):
            while len(self._open) > 1 and self._open_column > token.span.place.column:
                self._close_missing()
        if self._open:
            self._leave(self._open.pop(), token)
        else:
            self.found.append(Finding("E013", (token.span,), {"sign": "}"}))

    def _is_stray(self, index: int) -> bool:
        """Whether a closing brace stands between brackets that close on the same line."""
        if not self._brackets or (self._open and self._open[-1].composition):
            return False
        return starts.closes(self._rest(index), self._brackets[-1])

    def _leave(self, brace: _Brace, closer: Token) -> None:
        """Go on behind a brace: with the line that a composition stands in, else with a new one."""
        self._depth.close()
        if brace.composition:
            span = brace.opener.span.to(closer.span)
            self._line = brace.line
            self._plain(Block(Kind.BLOCK, "{", span, tuple(brace.items)))
            self._brackets = brace.brackets
        elif closer is not brace.opener:
            brace.line.braces = (brace.opener, closer)

    def _close_missing(self) -> None:
        brace = self._open.pop()
        self.brace_missing = True
        self.found.append(Finding("E012", (brace.opener.span,), {"sign": "{", "close": "}"}))
        self._leave(brace, brace.opener)
        self._end_line()

    def _check_depth(self, token: Token) -> None:
        if self._depth.here > MOST_NESTED:
            self.found.append(Finding("E004", (token.span,), {"most": MOST_NESTED}))
            self._top.clear()
            raise _TooDeep

    # -------------------------------------------------------------- ends

    @property
    def _items(self) -> list[Item]:
        return self._open[-1].items if self._open else self._top

    def _end_line(self) -> None:
        if self._brackets:
            self._unclosed()
        line = self._line
        if line is not None and len(line.raw) > MOST_TERMS:
            tokens = line.tokens
            if len(tokens) > MOST_TERMS:
                self._damage(Finding("E005", (tokens[0].span,), {"most": MOST_TERMS}))
        self._line = None
        self._last = None
        self._depth.begin()

    def _unclosed(self) -> None:
        """The innermost bracket is never closed; those round it are not told of as well."""
        self._tell_unclosed(self._brackets[-1])
        while self._brackets:
            self._pop_bracket()

    def _tell_unclosed(self, opener: Token) -> None:
        close = starts.OPENING[opener.text]
        self._damage(Finding("E012", (opener.span,), {"sign": opener.text, "close": close}))

    def _damage(self, finding: Finding) -> None:
        self.found.append(finding)
        if self._line is not None:
            self._line.damaged = True

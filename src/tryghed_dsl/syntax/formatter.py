"""The canonical layout of a spec: spaces, indents, columns; no word or comment is changed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tryghed_dsl.syntax.lines import Blank, Comment, Item, Line, read_lines
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.text.source import Source

_INDENT = "  "
_HANGING = "    "
_NO_SPACE_BEFORE = frozenset({",", ")", "]", ":", "%", "..", ";"})
_NO_SPACE_AFTER = frozenset({"(", "[", ".."})
_BINARY = frozenset({"+", "-", "*", "/", "<=", "<", ">=", ">", "==", "=", "->", ",", "(", "[", ":"})
_COMPARING = frozenset({"<=", "<", ">=", ">", "==", "->"})
_BEFORE_BRACKET = frozenset({"above", "below", "and", "between", "of", "in", "within"})
_TITLED = frozenset({"indicator", "source", "area", "benchmark"})
_LISTED = frozenset({"document", "valid", "baseline"})


def formatted(source: Source) -> str:
    """The source in canonical layout; it must be free of mistakes in signs and brackets."""
    items, _ = read_lines(source)
    lines = _block(items, "")
    return "".join(f"{line}\n" for line in lines)


def _block(items: Sequence[Item], indent: str) -> list[str]:
    lines: list[str] = []
    for key, group in groupby(_trimmed(items), key=_column_kind):
        members = list(group)
        if key is None:
            for item in members:
                lines += _item(item, indent)
        else:
            lines += _columns([item for item in members if isinstance(item, Line)], indent)
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
    written = list(_written_lines(line.raw))
    rows = [indent + (_HANGING if position else "") + row for position, row in enumerate(written)]
    if line.block is None:
        yield from rows
        return
    *before, head = rows
    yield from before
    yield f"{head} {{"
    yield from _block(line.block, indent + _INDENT)
    yield f"{indent}}}{_comments(line.after)}"


# ------------------------------------------------------------------ spaces


def _written_lines(raw: Iterable[Token]) -> Iterator[str]:
    """A statement as its author broke it into lines, each with canonical spaces."""
    tokens: list[Token] = []
    comments: list[Token] = []
    spacer = _Spacer()
    for token in raw:
        if token.kind is Kind.NEWLINE:
            if tokens or comments:
                yield spacer.joined(tokens) + _comments(comments)
            tokens, comments = [], []
        elif token.kind is Kind.COMMENT:
            comments.append(token)
        else:
            tokens.append(token)
    if tokens or comments:
        yield spacer.joined(tokens) + _comments(comments)


def _comments(comments: Sequence[Token]) -> str:
    return "".join(f"  {comment.text.rstrip()}" for comment in comments)


class _Spacer:
    """Puts blanks between a statement's tokens; knows how deep in brackets it is."""

    def __init__(self) -> None:
        self._depth = 0
        self._before: Token | None = None
        self._second: Token | None = None
        self._unary = False
        self._reason = False

    def joined(self, tokens: Sequence[Token]) -> str:
        text = ""
        self._reason = self._reason or (bool(tokens) and tokens[0].text == "expect")
        for position, token in enumerate(tokens):
            text += (" " if position and self._spaced(token) else "") + token.span.text
            self._move(token)
        return text

    def _move(self, token: Token) -> None:
        if token.is_sign("(", "["):
            self._depth += 1
        elif token.is_sign(")", "]"):
            self._depth -= 1
        self._unary = token.is_sign("-") and self._starts_operand()
        self._second, self._before = self._before, token

    def _starts_operand(self) -> bool:
        before = self._before
        return before is None or (before.kind is Kind.SIGN and before.text in _BINARY)

    def _spaced(self, token: Token) -> bool:
        before = self._before
        if before is None or self._unary:
            return False
        sign = token.text if token.kind is Kind.SIGN else ""
        last = before.text if before.kind is Kind.SIGN else ""
        if sign in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER:
            return False
        if (self._depth and "=" in (sign, last)) or (self._reason and "-" in (sign, last)):
            return False
        if sign in ("(", "["):
            return self._spaced_bracket(sign, before)
        return True

    def _spaced_bracket(self, sign: str, before: Token) -> bool:
        if before.kind not in (Kind.WORD, Kind.QUOTED_NAME):
            return before.kind is not Kind.SIGN or before.text not in (")", "]")
        in_area = self._second is not None and self._second.text == "in"
        return in_area if sign == "[" else before.text in _BEFORE_BRACKET


# ------------------------------------------------------------------ columns


def _column_kind(item: Item) -> str | None:
    """What kind of column an item belongs to, where it is one line that stands in columns."""
    if not isinstance(item, Line) or item.block is not None:
        return None
    tokens = item.tokens
    if any(token.kind is Kind.NEWLINE for token in item.raw) or not tokens:
        return None
    opening = tokens[0].text if tokens[0].kind is Kind.WORD else ""
    following = tokens[1] if len(tokens) > 1 else None
    named = following is not None and following.kind is not Kind.SIGN
    if opening in _TITLED and named and len(tokens) > 2:  # noqa: PLR2004 -- more than a name
        return opening
    if named and (opening in _LISTED or opening == "area"):
        return "listed"
    return "target" if _comparison_at(tokens) is not None else None


def _comparison_at(tokens: Sequence[Token]) -> int | None:
    places = (i for i, t in enumerate(tokens) if t.kind is Kind.SIGN and t.text in _COMPARING)
    return next(places, None)


def _columns(lines: Sequence[Line], indent: str) -> list[str]:
    rows = [_cells(line) for line in lines]
    count = max(len(row) for row in rows)
    widths = [
        max((len(row[column]) for row in rows if len(row) > column + 1), default=0)
        for column in range(count)
    ]
    return [indent + _padded(row, widths) for row in rows]


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    *cells, last = row
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)]
    return " ".join([*padded, last])


def _cells(line: Line) -> list[str]:
    """A line cut where its columns begin; the last cell takes the rest, comments too."""
    tokens = line.tokens
    cuts = _cuts(tokens)
    spacer = _Spacer()
    comments = _comments([token for token in line.raw if token.kind is Kind.COMMENT])
    cells = [
        spacer.joined(tokens[start:end])
        for start, end in zip([0, *cuts], [*cuts, len(tokens)], strict=True)
    ]
    return [*cells[:-1], cells[-1] + comments]


def _cuts(tokens: Sequence[Token]) -> list[int]:
    comparison = _comparison_at(tokens)
    opening = tokens[0].text if tokens[0].kind is Kind.WORD else ""
    if opening not in _TITLED | _LISTED or tokens[1].kind is Kind.SIGN:
        return [] if comparison is None else [comparison]
    if opening in _LISTED or len(tokens) == 2:  # noqa: PLR2004 -- a word and a name
        return [1]
    cuts = [2]
    if opening in ("indicator", "source"):
        commas = [i + 1 for i, token in enumerate(tokens) if token.is_sign(",")]
        titled = tokens[2].kind is Kind.STRING and tokens[3:4] and tokens[3].is_sign(",")
        cuts += commas[:2] if titled else []
    return [cut for cut in cuts if cut < len(tokens)]

"""Statements of one kind below each other, their parts in columns."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.syntax.items import Item, Line
from tryghed_dsl.syntax.keywords import RESERVED
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.syntax.spacing import Spacer, comments_behind
from tryghed_dsl.syntax.starts import COMPARING

_TITLED = frozenset({"indicator", "source", "area", "benchmark", "areas", "indicators", "let"})
_LISTED = frozenset({"document", "valid", "baseline", "confidence", "effective", "because"})


def column_kind(item: Item) -> str | None:
    """What kind of column an item belongs to, where it is one line that stands in columns."""
    if not isinstance(item, Line) or item.block is not None:
        return None
    tokens = item.tokens
    if not tokens or any(spans_lines(token) for token in item.raw):
        return None
    opening = tokens[0].text if tokens[0].kind is Kind.WORD else ""
    following = tokens[1] if len(tokens) > 1 else None
    named = following is not None and following.kind is not Kind.SIGN
    if opening in _TITLED and named and len(tokens) > 2:  # noqa: PLR2004 -- more than a name
        return opening
    if named and (opening in _LISTED or opening == "area"):
        return "listed"
    if named and opening == "condition":
        return None
    return "target" if _comparison_at(tokens) is not None else None


def spans_lines(token: Token) -> bool:
    """Whether a token makes its statement stand on several lines."""
    if token.kind is Kind.BLOCK:
        return "\n" in token.span.text
    return token.kind is Kind.NEWLINE


def in_columns(lines: Sequence[Line], indent: str) -> list[str]:
    """Lines of one kind, each part as wide as the widest of its column."""
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
    spacer = Spacer()
    comments = comments_behind([token for token in line.raw if token.kind is Kind.COMMENT])
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
    cuts = [] if tokens[2].is_sign(",") else [2]
    if opening in ("indicator", "source"):
        commas = [i + 1 for i, token in enumerate(tokens) if token.is_sign(",")]
        titled = tokens[2].kind is Kind.STRING and tokens[3:4] and tokens[3].is_sign(",")
        cuts += commas[:2] if titled else []
    return [cut for cut in cuts if cut < len(tokens)]


def _comparison_at(tokens: Sequence[Token]) -> int | None:
    """Where a target compares; none where its sign belongs to `every …: ` or the like."""
    labelled = len(tokens) > 1 and tokens[1].is_sign(":")
    first = tokens[2 if labelled else 0 :][:1]
    if not first or (first[0].kind is Kind.WORD and first[0].text in RESERVED):
        return None
    return next(_comparisons(tokens), None)


def _comparisons(tokens: Sequence[Token]) -> Iterator[int]:
    depth = 0
    for position, token in enumerate(tokens):
        if token.is_sign("(", "[", "{"):
            depth += 1
        elif token.is_sign(")", "]", "}"):
            depth -= 1
        elif depth == 0 and token.is_sign(*COMPARING):
            yield position

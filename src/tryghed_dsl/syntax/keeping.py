"""Which lines of a text are kept exactly as they are, because they cannot be read."""

from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.syntax.items import Blank, Block, Comment, Item, Line
from tryghed_dsl.syntax.scanner import Kind, Scanner, Token
from tryghed_dsl.text.source import Source

Lines = tuple[int, int]


def written_on(item: Line | Comment) -> Lines:
    """The first and last line of the text that an item stands on, up to its block."""
    if isinstance(item, Comment):
        return _lines_of(item.token)
    ends = [_lines_of(token) for token in (*item.raw[:1], *item.raw[-1:], *item.braces[:1])]
    return ends[0][0], ends[-1][1]


def closed_on(line: Line) -> int | None:
    """The line of the text with a block's closing brace; None where it is missing."""
    return line.braces[1].span.place.line if len(line.braces) > 1 else None


def kept_lines(source: Source, items: Sequence[Item], wrong: Iterable[Finding]) -> set[int]:
    """The lines of statements that something is wrong with.

    Args:
        source: the text.
        items: what it was cut into.
        wrong: what is wrong with it.
    """
    parts = [lines for item in items for lines in _parts(item)]
    return _whole(_wrong_lines(source, items, wrong), parts)


def kept_whole(source: Source, items: Sequence[Item], wrong: Iterable[Finding]) -> set[int]:
    """The lines of statements of the file that something is wrong with, blocks and all."""
    statements = [parts for item in items if (parts := list(_parts(item)))]
    whole = [(parts[0][0], parts[-1][1]) for parts in statements]
    return _whole(_wrong_lines(source, items, wrong), whole)


def _wrong_lines(source: Source, items: Sequence[Item], wrong: Iterable[Finding]) -> set[int]:
    return _left_over(source, items).union(*(_lines_marked(finding) for finding in wrong))


def _lines_of(token: Token) -> Lines:
    source = token.span.source
    first = token.span.place.line
    last = source.place(max(token.span.start, token.span.end - 1)).line
    if isinstance(token, Block):  # where it is never closed, it is as long as what it holds
        last = max([last, *(end for item in token.items for _, end in _parts(item))])
    return first, last


def _lines_marked(finding: Finding) -> range:
    first = finding.spans[0]
    last = first.source.place(max(first.start, first.end - 1))
    return range(first.place.line, last.line + 1)


def _parts(item: Item) -> Iterator[Lines]:
    """The stretches of lines that an item is laid out from, in their order."""
    if isinstance(item, Blank):
        return
    yield written_on(item)
    if isinstance(item, Line):
        for below in item.block or ():
            yield from _parts(below)
        for token in (*item.braces[1:], *item.after):
            yield _lines_of(token)


def _whole(kept: set[int], parts: Sequence[Lines]) -> set[int]:
    """The lines with all other lines of each part that one of them belongs to."""
    before = -1
    while len(kept) > before:
        before = len(kept)
        for way in (parts, reversed(parts)):  # a line may be shared with the part on either side
            for first, last in way:
                lines = range(first, last + 1)
                if any(line in kept for line in lines):
                    kept.update(lines)
    return kept


def _left_over(source: Source, items: Sequence[Item]) -> set[int]:
    """The lines with signs that are in no item, such as a brace too many."""
    held = set(_held(items))
    return {
        token.span.place.line
        for token in Scanner(source).tokens()
        if token.kind is not Kind.NEWLINE
        and not token.is_sign(";")
        and token.span.start not in held
    }


def _held(items: Iterable[Item]) -> Iterator[int]:
    """Where the words and signs start that items are made of."""
    for item in items:
        if isinstance(item, Comment):
            yield item.token.span.start
        elif isinstance(item, Line):
            for token in (*item.raw, *item.braces, *item.after):
                yield token.span.start
                if isinstance(token, Block):
                    yield from _held(token.items)
                    yield token.span.end - 1
            yield from _held(item.block or ())

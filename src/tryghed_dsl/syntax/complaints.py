"""From a parser's refusal to a finding in the author's words.

The parser knows which signs could have stood at a place. What people usually mean there comes
first (mistakes.py); where nothing special is known, the finding names what was possible.
"""

from collections.abc import Sequence

from tryghed_dsl.findings.finding import Argument, Expected, Finding
from tryghed_dsl.syntax import mistakes
from tryghed_dsl.syntax.grammar import parser
from tryghed_dsl.syntax.items import Block, Line
from tryghed_dsl.syntax.mistakes import LINE_WORDS, Refused, opener
from tryghed_dsl.syntax.parser import Unexpected
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.text.source import Span
from tryghed_dsl.text.suggest import nearest


def complaint(unexpected: Unexpected, tokens: Sequence[Token], rule: str) -> Finding:
    """What to tell of a line that the parser refused at a token."""
    possible = Expected(unexpected.possible)
    if unexpected.index is None:
        return mistakes.reserved_name(tokens) or _stops_early(tokens[-1], possible)
    refused = Refused(tokens, unexpected.index, rule, frozenset(possible.signs))
    return mistakes.likely(refused) or _generic(refused, possible)


def stray_block(line: Line) -> Finding:
    """What to tell of a block behind a statement that has none."""
    tokens = line.tokens
    return Finding("E022", (tokens[0].span.to(tokens[-1].span),) if tokens else ())


def empty_composition(block: Block) -> Finding:
    """What to tell of `all of { }`."""
    start = Token(block.kind, block.text, opener(block))
    return _stops_early(start, Expected(parser().possible("member_line")))


def _stops_early(last: Token, possible: Expected) -> Finding:
    end = Span(last.span.source, last.span.end, last.span.end + 1)
    place = mistakes.closer(last)
    args: dict[str, Argument] = {"last": place.text, "expected": possible}
    return Finding("E011", (end, place), args)


def _generic(refused: Refused, possible: Expected) -> Finding:
    place = opener(refused.bad)
    args: dict[str, Argument] = {"written": place.text, "expected": possible}
    first = refused.tokens[0]
    if refused.index <= 1 and first.kind is Kind.WORD:
        meant = nearest(first.text, LINE_WORDS.get(refused.rule, ()))
        if meant is not None and meant != first.text:
            args["first"], args["suggestion"] = first.text, meant
    return Finding("E010", (place,), args)

"""From a parser's refusal to a finding in the author's words.

The parser knows which signs could have stood at a place. What people usually mean there comes
first; where nothing special is known, the finding names what was possible.
"""

from collections.abc import Sequence
from typing import Any

from lark.exceptions import UnexpectedToken

from tryghed_dsl.findings.finding import Argument, Expected, Finding
from tryghed_dsl.syntax.keywords import RESERVED
from tryghed_dsl.syntax.lines import Line
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.text.source import Span
from tryghed_dsl.text.suggest import nearest

_COMPARISONS = ("<=", "<", ">=", ">", "==", "->")
_LINE_WORDS = {
    "file_line": (
        [
            "language",
            "agreement",
            "area",
            "source",
            "indicator",
            "benchmark",
            "break",
            "goal",
            "test",
            "monitor",
        ]
    ),
    "agreement_line": ["document", "valid", "area", "baseline"],
    "goal_line": ["monitor", "partly", "cite", "quote", "because"],
    "test_line": ["given", "as", "expect"],
}
_TARGET_CLAUSES = ("cite", "quote", "because", "warn", "pass")
_INDICATOR_CLAUSES = (
    *("from", "lower", "higher", "baseline", "per", "percent", "count", "flow", "stock"),
    *("average", "fraction", "index", "money", "days", "number", "yearly", "published"),
)
_END = "$END"
# The words that declare a name.
DECLARING = frozenset({"area", "source", "indicator", "benchmark", "goal"})


def complaint(unexpected: UnexpectedToken, tokens: Sequence[Token], rule: str) -> Finding:
    """What to tell of a line that the parser refused at a token."""
    index = _index(unexpected, tokens)
    if index is None:
        return _reserved_name(tokens) or _stops_early(unexpected, tokens)
    bad, before = tokens[index], tokens[index - 1] if index else None
    special = (
        _reserved_name(tokens)
        or _misplaced(tokens, index, rule)
        or _reserved(bad, before)
        or _second_comparison(tokens, index)
        or _equals_sign(tokens, index, rule)
        or _missing_comma(tokens, index)
    )
    return special or _generic(unexpected, tokens, index, rule)


def stray_block(line: Line) -> Finding:
    """What to tell of a block behind a statement that has none."""
    tokens = line.tokens
    return Finding("E022", (tokens[0].span.to(tokens[-1].span),) if tokens else ())


def _index(unexpected: UnexpectedToken, tokens: Sequence[Token]) -> int | None:
    span = getattr(unexpected.token, "span", None)
    if unexpected.token.type == _END or span is None:
        return None
    return next(i for i, token in enumerate(tokens) if token.span.start == span.start)


def _possible(unexpected: UnexpectedToken) -> Expected:
    cursor: Any = unexpected.interactive_parser
    return Expected(tuple(sorted(cursor.accepts())))


def _stops_early(unexpected: UnexpectedToken, tokens: Sequence[Token]) -> Finding:
    last = tokens[-1]
    end = Span(last.span.source, last.span.end, last.span.end + 1)
    args: dict[str, Argument] = {"last": last.span.text, "expected": _possible(unexpected)}
    return Finding("E011", (end, last.span), args)


def _misplaced(tokens: Sequence[Token], index: int, rule: str) -> Finding | None:
    """A statement in a block that does not hold such statements."""
    first = tokens[0]
    if first.kind is not Kind.WORD or index > 1 or first.text in _LINE_WORDS.get(rule, ()):
        return None
    homes = [home for home, words in _LINE_WORDS.items() if first.text in words]
    if not homes or (index == 1 and tokens[1].kind is Kind.SIGN):
        return None
    return Finding("E023", (first.span,), {"word": first.text})


def _reserved_name(tokens: Sequence[Token]) -> Finding | None:
    """A declaration of something by a name that the language needs for itself."""
    if len(tokens) < 2 or tokens[0].text not in DECLARING:  # noqa: PLR2004 -- a word and a name
        return None
    name = tokens[1]
    if name.kind is not Kind.WORD or name.text not in RESERVED:
        return None
    return Finding("E020", (name.span,), {"word": name.text})


def _reserved(bad: Token, before: Token | None) -> Finding | None:
    if bad.kind is not Kind.WORD or bad.text not in RESERVED:
        return None
    if before is not None and before.kind is not Kind.SIGN:
        return None
    return Finding("E020", (bad.span,), {"word": bad.text})


def _second_comparison(tokens: Sequence[Token], index: int) -> Finding | None:
    if not tokens[index].is_sign(*_COMPARISONS):
        return None
    earlier = next((token for token in tokens[:index] if token.is_sign(*_COMPARISONS)), None)
    if earlier is None:
        return None
    args: dict[str, Argument] = {"first": earlier.text, "second": tokens[index].text}
    return Finding("E025", (tokens[index].span, earlier.span), args)


def _equals_sign(tokens: Sequence[Token], index: int, rule: str) -> Finding | None:
    if rule not in ("file_line", "goal_line") or not tokens[index].is_sign("="):
        return None
    if any(token.is_sign("(") for token in tokens[:index]):
        return None
    return Finding("E026", (tokens[index].span,))


def _missing_comma(tokens: Sequence[Token], index: int) -> Finding | None:
    bad, before = tokens[index], tokens[index - 1] if index else None
    if before is None or before.is_sign(",") or bad.kind is not Kind.WORD:
        return None
    words = _INDICATOR_CLAUSES if tokens[0].text in ("indicator", "source") else _TARGET_CLAUSES
    if bad.text not in words:
        return None
    return Finding("E019", (bad.span,), {"word": bad.text, "before": before.span.text})


def _generic(
    unexpected: UnexpectedToken, tokens: Sequence[Token], index: int, rule: str
) -> Finding:
    bad = tokens[index]
    args: dict[str, Argument] = {"written": bad.span.text, "expected": _possible(unexpected)}
    first = tokens[0]
    if index == 1 and first.kind is Kind.WORD:
        meant = nearest(first.text, _LINE_WORDS.get(rule, ()))
        if meant is not None:
            args["first"], args["suggestion"] = first.text, meant
    return Finding("E010", (bad.span,), args)

"""Where a statement starts, and where one goes on: judged by the tokens round a place.

Asked where brackets are open or braces miss, so that a mistake ends with its own line.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tryghed_dsl.syntax.scanner import Kind, Token

LAYOUT = (Kind.COMMENT, Kind.NEWLINE)
CONTINUING = ("+", "-", "*", "/", "<=", "<", ">=", ">", "==", "=", "->", ",", "..")
COMPARING = ("<=", "<", ">=", ">", "==", "->")
OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = tuple(OPENING.values())
_STARTING = (Kind.WORD, Kind.QUOTED_NAME, Kind.NUMBER)
# How many tokens are looked ahead at most; longer lines are not looked through to their end.
_FAR = 200
# Words that can follow a name at the start of a target.
_BEHIND_A_NAME = frozenset({"in", "between", "per", "for", "over", "among"})
# Words that can follow an operand, and words that something follows.
_FOLLOWING = _BEHIND_A_NAME | frozenset(
    {"of", "pp", "and", "where", "then", "else", "since", "after", "running"}
)
_FOLLOWED = _FOLLOWING | frozenset(
    {"at", "least", "if", "not", "every", "no", "the", "latest", "all", "any"}
)
# Words behind which a comparison belongs to what they begin.
_COMPARING_INSIDE = ("if", "where")
# Words that open a statement of a file and that no block holds.
_TOP_WORDS = frozenset(
    {"agreement", "source", "indicator", "benchmark", "goal", "test", "revises", "use"}
    | {"areas", "indicators", "let", "condition", "replace", "retire"}
)
_LINE_WORDS = _TOP_WORDS | {"area", "break", "monitor", "given", "expect", "cite", "warn"}
# Words that a name follows, so that `of` behind them is one.
_BEFORE_A_NAME = frozenset(
    {"agreement", "area", "source", "indicator", "benchmark", "goal", "monitor", "retire"}
    | {"areas", "indicators", "let", "condition", "in", "from", "over", "among", "each"}
)


def written_line(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    """The tokens from a place to the end of its line in the text, without a comment."""
    for position in range(index, len(tokens)):
        if tokens[position].kind in LAYOUT:
            return
        yield tokens[position]


def is_first(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is the first on its line in the text."""
    return index == 0 or tokens[index - 1].kind is Kind.NEWLINE


def compares(written: Iterable[Token]) -> bool:
    """Whether a written line compares something outside brackets, as a target does."""
    depth = 0
    for token in written:
        if token.kind is Kind.WORD and token.text in _COMPARING_INSIDE:
            return False
        if token.is_sign(*OPENING):
            depth += 1
        elif token.is_sign(*_CLOSING):
            depth -= 1
        elif depth == 0 and token.is_sign(*COMPARING):
            return True
        if depth < 0 or (depth == 0 and token.is_sign(",", ";")):
            return False
    return False


def looks_like_a_start(written: Sequence[Token], raw: Sequence[Token]) -> bool:
    """Whether a written line starts a statement, though a bracket is open still.

    Args:
        written: the written line.
        raw: all tokens of the statement so far.
    """
    if not written:
        return False
    if written[0].is_sign("}") or _cannot_follow(raw, written):
        return True
    if written[0].kind not in _STARTING or len(written) == 1:
        return False
    if written[0].kind is Kind.WORD and written[0].text in _LINE_WORDS:
        return written[1].kind is not Kind.SIGN and written[1].text not in _FOLLOWING
    return compares(written) and _has_compared(raw)


def _has_compared(raw: Sequence[Token]) -> bool:
    """Whether a statement compares, and nothing in it may hold a second comparison."""
    inside = any(token.text in _COMPARING_INSIDE for token in raw)
    return not inside and any(token.is_sign(*COMPARING) for token in raw)


def _cannot_follow(raw: Sequence[Token], written: Sequence[Token]) -> bool:
    """Whether a line starts where a comma or an operator would have to come first."""
    before, last = _last_two(raw)
    token = written[0]
    if token.kind not in _STARTING or last is None:
        return False
    if last.is_sign(*CONTINUING, *OPENING, ":"):
        return False
    if last.text in _FOLLOWED or token.text in _FOLLOWING:
        return False
    if last.is_sign("%") or (before is not None and before.is_sign("%")):
        return "a" not in (last.text, token.text)  # `2.1% a year`
    if last.kind is Kind.NUMBER:  # of a length of time, or of `per 1000 population`
        begins = token.kind is Kind.NUMBER or _gives_a_value(written)
        return begins and (before is None or before.text != "per")
    named = last.kind in (Kind.WORD, Kind.QUOTED_NAME)
    return not (named and token.kind is Kind.NUMBER)  # `reduce 8%`


def _gives_a_value(written: Sequence[Token]) -> bool:
    """Whether a line goes on as `name <= …` or `name = …` do, and as no unit does."""
    return len(written) > 1 and written[1].is_sign("=", *COMPARING)


def _last_two(raw: Sequence[Token]) -> tuple[Token | None, Token | None]:
    """The last word or sign of a statement so far, and the one before it, in their order."""
    backwards = (token for token in reversed(raw) if token.kind not in LAYOUT)
    last = next(backwards, None)
    return next(backwards, None), last


def closes(written: Iterable[Token], opener: Token) -> bool:
    """Whether a bracket that is open before these tokens is closed among them."""
    depth = 1
    for token in islice(written, _FAR):
        if token.is_sign(*OPENING):
            depth += 1
        elif token.is_sign(*_CLOSING):
            depth -= 1
        if depth == 0:
            return token.text == OPENING[opener.text]
    return False


def opens_a_file_statement(tokens: Sequence[Token], index: int) -> bool:
    """Whether a statement starts at a token that only a file can hold, and no block."""
    token = tokens[index]
    if token.kind is not Kind.WORD or token.text not in _TOP_WORDS:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.kind not in (Kind.WORD, Kind.STRING, Kind.QUOTED_NAME):
        return False
    return following.text not in _BEHIND_A_NAME and token.span.place.column == 1


def opens_composition(raw: Sequence[Token]) -> bool:
    """Whether the brace behind these tokens of a statement holds conditions: `all of {`.

    Any word or number before `of` is taken for an amount, so that `none of {` is told at the
    word and not at each line between the braces.
    """
    amount, last = _last_two(raw)
    if last is None or last.kind is not Kind.WORD or last.text != "of":
        return False
    if amount is None or (amount.kind is Kind.SIGN and amount.text != "%"):
        return False
    return amount.text not in _BEFORE_A_NAME

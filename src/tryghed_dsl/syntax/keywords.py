"""Which words are keywords here, and which are names: the bridge from tokens to the parser.

Few words are reserved. All others are keywords only where the grammar can use them as such;
where it could also use a name, what follows decides: `goal tryghed` opens a goal, while
`goal <= 5` is a target for an indicator called goal.
"""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.text.source import Span

RESERVED = frozenset(
    "all any at every for if in no not because same finding".split()  # noqa: SIM905 -- one glance
)
_OPERANDS = (
    *(Kind.WORD, Kind.QUOTED_NAME, Kind.STRING, Kind.NUMBER, Kind.PERIOD),
    Kind.BLOCK,
)
_PLAIN_KINDS = {
    Kind.QUOTED_NAME: "NAME",
    Kind.STRING: "STRING",
    Kind.NUMBER: "NUMBER",
    Kind.PERIOD: "PERIOD",
    Kind.BLOCK: "BLOCK",
}
# Words that can follow a name; the word before one of them is then a name.
_BEHIND_A_NAME = ("in", "for")
# Never a name where it can be a sign: in `mean(x, 3 pp)` it is no length of time.
ALWAYS = "POINTS_SIGN"


@dataclass(frozen=True, slots=True)
class Composition(Token):
    """The braces of a composition with the conditions that were read between them.

    Attributes:
        damaged: whether there were others, that could not be read.
    """

    members: tuple[nodes.Member, ...]
    damaged: bool


class Lexeme(str):
    """A token as the parser takes it, with its place; of a composition also what is in it."""

    __slots__ = ("composition", "span", "type")
    type: str
    span: Span
    composition: Composition

    @classmethod
    def made(cls, terminal: str, token: Token) -> "Lexeme":
        """The token as one of the grammar's terminals."""
        lexeme = cls(token.text)
        lexeme.type = terminal
        lexeme.span = token.span
        if isinstance(token, Composition):
            lexeme.composition = token
        return lexeme


class Keywords:
    """Decides at each word of a line what it is there.

    Args:
        terminals: the grammar's terminals by the words and signs that they stand for.
    """

    def __init__(self, terminals: Mapping[str, str]) -> None:
        self._terminals = terminals

    def terminal(self, tokens: Sequence[Token], index: int, acceptable: Mapping[str, Any]) -> str:
        """The terminal that a token is, where these are acceptable."""
        plain = _PLAIN_KINDS.get(tokens[index].kind)
        return plain or self._word_or_sign(tokens, index, acceptable)

    def _word_or_sign(
        self, tokens: Sequence[Token], index: int, acceptable: Mapping[str, Any]
    ) -> str:
        token = tokens[index]
        keyword = self._terminals.get(token.text)
        if token.kind is Kind.SIGN:
            return keyword or "RESERVED"
        reserved = token.text in RESERVED
        if keyword in acceptable and (
            "NAME" not in acceptable
            or keyword == ALWAYS
            or (_reserved_opens if reserved else _opens)(tokens, index)
        ):
            return str(keyword)
        return "RESERVED" if reserved else "NAME"


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the tokens behind a word show that the word was meant as a keyword."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return True
    if after.kind is not Kind.WORD:
        return after.kind in _OPERANDS
    behind = index + 2
    if after.text == "per":  # a rate, unless something declared is called so
        return behind == len(tokens) or tokens[behind].kind is not Kind.NUMBER
    if after.text == "between":
        rest = islice(tokens, behind, None)
        return all(token.kind is not Kind.WORD or token.text != "and" for token in rest)
    return after.text not in _BEHIND_A_NAME


def _reserved_opens(tokens: Sequence[Token], index: int) -> bool:
    """The same for a word that is never a name, but may be written as one by mistake."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.kind is not Kind.SIGN:
        return True
    return tokens[index].text in ("not", "if") and after.text in ("(", "-")

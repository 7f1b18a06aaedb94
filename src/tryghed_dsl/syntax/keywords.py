"""Which words are keywords here, and which are names: the bridge from tokens to the parser.

Few words are reserved. All others are keywords only where the grammar can use them as such;
where it could also use a name, what follows decides: `goal tryghed` opens a goal, while
`goal <= 5` is a target for an indicator called goal.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar

from lark import Token as LarkToken
from lark.common import LexerConf
from lark.lexer import Lexer, PatternStr

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
_ALWAYS = "POINTS_SIGN"


@dataclass(frozen=True, slots=True)
class Composition(Token):
    """The braces of a composition with the conditions that were read between them.

    Attributes:
        damaged: whether there were others, that could not be read.
    """

    members: tuple[nodes.Member, ...]
    damaged: bool


class Lexeme(LarkToken):
    """A token as the parser takes it, with its place; of a composition also what is in it."""

    __slots__ = ("composition", "span")
    span: Span
    composition: Composition

    @classmethod
    def made(cls, terminal: str, token: Token) -> "Lexeme":
        """The token as one of the grammar's terminals."""
        lexeme = cls(terminal, token.text)
        lexeme.span = token.span
        if isinstance(token, Composition):
            lexeme.composition = token
        return lexeme


class KeywordLexer(Lexer):
    """Hands a line's tokens to the parser, deciding at each word what it is there."""

    __future_interface__: ClassVar[int] = 2

    def __init__(self, lexer_conf: LexerConf) -> None:
        self.terminals: Mapping[str, str] = {
            terminal.pattern.value: terminal.name
            for terminal in lexer_conf.terminals
            if isinstance(terminal.pattern, PatternStr)
        }

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[LarkToken]:
        """The lexemes of a line; called by the parser, which tells its state as it goes."""
        tokens: Sequence[Token] = lexer_state.text
        states = parser_state.parse_conf.states
        for index, token in enumerate(tokens):
            terminal = _PLAIN_KINDS.get(token.kind)
            if terminal is None:
                acceptable = states[parser_state.position]
                terminal = self._terminal(tokens, index, acceptable)
            yield Lexeme.made(terminal, token)

    def _terminal(self, tokens: Sequence[Token], index: int, acceptable: Mapping[str, Any]) -> str:
        token = tokens[index]
        keyword = self.terminals.get(token.text)
        if token.kind is Kind.SIGN:
            return keyword or "RESERVED"
        reserved = token.text in RESERVED
        if keyword in acceptable and (
            "NAME" not in acceptable
            or keyword == _ALWAYS
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

"""Which words are keywords here, and which are names: the bridge from tokens to the parser.

Few words are reserved. All others are keywords only where the grammar can use them as such;
where it could also use a name, the next token decides: `goal tryghed` opens a goal, while
`goal <= 5` is a target for an indicator called goal.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from lark import Token as LarkToken
from lark.common import LexerConf
from lark.lexer import Lexer, PatternStr

from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.text.source import Span

RESERVED = frozenset(
    "all any at every for if in no not because same finding".split()  # noqa: SIM905 -- one glance
)
_OPERANDS = (Kind.WORD, Kind.QUOTED_NAME, Kind.STRING, Kind.NUMBER, Kind.PERIOD)
_PLAIN_KINDS = {
    Kind.QUOTED_NAME: "NAME",
    Kind.STRING: "STRING",
    Kind.NUMBER: "NUMBER",
    Kind.PERIOD: "PERIOD",
}


class Lexeme(LarkToken):
    """A token as the parser takes it, with its place."""

    __slots__ = ("span",)
    span: Span

    @classmethod
    def made(cls, terminal: str, token: Token) -> "Lexeme":
        """The token as one of the grammar's terminals."""
        lexeme = cls(terminal, token.text)
        lexeme.span = token.span
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
        following: Sequence[Token | None] = [*tokens[1:], None]
        states = parser_state.parse_conf.states
        for token, after in zip(tokens, following, strict=True):
            acceptable = states[parser_state.position]
            yield Lexeme.made(self._terminal(token, after, acceptable), token)

    def _terminal(self, token: Token, after: Token | None, acceptable: Mapping[str, Any]) -> str:
        if token.kind in _PLAIN_KINDS:
            return _PLAIN_KINDS[token.kind]
        keyword = self.terminals.get(token.text)
        if token.kind is Kind.SIGN:
            return keyword or "RESERVED"
        if keyword in acceptable and ("NAME" not in acceptable or _opens(after)):
            return str(keyword)
        return "RESERVED" if token.text in RESERVED else "NAME"


def _opens(after: Token | None) -> bool:
    """Whether the token behind a word shows that the word was meant as a keyword."""
    if after is None:
        return True
    if after.kind is Kind.WORD:
        return after.text not in ("in", "between")
    return after.kind in _OPERANDS

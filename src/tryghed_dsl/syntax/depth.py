"""How deep a place stands in what holds it.

Counted are brackets and braces, and what holds all that follows it: `not`, `if`, the colon of
`every …:`, and a minus before something.
"""

from tryghed_dsl.syntax.scanner import Kind, Token

_CLOSING = (")", "]", "}", "%")
_HOLDING = ("not", "if")


class Depth:
    """Follows a text token by token; `here` is how deep it stands."""

    def __init__(self) -> None:
        self.here = 0
        self._start = 0
        self._minuses = 0
        self._outside: list[tuple[int, int, int]] = []

    def open(self) -> None:
        """A bracket or brace opens."""
        self._outside.append((self.here, self._start, self._minuses))
        self._start = self.here = self.here + 1
        self._minuses = 0

    def close(self) -> None:
        """The innermost bracket or brace closes."""
        self.here, self._start, self._minuses = self._outside.pop()

    def begin(self) -> None:
        """A new part of what stands in the innermost bracket begins, or a new line."""
        self.here = self._start
        self._minuses = 0

    def word(self, token: Token) -> bool:
        """Take a word; whether it holds what follows."""
        holds = token.text in _HOLDING and token.kind is Kind.WORD
        self.here += holds
        return holds

    def sign(self, token: Token, before: Token | None) -> None:
        """Take a sign that is no bracket."""
        if token.text == ",":
            self.begin()
        elif token.text == ":":
            self.here += 1
        elif token.text == "-" and _starts_operand(before):
            self.here += 1
            self._minuses += 1
        elif self._minuses and token.text != "%":
            self.here -= self._minuses
            self._minuses = 0


def _starts_operand(before: Token | None) -> bool:
    return before is None or (before.kind is Kind.SIGN and before.text not in _CLOSING)

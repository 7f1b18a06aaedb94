"""Where blanks stand between the tokens of a statement."""

from collections.abc import Sequence

from tryghed_dsl.syntax.items import Block, lines_of
from tryghed_dsl.syntax.scanner import Kind, Token

_NO_SPACE_BEFORE = frozenset({",", ")", "]", "}", ":", "%", "..", ";"})
_NO_SPACE_AFTER = frozenset({"(", "[", "{", ".."})
_BINARY = frozenset({"+", "-", "*", "/", "<=", "<", ">=", ">", "==", "=", "->", ",", "(", "[", ":"})
# Words behind which an operand starts: a bracket is none of a call, a minus none between two.
_BEFORE_OPERAND = frozenset(
    {"above", "below", "and", "between", "of", "in", "within"}
    | {"if", "then", "else", "when", "where", "not"}
)


def comments_behind(comments: Sequence[Token]) -> str:
    """Comments as they stand behind a line."""
    return "".join(f"  {comment.text.rstrip()}" for comment in comments)


def inline(block: Block) -> str:
    """A composition on one line."""
    members = [Spacer().joined(line.tokens) for line in lines_of(block.items)]
    return f"{{ {'; '.join(members)} }}"


class Spacer:
    """Puts blanks between a statement's tokens; knows how deep in brackets it is."""

    def __init__(self) -> None:
        self._depth = 0
        self._before: Token | None = None
        self._second: Token | None = None
        self._third: Token | None = None
        self._closely = False
        self._reason = False

    def joined(self, tokens: Sequence[Token], *, behind: str = "") -> str:
        """The tokens of one line, after what stands on it already."""
        text = behind
        self._reason = self._reason or (bool(tokens) and tokens[0].text == "expect")
        for position, token in enumerate(tokens):
            hyphen = self._is_hyphen(token, tokens[position + 1 : position + 2])
            spaced = bool(text) and not hyphen and self._spaced(token)
            text += (" " if spaced else "") + self.written(token)
            self._move(token)
            self._closely = self._closely or hyphen
        return text

    def written(self, token: Token) -> str:
        """A token as it is written."""
        return inline(token) if isinstance(token, Block) else token.span.text

    def skip(self, token: Token) -> None:
        """Go on behind a token that is laid out elsewhere."""
        self._move(token)

    def _is_hyphen(self, token: Token, following: Sequence[Token]) -> bool:
        """Whether a minus joins the two halves of `half-yearly`."""
        if not token.is_sign("-") or self._before is None or self._before.text != "half":
            return False
        return [after.text for after in following] == ["yearly"]

    def _move(self, token: Token) -> None:
        if token.is_sign("(", "[", "{"):
            self._depth += 1
        elif token.is_sign(")", "]", "}"):
            self._depth -= 1
        self._closely = token.is_sign("-") and self._starts_operand()
        self._third, self._second, self._before = self._second, self._before, token

    def _starts_operand(self) -> bool:
        before = self._before
        if before is None:
            return True
        return before.text in (_BINARY if before.kind is Kind.SIGN else _BEFORE_OPERAND)

    def _spaced(self, token: Token) -> bool:
        before = self._before
        if before is None or self._closely:
            return False
        sign = token.text if token.kind is Kind.SIGN else ""
        last = before.text if before.kind is Kind.SIGN else ""
        if sign in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER:
            return False
        if "=" in (sign, last) and (self._depth or self._is_part(sign)):
            return False
        if self._reason and "-" in (sign, last):
            return False
        if sign in ("(", "["):
            return self._spaced_bracket(sign, before)
        return True

    def _is_part(self, sign: str) -> bool:
        """Whether an `=` stands in the clause `judge=…`, as it would in a call."""
        name, before = self._before, self._second
        if sign != "=":
            name, before = before, self._third
        judges = name is not None and name.text == "judge"
        return judges and (before is None or before.is_sign(","))

    def _spaced_bracket(self, sign: str, before: Token) -> bool:
        if before.kind not in (Kind.WORD, Kind.QUOTED_NAME):
            return before.kind is not Kind.SIGN or before.text not in (")", "]")
        in_area = self._second is not None and self._second.text == "in"
        return in_area if sign == "[" else before.text in _BEFORE_OPERAND

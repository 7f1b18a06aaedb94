"""What a text is cut into: lines with their blocks, comments and blank lines between them."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.scanner import Token
from tryghed_dsl.syntax.starts import LAYOUT


@dataclass(slots=True)
class Line:
    """One statement: its tokens, with comments and line ends among them, and its block.

    Attributes:
        raw: all tokens before the block's brace, comments and line ends included.
        block: what stands between the braces, or None where there are none.
        after: comments that stand behind the closing brace on its line.
        braces: the braces of its block; only the first where the second is missing.
        damaged: something is wrong with its brackets; it is not parsed.
    """

    raw: list[Token] = field(default_factory=list)
    block: "list[Item] | None" = None
    after: list[Token] = field(default_factory=list)
    braces: tuple[Token, ...] = ()
    damaged: bool = False

    @property
    def tokens(self) -> list[Token]:
        """What counts: the tokens without comments and line ends."""
        return [token for token in self.raw if token.kind not in LAYOUT]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a line of its own."""

    token: Token


@dataclass(frozen=True, slots=True)
class Blank:
    """One or more empty lines."""


Item = Line | Comment | Blank


@dataclass(frozen=True, slots=True)
class Block(Token):
    """The braces of a composition and the lines between them, as one token."""

    items: tuple[Item, ...]


def lines_of(items: Sequence[Item]) -> Iterator[Line]:
    """The statements among the items of a block."""
    return (item for item in items if isinstance(item, Line))

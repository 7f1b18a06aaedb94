"""What all nodes are, and the words that they are made of."""

from dataclasses import field

from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span

# The year of a period that was none, and that the scanner has told of already.
TOLD = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything that was written somewhere."""

    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name, without its backticks."""

    text: str


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Words in quotes, without them."""

    text: str


@dataclass(frozen=True, slots=True)
class When(Node):
    """A period."""

    period: Period


@dataclass(frozen=True, slots=True)
class Range(Node):
    """`2014..2018`; `last` is None where `now` stands for it, the period that is judged."""

    first: When
    last: When | None

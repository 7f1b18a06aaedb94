"""What a file and its revisions say together."""

from collections.abc import Mapping
from dataclasses import field

from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span


@dataclass(frozen=True, slots=True)
class Retired:
    """Where a target that is retired stands, and why it is."""

    span: Span
    because: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Statements, and which of their targets are retired, by id."""

    statements: tuple[nodes.Statement, ...]
    retired: Mapping[str, Retired] = field(default_factory=dict)

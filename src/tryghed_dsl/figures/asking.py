"""What an entry is of, and what is asked for."""

from collections.abc import Iterable
from typing import Protocol

from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.figures.counting import Key
from tryghed_dsl.figures.cube import Category, Entry

Asked = tuple[Entry, Key | None]
"""An entry with what it is of, where somebody asks for that."""


def asked_of(entries: Iterable[Entry], asking: "Asking") -> list[Asked]:
    """Entries with what they are of; files have many, so each is asked about once."""
    keys = ((entry, asking.key(entry)) for entry in entries)
    return [(entry, key if key is not None and asking.wants(key) else None) for entry, key in keys]


class Asking(Protocol):
    """Knows the names of figures, and those that a spec asks for."""

    def key(self, entry: Entry) -> Key | None:
        """What an entry is of; None where its period is none, which is told once."""

    def wants(self, key: Key) -> bool:
        """Whether the spec has its indicator and its area; without a spec all are wanted."""

    def quantity(self, indicator: str) -> Quantity | None:
        """What an indicator's figures measure, where the spec says it."""

    def knows(self, category: Category) -> bool:
        """Whether a category is one of the spec's indicators or areas, whatever its dimension."""

"""How much a file may make of little: named conditions, `every indicator`, `for each`."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import field
from itertools import islice

from tryghed_dsl.check.conditions import Condition, walk
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import Term
from tryghed_dsl.check.units import Typed
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span

_LARGEST = 200_000
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Made:
    """What a named condition was written out to before.

    Attributes:
        condition: None where it cannot be understood.
        size: how many conditions and terms it is made of.
        height: how many conditions lie inside each other in it.
        given: what its parameters stood for, kept so that it can be told apart.
    """

    condition: Condition | None
    size: int
    height: int
    given: tuple[Typed, ...]


@dataclass(slots=True)
class Expansion:
    """What is being written out, and how much more a file may write out.

    Attributes:
        names: the conditions and lists that are being written out, the outermost first.
        left: how many more conditions and terms may be made.
        deep: how many conditions the one that is read lies in.
        deepest: the most of them since a named condition was begun.
        made: the named conditions that have been written out, with what they were given.
        used: their names.
        ever: whether anything has been written out.
    """

    names: list[nodes.Name] = field(default_factory=list)
    left: int = _LARGEST
    deep: int = 0
    deepest: int = 0
    made: dict[tuple[object, ...], Made] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    ever: bool = False

    @contextmanager
    def of(self, name: nodes.Name) -> Iterator[None]:
        """While a condition or list of that name is written out."""
        self.names.append(name)
        self.ever = True
        yield
        self.names.pop()

    def named_in(self, conditions: Container[str]) -> str | None:
        """The outermost named condition that is being written out."""
        return next((name.text for name in self.names if name.text in conditions), None)

    @property
    def exhausted(self) -> bool:
        """Whether nothing more can be written out, where something is."""
        return self.left < 0 and bool(self.names)

    def affords(self, notes: Notes, *terms: Term) -> bool:
        """Whether one more condition can be made of terms, where something is written out."""
        if not self.names:
            return True
        size = 1
        for term in terms:
            size += sum(1 for _ in islice(walk(term), max(self.left, 0) + 1))
        return self.spend(size, notes)

    def spend(self, size: int, notes: Notes) -> bool:
        """Whether so much more can be written out; that it cannot is told once."""
        if self.left >= 0:
            self.left -= size
            if self.left < 0:
                notes.tell("E128", self.names[0].span, name=self.names[0].text)
        return self.left >= 0

    def tell_deep(self, span: Span, notes: Notes) -> None:
        """Tell of conditions that lie too deep: at the first of those that are written out."""
        if self.names:
            span = self.names[0].span
        notes.tell("E179", span, most=float(DEEPEST))

    def deeper(self) -> bool:
        """Go into a condition that lies in the one before, if one may lie there."""
        if self.deep >= DEEPEST:
            return False
        self.deep += 1
        self.deepest = max(self.deepest, self.deep)
        return True

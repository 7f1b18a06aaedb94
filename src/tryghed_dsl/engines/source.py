"""The source of one function as it is written: lines, names, and what is computed by then."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tryghed_dsl.core.program import Cell, Expression, Step

NONE = "None"
# Python takes a hundred levels of indentation.
_DEEPEST = 40
_MOST_LINES = 20_000


class TooLongError(Exception):
    """A function would be longer than it is worth: what choices share is written in each."""


class Source:
    """Lines of a function, the names in them, and what they have computed.

    A value in it is a name, `True`, `False` or `None`. No text of a spec gets into it, nor any of
    its numbers: a name is a letter with a number, and what the function rests on is handed over
    under such names. So there is nothing in a spec that Python could read as anything else, and
    targets of one form have one source.

    Attributes:
        given: what the function rests on, by name.
        made: expressions, by identity and what was asked of them, that have a name already. Each
            is kept, so that it keeps its identity.
        leaves: likewise cells and steps.
    """

    def __init__(self, places: Mapping[Cell, int]) -> None:
        """Begin.

        Args:
            places: where each cell stands in the figures that were read.
        """
        self.given: dict[str, Any] = {}
        self.made: dict[tuple[int, str], tuple[Expression, str]] = {}
        self.leaves: dict[Cell | Step, str] = {}
        self._places = places
        self._known: dict[str, None] = {}
        self._lines: list[str] = []
        self._level = 1
        self._names = 0
        self._given_before: dict[int, str] = {}

    def text(self) -> str:
        """A function that makes the function from what is given."""
        head = f"def make({', '.join(self.given)}):\n def judge(r):\n"
        return head + "\n".join(self._lines) + "\n return judge\n"

    def line(self, text: str) -> None:
        """Write a line.

        Raises:
            TooLongError: there are too many.
        """
        if len(self._lines) >= _MOST_LINES:
            raise TooLongError
        self._lines.append(" " * (self._level + 1) + text)

    def new(self) -> str:
        """A name that is not used yet."""
        self._names += 1
        return f"v{self._names}"

    def named(self, text: str) -> str:
        """Give what some Python comes to a name."""
        name = self.new()
        self.line(f"{name} = {text}")
        return name

    def number(self, value: Any) -> str:
        """The name of a number that is known beforehand."""
        if value is None or isinstance(value, bool):
            return str(value)
        return self._give("n", value)

    def other(self, value: Any) -> str:
        """The name of anything else that the function needs."""
        return self._give("k", value)

    def _give(self, letter: str, value: Any) -> str:
        name = self._given_before.get(id(value))
        if name is None:
            name = self._given_before[id(value)] = f"{letter}{len(self.given)}"
            self.given[name] = value
        return name

    def leaf(self, leaf: Cell | Step) -> str:
        """The value of a cell, or of a step that was computed before."""
        name = self.leaves.get(leaf)
        if name is not None:
            return name
        if isinstance(leaf, Step):
            message = f"a step that was not computed: {leaf.name}"
            raise KeyError(message)
        name = self.leaves[leaf] = self.named(f"r[{self.number(self._places[leaf])}]")
        return name

    # -------------------------------------------------------------- what is known

    def learn(self, value: str) -> None:
        """Note that a value is not missing in the lines that follow."""
        self._known.setdefault(value)

    def is_known(self, value: str) -> bool:
        """Whether a value is sure not to be missing."""
        return value != NONE and (value[0] != "v" or value in self._known)

    def unsure(self, *values: str) -> list[str]:
        """Conditions that values are not missing, of those that may be."""
        return [f"{value} is not None" for value in values if not self.is_known(value)]

    # -------------------------------------------------------------- blocks

    @property
    def is_deep(self) -> bool:
        """Whether no more blocks should be begun."""
        return self._level > _DEEPEST

    @contextmanager
    def block(self, header: str) -> Iterator[None]:
        """Lines that may not run: what they compute has no name after them."""
        self.line(header)
        scopes: tuple[dict[Any, Any], ...] = (self.made, self.leaves, self._known)
        before = [len(scope) for scope in scopes]
        self._level += 1
        yield
        self._level -= 1
        for scope, size in zip(scopes, before, strict=True):
            while len(scope) > size:  # what came last goes first
                scope.popitem()

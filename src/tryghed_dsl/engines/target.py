"""A target ready to run: its slots, its steps and its table as closures."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tryghed_dsl.core.program import (
    MISSING,
    Cell,
    Constant,
    Expression,
    Judged,
    Row,
    Step,
    cells,
)
from tryghed_dsl.engines.closures import Places, compiled, compiled_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tryghed_dsl.domain.verdict import Outcome
    from tryghed_dsl.engines.closures import Closure, Slots

# What a target came to: its outcome, and what is told of it at once, its value and its limit.
Judgement = tuple[Any, ...]
TOLD = ("value", "limit")
# Stands for a number that is computed when it is asked for.
LATER: Any = object()
_LATER = Constant(LATER)


class CompiledTarget:
    """A target ready to run on its slots: its cells, its constants, then what is calculated."""

    def __init__(self, target: Judged, shared: dict[Cell, int]) -> None:
        own = list(dict.fromkeys(_cells_of(target)))
        self.picked = [shared.setdefault(cell, len(shared)) for cell in own]
        self.places = Places({cell: place for place, cell in enumerate(own)})
        self._constants: list[Any] = []
        self._calculated: list[Expression] = []
        self._place_steps(target)
        self.named = _named(target, self.places)
        self.target = target

    def measure(self, name: str) -> Expression | None:
        """A measure by its name; those that are seldom asked for are made only for themselves."""
        own, later = dict(self.target.measures), self.target.later
        if name in own or later is None or name not in later.names:
            return own.get(name)
        return self._later.get(name)

    @cached_property
    def _later(self) -> dict[str, Expression]:
        return {} if self.target.later is None else dict(self.target.later.made())

    def _place_steps(self, target: Judged) -> None:
        """Give every step its slot; only those that calculate something run each time."""
        for name, expression in target.steps:
            if isinstance(expression, Cell):
                self.places[Step(name)] = self.places[expression]
            elif isinstance(expression, Constant):
                self.places[Step(name)] = len(self.picked) + len(self._constants)
                self._constants.append(expression.value)
        first = len(self.picked) + len(self._constants)
        for name, expression in target.steps:
            if not isinstance(expression, Cell | Constant):
                self.places[Step(name)] = first + len(self._calculated)
                self._calculated.append(expression)

    @cached_property
    def _steps(self) -> "list[Closure]":
        return [compiled(expression, self.places) for expression in self._calculated]

    @cached_property
    def decide(self) -> "Callable[[Slots], Outcome]":
        """The outcome by a target's slots."""
        return compiled_table(self.target.rows, self.places)

    def slots(self, read: Sequence[Any]) -> list[Any]:
        """The numbers that the outcome comes from."""
        slots = [read[place] for place in self.picked]
        slots += self._constants
        for step in self._steps:
            slots.append(step(slots))
        return slots

    @property
    def told(self) -> list[Expression]:
        """What is told of it at once, as far as that rests on its steps alone."""
        steps = {name: Step(name) for name, _ in self.target.steps}
        found = ({**dict(self.target.measures), **steps}.get(name, MISSING) for name in TOLD)
        return [_LATER if any(cells(expression)) else expression for expression in found]

    def judge(self, read: Sequence[Any]) -> Judgement:
        """What a target comes to on figures."""
        return self.judgement(self.slots(read))

    def judgement(self, slots: "Slots") -> Judgement:
        """What a target came to by its slots."""
        places = (self.named.get(name) for name in TOLD)
        numbers = (LATER if place is None else slots[place] for place in places)
        return (self.decide(slots), *numbers)


def _named(target: Judged, places: Places) -> dict[str, int]:
    """Where the steps stand by name, and the measures that are no more than a step."""
    named = {name: places[Step(name)] for name, _ in target.steps}
    for name, expression in target.measures:
        if isinstance(expression, Step):
            named[name] = places[expression]
    return named


def _cells_of(target: Judged) -> list[Cell]:
    steps = list(cells(*(expression for _, expression in target.steps)))
    return steps + row_cells(target.rows)


def row_cells(rows: tuple[Row, ...]) -> list[Cell]:
    """The cells that a table looks up."""
    found = []
    for row in rows:
        found += list(cells(row.condition))
        if isinstance(row.then, tuple):
            found += row_cells(row.then)
    return found

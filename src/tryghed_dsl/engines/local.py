"""The local engine: a program compiled once, run on figures in microseconds."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from tryghed_dsl.core.program import Cell, Expression, Judged, Program, Row, Step, cells
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.domain.verdict import Outcome
from tryghed_dsl.engines.cells import CellReader, PlainFigures, plain_reader
from tryghed_dsl.engines.closures import Closure, Slots, compiled, compiled_table


class CompiledTarget:
    """A target ready to run: its cells, then its steps, stand in its slots in that order."""

    def __init__(self, target: Judged, shared: dict[Cell, int]) -> None:
        self.target = target
        own = list(dict.fromkeys(_cells_of(target)))
        self._picked = [shared.setdefault(cell, len(shared)) for cell in own]
        self.places: dict[Cell | Step, int] = {cell: place for place, cell in enumerate(own)}
        for name, _ in target.steps:
            self.places[Step(name)] = len(self.places)
        self._steps: list[Closure] = [compiled(step, self.places) for _, step in target.steps]
        self._decide: Callable[[Slots], Outcome] = compiled_table(target.rows, self.places)

    def judge(self, read: list[Any]) -> tuple[Outcome, list[Any]]:
        """The outcome, and the slots that it came from."""
        slots = [read[place] for place in self._picked]
        for step in self._steps:
            slots.append(step(slots))
        return self._decide(slots), slots


class LocalEngine:
    """A program ready to run for one area. Holds nothing of any run, so threads may share it."""

    def __init__(self, program: Program, home: str) -> None:
        self.program = program
        self.home = home
        shared: dict[Cell, int] = {}
        self.targets = [CompiledTarget(target, shared) for target in program.targets]
        self._cells = list(shared)
        self._read_plain = plain_reader(self._cells, home, program.breaks)

    def run(self, figures: Figures | PlainFigures) -> "Run":
        """Judge every target on figures."""
        if isinstance(figures, Figures):
            reader = CellReader(figures, self.home, self.program.breaks)
            read = [reader.value(cell) for cell in self._cells]
        else:
            read = self._read_plain(figures)
        return Run(self, figures, [target.judge(read) for target in self.targets])


class Run:
    """The outcome of every target on one set of figures; measures are computed when asked for."""

    def __init__(
        self,
        engine: LocalEngine,
        figures: Figures | PlainFigures,
        judged: list[tuple[Outcome, list[Any]]],
    ) -> None:
        self.engine = engine
        self._judged = judged
        self._given = figures

    def outcome(self, index: int) -> Outcome:
        """The outcome of the target at an index."""
        return self._judged[index][0]

    @cached_property
    def reader(self) -> CellReader:
        """Reads single cells of the figures."""
        given = self._given
        figures = given if isinstance(given, Figures) else as_figures(given)
        return CellReader(figures, self.engine.home, self.engine.program.breaks)

    def measure(self, index: int, name: str) -> Any:
        """A step or measure of the target at an index; None where missing or not there."""
        place = self.engine.targets[index].places.get(Step(name))
        if place is not None:
            return self._judged[index][1][place]
        expression = self.engine.program.targets[index].measure(name)
        return None if expression is None else self.value(index, expression)

    def value(self, index: int, expression: Expression) -> Any:
        """The value of any expression over the steps and figures of the target at an index."""
        places = dict(self.engine.targets[index].places)
        slots = self._judged[index][1].copy()
        for cell in cells(expression):
            if cell not in places:
                places[cell] = len(slots)
                slots.append(self.reader.value(cell))
        return compiled(expression, places)(slots)


def as_figures(plain: PlainFigures) -> Figures:
    """A plain mapping as a table of observations; what is no number or period is left out."""
    return Figures(
        Observation(Key(indicator, area, found), float(value))
        for (indicator, area, period), value in plain.items()
        if value is not None
        and value - value == 0
        and (found := parse_period(str(period))) is not None
    )


def _cells_of(target: Judged) -> list[Cell]:
    steps = list(cells(*(expression for _, expression in target.steps)))
    return steps + _row_cells(target.rows)


def _row_cells(rows: tuple[Row, ...]) -> list[Cell]:
    found = []
    for row in rows:
        found += list(cells(row.condition))
        if isinstance(row.then, tuple):
            found += _row_cells(row.then)
    return found

"""The local engine: a program compiled once, run on figures in microseconds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tryghed_dsl.core.program import Cell, Constant, Expression, Judged, Program, Row, Step, cells
from tryghed_dsl.core.simplify import simplified
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.domain.verdict import Outcome, Verdict
from tryghed_dsl.engines.cells import (
    CellReader,
    PlainFigures,
    known_without_figures,
    plain_reader,
)
from tryghed_dsl.engines.closures import Places, compiled, compiled_table
from tryghed_dsl.engines.suppressed import corners, together

if TYPE_CHECKING:
    from tryghed_dsl.engines.numbers import Closure, Slots

# What a target came to: its outcome, its slots, and where in them its numbers stand.
Judgement = tuple[Outcome, list[Any], Mapping[str, int]]


class CompiledTarget:
    """A target ready to run on its slots: its cells, its constants, then what is calculated."""

    def __init__(self, target: Judged, shared: dict[Cell, int]) -> None:
        own = list(dict.fromkeys(_cells_of(target)))
        self.picked = [shared.setdefault(cell, len(shared)) for cell in own]
        self.places = Places({cell: place for place, cell in enumerate(own)})
        self._constants: list[Any] = []
        self._steps: list[Closure] = []
        self._place_steps(target)
        self.named = _named(target, self.places)
        self._target = target
        self._decide: Callable[[Slots], Outcome] = compiled_table(target.rows, self.places)

    @cached_property
    def measures(self) -> dict[str, Expression]:
        """The measures by name, those that are seldom asked for included."""
        later = () if self._target.later is None else self._target.later()
        return dict((*self._target.measures, *later))

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
                self.places[Step(name)] = first + len(self._steps)
                self._steps.append(compiled(expression, self.places))

    def judge(self, read: Sequence[Any]) -> Judgement:
        """The outcome, and the numbers that it came from."""
        slots = [read[place] for place in self.picked]
        slots += self._constants
        for step in self._steps:
            slots.append(step(slots))
        return self._decide(slots), slots, self.named


def _named(target: Judged, places: Mapping[Cell | Step, int]) -> dict[str, int]:
    """Where the steps stand, and the measures that are a step under another name."""
    named = {name: places[Step(name)] for name, _ in target.steps}
    for name, expression in target.measures:
        if isinstance(expression, Step):
            named[name] = places[expression]
    return named


class _Compiled:
    """All targets of a program, and the cells that they share."""

    def __init__(self, targets: Iterable[Judged]) -> None:
        shared: dict[Cell, int] = {}
        self.targets = [CompiledTarget(target, shared) for target in targets]
        self.cells = list(shared)


class LocalEngine:
    """A program ready to run for one area. Holds nothing of any run, so threads may share it."""

    def __init__(self, program: Program, home: str) -> None:
        self.program = program
        self.home = home

    @cached_property
    def for_tables(self) -> _Compiled:
        """The targets as they run on a table of observations."""
        return _Compiled(self.program.targets)

    @cached_property
    def for_mappings(self) -> tuple[_Compiled, Callable[[PlainFigures], list[Any]]]:
        """The targets as they run on a plain mapping, and what reads their cells from it."""
        known = known_without_figures(self.home, self.program.breaks)
        compiled_targets = _Compiled(simplified(t, known) for t in self.program.targets)
        return compiled_targets, plain_reader(compiled_targets.cells, self.home)

    def run(self, figures: Figures | PlainFigures) -> "Run":
        """Judge every target on figures."""
        if isinstance(figures, Figures):
            made = self.for_tables
            reader = CellReader(figures, self.home, self.program.breaks)
            return Run(self, made, figures, [reader.value(cell) for cell in made.cells])
        made, read = self.for_mappings
        return Run(self, made, figures, read(figures))


class Run:
    """The outcome of every target on one set of figures; measures are computed when asked for."""

    def __init__(
        self,
        engine: LocalEngine,
        made: _Compiled,
        figures: Figures | PlainFigures,
        read: list[Any],
    ) -> None:
        self.engine = engine
        self._made = made
        self._given = figures
        self.judged = [target.judge(read) for target in made.targets]
        self._at_ends: dict[int, list[Slots]] = {}
        self._asked: dict[int, tuple[Places, list[Any]]] = {}
        if isinstance(figures, Figures) and figures.has_suppressed:
            self._decide_suppressed(read)

    def _decide_suppressed(self, read: list[Any]) -> None:
        """Judge again, at their ends, what is unknown for suppressed figures."""
        cells = self._made.cells
        kinds = {place: (cell.indicator, cell.period) for place, cell in enumerate(cells)}
        ends = {
            place: found
            for place, cell in enumerate(cells)
            if (found := self.reader.ends(cell)) is not None
        }
        for index, (outcome, slots, named) in enumerate(self.judged):
            target = self._made.targets[index]
            own = {place: ends[place] for place in target.picked if place in ends}
            if own and outcome.verdict is Verdict.UNKNOWN:
                judged = [target.judge(each) for each in corners(read, own, kinds)]
                self._at_ends[index] = [at_end for _, at_end, _ in judged]
                self.judged[index] = together([each for each, _, _ in judged]), slots, named

    @cached_property
    def reader(self) -> CellReader:
        """Reads single cells of the figures."""
        given = self._given
        figures = given if isinstance(given, Figures) else as_figures(given)
        return CellReader(figures, self.engine.home, self.engine.program.breaks)

    def measure(self, index: int, name: str) -> Any:
        """A step or measure of the target at an index; None where missing or not there."""
        _, slots, named = self.judged[index]
        if name in named:
            return slots[named[name]]
        expression = self._made.targets[index].measures.get(name)
        return None if expression is None else self.value(index, expression)

    def value(self, index: int, expression: Expression) -> Any:
        """The value of any expression over the steps and figures of the target at an index."""
        places, more = self._with_cells(index, cells(expression))
        return compiled(expression, places)([*self.judged[index][1], *more])

    def holds(self, index: int, condition: Expression) -> bool:
        """Whether a condition holds, whatever suppressed figures are."""
        places, more = self._with_cells(index, cells(condition))
        holds = compiled(condition, places)
        return all(holds([*slots, *more]) for slots in self._readings(index))

    def decided(self, index: int, rows: tuple[Row, ...]) -> Outcome:
        """The outcome of a part of the target at an index."""
        places, more = self._with_cells(index, _row_cells(rows))
        decide = compiled_table(rows, places)
        return together([decide([*slots, *more]) for slots in self._readings(index)])

    def _readings(self, index: int) -> "Sequence[Slots]":
        """A target's slots; where suppressed figures were tried, those of every end."""
        return self._at_ends.get(index) or [self.judged[index][1]]

    def _with_cells(self, index: int, wanted: Iterable[Cell]) -> tuple[Places, list[Any]]:
        """A target's places with those of cells that it does not look up itself, and these."""
        if index not in self._asked:
            self._asked[index] = Places(self._made.targets[index].places), []
        places, more = self._asked[index]
        for cell in wanted:
            if cell not in places:
                places[cell] = len(self.judged[index][1]) + len(more)
                more.append(self.reader.value(cell))
        return places, more


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

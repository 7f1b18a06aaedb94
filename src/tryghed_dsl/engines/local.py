"""The local engine: a program compiled once, run on figures in microseconds."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tryghed_dsl.core.program import Cell, Expression, Judged, Program, Row, cells
from tryghed_dsl.core.simplify import simplified
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.domain.verdict import Outcome, Verdict
from tryghed_dsl.engines.cells import (
    CellReader,
    PlainFigures,
    PlainReader,
    known_without_figures,
)
from tryghed_dsl.engines.closures import Places, compiled, compiled_table
from tryghed_dsl.engines.suppressed import corners, together
from tryghed_dsl.engines.target import CompiledTarget, Judgement, row_cells

# What reports call this engine.
LOCAL = "local"

if TYPE_CHECKING:
    from tryghed_dsl.engines.closures import Slots
    from tryghed_dsl.engines.generated import Function


class _Compiled:
    """All targets of a program, and the cells that they share."""

    def __init__(self, targets: Iterable[Judged]) -> None:
        shared: dict[Cell, int] = {}
        self.targets = [CompiledTarget(target, shared) for target in targets]
        self.cells = list(shared)
        self._places = shared

    @cached_property
    def functions(self) -> "list[Function]":
        """The targets as functions of the cells."""
        from tryghed_dsl.engines.generated import Generator  # noqa: PLC0415 -- for judges alone

        generator = Generator(self._places)
        return [generator.function(made.target, made.told) or made.judge for made in self.targets]


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
    def for_mappings(self) -> tuple[_Compiled, PlainReader]:
        """The targets as they run on a plain mapping, and what reads their cells from it."""
        known = known_without_figures(self.home, self.program.breaks)
        compiled_targets = _Compiled(simplified(t, known) for t in self.program.targets)
        return compiled_targets, PlainReader(compiled_targets.cells, self.home)

    def run(self, figures: Figures) -> "Run":
        """Judge every target on a table of observations."""
        made = self.for_tables
        reader = CellReader(figures, self.home, self.program.breaks)
        read = [reader.value(cell) for cell in made.cells]
        run = Run(self, made, read, lambda: figures)
        if figures.has_suppressed:
            run.decide_suppressed()
        return run

    def run_plain(self, figures: PlainFigures) -> "Run":
        """Judge every target on a plain mapping, by functions that are generated once."""
        made, reader = self.for_mappings
        read = reader.read(figures)
        judged = [judge(read) for judge in made.functions]
        return Run(self, made, read, lambda: as_figures(figures), judged)

    def run_checked(self, figures: PlainFigures, table: Callable[[], Figures]) -> "Run":
        """The same for a mapping whose years are numbers, and whose values are finite or None.

        Args:
            figures: the mapping.
            table: makes the table of the same figures, with where they stand.
        """
        made, reader = self.for_mappings
        read = reader.read_checked(figures)
        return Run(self, made, read, table, [judge(read) for judge in made.functions])


class Run:
    """The outcome of every target on one set of figures; measures are computed when asked for.

    Attributes:
        judged: what each target came to.
    """

    def __init__(
        self,
        engine: LocalEngine,
        made: _Compiled,
        read: list[Any],
        table: Callable[[], Figures],
        judged: list[Judgement] | None = None,
    ) -> None:
        self.engine = engine
        self._made = made
        self._read = read
        self._table = table
        self._slots: dict[int, Slots] = {}
        self._at_ends: dict[int, Sequence[Slots]] = {}
        self._asked: dict[int, tuple[Places, list[Any]]] = {}
        self.judged = judged if judged is not None else self._judged()

    def _judged(self) -> list[Judgement]:
        targets = enumerate(self._made.targets)
        return [target.judgement(self._slots_of(index)) for index, target in targets]

    def _slots_of(self, index: int) -> "Slots":
        if index not in self._slots:
            self._slots[index] = self._made.targets[index].slots(self._read)
        return self._slots[index]

    def decide_suppressed(self) -> None:
        """Judge again, at their ends, what is unknown for suppressed figures."""
        cells = self._made.cells
        kinds = {place: (cell.indicator, cell.period) for place, cell in enumerate(cells)}
        ends = {
            place: found
            for place, cell in enumerate(cells)
            if (found := self.reader.ends(cell)) is not None
        }
        for index, (outcome, *told) in enumerate(self.judged):
            target = self._made.targets[index]
            own = {place: ends[place] for place in target.picked if place in ends}
            if own and outcome.verdict is Verdict.UNKNOWN:
                slots = [target.slots(each) for each in corners(self._read, own, kinds)]
                self._at_ends[index] = slots
                self.judged[index] = (together([target.decide(each) for each in slots]), *told)

    @cached_property
    def figures(self) -> Figures:
        """The figures as a table of observations."""
        return self._table()

    @cached_property
    def reader(self) -> CellReader:
        """Reads single cells of the figures."""
        return CellReader(self.figures, self.engine.home, self.engine.program.breaks)

    def measure(self, index: int, name: str) -> Any:
        """A step or measure of the target at an index; None where missing or not there."""
        target = self._made.targets[index]
        if name in target.named:
            return self._slots_of(index)[target.named[name]]
        expression = target.measure(name)
        return None if expression is None else self.value(index, expression)

    def value(self, index: int, expression: Expression) -> Any:
        """The value of any expression over the steps and figures of the target at an index."""
        places, more = self._with_cells(index, cells(expression))
        return compiled(expression, places)([*self._slots_of(index), *more])

    def holds(self, index: int, condition: Expression) -> bool:
        """Whether a condition holds, whatever suppressed figures are."""
        places, more = self._with_cells(index, cells(condition))
        holds = compiled(condition, places)
        return all(holds([*slots, *more]) for slots in self._readings(index))

    def decided(self, index: int, rows: tuple[Row, ...]) -> Outcome:
        """The outcome of a part of the target at an index."""
        places, more = self._with_cells(index, row_cells(rows))
        decide = compiled_table(rows, places)
        return together([decide([*slots, *more]) for slots in self._readings(index)])

    def _readings(self, index: int) -> "Sequence[Slots]":
        """A target's slots; where suppressed figures were tried, those of every end."""
        return self._at_ends.get(index) or [self._slots_of(index)]

    def _with_cells(self, index: int, wanted: Iterable[Cell]) -> tuple[Places, list[Any]]:
        """A target's places with those of cells that it does not look up itself, and these."""
        if index not in self._asked:
            self._asked[index] = Places(self._made.targets[index].places), []
        places, more = self._asked[index]
        for cell in wanted:
            if cell not in places:
                places[cell] = len(self._slots_of(index)) + len(more)
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

"""Which names a spec declares, and what to say of one that it does not."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.suggest import nearest


@dataclass(slots=True)
class Names:
    """The names of a spec by kind, each with where it was declared.

    Attributes:
        open: nothing is declared, so that any name may be used.
        undeclared: the indicators that an open file uses, in order.
    """

    areas: dict[str, nodes.Name] = field(default_factory=dict)
    sources: dict[str, nodes.Name] = field(default_factory=dict)
    figures: dict[str, nodes.Name] = field(default_factory=dict)
    benchmarks: dict[str, nodes.Benchmark] = field(default_factory=dict)
    open: bool = False
    undeclared: dict[str, nodes.Name] = field(default_factory=dict)

    def knows_indicator(self, name: nodes.Name) -> bool:
        """Whether a name is an indicator's; in an open file it becomes one."""
        if name.text in self.figures:
            return True
        if self.open:
            self.undeclared.setdefault(name.text, name)
        return self.open


_DECLARATIONS = (
    nodes.Agreement | nodes.Area | nodes.SourceOfFigures | nodes.Indicator | nodes.Benchmark
)


def gather(file: nodes.File, notes: Notes) -> Names:
    """The names that a file declares; what it declares twice is told."""
    declaring = any(isinstance(statement, _DECLARATIONS) for statement in file.statements)
    names = Names(open=not declaring and not file.damaged)
    for statement in file.statements:
        match statement:
            case nodes.Area(name):
                _declare(names.areas, name, notes)
            case nodes.SourceOfFigures(name):
                _declare(names.sources, name, notes)
            case nodes.Indicator(name):
                _declare(names.figures, name, notes)
            case nodes.Benchmark(name):
                _declare(names.figures, name, notes)
                names.benchmarks[name.text] = statement
            case _:
                pass
    for statement in file.statements:
        for part in statement.parts if isinstance(statement, nodes.Area) else ():
            names.areas.setdefault(part.text, part)
    return names


def _declare(known: dict[str, nodes.Name], name: nodes.Name, notes: Notes) -> None:
    first = known.setdefault(name.text, name)
    if first is not name:
        notes.tell("E102", name.span, first.span, name=name.text)


def unknown(name: nodes.Name, what: str, known: Iterable[str], notes: Notes) -> None:
    """Tell of a name that is not known, with the nearest one that is."""
    if name.text in notes.quiet:
        return
    suggestion = nearest(name.text, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E101", name.span, name=name.text, what=Expected((what,)), **extra)

"""Indicators and sources: their clauses, stated baselines and formulas."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tryghed_dsl.check import periods
from tryghed_dsl.check.expressions import Scope, area_known, parts_of, read
from tryghed_dsl.check.model import Indicator, SourceOfFigures, StatedBaseline
from tryghed_dsl.check.names import Names, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import indicators as named_in
from tryghed_dsl.domain.unit import (
    UNIT_WORDS,
    Direction,
    Kind,
    Quantity,
    Unit,
    unit_named,
    usual_kind,
)
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span
from tryghed_dsl.text.suggest import nearest

FREQUENCIES = ("yearly", "halfyearly", "quarterly", "monthly", "daily")
_KINDS = tuple(kind.value for kind in Kind)
_RATES = (1_000.0, 100_000.0)
_DEEPEST = 30
_LARGEST = 200_000


def read_source(node: nodes.SourceOfFigures, notes: Notes) -> SourceOfFigures:
    """Check a source of figures."""
    made = SourceOfFigures(node.name.text, _title(node.title))
    for clause in node.clauses:
        match clause:
            case nodes.Word(word) if word.text in FREQUENCIES:
                made = replace(made, every=word.text)
            case nodes.Published(season):
                made = replace(made, published=season.text)
            case nodes.Word(word):
                _unknown_word(word, FREQUENCIES, notes)
            case _:
                pass
    return made


def read_indicator(node: nodes.Indicator, names: Names, notes: Notes) -> Indicator:
    """Check an indicator without its formula."""
    reader = _Clauses(Indicator(node.name.text, _title(node.title)), names, notes)
    for clause in node.clauses:
        reader.take(clause)
    made = reader.made
    return made if made.kind is not None else replace(made, kind=usual_kind(made.unit))


class _Clauses:
    """Takes an indicator's clauses one by one; what is said twice is told."""

    def __init__(self, made: Indicator, names: Names, notes: Notes) -> None:
        self.made = made
        self._names = names
        self._notes = notes
        self._said: dict[str, Span] = {}

    def take(self, clause: nodes.Clause) -> None:
        match clause:
            case nodes.Word(word):
                self._word(word)
            case nodes.Per(number):
                self._per(number, clause.span)
            case nodes.From(source):
                self._source(source, clause.span)
            case nodes.Better(lower=lower):
                self._once("direction", clause.span)
                direction = Direction.LOWER if lower else Direction.HIGHER
                self.made = replace(self.made, direction=direction)
            case nodes.Stated():
                self._stated(clause)
            case _:
                pass

    def _once(self, what: str, span: Span) -> None:
        first = self._said.setdefault(what, span)
        if first is not span:
            self._notes.tell("E112", span, first, clause=what)

    def _word(self, word: nodes.Name) -> None:
        unit = unit_named(word.text)
        if unit is not None:
            self._once("unit", word.span)
            self.made = replace(self.made, unit=unit)
        elif word.text in _KINDS:
            self._once("kind", word.span)
            self.made = replace(self.made, kind=Kind(word.text))
        else:
            _unknown_word(word, (*UNIT_WORDS, *_KINDS), self._notes)

    def _per(self, number: nodes.Number, span: Span) -> None:
        self._once("unit", span)
        if number.value not in _RATES:
            known = Listed(("per 1000", "per 100000"))
            self._notes.tell("E106", span, word=span.text, known=known)
            return
        self.made = replace(self.made, unit=Unit(Quantity.RATE, number.value))

    def _source(self, source: nodes.Name, span: Span) -> None:
        self._once("from", span)
        if source.text not in self._names.sources:
            unknown(source, "SOURCE", self._names.sources, self._notes)
        self.made = replace(self.made, source=source.text)

    def _stated(self, clause: nodes.Stated) -> None:
        period = periods.whole_year(clause.when, self._notes)
        area = None if clause.area is None else clause.area.text
        if clause.area is not None:
            area_known(clause.area, self._names, self._notes)
        if period is None:
            return
        place = "" if area is None else f" in {area}"
        self._once(f"baseline {period}{place}", clause.span)
        stated = StatedBaseline(period, clause.value.value, area, span=clause.span)
        self.made = replace(self.made, stated=(*self.made.stated, stated))


def _unknown_word(word: nodes.Name, known: tuple[str, ...], notes: Notes) -> None:
    suggestion = nearest(word.text, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E106", word.span, word=word.text, known=Listed(known), **extra)


def _title(node: nodes.Text | None) -> str | None:
    return None if node is None else node.text


# ------------------------------------------------------------------ formulas


def with_formulas(
    made: Mapping[str, Indicator], found: Iterable[nodes.Indicator], names: Names, notes: Notes
) -> dict[str, Indicator]:
    """The indicators with their formulas; a circle, or one that grows too large, is told."""
    formulas = {node.name.text: node for node in found if node.formula is not None}
    reader = _Formulas(dict(made), formulas, names, notes)
    for name in formulas:
        reader.finish(name)
    return reader.made


class _Formulas:
    """Reads formulas in the order in which they rest on each other."""

    def __init__(
        self,
        made: dict[str, Indicator],
        nodes_: Mapping[str, nodes.Indicator],
        names: Names,
        notes: Notes,
    ) -> None:
        self.made = made
        self._nodes = nodes_
        self._names = names
        self._notes = notes
        self._done: dict[str, tuple[int, int]] = {}
        self._path: list[str] = []

    def finish(self, name: str) -> tuple[int, int]:
        """Read a formula and those it rests on; how deep and how large it is, written out."""
        if name not in self._nodes:
            return 0, 1
        if name in self._done:
            return self._done[name]
        if name in self._path:
            self._tell_circle(name)
            return 0, 1
        if len(self._path) >= _DEEPEST:
            self._notes.tell("E128", self._nodes[name].name.span, name=name)
            return 0, 1
        self._path.append(name)
        self._done[name] = self._read(name)
        self._path.pop()
        return self._done[name]

    def _tell_circle(self, name: str) -> None:
        circle = " -> ".join([*self._path[self._path.index(name) :], name])
        self._notes.tell("E119", self._nodes[name].name.span, name=name, circle=circle)

    def _read(self, name: str) -> tuple[int, int]:
        node = self._nodes[name]
        named = _names_in(node.formula, self._names)
        parts = [part for part in named if part in self._nodes]
        sizes = [self.finish(part) for part in dict.fromkeys(parts)]
        units = {key: indicator.unit for key, indicator in self.made.items()}
        assert node.formula is not None  # noqa: S101 -- only those with formulas are here
        typed = read(node.formula, Scope(self._names, units), self._notes)
        known = self.made[name]
        unit = known.unit or typed.unit
        kind = known.kind or self._kind(named_in(typed.term))
        self.made[name] = replace(known, formula=typed.term, unit=unit, kind=kind)
        deep = 1 + max((size[0] for size in sizes), default=0)
        large = sum(self._done.get(part, (0, 1))[1] for part in named) or 1
        if large > _LARGEST or deep > _DEEPEST:
            self._notes.tell("E128", node.name.span, name=name)
            return 0, 1
        return deep, large

    def _kind(self, parts: list[str]) -> Kind | None:
        kinds = {self.made[part].kind for part in parts if part in self.made}
        return kinds.pop() if len(kinds) == 1 else None


def _names_in(node: nodes.Expression | None, names: Names) -> list[str]:
    """The names in an expression, as often as they stand there, those of benchmarks followed."""
    waiting, found, followed = [node] if node is not None else [], [], set()
    while waiting:
        current = waiting.pop()
        match current:
            case nodes.Name(text):
                benchmark = names.benchmarks.get(text)
                if benchmark is None:
                    found.append(text)
                elif text not in followed and not isinstance(benchmark.value, nodes.SameIndicator):
                    followed.add(text)
                    waiting.append(benchmark.value)
            case _:
                waiting.extend(parts_of(current))
    return found

"""Indicators: their clauses and stated baselines."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.check.declared.formulas import with_formulas
from tryghed_dsl.check.declared.sources import tell_unknown_word
from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.model import Indicator, SourceOfFigures, StatedBaseline
from tryghed_dsl.check.names.names import Names, area_known, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import ConditionReader
from tryghed_dsl.domain.period import Length
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
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span

_KINDS = tuple(kind.value for kind in Kind)
_RATES = (1_000.0, 100_000.0)
_MOST_DECIMALS = 6

Sources = Mapping[str, SourceOfFigures]


def read_indicators(
    found: Iterable[nodes.Indicator],
    sources: Sources,
    names: Names,
    conditions: ConditionReader,
    notes: Notes,
) -> dict[str, Indicator]:
    """Check the indicators, with their formulas."""
    made = {node.name.text: _read(node, sources, names, notes) for node in found}
    return with_formulas(made, names, conditions, notes)


def check_indicator_lists(names: Names, notes: Notes) -> None:
    """Tell of what stands in lists of indicators and is none."""
    for node in names.indicator_lists.values():
        for member in node.members:
            if not names.knows_indicator(member):
                unknown(member, "INDICATOR", names.figures, notes)


def _read(node: nodes.Indicator, sources: Sources, names: Names, notes: Notes) -> Indicator:
    """An indicator without its formula."""
    reader = _Clauses(Indicator(node.name.text, _title(node.title)), names, notes)
    for clause in node.clauses:
        reader.take(clause)
    made = reader.made
    source = sources.get(made.source or "")
    length = source.every if source is not None and source.every is not None else Length.YEAR
    return replace(made, length=length, kind=made.kind or usual_kind(made.unit))


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
                self.made = replace(self.made, direction=self.made.direction or direction)
            case nodes.Stated():
                self._stated(clause)
            case nodes.Precision(decimals):
                self._precision(decimals, clause.span)
            case nodes.Design(effect):
                self._design(effect, clause.span)
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
            tell_unknown_word(word.text, word.span, (*UNIT_WORDS, *_KINDS), self._notes)

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

    def _precision(self, decimals: nodes.Number, span: Span) -> None:
        self._once("precision", span)
        whole = decimals.sign is nodes.Sign.NONE and decimals.digits.isdigit()
        if not whole or decimals.value > _MOST_DECIMALS:
            self._notes.tell("E155", decimals.span, written=decimals.span.text)
            return
        self.made = replace(self.made, precision=int(decimals.digits))

    def _design(self, effect: nodes.Number, span: Span) -> None:
        self._once("design", span)
        if effect.sign is not nodes.Sign.NONE or effect.value < 1:
            self._notes.tell("E156", effect.span, written=effect.span.text)
            return
        self.made = replace(self.made, design=effect.value)

    def _stated(self, clause: nodes.Stated) -> None:
        period = periods.real_period(clause.when, self._notes)
        area = None if clause.area is None else clause.area.text
        if clause.area is not None:
            area_known(clause.area, self._names, self._notes)
        if period is None:
            return
        place = "" if area is None else f" in {area}"
        self._once(f"baseline {period}{place}", clause.span)
        stated = StatedBaseline(period, clause.value.value, area, span=clause.span)
        self.made = replace(self.made, stated=(*self.made.stated, stated))


def _title(node: nodes.Text | None) -> str | None:
    return None if node is None else node.text

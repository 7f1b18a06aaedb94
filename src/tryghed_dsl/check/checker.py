"""Checks a syntax tree: the order in which its parts are read."""

from collections.abc import Iterable
from typing import TypeVar

from tryghed_dsl.check.declared.agreements import read_agreement
from tryghed_dsl.check.declared.indicators import check_indicator_lists, read_indicators
from tryghed_dsl.check.declared.places import read_areas, read_lists
from tryghed_dsl.check.declared.sources import read_sources
from tryghed_dsl.check.expressions.expressions import read_unused
from tryghed_dsl.check.expressions.lookups import check_benchmarks
from tryghed_dsl.check.expressions.periods import real_period
from tryghed_dsl.check.model import (
    Agreement,
    Indicator,
    SeriesBreak,
    Spec,
    SpecTest,
    Target,
)
from tryghed_dsl.check.names.expansion import Expansion
from tryghed_dsl.check.names.links import find_circles
from tryghed_dsl.check.names.names import area_known, gather, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.for_each import Lines
from tryghed_dsl.check.promises.goals import read_goals
from tryghed_dsl.check.promises.named import read_unused_conditions
from tryghed_dsl.check.promises.promises import Truths, read_condition
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.remarks.chance_remark import remark_on_chance
from tryghed_dsl.check.remarks.same_name import explain_same_names
from tryghed_dsl.check.remarks.totals import remark_on_totals
from tryghed_dsl.check.remarks.unused import remark_on_unused, uses_of
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.lines import LANGUAGE_VERSION
from tryghed_dsl.text.source import Source, Span

_Node = TypeVar("_Node", bound=nodes.Node)


def check(source: Source, file: nodes.File) -> tuple[Spec | None, list[Finding]]:
    """Check a file.

    Returns:
        The checked spec, or None where an error stands in the way, and all that was found.
    """
    notes = Notes(file.damaged.names)
    reader = _Reader(file, notes)
    spec = reader.read(source)
    found = notes.once() if reader.expansion.ever else notes.found
    return (None if errors(found) else spec), found


class _Reader:
    def __init__(self, file: nodes.File, notes: Notes) -> None:
        self._file = file
        self._notes = notes
        self._names = gather(file, notes)
        self.expansion = Expansion()

    def read(self, source: Source) -> Spec:
        names, notes, expansion = self._names, self._notes, self.expansion
        self._language()
        areas = read_areas(names, notes)
        find_circles(names, notes)
        agreement = read_agreement(self._all(nodes.Agreement), names, notes)
        truths = Truths(agreement, expansion)
        sources = read_sources(self._all(nodes.SourceOfFigures), notes)
        indicators = read_indicators(self._all(nodes.Indicator), sources, names, truths, notes)
        scope = Scope(names, indicators, truths)
        lists = read_lists(scope, notes)
        check_indicator_lists(names, notes)
        level = agreement.confidence if agreement else None
        reading = Reading(scope, notes, read_condition, agreement, expansion, confidence=level)
        lines = Lines(areas, lists)
        goals, targets = read_goals(self._file.statements, lines, reading)
        explain_same_names(targets, indicators, agreement, notes)
        self._nothing_judged(targets)
        self._remark(targets, indicators, agreement)
        expectable = {goal.id for goal in goals} | set(lines.ids)
        tests = self._tests(expectable)
        named_by = (indicator.source for indicator in indicators.values())
        uses = uses_of(names, named_by, expansion.used)
        check_benchmarks(scope, notes)
        read_unused(scope, notes)
        read_unused_conditions(reading)
        breaks = tuple(self._breaks())
        if (
            self._file.whole
            and any(target.judged for target in targets)
            and not errors(notes.found)
        ):
            remark_on_unused(self._file.statements, uses, notes)
        return Spec(
            source,
            agreement,
            areas,
            lists,
            sources,
            indicators | self._undeclared(),
            breaks,
            tuple(goals),
            tuple(targets),
            tests,
            names.open,
        )

    def _all(self, kind: type[_Node]) -> list[_Node]:
        return [statement for statement in self._file.statements if isinstance(statement, kind)]

    def _tests(self, expectable: set[str]) -> tuple[SpecTest, ...]:
        written = self._all(nodes.Test)
        if not written:
            return ()
        from tryghed_dsl.check.declared.spec_tests import read_test  # noqa: PLC0415 -- few specs have any

        read = [read_test(node, self._names, expectable, self._notes) for node in written]
        return tuple(test for test in read if test is not None)

    def _language(self) -> None:
        for node in self._all(nodes.Language):
            if node.number.value > LANGUAGE_VERSION:
                version, known = node.number.digits, str(LANGUAGE_VERSION)
                self._notes.tell("E003", node.span, version=version, known=known)

    def _undeclared(self) -> dict[str, Indicator]:
        for name in self._names.undeclared.values():
            self._notes.tell("N203", name.span, name=name.text)
        return {name: Indicator(name, declared=False) for name in self._names.undeclared}

    def _breaks(self) -> Iterable[SeriesBreak]:
        for node in self._all(nodes.SeriesBreak):
            period = real_period(node.when, self._notes)
            if node.area is not None:
                area_known(node.area, self._names, self._notes)
            because = node.because[0].words.text if node.because else None
            area = None if node.area is None else node.area.text
            for name in node.indicators:
                if not self._names.knows_indicator(name):
                    unknown(name, "INDICATOR", self._names.figures, self._notes)
                elif period is not None:
                    yield SeriesBreak(name.text, period, area, because)

    def _nothing_judged(self, targets: list[Target]) -> None:
        judged = any(target.judged for target in targets)
        if not judged and self._file.whole and not errors(self._notes.found):
            self._notes.tell("W130", Span(self._file.span.source, 0, 0))

    def _remark(
        self, targets: list[Target], indicators: dict[str, Indicator], agreement: Agreement | None
    ) -> None:
        home = agreement.area if agreement else None
        remark_on_totals(indicators, home, self._notes)
        remark_on_chance(targets, indicators, home, self._notes)

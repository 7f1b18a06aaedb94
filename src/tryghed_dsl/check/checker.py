"""Checks a syntax tree: the order in which its parts are read."""

from collections.abc import Iterable
from typing import TypeVar

from tryghed_dsl.check.agreements import read_agreement
from tryghed_dsl.check.clauses import read_words
from tryghed_dsl.check.expressions import area_known
from tryghed_dsl.check.indicators import read_indicator, read_source, with_formulas
from tryghed_dsl.check.model import (
    Agreement,
    Area,
    Goal,
    Indicator,
    SeriesBreak,
    Spec,
    Target,
)
from tryghed_dsl.check.names import gather, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.periods import whole_year
from tryghed_dsl.check.spec_tests import read_test
from tryghed_dsl.check.targets import TargetReader
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
    notes = Notes(file.damaged)
    reader = _Reader(file, notes)
    spec = reader.read(source)
    return (None if errors(notes.found) else spec), notes.found


class _Reader:
    def __init__(self, file: nodes.File, notes: Notes) -> None:
        self._file = file
        self._notes = notes
        self._names = gather(file, notes)

    def read(self, source: Source) -> Spec:
        self._language()
        agreement = read_agreement(self._all(nodes.Agreement), self._names, self._notes)
        indicators = self._indicators()
        goals, targets = self._goals_and_targets(indicators, agreement)
        expectable = {goal.id for goal in goals} | {target.id for target in targets}
        tests = [
            read_test(node, self._names, expectable, self._notes) for node in self._all(nodes.Test)
        ]
        return Spec(
            source,
            agreement,
            self._areas(),
            {node.name.text: read_source(node, self._notes) for node in self._sources()},
            indicators | self._undeclared(),
            tuple(self._breaks()),
            tuple(goals),
            tuple(targets),
            tuple(test for test in tests if test is not None),
            self._names.open,
        )

    def _all(self, kind: type[_Node]) -> list[_Node]:
        return [statement for statement in self._file.statements if isinstance(statement, kind)]

    def _sources(self) -> Iterable[nodes.SourceOfFigures]:
        return self._all(nodes.SourceOfFigures)

    def _language(self) -> None:
        for node in self._all(nodes.Language):
            if node.number.value > LANGUAGE_VERSION:
                version, known = node.number.digits, str(LANGUAGE_VERSION)
                self._notes.tell("E003", node.span, version=version, known=known)

    def _areas(self) -> dict[str, Area]:
        declared = {node.name.text: node for node in self._all(nodes.Area)}
        made = {name: Area(name) for name in self._names.areas if name not in declared}
        for name, node in declared.items():
            if node.parent is not None:
                area_known(node.parent, self._names, self._notes)
            made[name] = Area(
                name,
                None if node.title is None else node.title.text,
                None if node.parent is None else node.parent.text,
                tuple(part.text for part in node.parts),
            )
        self._area_circles(made, declared)
        return made

    def _area_circles(self, made: dict[str, Area], declared: dict[str, nodes.Area]) -> None:
        told = set[str]()
        for name, node in declared.items():
            path = _way_back(name, made)
            if path and not told & set(path):
                told |= set(path)
                circle = " -> ".join(path)
                self._notes.tell("E119", node.name.span, name=name, circle=circle)

    def _indicators(self) -> dict[str, Indicator]:
        found = self._all(nodes.Indicator)
        made = {node.name.text: read_indicator(node, self._names, self._notes) for node in found}
        return with_formulas(made, found, self._names, self._notes)

    def _undeclared(self) -> dict[str, Indicator]:
        for name in self._names.undeclared.values():
            self._notes.tell("N203", name.span, name=name.text)
        return {name: Indicator(name, declared=False) for name in self._names.undeclared}

    def _breaks(self) -> Iterable[SeriesBreak]:
        for node in self._all(nodes.SeriesBreak):
            period = whole_year(node.when, self._notes)
            if node.area is not None:
                area_known(node.area, self._names, self._notes)
            because = node.because[0].words.text if node.because else None
            area = None if node.area is None else node.area.text
            for name in node.indicators:
                if not self._names.knows_indicator(name):
                    unknown(name, "INDICATOR", self._names.figures, self._notes)
                elif period is not None:
                    yield SeriesBreak(name.text, period, area, because)

    def _goals_and_targets(
        self, indicators: dict[str, Indicator], agreement: Agreement | None
    ) -> tuple[list[Goal], list[Target]]:
        reader = TargetReader(self._names, indicators, agreement, self._notes)
        goals, targets, said = list[Goal](), list[Target](), dict[str, Span]()
        for statement in self._file.statements:
            if isinstance(statement, nodes.Goal):
                goals.append(self._goal(statement, said))
                for member in statement.targets:
                    targets += _read_target(reader, member, statement.name.text)
            elif isinstance(statement, nodes.Target | nodes.Monitor):
                targets += _read_target(reader, statement, None)
        judged = any(target.judged for target in targets)
        if not judged and self._file.whole and not errors(self._notes.found):
            self._notes.tell("W130", Span(self._file.span.source, 0, 0))
        return goals, targets

    def _goal(self, node: nodes.Goal, said: dict[str, Span]) -> Goal:
        first = said.setdefault(node.name.text, node.name.span)
        if first is not node.name.span:
            self._notes.tell("E102", node.name.span, first, name=node.name.text)
        words = read_words(node.clauses, self._notes)
        title = None if node.title is None else node.title.text
        return Goal(node.name.text, title, words.partly, words.cite)


def _way_back(name: str, areas: dict[str, Area]) -> list[str]:
    """The areas from one to itself by way of its parts; none where there is no such way."""
    came_from: dict[str, str] = {}
    waiting = [name]
    while waiting:
        area = waiting.pop()
        for part in areas[area].parts:
            if part == name:
                path = [name, area]
                while path[-1] != name:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if part not in came_from:
                came_from[part] = area
                waiting.append(part)
    return []


def _read_target(
    reader: TargetReader, node: nodes.Target | nodes.Monitor, goal: str | None
) -> list[Target]:
    if isinstance(node, nodes.Monitor):
        return reader.monitored(node, goal)
    target = reader.judged(node, goal)
    return [] if target is None else [target]

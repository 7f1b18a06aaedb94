"""One revision, worked into the statements before it."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from tryghed_dsl.check.names.names import unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.clauses import read_words
from tryghed_dsl.check.revising.additions import Additions
from tryghed_dsl.check.revising.merged import Merged, Retired
from tryghed_dsl.check.revising.statements import (
    indicators_in,
    targets_in,
    with_targets,
    written_id,
)
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span
from tryghed_dsl.text.suggest import nearest


@dataclass(slots=True)
class _Changes:
    """What a revision puts in the place of something else.

    Attributes:
        targets: the targets replaced, by the id of the old one.
        retired: the targets retired, and why.
        indicators: the indicators declared anew, by name.
        tests: the titles of its own tests, which stand in for older ones of those titles.
        said: where each target is replaced or retired.
    """

    targets: dict[str, nodes.Target] = field(default_factory=dict)
    retired: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, nodes.Indicator] = field(default_factory=dict)
    tests: set[str] = field(default_factory=set)
    said: dict[str, Span] = field(default_factory=dict)


def merge(before: Merged, revision: nodes.File, notes: Notes, *, whole: bool = True) -> Merged:
    """The statements that hold from a revision on.

    Args:
        before: what held until then.
        revision: the file that revises it.
        notes: where findings go.
        whole: whether every line of the files before could be read.
    """
    known = targets_in(before.statements)
    changes = _Reader(before, known, notes, whole=whole).read(revision)
    statements = Additions(known, notes).to(_swapped(before.statements, changes), revision)
    retired = {name: gone for name, gone in before.retired.items() if name not in changes.targets}
    retired |= {name: Retired(known[name], why) for name, why in changes.retired.items()}
    return Merged(tuple(statements), retired)


def restated(revision: nodes.File) -> tuple[nodes.Indicator, ...]:
    """The indicators that a revision declares anew."""
    found = (each.statement for each in revision.statements if isinstance(each, nodes.Replace))
    return tuple(each for each in found if isinstance(each, nodes.Indicator))


# ------------------------------------------------------------------ what is replaced and retired


class _Reader:
    def __init__(
        self, before: Merged, known: Mapping[str, Span], notes: Notes, *, whole: bool
    ) -> None:
        self._before = before
        self._known = known
        self._notes = notes
        self._whole = whole
        self._changes = _Changes()

    def read(self, revision: nodes.File) -> _Changes:
        indicators = indicators_in(self._before.statements)
        for statement in revision.statements:
            match statement:
                case nodes.Replace(nodes.Target() as target):
                    self._replaced(target)
                case nodes.Replace(nodes.Indicator() as indicator):
                    self._declared_anew(indicator, indicators)
                case nodes.Retire():
                    self._retired(statement)
                case nodes.Test(title):
                    self._changes.tests.add(title.text)
        return self._changes

    def _replaced(self, target: nodes.Target) -> None:
        label = target.label
        if label is not None and self._is_known(label):
            self._changes.targets[label.text] = _without_needless_label(target)

    def _retired(self, node: nodes.Retire) -> None:
        because = read_words(node.clauses, self._notes).because or ""
        for name in node.targets:
            if name.text in self._before.retired:
                self._notes.tell("E224", name.span, name=name.text)
            elif self._is_known(name):
                self._changes.retired[name.text] = because

    def _is_known(self, name: nodes.Name) -> bool:
        """Whether there is a target of that name, not yet dealt with; if not, that is told."""
        first = self._changes.said.setdefault(name.text, name.span)
        if first is not name.span:
            self._notes.tell("E222", name.span, first, name=name.text)
            return False
        if name.text in self._known:
            return True
        if self._whole:
            suggestion = nearest(name.text, self._known)
            extra = {} if suggestion is None else {"suggestion": suggestion}
            self._notes.tell("E221", name.span, name=name.text, **extra)
        return False

    def _declared_anew(self, node: nodes.Indicator, known: Mapping[str, Span]) -> None:
        name, anew = node.name, self._changes.indicators
        if name.text in anew:
            self._notes.tell("E222", name.span, anew[name.text].name.span, name=name.text)
        elif name.text in known:
            anew[name.text] = node
        else:
            unknown(name, "INDICATOR", known, self._notes)


def _without_needless_label(target: nodes.Target) -> nodes.Target:
    """The target as it would be written for the first time."""
    bare = replace(target, label=None)
    return bare if target.label and written_id(bare) == target.label.text else target


def _swapped(statements: Iterable[nodes.Statement], changes: _Changes) -> list[nodes.Statement]:
    """Statements with what is replaced in its place."""
    found: list[nodes.Statement] = []
    for statement in statements:
        match statement:
            case nodes.Goal() | nodes.ForEach():
                found.append(with_targets(statement, _swapped(statement.targets, changes)))
            case nodes.Target():
                found.append(changes.targets.get(written_id(statement) or "", statement))
            case nodes.Monitor():
                found += _watched_on(statement, changes)
            case nodes.Indicator(name):
                found.append(changes.indicators.get(name.text, statement))
            case nodes.Test(title) if title.text in changes.tests:
                pass
            case _:
                found.append(statement)
    return found


def _watched_on(node: nodes.Monitor, changes: _Changes) -> list[nodes.Statement]:
    """What is still only watched, and behind it what is judged from now on."""
    still = tuple(name for name in node.indicators if name.text not in changes.targets)
    judged = [
        changes.targets[name.text] for name in node.indicators if name.text in changes.targets
    ]
    return [*([replace(node, indicators=still)] if still else []), *judged]

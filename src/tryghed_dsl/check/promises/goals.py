"""Goals, with the targets below them and those that stand alone."""

from collections.abc import Iterable

from tryghed_dsl.check.model import Goal, Target
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.clauses import read_level, read_words
from tryghed_dsl.check.promises.confidence import level
from tryghed_dsl.check.promises.for_each import Lines
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span


def read_goals(
    statements: Iterable[nodes.Statement], lines: Lines, reading: Reading
) -> tuple[list[Goal], list[Target]]:
    """Check the goals and targets of a file, in its order."""
    goals, targets, said = list[Goal](), list[Target](), dict[str, Span]()
    for statement in statements:
        if isinstance(statement, nodes.Goal):
            goal, own = _goal(statement, said, reading.notes), _level(statement, reading.notes)
            goals.append(goal)
            inside = reading if own is None else replace(reading, confidence=own)
            for line in statement.targets:
                targets += lines.targets(line, goal.id, inside)
        elif isinstance(statement, nodes.Target | nodes.Monitor | nodes.ForEach):
            targets += lines.targets(statement, None, reading)
    return goals, targets


def _level(node: nodes.Goal, notes: Notes) -> float | None:
    own = read_level(node, notes)
    return None if own is None else level(own, notes)


def _goal(node: nodes.Goal, said: dict[str, Span], notes: Notes) -> Goal:
    first = said.setdefault(node.name.text, node.name.span)
    if first is not node.name.span:
        notes.tell("E102", node.name.span, first, name=node.name.text)
    words = read_words(node.clauses, notes)
    title = None if node.title is None else node.title.text
    return Goal(node.name.text, title, words.partly, words.cite)

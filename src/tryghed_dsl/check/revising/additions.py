"""What a revision says for the first time."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.revising.statements import indicators_in, with_targets, written_id
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.source import Span


class Additions:
    """Adds what a revision says for the first time; what was there before is told.

    `known` holds the targets that were there before, by id.
    """

    def __init__(self, known: Mapping[str, Span], notes: Notes) -> None:
        self._known = known
        self._notes = notes

    def to(self, statements: list[nodes.Statement], revision: nodes.File) -> list[nodes.Statement]:
        """The statements with those of a revision added."""
        goals = {
            each.name.text: place
            for place, each in enumerate(statements)
            if isinstance(each, nodes.Goal)
        }
        indicators = indicators_in(statements)
        for statement in revision.statements:
            match statement:
                case nodes.Revises() | nodes.Use() | nodes.Replace() | nodes.Retire():
                    pass
                case nodes.Agreement():
                    self._notes.tell("E220", statement.title.span)
                case nodes.Goal(name) if name.text in goals:
                    place = goals[name.text]
                    statements[place] = self._joined(statements[place], statement)
                case nodes.Goal():
                    statements.append(with_targets(statement, self._new(statement.targets)))
                case nodes.Target() | nodes.Monitor() | nodes.ForEach():
                    statements += self._new([statement])
                case nodes.Indicator(name) if name.text in indicators:
                    self._tell_known(name, f"indicator {quoted_where_needed(name.text)}")
                case _:
                    statements.append(statement)
        return statements

    def _joined(self, old: nodes.Statement, more: nodes.Goal) -> nodes.Statement:
        """A goal with targets added; what else the revision says of it holds from now on."""
        assert isinstance(old, nodes.Goal)  # noqa: S101 -- found among the goals
        return replace(
            old,
            title=more.title or old.title,
            clauses=more.clauses or old.clauses,
            targets=(*old.targets, *with_targets(more, self._new(more.targets)).targets),
        )

    def _new(self, members: Iterable[nodes.Statement]) -> list[nodes.Statement]:
        """The targets that were not there before."""
        found: list[nodes.Statement] = []
        for member in members:
            match member:
                case nodes.ForEach():
                    found.append(with_targets(member, self._new(member.targets)))
                case nodes.Monitor(names):
                    new = tuple(name for name in names if not self._is_old(name.text, name.span))
                    found += [replace(member, indicators=new)] if new else []
                case nodes.Target():
                    name = written_id(member)
                    place = member.span if member.label is None else member.label.span
                    if name is None or not self._is_old(name, place, judged=True):
                        found.append(member)
        return found

    def _is_old(self, name: str, span: Span, *, judged: bool = False) -> bool:
        if name not in self._known:
            return False
        extra = {"instead": f"replace {quoted_where_needed(name)}: …"} if judged else {}
        self._notes.tell("E223", span, name=name, **extra)
        return True

    def _tell_known(self, name: nodes.Name, what: str) -> None:
        self._notes.tell("E223", name.span, name=name.text, instead=f"replace {what} …")

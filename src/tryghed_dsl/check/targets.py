"""Targets: their ids, subjects and rules."""

from dataclasses import dataclass

from tryghed_dsl.check.approach import Context, read_approach, tell_unfitting
from tryghed_dsl.check.clauses import Words, read_words, thresholds
from tryghed_dsl.check.expressions import Scope, parts_of, read
from tryghed_dsl.check.limits import Thresholds, check_direction, read_band, read_limit
from tryghed_dsl.check.model import Agreement, Indicator, Monitored, Rule, Target
from tryghed_dsl.check.names import Names, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import Figure, indicators
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed, wording
from tryghed_dsl.text.source import Span


@dataclass(frozen=True, slots=True)
class _Heading:
    """What a target goes by: its id, its goal's id, its wording."""

    id: str
    goal: str | None
    text: str


class TargetReader:
    """Reads the targets of a file, one after another; ids are unique among them."""

    def __init__(
        self,
        names: Names,
        indicators: dict[str, Indicator],
        agreement: Agreement | None,
        notes: Notes,
    ) -> None:
        self.names = names
        self.indicators = indicators
        self.agreement = agreement
        self.notes = notes
        units = {name: indicator.unit for name, indicator in indicators.items()}
        self._scope = Scope(names, units)
        self._ids: dict[str, Span] = {}

    def monitored(self, node: nodes.Monitor, goal: str | None) -> list[Target]:
        """The indicators that a line only watches."""
        words = read_words(node.clauses, self.notes)
        return [self._watched(name, goal, words) for name in node.indicators if self._known(name)]

    def _known(self, name: nodes.Name) -> bool:
        if self.names.knows_indicator(name) and name.text not in self.names.benchmarks:
            return True
        unknown(name, "INDICATOR", self.indicators, self.notes)
        return False

    def _watched(self, name: nodes.Name, goal: str | None, words: Words) -> Target:
        self._claim(name.text, name.span)
        subject = Typed(Figure(name.text), self._scope.units.get(name.text), name.span)
        text = f"monitor {quoted_where_needed(name.text)}"
        return self._made(_Heading(name.text, goal, text), subject, Monitored(), words)

    def judged(self, node: nodes.Target, goal: str | None) -> Target | None:
        """A target that is judged; None where it cannot be understood, which is then told."""
        notes, condition = self.notes, node.condition
        subject = read(condition.subject, self._scope, notes)
        said = thresholds(node.clauses, notes)
        rule = self._rule(condition, subject, said)
        target_id = self._id(node)
        empty = not indicators(subject.term) and not _names_anything(condition.subject)
        if empty and not isinstance(condition, nodes.Bare):
            notes.tell("E124", condition.subject.span)
        if rule is None:
            return None
        words = read_words(node.clauses, notes)
        return self._made(_Heading(target_id, goal, wording(node)), subject, rule, words)

    def _rule(self, condition: nodes.Condition, subject: Typed, said: Thresholds) -> Rule | None:
        match condition:
            case nodes.Limit():
                direction, name = self._direction(subject), condition.subject.span.text
                check_direction(condition, name, direction, self.notes)
                return read_limit(condition, subject, said, self._scope, self.notes)
            case nodes.Band():
                return read_band(condition, subject, said, self._scope, self.notes)
            case nodes.Trajectory():
                tell_unfitting(said, self.notes)
                self._tell_no_direction(condition, subject)
                context = Context(subject, self._scope, self.agreement, self.notes)
                return read_approach(condition, said, context)
            case nodes.Bare():
                self._tell_bare(condition)
                return None

    def _tell_bare(self, condition: nodes.Bare) -> None:
        written, subject = condition.span.text, condition.subject
        name = {"name": written} if isinstance(subject, nodes.Name) else {}
        self.notes.tell("E105", condition.span, written=written, **name)

    def _tell_no_direction(self, condition: nodes.Trajectory, subject: Typed) -> None:
        if self._direction(subject) is None:
            name = condition.subject.span.text
            self.notes.tell("N202", condition.subject.span, target=name, name=name)

    def _id(self, node: nodes.Target) -> str:
        if node.label is not None:
            self._claim(node.label.text, node.label.span)
            return node.label.text
        subject = node.condition.subject
        if isinstance(node.condition, nodes.Bare):
            return subject.span.text
        if isinstance(subject, nodes.Name):
            self._claim(subject.text, subject.span)
            return subject.text
        if _names_anything(subject):
            instead = f"name: {node.condition.span.text}"
            self.notes.tell("E113", node.condition.span, instead=instead)
        return subject.span.text

    def _claim(self, target_id: str, span: Span) -> None:
        first = self._ids.setdefault(target_id, span)
        if first is not span:
            self.notes.tell("E114", span, first, name=target_id)

    def _made(self, heading: _Heading, subject: Typed, rule: Rule, words: Words) -> Target:
        return Target(
            heading.id,
            heading.goal,
            self._title(subject) or heading.id,
            heading.text,
            subject.term,
            rule,
            subject.unit,
            self._direction(subject),
            words.cite,
            words.quote,
            words.because,
            span=subject.span,
        )

    def _title(self, subject: Typed) -> str | None:
        indicator = self._indicator(subject)
        return indicator.title if indicator else None

    def _direction(self, subject: Typed) -> Direction | None:
        indicator = self._indicator(subject)
        return indicator.direction if indicator else None

    def _indicator(self, subject: Typed) -> Indicator | None:
        term = subject.term
        return self.indicators.get(term.indicator) if isinstance(term, Figure) else None


def _names_anything(node: nodes.Expression) -> bool:
    """Whether a subject names something, known or not: what is not known is told elsewhere."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, nodes.Name | nodes.Call):
            return True
        waiting.extend(parts_of(current))
    return False

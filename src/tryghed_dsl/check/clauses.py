"""The clauses that say where a target comes from and why, and those that fit no target."""

from collections.abc import Iterable
from dataclasses import dataclass

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span


@dataclass(slots=True)
class Words:
    """What a target or goal cites, quotes and explains."""

    cite: str | None = None
    quote: str | None = None
    because: str | None = None
    partly: bool = False


def read_words(clauses: Iterable[nodes.Clause], notes: Notes) -> Words:
    """Gather the clauses of words; what is said twice is told."""
    words, said = Words(), dict[str, Span]()
    for clause in clauses:
        for what, text in _said_by(clause):
            first = said.setdefault(what, clause.span)
            if first is not clause.span:
                notes.tell("E112", clause.span, first, clause=what)
            setattr(words, what, text)
    return words


def _said_by(clause: nodes.Clause) -> list[tuple[str, str | bool]]:
    match clause:
        case nodes.Cite(cited, None):
            return [("cite", cited.text)]
        case nodes.Cite(cited, nodes.Text() as quoted):
            return [("cite", cited.text), ("quote", quoted.text)]
        case nodes.Quote(quoted):
            return [("quote", quoted.text)]
        case nodes.Because(words):
            return [("because", words.text)]
        case nodes.Partly():
            return [("partly", True)]
        case _:
            return []


def thresholds(
    clauses: Iterable[nodes.Clause], notes: Notes
) -> dict[nodes.ThresholdKind, nodes.Threshold]:
    """The thresholds that a target sets, by kind; what is set twice is told."""
    found: dict[nodes.ThresholdKind, nodes.Threshold] = {}
    for clause in clauses:
        if isinstance(clause, nodes.Threshold):
            first = found.setdefault(clause.kind, clause)
            if first is not clause:
                notes.tell("E112", clause.span, first.span, clause=clause.kind.value)
    return found

"""Targets: their ids, promises and clauses."""

from typing import NamedTuple

from tryghed_dsl.check.conditions import Condition, Held
from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.model import Monitored, Target
from tryghed_dsl.check.names.names import unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.clauses import NO_CLAUSES, Sorted, Words, read_words, sort_clauses
from tryghed_dsl.check.promises.listed import Listed
from tryghed_dsl.check.promises.promises import names_anything
from tryghed_dsl.check.promises.several import as_truth
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Figure, Last
from tryghed_dsl.domain.period import PeriodRange
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed, wording
from tryghed_dsl.text.source import Span


def watched(node: nodes.Monitor, goal: str | None, reading: Reading) -> list[Listed]:
    """The indicators that a line only watches."""
    words = read_words(node.clauses, reading.notes)
    known = [name for name in node.indicators if _known(name, reading)]
    return [Listed(name.text, name.span, _watched(name, goal, words, reading)) for name in known]


def _known(name: nodes.Name, reading: Reading) -> bool:
    scope = reading.scope
    if scope.names.knows_indicator(name):
        return True
    unknown(name, "INDICATOR", scope.indicators, reading.notes)
    return False


def _watched(name: nodes.Name, goal: str | None, words: Words, reading: Reading) -> Target:
    indicator = reading.scope.indicators.get(name.text)
    unit, title = (None, None) if indicator is None else (indicator.unit, indicator.title)
    return Target(
        name.text,
        goal,
        title or name.text,
        f"monitor {quoted_where_needed(name.text)}",
        Monitored(Figure(name.text), unit),
        cite=words.cite,
        quote=words.quote,
        because=words.because,
        span=name.span,
    )


# ------------------------------------------------------------------ judged ones


def judged(node: nodes.Target, goal: str | None, reading: Reading) -> Listed:
    """A target that is judged."""
    clauses = sort_clauses(node, reading.notes)
    own = reading if clauses is NO_CLAUSES else replace(reading, said=clauses.said)
    promise = own.inside(node.condition)
    if promise is None and isinstance(node.condition, nodes.Bare):
        # It names no condition, so it is no target, and has no id to give away.
        return Listed("", node.condition.span, None)
    target_id, span = _id(node, reading.notes)
    made = None
    if promise is not None:
        about = _about(node, promise, reading)
        title = about.title or target_id
        made = Target(target_id, goal, title, about.text, promise, span=about.span or span)
    if clauses is not NO_CLAUSES:
        made = _with_clauses(made, node, clauses, reading)
    return Listed(target_id, span, made)


class _About(NamedTuple):
    """What a report says of a target, and where it stands."""

    title: str | None
    text: str
    span: Span | None


def _about(node: nodes.Target, promise: Condition, reading: Reading) -> _About:
    if isinstance(promise, Held) and not isinstance(node.condition, nodes.Bare):
        return _About(_title(promise, reading), promise.text, promise.span)
    return _About(_title_of_condition(node.condition, reading), wording(node), None)


def _title(promise: Held, reading: Reading) -> str | None:
    """The title of the indicator that is promised, where it is one."""
    subject = promise.subject
    if not isinstance(subject, Figure):
        return None
    indicator = reading.scope.indicators.get(subject.indicator)
    return indicator.title if indicator else None


def _title_of_condition(node: nodes.Condition, reading: Reading) -> str | None:
    """The title of a condition that is promised by its name."""
    named = node.subject if isinstance(node, nodes.Bare) else None
    if not isinstance(named, nodes.Name):
        return None
    declared = reading.scope.names.conditions.get(named.text)
    title = None if declared is None else declared.title
    return None if title is None else title.text


def _id(node: nodes.Target, notes: Notes) -> tuple[str, Span]:
    """The id of a target and where it stands; empty where it has none, which is told."""
    if node.label is not None:
        return node.label.text, node.label.span
    condition, subject = node.condition, _subject(node.condition)
    if isinstance(subject, nodes.Name):
        return subject.text, subject.span
    if subject is None or names_anything(subject):
        notes.tell("E113", condition.span, instead=f"name: {_shortened(condition.span.text)}")
    return "", condition.span


def _subject(node: nodes.Condition) -> nodes.Expression | None:
    """The one thing that a condition is about; None where it is made of others."""
    match node:
        case nodes.Limit() | nodes.Band() | nodes.Trajectory() | nodes.Bare():
            return node.subject
        case _:
            return None


def _shortened(text: str) -> str:
    """The words of a condition up to its members."""
    before, brace, _ = text.partition("{")
    return f"{before}{{ … }}" if brace else text


# ------------------------------------------------------------------ clauses


def _with_clauses(
    made: Target | None, node: nodes.Target, clauses: Sorted, reading: Reading
) -> Target | None:
    """A target with what its clauses say; they are checked where there is no target too."""
    words = read_words(node.clauses, reading.notes)
    applies = _applies(clauses.applies, reading)
    valid = _valid(clauses.valid, reading)
    latest = _latest(clauses.latest, reading.notes)
    if made is None:
        return None
    return replace(
        made,
        applies=applies,
        valid=valid,
        latest=latest,
        cite=words.cite,
        quote=words.quote,
        because=words.because,
    )


def _applies(clause: nodes.Applies | None, reading: Reading) -> Condition | None:
    return None if clause is None else as_truth(reading).inside(clause.condition)


def _valid(clause: nodes.Valid | None, reading: Reading) -> PeriodRange | None:
    """The periods in which it is judged, ; that none lie in the agreement is told."""
    if clause is None:
        return None
    own = periods.valid_range(clause.periods, reading.notes)
    agreed = reading.agreement.valid if reading.agreement else None
    if own is None or agreed is None:
        return own
    if own.first.starts >= agreed.last.ends or own.last.ends <= agreed.first.starts:
        reading.notes.tell("E183", clause.span, written=str(own), valid=str(agreed))
    return own


def _latest(clause: nodes.LatestWithin | None, notes: Notes) -> Last | None:
    return None if clause is None else periods.duration(clause.duration, notes)

"""Conditions: what is promised, or asked, of one subject or of many together."""

from tryghed_dsl.check import conditions
from tryghed_dsl.check.conditions import Condition, Held, Rule, rule_terms
from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.expressions.expressions import read
from tryghed_dsl.check.model import Agreement
from tryghed_dsl.check.names.expansion import Expansion
from tryghed_dsl.check.names.parts import parts_of
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.clauses import read_member, tell_truth
from tryghed_dsl.check.promises.confidence import level
from tryghed_dsl.check.promises.limits import check_direction, mirrored, read_band, read_limit
from tryghed_dsl.check.promises.named import read_bare
from tryghed_dsl.check.promises.several import among_several, as_truth
from tryghed_dsl.check.reading import Reading, Said
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Figure, indicators
from tryghed_dsl.check.trajectories.trajectories import read_trajectory
from tryghed_dsl.check.trajectories.ways import way_of
from tryghed_dsl.check.units import Typed
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import condition as written
from tryghed_dsl.syntax.printer import wording


@dataclass(frozen=True, slots=True)
class Truths:
    """Reads conditions that only hold or do not: behind `if`, `where`, and in counts."""

    agreement: Agreement | None
    expansion: Expansion

    def __call__(self, node: nodes.Condition, scope: Scope, notes: Notes) -> Condition | None:
        """Check a condition."""
        reading = Reading(scope, notes, read_condition, self.agreement, self.expansion, truth=True)
        return read_condition(node, reading)


def read_condition(node: nodes.Condition, reading: Reading) -> Condition | None:
    """Check a condition; None where it cannot be understood, which is then told."""
    expansion = reading.expansion
    if expansion.exhausted:
        return None
    if not expansion.deeper():
        expansion.tell_deep(node.span, reading.notes)
        return None
    made = _read(node, reading)
    expansion.deep -= 1
    return made


def _read(node: nodes.Condition, reading: Reading) -> Condition | None:
    match node:
        case nodes.Limit() | nodes.Band() | nodes.Trajectory():
            return _held(node, reading)
        case nodes.Bare():
            return read_bare(node, reading)
        case nodes.Not(inner):
            negated = as_truth(reading).inside(inner)
            return None if negated is None else conditions.Not(negated)
        case nodes.Several():
            return _several(node, reading)
        case nodes.Every() | nodes.Running() | nodes.OfLatest():
            from tryghed_dsl.check.promises.quantifiers import (  # noqa: PLC0415 -- seldom used
                read_quantified,
            )

            return read_quantified(node, reading)


# ------------------------------------------------------------------ one subject


def _held(node: nodes.Limit | nodes.Band | nodes.Trajectory, reading: Reading) -> Held | None:
    notes = reading.notes
    subject = read(node.subject, reading.scope, notes)
    rule = _rule(node, subject, reading)
    if not isinstance(subject.term, Figure) and not _is_about_something(node.subject, subject):
        notes.found.append(_without_subject(node, reading))
    if rule is None or not _affordable(subject, rule, reading):
        return None
    return Held(
        subject.term,
        rule,
        _text(node, reading.said),
        subject.unit,
        subject.direction or way_of(rule),
        _confidence(rule, reading),
        span=subject.span,
        whole=node.span,
    )


def _without_subject(
    node: nodes.Limit | nodes.Band | nodes.Trajectory, reading: Reading
) -> Finding:
    """Nothing is judged; where the indicator stands to the right the sides are to be swapped."""
    spans, right = (node.subject.span,), node.limit if isinstance(node, nodes.Limit) else None
    if isinstance(right, nodes.Name) and isinstance(node, nodes.Limit):
        text = mirrored(node)
        if right.text in reading.scope.indicators or reading.scope.names.open:
            fix = Fix((Edit(node.span, text),))
            return Finding("E124", spans, {"instead": text}, fixes=(fix,))
    return Finding("E124", spans, {"example": "`indbrud <= 48`"})


def _rule(
    node: nodes.Limit | nodes.Band | nodes.Trajectory, subject: Typed, reading: Reading
) -> Rule | None:
    match node:
        case nodes.Limit():
            if not reading.truth:
                check_direction(node, subject, reading)
            return read_limit(node, subject, reading)
        case nodes.Band():
            return read_band(node, subject, reading)
        case nodes.Trajectory():
            return read_trajectory(node, subject, reading)


def _affordable(subject: Typed, rule: Rule, reading: Reading) -> bool:
    expansion = reading.expansion
    terms = (subject.term, *rule_terms(rule)) if expansion.names else ()
    return expansion.affords(reading.notes, *terms)


def _text(node: nodes.Condition, said: Said) -> str:
    by = said.by
    return wording(by) if by is not None and by.condition is node else written(node)


def _confidence(rule: Rule, reading: Reading) -> float | None:
    """The nearest level; a limit that is judged by its trend has none."""
    by_trend = isinstance(rule, conditions.Limit) and rule.projection is not None
    if reading.truth or by_trend:
        return None
    own = reading.said.confidence
    return reading.confidence if own is None else level(own, reading.notes)


def _is_about_something(node: nodes.Expression, subject: Typed) -> bool:
    return bool(indicators(subject.term)) or names_anything(node)


def names_anything(node: nodes.Expression) -> bool:
    """Whether a subject names something, known or not: what is not known is told elsewhere."""
    waiting: list[nodes.Node] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, nodes.Name | nodes.Call):
            return True
        waiting.extend(parts_of(current))
    return False


# ------------------------------------------------------------------ several


def _several(node: nodes.Several, reading: Reading) -> Condition | None:
    inner = among_several(reading)
    members = [_member(member, inner) for member in node.members]
    least, fits = _least(node, reading.notes)
    known = tuple(member for member in members if member is not None)
    if not fits or len(known) < len(members) or not reading.expansion.affords(reading.notes):
        return None
    return conditions.Several(least, known, written(node))


def _member(node: nodes.Member, reading: Reading) -> Condition | None:
    named = reading.expansion.named_in(reading.scope.names.conditions)
    said = read_member(node, reading.notes, named)
    if reading.truth:
        tell_truth(said, reading.notes)
        return reading.inside(node.condition)
    return replace(reading, said=said).inside(node.condition)


def _least(node: nodes.Several, notes: Notes) -> tuple[int | None, bool]:
    """How many members have to hold, None for all; and whether that can be."""
    match node.amount:
        case nodes.Number() as number:
            # Of members that could not be read it is not known how many there are.
            most = periods.MOST if node.damaged else len(node.members)
            from tryghed_dsl.check.promises.quantifiers import whole  # noqa: PLC0415 -- the same

            count = whole(number, most, notes)
            return count, count is not None
        case amount:
            return (1 if amount == "any" else None), bool(node.members)

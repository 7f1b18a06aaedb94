"""Limits and bands."""

from tryghed_dsl.check.conditions import Band, Limit, Operator
from tryghed_dsl.check.expressions.baselines import read_normal
from tryghed_dsl.check.levels import held_limit, swapped, undivided
from tryghed_dsl.check.margins import (
    HIGH_SIDE,
    LOW_SIDE,
    NO_LIMITS,
    NO_WARNINGS,
    check_early_warning,
    read_warnings,
    tell_no_limit,
)
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Constant
from tryghed_dsl.check.trajectories.judging import read_projection
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.patterns import pattern
from tryghed_dsl.syntax import nodes

# Nobody writes a limit as one number less another: without blanks a range is likelier.
_RANGE = pattern(r"([0-9.]+%?)-([0-9.]+%?)")
_OPERATORS = {operator: Operator(operator.value) for operator in nodes.Operator}
_OTHER_WAY = {
    nodes.Operator.AT_MOST: nodes.Operator.AT_LEAST,
    nodes.Operator.AT_LEAST: nodes.Operator.AT_MOST,
    nodes.Operator.BELOW: nodes.Operator.ABOVE,
    nodes.Operator.ABOVE: nodes.Operator.BELOW,
}
_WRONG_SIDE = {Direction.LOWER: HIGH_SIDE, Direction.HIGHER: LOW_SIDE}


def read_limit(node: nodes.Limit, subject: Typed, reading: Reading) -> Limit:
    """Check a limit."""
    operator = _OPERATORS[node.operator]
    limit = _limit(node, subject, operator, reading)
    judge = reading.said.judge
    if judge is not None:
        return _projected(operator, limit, judge, reading)
    warnings = read_warnings(subject, (limit,), reading)
    if warnings is not NO_WARNINGS:
        better = subject.direction
        against = better is not None and operator in _WRONG_SIDE[better] and not reading.truth
        check_early_warning(operator, limit, warnings, reading, against=against)
    return Limit(operator, limit.term, warnings)


def _limit(node: nodes.Limit, subject: Typed, operator: Operator, reading: Reading) -> Typed:
    right = node.limit
    _tell_range(node, operator, reading)
    if not isinstance(right, nodes.Call) or right.function.text != "normal":
        instead = undivided(subject, f"{operator} {right.span.text}")
        return held_limit(right, subject, reading, instead if _is_number(right) else None)
    if operator is Operator.EQUALS:
        reading.notes.tell("E176", node.span, written=right.span.text)
    scope = reading.scope.against(subject)
    return read_normal(right, scope, reading.notes, upper=operator in LOW_SIDE)


def _tell_range(node: nodes.Limit, operator: Operator, reading: Reading) -> None:
    """Tell of `40-48`, without blanks: from one number to the other, or less by the other."""
    found = _RANGE.fullmatch(node.limit.span.text)
    if found is not None:
        low, high = found.groups()
        band = f"{node.subject.span.text} between {low} and {high}"
        words = {"written": found.group(), "band": band}
        difference = f"{operator} {low} - {high}"
        reading.notes.tell("E049", node.limit.span, node.span, **words, difference=difference)


def _projected(operator: Operator, limit: Typed, judge: nodes.Judge, reading: Reading) -> Limit:
    """A limit that is judged by where its trend leads, and by nothing else."""
    said, notes = reading.said, reading.notes
    for kind, clause in said.thresholds.items():
        if kind in NO_LIMITS:
            tell_no_limit(clause, notes)
        else:
            notes.tell("E168", clause.span, judge.span, clause=kind.value)
    if said.confidence is not None:
        notes.tell("E168", said.confidence.span, judge.span, clause="confidence")
    if operator is Operator.EQUALS:
        notes.tell("E111", judge.span, clause="judge", fitting=Expected(("ONE_SIDE",)))
    projection = read_projection(judge.how, notes)
    return Limit(operator, limit.term, projection=projection)


def read_band(node: nodes.Band, subject: Typed, reading: Reading) -> Band:
    """Check a band."""
    ends = (node.low, node.high)
    instead = (
        undivided(subject, f"between {node.low.span.text}", node.high.span.text)
        if all(_is_number(end) for end in ends)
        else None
    )
    low, high = (held_limit(end, subject, reading, instead) for end in ends)
    notes, judge = reading.notes, reading.said.judge
    below, above = _number(low), _number(high)
    if below is not None and above is not None and below > above:
        notes.tell("E121", low.span.to(high.span), **swapped(low.span, " and ", high.span))
    if judge is not None:
        notes.tell("E111", judge.span, clause="judge", fitting=Expected(("ONE_SIDE",)))
    return Band(low.term, high.term, read_warnings(subject, (low, high), reading))


def _is_number(node: nodes.Expression) -> bool:
    return isinstance(node, nodes.Number)


def _number(end: Typed) -> float | None:
    """The number that an end is; None for what is calculated, or could not be understood."""
    known = end.unit is not None or end.share
    return end.term.value if known and isinstance(end.term, Constant) else None


def check_direction(node: nodes.Limit, subject: Typed, reading: Reading) -> None:
    """Tell it where a limit holds a subject on its better side."""
    better = subject.direction
    if better is not None and _OPERATORS[node.operator] in _WRONG_SIDE[better]:
        words = {"name": subject.called, "instead": turned_round(node)}
        reading.notes.tell("W123", node.span, **words, better=Expected((better.name,)))


def turned_round(node: nodes.Limit) -> str:
    """A limit with its sign the other way round."""
    return f"{node.subject.span.text} {_OTHER_WAY[node.operator]} {node.limit.span.text}"


def mirrored(node: nodes.Limit) -> str:
    """A limit with its sides swapped, that says the same."""
    sign = _OTHER_WAY.get(node.operator, node.operator)
    return f"{node.limit.span.text} {sign} {node.subject.span.text}"

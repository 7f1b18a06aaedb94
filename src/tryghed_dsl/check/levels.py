"""What a subject is held against: of its own unit, and a percentage only where it is a level."""

from collections.abc import Mapping

from tryghed_dsl.check.expressions.expressions import read
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Constant, Figure, Product, Term
from tryghed_dsl.check.units import Typed, amount_of, held_against
from tryghed_dsl.domain.unit import PERCENT, POINTS, Quantity
from tryghed_dsl.findings.finding import Argument
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.source import Span

_WHOLE = 100


def held_limit(
    node: nodes.Expression,
    subject: Typed,
    reading: Reading,
    instead: Mapping[str, str] | None = None,
) -> Typed:
    """What a subject is held against; where their units do not go together, that is told.

    Args:
        node: what it is held against, as written.
        subject: the subject.
        reading: what it is read with.
        instead: what could be written instead of a percentage that is no level of the subject.
    """
    limit = read(node, reading.scope.against(subject), reading.notes)
    if limit.share and subject.unit not in (PERCENT, None):
        _tell_no_level(limit, subject, reading, instead or {})
        return limit
    held_against(subject, limit, reading.notes)
    if subject.unit == PERCENT and not limit.stands_in:
        _remark_on_level(limit, reading.notes)
    return limit


def _remark_on_level(limit: Typed, notes: Notes) -> None:
    """Tell of a level that no share of a whole can have."""
    level = limit.term
    if isinstance(level, Constant) and not 0 <= level.value <= _WHOLE:
        tenth = level.value / 10
        more = {"suggestion": f"{tenth:g}%"} if 0 <= tenth <= _WHOLE else {}
        words = {"written": limit.span.text, "number": f"{level.value:g}"} | more
        notes.tell("W188", limit.span, **words)


def _tell_no_level(
    limit: Typed, subject: Typed, reading: Reading, instead: Mapping[str, str]
) -> None:
    """Tell of a percentage beside what is not measured in percent: of what?"""
    words: dict[str, Argument] = {"written": limit.span.text, "left": subject.phrase}
    amount = amount_of(limit)
    if amount is not None:
        words |= _instead_of(amount, subject, reading.scope.indicators)
    reading.notes.tell("E143", limit.span, subject.span, **words, **instead)


def _instead_of(
    amount: str, subject: Typed, indicators: Mapping[str, Indicator]
) -> dict[str, Argument]:
    """The same as a number of the subject's unit, or as a share of something else."""
    if subject.unit == POINTS:
        return {"points": f"{amount} pp"}
    if is_ratio(subject, indicators):
        return {"number": f"{float(amount) / _WHOLE:g}"}
    share = {} if amount.startswith("-") else {"share": f"{amount}% of …"}
    return {**share, "number": amount}


def swapped(low: Span, joined: str, high: Span) -> dict[str, str]:
    """What can be said of two numbers of which the larger stands first."""
    return {"low": low.text, "high": high.text, "instead": f"{high.text}{joined}{low.text}"}


def is_ratio(subject: Typed, indicators: Mapping[str, Indicator]) -> bool:
    """Whether a subject is measured in parts of 1, as a quotient of two things is."""
    return subject.unit is not None and (
        subject.unit.quantity is Quantity.FRACTION or _is_quotient(subject.term, indicators)
    )


def _is_quotient(term: Term, indicators: Mapping[str, Indicator]) -> bool:
    seen = set[str]()
    while isinstance(term, Figure) and term.indicator in indicators and term.indicator not in seen:
        seen.add(term.indicator)
        term = indicators[term.indicator].formula or term
    match term:
        case Product((("*", _), ("/", _))):
            return True
        case _:
            return False


def undivided(subject: Typed, *rest: str) -> dict[str, str]:
    """A limit of a quotient of two indicators, written without dividing; nothing of others.

    Args:
        subject: the subject.
        rest: what stands behind it, each part ending in a percentage of what it is divided by.
    """
    match subject.term:
        case Product((("*", Figure(part)), ("/", Figure(whole)))):
            shares = " and ".join(f"{each} of {quoted_where_needed(whole)}" for each in rest)
            return {"undivided": f"{quoted_where_needed(part)} {shares}"}
        case _:
            return {}

"""Checked conditions: what is promised, or asked, of one subject or of many together."""

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from tryghed_dsl.check import terms
from tryghed_dsl.check.objectives import Course, Objective, Projection, objective_terms
from tryghed_dsl.check.terms import Between, Least, Term, Within
from tryghed_dsl.domain.period import Length, Period, PeriodRange
from tryghed_dsl.domain.unit import Direction, Unit
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span


class Operator(StrEnum):
    """How a subject is held against its limit."""

    AT_MOST = "<="
    BELOW = "<"
    AT_LEAST = ">="
    ABOVE = ">"
    EQUALS = "=="


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a limit may be missed and only warn: a number, or a share of the limit."""

    value: float
    relative: bool


@dataclass(frozen=True, slots=True)
class Warnings:
    """What a limit says of warnings."""

    within: Margin | None = None
    above: Term | None = None
    below: Term | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """Held against one limit.

    Attributes:
        projection: judged by where its trend leads, instead of by early warnings and margins.
    """

    operator: Operator
    limit: Term
    warnings: Warnings = field(default_factory=Warnings)
    projection: Projection | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Held between two limits, both met when touched."""

    low: Term
    high: Term
    warnings: Warnings = field(default_factory=Warnings)


@dataclass(frozen=True, slots=True)
class Trajectory:
    """On its way to an objective."""

    objective: Objective
    course: Course


Rule = Limit | Band | Trajectory


@dataclass(frozen=True, slots=True)
class _Called:
    """Any condition.

    Attributes:
        called: what the spec calls it: the title of a named condition, or its name.
    """

    called: str | None = field(default=None, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Held(_Called):
    """A subject under a rule.

    Attributes:
        text: the wording in canonical form.
        unit: the subject's unit.
        direction: which way is better for the subject, where that is declared.
        confidence: the level (0–1) at which a miss may be put down to chance; None where the
            spec sets none.
        span: where the subject stands.
        whole: where all of it stands, its clauses left out.
    """

    subject: Term
    rule: Rule
    text: str
    unit: Unit | None
    direction: Direction | None
    confidence: float | None = None
    span: Span = field(compare=False, repr=False, kw_only=True)
    whole: Span = field(compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Not(_Called):
    """A condition that must not hold."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Several(_Called):
    """Conditions together: the k-th best of them.

    Attributes:
        least: how many, best first; None means all of them.
        any: whether it was written `any of`.
    """

    least: int | None
    members: tuple["Condition", ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class EveryArea(_Called):
    """A condition in every area of a list, or in at least so many; `least` None means all."""

    areas: str
    least: Least | None
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Since:
    """The periods since one, that one included, up to the one judged."""

    first: Period


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest so many periods of a length, the one judged included."""

    count: int
    length: Length


@dataclass(frozen=True, slots=True)
class EveryPeriod(_Called):
    """A condition in every period, or in at least so many; `least` None means all."""

    window: Since | Latest | Between | Within
    length: Length
    least: Least | None
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Valid(_Called):
    """A named condition that is asked only in some periods."""

    periods: PeriodRange
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Known(_Called):
    """Whether a term is known: `known(x)`."""

    operand: Term


Condition = Held | Not | Several | EveryArea | EveryPeriod | Valid | Known


def children(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that one is made of."""
    match condition:
        case Several(_, members):
            return members
        case Held() | Known():
            return ()
        case _:
            return (condition.condition,)


def parts(condition: Condition) -> Iterator[Condition]:
    """A condition and all that it is made of."""
    waiting = [condition]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(children(current)))


def terms_of(condition: Condition) -> tuple[Term, ...]:
    """The terms that a condition itself holds, its parts included, none followed further."""
    found: list[Term] = []
    for part in parts(condition):
        if isinstance(part, Known):
            found.append(part.operand)
        elif isinstance(part, Held):
            found += (part.subject, *rule_terms(part.rule))
    return tuple(found)


def rule_terms(rule: Rule) -> tuple[Term, ...]:
    """The terms of a rule besides its subject."""
    return tuple(term for term in _terms_or_none(rule) if term is not None)


def _terms_or_none(rule: Rule) -> tuple[Term | None, ...]:
    match rule:
        case Limit(_, limit, warnings):
            return (limit, warnings.above, warnings.below)
        case Band(low, high, warnings):
            return (low, high, warnings.above, warnings.below)
        case Trajectory(objective, course):
            return (*objective_terms(objective), course.start_value)


def held_in(condition: Condition) -> Iterator[Held]:
    """Every subject under a rule in a condition, those inside its terms included."""
    waiting = [condition]
    while waiting:
        for part in parts(waiting.pop()):
            if isinstance(part, Held):
                yield part
            for term in terms_of(part) if isinstance(part, Held | Known) else ():
                for inner in walk(term):
                    waiting.extend(terms.conditions(inner))


def walk(term: Term) -> Iterator[Term]:
    """A term and all that it is made of, the conditions in it included."""
    waiting = [term]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(terms.children(current))
        for condition in terms.conditions(current):
            waiting.extend(terms_of(condition))

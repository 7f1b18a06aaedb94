"""Checked expressions: what a number is made of, with every name found.

A term says nothing of when and where: it is read at a period and in an area, which `At` and
`InArea` fix and `Baseline` moves to the agreed start.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tryghed_dsl.domain.period import Period
from tryghed_dsl.text.source import Span


@dataclass(frozen=True, slots=True)
class Constant:
    """A number that the spec writes."""

    value: float


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's figure."""

    indicator: str


@dataclass(frozen=True, slots=True)
class OpenRef:
    """A name in a file that declares nothing: an indicator, or an area of the subject.

    The figures decide: an indicator of that name in the judged area, else an area.
    """

    name: str
    subject: "Term"
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class At:
    """A term at a fixed period, read from figures."""

    operand: "Term"
    period: Period


@dataclass(frozen=True, slots=True)
class InArea:
    """A term in a fixed area."""

    operand: "Term"
    area: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """A term at its baseline period, agreed values first."""

    operand: "Term"
    period: Period


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added (`+`) and taken away (`-`), in the order written."""

    terms: tuple[tuple[str, "Term"], ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Factors multiplied (`*`) and divided by (`/`), in the order written."""

    factors: tuple[tuple[str, "Term"], ...]


Term = Constant | Figure | OpenRef | At | InArea | Baseline | Sum | Product


def children(term: Term) -> tuple[Term, ...]:
    """The terms that a term is made of."""
    match term:
        case Sum(parts) | Product(parts):
            return tuple(part for _, part in parts)
        case At(operand) | InArea(operand) | Baseline(operand):
            return (operand,)
        case OpenRef(_, subject):
            return (subject,)
        case _:
            return ()


def walk(term: Term) -> Iterator[Term]:
    """A term and all that it is made of."""
    waiting = [term]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(children(current))


def indicators(term: Term) -> list[str]:
    """The indicators that a term names, in the order written, none twice."""
    waiting, found = [term], dict[str, None]()
    while waiting:
        current = waiting.pop()
        if isinstance(current, Figure):
            found[current.indicator] = None
        waiting.extend(reversed(children(current)))
    return list(found)

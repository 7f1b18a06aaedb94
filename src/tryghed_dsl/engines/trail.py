"""What a verdict rests on: the observations used, and the figures that were missing.

Both come from the same tree that the verdict was computed from; of alternatives only the one
that was taken counts.
"""

from collections.abc import Iterator

from tryghed_dsl.core.lower.table import is_whole_or_parts, weighted_values
from tryghed_dsl.core.program import (
    MISSING,
    Agreed,
    Aspect,
    Cell,
    Coalesce,
    Constant,
    Expression,
    Fold,
    Folding,
    If,
    IsMissing,
    Judged,
    Step,
    children,
)
from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.engines.local import Run
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Used:
    """A figure that a verdict rests on: observed, or agreed and then with its value."""

    observation: Observation | None = None
    agreed: Agreed | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """A figure that was missing.

    Attributes:
        broken: the break that parts it from the period judged.
        parts: how many of its parts there are, of how many and how long ones.
    """

    indicator: str
    area: str
    period: Period
    aspect: Aspect = Aspect.VALUE
    broken: Period | None = None
    parts: tuple[int, int, Length] | None = None


def used(run: Run, index: int) -> list[Used]:
    """The figures that the verdict of the target at an index rests on, none twice."""
    target = run.engine.program.targets[index]
    found = (
        figure for _, expression in target.steps for figure in _used_in(run, index, expression)
    )
    return list(dict.fromkeys(found))


def _used_in(run: Run, index: int, expression: Expression) -> Iterator[Used]:
    match expression:
        case Constant(value, Agreed() as agreed):
            yield Used(agreed=agreed, value=value)
        case Cell(aspect=Aspect.VALUE):
            yield from (Used(seen) for seen in run.reader.observations(expression))
        case Step() | Constant():
            return
        case _:
            for child in _taken(run, index, expression):
                yield from _used_in(run, index, child)


def _taken(run: Run, index: int, expression: Expression) -> tuple[Expression, ...]:
    """The parts of an expression that its value came from."""
    match expression:
        case Coalesce(operands):
            known = (part for part in operands if run.value(index, part) is not None)
            first = next(known, None)
            return operands if first is None else (first,)
        case If(condition, then, otherwise):
            holds = run.value(index, condition)
            if holds is None:
                return (condition,)
            return (condition, then) if holds else (condition, otherwise)
        case _:
            return children(expression)


def absent(run: Run, index: int, part: Judged | None = None) -> list[Absent]:
    """The figures that kept the target at an index, or a part of it, from a verdict."""
    judged = part or run.engine.program.targets[index]
    found = (cell for expression in judged.needed for cell in _absent_in(run, index, expression))
    return list(dict.fromkeys(found))


def _absent_in(run: Run, index: int, expression: Expression) -> Iterator[Absent]:
    if not isinstance(expression, Step) and run.value(index, expression) is not None:
        return
    match expression:
        case Cell():
            area = expression.area or run.engine.home
            broken = run.reader.break_after(expression)
            period, aspect = expression.period, expression.aspect
            parts = run.reader.parts_known(expression)
            yield Absent(expression.indicator, area, period, aspect, broken, parts)
        case Coalesce((whole, parts)) if is_whole_or_parts(expression):
            nearer = parts if _some_known(run, index, parts) else whole
            yield from _absent_in(run, index, nearer)
        case If(IsMissing(Cell(aspect=Aspect.BROKEN) as broken)) if run.reader.value(broken):
            yield from _broken_agreed(run, broken)
        case If(condition) if MISSING in _taken(run, index, expression):
            for asked in _asked_of(condition):
                yield from _absent_in(run, index, asked)
        case If():
            for child in _taken(run, index, expression):
                yield from _absent_in(run, index, child)
        case _:
            for child in children(expression):
                yield from _absent_in(run, index, child)


def _asked_of(condition: Expression) -> Iterator[Expression]:
    """What a condition asks about whether it is known."""
    waiting = [condition]
    while waiting:
        match waiting.pop():
            case IsMissing(operand):
                yield operand
            case Fold(Folding.KNOWN, items):
                yield from items
            case other:
                waiting.extend(children(other))


def _some_known(run: Run, index: int, parts: Expression) -> bool:
    values = weighted_values(Coalesce((parts, parts))) or children(parts)
    return any(run.value(index, part) is not None for part in values)


def _broken_agreed(run: Run, cell: Cell) -> Iterator[Absent]:
    """A value that lies before a break of its series."""
    area = cell.area or run.engine.home
    broken = run.reader.break_after(cell)
    yield Absent(cell.indicator, area, cell.period, Aspect.VALUE, broken)

"""What a verdict rests on: the observations used, and the figures that were missing.

Both come from the same tree that the verdict was computed from; of alternatives only the one
that was taken counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tryghed_dsl.core.lower.table import weighted_values
from tryghed_dsl.core.program import (
    Agreed,
    Aspect,
    Cell,
    Coalesce,
    Constant,
    Expression,
    If,
    Step,
    children,
)
from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.domain.period import Period
from tryghed_dsl.engines.local import Run


@dataclass(frozen=True, slots=True)
class Used:
    """A figure that a verdict rests on: observed, or agreed and then with its value."""

    observation: Observation | None = None
    agreed: Agreed | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """A figure that was missing; `broken` is the break that parts it from the period judged."""

    indicator: str
    area: str
    period: Period
    aspect: Aspect = Aspect.VALUE
    broken: Period | None = None


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
            observation = run.reader.observation(expression)
            if observation is not None:
                yield Used(observation)
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
            return (then,) if run.value(index, condition) else (otherwise,)
        case _:
            return children(expression)


def absent(run: Run, index: int) -> list[Absent]:
    """The figures that kept the target at an index from a verdict, none twice."""
    target = run.engine.program.targets[index]
    found = (cell for expression in target.needed for cell in _absent_in(run, index, expression))
    return list(dict.fromkeys(found))


def _absent_in(run: Run, index: int, expression: Expression) -> Iterator[Absent]:
    if not isinstance(expression, Step) and run.value(index, expression) is not None:
        return
    match expression:
        case Cell():
            area = expression.area or run.engine.home
            broken = run.reader.break_after(expression)
            period, aspect = expression.period, expression.aspect
            yield Absent(expression.indicator, area, period, aspect, broken)
        case Coalesce((whole, parts)) if isinstance(whole, Cell):
            nearer = parts if _some_known(run, index, parts) else whole
            yield from _absent_in(run, index, nearer)
        case If(condition):
            yield from _broken_agreed(run, condition)
        case _:
            for child in children(expression):
                yield from _absent_in(run, index, child)


def _some_known(run: Run, index: int, parts: Expression) -> bool:
    values = weighted_values(Coalesce((parts, parts))) or children(parts)
    return any(run.value(index, part) is not None for part in values)


def _broken_agreed(run: Run, condition: Expression) -> Iterator[Absent]:
    """An agreed value that lies before a break of its series."""
    for cell in children(condition):
        if isinstance(cell, Cell):
            broken = run.reader.break_after(cell)
            area = cell.area or run.engine.home
            yield Absent(cell.indicator, area, cell.period, Aspect.VALUE, broken)

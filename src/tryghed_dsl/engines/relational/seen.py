"""Cells as the columns of a table have them: parts, breaks and flags written out."""

from collections.abc import Callable, Sequence
from dataclasses import field

from tryghed_dsl.core.program import (
    FALSE,
    MISSING,
    TRUE,
    Add,
    And,
    Aspect,
    Cell,
    Coalesce,
    Expression,
    If,
    IsMissing,
    KnownBreak,
    Not,
    Or,
    Parts,
    children,
)
from tryghed_dsl.domain.observation import BREAK
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.engines.cells import PART_LENGTHS, declared_breaks, parts
from tryghed_dsl.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mark(Cell):
    """Whether a figure carries a flag: 1 where it does, and missing where not."""

    flag: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a table before it is read.

    Attributes:
        lengths: how long the periods of its figures are.
        aspects: what it tells of a figure.
        flagged: each flag with the indicators and periods that carry it somewhere.
    """

    lengths: frozenset[Length] = frozenset({Length.YEAR})
    aspects: frozenset[Aspect] = frozenset({Aspect.VALUE})
    flagged: frozenset[tuple[str, Period, str]] = field(default_factory=frozenset)

    @property
    def flags(self) -> list[str]:
        """The flags that go on to verdicts."""
        return sorted({flag for _, _, flag in self.flagged if flag != BREAK})


def looked_up(
    seen: Seen, home: str, declared: Sequence[KnownBreak]
) -> Callable[[Cell], Expression | None]:
    """What each cell comes to, as an expression over cells that stand in one row each."""

    def found(cell: Cell) -> Expression | None:
        broken = _broken(cell, seen, home, declared)
        if cell.aspect is Aspect.BROKEN or broken == TRUE:
            return broken if cell.aspect is Aspect.BROKEN else MISSING
        if cell.aspect not in seen.aspects:
            return MISSING
        value = _value(cell, seen)
        return value if broken == MISSING else If(IsMissing(broken), value, MISSING)

    return found


def _broken(cell: Cell, seen: Seen, home: str, declared: Sequence[KnownBreak]) -> Expression:
    """Whether a break parts a cell's period from the one judged; missing where none does."""
    area = cell.area or home
    if any(parts(period, cell) for period in declared_breaks(declared, cell, area)):
        return TRUE
    marks = tuple(
        Mark(cell.indicator, cell.area, period, period, flag=BREAK)
        for indicator, period, flag in sorted(seen.flagged, key=str)
        if flag == BREAK and indicator == cell.indicator and parts(period, cell)
    )
    return Coalesce(marks)


def _value(cell: Cell, seen: Seen) -> Expression:
    """A figure, or what it is made of where there is none for the whole period."""
    whole = _at(cell, cell.period)
    if cell.parts is None:
        return whole
    shorter = (
        length
        for length in PART_LENGTHS
        if length in seen.lengths and length.years < cell.period.length.years
    )
    made = [_made_of(cell, cell.period.parts(length)) for length in shorter]
    return Coalesce((whole, *made)) if made else whole


def _made_of(cell: Cell, periods: Sequence[Period]) -> Expression:
    if cell.parts is Parts.LAST:
        return _at(cell, periods[-1])
    return Add(tuple(("+", _at(cell, period)) for period in periods))


def _at(cell: Cell, period: Period) -> Cell:
    return replace(cell, period=period, until=period, parts=None)


# ------------------------------------------------------------------ flags


def carried(flag: str, seen: Seen, expression: Expression) -> Expression:
    """Whether a figure that an expression's value came from carries a flag."""
    match expression:
        case Mark():
            return FALSE
        case Cell(indicator, area, period):
            if (indicator, period, flag) not in seen.flagged:
                return FALSE
            known = Not(IsMissing(replace(expression, aspect=Aspect.VALUE)))
            mark = Mark(indicator, area, period, period, flag=flag)
            return And((known, Not(IsMissing(mark))))
        case Coalesce(operands):
            result: Expression = FALSE
            for operand in reversed(operands):
                result = If(IsMissing(operand), result, carried(flag, seen, operand))
            return result
        case If(condition, then, otherwise):
            chosen = If(condition, carried(flag, seen, then), carried(flag, seen, otherwise))
            return Or((carried(flag, seen, condition), Coalesce((chosen, FALSE))))
        case _:
            found = (carried(flag, seen, child) for child in children(expression))
            some = tuple(each for each in found if each != FALSE)
            return Or(some) if some else FALSE

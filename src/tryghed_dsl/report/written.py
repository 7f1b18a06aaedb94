"""Conditions in the words of the language, for parts that have no line of their own."""

from tryghed_dsl.check.conditions import (
    Condition,
    EveryArea,
    EveryPeriod,
    Held,
    Known,
    Latest,
    Not,
    Several,
    Since,
    Valid,
)
from tryghed_dsl.check.terms import Figure, Least, Within
from tryghed_dsl.domain.period import Length

_PER_CENT = 100
_LENGTHS = {
    Length.YEAR: "year",
    Length.HALF: "halfyear",
    Length.QUARTER: "quarter",
    Length.MONTH: "month",
    Length.SCHOOL_YEAR: "year",
    Length.DAY: "day",
}


def written(condition: Condition) -> str:
    """A condition as it can be written in a spec."""
    match condition:
        case Held() | Several():
            return condition.text
        case Not(inner):
            return f"not ({written(inner)})"
        case Valid(periods, inner):
            return f"{written(inner)}, valid {periods}"
        case Known(operand):
            return f"known({operand.indicator if isinstance(operand, Figure) else '…'})"
        case EveryArea(areas, least, inner):
            return f"{_so_many(least, 'area')} in {areas}: {written(inner)}"
        case EveryPeriod():
            return f"{_periods(condition)}: {written(condition.condition)}"


def _so_many(least: Least | None, each: str) -> str:
    if least is None:
        return f"every {each}"
    if least.share:
        return f"at least {least.amount * _PER_CENT:g}% of {each}s"
    return f"at least {least.amount:g} {each}s"


def _periods(condition: EveryPeriod) -> str:
    each, least = _LENGTHS[condition.length], condition.least
    match condition.window:
        case Latest(count) if least is None:
            return f"for {count} {each}s running"
        case Latest(count):
            return f"in {least.amount if least else count:g} of the latest {count} {each}s"
        case Since(first):
            return f"{_so_many(least, each)} since {first}"
        case Within(length):
            return f"{_so_many(least, each)} in {_LENGTHS[length]}"
        case between:
            last = "now" if between.last is None else between.last
            return f"{_so_many(least, each)} in {between.first}..{last}"

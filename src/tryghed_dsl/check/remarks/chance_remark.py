"""The remark that chance alone would break a strict limit on a count.

A count that nothing has changed varies from year to year like a Poisson number around its
expected value.
"""

import math
from collections.abc import Iterable, Iterator, Mapping

from tryghed_dsl.check.conditions import (
    Condition,
    EveryArea,
    Held,
    Limit,
    Not,
    Operator,
    children,
)
from tryghed_dsl.check.model import Indicator, Monitored, Target
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.stated import Stated
from tryghed_dsl.check.terms import Figure
from tryghed_dsl.domain.unit import COUNT, Kind
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax.printer import quoted_where_needed

_OFTEN = 0.2  # more than one year in five
_PER_CENT = 100
_LARGE = 500  # from here on the normal distribution stands in for the Poisson
_ROUNDING = 1e-9


def remark_on_chance(
    targets: Iterable[Target], indicators: Mapping[str, Indicator], home: str | None, notes: Notes
) -> None:
    """Tell of the first strict limit of each goal that would often ring without any change."""
    told = set[str | None]()
    if not any(indicator.stated for indicator in indicators.values()):
        return
    for target in targets:
        if target.goal in told or isinstance(target.promise, Monitored):
            continue
        known = Stated(indicators, home, target.area)
        for held in _promised(target.promise):
            often = _chance(held, known)
            if often is not None and often > _OFTEN:
                told.add(target.goal)
                _tell(held, often, known, notes)
                break


def _tell(held: Held, often: float, known: Stated, notes: Notes) -> None:
    assert isinstance(held.subject, Figure)  # noqa: S101 -- of others nothing is known
    name, share = held.subject.indicator, float(round(often * _PER_CENT))
    periods = Expected((f"L_{known.indicators[name].length.name.lower()}",))
    notes.tell("W181", held.span, name=quoted_where_needed(name), share=share, periods=periods)


def _promised(promise: Condition) -> Iterator[Held]:
    """The subjects under rules that have to hold, those that must not left out."""
    waiting = [promise]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Held):
            yield current
        elif not isinstance(current, Not | EveryArea):  # areas have baselines of their own
            waiting.extend(reversed(children(current)))


def _chance(held: Held, known: Stated) -> float | None:
    """How likely chance alone breaks a limit in a year; None where that cannot be told."""
    rule, subject = held.rule, held.subject
    if not isinstance(rule, Limit) or not isinstance(subject, Figure):
        return None
    indicator = known.indicators.get(subject.indicator)
    if indicator is None or not (indicator.stated or indicator.formula):
        return None
    strict = held.confidence is None and rule.projection is None and rule.warnings.within is None
    if not strict or (indicator.unit, indicator.kind) != (COUNT, Kind.FLOW):
        return None
    limit = known.value(rule.limit)
    expected = known.expected(subject, rule.limit)
    if limit is None or expected is None:
        return None
    return _broken(rule.operator, expected, limit)


def _broken(operator: Operator, expected: float, limit: float) -> float | None:
    """How likely a count breaks a limit that what is expected of it meets."""
    whole, below = math.floor(limit + _ROUNDING), math.ceil(limit - _ROUNDING) - 1
    match operator:
        case Operator.AT_MOST if expected <= limit:
            return 1 - up_to(whole, expected)
        case Operator.BELOW if expected < limit:
            return 1 - up_to(below, expected)
        case Operator.AT_LEAST if expected >= limit:
            return up_to(below, expected)
        case Operator.ABOVE if expected > limit:
            return up_to(whole, expected)
        case _:  # a limit that asks for a change
            return None


def up_to(count: int, expected: float) -> float:
    """How likely a Poisson number of an expected value is a count or less."""
    if count < 0:
        return 0.0
    if expected == 0:
        return 1.0
    if expected > _LARGE:
        return (1 + math.erf((count + 0.5 - expected) / math.sqrt(2 * expected))) / 2
    term = total = math.exp(-expected)
    for number in range(1, min(count, int(3 * expected) + 100) + 1):
        term *= expected / number
        total += term
    return total

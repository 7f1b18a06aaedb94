"""Compositions and quantifiers (section 7; rulings 26 to 31; C1 to C5)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oracle import meaning_areas as areas
from oracle import meaning_conditions as conditions
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import Unsettled
from oracle.frames import Frame
from oracle.verdicts import ORDER, Judged, pending, unknown

Amount = str | int | m.Least


def composition(condition: m.Condition, frame: Frame) -> Judged:
    """The verdict of several together."""
    match condition:
        case m.Several():
            found = [
                conditions.judge(each.condition, each.clauses, frame) for each in condition.members
            ]
            return together(found, condition.amount)
        case m.Every():
            amount = "all" if isinstance(condition.amount, str) else condition.amount
            return together(list(_each(condition, frame)), amount)
        case m.Running():
            years = range(frame.year - condition.years + 1, frame.year + 1)
            return together(_in_years(condition.condition, years, frame), "all")
        case m.OfLatest():
            years = range(frame.year - condition.years + 1, frame.year + 1)
            return together(_in_years(condition.condition, years, frame), condition.number)
        case _:
            raise TypeError(condition)


def _each(every: m.Every, frame: Frame) -> Iterator[Judged]:
    """Every member's verdict, in the order of the list, or from the earliest year."""
    inner: m.Condition = every.condition
    if every.amount == "no":
        inner = m.Not(inner)  # C3
    if every.each == "year":
        yield from _in_years(inner, _years(every, frame), frame)
        return
    assert isinstance(every.within, str)
    if every.each == "indicator":
        for name in dict(frame.world.spec.indicator_lists)[every.within]:
            bound = {**frame.bound, "it": (m.Name(name), {})}
            yield conditions.judge(inner, m.Clauses(), replace(frame, bound=bound))
        return
    for area, unsure in areas.members(every.within, frame):
        if unsure is not None:
            yield unknown(unsure)  # C4
        else:
            yield conditions.judge(inner, m.Clauses(), frame.within(area))


def _years(every: m.Every, frame: Frame) -> range:
    """Ruling 30: `since` includes its year, `after` does not."""
    if isinstance(every.within, m.Since):
        return range(every.within.year + every.within.after, frame.year + 1)
    assert isinstance(every.within, m.Span)
    years = values.years_of(every.within, frame.year)
    if years[-1] > frame.year:
        raise Unsettled  # of years to come the texts say nothing
    return years


def _in_years(condition: m.Condition, years: Sequence[int], frame: Frame) -> list[Judged]:
    return [conditions.judge(condition, m.Clauses(), frame.as_of(year)) for year in years]


# ------------------------------------------------------------------ together


def together(found: list[Judged], amount: Amount) -> Judged:
    """Section 7 and ruling 27: the k-th best, where what is open cannot turn it."""
    left = [each for each in found if not _left_out(each, amount)]
    k = _needed(amount, len(left))
    if not left or len(left) < k:
        return pending(_why_pending(found))
    at_worst, at_best = _kth_best(left, k, "fail"), _kth_best(left, k, "pass")
    if at_worst == at_best:
        verdict = at_worst
    else:
        verdict = "unknown" if any(each.verdict == "unknown" for each in left) else "pending"
    reason = next(each.reason for each in left if each.verdict == verdict)  # C1
    return Judged(verdict, reason)


def _left_out(judged: Judged, amount: Amount) -> bool:
    """Ruling 27: `not-applicable` and monitor always, other pending in `all of`."""
    if judged.verdict == "monitor" or judged.reason == "not-applicable":
        return True
    return amount == "all" and judged.verdict == "pending"


def _needed(amount: Amount, left: int) -> int:
    if isinstance(amount, m.Least):
        return values.needed(amount, left)
    if isinstance(amount, str):
        return left if amount == "all" else 1
    return amount


def _why_pending(found: list[Judged]) -> str:
    """C4."""
    reasons = [each.reason for each in found if each.verdict == "pending"]
    return next((reason for reason in reasons if reason != "not-applicable"), "not-applicable")


def _kth_best(left: list[Judged], k: int, if_open: str) -> str:
    """The k-th best, with what is unknown or pending taken for `if_open`."""
    known = [each.verdict if each.verdict in ORDER else if_open for each in left]
    return sorted(known, key=ORDER.index, reverse=True)[k - 1]

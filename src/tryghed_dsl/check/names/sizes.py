"""How many figures and numbers a term comes to when it is written out."""

from tryghed_dsl.check import conditions, terms
from tryghed_dsl.check.names.names import Names
from tryghed_dsl.check.terms import Term
from tryghed_dsl.domain.period import Length

# As much as one name or one call may come to.
LARGEST = 200_000
# What stands for a range whose end is not known yet.
_OPEN_RANGE = 100


def too_large(term: Term, names: Names) -> bool:
    """Whether a term comes to more than can be judged."""
    total, waiting = 0, [(term, 1)]
    while waiting and total <= LARGEST:
        current, times = waiting.pop()
        times *= _times(current, names)
        if isinstance(current, terms.Figure):
            total += times * names.sizes.get(current.indicator, 1)
        else:
            total += times
        waiting += [(child, times) for child in terms.children(current)]
        for condition in terms.conditions(current):
            waiting += [(inner, times) for inner in conditions.terms_of(condition)]
    return total > LARGEST


def _times(term: Term, names: Names) -> int:
    """How many times a term reads what it is made of."""
    match term:
        case terms.OverAreas(_, _, areas) | terms.Rank(_, areas) | terms.CountAreas(areas):
            return max(1, len(names.members.get(areas, ())))
        case terms.CountPeriods(each, terms.Within(length)):
            return round(length.years / each.years)
        case terms.OverTime(window=window) | terms.Trend(window=window):
            return periods_in(window)
        case terms.CountPeriods(window=window) | terms.Normal(window=window):
            return periods_in(window)
        case _:
            return 1


def periods_in(window: terms.Window) -> int:
    """How many periods a window holds at most."""
    match window:
        case terms.Last(count):
            return count
        case terms.Between(first, last):
            return _OPEN_RANGE if last is None else last.index - first.index + 1
        case terms.Within(length):
            return round(length.years / Length.DAY.years)

"""Figures added up over dimensions, as the project file asks."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from tryghed_dsl.figures.asking import Asking
from tryghed_dsl.figures.cube import Category, Entry
from tryghed_dsl.figures.totals import is_total
from tryghed_dsl.records import replace

_SUMMED = "summed"


def sums(
    entries: Sequence[Entry], summed: Sequence[int], left: Sequence[int], asking: Asking
) -> list[Entry]:
    """Figures added up over dimensions.

    Totals are not added again, and a sum that lacks a part is missing.
    """

    def of(entry: Entry, places: Sequence[int]) -> tuple[Category, ...]:
        return tuple(entry.categories[place] for place in places)

    parts = [entry for entry in entries if not any(map(is_total, of(entry, summed)))]
    whole = {of(entry, summed) for entry in parts}
    groups = defaultdict[Hashable, list[Entry]](list)
    for entry in parts:
        own = asking.key(entry)
        if own is not None:
            groups[own, of(entry, left)].append(entry)
    complete = (g for g in groups.values() if {of(entry, summed) for entry in g} == whole)
    return [_sum(group) for group in complete]


def _sum(group: Sequence[Entry]) -> Entry:
    first = group[0]
    if len(group) == 1:
        return first
    flags = dict.fromkeys(flag for entry in group for flag in entry.flags)
    most = None
    if any(entry.most is not None for entry in group):
        most = sum(entry.value if entry.most is None else entry.most for entry in group)
    return replace(
        first,
        value=sum(entry.value for entry in group),
        most=most,
        n=None,
        denominator=None,
        lower=None,
        upper=None,
        flags=(*flags, _SUMMED),
    )

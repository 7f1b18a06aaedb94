"""Suppressed counts: a verdict stands where it is the same whatever they are."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict

_MOST = 8
_UNDECIDED = Outcome(Verdict.UNKNOWN, Reason.SUPPRESSED)

Ends = Mapping[int, tuple[float, float]]


def corners(
    read: Sequence[Any], ends: Ends, kinds: Mapping[int, Hashable]
) -> Iterator[Sequence[Any]]:
    """The figures with those that are suppressed at their ends; nothing where there are too many.

    Many are taken together by their kind: sums, counts and ranks over areas are at an end where
    all of one kind are.

    Args:
        read: the figures; those that are suppressed are missing.
        ends: the least and the most of each suppressed figure, by its place.
        kinds: what is of one kind, such as an indicator in a period, by its place.
    """
    groups: dict[Hashable, list[int]] = {}
    for place in ends:
        kind = place if len(ends) <= _MOST else kinds[place]
        groups.setdefault(kind, []).append(place)
    for chosen in product((0, 1), repeat=len(groups)) if len(groups) <= _MOST else ():
        figures = list(read)
        for end, places in zip(chosen, groups.values(), strict=True):
            for place in places:
                figures[place] = ends[place][end]
        yield figures


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome of all corners where they have one verdict; else that it is not decided."""
    same = len({outcome.verdict for outcome in outcomes}) == 1
    return outcomes[-1] if same else _UNDECIDED

"""Suppressed counts: a verdict stands where it is the same whatever they are."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict

_MOST = 8
UNDECIDED = Outcome(Verdict.UNKNOWN, Reason.SUPPRESSED)


def decided(
    judge: Callable[[Sequence[Any]], Outcome],
    read: Sequence[Any],
    ends: Mapping[int, tuple[float, float]],
) -> Outcome:
    """The outcome that is the same at the ends of all suppressed figures, or that it is not.

    Args:
        judge: what a target comes to on figures.
        read: the figures; those that are suppressed are missing.
        ends: the least and the most of each suppressed figure, by its place.
    """
    if len(ends) > _MOST:
        return UNDECIDED
    outcomes = []
    for corner in product(*ends.values()):
        figures = list(read)
        for place, value in zip(ends, corner, strict=True):
            figures[place] = value
        outcomes.append(judge(figures))
    same = len({outcome.verdict for outcome in outcomes}) == 1
    return outcomes[-1] if same else UNDECIDED

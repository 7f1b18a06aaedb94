"""What is asked of many areas."""

from collections.abc import Sequence

from tryghed_dsl.domain.period import Period
from tryghed_dsl.engines.relational.targets import CERTAIN, FLAGS, NUMBERS
from tryghed_dsl.records import dataclass

COLUMNS = (*NUMBERS, CERTAIN, FLAGS)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of many areas.

    Attributes:
        as_of: the period judged.
        areas: the areas judged; None means all that have any of the figures that are needed.
        columns: what is wanted besides the verdicts and their reasons.
        one_by_one: whether areas are judged one after the other in memory.
    """

    as_of: Period
    areas: Sequence[str] | None = None
    columns: Sequence[str] = COLUMNS
    one_by_one: bool = False

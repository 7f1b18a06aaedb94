"""What a spec is judged with besides its figures: when, where, and what figures decided."""

from collections.abc import Mapping
from dataclasses import field

from tryghed_dsl.check.conditions import Held
from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where a spec is judged.

    Attributes:
        as_of: the period judged.
        area: the area judged.
        starts: for trajectories without a stated start, the one that the figures give.
        refs: for undeclared references, whether each is an indicator or an area.
    """

    as_of: Period
    area: str
    starts: Mapping[Held, Period] = field(default_factory=dict)
    refs: Mapping[str, str] = field(default_factory=dict)

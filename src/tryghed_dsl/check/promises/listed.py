"""A target before its id is known to be its own: where and of what it is one of many."""

from collections.abc import Mapping
from typing import NamedTuple

from tryghed_dsl.check.model import Area, Part, Target
from tryghed_dsl.domain.period import Length
from tryghed_dsl.records import replace
from tryghed_dsl.text.source import Span

PARTS = {Length.HALF: "H{}", Length.QUARTER: "Q{}", Length.MONTH: "M{:02}"}


class Listed(NamedTuple):
    """A target, and what `for each` makes of it.

    Attributes:
        id: its label or the name of its subject; empty where it has none, which has been told.
        span: where the id stands.
        target: None where it cannot be understood.
        member: the indicator that `it` stands for.
        area: the area that it is judged in.
        part: the part of the year that it is judged in.
    """

    id: str
    span: Span
    target: Target | None
    member: str | None = None
    area: str | None = None
    part: Part | None = None

    def named(self, areas: Mapping[str, Area]) -> tuple[str, Target | None]:
        """Its whole id, and the target of that id."""
        alone = self.member is None and self.area is None and self.part is None
        if alone or not self.id:
            return self.id, self.target
        name, title = self.id, "" if self.target is None else self.target.title
        if self.member is not None and self.member != name:
            name = f"{name} {self.member}"
        if self.area is not None:
            name, title = f"{name} in {self.area}", f"{title}, {_title(self.area, areas)}"
        if self.part is not None:
            part = PARTS[self.part.length].format(self.part.number)
            name, title = f"{name} {part}", f"{title}, {part}"
        if self.target is None:
            return name, None
        made = replace(self.target, id=name, title=title, area=self.area, part=self.part)
        return name, made


def _title(area: str, areas: Mapping[str, Area]) -> str:
    known = areas.get(area)
    return area if known is None or known.title is None else known.title

"""The programs that areas are judged by; most share one."""

from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.program import Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import Period
from tryghed_dsl.engines.relational.query import Group, GroupQuery
from tryghed_dsl.engines.relational.seen import Seen
from tryghed_dsl.engines.relational.targets import FLAGS
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.setting.settle import settle_without_figures

# An area that no spec knows, in place of all those that it does not know.
ELSEWHERE = "elsewhere…"


@dataclass(frozen=True, slots=True)
class Programs:
    """A spec as of a period, by the areas that one program serves.

    Attributes:
        spec: the spec, in the wording that is in force then.
    """

    spec: Spec
    as_of: Period
    groups: tuple[Group, ...]

    def of(self, area: str) -> Program:
        """The program of an area."""
        own = (group.program for group in self.groups if area in (group.areas or ()))
        rest = (group.program for group in self.groups if group.areas is None)
        return next(own, None) or next(rest)


def programs_of(
    spec: Spec, as_of: Period, areas: Sequence[str] | None
) -> tuple[Programs, list[Finding]]:
    """The programs of areas, and what keeps them from having one.

    Args:
        spec: the spec.
        as_of: the period judged.
        areas: the areas judged; None means all that there are figures of.
    """
    held = spec.in_force(as_of)
    groups, found = _groups_of(held, as_of, areas)
    return Programs(held, as_of, tuple(groups)), found


def _groups_of(
    spec: Spec, as_of: Period, areas: Sequence[str] | None
) -> tuple[list[Group], list[Finding]]:
    settled = settle_without_figures(spec, as_of, ELSEWHERE)
    if settled.setting is None:
        return [], list(settled.found)
    asked = None if areas is None else set(areas)
    declared = [area for area in spec.areas if asked is None or area in asked]
    made = [_group(spec, settled.setting, area) for area in declared]
    others = None if areas is None else tuple(area for area in areas if area not in spec.areas)
    if others is None or others:
        made.append(replace(_group(spec, settled.setting, ELSEWHERE), areas=others))
    return list(_together(made)), []


def _group(spec: Spec, setting: Setting, area: str) -> Group:
    return Group(lower(spec, replace(setting, area=area)), area, (area,))


def _together(groups: Iterable[Group]) -> Iterator[Group]:
    """Groups whose programs calculate the same made one."""
    found: dict[object, list[Group]] = {}
    for group in groups:
        asked = GroupQuery(group, Seen(), (FLAGS,), "g")
        found.setdefault(asked.meaning, []).append(group)
    named = {area for group in found.values() for each in group for area in each.areas or ()}
    for same in found.values():
        own = [area for each in same for area in each.areas or ()]
        if same[-1].areas is not None:
            yield replace(same[0], areas=tuple(own))
        else:
            yield replace(same[-1], others=tuple(sorted(named - set(own))))

"""The programs that areas are judged by; most share one."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.program import Cell, Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.core.simplify import simplified
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
        alone: the programs of areas before any are made one.
    """

    spec: Spec
    as_of: Period
    groups: tuple[Group, ...]
    alone: tuple[Group, ...]

    def of(self, area: str) -> Program:
        """The program of an area that is judged alone."""
        own = (group.program for group in self.alone if area in (group.areas or ()))
        rest = (group.program for group in self.alone if group.areas is None)
        return next(own, None) or next(rest)


def programs_of(
    spec: Spec, as_of: Period, areas: Sequence[str] | None, columns: Sequence[str]
) -> tuple[Programs, list[Finding]]:
    """The programs of areas, and what keeps them from having one.

    Args:
        spec: the spec.
        as_of: the period judged.
        areas: the areas judged; None means all that there are figures of.
        columns: what is wanted besides the verdicts and their reasons.
    """
    held = spec.in_force(as_of)
    alone, found = _groups_of(held, as_of, areas)
    return Programs(held, as_of, tuple(_together(alone, (*columns, FLAGS))), tuple(alone)), found


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
    return made, []


def _group(spec: Spec, setting: Setting, area: str) -> Group:
    return Group(lower(spec, replace(setting, area=area)), area, (area,))


def _together(groups: Sequence[Group], asked: Sequence[str]) -> Iterator[Group]:
    """Groups whose programs calculate the same made one."""
    found: dict[object, list[Group]] = {}
    for group, meaning in zip(groups, _meanings(groups, asked), strict=True):
        found.setdefault(meaning, []).append(group)
    named = {area for group in groups for area in group.areas or ()}
    for same in found.values():
        own = [area for each in same for area in each.areas or ()]
        if same[-1].areas is not None:
            yield replace(same[-1], areas=tuple(own))
        else:
            yield replace(same[-1], others=tuple(sorted(named - set(own))))


def _meanings(groups: Sequence[Group], asked: Sequence[str]) -> Iterator[object]:
    """What each group calculates; the last is mostly that of all areas that no spec knows.

    An area that others are compared with calculates what they do, though it names its own figures
    only once. It would be a query of its own, beside that of a million others.
    """
    if not groups:
        return
    *declared, last = groups
    general, named = _meaning(last, asked)
    for group in declared:
        own, _ = _meaning(group, asked)
        compared = group.home in named and not last.program.breaks
        alike = compared and _meaning(_at_home(last, group.home), asked)[0] == own
        yield general if alike else own
    yield general


def _meaning(group: Group, asked: Sequence[str]) -> tuple[object, list[str]]:
    """What a group calculates, and the areas whose figures it looks up by name."""
    query = GroupQuery(group, Seen(), asked, "g")
    measures = tuple(tuple(target.measures.items()) for target in query.targets)
    return (query.meaning, measures), query.named_areas


def _at_home(group: Group, area: str) -> Group:
    """A group whose program looks up the figures of an area as those of the area judged."""

    def own(cell: Cell) -> Cell | None:
        return replace(cell, area=None) if cell.area == area else None

    targets = tuple(simplified(target, own) for target in group.program.targets)
    return replace(group, program=replace(group.program, targets=targets))

"""Areas, and lists of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.model import Area, AreaList
from tryghed_dsl.check.names.names import Names, area_known, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.syntax import nodes


def read_areas(names: Names, notes: Notes) -> dict[str, Area]:
    """Check the areas; one that is a part of itself, or lies in itself, is told."""
    declared = names.area_nodes
    made = {name: Area(name) for name in names.areas if name not in declared}
    for name, node in declared.items():
        if node.parent is not None:
            area_known(node.parent, names, notes)
        made[name] = Area(
            name,
            _text(node.title),
            None if node.parent is None else node.parent.text,
            tuple(part.text for part in node.parts),
        )
    _tell_circles(made, declared, lambda area: area.parts, notes)
    _tell_circles(made, declared, lambda area: (area.parent,) if area.parent else (), notes)
    return made


def _tell_circles(
    made: Mapping[str, Area],
    declared: Mapping[str, nodes.Area],
    next_to: Callable[[Area], Iterable[str]],
    notes: Notes,
) -> None:
    order = {name: place for place, name in enumerate(declared)}
    for circle in _circles(made, next_to):
        start = circle.index(min(circle, key=order.__getitem__))
        names = [*circle[start:], *circle[: start + 1]]
        place = declared[names[0]].name.span
        notes.tell("E119", place, name=names[0], circle=" -> ".join(names))


def _circles(
    areas: Mapping[str, Area], next_to: Callable[[Area], Iterable[str]]
) -> Iterator[list[str]]:
    """The ways from areas back to themselves; each area is gone to once."""
    done, way = set[str](), dict[str, Iterator[str]]()
    for start in areas:
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name in way:
                path = list(way)
                yield path[path.index(name) :]
            elif name in areas and name not in done:
                way[name] = iter(next_to(areas[name]))
            while way and not waiting:
                last = next(reversed(way))
                onward = next(way[last], None)
                if onward is not None:
                    waiting.append(onward)
                else:
                    done.add(last)
                    del way[last]


def _text(node: nodes.Text | None) -> str | None:
    return None if node is None else node.text


# ------------------------------------------------------------------ lists


def read_lists(scope: Scope, notes: Notes) -> dict[str, AreaList]:
    """Check the lists of areas, and the conditions that pick among their members."""
    names, where = scope.names, dict[str, Condition | None]()
    for name, node in names.area_lists.items():
        _check_members(node, names, notes)
        if node.where is not None and name not in names.broken_lists:
            where[name] = scope.conditions(node.where, scope.alone(), notes)
    return {
        name: AreaList(
            name, _text(node.title), names.members[name], _conditions(name, names, where)
        )
        for name, node in names.area_lists.items()
    }


def _check_members(node: nodes.AreaList, names: Names, notes: Notes) -> None:
    if node.within is not None:
        area_known(node.within, names, notes)
        empty = not names.members[node.name.text] and node.name.text not in names.broken_lists
        if empty and node.within.text in names.areas:
            notes.tell("E151", node.within.span, area=node.within.text, list=node.name.text)
    for member in node.members:
        if member.text not in names.places:
            unknown(member, "AREA", names.places, notes)
        elif len(node.members) > 1 and _picks(member.text, names):
            notes.tell("E152", member.span, list=member.text)


def _picks(name: str, names: Names) -> bool:
    """Whether a list, or one that it is made of, picks among its members by a condition."""
    return any(names.area_lists[each].where is not None for each in _chain(name, names))


def _chain(name: str, names: Names) -> list[str]:
    """A list, and those that it is made of one after the other; circles have been told."""
    found = list[str]()
    while name in names.area_lists and name not in names.broken_lists:
        found.append(name)
        members = names.area_lists[name].members
        name = members[0].text if len(members) == 1 else ""
    return found


def _conditions(
    name: str, names: Names, where: Mapping[str, Condition | None]
) -> tuple[Condition, ...]:
    """All that a member has to meet, the conditions of the lists behind it first."""
    asked = [where.get(each) for each in reversed(_chain(name, names))]
    return tuple(condition for condition in asked if condition is not None)

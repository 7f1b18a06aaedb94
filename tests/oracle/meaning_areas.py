"""Lists of areas, and what is asked over them (section 7; rulings 25, 26 and 29)."""

from oracle import meaning_conditions as conditions
from oracle import meaning_traits as traits
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import Exact, Unsettled, plainly_below
from oracle.frames import NOT_SAID, Absent, Frame, Value, absent

Members = list[tuple[str, Absent | None]]


def members(name: str, frame: Frame) -> Members:
    """The areas of a list, each with why it is unknown whether it belongs, or None.

    A list with `where` is drawn anew in each period; where the condition names its year it is
    fixed by that (section 7).
    """
    areas = frame.world.area_lists[name]
    if areas.inside is not None:
        found: Members = [
            (a.name, None) for a in frame.world.spec.areas if a.parent == areas.inside
        ]
    else:
        found = [each for member in areas.members for each in _named(member, frame)]
    if areas.where is None:
        return found
    drawn = [(area, unsure or _belongs(areas.where, frame, area)) for area, unsure in found]
    return [(area, None if belongs is True else belongs) for area, belongs in drawn if belongs]


def _named(name: str, frame: Frame) -> Members:
    return members(name, frame) if name in frame.world.area_lists else [(name, None)]


def _belongs(where: m.Condition, frame: Frame, area: str) -> bool | Absent:
    if frame.baseline:
        raise Unsettled  # whether a list is drawn by stated baselines the texts do not say
    inside = Frame(frame.world, area, frame.year, frame.judged)
    return conditions.holds(where, inside)


def _values(node: m.OverAreas | m.Rank, frame: Frame) -> list[Value]:
    """The value in each member; one whose membership is unknown is unknown itself (C4)."""
    found = [
        (unsure, values.value(node.operand, frame.within(area)))
        for area, unsure in members(node.areas, frame)
    ]
    return [value if unsure is None else absent(unsure, value) or unsure for unsure, value in found]


def over(node: m.OverAreas, frame: Frame) -> Value:
    """`mean(x over districts)`: unweighted (ruling 12); best and worst by the direction."""
    function = node.function
    if function in {"best", "worst"}:
        better = traits.direction(node.operand, frame)
        function = "min" if (better == 1) == (function == "best") else "max"
    return values.aggregate(function, _values(node, frame), node.least, node.share)


def rank(node: m.Rank, frame: Frame) -> Value:
    """Ruling 26, C20: 1 and the number of members strictly better than the judged area."""
    own = values.value(node.operand, frame)
    others = [
        own if area == frame.area and unsure is None else found
        for (area, unsure), found in zip(
            members(node.areas, frame), _values(node, frame), strict=True
        )
    ]
    known = [each for each in others if isinstance(each, Exact)]
    needed = len(others) if node.least is None else values.needed(node.least, len(others))
    if isinstance(own, Absent) or len(known) < needed:
        return absent(own, *others) or NOT_SAID
    lower = traits.direction(node.operand, frame) == 1
    better = [x for x in known if (plainly_below(x, own) if lower else plainly_below(own, x))]
    return Exact(1 + len(better))


def each_held(node: m.Count, frame: Frame) -> list[bool | Absent]:
    """Of each area or year that is counted, whether the condition holds."""
    if frame.baseline:
        raise Unsettled  # the same of counts
    if isinstance(node.within, m.Span):
        years = values.years_of(node.within, frame.year)
        return [conditions.holds(node.condition, frame.as_of(year)) for year in years]
    return [
        _counted(unsure, node.condition, frame.within(area))
        for area, unsure in members(node.within, frame)
    ]


def _counted(unsure: Absent | None, condition: m.Condition, frame: Frame) -> bool | Absent:
    """In or out of the list, what does not hold is not counted."""
    holds = conditions.holds(condition, frame)
    return unsure if unsure is not None and holds is not False else holds

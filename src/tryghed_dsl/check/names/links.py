"""What names are made of other names: circles among them, and how much each comes to.

Formulas, benchmarks, `let`, named conditions and lists of areas name each other. Before any of
them is read, their links are followed once: what is made from itself, or comes to more than can
be judged, is told, and stands for nothing afterwards.
"""

from collections.abc import Iterator

from tryghed_dsl.check.names.names import Names
from tryghed_dsl.check.names.parts import parts_of
from tryghed_dsl.check.names.sizes import LARGEST
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes

# So many names may lie in each other, and so many levels of brackets and signs in all of them.
_MOST_NAMES, _MOST_LEVELS = 30, 60


@dataclass(frozen=True, slots=True)
class _Thing:
    """A name with the kind that it is of: a place can be called as something else is."""

    name: str
    place: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """A name in what another is made of, how many times it is read there, and how deep it lies."""

    to: _Thing
    times: int = 1
    level: int = 1


def find_circles(names: Names, notes: Notes) -> None:
    """Follow all links; circles, and what comes to too much, are told."""
    links = _Links(names, notes)
    for name in (*names.formulas, *names.benchmarks, *names.lets, *names.conditions):
        links.follow(_Thing(name))
    for name in names.area_lists:
        links.follow(_Thing(name, place=True))


def named_in(name: str, names: Names) -> list[str]:
    """What else the meaning of a name is made of, places left out."""
    node = _node_of(_Thing(name), names)
    links = () if node is None else _links(node, names)
    return list(dict.fromkeys(link.to.name for link in links if not link.to.place))


@dataclass(frozen=True, slots=True)
class _Size:
    """What a name comes to when it is written out.

    Attributes:
        names: how many names lie in each other.
        levels: how deep the deepest part lies.
        large: how many figures and numbers there are in all.
    """

    names: int
    levels: int
    large: int


_ONE = _Size(0, 0, 1)


class _Links:
    def __init__(self, names: Names, notes: Notes) -> None:
        self._names = names
        self._notes = notes
        self._done: dict[_Thing, _Size] = {}
        self._large = False
        self._path: list[_Thing] = []

    def follow(self, thing: _Thing) -> _Size:
        """Follow the links of a thing; how deep and large it is."""
        if thing in self._done:
            return self._done[thing]
        node = _node_of(thing, self._names)
        if node is None:
            return _ONE
        if thing in self._path:
            self._tell_circle(thing)
            return _ONE
        if len(self._path) >= _MOST_NAMES:
            self._tell_large(thing)
            return _ONE
        self._path.append(thing)
        size = self._size(thing, node)
        self._path.pop()
        self._done[thing] = size
        if not thing.place:
            self._names.sizes[thing.name] = size.large
        return size

    def _size(self, thing: _Thing, node: nodes.Statement) -> _Size:
        deep, levels, large = 0, 0, 0
        for link in _links(node, self._names):
            size = self.follow(link.to)
            deep, levels = max(deep, size.names), max(levels, link.level + size.levels)
            large += link.times * size.large
        if large > LARGEST or deep >= _MOST_NAMES or levels > _MOST_LEVELS:
            self._tell_large(thing)
            return _ONE
        return _Size(1 + deep, levels, max(1, large))

    def _tell_circle(self, thing: _Thing) -> None:
        if thing.name not in self._broken(thing):
            self._broken(thing).add(thing.name)
            circle = [*self._path[self._path.index(thing) :], thing]
            names, place = " -> ".join(each.name for each in circle), _name_of(thing, self._names)
            self._notes.tell("E119", place.span, name=thing.name, circle=names)

    def _tell_large(self, thing: _Thing) -> None:
        """Tell of the first that comes to too much; others are made of it, or it of them."""
        self._broken(thing).add(thing.name)
        if not self._large:
            self._notes.tell("E128", _name_of(thing, self._names).span, name=thing.name)
        self._large = True

    def _broken(self, thing: _Thing) -> set[str]:
        return self._names.broken_lists if thing.place else self._names.broken


# ------------------------------------------------------------------ the links of one thing


def _node_of(thing: _Thing, names: Names) -> nodes.Statement | None:
    if thing.place:
        return names.area_lists.get(thing.name)
    for kind in (names.formulas, names.benchmarks, names.lets, names.conditions):
        if thing.name in kind:
            return kind[thing.name]
    return None


def _name_of(thing: _Thing, names: Names) -> nodes.Name:
    return names.area_lists[thing.name].name if thing.place else names.things[thing.name]


def _links(node: nodes.Statement, names: Names) -> Iterator[_Link]:
    """The names in what a statement is made of, each as often as it stands there."""
    match node:
        case nodes.Indicator(formula=formula) if formula is not None:
            yield from _in(formula, names)
        case nodes.Benchmark(_, _, nodes.OverAreas(_, areas)):
            yield _Link(_Thing(areas.text, place=True))
        case nodes.Benchmark(_, _, nodes.SameIndicator(area)) if area.text not in names.areas:
            yield _Link(_Thing(area.text, place=True))
        case nodes.Benchmark(value=value) | nodes.Let(value=value):
            yield from _in(value, names)
        case nodes.NamedCondition(_, parameters, _, condition):
            hidden = frozenset(parameter.text for parameter in parameters)
            yield from _in(condition, names, hidden)
        case nodes.AreaList(_, _, members, _, where):
            yield from (_Link(_Thing(member.text, place=True)) for member in members)
            if where is not None:
                yield from _in(where, names)
        case _:
            pass


def _in(node: nodes.Node, names: Names, hidden: frozenset[str] = frozenset()) -> Iterator[_Link]:
    waiting = [(node, 1, 1)]
    while waiting:
        current, times, level = waiting.pop()
        times *= _times(current, names)
        for thing in _named(current, names):
            if thing.place or thing.name not in hidden:
                yield _Link(thing, times, level)
        waiting += [(part, times, level + 1) for part in parts_of(current)]


def _named(node: nodes.Node, names: Names) -> Iterator[_Thing]:
    """The names that stand in a node itself, and a number as something without a name."""
    match node:
        case nodes.Name(text):
            yield _Thing(text)
        case nodes.Number():
            yield _Thing("")
        case nodes.Call(function) if function.text in names.conditions:
            yield _Thing(function.text)
        case nodes.InArea(_, area) if area.text not in names.areas:
            yield _Thing(area.text, place=True)
        case nodes.Over(_, areas):
            yield _Thing(areas.text, place=True)
        case nodes.Every(_, _, nodes.Name(text)) if text in names.indicator_lists:
            yield from (_Thing(member.text) for member in names.indicator_lists[text].members)
        case nodes.Counted(_, nodes.Name(text)) | nodes.Every(_, _, nodes.Name(text)):
            yield _Thing(text, place=True)
        case _:
            pass


def _times(node: nodes.Node, names: Names) -> int:
    """How many times a node reads what stands in it."""
    match node:
        case nodes.Every(_, _, nodes.Name(text)) if text in names.indicator_lists:
            return len(names.indicator_lists[text].members)
        case (
            nodes.Over(_, nodes.Name(text))
            | nodes.Counted(_, nodes.Name(text))
            | nodes.Every(_, _, nodes.Name(text))
        ):
            return max(1, len(names.members.get(text, ())))
        case nodes.Running(duration) | nodes.OfLatest(_, duration):
            return max(1, int(duration.number.value))
        case nodes.Call(_, arguments):
            return max((_periods(argument.value) for argument in arguments), default=1)
        case _:
            return 1


def _periods(value: nodes.Node) -> int:
    match value:
        case nodes.Duration(number):
            return max(1, int(number.value))
        case nodes.Range(first, nodes.When() as last):
            return max(1, last.period.index - first.period.index + 1)
        case _:
            return 1

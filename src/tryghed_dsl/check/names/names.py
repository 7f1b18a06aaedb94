"""Which names a spec declares, and what to say of one that it does not."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.suggest import nearest

# As many areas as all lists of a file may hold together.
_MOST_MEMBERS = 200_000


@dataclass(slots=True)
class Names:
    """The names of a spec by kind, each with where it was declared.

    Attributes:
        places: areas and lists of areas; the parts of an area are areas too.
        things: all that is no place and no source: a name among them means one thing only.
        figures: those of them that stand for a number.
        formulas: the indicators that are calculated.
        sizes: how many figures and numbers a name stands for, written out.
        broken: the names that are made from themselves or too large, which has been told.
        broken_lists: the lists of areas of which that is true.
        parents: the areas that others lie in.
        members: the areas of each list, those of lists in it included.
        used: the names that have been written out.
        named: the indicators that something names.
        listed: the lists that something names.
        expanded: how much has been written out for them so far.
        told: what was told in doing so: the name, and the code and places of the finding.
        open: nothing is declared, so that any name may be used.
        undeclared: the indicators that an open file uses, in order.
    """

    places: dict[str, nodes.Name] = field(default_factory=dict)
    areas: dict[str, nodes.Name] = field(default_factory=dict)
    area_nodes: dict[str, nodes.Area] = field(default_factory=dict)
    area_lists: dict[str, nodes.AreaList] = field(default_factory=dict)
    sources: dict[str, nodes.Name] = field(default_factory=dict)
    things: dict[str, nodes.Name] = field(default_factory=dict)
    figures: dict[str, nodes.Name] = field(default_factory=dict)
    formulas: dict[str, nodes.Indicator] = field(default_factory=dict)
    benchmarks: dict[str, nodes.Benchmark] = field(default_factory=dict)
    lets: dict[str, nodes.Let] = field(default_factory=dict)
    conditions: dict[str, nodes.NamedCondition] = field(default_factory=dict)
    indicator_lists: dict[str, nodes.IndicatorList] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    broken_lists: set[str] = field(default_factory=set)
    parents: set[str] = field(default_factory=set)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    expanded: int = 0
    told: set[tuple[object, ...]] = field(default_factory=set)
    open: bool = False
    undeclared: dict[str, nodes.Name] = field(default_factory=dict)

    def knows_indicator(self, name: nodes.Name) -> bool:
        """Whether a name is an indicator's; in an open file it becomes one."""
        if name.text in self.figures:
            self.named.add(name.text)
            return name.text not in self.benchmarks and name.text not in self.lets
        if self.open:
            self.undeclared.setdefault(name.text, name)
        return self.open


_DECLARATIONS = (
    nodes.Agreement
    | nodes.Area
    | nodes.AreaList
    | nodes.SourceOfFigures
    | nodes.Indicator
    | nodes.IndicatorList
    | nodes.Benchmark
    | nodes.Let
    | nodes.NamedCondition
)


def gather(file: nodes.File, notes: Notes) -> Names:
    """The names that a file declares; what it declares twice is told."""
    declaring = any(isinstance(statement, _DECLARATIONS) for statement in file.statements)
    names = Names(open=not declaring and not file.damaged.declared)
    for statement in file.statements:
        match statement:
            case nodes.Area(name):
                _declare(names.places, name, notes)
                names.areas.setdefault(name.text, name)
                names.area_nodes.setdefault(name.text, statement)
            case nodes.AreaList(name):
                _declare(names.places, name, notes)
                names.area_lists.setdefault(name.text, statement)
            case nodes.SourceOfFigures(name):
                _declare(names.sources, name, notes)
            case _:
                _gather_thing(statement, names, notes)
    _gather_parts(names, notes)
    _gather_members(names, notes)
    return names


def _gather_thing(statement: nodes.Statement, names: Names, notes: Notes) -> None:
    match statement:
        case nodes.Indicator(name):
            names.figures.setdefault(name.text, name)
            if statement.formula is not None:
                names.formulas[name.text] = statement
        case nodes.Benchmark(name):
            names.figures.setdefault(name.text, name)
            names.benchmarks[name.text] = statement
        case nodes.Let(name):
            names.figures.setdefault(name.text, name)
            names.lets[name.text] = statement
        case nodes.NamedCondition(name):
            names.conditions[name.text] = statement
        case nodes.IndicatorList(name):
            names.indicator_lists[name.text] = statement
        case _:
            return
    _declare(names.things, name, notes)


def _gather_parts(names: Names, notes: Notes) -> None:
    """The parts of areas, which need no line of their own; a list is none of them."""
    for area in names.area_nodes.values():
        if area.parent is not None:
            names.parents.add(area.parent.text)
        for part in area.parts:
            if part.text in names.area_lists:
                notes.tell("E102", part.span, names.places[part.text].span, name=part.text)
            names.places.setdefault(part.text, part)
            names.areas.setdefault(part.text, part)


def _gather_members(names: Names, notes: Notes) -> None:
    """The areas of each list; lists that come to too much in all are told and left empty."""
    below: dict[str, list[str]] = {}
    for name, area in names.area_nodes.items():
        if area.parent is not None:
            below.setdefault(area.parent.text, []).append(name)
    left = _MOST_MEMBERS
    for name, node in names.area_lists.items():
        found = _members(name, names, below, left)
        left -= len(found)
        if left <= 0 and not names.broken_lists:
            notes.tell("E128", node.name.span, name=name)
        if left <= 0:
            names.broken_lists.add(name)
        names.members[name] = tuple(area for area in found if area in names.areas)


def _members(name: str, names: Names, below: Mapping[str, list[str]], most: int) -> list[str]:
    """The areas of a list and of the lists in it, in the order written, none twice.

    The lists themselves stand among them. A list that is in itself is told of elsewhere.
    """
    found, waiting = dict[str, None](), [name]
    while waiting and len(found) < most:
        current = waiting.pop()
        if current in found:
            continue
        found[current] = None
        node = names.area_lists.get(current)
        if node is not None:
            names.listed.update(member.text for member in node.members)
            waiting += [member.text for member in reversed(node.members)]
            within = None if node.within is None else node.within.text
            waiting += reversed(below.get(within or "", ()))
    return list(found)


def _declare(known: dict[str, nodes.Name], name: nodes.Name, notes: Notes) -> None:
    first = known.setdefault(name.text, name)
    if first is not name:
        notes.tell("E102", name.span, first.span, name=name.text)


def unknown(name: nodes.Name, what: str, known: Iterable[str], notes: Notes) -> None:
    """Tell of a name that is not known, with the nearest one that is."""
    if name.text in notes.quiet:
        return
    suggestion = nearest(name.text, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E101", name.span, name=name.text, what=Expected((what,)), **extra)


def area_known(node: nodes.Name, names: Names, notes: Notes) -> None:
    """Tell it where an area is not declared."""
    if node.text not in names.areas and not names.open:
        unknown(node, "AREA", names.areas, notes)


def area_list_known(node: nodes.Name, names: Names, notes: Notes) -> bool:
    """Whether a name is that of a list of areas; if not, that is told."""
    known = node.text in names.area_lists
    names.listed.add(node.text)
    if not known:
        _no_list(node, names.area_lists, _area_list(node.text, names), notes)
    return known


def indicators_in(node: nodes.Name, names: Names, notes: Notes) -> tuple[nodes.Name, ...]:
    """The indicators of a list, as it names them; none where there is no such list, told."""
    found = names.indicator_lists.get(node.text)
    names.listed.add(node.text)
    if found is None:
        called = quoted_where_needed(node.text)
        _no_list(node, names.indicator_lists, f"indicators {called} = indbrud, tyveri", notes)
        return ()
    return found.members


def _area_list(name: str, names: Names) -> str:
    """How a list of that name is written; of an area the list of what lies in it."""
    called = quoted_where_needed(name)
    if name not in names.areas:
        some = [quoted_where_needed(area) for area in names.areas][:2]
        return f"areas {called} = {', '.join(some) or 'amager, valby'}"
    if name in names.parents:
        return f"areas districts = in {called}"
    node = names.area_nodes.get(name)
    parts = () if node is None else node.parts
    return f"areas districts = {', '.join(quoted_where_needed(p.text) for p in parts) or called}"


def _no_list(node: nodes.Name, known: Iterable[str], instead: str, notes: Notes) -> None:
    if node.text in notes.quiet:
        return
    suggestion = nearest(node.text, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E159", node.span, name=node.text, instead=instead, **extra)

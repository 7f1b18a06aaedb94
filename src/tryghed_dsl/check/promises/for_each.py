"""`for each`: the same targets for many areas, indicators or parts of the year."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import field

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.model import Area, AreaList, Monitored, Part, Target
from tryghed_dsl.check.names.it import with_it
from tryghed_dsl.check.names.names import area_list_known, indicators_in
from tryghed_dsl.check.promises.listed import PARTS, Listed
from tryghed_dsl.check.promises.targets import judged, watched
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.domain.period import Length
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.plurals import singular
from tryghed_dsl.text.source import Span

_Line = nodes.Target | nodes.Monitor | nodes.ForEach


@dataclass(slots=True)
class Lines:
    """Reads the targets of a file, one line after another; ids are unique among them.

    Attributes:
        areas: the areas, for their titles.
        lists: the lists of areas.
        ids: the ids so far, with where they stand.
    """

    areas: Mapping[str, Area]
    lists: Mapping[str, AreaList]
    ids: dict[str, Span] = field(default_factory=dict)

    def targets(self, line: _Line, goal: str | None, reading: Reading) -> list[Target]:
        """The targets of a line; an id that another one has is told."""
        if isinstance(line, nodes.Target):
            found: Iterable[Listed] = (judged(line, goal, reading),)
        else:
            found = self._listed(line, _Around(goal, reading))
        made = []
        for listed in found:
            name, target = listed.named(self.areas)
            first = self.ids.setdefault(name, listed.span) if name else listed.span
            if first is not listed.span:
                reading.notes.tell("E114", listed.span, first, name=name)
            if target is not None:
                made.append(target)
        return made

    def _listed(self, line: _Line, around: "_Around") -> Iterable[Listed]:
        match line:
            case nodes.Target():
                return (judged(line, around.goal, around.reading),)
            case nodes.Monitor():
                return watched(line, around.goal, around.reading)
            case nodes.ForEach():
                return self._each(line, around)

    # ---------------------------------------------------------------- for each

    def _each(self, line: nodes.ForEach, around: "_Around") -> Iterator[Listed]:
        word, reading = line.each.text, around.reading
        kind = "month" if periods.LENGTHS.get(word) in PARTS else word
        if kind in around.kinds:
            reading.notes.tell("E170", line.each.span, each=word)
            return
        inside = replace(around, kinds=(*around.kinds, kind))
        with reading.expansion.of(line.within or line.each):
            yield from self._of_kind(line, inside)

    def _of_kind(self, line: nodes.ForEach, around: "_Around") -> Iterator[Listed]:
        length, notes = periods.LENGTHS.get(line.each.text), around.reading.notes
        match line.each.text, line.within:
            case "area", nodes.Name() as areas:
                below = self._below(line.targets, around)
                members = self._areas_of(areas, around.reading)
                for area in members if _affords(members, below, around.reading) else ():
                    yield from (listed._replace(area=area) for listed in below)
            case "indicator", nodes.Name() as listed:
                for member in indicators_in(listed, around.reading.scope.names, notes):
                    targets = tuple(with_it(target, member) for target in line.targets)
                    below = self._below(targets, around)
                    if not _affords((member,), below, around.reading):
                        return
                    yield from (each._replace(member=member.text) for each in below)
            case _, None if length in PARTS:
                below = self._below(line.targets, around)
                _check_flows(below, length, line.each.span, around.reading)
                parts = [Part(length, number + 1) for number in range(length.value)]
                for part in parts if _affords(parts, below, around.reading) else ():
                    yield from (listed._replace(part=part) for listed in below)
            case _:
                word, one = line.each.text, singular(line.each.text)
                extra = {} if one == word else {"suggestion": one}
                notes.tell("E182", line.each.span, written=word, **extra)

    def _below(self, lines: Iterable[_Line], around: "_Around") -> list[Listed]:
        return [listed for line in lines for listed in self._listed(line, around)]

    def _areas_of(self, name: nodes.Name, reading: Reading) -> tuple[str, ...]:
        """The areas of a list, if it is the same in every period."""
        if not area_list_known(name, reading.scope.names, reading.notes):
            return ()
        areas = self.lists.get(name.text)
        if areas is not None and areas.where:
            reading.notes.tell("E180", name.span, name=name.text)
            return ()
        return () if areas is None else areas.members


def _affords(members: Sized, below: Sized, reading: Reading) -> bool:
    """Whether a file may have so many more targets."""
    return reading.expansion.spend(len(members) * len(below), reading.notes)


def _check_flows(below: Iterable[Listed], length: Length, span: Span, reading: Reading) -> None:
    """Tell it where a flow is judged in parts of a year that it has no figures for."""
    from tryghed_dsl.check.promises.quantifiers import check_flows  # noqa: PLC0415 -- seldom used

    for listed in below:
        promise = None if listed.target is None else listed.target.promise
        if promise is not None and not isinstance(promise, Monitored):
            check_flows(promise, length, span, reading)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a line stands in: its goal, and the kinds of `for each` around it."""

    goal: str | None
    reading: Reading
    kinds: tuple[str, ...] = ()

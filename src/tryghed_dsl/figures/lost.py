"""Names that lost letters before their file came here, told where no spec sets them aside."""

from collections.abc import Iterable, Iterator

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.letters import is_damaged
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.findings.finding import Finding, InFile

_SHOWN = 12


def lost_letters(cubes: Iterable[Cube]) -> Iterator[Finding]:
    """The names of each sheet that lost letters, each with the first figure of it."""
    for cube in cubes:
        names = {name: origin for name, origin in _names(cube) if is_damaged(name)}
        if names:
            shown = [f"`{name}`{_cell(origin)}" for name, origin in list(names.items())[:_SHOWN]]
            shown += ["…"] if len(names) > _SHOWN else []
            first = next(iter(names.values()))
            where = (
                InFile(cube.file, cube.head, None, cube.sheet) if first is None else place_of(first)
            )
            yield Finding("W328", (), {"shown": ", ".join(shown)}, where)


def _names(cube: Cube) -> Iterator[tuple[str, Origin | None]]:
    """Headings and what figures are of, each with the first figure of it."""
    for dimension in cube.dimensions:
        yield dimension.name, None
    seen = set[str]()
    for entry in cube.entries:
        for category in entry.categories:
            if category.text not in seen:
                seen.add(category.text)
                yield category.text, entry.origin


def _cell(origin: Origin | None) -> str:
    place = None if origin is None else origin.cell or origin.row
    return "" if place is None else f" ({place})"

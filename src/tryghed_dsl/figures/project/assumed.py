"""What was assumed of a file's figures, as a project file would say it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.interpret import Interpreted
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.project.text import is_dotted
from tryghed_dsl.figures.roles import Constant, Roles, roles_of
from tryghed_dsl.figures.rows import Column, column_named, tidy
from tryghed_dsl.records import replace

_LONGEST = 200
_SIDES = (Column.INDICATOR, Column.AREA, Column.PERIOD)


def with_assumed(made: Sequence[Interpreted], spec: Spec | None, options: Options) -> Options:
    """Options that say what was assumed of a file, so that it is read as it was.

    Args:
        made: what the figures of the file were taken to be.
        spec: the spec whose names they were held against.
        options: what had been said of the file.
    """
    layout = replace(options, layout=options.layout or _layout(made))
    columns = replace(layout, columns={**_columns(made), **layout.columns})
    return next(
        tried
        for tried in (_with_constants(columns, made), columns, layout)
        if tried is layout or _reads_as_before(made, spec, tried)
    )


def can_be_written(text: str, most: int = _LONGEST) -> bool:
    """Whether a name can stand in a project file, and be found again there."""
    encoded = text.encode("utf-8", "replace").decode("utf-8") == text
    return encoded and len(text) <= most and not is_dotted(text)


def _reads_as_before(made: Iterable[Interpreted], spec: Spec | None, options: Options) -> bool:
    known = Known(spec, options)
    return all(_same(roles_of(each.cube, known, options), each.roles) for each in made)


def _same(one: Roles, other: Roles) -> bool:
    """Whether two settle the same; it does not matter who says what all figures are of."""
    return _parts(one) == _parts(other)


def _parts(roles: Roles) -> list[object]:
    parts = (roles.indicator, roles.areas, roles.periods, roles.extra)
    return [part.category if isinstance(part, Constant) else part for part in parts]


# ------------------------------------------------------------------ layout, columns, constants


def _layout(made: Iterable[Interpreted]) -> Layout | None:
    layouts = {each.cube.layout for each in made}
    only = layouts.pop() if len(layouts) == 1 else None
    return Layout(only) if only in set(Layout) else None


def _columns(made: Iterable[Interpreted]) -> dict[str, str]:
    """What headings say; those that say different things in different sheets are left out."""
    found: dict[str, str] = {}
    unclear = set[str]()
    for each in made:
        for heading, role in _headings(each):
            if found.setdefault(heading, role) != role:
                unclear.add(heading)
    return {heading: role for heading, role in found.items() if heading not in unclear}


def _headings(made: Interpreted) -> Iterable[tuple[str, str]]:
    """The headings of one table, each with what it says."""
    own = [tidy(dimension.name) for dimension in made.cube.dimensions]
    often = Counter(name.casefold() for name in own)
    for place, name in enumerate(own):
        role = _role(made.roles, place)
        if role is not None and name and often[name.casefold()] == 1 and can_be_written(name):
            yield name, role
    if made.cube.layout == Layout.LONG:
        yield from _numbers(made.cube, own)


def _role(roles: Roles, place: int) -> str | None:
    if place == roles.indicator:
        return Column.INDICATOR
    if not isinstance(roles.areas, Constant) and place in roles.areas:
        return Column.AREA
    if not isinstance(roles.periods, Constant) and place in roles.periods:
        return Column.PERIOD
    return None


def _numbers(cube: Cube, sides: Sequence[str]) -> Iterable[tuple[str, str]]:
    """The headings of figures and of what stands beside them; the first of several counts."""
    taken = set(_SIDES)
    for heading in map(tidy, cube.headings):
        column = column_named(heading)
        if column is not None and column not in taken and heading not in sides:
            taken.add(column)
            yield heading, column


def _with_constants(options: Options, made: Sequence[Interpreted]) -> Options:
    """Options with what all figures of a file are of, where something outside its cells says it."""
    return replace(
        options,
        indicator=options.indicator or _constant(each.roles.indicator for each in made),
        area=options.area or _constant(each.roles.areas for each in made),
        period=options.period or _constant(each.roles.periods for each in made),
    )


def _constant(parts: Iterable[object]) -> str | None:
    """The one thing that all tables are of; None where they differ."""
    found = {part.category.text if isinstance(part, Constant) else None for part in parts}
    text = found.pop() if len(found) == 1 else None
    return text if text and text.strip() and can_be_written(text) else None

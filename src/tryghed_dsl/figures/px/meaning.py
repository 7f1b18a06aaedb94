"""What the variables of a PX file say: the period, the area, or what was measured."""

from collections.abc import Sequence

from tryghed_dsl.figures.beginnings import TIME_IDS
from tryghed_dsl.figures.cube import Category, Dimension, Role
from tryghed_dsl.figures.described import MEASURE_ID
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.px.description import Description, Variable
from tryghed_dsl.figures.rows import Column, column_named

_BY_TYPE = {
    "t": Role.PERIOD,
    "time": Role.PERIOD,
    "c": Role.MEASURE,
    "content": Role.MEASURE,
    "contents": Role.MEASURE,
    "g": Role.AREA,
    "geo": Role.AREA,
    "geographic": Role.AREA,
    "geographical": Role.AREA,
}
# What the names of sets of areas have in them, in the languages of the Nordic countries.
_AREAS = ("region", "kommun", "geogra")


def dimensions_of(described: Description) -> list[Dimension]:
    """The variables as dimensions, each with the role that the file gives it."""
    variables = described.variables
    roles = [_said(described, variable) for variable in variables]
    if Role.PERIOD not in roles:
        _give(roles, [_looks_like_time(variable) for variable in variables], Role.PERIOD)
    if Role.MEASURE not in roles:
        _give(roles, [_has_units(described, each) for each in variables], Role.MEASURE)
    return [Dimension(each.name, role) for each, role in zip(variables, roles, strict=True)]


def _give(roles: list[Role | None], fits: Sequence[bool], role: Role) -> None:
    """Give a role to the only variable without one that it fits."""
    places = [place for place, fit in enumerate(fits) if fit and roles[place] is None]
    if len(places) == 1:
        roles[places[0]] = role


def _said(described: Description, variable: Variable) -> Role | None:
    both = (variable.name, variable.own)
    if described.find("TIMEVAL", both) is not None:
        return Role.PERIOD
    contents = described.text("CONTVARIABLE")
    if (contents and contents in both) or variable.code.casefold() == MEASURE_ID:
        return Role.MEASURE
    kind = described.text("VARIABLE-TYPE", both).strip().casefold()
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    domain = described.text("DOMAIN", both).casefold()
    if described.text("MAP", both) or any(word in domain for word in _AREAS):
        return Role.AREA
    return None


def _looks_like_time(variable: Variable) -> bool:
    """Whether a variable is called time, and all that it can say are periods."""
    names = (variable.name, variable.own, variable.code)
    called = any(
        name.casefold() in TIME_IDS or column_named(name) is Column.PERIOD for name in names
    )
    return called and all(
        read_period(each.code or "") or read_period(each.text) for each in variable.categories
    )


def _has_units(described: Description, variable: Variable) -> bool:
    """Whether the file gives a unit to each thing that a variable can say.

    The format does that for what was measured, and for nothing else.
    """
    return all(_unit(described, *each) is not None for each in _texts(variable))


def _texts(variable: Variable) -> list[tuple[str, str]]:
    texts = [category.text for category in variable.categories]
    return list(zip(texts, variable.values, strict=True))


def _unit(described: Description, *both: str) -> str | None:
    text, own = both
    return described.text("UNITS", (text, own)) or None


def units_of(described: Description, dimensions: Sequence[Dimension]) -> dict[Category, str]:
    """The units of what was measured, where the file has several of them."""
    found = dict[Category, str]()
    for variable, dimension in zip(described.variables, dimensions, strict=True):
        if dimension.role is Role.MEASURE:
            for category, both in zip(variable.categories, _texts(variable), strict=True):
                unit = _unit(described, *both)
                found |= {category: unit} if unit else {}
    return found

"""That the dates of a table are clear: which of their numbers is the day."""

from collections.abc import Iterator

from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.dates import unclear_date
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.figures.roles import Roles
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import replace


def unclear_dates(cube: Cube, roles: Roles) -> Iterator[Finding]:
    """That a table's dates can be of one day or of another, with the first of them."""
    if not isinstance(roles.periods, tuple):
        return
    categories = [cube.categories(place) for place in range(len(cube.dimensions))]
    names = (each.text for own in categories for each in own)
    over = (*cube.headings, *cube.titles, *(each.name for each in cube.dimensions))
    for place in roles.periods:
        unclear = unclear_date((each.text for each in categories[place]), (*over, *names))
        if unclear is not None:
            first = next(e for e in cube.entries if e.categories[place].text == unclear.written)
            where = place_of(first.origin, cube.dimensions[place].name or None)
            yield replace(unclear.finding(), where=where)

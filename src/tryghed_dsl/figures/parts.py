"""That figures were taken as wholes which their file says to be of a part."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tryghed_dsl.figures.asking import Asked, Asking
from tryghed_dsl.figures.cube import Category, Cube, Role
from tryghed_dsl.figures.measured import measure_of
from tryghed_dsl.figures.options import Layout
from tryghed_dsl.figures.rows import is_code_heading, is_remark_heading, is_value_heading
from tryghed_dsl.figures.totals import is_total
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.patterns import pattern

_SHOWN = 4
# Dimensions of how figures were made, and not of what they are of.
_HOW = pattern(
    r".*(?:freq|frekv|unit|enhed|indhold|content|measure|adj|korrig|status|conf|dataflow|structure).*",
    re.IGNORECASE,
)


def told_parts(
    cube: Cube, taken: Sequence[Asked], places: Iterable[int], asking: Asking
) -> list[Finding]:
    """A note on the parts that the figures taken are of.

    What goes with the indicator, such as its theme, parts nothing.

    Args:
        cube: all figures.
        taken: those that were taken.
        places: the dimensions of which nobody has chosen a category.
        asking: tells what an entry is of, and what is asked for.
    """
    told = dict[str, None]()
    for place in places:
        if not _may_part(cube, place):
            continue
        of_indicator = defaultdict[str, dict[Category, None]](dict)
        for entry, key in taken:
            if key is not None:
                of_indicator[key[0]][entry.categories[place]] = None
        told |= dict.fromkeys(_shown(cube, place, list(of_indicator.values()), asking))
    if not told:
        return []
    shown = ", ".join([*list(told)[:_SHOWN], *(["…"] if len(told) > _SHOWN else [])])
    return [Finding("N391", (), {"shown": shown}, InFile(cube.file, sheet=cube.sheet))]


def _may_part(cube: Cube, place: int) -> bool:
    name = cube.dimensions[place].name
    in_format = cube.layout not in set(Layout)
    if in_format and cube.dimensions[place].role in {Role.MEASURE, Role.INDICATOR}:
        return False  # what a file is about, where its format says so
    return not (is_code_heading(name) or is_remark_heading(name) or _HOW.fullmatch(name))


def _shown(
    cube: Cube, place: int, of_indicator: list[dict[Category, None]], asking: Asking
) -> list[str]:
    together = dict.fromkeys(category for own in of_indicator for category in own)
    if len(together) > 1 and all(len(own) == 1 for own in of_indicator):
        return []
    name = cube.dimensions[place].name
    behind = f" (`{name}`)" if name else ""
    return [f"`{each.named}`{behind}" for each in together if _is_part(each, asking)]


def _is_part(category: Category, asking: Asking) -> bool:
    """Whether a category says that there is more; a name of the spec's own says what it is."""
    text = category.text
    plain = not text or is_total(category) or is_value_heading(text)
    return not plain and measure_of(text) is None and not asking.knows(category)

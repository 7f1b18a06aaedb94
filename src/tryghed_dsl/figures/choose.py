"""Which figures to take where a file parts them by more than a spec asks for.

A file may part its figures by sex, by age, by kind. What the project file says decides. Else the
total is taken, where there is one; nothing is added up unasked, and no part is taken for a whole.
"""

from collections.abc import Iterable, Sequence

from tryghed_dsl.figures.asking import Asking, asked_of
from tryghed_dsl.figures.cube import Category, Cube, Entry
from tryghed_dsl.figures.fitting import fitting
from tryghed_dsl.figures.options import Layout, Options
from tryghed_dsl.figures.parts import told_parts
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.figures.sums import sums
from tryghed_dsl.figures.wholes import whole
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed

_SHOWN = 4


def choose(
    cube: Cube, extra: Sequence[int], options: Options, asking: Asking
) -> tuple[list[Entry], list[Finding]]:
    """The entries to take.

    Args:
        cube: all figures.
        extra: the dimensions that say neither indicator, nor area, nor period.
        options: what has been said of the source.
        asking: tells what an entry is of, and what is asked for.
    """
    entries, found = _selected(cube, extra, options)
    if cube.layout == Layout.EVENTS:
        return entries, found
    summed = [place for place in extra if _is_named(cube, place, options.sum)]
    chosen = [place for place in extra if _is_named(cube, place, options.select)]
    left = [place for place in extra if place not in summed]
    free = [place for place in left if place not in chosen]
    asked, told = fitting(cube, asked_of(entries, asking), free, asking)
    taken = whole(cube, asked, left, chosen)
    if isinstance(taken, Finding):
        return [], [*found, *told, taken]
    parts = told_parts(cube, taken, free, asking)
    entries = [entry for entry, _ in taken]
    entries = sums(entries, summed, left, asking) if summed else entries
    return entries, [*found, *told, *parts]


def _is_named(cube: Cube, place: int, names: Iterable[str]) -> bool:
    return tidy(cube.name_of(place)).casefold() in {tidy(name).casefold() for name in names}


def _selected(
    cube: Cube, extra: Sequence[int], options: Options
) -> tuple[list[Entry], list[Finding]]:
    """The entries of the categories that the project file names."""
    entries, found = cube.entries, list[Finding]()
    said = {tidy(name).casefold(): wanted for name, wanted in options.select.items()}
    for place in extra:
        wanted = said.get(tidy(cube.name_of(place)).casefold())
        if wanted is None:
            continue
        names = {tidy(name).casefold() for name in wanted}
        entries = [entry for entry in entries if _is_one_of(entry.categories[place], names)]
        if not entries and cube.entries:
            found.append(_nothing_selected(cube, place, wanted))
    return entries, found


def _is_one_of(category: Category, names: set[str]) -> bool:
    code = category.code
    return category.text.casefold() in names or (code is not None and code.casefold() in names)


def _nothing_selected(cube: Cube, place: int, wanted: Sequence[str]) -> Finding:
    args: dict[str, Argument] = {
        "dimension": cube.name_of(place),
        "wanted": Listed(tuple(text or '""' for text in wanted)),
        "known": shown(cube.categories(place)),
    }
    return Finding("E366", (), args, InFile(cube.file, sheet=cube.sheet))


def shown(categories: Sequence[Category]) -> str:
    """The first of some categories, as they can be typed; one without a name is `""`."""
    texts = [f"`{category.named}`" for category in categories[:_SHOWN]]
    return ", ".join([*texts, *(["…"] if len(categories) > _SHOWN else [])])

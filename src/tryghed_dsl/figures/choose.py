"""Which figures to take where a file parts them by more than a spec asks for.

A file may part its figures by sex, by age, by kind. What the project file says decides. Else the
total is taken, where there is one; nothing is added up unasked, and no part is taken for a whole.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from tryghed_dsl.figures.cube import Category, Cube, Entry
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.figures.totals import is_total, total_of
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.records import replace

_SHOWN = 4
_SUMMED = "summed"
_Key = Callable[[Entry], Hashable | None]


def choose(
    cube: Cube, extra: Sequence[int], options: Options, key: _Key
) -> tuple[list[Entry], list[Finding]]:
    """The entries to take.

    Args:
        cube: all figures.
        extra: the dimensions that say neither indicator, nor area, nor period.
        options: what has been said of the source.
        key: what an entry is of.
    """
    entries, found = _selected(cube, extra, options)
    summed = [place for place in extra if _is_named(cube, place, options.sum)]
    left = [place for place in extra if place not in summed]
    taken = _totals(entries, left, key)
    taken = _sums(taken, summed, left, key) if summed else taken
    unclear = _unclear(cube, taken, left, key)
    return ([], [*found, unclear]) if unclear is not None else (taken, found)


def _is_named(cube: Cube, place: int, names: Iterable[str]) -> bool:
    own = tidy(cube.dimensions[place].name).casefold()
    return bool(own) and own in {tidy(name).casefold() for name in names}


# ------------------------------------------------------------------ said


def _selected(
    cube: Cube, extra: Sequence[int], options: Options
) -> tuple[list[Entry], list[Finding]]:
    """The entries of the categories that the project file names."""
    entries, found = cube.entries, list[Finding]()
    said = {tidy(name).casefold(): wanted for name, wanted in options.select.items()}
    for place in extra:
        wanted = said.get(tidy(cube.dimensions[place].name).casefold())
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
        "dimension": cube.dimensions[place].name,
        "wanted": Listed(tuple(wanted)),
        "known": _shown(cube.categories(place)),
    }
    return Finding("E366", (), args, InFile(cube.file, sheet=cube.sheet))


def _shown(categories: Sequence[Category]) -> str:
    texts = [f"`{category.text or category.code or ''}`" for category in categories[:_SHOWN]]
    return ", ".join([*texts, *(["…"] if len(categories) > _SHOWN else [])])


# ------------------------------------------------------------------ totals


def _groups(entries: Iterable[Entry], key: _Key) -> dict[Hashable, list[Entry]]:
    groups = defaultdict[Hashable, list[Entry]](list)
    for entry in entries:
        own = key(entry)
        if own is not None:
            groups[own].append(entry)
    return groups


def _totals(entries: list[Entry], extra: Sequence[int], key: _Key) -> list[Entry]:
    """The entries of totals, where without them several figures would be of the same thing."""
    for place in extra:
        if all(_agree_on(group, place) for group in _groups(entries, key).values()):
            continue
        total = total_of(dict.fromkeys(entry.categories[place] for entry in entries))
        if total is not None:
            entries = [entry for entry in entries if entry.categories[place] == total]
    return entries


def _agree_on(group: Sequence[Entry], place: int) -> bool:
    return len({entry.categories[place] for entry in group}) == 1


def _unclear(
    cube: Cube, entries: Sequence[Entry], extra: Sequence[int], key: _Key
) -> Finding | None:
    """That figures of the same thing are parted by a dimension without a total."""
    for place in extra:
        for group in _groups(entries, key).values():
            if not _agree_on(group, place):
                dimension = cube.dimensions[place].name
                parts = [entry.categories[place] for entry in group]
                args: dict[str, Argument] = {"parts": _shown(list(dict.fromkeys(parts)))}
                if dimension:
                    args |= {"dimension": dimension, "first": parts[0].text}
                origin = group[0].origin
                where = InFile(cube.file, origin.row, None, origin.sheet, origin.cell)
                return Finding("E365", (), args, where)
    return None


# ------------------------------------------------------------------ sums


def _sums(
    entries: Sequence[Entry], summed: Sequence[int], left: Sequence[int], key: _Key
) -> list[Entry]:
    """Figures added up over dimensions, as the project file asks.

    Totals are not added again, and a sum that lacks a part is missing.
    """

    def of(entry: Entry, places: Sequence[int]) -> tuple[Category, ...]:
        return tuple(entry.categories[place] for place in places)

    parts = [entry for entry in entries if not any(map(is_total, of(entry, summed)))]
    whole = {of(entry, summed) for entry in parts}
    groups = defaultdict[Hashable, list[Entry]](list)
    for entry in parts:
        own = key(entry)
        if own is not None:
            groups[own, of(entry, left)].append(entry)
    complete = (g for g in groups.values() if {of(entry, summed) for entry in g} == whole)
    return [_sum(group) for group in complete]


def _sum(group: Sequence[Entry]) -> Entry:
    first = group[0]
    if len(group) == 1:
        return first
    flags = dict.fromkeys(flag for entry in group for flag in entry.flags)
    most = None
    if any(entry.most is not None for entry in group):
        most = sum(entry.value if entry.most is None else entry.most for entry in group)
    return replace(
        first,
        value=sum(entry.value for entry in group),
        most=most,
        n=None,
        denominator=None,
        lower=None,
        upper=None,
        flags=(*flags, _SUMMED),
    )

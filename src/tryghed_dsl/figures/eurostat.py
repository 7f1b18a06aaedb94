"""Eurostat's TSV: dimensions packed in the first column, and periods as columns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.figures.beginnings import EUROSTAT_ACROSS, EUROSTAT_HEADER, TIME_IDS
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry, Role
from tryghed_dsl.figures.described import (
    Unreadable,
    bytes_of,
    plain_value,
    stop,
    tell,
    text_of,
)
from tryghed_dsl.figures.numbers import MISSING, Trouble
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.statuses import flags_of
from tryghed_dsl.figures.values import Symbols, Value
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_HEADER = pattern(EUROSTAT_HEADER)
_SHOWN = 40
_FILE_PREFIX = "estat_"
_SEMESTER = pattern(r"([0-9]{4})-?S([12])")
# A figure or `:`, and letters that may stand close to it.
_CELL = pattern(r"(:|[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)\s*([A-Za-z]*)")
_SYMBOLS = Symbols(MISSING, frozenset(), frozenset())
_Read = tuple[Value | Trouble | None, tuple[str, ...]]
_Line = tuple[int, list[str]]


def read_eurostat(path: Path, options: Options) -> tuple[list[Cube], list[Finding]]:
    """Read a file of Eurostat's TSV.

    Returns:
        Its cube, and what was found; with an error among that not all figures are there.
    """
    found = list[Finding]()
    try:
        text, assumed = text_of(bytes_of(path), path.name, options)
        found += assumed
        return [_cube(text, path, options, found)], found
    except Unreadable as stopped:
        return [], [*found, stopped.finding]


def _cube(text: str, path: Path, options: Options, found: list[Finding]) -> Cube:
    lines = _lines(text)
    row, header = next(lines, (1, [""]))
    match = _HEADER.fullmatch(header[0])
    if not text.strip():
        stop("E312", InFile(path.name))
    if match is None or match[2].casefold() not in EUROSTAT_ACROSS:
        stop("E341", InFile(path.name, row), part=header[0][:_SHOWN] or "TIME_PERIOD")
    names = [name.strip() for name in match[1].split(",")]
    across = [_category(match[2], text) for text in header[1:]]
    cube = Cube(path.name, _dimensions([*names, match[2]]), layout="Eurostat TSV")
    cube.titles = tuple(dict.fromkeys((path.stem, path.stem.removeprefix(_FILE_PREFIX))))
    reader = _Reader(cube, names, across, _cell_reader(options), found)
    for line in lines:
        reader.take(*line)
    if not cube.entries and not cube.missing:
        stop("E312", InFile(path.name))
    _check_end(text, header, path.name)
    return cube


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, with their numbers."""
    for row, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield row, line.split("\t")


def _dimensions(names: Sequence[str]) -> tuple[Dimension, ...]:
    return tuple(Dimension(name, _role(name)) for name in names)


def _role(name: str) -> Role | None:
    if name.casefold() in TIME_IDS:
        return Role.PERIOD
    return Role.AREA if name.casefold() == "geo" else None


def _category(name: str, text: str) -> Category:
    """What a dimension says; half years, which are called semesters here, get our code."""
    bare = text.strip()
    match = _SEMESTER.fullmatch(bare) if _role(name) is Role.PERIOD else None
    return Category(bare, f"{match[1]}H{match[2]}" if match is not None else bare)


def _check_end(text: str, header: Sequence[str], name: str) -> None:
    """See that the last figure is whole: each has a blank or a letter behind it.

    Raises:
        Unreadable: it does not, in a file whose header does.
    """
    last = text.rpartition("\n")[2].rpartition("\t")[2]
    if last and header[-1].endswith(" ") and " " not in last:
        stop("E341", InFile(name, text.count("\n") + 1), part=last)


@dataclass(slots=True)
class _Reader:
    """Takes lines of figures into a cube."""

    cube: Cube
    names: Sequence[str]
    across: Sequence[Category]
    read: Callable[[str], _Read]
    found: list[Finding]
    known: dict[tuple[str, str], Category] = field(default_factory=dict)

    def take(self, row: int, cells: Sequence[str]) -> None:
        """Take the figures of a line."""
        where = InFile(self.cube.file, row)
        codes = cells[0].split(",")
        uneven = ((cells, len(self.across) + 1), (codes, len(self.names)))
        for given, expected in uneven:
            if len(given) != expected:
                args = {"fields": float(len(given)), "columns": float(expected)}
                tell(self.found, "E314", where, **args)
                return
        beside = tuple(map(self._known, self.names, codes))
        origin = Origin(self.cube.file, None, row)
        for category, cell in zip(self.across, cells[1:], strict=True):
            self._take(cell, (*beside, category), origin)

    def _known(self, name: str, code: str) -> Category:
        return self.known.setdefault((name, code), _category(name, code))

    def _take(self, cell: str, categories: tuple[Category, ...], origin: Origin) -> None:
        value, flags = self.read(cell)
        if value is None:
            self.cube.missing += 1
        elif isinstance(value, Trouble):
            where = InFile(self.cube.file, origin.row, categories[-1].text)
            tell(self.found, value.value, where, written=cell.strip())
        else:
            flags = flags if value.most is None else (*flags, SUPPRESSED)
            figure = (value.number, origin, None, None, None, None, value.most, None, flags)
            self.cube.entries.append(Entry(categories, *figure))


def _cell_reader(options: Options) -> Callable[[str], _Read]:
    symbols = _SYMBOLS.said(options)
    told = symbols.missing | symbols.zero | dict(symbols.suppressed).keys()

    @lru_cache(maxsize=1 << 10)
    def flags(letters: str) -> tuple[str, ...]:
        each = (flag for letter in letters for flag in flags_of(letter, options))
        return tuple(dict.fromkeys(each))

    @lru_cache(maxsize=1 << 16)
    def read(cell: str) -> _Read:
        bare = cell.strip()
        match = _CELL.fullmatch(bare)
        if match is None or not match[2] or bare.casefold() in told:
            return plain_value(bare, symbols), ()
        return plain_value(match[1], symbols), flags(match[2])

    return read

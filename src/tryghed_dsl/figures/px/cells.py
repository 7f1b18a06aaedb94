"""The figures of a PX file: all of them in order, or rows that begin with their names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import islice, product

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.figures.cube import Category, Entry
from tryghed_dsl.figures.described import MOST_CELLS, count_of, plain_value, stop, tell
from tryghed_dsl.figures.numbers import Trouble
from tryghed_dsl.figures.px.statements import unquoted
from tryghed_dsl.figures.values import Symbols, Value
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

# Blanks, commas and semicolons part cells, and may be mixed; missing cells cannot be left blank.
_CELL = pattern(r'"[^"\n]*+(?:""[^"\n]*+)*+"|[^\s,;"]+|"')
_PIECE = pattern(rf"\n|{_CELL.pattern}")
_END = " \t\n\x1a"
_MOST_LEFT_OUT = 2_000_000
_Categories = tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the figures stand in a text.

    Attributes:
        text: the file's text.
        start: where they begin.
        row: the line that they begin in.
        name: the file's name.
    """

    text: str
    start: int
    row: int
    name: str

    def check_end(self) -> None:
        """See that the figures are not cut short.

        Raises:
            Unreadable: they are.
        """
        if not self.text.rstrip(_END).endswith(";"):
            row = self.row + self.text.count("\n", self.start)
            stop("E341", InFile(self.name, row), part=";")

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Each cell as written, with its line."""
        row = self.row
        for match in _PIECE.finditer(self.text, self.start, self._end()):
            piece = match[0]
            if piece == "\n":
                row += 1
            else:
                yield piece, row

    def __len__(self) -> int:
        return sum(1 for _ in _CELL.finditer(self.text, self.start, self._end()))

    def _end(self) -> int:
        return len(self.text.rstrip(_END)) - 1


@dataclass(slots=True)
class Table:
    """The figures that were read.

    Attributes:
        symbols: what stands where a number would.
        units: the units of what was measured.
        unit: the unit of all else.
    """

    name: str
    symbols: Symbols
    units: dict[Category, str]
    unit: str | None
    measure: int | None
    entries: list[Entry] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)
    missing: int = 0

    def take(self, places: Iterable[_Categories], cells: Iterable[tuple[str, int]]) -> None:
        """Take a figure for each place."""
        read, keep = _reader(self.symbols), self.entries.append
        origin = Origin(self.name, None, -1)
        is_plain = not self.units
        for categories, (written, row) in zip(places, cells, strict=False):
            value = read(written)
            if value is None:
                self.missing += 1
            elif isinstance(value, Trouble):
                tell(self.found, value.value, InFile(self.name, row), written=unquoted(written))
            else:
                origin = origin if origin.row == row else Origin(self.name, None, row)
                if is_plain and value.most is None:  # as nearly all are, of millions
                    unit = self.unit
                    keep(Entry(categories, value.number, origin, unit=unit))
                else:
                    keep(self.entry(categories, value, origin))

    def entry(self, categories: _Categories, value: Value, origin: Origin) -> Entry:
        """A figure with its unit."""
        unit = self.unit
        if self.units and self.measure is not None:
            unit = self.units.get(categories[self.measure], unit)
        flags = () if value.most is None else (SUPPRESSED,)
        number, most = value.number, value.most
        return Entry(categories, number, origin, None, None, None, None, most, unit, flags)


def _reader(symbols: Symbols) -> Callable[[str], Value | Trouble | None]:
    @lru_cache(maxsize=1 << 16)
    def read(written: str) -> Value | Trouble | None:
        return plain_value(unquoted(written), symbols)

    return read


# ------------------------------------------------------------------ all in order


def read_dense(table: Table, cells: Cells, categories: Sequence[_Categories]) -> None:
    """Read figures that stand in the order of the variables, the last one changing fastest.

    Raises:
        Unreadable: they are more or fewer than the categories make.
    """
    expected, found = count_of(categories), len(cells)
    _check_count(found, expected, cells)
    table.take(product(*categories), cells)


def _check_count(found: int, expected: int, cells: Cells) -> None:
    where = InFile(cells.name, cells.row)
    if not found:
        stop("E312", where)
    if found != expected:
        stop("E340", where, found=float(found), expected=float(expected))
    if found > MOST_CELLS:
        stop("E345", where, found=float(found), most=float(MOST_CELLS))


# ------------------------------------------------------------------ rows with names


@dataclass(frozen=True, slots=True)
class Keyed:
    """Rows that begin with their names.

    Attributes:
        keys: for each variable of the stub, its categories by what they are called in rows.
        labels: what says how they are called.
        stub: the categories of the stub.
        heading: the categories of the heading, and of what all figures are of.
    """

    keys: Sequence[dict[str, Category]]
    labels: Sequence[str]
    stub: Sequence[_Categories]
    heading: Sequence[_Categories]


def read_keyed(table: Table, cells: Cells, keyed: Keyed) -> None:
    """Read rows that begin with their names; those that are left out are zero.

    Raises:
        Unreadable: a row is not whole, is of nothing known, or stands twice.
    """
    width, found = len(keyed.keys) + count_of(keyed.heading), len(cells)
    _check_count(found, -(-found // width) * width, cells)
    above = list(product(*keyed.heading))
    rows, pieces = set[_Categories](), iter(cells)
    for _ in range(found // width):
        beside = _row(list(islice(pieces, len(keyed.keys))), keyed, cells.name, rows)
        table.take(((*beside, *each) for each in above), islice(pieces, len(above)))
    _fill(table, cells, keyed, rows)


def _row(
    names: Sequence[tuple[str, int]], keyed: Keyed, name: str, rows: set[_Categories]
) -> _Categories:
    """The categories of the stub that a row begins with."""
    beside = list[Category]()
    for (written, row), known, part in zip(names, keyed.keys, keyed.labels, strict=True):
        category = known.get(unquoted(written))
        if category is None:
            stop("E341", InFile(name, row), part=f"{part}={written}")
        beside.append(category)
    if tuple(beside) in rows:
        written = ",".join(each for each, _ in names)
        stop("E344", InFile(name, names[0][1]), name=written, part="DATA")
    rows.add(tuple(beside))
    return tuple(beside)


def _fill(table: Table, cells: Cells, keyed: Keyed, rows: set[_Categories]) -> None:
    """Add the rows that are left out: in this format they have nothing but zeros."""
    left_out = count_of(keyed.stub) - len(rows)
    if not left_out:
        return
    where = InFile(cells.name, cells.row)
    count = left_out * count_of(keyed.heading)
    if count > _MOST_LEFT_OUT:
        stop("E345", where, found=float(count), most=float(_MOST_LEFT_OUT))
    table.found.append(Finding("N342", (), {"rows": float(left_out)}, where))
    zero, origin = Value(0.0), Origin(cells.name)
    for beside in product(*keyed.stub):
        if beside not in rows:
            places = ((*beside, *each) for each in product(*keyed.heading))
            table.entries += [table.entry(place, zero, origin) for place in places]

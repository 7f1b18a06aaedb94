"""Tables of SDMX-CSV, as Eurostat, the OECD and others send them, and the OECD's older ones.

What each column is called is part of the format: which one holds the figures, which say what
they are of, and which only tell something about them.
"""

import math
from collections.abc import Iterator
from decimal import Decimal

from tryghed_dsl.domain.observation import SUPPRESSED
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry, Role
from tryghed_dsl.figures.grid import Grid, Row, text_of
from tryghed_dsl.figures.numbers import Ambiguous, Trouble
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.rows import Column, tidy
from tryghed_dsl.figures.statuses import CONFIDENTIALITY, LETTERS, SDMX, flags_of
from tryghed_dsl.figures.values import TABLES, Value, read_value
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_NOTHING, _MULTIPLIER = "nothing", "multiplier"
_COLUMNS: dict[str, str] = {
    **dict.fromkeys(("obs_value", "value"), Column.VALUE),
    **dict.fromkeys(("time_period", "time"), Column.PERIOD),
    **dict.fromkeys(("ref_area", "geo", "location"), Column.AREA),
    **dict.fromkeys(("indicator",), Column.INDICATOR),
    **dict.fromkeys(("unit_measure", "unit", "unit code"), Column.UNIT),
    **dict.fromkeys(("obs_flag", "obs_status", "conf_status", "flag codes"), Column.FLAG),
    **dict.fromkeys(("unit_mult", "powercode code"), _MULTIPLIER),
    **dict.fromkeys(
        ("structure", "structure_id", "structure_name", "action", "dataflow", "last update"),
        _NOTHING,
    ),
    **dict.fromkeys(("decimals", "flags", "obs_comment", "obs_pre_break"), _NOTHING),
    **dict.fromkeys(("reference period code", "reference period", "base_per"), _NOTHING),
}
_CODES = {"obs_flag": LETTERS, "obs_status": SDMX, "conf_status": CONFIDENTIALITY}
_NEW, _OLD = {"time_period", "obs_value"}, {"time", "value", "flag codes"}
_ID = pattern(r"[A-Z][A-Z0-9_ ]*|[a-z][a-z0-9_]*|[A-Za-z]+ Code")
_ROLES: dict[str, Role] = {
    Column.INDICATOR: Role.INDICATOR,
    Column.AREA: Role.AREA,
    Column.PERIOD: Role.PERIOD,
}
_TITLES = {"structure_id", "structure_name", "dataflow"}
_FLOW = pattern(r"(?:[^:]*:)?([^(]*)(?:\(.*)?")  # ESTAT:CRIM_OFF_CAT(1.0)
# Stands for what could not be read and was told.
_UNREAD = Value(math.nan)
_POWER = pattern(r"-?[0-9]{1,2}")


@dataclass(slots=True)
class _Column:
    """A column of a table.

    Attributes:
        name: its heading, without the label that may stand behind it.
        place: where it stands.
        what: what it holds; empty where it is some dimension.
        both: whether its cells have a code and a label, with a colon between.
        labels: where the labels of its codes stand, if they have a column.
    """

    name: str
    place: int
    what: str
    both: bool = False
    labels: int | None = None

    @property
    def role(self) -> Role | None:
        """What it says of figures as a dimension."""
        return Role.MEASURE if self.name.casefold() == "measure" else _ROLES.get(self.what)

    def category(self, row: Row) -> Category:
        """What a row says in it, with its code where there are labels."""
        code, label = _text(row, self.place), ""
        if self.both:
            code, _, label = (part.strip() for part in code.partition(":"))
        elif self.labels is not None:
            label = _text(row, self.labels)
        return Category(label, code) if label else Category(code)


def is_sdmx(grid: Grid) -> bool:
    """Whether the first row of a sheet has the headings of SDMX, or of the OECD's older tables."""
    header = grid.rows[0].cells if grid.rows else ()
    ids = {_parts(text_of(cell))[0].casefold() for cell in header}
    return ids >= _NEW or ids >= _OLD


def sdmx_cubes(grid: Grid, options: Options) -> tuple[list[Cube], list[Finding]]:
    """The figures of a table of SDMX.

    Returns:
        Its cube, and what was found; with an error among that not all figures are there.
    """
    reader = _Reader(grid, options)
    return [reader.cube()], reader.found


def _text(row: Row, place: int) -> str:
    return text_of(row.cells[place]) if place < len(row.cells) else ""


def _parts(heading: str) -> tuple[str, str]:
    """A column's id, and the label that may stand behind it."""
    name, _, label = tidy(heading).partition(":")
    return name.strip(), label.strip()


def _columns(header: Row, options: Options) -> Iterator[_Column]:
    """The columns, with those of labels joined to those of their codes."""
    said = {tidy(name).casefold(): what for name, what in options.columns.items()}
    last: _Column | None = None
    for place, cell in enumerate(header.cells):
        name, label = _parts(text_of(cell))
        own = name.casefold()
        is_label = _ID.fullmatch(name) is None and own != "value" and own not in said
        if last is not None and last.labels is None and is_label and _COLUMNS.get(own) != _NOTHING:
            last.labels = place
            continue
        what = said.get(own, _COLUMNS.get(own, _NOTHING if not name else ""))
        column = _Column(name, place, what, both=bool(label))
        last = column if _ID.fullmatch(name) else None
        yield column


class _Reader:
    def __init__(self, grid: Grid, options: Options) -> None:
        self._grid = grid
        self._options = options
        self._symbols = TABLES.said(options)
        self._columns = list(_columns(grid.rows[0], options))
        self._dimensions = [column for column in self._columns if self._is_dimension(column)]
        self._known: dict[Category, Category] = {}
        self.found: list[Finding] = []

    def _is_dimension(self, column: _Column) -> bool:
        """Whether figures are parted by it; by their units where they have several."""
        if column.what == Column.UNIT:
            return len({_text(row, column.place) for row in self._grid.rows[1:]}) > 1
        return not column.what or column.what in _ROLES

    def _holding(self, what: str) -> list[_Column]:
        return [column for column in self._columns if column.what == what]

    def cube(self) -> Cube:
        """The figures of the table."""
        grid = self._grid
        dimensions = tuple(Dimension(each.name, each.role) for each in self._dimensions)
        cube = Cube(grid.file, dimensions, [], grid.sheet, self._titles(), layout="SDMX-CSV")
        cube.head = grid.rows[0].number or None
        cube.headings = tuple(column.name for column in self._columns)
        for row in grid.rows[1:]:
            self._check_width(row)
            for value in self._holding(Column.VALUE)[:1]:
                entry = self._entry(row, value)
                if entry is None:
                    cube.missing += 1
                else:
                    cube.entries.append(entry)
        return cube

    def _titles(self) -> tuple[str, ...]:
        """What the whole table is called, where the file says it."""
        named = [column for column in self._columns if column.name.casefold() in _TITLES]
        texts = [{_text(row, column.place) for row in self._grid.rows[1:]} for column in named]
        ids = [text for own in texts if len(own) == 1 for text in own]
        return tuple(dict.fromkeys(name for text in ids for name in (text, _FLOW.sub(r"\1", text))))

    def _check_width(self, row: Row) -> None:
        width = len(self._grid.rows[0].cells)
        if self._grid.texts and len(row.cells) != width:
            args: dict[str, Argument] = {
                "fields": float(len(row.cells)),
                "columns": float(width),
            }
            self.found.append(Finding("E314", (), args, InFile(self._grid.file, row.number)))

    # -------------------------------------------------------------- a figure

    def _entry(self, row: Row, column: _Column) -> Entry | None:
        """The figure of a row; None where it says that there is none."""
        value = self._value(row, column)
        if value is None:
            return None
        categories = tuple(
            self._known.setdefault(own, own)
            for own in (each.category(row) for each in self._dimensions)
        )
        places = self._multiplier(row)
        most = None if value.most is None else _moved(value.most, places)
        flags = self._flags(row) if most is None else (*self._flags(row), SUPPRESSED)
        origin = self._grid.origin(row.number, column.place, None, long=True)
        number = _moved(value.number, places)
        figure = (number, origin, None, None, None, None, most, self._unit(row), flags)
        return Entry(categories, *figure)

    def _value(self, row: Row, column: _Column) -> Value | None:
        cell = row.cells[column.place] if column.place < len(row.cells) else None
        if isinstance(cell, float):
            return Value(cell)  # of a workbook or a table of records, which hold no others
        read = read_value(text_of(cell), self._symbols, {"."})
        if isinstance(read, Value) or read is None:
            return read
        self._tell(row, column, read)
        return _UNREAD

    def _tell(self, row: Row, column: _Column, trouble: Trouble | Ambiguous) -> None:
        args: dict[str, Argument] = {"written": _text(row, column.place)}
        code = "E303" if isinstance(trouble, Ambiguous) else trouble.value
        where = InFile(self._grid.file, row.number, column.name, self._grid.sheet)
        self.found.append(Finding(code, (), args, where))

    def _multiplier(self, row: Row) -> int:
        """How many zeros a figure lacks: three where it is in thousands."""
        for column in self._holding(_MULTIPLIER):
            text = column.category(row).code or _text(row, column.place)
            if _POWER.fullmatch(text):
                return int(text)
            if text:
                self._tell(row, column, Trouble.NOT_A_NUMBER)
        return 0

    def _unit(self, row: Row) -> str | None:
        units = (column.category(row) for column in self._holding(Column.UNIT))
        return next((each.text for each in units if each.text), None)

    def _flags(self, row: Row) -> tuple[str, ...]:
        """The flags of a row, from all columns that have some."""
        found: list[str] = []
        for column in self._holding(Column.FLAG):
            written, _, _ = _text(row, column.place).partition(":")
            codes = _CODES.get(column.name.casefold(), SDMX)
            found += flags_of(written, self._options, codes)
        return tuple(dict.fromkeys(found))


def _moved(number: float, places: int) -> float:
    """A number with zeros behind it, as the decimals that it was written in."""
    return float(Decimal(repr(number)).scaleb(places)) if places else number

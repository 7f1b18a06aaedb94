"""Any table that is written to a workbook is read back."""

import tempfile
from datetime import date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from support.workbook import Sheet, Value, Workbook
from tryghed_dsl.figures.grid import Cell, Percent, is_blank
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet

ROWS, COLUMNS = 5, 5
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("æøåÆØÅ\n\t\r &<>")
TEXTS = st.text(LETTERS, min_size=1) | st.sampled_from(
    [" Ærø ", "_x000D_", "a_x0041_b", "1,5", "-"]
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
PERCENTS = st.decimals(-1000, 1000, places=4).map(Percent)
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31))  # noqa: DTZ001
VALUES = (
    st.none() | TEXTS | NUMBERS | PERCENTS | DAYS | st.booleans()
    | MOMENTS.map(lambda moment: moment.replace(second=1, microsecond=0))
)  # fmt: skip
PLACES = st.tuples(st.integers(1, ROWS), st.integers(0, COLUMNS - 1))


def address(place: tuple[int, int]) -> str:
    return f"{'ABCDEFGH'[place[1]]}{place[0]}"


@st.composite
def merged(draw: st.DrawFn) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges that do not lie over each other, by their first and last cells."""
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    taken: set[tuple[int, int]] = set()
    for one, other in draw(st.lists(st.tuples(PLACES, PLACES), max_size=3)):
        first = min(one[0], other[0]), min(one[1], other[1])
        last = max(one[0], other[0]), max(one[1], other[1])
        cells = set(inside(first, last))
        if not cells & taken and len(cells) > 1:
            found.append((first, last))
            taken |= cells
    return found


def inside(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    return [(r, c) for r in range(first[0], last[0] + 1) for c in range(first[1], last[1] + 1)]


def same(one: Cell, other: Cell) -> bool:
    return type(one) is type(other) and one == other


@given(st.dictionaries(PLACES, VALUES), merged(), TEXTS, st.booleans(), st.booleans())
def test_what_is_written_is_read_back(
    cells: dict[tuple[int, int], Value],
    ranges: list[tuple[tuple[int, int], tuple[int, int]]],
    heading: str,
    inline: bool,  # noqa: FBT001 -- drawn
    prefixed: bool,  # noqa: FBT001
) -> None:
    written: dict[tuple[int, int], Value] = {(ROWS + 1, COLUMNS): "the end"}
    written |= {place: value for place, value in cells.items() if value is not None}
    expected = dict(written)
    for first, last in ranges:
        for place in inside(first, last):
            written.pop(place, None)
            expected[place] = heading
        written[first] = heading
    with tempfile.TemporaryDirectory() as folder:
        refs = [f"{address(first)}:{address(last)}" for first, last in ranges]
        sheet = Sheet("Ark1", {address(place): value for place, value in written.items()}, refs)
        book = Workbook([sheet], inline=inline, prefix="x:" if prefixed else "")
        (grid,), found = read_spreadsheet(book.write(Path(folder, "tal.xlsx")), NOTHING_SAID)
    read = {
        (row.number, column + grid.left): cell
        for row in grid.rows
        for column, cell in enumerate(row.cells)
        if not is_blank(cell)
    }
    assert found == []
    assert read.keys() == {place for place, value in expected.items() if not _blank(value)}
    for place, cell in read.items():
        assert same(cell, _cell(expected[place])), place


def _blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()


def _cell(value: Value) -> Cell:
    assert value is None or isinstance(value, str | float | int | date)
    return value

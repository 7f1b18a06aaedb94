"""What another reader of workbooks makes of the same cells: two witnesses that have to agree.

They agree on texts, plain numbers and truth values. Ours tells more of percentages, failed formulas
and dates, which therefore are not among the cells here.
"""

from pathlib import Path

import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from support.workbook import Workbook, from_rows
from tryghed_dsl.figures.grid import Grid, is_blank
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.spreadsheet.reader import read_spreadsheet

LONDON = Path(__file__).parents[4] / "shared" / "samples" / "excel" / "ethnic-groups-by-borough.xls"
Cells = dict[tuple[int, int], object]


def plain(cell: object) -> object:
    return cell if isinstance(cell, bool) or not isinstance(cell, int | float) else float(cell)


def ours(grid: Grid) -> Cells:
    return {
        (row.number, column + grid.left): plain(cell)
        for row in grid.rows
        for column, cell in enumerate(row.cells)
        if not is_blank(cell)
    }


def theirs(path: Path, sheet: str) -> Cells:
    with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return {
        (number, column): plain(cell)
        for number, row in enumerate(rows, start=1)
        for column, cell in enumerate(row)
        if not (isinstance(cell, str) and not cell.strip())
    }


texts = st.text("abcæøåÆØÅ 0123456789.,%-–<&>\"'", min_size=1, max_size=12)
numbers = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
cells = st.none() | texts | numbers | st.booleans()


@given(rows=st.lists(st.lists(cells, max_size=6), min_size=1, max_size=8), inline=st.booleans())
@settings(deadline=None)
def test_both_read_the_same_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]], *, inline: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "witness.xlsx"
    Workbook([from_rows("Ark1", rows)], inline=inline).write(path)
    grids, found = read_spreadsheet(path, NOTHING_SAID)
    read = ours(grids[0]) if grids else {}
    assert [finding.code for finding in found] == ([] if read else ["E312"])
    assert read == theirs(path, "Ark1")


@pytest.mark.skipif(not LONDON.exists(), reason="the sample workbook is not here")
def test_both_read_the_same_published_workbook() -> None:
    grids, _ = read_spreadsheet(LONDON, NOTHING_SAID)
    for grid in grids:
        merged = [
            cell
            for cell in ours(grid).items()
            if cell not in theirs(LONDON, grid.sheet or "").items()
        ]
        assert all(row <= 2 for (row, _), _ in merged), "only merged headings are filled"
        assert theirs(LONDON, grid.sheet or "").items() <= ours(grid).items()

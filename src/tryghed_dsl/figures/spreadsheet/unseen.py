"""Hidden rows and columns: they are read as all others, and told, since nobody sees them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tryghed_dsl.figures.grid import is_blank, letters
from tryghed_dsl.figures.spreadsheet.asked import Asked
from tryghed_dsl.figures.spreadsheet.book import Sheet
from tryghed_dsl.findings.finding import Finding, InFile

_SHOWN = 6


def unseen(sheet: Sheet, asked: Asked, file: str) -> list[Finding]:
    """A note on the hidden rows and columns that hold something, among the cells asked for."""
    rows = (f"`{_run(first, last)}`" for first, last in _runs(_rows(sheet, asked)))
    columns = (
        f"`{_run(letters(first), letters(last))}`" for first, last in _runs(_columns(sheet, asked))
    )
    told = list(chain(rows, columns))
    if not told:
        return []
    shown = ", ".join([*told[:_SHOWN], *(["…"] if len(told) > _SHOWN else [])])
    return [Finding("N395", (), {"hidden": shown}, InFile(file, sheet=asked.tab.name))]


def _rows(sheet: Sheet, asked: Asked) -> Iterator[int]:
    for number in sheet.hidden_rows:
        cells = sheet.rows.get(number, [])[asked.box.left : asked.box.right + 1]
        if asked.box.top <= number <= asked.box.bottom and not all(map(is_blank, cells)):
            yield number


def _columns(sheet: Sheet, asked: Asked) -> Iterator[int]:
    most = max(map(len, sheet.rows.values()), default=0) - 1
    for first, last in sheet.hidden_columns:
        for column in range(max(first, asked.box.left), min(last, most, asked.box.right) + 1):
            rows = (row for number, row in sheet.rows.items() if asked.box.holds(number, column))
            if any(column < len(row) and not is_blank(row[column]) for row in rows):
                yield column


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbours as runs, each by its first and its last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _run(first: object, last: object) -> str:
    return str(first) if first == last else f"{first}:{last}"

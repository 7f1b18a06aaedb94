"""Ranges of cells, such as `B3:F20`."""

from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_END = r"\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?"
_RANGE = pattern(f"{_END}(?::{_END})?")


@dataclass(frozen=True, slots=True)
class Box:
    """The cells from one corner to the other; rows are counted from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is among them."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


EVERYTHING = Box(1, 0, MOST_ROWS, MOST_COLUMNS - 1)


def box_of(written: str) -> Box | None:
    """The cells that `B3:F20`, `B3`, `B:F` or `3:20` names; None where it names none."""
    match = _RANGE.fullmatch(written.strip())
    if match is None:
        return None
    letters, row, last_letters, last_row = match.groups()
    if last_letters is None and last_row is None:
        if ":" in written or not (letters and row):
            return None
        last_letters, last_row = letters, row
    if bool(letters) != bool(last_letters) or bool(row) != bool(last_row):
        return None
    return _ordered(_columns(letters, last_letters), _rows(row, last_row))


def _columns(first: str | None, last: str | None) -> tuple[int, int]:
    if first is None or last is None:
        return 0, MOST_COLUMNS - 1
    return column_of(first.upper()), column_of(last.upper())


def _rows(first: str | None, last: str | None) -> tuple[int, int]:
    return (1, MOST_ROWS) if first is None or last is None else (int(first), int(last))


def _ordered(columns: tuple[int, int], rows: tuple[int, int]) -> Box | None:
    box = Box(min(rows), min(columns), max(rows), max(columns))
    return box if box.top >= 1 and box.bottom <= MOST_ROWS and box.right < MOST_COLUMNS else None


def column_of(letters: str) -> int:
    """A column by its capital letters, counted from 0: 0 for A, 26 for AA."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1

"""Which columns of a table have figures, and which say what they are of."""

from collections.abc import Mapping, Sequence

from tryghed_dsl.figures.grid import Row, is_blank, text_of
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.named import (
    NOTHING,
    SIDES,
    columns_named,
    is_heading_of_time,
    part_named,
)
from tryghed_dsl.figures.layout.region import Region, Rows, cell_at, heading_of
from tryghed_dsl.figures.measured import measure_of
from tryghed_dsl.figures.rows import Column, is_code_heading, is_value_heading, tidy
from tryghed_dsl.figures.totals import is_summary
from tryghed_dsl.patterns import pattern

_LETTERS = pattern(r"[a-z]{1,3}|\*")
_WITH_DECIMALS = pattern(r"[-−]?[0-9]{1,9}[.,][0-9]{1,2}(?: *%)?")


def region_of(rows: Rows, kinds: Kinds, said: Mapping[str, str]) -> Region:
    """Settle what the columns of a table are.

    Args:
        rows: its rows.
        kinds: tells what cells are.
        said: what columns hold, as far as that has been said.
    """
    return _Columns(rows, kinds, said).region()


class _Columns:
    def __init__(self, rows: Rows, kinds: Kinds, said: Mapping[str, str]) -> None:
        self._rows = rows
        self._kinds = kinds
        self._width = max((len(row.cells) for row in (*rows.head, *rows.body)), default=0)
        self._headings = [heading_of(rows.head, column) for column in range(self._width)]
        self._named = columns_named(self._headings, said)
        self._sides = {self._named[column] for column in SIDES if column in self._named}
        names = [tidy(heading).casefold() for heading in self._headings]
        self._value_is_said = Column.VALUE in said.values()
        self._nothing = {c for c, name in enumerate(names) if said.get(name) == NOTHING}
        self._counts = [self._count(column) for column in range(self._width)]

    def _count(self, column: int) -> tuple[int, int]:
        """How many cells below a heading say something, and how many of them are figures."""
        cells = [cell for row in self._rows.body if not is_blank(cell := cell_at(row, column))]
        return len(cells), sum(map(self._kinds.is_figure, cells))

    def region(self) -> Region:
        figures, named = self._figures()
        flags = {c: c + 1 for c in figures if self._has_flags(c + 1)}
        taken = {*figures, *named.values(), *self._nothing, *flags.values()}
        beside = [c for c in range(self._width) if c not in taken]
        sides = {c for c in beside if self._is_side(c, figures)} | self._sides
        aside = tuple(c for c in beside if c not in sides and self._counts[c][1])
        rows = self._rows
        return Region(
            rows.titles,
            rows.head,
            rows.body,
            rows.tidy,
            tuple(sorted(sides)),
            figures,
            named,
            aside,
            flags,
        )

    def _has_flags(self, column: int) -> bool:
        """Whether a column without a heading has nothing but letters such as `p` and `be`."""
        if column >= self._width or self._headings[column] or not self._counts[column][0]:
            return False
        cells = (cell_at(row, column) for row in self._rows.body)
        return all(is_blank(cell) or _LETTERS.fullmatch(text_of(cell)) for cell in cells)

    # -------------------------------------------------------------- figures

    def _figures(self) -> tuple[tuple[int, ...], dict[Column, int]]:
        """The columns with figures, and those that then have a name."""
        sides = {column: place for column, place in self._named.items() if column in SIDES}
        periods = self._of_periods()
        if periods:
            return periods, sides
        rivals = self._rivals()
        if len(rivals) > 1:
            return rivals, {what: c for what, c in self._named.items() if c not in rivals}
        value = self._named.get(Column.VALUE)
        measured = self._measured({*self._named.values()})
        if value is not None and (Column.INDICATOR in self._named or not measured):
            return (value,), self._named
        if value is None and len(measured) == 1:
            return measured, {**self._named, Column.VALUE: measured[0]}
        return self._measured({*sides.values()}), sides

    def _rivals(self) -> tuple[int, ...]:
        """The columns whose headings say that figures stand below, and how they are measured."""
        if self._value_is_said or Column.INDICATOR not in self._named:
            return ()
        taken = {c for what, c in self._named.items() if what is not Column.VALUE} | self._nothing
        return tuple(
            column
            for column, heading in enumerate(self._headings)
            if column not in taken
            and (is_value_heading(heading) or measure_of(heading) is not None)
            and self._counts[column][1]
            and not self._has_words(column)
        )

    def _of_periods(self) -> tuple[int, ...]:
        """The columns whose heading is a period; a period merged over several is of them all."""
        found = set[int]()
        for row in self._rows.head:
            over = False
            for column in range(self._width):
                cell = cell_at(row, column)
                if is_blank(cell):
                    over = over and bool(self._headings[column]) and not self._has_words(column)
                else:
                    over = self._is_period(row, column)
                if over and column not in self._sides and column not in self._nothing:
                    found.add(column)
        # A year over names alone, as in the corner of a table, is the year of all figures.
        return tuple(sorted(found)) if any(self._counts[c][1] for c in found) else ()

    def _is_period(self, row: Row, column: int) -> bool:
        """Whether a heading names a period; words with a year in them may also be over words."""
        cell = cell_at(row, column)
        if not self._kinds.is_heading_of_period(cell):
            return False
        return self._kinds.is_only_period(cell) or not self._has_words(column)

    def _has_words(self, column: int) -> bool:
        cells, figures = self._counts[column]
        return figures * 2 < cells

    def _measured(self, told: set[int]) -> tuple[int, ...]:
        """The columns with numbers, less those that name periods or codes."""
        found = list[int]()
        for column in range(self._width):
            if column in told | self._nothing or not self._counts[column][1]:
                continue
            if self._has_words(column) or is_code_heading(self._headings[column]):
                continue
            if not self._has_periods(column) and not self._counts_rows(column):
                found.append(column)
        return tuple(found)

    def _has_periods(self, column: int) -> bool:
        """Whether a column of numbers says when: years under such a heading, or before all."""
        heading = self._headings[column]
        cells = [cell for row in self._rows.body if not is_blank(cell := cell_at(row, column))]
        if part_named(heading) is not None:
            return True
        periods = [cell for cell in cells if self._kinds.period(cell) is not None]
        if not periods or not all(is_summary(text_of(c)) for c in cells if c not in periods):
            return False
        before = all(not cells for cells, _ in self._counts[:column])
        return before or not heading or is_heading_of_time(heading)

    def _counts_rows(self, column: int) -> bool:
        """Whether the first column has no heading, and only numbers the rows."""
        cells = [cell_at(row, column) for row in self._rows.body]
        first = cells[0] if column == 0 and not self._headings[0] else None
        if first is None or text_of(first) not in {"0", "1"} or len(cells) == 1:
            return False
        start = int(text_of(first))
        return [text_of(cell) for cell in cells] == [str(start + n) for n in range(len(cells))]

    # -------------------------------------------------------------- sides

    def _is_side(self, column: int, figures: Sequence[int]) -> bool:
        """Whether a column says what figures are of: all before them do, and words behind them."""
        cells, numbers = self._counts[column]
        if not cells:
            return False
        before = not figures or column < figures[0]
        before = before and not self._has_decimals(column)
        return before or not numbers or self._is_code(column)

    def _has_decimals(self, column: int) -> bool:
        """Whether a column is one of measured numbers, which name nothing."""
        if self._is_code(column) or self._has_words(column):
            return False
        cells = [text_of(cell_at(row, column)) for row in self._rows.body]
        return any(_WITH_DECIMALS.fullmatch(text) for text in cells)

    def _is_code(self, column: int) -> bool:
        return is_code_heading(self._headings[column])


def label_of(row: Row, column: int, head: tuple[Row, ...]) -> str:
    """What a column says beside figures; a number under `kvartal` or `måned` is part of a year."""
    text = text_of(cell_at(row, column))
    letter = part_named(heading_of(head, column))
    return f"{letter}{text}" if letter and text.isdecimal() else text

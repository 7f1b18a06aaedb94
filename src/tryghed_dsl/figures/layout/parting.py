"""Where the tables of a sheet begin and end, and where in each the headings stop."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from tryghed_dsl.figures.among import is_of_writing
from tryghed_dsl.figures.grid import Cell, Row, is_blank, text_of
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.named import columns_named, is_side_heading
from tryghed_dsl.figures.layout.region import Rows, cell_at, heading_of, told, words
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.rows import REQUIRED
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

# Headings stand among the first rows.
_SEARCHED = 60
# A pair such as `Område: København` over a table.
_PAIR = 2
_FOOTNOTE = pattern(
    r"(?:kilder?|sources?|anm(?:ærkning)?(?:er)?|noter?|notes?|fodnoter?)\b[.:]?|\(?[0-9]\)|\*",
    re.IGNORECASE,
)

_OF_SIGNS = pattern(r"special values?\b|(?:available|observation) flags?\b", re.IGNORECASE)


def parted(rows: Sequence[Row], kinds: Kinds, said: Mapping[str, str]) -> Iterator[Rows]:
    """The tables of a sheet, one below another.

    Args:
        rows: the rows of the sheet.
        kinds: tells what cells are.
        said: what columns hold, as far as that has been said.
    """
    rows = [row for row in rows if told(row)]  # columns may have been left out of them
    tidy = _tidy_head(rows, said)
    if tidy is not None:
        titles, head = _titles(rows[:tidy]), rows[tidy]
        body = [row for row in rows[tidy + 1 :] if not _repeats(row, head)]
        while body and _is_footnote_of_tidy(body, kinds):
            body.pop()
        yield Rows(titles, (head,), tuple(body), tidy=True)
        return
    start = 0
    while start < len(rows):
        finder = _Finder(rows, start, kinds)
        data = finder.data
        if data is None:
            return
        end = _next_table(rows, data, finder.head, kinds)
        body = _body(rows[data:end], finder, kinds)
        yield Rows(_titles(finder.titles), tuple(finder.head), tuple(body))
        start = end


def _tidy_head(rows: Sequence[Row], said: Mapping[str, str]) -> int | None:
    """The row whose headings name all that a figure needs; below it is one figure a row."""
    for place, row in enumerate(rows[:_SEARCHED]):
        named = columns_named([text_of(cell) for cell in row.cells], said)
        if all(column in named for column in REQUIRED):
            return place
    return None


def _titles(rows: Sequence[Row]) -> tuple[str, ...]:
    texts = (text for row in rows for text in _said(row) if not _FOOTNOTE.match(text))
    return tuple(dict.fromkeys(texts))


def _said(row: Row) -> list[str]:
    """What a row says, without the day beside words such as `Udtrukket`."""
    texts = [text_of(cell) for cell in row.cells if not is_blank(cell)]
    if not any(map(is_of_writing, texts)):
        return texts
    return [text for text in texts if read_period(text) is None]


def _repeats(row: Row, head: Row) -> bool:
    """Whether a row has the same headings again, as on a new page."""
    return len(words(row)) > 1 and list(map(text_of, row.cells)) == list(map(text_of, head.cells))


def _gap(rows: Sequence[Row], place: int) -> bool:
    """Whether there is an empty row above."""
    return place > 0 and rows[place].number > rows[place - 1].number + 1


# ------------------------------------------------------------------ headings


@dataclass(slots=True)
class _Finder:
    """Goes down from titles over headings to the first row of figures.

    Rows that say one thing are titles, and below headings they are labels. A row of headings
    that an empty row parts from the table is a title too, and so are rows with numbers that
    stand over all headings.
    """

    rows: Sequence[Row]
    start: int
    kinds: Kinds
    titles: list[Row] = field(default_factory=list)
    head: list[Row] = field(default_factory=list)
    data: int | None = None

    def __post_init__(self) -> None:
        labels: list[int] = []
        stray: int | None = None
        for place in range(self.start, len(self.rows)):
            row = self.rows[place]
            if len(words(row)) == 1 and not self._is_figure_alone(row):
                labels.append(place)
            elif not self.head and self._is_stray(row, place, stray):
                if stray is None and labels and self._is_head_of(labels[-1], row):
                    self.head, self.data = [self.rows[labels.pop()]], place
                    self.titles += (self.rows[label] for label in labels)
                    return
                stray = place if stray is None else stray
                labels.append(place)
            elif self.head and self._is_data(row):
                if labels and is_side_heading(text_of(self._first(labels[0]))):
                    self.head.append(self.rows[labels.pop(0)])
                self.data = labels[0] if labels else place
                return
            else:
                self._take_heading(place, labels)
                labels = []
        self.data = stray if not self.head else None

    def _first(self, place: int) -> Cell:
        return self.rows[place].cells[told(self.rows[place])[0]]

    def _is_figure_alone(self, row: Row) -> bool:
        return bool(self.head) and any(map(self.kinds.is_figure, row.cells))

    def _is_stray(self, row: Row, place: int, stray: int | None) -> bool:
        """Whether a row has numbers, or goes on with such rows, and no headings above it."""
        if stray is not None and not _gap(self.rows, place):
            return True
        first = told(row)[0]
        numbers = (cell for cell in row.cells if self.kinds.is_figure(cell))
        return not is_side_heading(text_of(row.cells[first])) and any(
            self.kinds.period(cell) is None for cell in numbers
        )

    def _is_head_of(self, place: int, row: Row) -> bool:
        """Whether a row that says one thing says it of the figures below, not of the table."""
        over = told(self.rows[place])
        return over[0] > told(row)[0] and all(
            self.kinds.is_figure(cell_at(row, column)) for column in over
        )

    def _take_heading(self, place: int, labels: Sequence[int]) -> None:
        """A row of headings; those that it has nothing to do with are titles."""
        parted = _gap(self.rows, place) and all(map(_is_pair, self.head))
        if labels or parted:
            self.titles += self.head
            self.head = []
        self.titles += (self.rows[label] for label in labels)
        self.head.append(self.rows[place])

    def _is_data(self, row: Row) -> bool:
        """Whether a row below headings is one of figures.

        A number that is no period tells. Where there is none, a row of periods or words is one
        of headings while headings lack something, or where nothing stands beside it.
        """
        kinds = self.kinds
        figures = [c for c in told(row) if kinds.is_figure(row.cells[c])]
        if any(kinds.period(row.cells[column]) is None for column in figures):
            return True
        if not figures and _is_of_legend(row) and all(map(_is_of_legend, self.head)):
            return False
        beside = [column for column in told(row) if column not in figures]
        asked = figures or beside[1:]
        periods = [c for c in beside if kinds.is_heading_of_period(row.cells[c])]
        if not self._is_complete(asked) or (len(periods) > 1 and not self._have_periods(asked)):
            return False
        first = min(min(told(each)) for each in (*self.head, row))
        sides = {first, *(c for c in told(row) if c not in asked)}
        if all(self._is_heading(row, column) for column in sides):
            return bool(figures) and self._have_periods(asked)
        return True

    def _is_heading(self, row: Row, column: int) -> bool:
        text = text_of(cell_at(row, column))
        above = [text_of(cell_at(each, column)) for each in self.head]
        return not text or text in above or is_side_heading(text)

    def _is_complete(self, columns: Sequence[int]) -> bool:
        """Whether headings tell columns apart already."""
        over = [tuple(text_of(cell_at(each, c)) for each in self.head) for c in columns]
        return all(any(texts) for texts in over) and len(set(over)) == len(over)

    def _have_periods(self, columns: Sequence[int]) -> bool:
        """Whether headings say already which periods figures are of."""
        return any(
            self.kinds.is_heading_of_period(cell_at(row, column))
            for row in self.head
            for column in columns
        )


def _is_pair(row: Row) -> bool:
    return len(told(row)) == _PAIR and not is_blank(row.cells[0])


def _is_of_legend(row: Row) -> bool:
    """Whether a row is a pair with a colon or a blank between, such as `Enhed: antal`."""
    columns = told(row)
    if len(columns) != _PAIR:
        return False
    return columns[1] > columns[0] + 1 or text_of(row.cells[columns[0]]).endswith(":")


# ------------------------------------------------------------------ rows


def _body(rows: Sequence[Row], finder: _Finder, kinds: Kinds) -> list[Row]:
    """The rows of a table without what a new page repeats, and without footnotes."""
    again = [*finder.head, *finder.titles]
    end = next((place for place, row in enumerate(rows) if _explains(row)), len(rows))
    kept = [row for row in rows[:end] if not any(_same(row, each) for each in again)]
    while kept and _is_footnote(kept, kinds):
        kept.pop()
    return kept


def _explains(row: Row) -> bool:
    """Whether a row begins the list of signs below a table."""
    return len(words(row)) == 1 and _OF_SIGNS.match(next(iter(words(row)))) is not None


def _same(row: Row, other: Row) -> bool:
    return list(map(text_of, row.cells)) == list(map(text_of, other.cells))


def _is_footnote(rows: Sequence[Row], kinds: Kinds) -> bool:
    """Whether the last row says something of the table, and is not one of its rows."""
    last = rows[-1]
    if any(map(kinds.is_figure, last.cells)):
        return False
    first = text_of(last.cells[told(last)[0]])
    return len(words(last)) == 1 or _gap(rows, len(rows) - 1) or bool(_FOOTNOTE.match(first))


def _is_footnote_of_tidy(rows: Sequence[Row], kinds: Kinds) -> bool:
    """Whether the last row of a table with one figure a row is none; a row may lack its figure."""
    last = rows[-1]
    if any(map(kinds.is_figure, last.cells)):
        return False
    alone = len(told(last)) == 1 and (len(last.cells) == 1 or _gap(rows, len(rows) - 1))
    return alone or bool(_FOOTNOTE.match(text_of(last.cells[told(last)[0]])))


def _next_table(rows: Sequence[Row], data: int, head: Sequence[Row], kinds: Kinds) -> int:
    """Where another table begins: with its titles, or where it has none its headings."""
    begins: int | None = None
    for place in range(data + 1, len(rows)):
        row = rows[place]
        if len(words(row)) == 1 and not any(map(kinds.is_figure, row.cells)):
            begins = place if begins is None else begins
        elif any(_same(row, each) for each in head):
            if begins is not None and _gap(rows, begins):
                return begins  # a title over the same headings: another table, and no new page
        elif (begins is not None or _gap(rows, place)) and _begins(rows, place, head, kinds):
            return place if begins is None else begins
        else:
            begins = None
    return len(rows)


def _begins(rows: Sequence[Row], place: int, head: Sequence[Row], kinds: Kinds) -> bool:
    """Whether a row has the headings of another table: words over figures, or periods in order."""
    row = rows[place]
    figures = [cell for cell in row.cells if kinds.is_figure(cell)]
    if not figures:
        below = next((each for each in rows[place + 1 :] if len(words(each)) > 1), None)
        return below is not None and any(
            kinds.is_figure(cell_at(below, column)) for column in told(row)[1:]
        )
    periods = [kinds.period(cell) for cell in figures]
    known = [period for period in periods if period is not None]
    if len(known) < len(periods):
        return False
    steps = {b.index - a.index for a, b in pairwise(known)}
    first = min(min(told(each)) for each in (*head, row))
    own = text_of(cell_at(row, first))
    like = not own or is_side_heading(own) or own == heading_of(tuple(head), first)
    in_order = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return (like and in_order) or (len(known) > _PAIR and len(steps) == 1 and 0 not in steps)

"""What a paper says of an agreement in one area, section by section."""

from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.publishing import charts
from tryghed_dsl.publishing.blocks import (
    Block,
    Grid,
    GridRow,
    Heading,
    Paragraph,
    Passage,
    Picture,
    marked,
    named,
    plain,
    strong,
)
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.status.model import GoalPart, Row, Status, TargetPart
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words as Say

# Every column that the table of targets can have, with its width; the verdict's is the third.
_COLUMNS = (
    ("Target", 33),
    ("Clause", 15),
    ("Verdict", 23),
    ("Value", 13),
    ("Held against", 17),
    ("Difference", 25),
    ("Since last", 25),
    ("Since the baseline", 26),
    ("How sure", 18),
)
_ALWAYS = (0, 2)


class Sections:
    """The sections of one report.

    Args:
        status: the report.
        theme: the look of its charts.
        level: of the headings of its sections.
    """

    def __init__(self, status: Status, theme: Theme, level: int = 1) -> None:
        self._status = status
        self._theme = theme
        self._level = level
        self._say = Say(status.language)

    def _heading(self, text: str) -> Heading:
        return Heading(self._level, plain(self._say(text)))

    # ------------------------------------------------------------------ the table of targets

    def table(self) -> Grid:
        """The targets, a row each."""
        cells = {part.row.name: self._cells(part.row) for part in self._status.targets}
        used = [
            column
            for column in range(len(_COLUMNS))
            if column in _ALWAYS or any(row[column] for row in cells.values())
        ]
        rows: list[GridRow] = []
        for goal in self._status.goals:
            title = self._goal_title(goal)
            if title:
                rows.append(GridRow((title,), across=True))
            for part in goal.targets:
                told = cells[part.row.name]
                rows.append(GridRow(tuple(told[column] for column in used)))
        return Grid(
            tuple(self._say(_COLUMNS[column][0]) for column in used),
            tuple(_COLUMNS[column][1] for column in used),
            tuple(rows),
        )

    def _cells(self, row: Row) -> tuple[Passage, ...]:
        numbers = (row.value, row.target, row.difference, row.since_last, row.since_start)
        return (
            plain(row.title),
            plain(row.clause),
            marked(row.mark),
            *map(plain, numbers),
            plain(row.certainty),
        )

    def _goal_title(self, goal: GoalPart) -> Passage:
        title = goal.title or (self._say("Other targets") if len(self._status.goals) > 1 else "")
        if not title:
            return ()
        verdict = () if goal.mark is None else marked(goal.mark)
        return (*strong(named(title) if verdict else title), *verdict)

    # ------------------------------------------------------------------ each target

    def goals(self) -> Iterator[Block]:
        """Each goal, with a chart and a paragraph for each of its targets."""
        for goal in self._status.goals:
            yield from self._goal(goal)

    def _goal(self, goal: GoalPart) -> Iterator[Block]:
        yield Heading(self._level, self._goal_title(goal) or plain(self._say("Targets")))
        for part in goal.targets:
            yield from self._target(part)

    def _target(self, part: TargetPart) -> Iterator[Block]:
        yield Heading(self._level + 1, (*plain(named(part.row.title)), *marked(part.row.mark)))
        if part.chart is not None:
            yield Picture(charts.drawn(part.chart, self._theme))
        yield Paragraph(plain(" ".join(part.sentences)))
        if part.quote:
            yield Paragraph(plain(f"“{readable(part.quote)}”"), "quote")

    # ------------------------------------------------------------------ what else there is

    def watched(self) -> Iterator[Block]:
        """What is followed and not judged."""
        if self._status.watched:
            yield self._heading("Only watched")
        for part in self._status.watched:
            told = (*strong(named(part.row.title)), *plain(" ".join(part.sentences)))
            yield Paragraph(told, "point")

    def wanting(self) -> Iterator[Block]:
        """The figures that are missing."""
        if not self._status.wanting:
            return
        yield self._heading("Could not be judged")
        rows = (
            (each.figure, each.ask, "; ".join(map(readable, each.targets)))
            for each in self._status.wanting
        )
        yield self._grid((("Missing figure", 5), ("Ask", 4), ("For", 4)), rows)

    # ------------------------------------------------------------------ the full report

    def rules(self) -> Iterator[Block]:
        """Each target as the spec has it."""
        yield self._heading("The rule of each target")
        for part in (*self._status.targets, *self._status.watched):
            yield Paragraph((*strong(named(part.row.title)), *plain(part.wording)), "point")

    def figures(self) -> Iterator[Block]:
        """Every figure used."""
        if not self._status.figures:
            return
        yield self._heading("Figures used")
        rows = (
            (each.title, each.area, each.period, each.value, each.flags, each.origin)
            for each in self._status.figures
        )
        columns = (
            ("Figure", 38),
            ("Area", 30),
            ("Period", 17),
            ("Value", 19),
            ("Flags", 22),
            ("Origin", 54),
        )
        yield self._grid(columns, rows)

    def _grid(self, columns: tuple[tuple[str, float], ...], rows: Iterable[Sequence[str]]) -> Grid:
        return Grid(
            tuple(self._say(name) for name, _ in columns),
            tuple(width for _, width in columns),
            tuple(GridRow(tuple(plain(text) for text in row)) for row in rows),
        )

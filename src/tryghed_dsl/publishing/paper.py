"""A status report as a paper for a committee: what stands in it, and in which order.

Every format that is printed lays out the same blocks.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from tryghed_dsl.publishing.blocks import (
    Block,
    Grid,
    GridRow,
    Heading,
    Paragraph,
    Passage,
    Picture,
    Piece,
    marked,
    named,
    plain,
    strong,
)
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.status.model import Change, GoalPart, Row, Status, TargetPart
from tryghed_dsl.status.words import Words as Say
from tryghed_dsl.text.language import Language

# Papers say nothing of when they were made: the same report is the same file.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
TAGS = {Language.DA: "da-DK", Language.EN: "en-GB"}

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


def paper(status: Status) -> tuple[Block, ...]:
    """The blocks of a paper."""
    return tuple(_Paper(status).blocks())


def running_title(status: Status) -> str:
    """What stands at the foot of every page."""
    return readable(f"{status.agreement} · {status.title}")


class _Paper:
    def __init__(self, status: Status) -> None:
        self._status = status
        self._say = Say(status.language)

    def blocks(self) -> Iterator[Block]:
        yield from self._beginning()
        yield from self._overview()
        for goal in self._status.goals:
            yield from self._goal(goal)
        yield from self._watched()
        yield from self._wanting()
        yield from self._changes()
        yield from self._grounds()
        if self._status.full:
            yield from self._rules()
            yield from self._figures()

    def _heading(self, text: str, **blanks: object) -> Heading:
        return Heading(1, plain(self._say(text, **blanks)))

    def _beginning(self) -> Iterator[Block]:
        status = self._status
        yield Heading(0, plain(status.title))
        yield Paragraph(plain(status.agreement), "under")
        facts: list[Piece] = []
        for name, value in status.facts:
            parted = ("·",) if facts else ()
            facts += [*map(Piece, parted), *strong(named(name)), *plain(value)]
        yield Paragraph(tuple(facts))
        for text in status.introduction:
            yield Paragraph(plain(text))

    def _overview(self) -> Iterator[Block]:
        status = self._status
        yield self._heading("Overall")
        yield Paragraph((*marked(status.mark, ":"), *plain(status.summary)))
        if status.targets:
            yield self._heading("Targets")
            yield self._table()

    # ------------------------------------------------------------------ the table of targets

    def _table(self) -> Grid:
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

    def _goal(self, goal: GoalPart) -> Iterator[Block]:
        yield Heading(1, self._goal_title(goal) or plain(self._say("Targets")))
        for part in goal.targets:
            yield from self._target(part)

    def _target(self, part: TargetPart) -> Iterator[Block]:
        yield Heading(2, (*plain(named(part.row.title)), *marked(part.row.mark)))
        if part.chart is not None:
            yield Picture(part.chart)
        yield Paragraph(plain(" ".join(part.sentences)))
        if part.quote:
            yield Paragraph(plain(f"“{readable(part.quote)}”"), "quote")

    # ------------------------------------------------------------------ what else there is

    def _watched(self) -> Iterator[Block]:
        if self._status.watched:
            yield self._heading("Only watched")
        for part in self._status.watched:
            told = (*strong(named(part.row.title)), *plain(" ".join(part.sentences)))
            yield Paragraph(told, "point")

    def _wanting(self) -> Iterator[Block]:
        if not self._status.wanting:
            return
        yield self._heading("Could not be judged")
        rows = (
            (each.figure, each.ask, "; ".join(map(readable, each.targets)))
            for each in self._status.wanting
        )
        yield self._grid((("Missing figure", 5), ("Ask", 4), ("For", 4)), rows)

    def _changes(self) -> Iterator[Block]:
        status = self._status
        if status.since is None:
            return
        title = "What has changed in the targets since {period}"
        yield self._heading(title, period=status.since)
        if not status.changes:
            yield Paragraph(plain(self._say("Nothing has changed.")))
        for change in status.changes:
            yield Paragraph(tuple(self._changed(change)), "point")

    def _changed(self, change: Change) -> Iterator[Piece]:
        yield from strong(named(change.title))
        yield from plain(f"{change.kind}.")
        for name, text in (
            ("Before", change.old),
            ("Now", change.new),
            ("Because", change.because),
        ):
            if text:
                yield from strong(named(self._say(name)))
                yield from plain(text)

    def _grounds(self) -> Iterator[Block]:
        yield self._heading("Method and sources")
        for text in self._status.method:
            yield Paragraph(plain(text))
        for text in self._status.sources:
            yield Paragraph(plain(text), "point")

    # ------------------------------------------------------------------ the full report

    def _rules(self) -> Iterator[Block]:
        yield self._heading("The rule of each target")
        for part in (*self._status.targets, *self._status.watched):
            yield Paragraph((*strong(named(part.row.title)), *plain(part.wording)), "point")

    def _figures(self) -> Iterator[Block]:
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

    def _grid(self, columns: tuple[tuple[str, float], ...], rows: Iterator[Sequence[str]]) -> Grid:
        return Grid(
            tuple(self._say(name) for name, _ in columns),
            tuple(width for _, width in columns),
            tuple(GridRow(tuple(plain(text) for text in row)) for row in rows),
        )

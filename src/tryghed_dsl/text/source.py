"""A text with a name, and places in it."""

import unicodedata
from bisect import bisect_right
from dataclasses import field
from functools import cached_property

from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Source:
    """A text and the name it goes by, usually its path.

    The text is held with single line feeds and composed letters (NFC), so that `å` is one
    letter however it was typed; places refer to the text so held. `given` is the text as it
    was typed.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.given = text
        ended = text.replace("\r\n", "\n").replace("\r", "\n")
        self.text = unicodedata.normalize("NFC", ended)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def place(self, offset: int) -> Place:
        """The line and column of an offset; offsets past the end count as the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line counted from 1, without its end; empty past the last."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]


class Piece(Source):
    """A stretch of another source, with offsets of its own.

    What was read from it stays as it is when the other text is edited elsewhere: only where the
    piece lies is then told anew.

    Attributes:
        whole: the source that it lies in.
        start: the offset at which it starts there.
    """

    def __init__(self, whole: Source, start: int, end: int) -> None:
        super().__init__(whole.name, whole.text[start:end])
        self.whole, self.start = whole, start

    def moved(self, whole: Source, start: int) -> "Piece":
        """The same piece, which now lies elsewhere."""
        self.name, self.whole, self.start = whole.name, whole, start
        return self

    def place(self, offset: int) -> Place:
        """The line and column in the source that it lies in."""
        return self.whole.place(self.start + offset)

    def line(self, number: int) -> str:
        """A line of the source that it lies in."""
        return self.whole.line(number)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source, from `start` up to and not including `end`."""

    source: Source = field(repr=False)
    start: int
    end: int

    def to(self, other: "Span") -> "Span":
        """The stretch from the start of this span to the end of another."""
        return Span(self.source, self.start, other.end)

    @property
    def text(self) -> str:
        """The words that stand there."""
        return self.source.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where it starts."""
        return self.source.place(self.start)

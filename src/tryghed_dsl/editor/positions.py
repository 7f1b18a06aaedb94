"""Offsets in a text as it is held, and lines and columns of that text as it was typed.

An editor counts in the text that it shows, whose lines may end in two letters and whose `å` may be
two; and it counts a letter outside the basic plane as two units (UTF-16), or by its bytes (UTF-8).
The text is held with single line feeds and composed letters. Line ends never compose with
anything, so that lines are the same in both; inside a line only few differ at all.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cached_property

from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Source

_LINE_END = re.compile(r"\r\n|\r|\n")
_BASIC_PLANE = 0xFFFF
# Letters of Hangul that join the one before them though they are no marks.
_JOINING = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class Position:
    """A place as an editor tells it: line and column from 0, the column in the editor's units."""

    line: int
    column: int


def _utf16(text: str) -> int:
    return len(text) + sum(ord(letter) > _BASIC_PLANE for letter in text)


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


# How many units a text has, by the encoding that an editor counts in.
UNITS: Mapping[str, Callable[[str], int]] = {"utf-16": _utf16, "utf-8": _utf8, "utf-32": len}


class Positions:
    """The places of one text, in the units of an editor."""

    def __init__(self, source: Source, units: str = "utf-16") -> None:
        self._source = source
        self._count = UNITS[units]

    @cached_property
    def _typed(self) -> list[str]:
        """The lines as they were typed, without their ends."""
        return _LINE_END.split(self._source.given)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts in the text as it is held."""
        starts, text = [0], self._source.text
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        return starts

    def at(self, offset: int) -> Position:
        """The position of an offset; one past the end is the end."""
        offset = max(0, min(offset, len(self._source.text)))
        line = bisect_right(self._starts, offset) - 1
        typed = self._typed[line]
        held = offset - self._starts[line]
        if typed.isascii():
            return Position(line, held)
        return Position(line, self._count(typed[: _typed_length(typed, held)]))

    def offset(self, position: Position) -> int:
        """The offset of a position; one behind a line's end is the line's end."""
        if position.line < 0:
            return 0
        if position.line >= len(self._starts):
            return len(self._source.text)
        typed = self._typed[position.line]
        start = self._starts[position.line]
        column = max(0, position.column)
        if typed.isascii():
            return start + min(column, len(typed))
        return start + _held_length(typed, self._letters(typed, column))

    @property
    def end(self) -> Position:
        """The end of the text."""
        return Position(len(self._typed) - 1, self._count(self._typed[-1]))

    def _letters(self, typed: str, column: int) -> int:
        """How many letters of a line stand before a column; one between two halves is before."""
        units = 0
        for index, letter in enumerate(typed):
            units += self._count(letter)
            if units > column:
                return index
        return len(typed)


def _typed_length(typed: str, held: int) -> int:
    """How much of a line was typed for the first letters of it as it is held."""
    if unicodedata.is_normalized("NFC", typed):
        return held
    here = 0
    for start, end in _clusters(typed):
        here += len(unicodedata.normalize("NFC", typed[start:end]))
        if here > held:
            return start
    return len(typed)


def _held_length(typed: str, letters: int) -> int:
    """How much is held of the first letters of a line as it was typed."""
    if unicodedata.is_normalized("NFC", typed):
        return letters
    here = 0
    for start, end in _clusters(typed):
        if end > letters:
            return here
        here += len(unicodedata.normalize("NFC", typed[start:end]))
    return here


def _clusters(typed: str) -> list[tuple[int, int]]:
    """A line in parts that do not compose with each other, each by its start and end."""
    starts = [index for index, letter in enumerate(typed) if not index or _begins(letter)]
    return list(zip(starts, [*starts[1:], len(typed)], strict=True))


def _begins(letter: str) -> bool:
    return not unicodedata.category(letter).startswith("M") and ord(letter) not in _JOINING

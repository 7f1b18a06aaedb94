"""A text that is read again and again while it is edited: what has not changed is kept.

It is cut where a statement starts that only a file can hold, such as an indicator or a goal: all
that is open ends there. It is also cut before other lines that no block is round. So the pieces
can be read one by one. A piece that was there before, letter for letter, has its tree already;
only where it lies is told anew.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import cast

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.lines import left_open
from tryghed_dsl.syntax.nodes import Damaged
from tryghed_dsl.syntax.parse import parse_lines, with_lines
from tryghed_dsl.text.source import Piece, Source, Span

# How such a statement begins; `starts.opens_a_file_statement` takes all that this finds.
_START = re.compile(
    r"^(?:agreement|source|indicator|benchmark|goal|test|revises|use|areas|indicators|let|condition"
    r"|replace|retire)[ \t]+(?!(?:in|between|per|for|over|among)\b)[^\W\d\n]",
    re.MULTILINE,
)
# What decides how many braces are open behind a line.
_BRACES = re.compile(r'#.*|"[^"\n]*"|`[^`\n]*`|[{}]')
# What stands in quotes or behind a `#`, and the brackets in the rest.
_QUOTED = re.compile(r'#.*|"[^"\n]*"|`[^`\n]*`')
_BRACKET = re.compile(r"[][(){}]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
# Quotes that are not closed, or are not the language's own.
_ODD = re.compile("[\"`“”„‟«»'‘’‚#]")
# A long goal whose braces stand as `fmt` puts them.
_FILE_LINE, _GOAL_LINE, _LONG = "file_line", "goal_line", 2_000
_GOAL = re.compile(r"goal\b[^\n{}#]*(?P<open>\{[ \t]*\n)(?P<body>.*\n)\}\s*\Z", re.DOTALL)
_BRACKETS_AMISS = frozenset({"E004", "E012", "E013", "E022"})
_ENDING = (")", "]", "}", "%")
# Nested so deep that the whole text is given up; and the text then has to be read as a whole.
_TOO_DEEP = "E004"
# So many pieces may go on in each other; the rest of the text is then one.
_MOST_JOINED = 20
# How lines begin that start no statement; of the empty ones the beginning is no letter at all.
_NO_START = ("", " ", "\t", "}", "{", ")", "]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one piece.

    Attributes:
        goes_on: whether its last line goes on in the next piece, and it cannot stand alone.
        inside: whether a brace is open at its end; only a statement of a file then ends it.
        parts: of a long goal the pieces of it that were read one by one, in their order.
    """

    piece: Piece
    nodes: tuple[nodes.Node, ...]
    damaged: Damaged
    found: tuple[Finding, ...]
    goes_on: bool = False
    inside: bool = False
    parts: "tuple[Reading, ...]" = ()

    @property
    def whole(self) -> bool:
        """Whether every line of it could be read."""
        return not errors(self.found)

    def moved(self, source: Source, start: int) -> None:
        """Tell where it now lies, and its parts with it."""
        by = start - self.piece.start
        for part in self.parts:
            part.piece.moved(source, part.piece.start + by)
        self.piece.moved(source, start)


class Pieces:
    """The pieces of one text, as it was read last.

    Attributes:
        readings: what was read of each, in their order.
    """

    def __init__(self) -> None:
        self._kept = _Kept({})
        self.readings: tuple[Reading, ...] = ()

    @property
    def parts(self) -> Iterator[Reading]:
        """What was read of each piece; of a long goal of each of its parts."""
        for reading in self.readings:
            yield from reading.parts or (reading,)

    def parse(self, source: Source) -> tuple[nodes.File, list[Finding]]:
        """Parse a text as `parse` does; what was there the last time is not read again."""
        kept = _Kept(self._kept.now)
        read = _read(source, kept)
        if any(finding.code == _TOO_DEEP for each in read for finding in each.found):
            read = [_reading(Piece(source, 0, len(source.text)), _FILE_LINE)]
        self._kept, self.readings = kept, tuple(read)
        return _joined(source, read), [finding for each in read for finding in each.found]


class _Kept:
    """What was read the last time, and what is read this time, by the rule and the text."""

    def __init__(self, before: "dict[tuple[str, str, int], Reading]") -> None:
        self._before = before
        self._seen = Counter[tuple[str, str]]()
        self._parts = Counter[str]()
        self._used = set[int]()
        self.now: dict[tuple[str, str, int], Reading] = {}

    def reading(self, source: Source, start: int, end: int, rule: str) -> Reading:
        """What a stretch says; texts that are alike are told from each other by their order."""
        text = source.text[start:end]
        key = (rule, text, self._seen[rule, text])
        self._seen[rule, text] += 1
        known = self._before.get(key)
        if known is None or not self._is_free(known):
            known = self._goal(source, start, end, rule) or _reading(
                Piece(source, start, end), rule
            )
        self._use(known)
        self.now[key] = known
        return known

    def _is_free(self, known: Reading) -> bool:
        """Whether neither it nor a part of it stands for another stretch already."""
        return all(id(each) not in self._used for each in (known, *known.parts))

    def _use(self, reading: Reading) -> None:
        self._used.update(id(each) for each in (reading, *reading.parts))
        for part in reading.parts:
            text = part.piece.text
            self.now.setdefault((_GOAL_LINE, text, self._parts[text]), part)
            self._parts[text] += 1

    # -------------------------------------------------------------- long goals

    def _goal(self, source: Source, start: int, end: int, rule: str) -> Reading | None:
        """A long goal, its lines read one by one; None where it is none, or not plainly closed."""
        shape = _GOAL.match(source.text, start, end)
        if rule != _FILE_LINE or end - start < _LONG or shape is None:
            return None
        head = _reading(Piece(source, start, shape.start("open")), _FILE_LINE)
        lines = self._lines(source, *shape.span("body"))
        if lines is None or head.found or not _is_goal(head):
            return None
        opening, closing = (
            _nothing(Piece(source, *span))
            for span in (shape.span("open"), (shape.end("body"), end))
        )
        inner = [node for line in lines for node in line.nodes]
        goal = with_lines(cast("nodes.Goal", head.nodes[0]), inner)
        return Reading(
            Piece(source, start, end),
            (goal,),
            Damaged.together(line.damaged for line in lines),
            tuple(finding for line in lines for finding in line.found),
            parts=(head, opening, *lines, closing),
        )

    def _lines(self, source: Source, start: int, end: int) -> list[Reading] | None:
        """The lines of a goal; None where a bracket in them is amiss."""
        found, first = list[Reading](), start
        for last in (*_line_starts(source.text, start, end), end):
            if last == first:
                continue
            reading = self.reading(source, first, last, _GOAL_LINE)
            if any(finding.code in _BRACKETS_AMISS for finding in reading.found):
                return None
            if reading.goes_on or reading.inside:
                return None
            reading.moved(source, first)
            found.append(reading)
            first = last
        return found


def _is_goal(head: Reading) -> bool:
    return len(head.nodes) == 1 and isinstance(head.nodes[0], nodes.Goal)


def _line_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the lines of a block start that stand in no block of their own."""
    depth, offset, goes_on = 0, start, False
    for line in text[start:end].split("\n"):
        if depth == 0 and not goes_on and line.lstrip()[:1] not in _NO_START:
            yield offset
        depth += _deeper(line)
        bare = _QUOTED.sub(_stand_in, line).rstrip()
        goes_on = bool(bare) and not _ends_plainly(bare)
        offset += len(line) + 1


def _read(source: Source, kept: _Kept) -> list[Reading]:
    read, start, joined = list[Reading](), 0, 0
    for each, closes in _ends(source.text):
        end = each if joined < _MOST_JOINED else len(source.text)
        reading = kept.reading(source, start, end, _FILE_LINE)
        is_whole = not reading.goes_on and (closes or not reading.inside)
        joined = 0 if is_whole else joined + 1
        if not is_whole and end < len(source.text):
            continue
        reading.moved(source, start)
        read.append(reading)
        start = end
        if end == len(source.text):
            break
    return read


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Where the pieces of a text end, and whether what follows ends all that is open."""
    starts = {match.start() for match in _START.finditer(text)}
    depth, offset = 0, 0
    for line in text.split("\n"):
        if offset in starts:
            depth = 0
        if offset and (offset in starts or (depth == 0 and line[:1] not in _NO_START)):
            yield offset, offset in starts
        depth = max(0, depth + _deeper(line))
        offset += len(line) + 1
    yield len(text), True


def _deeper(line: str) -> int:
    """How many more braces are open behind a line than before it."""
    if "{" not in line and "}" not in line:
        return 0
    found = _BRACES.findall(line)
    return found.count("{") - found.count("}")


def _reading(piece: Piece, rule: str) -> Reading:
    goes_on, inside = (False, False) if _is_closed(piece.text) else left_open(piece)
    made, found, damaged = parse_lines(piece, rule)
    return Reading(piece, tuple(made), damaged, tuple(found), goes_on, inside)


def _nothing(piece: Piece) -> Reading:
    """A piece of signs that say nothing by themselves."""
    return Reading(piece, (), Damaged(), ())


def _stand_in(quoted: re.Match[str]) -> str:
    """A letter for words in quotes, and nothing for a comment."""
    return "" if quoted.group().startswith("#") else "x"


def _is_closed(text: str) -> bool:
    """Whether it is plain to see that nothing is open at the end of a text; most are so."""
    bare = _QUOTED.sub(_stand_in, text).rstrip()
    if not _ends_plainly(bare):
        return not bare
    opened = list[str]()
    for sign in _BRACKET.findall(bare):
        if sign in _PAIRS:
            opened.append(_PAIRS[sign])
        elif not opened or opened.pop() != sign:
            return False
    return not opened


def _ends_plainly(bare: str) -> bool:
    """Whether words without quotes and comments end in a way that nothing follows."""
    return not _ODD.search(bare) and (bare[-1:].isalnum() or bare[-1:] in _ENDING)


def _joined(source: Source, read: list[Reading]) -> nodes.File:
    return nodes.File(
        tuple(cast("nodes.Statement", node) for each in read for node in each.nodes),
        Damaged.together(each.damaged for each in read),
        whole=all(each.whole for each in read),
        span=Span(source, 0, len(source.text)),
    )

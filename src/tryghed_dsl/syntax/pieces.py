"""A text that is read again and again while it is edited: what has not changed is kept.

It is cut where a statement starts that only a file can hold, such as an indicator or a goal: all
that is open ends there. It is also cut before other lines that no block is round. So the pieces
can be read one by one. A piece that was there before, letter for letter, has its tree already;
only where it lies is told anew.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.lines import left_open
from tryghed_dsl.syntax.parse import parse
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
_ENDING = (")", "]", "}", "%")
# Nested so deep that the whole text is given up; and the text then has to be read as a whole.
_TOO_DEEP = "E004"
# So many pieces may go on in each other; the rest of the text is then one.
_MOST_JOINED = 20
# How lines begin that start no statement; of the empty ones the beginning is no letter at all.
_NO_START = ("", " ", "\t", "}", "{", "#", ")", "]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one piece.

    Attributes:
        goes_on: whether its last line goes on in the next piece, and it cannot stand alone.
        inside: whether a brace is open at its end; only a statement of a file then ends it.
    """

    piece: Piece
    tree: nodes.File
    found: tuple[Finding, ...]
    goes_on: bool
    inside: bool


class Pieces:
    """The pieces of one text, as it was read last.

    Attributes:
        readings: what was read of each, in their order.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Reading] = {}
        self.readings: tuple[Reading, ...] = ()

    def parse(self, source: Source) -> tuple[nodes.File, list[Finding]]:
        """Parse a text as `parse` does; what was there the last time is not read again."""
        read = self._read(source)
        if any(finding.code == _TOO_DEEP for each in read for finding in each.found):
            whole = Piece(source, 0, len(source.text))
            read = [Reading(whole, *_parsed(whole), goes_on=False, inside=False)]
        self.readings = tuple(read)
        return _joined(source, read), [finding for each in read for finding in each.found]

    def _read(self, source: Source) -> list[Reading]:
        read, kept, seen = list[Reading](), dict[tuple[str, int], Reading](), Counter[str]()
        start, joined = 0, 0
        for each, closes in _ends(source.text):
            end = each if joined < _MOST_JOINED else len(source.text)
            text = source.text[start:end]
            key = (text, seen[text])
            reading = self._kept.get(key) or _reading(Piece(source, start, end))
            kept[key] = reading
            seen[text] += 1
            is_whole = not reading.goes_on and (closes or not reading.inside)
            joined = 0 if is_whole else joined + 1
            if not is_whole and end < len(source.text):
                continue
            reading.piece.moved(source, start)
            read.append(reading)
            start = end
            if end == len(source.text):
                break
        self._kept = kept
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


def _reading(piece: Piece) -> Reading:
    goes_on, inside = (False, False) if _is_closed(piece.text) else left_open(piece)
    return Reading(piece, *_parsed(piece), goes_on, inside)


def _stand_in(quoted: re.Match[str]) -> str:
    """A letter for words in quotes, and nothing for a comment."""
    return "" if quoted.group().startswith("#") else "x"


def _is_closed(text: str) -> bool:
    """Whether it is plain to see that nothing is open at the end of a text; most are so."""
    bare = _QUOTED.sub(_stand_in, text).rstrip()
    if _ODD.search(bare) or not (bare[-1:].isalnum() or bare[-1:] in _ENDING):
        return False
    opened = list[str]()
    for sign in _BRACKET.findall(bare):
        if sign in _PAIRS:
            opened.append(_PAIRS[sign])
        elif not opened or opened.pop() != sign:
            return False
    return not opened


def _parsed(piece: Piece) -> tuple[nodes.File, tuple[Finding, ...]]:
    tree, found = parse(piece)
    return tree, tuple(found)


def _joined(source: Source, read: list[Reading]) -> nodes.File:
    return nodes.File(
        tuple(statement for each in read for statement in each.tree.statements),
        frozenset[str]().union(*(each.tree.damaged for each in read)),
        whole=all(each.tree.whole for each in read),
        span=Span(source, 0, len(source.text)),
    )

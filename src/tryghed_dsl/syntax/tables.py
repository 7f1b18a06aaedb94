"""The parser's tables as a text file: what may follow where, and what a rule makes of its parts.

The file is plain text, one state or rule a line, so that no version of Python or of a library
decides whether it can be read, and nothing in it can be run. A line is taken apart when the
parser first comes to it: most specs need a tenth of the states.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from tryghed_dsl.records import dataclass

# Of a state: by the name of a terminal or rule the state to go to or, below zero, the rule read.
Row = Mapping[str, int]
_Made = TypeVar("_Made")
_NOTHING = "-"
_BETWEEN = "\n\n---\n\n"


@dataclass(frozen=True, slots=True)
class Rule:
    """One alternative of a rule of the grammar.

    Attributes:
        origin: the rule.
        maker: the name of what makes its node; empty where its parts go to the rule above.
        size: how many symbols it has.
        parts: for each part the place of its symbol; None where something was left out, and
            below zero, counted from -1, where the symbol's own parts stand for it. Empty where
            the symbols are the parts.
        passed_on: whether a single part is passed on as it is.
    """

    origin: str
    maker: str
    size: int
    parts: tuple[int | None, ...]
    passed_on: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """What the parser goes by.

    Attributes:
        grammar: a sum of the grammar that the tables were made of.
        words: the terminals by the words and signs that they stand for.
        starts: the first and the last state for each rule that a line can be read from.
        rules: the rules by their numbers.
        rows: the states by their numbers.
    """

    grammar: str
    words: Mapping[str, str]
    starts: Mapping[str, tuple[int, int]]
    rules: Mapping[int, Rule]
    rows: Mapping[int, Row]


class _Lines(dict[int, _Made]):
    """Lines by their numbers, each taken apart when it is first asked for."""

    def __init__(self, lines: Sequence[str], read: Callable[[list[str]], _Made]) -> None:
        self._lines, self._read = lines, read

    def __missing__(self, number: int) -> _Made:
        made = self[number] = self._read(self._lines[number].split())
        return made


def read_tables(text: str) -> Tables:
    """The tables from their text."""
    grammar, words, starts, rules, rows = (part.splitlines() for part in text.split(_BETWEEN))
    return Tables(
        grammar[0],
        {word: terminal for word, terminal in map(str.split, words)},  # noqa: C416 -- for the types
        {name: (int(first), int(last)) for name, first, last in map(str.split, starts)},
        _Lines(rules, _rule),
        _Lines(rows, _row),
    )


def written(tables: Tables) -> str:
    """The text of tables."""
    words = [f"{word} {terminal}" for word, terminal in sorted(tables.words.items())]
    starts = [f"{rule} {first} {last}" for rule, (first, last) in tables.starts.items()]
    rules = [_rule_line(rule) for _, rule in sorted(tables.rules.items())]
    rows = [_row_line(row) for _, row in sorted(tables.rows.items())]
    return _BETWEEN.join("\n".join(part) for part in ([tables.grammar], words, starts, rules, rows))


def _rule(words: Sequence[str]) -> Rule:
    origin, maker, size, passed_on, *parts = words
    return Rule(
        origin,
        "" if maker == _NOTHING else maker,
        int(size),
        tuple(None if part == _NOTHING else int(part) for part in parts),
        passed_on == "1",
    )


def _rule_line(rule: Rule) -> str:
    parts: Iterable[object] = (_NOTHING if part is None else part for part in rule.parts)
    start = (rule.origin, rule.maker or _NOTHING, rule.size, int(rule.passed_on))
    return " ".join(map(str, (*start, *parts)))


def _row(words: Sequence[str]) -> Row:
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


def _row_line(row: Row) -> str:
    return " ".join(f"{name} {number}" for name, number in row.items())

"""The parser: goes by its tables from token to token, and makes nodes as it goes.

No tree of rules is ever built. The state that the parser is in decides which words are keywords
(keywords.py).
"""

from collections.abc import Callable, Sequence
from typing import Any

from tryghed_dsl.syntax.keywords import Keywords, Lexeme
from tryghed_dsl.syntax.scanner import Token
from tryghed_dsl.syntax.tables import Rule, Tables

_END = "$END"
_Maker = Callable[[list[Any]], Any]


class Unexpected(Exception):  # noqa: N818 -- a mistake in a spec, told as a finding
    """A line that cannot be read on.

    Attributes:
        index: the place of the token at which it cannot; None at the line's end.
        possible: the terminals that could have stood there.
    """

    def __init__(self, index: int | None, possible: tuple[str, ...]) -> None:
        super().__init__(index, possible)
        self.index, self.possible = index, possible


class Parser:
    """Reads lines, each from the rule for lines of its block.

    Args:
        tables: what to go by.
        builder: has a method for each maker of the rules, which takes the rule's parts.
    """

    def __init__(self, tables: Tables, builder: object) -> None:
        self._tables = tables
        self._keywords = Keywords(tables.words)
        self._builder = builder
        self._makers: dict[str, _Maker] = {"": _as_they_are}

    def parse(self, tokens: Sequence[Token], start: str) -> Any:
        """What the builder makes of a line.

        Raises:
            Unexpected: the line cannot be read.
        """
        states, made = self._read(tokens, start)
        rows, last = self._tables.rows, self._tables.starts[start][1]
        while states[-1] != last:
            to = rows[states[-1]].get(_END)
            if to is None:
                raise Unexpected(None, self._possible(states))
            self._reduce(~to, states, made)
        return made[-1]

    def possible(self, start: str) -> tuple[str, ...]:
        """The terminals that a line can begin with."""
        return self._possible([self._tables.starts[start][0]])

    def possible_behind(self, tokens: Sequence[Token], start: str) -> tuple[str, ...]:
        """The terminals that can follow the beginning of a line.

        Raises:
            Unexpected: the beginning itself cannot be read.
        """
        return self._possible(self._read(tokens, start)[0])

    # -------------------------------------------------------------- reading

    def _read(self, tokens: Sequence[Token], start: str) -> tuple[list[int], list[Any]]:
        """The states that some tokens lead through, and what is made of them so far."""
        states, made = [self._tables.starts[start][0]], list[Any]()
        rows = self._tables.rows
        for index, token in enumerate(tokens):
            terminal = self._keywords.terminal(tokens, index, rows[states[-1]])
            while (to := rows[states[-1]].get(terminal)) is not None and to < 0:
                self._reduce(~to, states, made)
            if to is None:
                raise Unexpected(index, self._possible(states))
            states.append(to)
            made.append(Lexeme.made(terminal, token))
        return states, made

    def _reduce(self, number: int, states: list[int], made: list[Any]) -> None:
        """Put what a rule makes in the place of its symbols."""
        rule = self._tables.rules[number]
        symbols = made[len(made) - rule.size :]
        del states[len(states) - rule.size :], made[len(made) - rule.size :]
        states.append(self._tables.rows[states[-1]][rule.origin])
        parts = _parts(rule, symbols) if rule.parts else symbols
        passed_on = rule.passed_on and len(parts) == 1
        made.append(parts[0] if passed_on else self._maker(rule.maker)(parts))

    def _maker(self, name: str) -> _Maker:
        maker = self._makers.get(name)
        if maker is None:
            maker = self._makers[name] = getattr(self._builder, name)
        return maker

    # -------------------------------------------------------------- what is possible

    def _possible(self, states: list[int]) -> tuple[str, ...]:
        """The terminals that lead on; not all in a state's row do, as the table merges rows."""
        row = self._tables.rows[states[-1]]
        return tuple(
            sorted(name for name in row if name.isupper() and self._leads_on(states, name))
        )

    def _leads_on(self, states: Sequence[int], terminal: str) -> bool:
        states = list(states)
        ends = {last for _, last in self._tables.starts.values()}
        while (to := self._tables.rows[states[-1]].get(terminal)) is not None and to < 0:
            rule = self._tables.rules[~to]
            del states[len(states) - rule.size :]
            states.append(self._tables.rows[states[-1]][rule.origin])
            if terminal == _END and states[-1] in ends:
                return True
        return to is not None


def _as_they_are(parts: list[Any]) -> list[Any]:
    """What a rule makes whose parts go to the rule above; no copy, or long lists take squares."""
    return parts


def _parts(rule: Rule, symbols: list[Any]) -> list[Any]:
    parts: list[Any] = []
    for place in rule.parts:
        if place is None:
            parts.append(None)
        elif place >= 0:
            parts.append(symbols[place])
        elif parts:
            parts += symbols[~place]
        else:  # the longer list is kept, as lists grow to the left
            parts = symbols[~place]
    return parts

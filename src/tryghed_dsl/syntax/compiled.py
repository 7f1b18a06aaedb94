"""The grammar made into the parser's tables; the only importer of the parser library.

`python -m tryghed_dsl.syntax.compiled` writes the tables beside this file anew. States and rules
are numbered by what they are, and not by how the library came to them, so that the same grammar
always gives the same file.
"""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from lark import Lark
from lark.grammar import Rule as LarkRule
from lark.lexer import PatternStr
from lark.parsers.lalr_analysis import Shift

from tryghed_dsl.syntax.grammar import STARTS, TABLES, grammar_text, sum_of
from tryghed_dsl.syntax.tables import Row, Rule, Tables, written

_States = Mapping[int, Mapping[str, tuple[Any, Any]]]


def lark(grammar: str, **options: Any) -> Lark:
    """The grammar as the library reads it."""
    return Lark(
        grammar,
        parser="lalr",
        start=list(STARTS),
        keep_all_tokens=True,
        maybe_placeholders=True,
        **options,
    )


def compiled(grammar: str) -> Tables:
    """The tables of a grammar."""
    made = lark(grammar)
    table: Any = made.parser.parser._parse_table  # noqa: SLF001 -- the library hands it out nowhere else
    rules = sorted(made.rules, key=lambda rule: (rule.origin.name, str(rule)))
    number_of_rule = {rule: number for number, rule in enumerate(rules)}
    order = _in_order(table.states, [table.start_states[start] for start in STARTS])

    def row(state: int) -> Row:
        return {
            name: order[to] if action is Shift else ~number_of_rule[to]
            for name, (action, to) in sorted(table.states[state].items())
        }

    return Tables(
        sum_of(grammar),
        {t.pattern.value: t.name for t in made.terminals if isinstance(t.pattern, PatternStr)},
        {name: (order[table.start_states[name]], order[table.end_states[name]]) for name in STARTS},
        {number: _rule(rule) for number, rule in enumerate(rules)},
        {number: row(state) for state, number in order.items()},
    )


def _in_order(states: _States, starts: list[int]) -> dict[int, int]:
    """New numbers for states: in the order in which they are come to from the starts."""
    order = {state: number for number, state in enumerate(starts)}
    waiting = list(starts)
    for state in waiting:  # grows as it goes
        for _, (action, to) in sorted(states[state].items()):
            if action is Shift and to not in order:
                order[to] = len(order)
                waiting.append(to)
    return order


def _rule(rule: LarkRule) -> Rule:
    origin = rule.origin.name
    parts = _parts(rule)
    return Rule(
        origin,
        maker="" if origin.startswith("_") else str(rule.alias or origin),
        size=len(rule.expansion),
        parts=() if parts == tuple(range(len(rule.expansion))) else parts,
        passed_on=rule.options.expand1 and not rule.alias,
    )


def _parts(rule: LarkRule) -> tuple[int | None, ...]:
    """Where each part comes from; see `Rule`."""
    places = iter(
        ~place if not symbol.is_term and symbol.name.startswith("_") else place
        for place, symbol in enumerate(rule.expansion)
    )
    left_out = rule.options.empty_indices or [False] * len(rule.expansion)
    return tuple(chain.from_iterable([None] if out else [next(places)] for out in left_out))


if __name__ == "__main__":
    TABLES.write_text(written(compiled(grammar_text())), encoding="utf-8", newline="\n")

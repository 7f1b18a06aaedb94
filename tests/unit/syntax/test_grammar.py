"""The grammar is unambiguous, and the examples in it are true."""

import logging
import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pytest
from lark import Lark, Tree, logger

from tryghed_dsl.syntax.builder import Builder
from tryghed_dsl.syntax.compiled import lark
from tryghed_dsl.syntax.grammar import grammar_text, tables
from tryghed_dsl.syntax.items import Line
from tryghed_dsl.syntax.lines import read_lines
from tryghed_dsl.syntax.parser import Parser
from tryghed_dsl.text.source import Source

# From which line each rule's example is read, and what stands round it there.
FROM_LINE = {
    "whole": ("goal_line", "x <= §"),
    "sum": ("goal_line", "§ <= 1"),
    "product": ("goal_line", "§ <= 1"),
    "unary": ("goal_line", "§ <= 1"),
    "postfix": ("goal_line", "§ <= 1"),
    "further": ("goal_line", "§ <= 1"),
    "call": ("goal_line", "x -> §"),
    "value": ("goal_line", "f(§) <= 1"),
    "spread": ("goal_line", "f(§) <= 1"),
    "map": ("goal_line", "f(path=§) <= 1"),
    "end": ("goal_line", "f(§..now) <= 1"),
    "milestone": ("goal_line", "f(path={§}) <= 1"),
    "within": ("goal_line", "every year §: x <= 1"),
    "period": ("agreement_line", "baseline §"),
    "period_range": ("agreement_line", "valid §"),
    "periods": ("goal_line", "every year in §: x <= 1"),
    "duration": ("goal_line", "for § running: x <= 1"),
    "amount": ("goal_line", "x <= 1, warn within §"),
    "cite": ("goal_line", "x <= 1, §"),
    "indicator_clauses_line": ("indicator_clauses_line", "§"),
    "indicator_clause": ("indicator_clauses_line", "§"),
    "source_clause": ("source_clauses_line", "§"),
    "goal_clause": ("goal_clauses_line", "§"),
    "target_clause": ("target_clauses_line", "§"),
    "condition_clause": ("condition_clauses_line", "§"),
}
SECTIONS = {
    "lines of a file": "file_line",
    "lines of an agreement": "agreement_line",
    "lines of a revision": "revises_line",
    "lines of a goal": "goal_line",
    "lines below `for each`": "each_line",
    "lines of a composition": "member_line",
    "lines of a test": "test_line",
    "conditions": "goal_line",
}


def examples() -> list[tuple[str, str, str]]:
    """Each example above a rule: the rule, the line it is read from, and the text."""
    found, above, section = [], list[str](), "file_line"
    for line in grammar_text().splitlines():
        heading = re.fullmatch(r"// -+ (.*)", line)
        rule = re.match(r"\??([a-z_]+):", line)
        if heading:
            section = SECTIONS.get(heading[1], section)
        if line.startswith("// ") and not heading:
            above += re.split(r" {3,}", line.removeprefix("// "))
        elif rule:
            start, frame = FROM_LINE.get(rule[1], (section, "§"))
            found += [(rule[1], start, frame.replace("§", text)) for text in above]
            above = []
        elif not line:
            above = []
    return found


@cache
def read_grammar() -> Lark:
    """The grammar as the library reads it, with all its rules."""
    return lark(grammar_text())


class Trees:
    """In the builder's place: leaves trees that name their rules."""

    def __getattr__(self, rule: str) -> Callable[[list[Any]], Tree[Any]]:
        return partial(Tree, rule)


def names_of(rule: str) -> set[str]:
    """What a tree is called that a rule leaves: itself, its alternatives, or what it passes on."""
    called = set()
    for each in read_grammar().rules:
        if each.origin.name != rule:
            continue
        passed_on = each.options.expand1 and len(each.expansion) == 1 and not each.alias
        if passed_on and not each.expansion[0].is_term:
            called |= names_of(each.expansion[0].name)
        else:
            called.add(str(each.alias or rule))
    return called


@pytest.mark.parametrize(("rule", "start", "text"), examples())
def test_the_example_above_a_rule_is_read_by_it(rule: str, start: str, text: str) -> None:
    header = text.removesuffix(" {") if text.endswith(" {") else text
    items, found = read_lines(Source(rule, header))
    assert found == []
    (line,) = items
    assert isinstance(line, Line)
    tree = Parser(tables(), Trees()).parse(line.tokens, start)
    assert names_of(rule) & {subtree.data for subtree in tree.iter_subtrees()}


def test_there_are_examples() -> None:
    assert len(examples()) > 100


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """A conflict would be settled silently, and read some line otherwise than it is meant."""
    before = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(caplog.handler)
    try:
        lark(grammar_text(), debug=True)
    finally:
        logger.setLevel(before)
        logger.removeHandler(caplog.handler)
    assert [record.getMessage() for record in caplog.records if "onflict" in record.message] == []


def test_no_two_alternatives_leave_the_same_tree() -> None:
    """Every alternative has a name of its own, or all its words in the tree."""
    seen = defaultdict(list)
    for rule in read_grammar().rules:
        called = rule.alias or rule.origin.name
        if not str(called).startswith("__"):
            seen[rule.origin.name, str(called), len(rule.expansion)].append(
                tuple(symbol.name for symbol in rule.expansion)
            )
    for alternative, expansions in seen.items():
        assert len(set(expansions)) == len(expansions), alternative


def test_every_rule_has_what_builds_its_node() -> None:
    named = {
        str(rule.alias or rule.origin.name)
        for rule in read_grammar().rules
        if rule.alias or not (rule.options.expand1 and len(rule.expansion) == 1)
    }
    missing = {name for name in named if name[0] != "_" and not hasattr(Builder, name)}
    assert missing == set()

"""The grammar is unambiguous, and the examples in it are true."""

import logging
import re
from collections import defaultdict

import pytest
from lark import Lark, logger

from tryghed_dsl.syntax.builder import Builder
from tryghed_dsl.syntax.grammar import STARTS, grammar_text, parser
from tryghed_dsl.syntax.keywords import KeywordLexer
from tryghed_dsl.syntax.lines import read_lines
from tryghed_dsl.text.source import Source

# From which line each rule's example is read, and what stands round it there.
FROM_LINE = {
    "condition": ("goal_line", "{}"),
    "sum": ("goal_line", "{} <= 1"),
    "product": ("goal_line", "{} <= 1"),
    "unary": ("goal_line", "{} <= 1"),
    "postfix": ("goal_line", "{} <= 1"),
    "atom": ("goal_line", "x <= {}"),
    "call": ("goal_line", "x -> {}"),
    "period": ("agreement_line", "baseline {}"),
    "period_range": ("agreement_line", "valid {}"),
    "amount": ("goal_line", "x <= 1, warn within {}"),
    "cite": ("goal_line", "x <= 1, {}"),
    "indicator_clauses_line": ("indicator_clauses_line", "{}"),
    "indicator_clause": ("indicator_clauses_line", "{}"),
    "source_clause": ("source_clauses_line", "{}"),
    "goal_clause": ("goal_clauses_line", "{}"),
    "target_clause": ("target_clauses_line", "{}"),
}
SECTIONS = {"lines of a file": "file_line", "lines of an agreement": "agreement_line"} | {
    "lines of a goal": "goal_line",
    "lines of a test": "test_line",
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
            start, frame = FROM_LINE.get(rule[1], (section, "{}"))
            found += [(rule[1], start, frame.format(text)) for text in above]
            above = []
        elif not line:
            above = []
    return found


@pytest.mark.parametrize(("rule", "start", "text"), examples())
def test_the_example_above_a_rule_is_read_by_it(rule: str, start: str, text: str) -> None:
    items, found = read_lines(Source(rule, text.removesuffix("{").rstrip()))
    assert found == []
    (line,) = items
    tokens = getattr(line, "tokens", [])
    if tokens:
        assert parser().parse(tokens, start=start) is not None


def test_there_are_examples() -> None:
    assert len(examples()) > 50


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """A conflict would be settled silently, and read some line otherwise than it is meant."""
    before = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(caplog.handler)
    try:
        Lark(
            grammar_text(),
            parser="lalr",
            lexer=KeywordLexer,
            start=list(STARTS),
            keep_all_tokens=True,
            maybe_placeholders=True,
            debug=True,
        )
    finally:
        logger.setLevel(before)
        logger.removeHandler(caplog.handler)
    assert [record.getMessage() for record in caplog.records if "onflict" in record.message] == []


def test_no_two_alternatives_leave_the_same_tree() -> None:
    """Every alternative has a name of its own, or all its words in the tree."""
    seen = defaultdict(list)
    for rule in parser().rules:
        called = rule.alias or rule.origin.name
        if not str(called).startswith("__"):
            seen[rule.origin.name, str(called), len(rule.expansion)].append(
                tuple(symbol.name for symbol in rule.expansion)
            )
    for alternative, expansions in seen.items():
        assert len(set(expansions)) == len(expansions), alternative


def test_every_rule_has_what_builds_its_node() -> None:
    named = {str(rule.alias or rule.origin.name) for rule in parser().rules}
    passed_on = {"unary", "postfix", "atom", "value"}
    missing = {
        name
        for name in named - passed_on
        if not name.startswith("_") and not hasattr(Builder, name)
    }
    assert missing == set()

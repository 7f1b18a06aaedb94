"""From a source to its syntax tree, each line parsed alone; all that is wrong, in one run."""

from dataclasses import replace
from typing import Any, cast

from lark.exceptions import UnexpectedToken

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.complaints import DECLARING, complaint, stray_block
from tryghed_dsl.syntax.grammar import parser
from tryghed_dsl.syntax.lines import Item, Line, lines_of, read_lines
from tryghed_dsl.syntax.scanner import Kind
from tryghed_dsl.text.source import Source, Span

# The rule for the lines of a statement's block, by the word that opens the statement.
_BLOCK_RULES = {
    "agreement": "agreement_line",
    "goal": "goal_line",
    "test": "test_line",
    "indicator": "indicator_clauses_line",
    "source": "source_clauses_line",
    "monitor": "monitor_clauses_line",
}
_NO_BLOCK = frozenset({"language", "area", "benchmark", "break"})


def parse(source: Source) -> tuple[nodes.File, list[Finding]]:
    """Parse a source.

    Returns:
        The tree of all lines that could be read, and what is wrong with the others.
    """
    items, found = read_lines(source)
    reader = _Reader(found)
    statements = reader.statements(items)
    span = Span(source, 0, len(source.text))
    names = frozenset(reader.damaged)
    return nodes.File(tuple(statements), names, whole=not errors(found), span=span), found


class _Reader:
    def __init__(self, found: list[Finding]) -> None:
        self._found = found
        self.damaged: set[str] = set()

    def statements(self, items: list[Item]) -> list[nodes.Statement]:
        made = (self._statement(line, "file_line") for line in lines_of(items))
        return [cast("nodes.Statement", node) for node in made if node is not None]

    def _statement(self, line: Line, rule: str) -> nodes.Node | None:
        node = self._header(line, rule)
        if line.block is None:
            return node
        inner_rule = _rule_inside(line, node)
        if inner_rule is None:
            self._found.append(stray_block(line))
            return node
        inner = [self._statement(below, inner_rule) for below in lines_of(line.block)]
        if node is None:
            return None
        whole = _with_block(node, [child for child in inner if child is not None])
        return replace(whole, damaged=None in inner) if isinstance(whole, nodes.Test) else whole

    def _header(self, line: Line, rule: str) -> nodes.Node | None:
        tokens = line.tokens
        if line.damaged or not tokens:
            self._remember(line)
            return None
        try:
            return cast("nodes.Node", parser().parse(cast("Any", tokens), start=rule))
        except UnexpectedToken as unexpected:
            self._found.append(complaint(unexpected, tokens, rule))
            self._remember(line)
            return None

    def _remember(self, line: Line) -> None:
        """Keep the name that a damaged line declares, so that its uses are not unknown too."""
        tokens = line.tokens
        if len(tokens) > 1 and tokens[0].text in DECLARING:
            self.damaged.add(tokens[1].text)


def _rule_inside(line: Line, node: nodes.Node | None) -> str | None:
    if node is not None:
        return _BLOCK_RULE_OF_NODE.get(type(node))
    tokens = line.tokens
    opening = tokens[0].text if tokens and tokens[0].kind is Kind.WORD else ""
    return None if opening in _NO_BLOCK else _BLOCK_RULES.get(opening, "target_clauses_line")


_BLOCK_RULE_OF_NODE: dict[type[nodes.Node], str] = {
    nodes.Agreement: "agreement_line",
    nodes.Goal: "goal_line",
    nodes.Test: "test_line",
    nodes.Indicator: "indicator_clauses_line",
    nodes.SourceOfFigures: "source_clauses_line",
    nodes.Monitor: "monitor_clauses_line",
    nodes.Target: "target_clauses_line",
}


def _with_block(node: nodes.Node, inner: list[nodes.Node]) -> nodes.Node:
    if isinstance(node, nodes.Goal):
        targets = tuple(x for x in inner if isinstance(x, nodes.Target | nodes.Monitor))
        clauses = tuple(x for x in inner if not isinstance(x, nodes.Target | nodes.Monitor))
        return replace(node, targets=targets, clauses=(*node.clauses, *_clauses(clauses)))
    if isinstance(node, nodes.Agreement):
        return replace(node, lines=tuple(cast("list[nodes.AgreementLine]", inner)))
    if isinstance(node, nodes.Test):
        return replace(node, lines=tuple(cast("list[nodes.TestLine]", inner)))
    clausal = cast("nodes.Target | nodes.Monitor | nodes.Indicator", node)
    return replace(clausal, clauses=(*clausal.clauses, *_clauses(tuple(inner))))


def _clauses(inner: tuple[nodes.Node, ...]) -> tuple[nodes.Clause, ...]:
    return cast("tuple[nodes.Clause, ...]", inner)

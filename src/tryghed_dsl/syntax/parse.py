"""From a source to its syntax tree, each line parsed alone; all that is wrong, in one run."""

from collections.abc import Sequence
from typing import Any, cast

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.grammar import parser
from tryghed_dsl.syntax.items import Block, Item, Line, lines_of
from tryghed_dsl.syntax.keywords import RESERVED, Composition
from tryghed_dsl.syntax.lines import read_lines, unfinished
from tryghed_dsl.syntax.parser import Unexpected
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.syntax.starts import LAYOUT
from tryghed_dsl.text.source import Source, Span

# The rule for the lines of a statement's block, by the word that opens the statement.
_BLOCK_RULES = {
    "agreement": "agreement_line",
    "revises": "revises_line",
    "goal": "goal_line",
    "for": "each_line",
    "test": "test_line",
    "indicator": "indicator_clauses_line",
    "source": "source_clauses_line",
    "monitor": "monitor_clauses_line",
    "retire": "monitor_clauses_line",
    "condition": "condition_clauses_line",
}
_NO_BLOCK = frozenset(
    {"language", "use", "area", "areas", "indicators", "benchmark", "let", "break"}
)


def parse(source: Source) -> tuple[nodes.File, list[Finding]]:
    """Parse a source.

    Returns:
        The tree of all lines that could be read, and what is wrong with the others.
    """
    items, found = read_lines(source)
    reader = _Reader(found)
    statements = reader.statements(items)
    span = Span(source, 0, len(source.text))
    return nodes.File(tuple(statements), reader.damaged, whole=not errors(found), span=span), found


def parse_lines(source: Source, rule: str) -> tuple[list[nodes.Node], list[Finding], nodes.Damaged]:
    """Parse the lines of a block, or of a file, that stand alone.

    Returns:
        The nodes of the lines that could be read, what is wrong with the others, and the names
        in those.
    """
    items, found = read_lines(source)
    reader = _Reader(found)
    return reader.lines(items, rule), found, reader.damaged


def with_lines(goal: nodes.Goal, inner: list[nodes.Node]) -> nodes.Goal:
    """A goal with the lines of its block."""
    return cast("nodes.Goal", _with_block(goal, inner))


def possible_at_end(source: Source) -> frozenset[str]:
    """The terminals of the grammar that could follow where a text breaks off.

    None where it breaks off in a comment or in words in quotation marks, or where its last line
    cannot be read so far.
    """
    place = unfinished(source)
    rule = "member_line" if place.composing else _rule_of_block(place.opening)
    raw = [] if place.line is None else place.line.raw
    if rule is None or place.apart:
        return frozenset()
    tokens = [_as_composition(token) for token in raw if token.kind not in LAYOUT]
    try:
        return frozenset(parser().possible_behind(tokens, rule))
    except Unexpected:
        return frozenset()


def _rule_of_block(opening: Sequence[Line]) -> str | None:
    return _rule_inside(opening[-1], None) if opening else "file_line"


def _as_composition(token: Token) -> Token:
    if token.kind is not Kind.BLOCK:
        return token
    return Composition(token.kind, token.text, token.span, (), damaged=False)


class _Reader:
    def __init__(self, found: list[Finding]) -> None:
        self._found = found
        self._declared = set[str]()
        self._promised = set[str]()

    @property
    def damaged(self) -> nodes.Damaged:
        """The names in lines that could not be read."""
        return nodes.Damaged(frozenset(self._declared), frozenset(self._promised))

    def statements(self, items: list[Item]) -> list[nodes.Statement]:
        return cast("list[nodes.Statement]", self.lines(items, "file_line"))

    def lines(self, items: list[Item], rule: str) -> list[nodes.Node]:
        """The nodes of those lines that could be read."""
        made = (self._statement(line, rule) for line in lines_of(items))
        return [node for node in made if node is not None]

    def _statement(self, line: Line, rule: str) -> nodes.Node | None:
        node = self._header(line, rule)
        if line.block is None:
            return node
        inner_rule = _rule_inside(line, node)
        if inner_rule is None:
            if node is not None or not _lacks_of(line):
                from tryghed_dsl.syntax.complaints import stray_block  # noqa: PLC0415 -- only for mistakes

                self._found.append(stray_block(line))
            return node
        inner = [self._statement(below, inner_rule) for below in lines_of(line.block)]
        if node is None:
            return None
        whole = _with_block(node, [child for child in inner if child is not None])
        return replace(whole, damaged=None in inner) if isinstance(whole, nodes.Test) else whole

    def _header(self, line: Line, rule: str) -> nodes.Node | None:
        tokens = self._with_members(line.tokens)
        if line.damaged or not tokens:
            self._remember(line)
            return None
        try:
            return cast("nodes.Node", parser().parse(tokens, rule))
        except Unexpected as unexpected:
            from tryghed_dsl.syntax.complaints import complaint  # noqa: PLC0415 -- only for mistakes

            self._found.append(complaint(unexpected, tokens, rule))
            self._remember(line)
            return None

    def _with_members(self, tokens: list[Token]) -> list[Token] | None:
        """The tokens with their compositions read; None where one has nothing to read."""
        whole = True
        for index, token in enumerate(tokens):
            if token.kind is Kind.BLOCK:
                tokens[index] = composition = self._composition(cast("Block", token))
                whole = whole and bool(composition.members)
        return tokens if whole else None

    def _composition(self, block: Block) -> Composition:
        lines = list(lines_of(block.items))
        if not lines:
            from tryghed_dsl.syntax.complaints import empty_composition  # noqa: PLC0415 -- the same

            self._found.append(empty_composition(block))
        made = [self._statement(line, "member_line") for line in lines]
        members = tuple(cast("nodes.Member", member) for member in made if member is not None)
        return Composition(block.kind, block.text, block.span, members, damaged=None in made)

    def _remember(self, line: Line) -> None:
        """Keep the names that a damaged line declares or promises something of.

        Their uses are then not unknown too, neither by other lines nor by tests.
        """
        from tryghed_dsl.syntax.mistakes import DECLARING  # noqa: PLC0415 -- only for mistakes

        tokens = line.tokens
        if len(tokens) > 1 and tokens[0].text in DECLARING:
            self._declared.add(tokens[1].text)
        elif tokens:
            watched = tokens[0].text == "monitor"
            self._promised.update(token.text for token in (tokens if watched else tokens[:1]))


def _rule_inside(line: Line, node: nodes.Node | None) -> str | None:
    if isinstance(node, nodes.Replace):
        node = node.statement
    if node is not None:
        return _BLOCK_RULE_OF_NODE.get(type(node))
    words = [token.text if token.kind is Kind.WORD else "" for token in line.tokens]
    if words[:1] == ["replace"]:
        words = words[1:]
    opening = words[0] if words else ""
    if opening in _NO_BLOCK or _lacks_of(line):
        return None
    return _BLOCK_RULES.get(opening, "target_clauses_line")


def _lacks_of(line: Line) -> bool:
    """Whether a brace seems to open a composition whose `of` was forgotten: `all {`."""
    last = line.tokens[-2:]
    reserved = bool(last) and last[-1].kind is Kind.WORD and last[-1].text in RESERVED
    return reserved or [t.text for t in last[:1]] == ["least"]


_BLOCK_RULE_OF_NODE: dict[type[nodes.Node], str] = {
    nodes.Agreement: "agreement_line",
    nodes.Revises: "revises_line",
    nodes.Goal: "goal_line",
    nodes.ForEach: "each_line",
    nodes.Test: "test_line",
    nodes.Indicator: "indicator_clauses_line",
    nodes.SourceOfFigures: "source_clauses_line",
    nodes.Monitor: "monitor_clauses_line",
    nodes.Retire: "monitor_clauses_line",
    nodes.NamedCondition: "condition_clauses_line",
    nodes.Target: "target_clauses_line",
}
_WithLines = nodes.Agreement | nodes.Revises | nodes.Test
_Judged = nodes.Target | nodes.Monitor | nodes.ForEach


def _with_block(node: nodes.Node, inner: list[nodes.Node]) -> nodes.Node:
    if isinstance(node, nodes.Replace):
        statement = cast("nodes.Target | nodes.Indicator", _with_block(node.statement, inner))
        return replace(node, statement=statement)
    if isinstance(node, _WithLines):
        return replace(node, lines=cast("Any", tuple(inner)))
    if isinstance(node, nodes.Goal | nodes.ForEach):
        node = replace(node, targets=tuple(x for x in inner if isinstance(x, _Judged)))
        inner = [x for x in inner if not isinstance(x, _Judged)]
    if isinstance(node, nodes.ForEach):
        return node
    clausal = cast("nodes.Target | nodes.Monitor | nodes.Indicator", node)
    return replace(clausal, clauses=(*clausal.clauses, *_clauses(tuple(inner))))


def _clauses(inner: tuple[nodes.Node, ...]) -> tuple[nodes.Clause, ...]:
    return cast("tuple[nodes.Clause, ...]", inner)

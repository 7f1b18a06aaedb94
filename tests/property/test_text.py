"""Text and tree say the same, in both directions."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from property.strategies import FILES
from tryghed_dsl.syntax import nodes, printer
from tryghed_dsl.syntax.formatter import formatted
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.syntax.scanner import Kind, Scanner
from tryghed_dsl.text.source import Source


def printed(statements: Sequence[nodes.Statement]) -> str:
    return "\n".join(printer.statement(statement) for statement in statements) + "\n"


def read(text: str) -> tuple[nodes.Statement, ...]:
    tree, found = parse(Source("made", text))
    assert [finding for finding in found if finding.code[0] == "E"] == [], text
    return tree.statements


def words(text: str) -> list[str]:
    layout = (Kind.NEWLINE, Kind.COMMENT)
    scanned = Scanner(Source("", text)).tokens()
    return [token.span.text for token in scanned if token.kind not in layout]


def comments(text: str) -> list[str]:
    scanned = Scanner(Source("", text)).tokens()
    return [token.text.rstrip() for token in scanned if token.kind is Kind.COMMENT]


@given(FILES)
def test_what_is_printed_reads_back_equal(statements: list[nodes.Statement]) -> None:
    assert read(printed(statements)) == tuple(statements)


@given(FILES)
def test_formatting_changes_neither_tree_nor_words(statements: list[nodes.Statement]) -> None:
    text = printed(statements)
    laid_out = formatted(Source("made", text))
    assert read(laid_out) == read(text)
    assert words(laid_out) == words(text)


@given(FILES, st.data())
def test_formatting_keeps_comments_and_is_idempotent(
    statements: list[nodes.Statement], data: st.DataObject
) -> None:
    lines = printed(statements).splitlines()
    noise = st.sampled_from(["", "", "   ", "  # æøå", "# a: b <= 5 {", "\n", "\n  # own\n\n"])
    commented = [line + data.draw(noise) for line in lines]
    text = data.draw(noise).strip(" ") + "\n" + "\n".join(commented) + "\n"
    once = formatted(Source("made", text))
    assert comments(once) == comments(text)
    assert read(once) == tuple(statements)
    assert formatted(Source("made", once)) == once


@given(st.text(max_size=200))
def test_any_text_at_all_gives_findings_and_no_failure(text: str) -> None:
    tree, found = parse(Source("made", text))
    assert tree.statements or found or set(words(text)) <= {";"}

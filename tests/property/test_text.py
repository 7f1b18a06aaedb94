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


def spread(text: str) -> str:
    """The same text with each condition of a composition on a line of its own."""
    laid_out, inside = "", [False]
    before = None
    for token in Scanner(Source("", text)).tokens():
        shown = token.span.text
        if token.is_sign("{"):
            inside.append(before is not None and before.kind is Kind.WORD and before.text == "of")
            shown = "{\n" if inside[-1] else "{"
        elif token.is_sign("}"):
            shown = "\n}" if inside.pop() else "}"
        elif token.is_sign(";") and inside[-1]:
            shown = "\n"
        laid_out += f" {shown}"
        before = token
    return laid_out


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
def test_a_composition_on_several_lines_says_the_same(
    statements: list[nodes.Statement], data: st.DataObject
) -> None:
    noise = st.sampled_from(["", "", "  # æøå", "\n", "\n# own\n\n"])
    lines = spread(printed(statements)).splitlines()
    text = "\n".join(line + data.draw(noise) for line in lines) + "\n"
    once = formatted(Source("made", text))
    assert read(text) == tuple(statements)
    assert read(once) == tuple(statements)
    assert comments(once) == comments(text)
    assert formatted(Source("made", once)) == once


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


WORDS = st.sampled_from(
    [
        *("goal", "g", "area", "areas", "in", "=", "all", "of", "{", "}", "(", ")", "[", "]"),
        *("x", "<=", "5", ",", ";", ":", "\n", "\n", "not", "for", "3", "years", "running"),
        *("every", "since", "2014", "at", "least", "%", "if", "then", "else", "->", "path"),
        *("..", "now", "where", "when", "replace", "let", "condition", "a", '"words"', "and"),
        *("cite", "per", "over", "-", "+", "judge", "#", "expect", "given", "test", "revises"),
    ]
)


@given(st.lists(WORDS, max_size=40), st.lists(st.sampled_from(["", " ", "  "]), max_size=40))
def test_words_of_the_language_in_any_order_give_findings_and_no_failure(
    chosen: list[str], blanks: list[str]
) -> None:
    text = "".join(
        blank + word for blank, word in zip([*blanks, *[" "] * len(chosen)], chosen, strict=False)
    )
    tree, found = parse(Source("made", text))
    assert tree.statements or found or set(words(text)) <= {";"}
    if not found:
        once = formatted(Source("made", text))
        assert read(once) == tree.statements
        assert formatted(Source("made", once)) == once

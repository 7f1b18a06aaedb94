"""The colours of specs: every word that the parser takes for a keyword has one."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tomllib import loads

import pytest
from pygments.token import Error, Keyword, Name, _TokenType

from support.documents import blocks, documents
from tryghed_dsl.highlighting.lexer import TryghedLexer
from tryghed_dsl.highlighting.textmate import textmate_grammar
from tryghed_dsl.syntax.grammar import tables
from tryghed_dsl.syntax.keywords import Lexeme
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.syntax.scanner import Token
from tryghed_dsl.text.source import Source

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / "README.md", *documents(ROOT / "docs")),
    *(page for folder in ("specs", "examples") for page in documents(ROOT / folder)),
    *documents(ROOT / "tests" / "language" / "good"),
]
FILES = [path for folder in ("specs", "examples") for path in (ROOT / folder).rglob("*.tryghed")]
NOT_WORDS = {"NAME", "STRING", "NUMBER", "PERIOD", "BLOCK"}
# Names that mean what the keyword means: `every area in districts`, `expect agreement fail`.
ALIKE = {"area", "areas", "indicator", "indicators", "agreement"}
# Conditions and benchmarks that a document calls by a keyword, to show that it can be done.
CALLED_BY_A_KEYWORD = {"over", "above"}


def texts() -> Iterator[tuple[str, str]]:
    for path in FILES:
        yield path.name, path.read_text(encoding="utf-8")
    for page in PAGES:
        for block in blocks(page):
            if block.kind == "tryghed":
                yield f"{page.name}:{block.line}", block.body


TEXTS = dict(texts())


def lexed(text: str) -> dict[int, tuple[_TokenType, str]]:
    """What each part of a text is, by its place."""
    lexer = TryghedLexer()
    return {at: (token, part) for at, token, part in lexer.get_tokens_unprocessed(text)}


def parsed(source: Source, monkeypatch: pytest.MonkeyPatch) -> dict[int, tuple[str, str]]:
    """What the parser takes each word of a text for, by its place."""
    taken = {}
    made = Lexeme.made

    def noting(terminal: str, token: Token) -> Lexeme:
        if token.span.text[0].isalpha():
            taken[token.span.start] = (terminal, token.text)
        return made(terminal, token)

    monkeypatch.setattr(Lexeme, "made", noting)
    parse(source)
    return taken


@pytest.mark.parametrize("where", TEXTS)
def test_every_spec_is_cut_into_parts_without_a_rest(where: str) -> None:
    text = TEXTS[where]
    parts = lexed(text)
    assert "".join(part for _, part in parts.values()) == text
    assert [part for token, part in parts.values() if token is Error] == []


@pytest.mark.parametrize("where", TEXTS)
def test_what_the_parser_takes_for_a_keyword_has_the_colour_of_one(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(where, TEXTS[where])
    parts = lexed(source.text)
    for at, (terminal, word) in parsed(source, monkeypatch).items():
        keyword = terminal not in NOT_WORDS | {"RESERVED"}
        if at not in parts and not keyword:  # the end of a reason such as `missing-figure`
            continue
        token, _ = parts[at]
        if keyword and word != "judge":
            assert token in Keyword, source.line(source.place(at).line)
        elif token in Keyword and token not in {Keyword.Type, Keyword.Constant}:
            allowed = ALIKE | CALLED_BY_A_KEYWORD
            assert terminal == "RESERVED" or word in allowed, source.line(source.place(at).line)


def test_the_words_of_the_grammar_are_coloured_and_a_target_called_so_is_not() -> None:
    words = [word for word in tables().words if word.isalpha()]
    assert "goal" in words
    for word in words:
        token, part = lexed(f"x <= 5, {word} 5\n")[8]
        assert (part, token in Keyword) == (word, True)
        assert lexed(f"{word} <= 5\n")[0] == (Keyword if word == "pp" else Name, word)


@pytest.mark.parametrize(
    ("line", "part", "token"),
    [
        ("utryg -> approach(kbh, by=2020)", "approach", Name.Function),
        ("utryg -> approach(kbh, from=2016, by=2020)", "from", Name.Attribute),
        ("færre: hærværk <= 5", "færre", Name.Label),
        ('goal tryghed "Tryggere"', "tryghed", Name.Class),
        ('indicator hærværk "Hærværk", count', "count", Keyword.Type),
        ("indbrud <= baseline(2015)", "baseline", Name.Function),
        ("  baseline 2016", "baseline", Keyword),
        ("x <= mean(a, b)", "a", Name),
        ("x -> grow(2.1% a year, from=2008)", "a", Keyword),
        ("  expect utryg fail unchanged", "unchanged", Keyword.Constant),
    ],
)
def test_what_a_word_is_depends_on_where_it_stands(line: str, part: str, token: _TokenType) -> None:
    assert (token, part) in lexed(line).values()


def test_pygments_is_told_where_the_lexer_is() -> None:
    project = loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["pygments.lexers"]["tryghed"].partition(":")
    assert getattr(import_module(module), name) is TryghedLexer
    assert not [each for each in project["dependencies"] if "pygments" in each.casefold()]


def test_the_grammar_of_editors_is_that_of_today() -> None:
    kept = ROOT / "editors" / "vscode" / "syntaxes" / "tryghed.tmLanguage.json"
    assert kept.read_text(encoding="utf-8") == textmate_grammar(), "run `make tables`"

"""The grammar as loaded: one parser for the whole process, made when first needed."""

from functools import cache
from pathlib import Path

from lark import Lark

from tryghed_dsl.syntax.builder import Builder
from tryghed_dsl.syntax.keywords import KeywordLexer

STARTS = (
    "file_line",
    "agreement_line",
    "revises_line",
    "goal_line",
    "each_line",
    "member_line",
    "test_line",
    "indicator_clauses_line",
    "source_clauses_line",
    "goal_clauses_line",
    "target_clauses_line",
    "monitor_clauses_line",
    "condition_clauses_line",
)
_FILE = "tryghed.lark"


@cache
def parser() -> Lark:
    """The parser, whose starts are the rules for the lines of each kind of block."""
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer=KeywordLexer,
        start=list(STARTS),
        transformer=Builder(),
        keep_all_tokens=True,
        maybe_placeholders=True,
    )


def grammar_text() -> str:
    """The grammar file: the one in the package, or in a checkout the one beside it."""
    here = Path(__file__).parent
    packaged = here / _FILE
    beside = here.parents[2] / "grammar" / _FILE
    return (packaged if packaged.exists() else beside).read_text(encoding="utf-8")

"""The grammar as loaded: one parser for the whole process, made when first needed."""

from functools import cache
from pathlib import Path
from zlib import crc32

from tryghed_dsl.syntax.builder import Builder
from tryghed_dsl.syntax.parser import Parser
from tryghed_dsl.syntax.tables import Tables, read_tables

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
TABLES = Path(__file__).with_name("tryghed.tables")
_FILE = "tryghed.lark"


@cache
def parser() -> Parser:
    """The parser, whose starts are the rules for the lines of each kind of block."""
    return Parser(tables(), Builder())


def tables() -> Tables:
    """The tables as they lie beside this file; of a grammar changed since, its own."""
    grammar = grammar_text()
    kept = TABLES.read_text(encoding="utf-8") if TABLES.exists() else ""
    if kept.startswith(f"{sum_of(grammar)}\n"):
        return read_tables(kept)
    from tryghed_dsl.syntax.compiled import compiled  # noqa: PLC0415 -- it takes long to load

    return compiled(grammar)


def sum_of(grammar: str) -> str:
    """A short sum that tells one state of the grammar from another."""
    return f"{crc32(grammar.encode()):08x}"


def grammar_text() -> str:
    """The grammar file: the one in the package, or in a checkout the one beside it."""
    here = Path(__file__).parent
    packaged = here / _FILE
    beside = here.parents[2] / "grammar" / _FILE
    return (packaged if packaged.exists() else beside).read_text(encoding="utf-8")

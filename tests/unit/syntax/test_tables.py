"""The tables beside the code are the grammar's, wherever they were made."""

import subprocess
import sys
from pathlib import Path

import pytest

from tryghed_dsl.syntax import grammar
from tryghed_dsl.syntax.compiled import compiled
from tryghed_dsl.syntax.grammar import TABLES, grammar_text, tables
from tryghed_dsl.syntax.tables import read_tables, written

KEPT = TABLES.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_grammar() -> None:
    """`make tables` writes them anew."""
    assert written(compiled(grammar_text())) == KEPT


def test_they_are_the_same_whatever_the_order_of_sets() -> None:
    code = (
        "from tryghed_dsl.syntax.compiled import compiled\n"
        "from tryghed_dsl.syntax.grammar import grammar_text\n"
        "from tryghed_dsl.syntax.tables import written\n"
        "import sys; sys.stdout.buffer.write(written(compiled(grammar_text())).encode())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(grammar.__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {KEPT.encode()}


def test_read_back_they_are_the_same() -> None:
    made, kept = compiled(grammar_text()), read_tables(KEPT)
    assert (kept.grammar, kept.words, kept.starts) == (made.grammar, made.words, made.starts)
    assert {number: kept.rules[number] for number in made.rules} == made.rules
    assert {number: kept.rows[number] for number in made.rows} == made.rows


def test_of_a_changed_grammar_the_tables_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = grammar_text().replace('"monitor"', '"watch"')
    monkeypatch.setattr(grammar, "grammar_text", lambda: changed)
    assert tables().words["watch"] == "WATCH"
    assert tables().grammar != read_tables(KEPT).grammar


def test_of_tables_with_the_marks_of_a_conflict_none_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "tryghed.tables"
    broken.write_text(f"<<<<<<< ours\n{KEPT}", encoding="utf-8")
    monkeypatch.setattr(grammar, "TABLES", broken)
    assert written(tables()) == KEPT


def test_without_tables_they_are_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(grammar, "TABLES", tmp_path / "none")
    assert written(tables()) == KEPT

"""Damaged specs are answered, laid out and mended, and nothing in them is lost."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from property.damage import SPECS, damaged, examine, layout_holds, mending_holds
from property.strategies import FILES
from property.test_text import WORDS, printed
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.findings.fix import mended
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.fixing import mend
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.source import Source

SEEDS = st.integers(0, 2**32 - 1)
# What a word processor makes of the language's signs.
TYPESET = {"<=": "≤", ">=": "≥", "->": "→", "*": "×", "..": "…"}


def random_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- accidents, no secrets


def typeset(text: str, seed: int) -> str:
    """A text in which a word processor has changed some signs that stand in no string."""
    random = random_of(seed)
    parts = text.split('"')
    for place in range(0, len(parts), 2):
        for sign, finer in TYPESET.items():
            if random.random() < 0.5:
                parts[place] = parts[place].replace(sign, finer)
    quotes = "“”" if random.random() < 0.5 else '""'
    between = (quotes[place % 2] for place in range(len(parts) - 1))
    return "".join(part + quote for part, quote in zip(parts, (*between, ""), strict=True))


@given(st.sampled_from(SPECS), SEEDS)
def test_a_damaged_spec_is_answered_laid_out_and_mended(path: Path, seed: int) -> None:
    examine(path, damaged(path.read_text(encoding="utf-8"), random_of(seed)))


@given(FILES, SEEDS)
def test_nothing_of_a_generated_spec_is_lost_when_it_is_damaged(
    statements: Sequence[nodes.Statement], seed: int
) -> None:
    layout_holds(Source("made", damaged(printed(statements), random_of(seed))))


@given(st.text(max_size=200) | st.lists(WORDS, max_size=40).map(" ".join))
def test_nothing_of_any_text_is_lost(text: str) -> None:
    layout_holds(Source("made", text))


# ------------------------------------------------------------------ mending


@given(FILES, SEEDS)
def test_what_a_word_processor_did_to_a_generated_spec_is_undone(
    statements: Sequence[nodes.Statement], seed: int
) -> None:
    text = Source("made", printed(statements)).text
    source = Source("made", typeset(text, seed))
    signs = [finding for finding in parse(source)[1] if finding.code == "E016"]
    fixes = [fix for finding in signs for fix in fixes_of(finding)]
    assert all(fix.certain for fix in fixes)
    assert mended(source, fixes) == text
    mending_holds(source, SPECS[0].with_name("made"))


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.name)
@pytest.mark.parametrize("seed", range(5))
def test_what_a_word_processor_did_to_a_real_spec_is_undone(path: Path, seed: int) -> None:
    text = path.read_text(encoding="utf-8")
    mending = mend(Source(path.name, typeset(text, seed)), path)
    assert mending.source.text == text
    assert errors(mending.left) == []

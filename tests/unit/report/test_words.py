"""Reasons and flags have a Danish word each, and the pages have the same."""

import re
from pathlib import Path

import pytest

from tryghed_dsl.domain.verdict import Reason
from tryghed_dsl.renderers.words import flag_line, flag_word, has_meaning, reason_word
from tryghed_dsl.text.language import Language

DOCS = Path(__file__).parents[3] / "docs"
VERDICTS = (DOCS / "language" / "verdicts.md").read_text(encoding="utf-8")
WORDS = (DOCS / "naming.md").read_text(encoding="utf-8").partition("## Reasons and flags")[2]
REASONS_TOLD, _, FLAGS_TOLD = WORDS.partition("| flag |")


def rows(text: str) -> dict[str, str]:
    """The rows of a table of two columns whose first one is code."""
    return dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", text, re.MULTILINE))


def test_every_reason_has_the_danish_word_of_the_page() -> None:
    assert rows(REASONS_TOLD) == {
        str(reason): reason_word(reason, Language.DA) for reason in Reason
    }


def test_flags_have_the_danish_words_of_the_page() -> None:
    told = rows(FLAGS_TOLD)
    assert told == {flag: flag_word(flag, Language.DA) for flag in told}


@pytest.mark.parametrize(
    "flag", re.findall(r"^\| `([a-z-]+)` \|", VERDICTS.partition("## Flags")[2], re.MULTILINE)
)
def test_every_flag_of_the_reference_has_its_meaning(flag: str) -> None:
    assert has_meaning(flag)
    assert flag in rows(FLAGS_TOLD)


def test_a_flag_that_only_the_figures_know_is_told_as_it_is() -> None:
    assert flag_word("opgjort-anderledes", Language.DA) == "opgjort-anderledes"
    assert flag_line("opgjort-anderledes", Language.DA, 80) == ["[opgjort-anderledes]"]


def test_english_output_has_the_words_of_the_language() -> None:
    assert reason_word(Reason.NEAR_MISS, Language.EN) == "near-miss"
    assert flag_word("older-figure", Language.EN) == "older-figure"

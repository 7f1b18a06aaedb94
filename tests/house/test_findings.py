"""Every finding is whole: words in two languages, help, a page, a document that gives it."""

import re
import string
from pathlib import Path

import pytest

from tryghed_dsl.findings.pages import page
from tryghed_dsl.findings.phrases import phrases
from tryghed_dsl.findings.register import REGISTER
from tryghed_dsl.findings.words.entry import Words
from tryghed_dsl.text.language import Language

ROOT = Path(__file__).parents[2]
CODES = sorted(REGISTER)
SOURCES = sorted((ROOT / "src").rglob("*.py"))


# See the rules in docs/messages.md. Two lines of a terminal, less the number before them.
LONGEST = 130
BLAME = re.compile(
    r"\b(you must|illegal|invalid|bad|unexpected|sorry|please|token|syntax|parse\w*|null"
    r"|du skal|ulovlig\w*|ugyldig\w*|uventet|desværre|syntaks\w*)\b",
    re.IGNORECASE,
)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def all_blanks(words: Words) -> list[set[str]]:
    return [blanks(text) for text in (words.message, *words.labels, *words.help)]


@pytest.mark.parametrize("code", CODES)
def test_says_the_same_in_both_languages(code: str) -> None:
    entry = REGISTER[code]
    assert entry.en.message != entry.da.message
    assert all_blanks(entry.en) == all_blanks(entry.da)
    assert entry.en.help, "says what to do"


@pytest.mark.parametrize("code", CODES)
def test_is_one_sentence_without_a_full_stop(code: str) -> None:
    for words in (REGISTER[code].en, REGISTER[code].da):
        assert not words.message.endswith((".", "!", ":"))
        assert ". " not in words.message


@pytest.mark.parametrize("code", CODES)
def test_blames_nobody_and_speaks_of_no_grammar(code: str) -> None:
    for words in (REGISTER[code].en, REGISTER[code].da):
        assert not BLAME.search(words.message)
        assert not words.message[0].isupper()
        assert len(words.message) < LONGEST


@pytest.mark.parametrize("code", CODES)
def test_has_a_page_in_both_languages(code: str) -> None:
    english, danish = page(code, Language.EN), page(code, Language.DA)
    assert english is not None
    assert danish is not None
    assert english.startswith(f"# {code} · ")
    assert danish.startswith(f"# {code} · ")
    for part in ("Avoid:", "Prefer:", "Why:"):
        assert part in english
    for part in ("Undgå:", "Foretræk:", "Hvorfor:"):
        assert part in danish


@pytest.mark.parametrize("code", CODES)
def test_has_a_document_that_gives_it(code: str) -> None:
    assert list((ROOT / "tests" / "language" / "bad").glob(f"{code}-*.md"))


def test_the_register_and_the_program_know_the_same_codes() -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for path in SOURCES if path.parent.name != "words"
    )
    used = set(re.findall(r'"([EWN][0-9]{3})"', text))
    assert used == set(CODES)


def test_numbers_are_used_once_whatever_the_letter() -> None:
    numbers = [code[1:] for code in CODES]
    assert len(numbers) == len(set(numbers))


def test_every_sign_of_the_grammar_has_a_phrase() -> None:
    """No name of the grammar's own reaches the author."""
    from tryghed_dsl.syntax.grammar import tables  # noqa: PLC0415 -- only this test needs it

    for terminal in {name for row in tables().rows for name in tables().rows[row]}:
        if terminal.isupper():
            for language in Language:
                (said,) = phrases((terminal,), language)
                assert "_" not in said, terminal

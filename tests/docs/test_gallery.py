"""The pages that show every finding are up to date, and leave none out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.gallery import PAGES, examples, written
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.register import REGISTER
from tryghed_dsl.text.language import Language

# What cannot stand in a document: too large, too odd, or given to calls from Python alone.
MOST_WITHOUT_AN_EXAMPLE = 26


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:
    return examples(tmp_path_factory.mktemp("gallery"))


@pytest.mark.parametrize("language", Language)
def test_the_page_shows_what_the_program_says(
    shown: dict[str, Finding], language: Language, golden: Callable[[Path, str], None]
) -> None:
    golden(PAGES[language], written(shown, language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", REGISTER)
def test_no_finding_is_left_out(code: str, language: Language) -> None:
    text = PAGES[language].read_text(encoding="utf-8")
    assert f"[{code}](findings/{code}.md)" in text
    assert f"[{code}]: " in text


def test_almost_all_are_shown_from_a_document(shown: dict[str, Finding]) -> None:
    alone = [code for code, each in shown.items() if "…" in each.args.values() and not each.spans]
    assert len(alone) <= MOST_WITHOUT_AN_EXAMPLE, alone

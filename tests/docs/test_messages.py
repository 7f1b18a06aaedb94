"""The page on messages shows findings as they are worded."""

import re
from pathlib import Path

import pytest

from support.documents import blocks
from support.running import run_command
from tryghed_dsl.findings.register import REGISTER

PAGE = Path(__file__).parents[2] / "docs" / "messages.md"

# The rows of the table of messages in docs/messages.md: English, Danish.
MESSAGES = PAGE.read_text(encoding="utf-8")
SIDE_BY_SIDE = [
    (english, danish)
    for line in MESSAGES.partition("## Side by side")[2].partition("## ")[0].splitlines()[4:]
    if line.startswith("|")
    for _, _, english, danish, _ in [[cell.strip() for cell in line.split("|")]]
]


def test_the_finding_in_the_page_on_messages_is_what_lint_shows(tmp_path: Path) -> None:
    shown = next(b for b in blocks(PAGE) if b.body.startswith("error["))
    declared = 'indicator utryg "Andel utrygge borgere", percent, lower is better'
    spec = f"{declared}\n\nutryg <= baseline(2016) - 2%\n"
    (tmp_path / "spec.tryghed").write_text(spec, encoding="utf-8")
    ran = run_command("tryghed lint spec.tryghed", tmp_path)
    assert ran.out.partition("\n\n")[0] == shown.body.rstrip("\n")


SAID_INSTEAD = [
    line.split("|")[2].strip()
    for line in MESSAGES.partition("## Instead of")[2].partition("## ")[0].splitlines()[4:]
    if line.startswith("|")
]


def pattern(template: str) -> re.Pattern[str]:
    """The words of a finding with anything in their blanks."""
    parts = re.split(r"\{\w+\}", template)
    return re.compile(".+".join(re.escape(part) for part in parts))


@pytest.mark.parametrize("row", SIDE_BY_SIDE, ids=lambda row: row[0])
def test_words_side_by_side_are_those_of_the_register(row: tuple[str, str]) -> None:
    pairs = [
        pair
        for entry in REGISTER.values()
        for pair in [
            (entry.en.message, entry.da.message),
            *zip(entry.en.help, entry.da.help, strict=True),
        ]
    ]
    assert any(
        all(pattern(template).fullmatch(words) for template, words in zip(pair, row, strict=True))
        for pair in pairs
    )


@pytest.mark.parametrize("words", SAID_INSTEAD)
def test_what_is_to_be_said_instead_is_what_a_finding_says(words: str) -> None:
    messages = [text for e in REGISTER.values() for text in (e.en.message, e.da.message)]
    assert any(pattern(message).fullmatch(words) for message in messages)

"""Does what the tutorials have their readers do, in order and in one folder for each."""

import sys
from pathlib import Path

import pytest

from support.documents import Block, blocks, commands
from support.running import run_in_terminal
from support.tutorials import is_written, write

TUTORIALS = Path(__file__).parents[2] / "docs" / "tutorial"
# A page and its Danish twin.
TWINS = {"ten-minutes": "ti-minutter", "yearly-revision": "den-aarlige-revision"}
LOCALE = {
    **dict.fromkeys(TWINS.keys(), "en_GB.UTF-8"),
    **dict.fromkeys(TWINS.values(), "da_DK.UTF-8"),
}


def page(name: str) -> Path:
    return TUTORIALS / f"{name}.md"


def steps(name: str) -> list[tuple[str, str]]:
    """What a page's reader does, without the words that are another language's."""
    return [step for block in blocks(page(name)) for step in _steps(block)]


def _steps(block: Block) -> list[tuple[str, str]]:
    if block.kind == "console":
        return [(line.split()[1], "") for line, _ in commands(block)]
    return [(block.kind, " ".join(block.info.split()[1:]))]


def test_every_tutorial_is_run() -> None:
    assert {path.stem for path in TUTORIALS.glob("*.md")} == set(LOCALE)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
@pytest.mark.parametrize(("name", "locale"), LOCALE.items())
def test_a_tutorial_shows_what_its_reader_sees(
    name: str, locale: str, tmp_path: Path, *, update_goldens: bool
) -> None:
    text, at = page(name).read_text(encoding="utf-8"), 0
    for block in blocks(page(name)):
        if is_written(block):
            write(block, tmp_path)
        if block.kind != "console":
            continue
        for line, shown in commands(block):
            found = run_in_terminal(line, tmp_path, NO_COLOR="1", LANG=locale).out
            assert update_goldens or found == shown, f"line {block.line}: {line}"
            at = text.index(f"$ {line}\n{shown}", at) + len(f"$ {line}\n")
            text = text[:at] + found + text[at + len(shown) :]
            at += len(found)
    if update_goldens:
        page(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("english", "danish"), TWINS.items())
def test_a_tutorial_has_the_same_steps_in_both_languages(english: str, danish: str) -> None:
    assert steps(english) == steps(danish)
    assert {"tryghed", "csv", "check"} <= {what for what, _ in steps(english)}

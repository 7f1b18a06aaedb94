"""Runs what the README, the Amager agreement and the examples show, as it is written.

Commands run in a copy of the folder that their document stands in. What is shown is compared
with what a terminal shows, where output and errors come in the order in which they were written.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.documents import Block, blocks, commands
from support.running import run_in_terminal

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
AMAGER = ROOT / "specs" / "amager"
EXAMPLES = sorted((ROOT / "examples").glob("*/README.md"))
DOCUMENTS = [README, AMAGER / "README.md", *EXAMPLES]
SHOWN = [(path, block) for path in DOCUMENTS for block in blocks(path)]


def of_kind(*kinds: str) -> list[object]:
    """The documents' blocks of some kinds, each as a test of its own."""
    return [
        pytest.param(path, block, id=f"{path.parent.name}-{block.line}")
        for path, block in SHOWN
        if block.kind in kinds
    ]


def copied(path: Path, folder: Path) -> Path:
    """A copy of what a document's commands use: its folder, or for the README the specs."""
    if path != README:
        return Path(shutil.copytree(path.parent, folder / path.parent.name))
    for name in ("specs", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def test_every_document_shows_a_command() -> None:
    with_commands = {path for path, block in SHOWN if block.kind == "console" and commands(block)}
    assert with_commands == set(DOCUMENTS)
    assert len(EXAMPLES) >= 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
@pytest.mark.parametrize(("path", "block"), of_kind("console"))
def test_commands_show_what_is_written(
    path: Path, block: Block, tmp_path: Path, *, update_goldens: bool
) -> None:
    folder = copied(path, tmp_path)
    for line, shown in commands(block):
        found = run_in_terminal(line, folder, NO_COLOR="1").out
        if update_goldens:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(f"$ {line}\n{shown}", f"$ {line}\n{found}"), "utf-8")
        else:
            assert found == shown, line


@pytest.mark.parametrize(("path", "block"), of_kind("tryghed", "csv"))
def test_specs_and_figures_shown_are_those_of_the_files(path: Path, block: Block) -> None:
    suffix = {"tryghed": ".tryghed", "csv": ".csv"}[block.kind]
    beside = path.parent if path != README else ROOT / "examples"
    files = [file.read_text(encoding="utf-8") for file in beside.rglob(f"*{suffix}")]
    assert any(text.startswith(block.body) for text in files)


def test_the_readme_s_python_runs_as_it_stands() -> None:
    (block,) = (block for path, block in SHOWN if path == README and block.kind == "python")
    ran = subprocess.run(
        [sys.executable, "-c", block.body],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.stderr == ""
    lines = block.body.splitlines()
    assert ran.stdout.splitlines() == [text for line in lines if (text := promised(line))]
    assert len(ran.stdout.splitlines()) == sum(line.startswith("print(") for line in lines)


def promised(line: str) -> str | None:
    """What a line of the README's Python says is printed: behind `print(…)`, or on its own."""
    if line.startswith("# "):
        return line.removeprefix("# ")
    return line.partition("  # ")[2] if line.startswith("print(") else None


def test_the_readme_stays_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < 200


def test_the_two_lines_are_two_lines() -> None:
    text = (ROOT / "examples" / "01-two-lines" / "targets.tryghed").read_text(encoding="utf-8")
    assert text == "indbrud <= baseline(2015)\nutryg -> approach(kbh_avg, by=2020)\n"

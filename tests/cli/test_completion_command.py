"""What a shell offers while a command is typed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from support.running import run_command
from tryghed_dsl.cli.commands import main

SPEC = """\
agreement "Havnen" {
  valid 2023..2026
  area havnen
}
area byen
area havnen in byen
areas kvarterer = havnen
indicator indbrud "Indbrud", count, lower is better
indbrud <= 40
færre: indbrud <= 30
`på havnen`: indbrud <= 20
"""
AREAS = ["byen", "havnen"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "aftaler").mkdir()
    (tmp_path / "aftaler" / "havnen.tryghed").write_text(SPEC, encoding="utf-8")
    (tmp_path / "aftaler" / "tal.csv").write_text("", encoding="utf-8")
    (tmp_path / "aftaler" / "forkert.tryghed").write_text("indbrud <=\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(line: str) -> list[str]:
    """What is offered for the last word of a line; `FILES` where the shell is to look for them."""
    *words, incomplete = line.split(" ")
    shell = ShellComplete(main, {}, "tryghed", "_TRYGHED_COMPLETE")
    found = shell.get_completions(words[1:], incomplete)
    return ["FILES" if item.type == "file" else str(item.value) for item in found]


HAVNEN = "aftaler/havnen.tryghed"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("tryghed ch", ["check"]),
        ("tryghed check --fa", ["--fail-on"]),
        ("tryghed check --lang ", ["en", "da"]),
        ("tryghed check a", ["FILES"]),
        ("tryghed check aftaler/h", [HAVNEN]),
        ("tryghed lint aftaler/", ["aftaler/forkert.tryghed", HAVNEN]),
        (f"tryghed check {HAVNEN} --data ", ["FILES"]),
        (f"tryghed check {HAVNEN} --area ", AREAS),
        (f"tryghed check {HAVNEN} --areas ", ["all", "kvarterer", *AREAS]),
        (f"tryghed check --area h --data tal.csv {HAVNEN} --area h", ["havnen"]),
        (f"tryghed explain {HAVNEN} ", ["indbrud", "færre"]),
        (f"tryghed explain {HAVNEN} f", ["færre"]),
        (f"tryghed explain {HAVNEN} færre --area b", ["byen"]),
        ("tryghed explain aftaler/forkert.tryghed ", []),
        ("tryghed explain aftaler/ingen.tryghed ", []),
        ("tryghed check --area ", []),
        ("tryghed explain E10", [f"E10{digit}" for digit in range(1, 10)]),
        ("tryghed explain aftaler/hav", [HAVNEN]),
        ("tryghed completion ", ["bash", "zsh", "fish"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_half_typed_line_is_offered(line: str, names: list[str]) -> None:
    assert sorted(offered(line)) == sorted(names)


@pytest.mark.usefixtures("folder")
def test_all_commands_are_offered_with_a_line_on_each() -> None:
    shell = ShellComplete(main, {}, "tryghed", "_TRYGHED_COMPLETE")
    found = shell.get_completions([], "")
    assert {item.value: item.help for item in found}["check"] == "Judge an agreement on figures."
    assert "init" in {item.value for item in found}


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", 'eval "$(tryghed completion bash)"'),
        ("zsh", 'eval "$(tryghed completion zsh)"'),
        ("fish", "tryghed completion fish | source"),
    ],
)
def test_the_script_ends_with_how_to_use_it(shell: str, line: str, tmp_path: Path) -> None:
    ran = run_command(f"tryghed completion {shell} --lang da", tmp_path)
    assert ran.code == 0
    assert f"_TRYGHED_COMPLETE={shell}_complete" in ran.out
    assert ran.out.endswith(f"\n#   {line}\n")
    assert "Den tages i brug" in ran.out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.skipif(sys.platform == "win32", reason="bash is another system there")
def test_bash_completes(folder: Path) -> None:
    script = """
        eval "$(tryghed completion bash)"
        COMP_WORDS=(tryghed explain aftaler/havnen.tryghed f) COMP_CWORD=3
        _tryghed_completion tryghed
        echo "${COMPREPLY[@]}"
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", script],  # noqa: S607 -- whichever is found
        cwd=folder,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "færre\n"

"""What the commands say of the Amager agreement, letter by letter.

`pytest --update-goldens tests/cli` writes the expected outputs anew; read what changed.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from support.running import Ran, run_commands

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
GOLDENS = Path(__file__).parent / "goldens"

SPEC = "amager-2017.tryghed"
RUNS = {
    "published-2020": ("--data figures-published.csv --as-of 2020", ["utryg", "samlet"]),
    "published-2019": ("--data figures-published.csv --as-of 2019", ["utryg", "utryg_aften"]),
    "example-2018": ("--data figures-example.csv --as-of 2018", ["utryg", "samlet", "narkotika"]),
}


def commands() -> Mapping[str, str]:
    """Each golden's name, and the command that it is of."""
    found = {}
    for name, (figures, targets) in RUNS.items():
        for language in ("en", "da"):
            end = f"{figures} --lang {language}"
            found[f"check-{name}-{language}"] = f"tryghed check {SPEC} {end}"
            for target in targets:
                command = f"tryghed explain {SPEC} {target} {end}"
                found[f"explain-{target}-{name}-{language}"] = command
    return found


COMMANDS = commands()


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, Ran]:
    return run_commands(COMMANDS.values(), AMAGER)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_said(
    name: str, outputs: Mapping[str, Ran], golden: Callable[[Path, str], None]
) -> None:
    command = COMMANDS[name]
    ran = outputs[command]
    shown = f"$ {command}\n{ran.out}{ran.err}(exit code {ran.code})\n"
    golden(GOLDENS / f"{name}.txt", shown)
    if name.startswith("check"):
        assert [line for line in ran.out.splitlines() if len(line) > 80] == []


def test_there_is_no_golden_that_nothing_is_compared_with() -> None:
    assert {path.name for path in GOLDENS.iterdir()} == {f"{name}.txt" for name in COMMANDS}

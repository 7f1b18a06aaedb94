"""How the program starts: its help, its version, and both ways to call it."""

import subprocess
import sys
from pathlib import Path

import tryghed_dsl as td
from support.running import run_command, run_commands

ROOT = Path(__file__).parents[2]
COMMANDS = (
    *(
        "check",
        "completion",
        "diff",
        "explain",
        "figures",
        "fmt",
        "history",
        "init",
        "lint",
        "log",
        "lsp",
        "record",
        "report",
        "reproduce",
        "sql",
        "test",
    ),
)
JUDGING = ("check", "diff", "explain", "sql")
SCRIPT = Path(sys.executable).with_name("tryghed.exe" if sys.platform == "win32" else "tryghed")


def test_help_names_every_command_and_what_exit_codes_mean(tmp_path: Path) -> None:
    ran = run_command("tryghed --help", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: tryghed ")
    for command in COMMANDS:
        assert f"\n  {command} " in ran.out
    text = " ".join(ran.out.split())
    assert "0 every target due is met or warned; 1 one is not met; 2 the command was" in text
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    outputs = run_commands(["tryghed", "tryghed -h"], tmp_path)
    ran = outputs["tryghed"]
    assert (ran.out or ran.err) == outputs["tryghed -h"].out
    assert ran.code in (0, 2)  # some versions of click take it as a mistake


def test_every_command_has_help(tmp_path: Path) -> None:
    outputs = run_commands((f"tryghed {command} --help" for command in COMMANDS), tmp_path)
    for line, ran in outputs.items():
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"Usage: {line.removesuffix('--help')}")
        assert "--lang" in ran.out


def test_the_help_says_which_periods_can_be_judged(tmp_path: Path) -> None:
    outputs = run_commands((f"tryghed {command} --help" for command in JUDGING), tmp_path)
    for ran in outputs.values():
        text = " ".join(ran.out.split())
        assert "--as-of PERIOD The period judged: 2018, 2018-Q2, 2018-05 or 2018-05-31" in text


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {line.split()[2] for line in readme.splitlines() if line.startswith("| `tryghed ")}
    assert named == set(COMMANDS)


NOT_SO = {
    "check spec.tryghed": "skriv, hvor tallene er: --data tal.csv",
    "history spec.tryghed": "skriv, hvor tallene er: --data tal.csv",
    "explain spec.tryghed": "skriv også et mål i aftalefilen, eller en besked som E104",
    "check": "skriv også aftalefilen",
    "lint": "skriv også en eller flere aftalefiler",
    "diff": "skriv også den gamle aftalefil og den nye",
    "diff spec.tryghed": "skriv også den nye aftalefil",
    "explain": "skriv også en aftalefil, eller en besked som E104",
    "completion": "skriv også `bash`, `zsh` eller `fish`",
    "completion tcsh": "`tcsh` kan ikke bruges; skriv `bash`, `zsh` eller `fish`",
    "check spec.tryghed --dta tal.csv": "der er intet valg, der hedder `--dta`",
    "check spec.tryghed --format xml": "`xml` kan ikke stå ved `--format`; skriv `table`",
    "check spec.tryghed tal.csv": "der er for meget i kommandoen: `tal.csv`",
    "init --first 12": "`12` kan ikke stå ved `--first`; skriv et tal fra 1501 til 2990",
    "reproduce --record to": "`to` kan ikke stå ved `--record`; skriv et helt tal",
    "init ny.tryghed --area a=b": "`a=b` kan ikke være områdets navn; vælg ét ord",
}


def test_a_mistake_with_a_command_is_told_in_danish(tmp_path: Path) -> None:
    (tmp_path / "spec.tryghed").write_text("indbrud <= 5\n", encoding="utf-8")
    lines = {f"tryghed {command} --lang da": told for command, told in NOT_SO.items()}
    outputs = run_commands(lines, tmp_path)
    for line, told in lines.items():
        ran = outputs[line]
        assert (ran.code, ran.out) == (2, ""), line
        assert ran.err.startswith(f"Brug: tryghed {line.split()[1]} [VALG]"), line
        assert f"Fejl: {told}" in ran.err, line
        assert not {"Usage:", "Error:", "Try"}.intersection(ran.err.split()), line


WITHOUT_USAGE = {
    "tryghed lint --fix=ja spec.tryghed": "`--fix` står alene, uden noget efter",
    "tryghed check spec.tryghed --data": "der mangler noget efter `--data`",
}


def test_the_language_of_a_mistake_is_the_locales_where_none_is_asked_for(tmp_path: Path) -> None:
    for line, told in WITHOUT_USAGE.items():
        ran = run_command(line, tmp_path, LC_ALL="da_DK.UTF-8")
        assert (ran.code, ran.out) == (2, ""), line
        assert ran.err.endswith(f"Fejl: {told}\n"), line
    english = run_command("tryghed check --lang=en", tmp_path, LC_ALL="da_DK.UTF-8")
    assert "Error: Missing argument 'SPEC'" in english.err


NO_COMMAND = {
    "tryghed chek --lang en": "Error: there is no command called `chek`; did you mean `check`?",
    "tryghed chek --lang da": "Fejl: der er ingen kommando, der hedder `chek`; mente du `check`?",
    "tryghed xyz --lang da": "Fejl: der er ingen kommando, der hedder `xyz`",
}


def test_a_command_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    outputs = run_commands(NO_COMMAND, tmp_path)
    for line, told in NO_COMMAND.items():
        assert (outputs[line].code, outputs[line].out) == (2, ""), line
        assert outputs[line].err.endswith(f"\n{told}\n"), line


def test_the_module_and_the_script_are_one_program(tmp_path: Path) -> None:
    module = run_command("tryghed --version", tmp_path)
    script = subprocess.run(
        [SCRIPT, "--version"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert (module.code, module.err) == (0, "")
    assert module.out == script.stdout
    assert module.out.strip().endswith(td.__version__)

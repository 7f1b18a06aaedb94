"""`tryghed lint`: what is wrong or odd in specs, before any figure is read."""

import json
from pathlib import Path

import pytest

from support.running import run_command

CLEAN = 'indicator indbrud "Indbrud", count, lower is better\n\nindbrud <= 48\n'
REMARK = CLEAN.replace("<= 48", ">= 48")
WRONG = CLEAN.replace("indbrud <= 48", "indbrudd <= 48")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lint")
    for name, text in (("clean", CLEAN), ("remark", REMARK), ("wrong", WRONG)):
        (made / f"{name}.tryghed").write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("specs", "code", "codes", "summary"),
    [
        ("clean.tryghed", 0, [], "0 error(s), 0 remark(s) in 1 file(s)"),
        ("remark.tryghed", 1, ["warning[W123]"], "0 error(s), 1 remark(s) in 1 file(s)"),
        ("wrong.tryghed", 3, ["error[E101]"], "1 error(s), 0 remark(s) in 1 file(s)"),
        (
            "remark.tryghed clean.tryghed wrong.tryghed none.tryghed",
            3,
            ["warning[W123]", "error[E101]", "error[E001]"],
            "2 error(s), 1 remark(s) in 4 file(s)",
        ),
    ],
)
def test_every_file_is_read_and_the_worst_gives_the_exit_code(
    folder: Path, specs: str, code: int, codes: list[str], summary: str
) -> None:
    ran = run_command(f"tryghed lint {specs}", folder)
    assert (ran.code, ran.err) == (code, "")
    lines = ran.out.splitlines()
    heads = [line.partition(":")[0] for line in lines if line.startswith(("error", "warning"))]
    assert heads == codes
    assert lines[-1] == summary


def test_a_finding_shows_its_place_and_what_to_write(folder: Path) -> None:
    ran = run_command("tryghed lint wrong.tryghed --lang da", folder)
    assert ran.code == 3
    assert " --> wrong.tryghed:3:1\n" in ran.out
    assert "3 | indbrudd <= 48\n  | ^^^^^^^^" in ran.out
    assert "mente du `indbrud`?" in ran.out
    assert ran.out.endswith("1 fejl, 0 bemærkning(er) i 1 fil(er)\n")


def test_findings_come_as_json_when_asked_for(folder: Path) -> None:
    ran = run_command("tryghed lint remark.tryghed wrong.tryghed --format json", folder)
    assert (ran.code, ran.err) == (3, "")
    told = json.loads(ran.out)
    assert told["schema"] == "tryghed-findings/1"
    assert [(f["code"], f["file"], f["line"], f["column"]) for f in told["findings"]] == [
        ("W123", "remark.tryghed", 3, 1),
        ("E101", "wrong.tryghed", 3, 1),
    ]


def test_without_a_file_it_says_how_to_use_it(folder: Path) -> None:
    ran = run_command("tryghed lint", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: tryghed lint")

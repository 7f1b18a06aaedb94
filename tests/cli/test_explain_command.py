"""`tryghed explain`: a target's verdict, or what a finding means; its texts are in the goldens."""

from pathlib import Path

import pytest

from support.running import run_command, run_commands

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
DATA = "--data figures-example.csv --as-of 2018"


@pytest.mark.parametrize(
    ("target", "headline"),
    [
        ("vold", "vold · Vold/Trusler/Våben: fail (missed)"),
        ("indbrud", "indbrud · Indbrud: pass (met)"),
    ],
)
def test_an_explained_target_exits_with_0_whatever_its_verdict(target: str, headline: str) -> None:
    ran = run_command(f"tryghed explain amager-2017.tryghed {target} {DATA}", AMAGER)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == headline


@pytest.mark.parametrize(
    ("language", "suggestion"), [("en", "did you mean `vold`?"), ("da", "mente du `vold`?")]
)
def test_a_target_that_is_not_there_gets_the_nearest_name(language: str, suggestion: str) -> None:
    ran = run_command(f"tryghed explain amager-2017.tryghed vodl {DATA} --lang {language}", AMAGER)
    assert (ran.code, ran.out) == (2, "")
    assert "[E335]" in ran.err
    assert suggestion in ran.err


NOT_EXPLAINED = {
    "none.tryghed vold --data figures-example.csv": (3, "error[E001]"),
    "amager-2017.tryghed vold --data none.csv": (4, "error[E301]"),
    "amager-2017.tryghed": (2, "or a finding such as E104"),
    "E104x": (2, "or a finding such as E104"),
    "amager-2017.tryghed --lang da": (2, "eller en besked som E104"),
    "E999": (2, "[E336]"),
    "": (2, "Usage: tryghed explain"),
}


def test_what_cannot_be_explained_says_why() -> None:
    start = "tryghed explain "
    outputs = run_commands((start + rest for rest in NOT_EXPLAINED), AMAGER)
    for line, ran in outputs.items():
        code, told = NOT_EXPLAINED[line.removeprefix(start)]
        assert (ran.code, ran.out) == (code, ""), line
        assert told in ran.err, line


def test_a_finding_is_explained_in_either_language_and_case() -> None:
    english = run_command("tryghed explain e104 --lang en", AMAGER)
    danish = run_command("tryghed explain E104 --lang da", AMAGER)
    assert (english.code, english.err) == (0, "")
    assert (danish.code, danish.err) == (0, "")
    assert english.out.startswith("# E104")
    assert danish.out.startswith("# E104")
    assert "Dansk" not in english.out
    assert "percentage points" in english.out
    assert "procentpoint" in danish.out
    assert "procentpoint" not in english.out

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
    assert english.out.startswith("E104 · a percentage of what?\n")
    assert danish.out.startswith("E104 · procent af hvad?\n")
    assert not any(sign in english.out + danish.out for sign in ("# E", "**", "```"))
    assert "Dansk" not in english.out
    assert "percentage points" in english.out
    assert "procentpoint" in danish.out
    assert "procentpoint" not in english.out


# ------------------------------------------------------------------ revisions

FIRST = """\
agreement "Amager" {
  valid 2017..2020
  area  amager
}
area amager
indicator indbrud "Indbrud", count, lower is better
indicator chikane "Chikane", count, lower is better
indbrud <= 48
chikane <= 37
"""
REVISION = """\
revises "first.tryghed" {
  effective 2019
  because   "Styregruppens møde 12-12-2018"
}
replace indbrud: indbrud <= 45
retire  chikane, because "opgøres ikke længere"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("revisions")
    (made / "first.tryghed").write_text(FIRST, encoding="utf-8")
    (made / "second.tryghed").write_text(REVISION, encoding="utf-8")
    (made / "figures.csv").write_text(
        "indicator,area,period,value\nindbrud,amager,2018,47\nindbrud,amager,2019,47\n",
        encoding="utf-8",
    )
    return made


def explained(folder: Path, target: str, year: int, language: str = "en") -> str:
    ran = run_command(
        f"tryghed explain second.tryghed {target} --data figures.csv --as-of {year} "
        f"--lang {language}",
        folder,
    )
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


def test_the_wording_that_was_in_force_is_explained(folder: Path) -> None:
    before, after = explained(folder, "indbrud", 2018), explained(folder, "indbrud", 2019)
    assert "rule indbrud <= 48 written in first.tryghed:8 as of 2018" in before
    assert (
        "rule indbrud <= 45 written in second.tryghed:5 "
        "in force since 2019: Styregruppens møde 12-12-2018 as of 2019"
    ) in after
    danish = explained(folder, "indbrud", 2019, "da")
    assert "i kraft fra 2019: Styregruppens møde 12-12-2018" in danish


def test_why_a_target_is_retired_is_explained_once(folder: Path) -> None:
    text = explained(folder, "chikane", 2019, "da")
    assert "afventer (udgået)" in text
    assert text.count("opgøres ikke længere") == 1


def test_a_target_of_another_area_says_which(tmp_path: Path) -> None:
    (tmp_path / "spec.tryghed").write_text(
        """\
agreement "A" { area nord }
area nord "Nordkvarteret"
area syd  "Sydkvarteret"
areas bydele = nord, syd
indicator x "X", count
for each area in bydele { x <= 10 }
""",
        encoding="utf-8",
    )
    (tmp_path / "figures.csv").write_text(
        "indicator,area,period,value\nx,nord,2018,9\nx,syd,2018,11\n", encoding="utf-8"
    )
    ran = run_command(
        "tryghed explain spec.tryghed 'x in syd' --data figures.csv --as-of 2018", tmp_path
    )
    assert "area        Sydkvarteret (syd)" in ran.out

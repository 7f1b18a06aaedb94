"""`tryghed diff`: what a revision changes in the Amager agreement, and what that would do.

The revisions are made up for the test. The figures are those of `specs/amager/figures-example.csv`:
in 2020 there were 39 burglaries, 112 thefts and 62 drug offences.
"""

import json
import shutil
from pathlib import Path

import pytest

from support.running import Ran, run_command

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
FIRST = """\
revises "amager-2017.tryghed" {
  effective 2019
}
replace indbrud: indbrud <= 45, warn within 5%
retire  chikane, because "opgøres ikke længere"
"""
SECOND = """\
revises "amager-2019.tryghed" {
  effective 2020
}
replace indbrud: indbrud <= 38
"""
LOOSER = FIRST.replace("indbrud <= 45, warn within 5%", "indbrud <= 50")
UNCLEAR = FIRST.replace("indbrud <= 45, warn within 5%", "indbrud <= narkotika")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Path(shutil.copytree(AMAGER, tmp_path_factory.mktemp("diff") / "amager"))
    files = {"2019": FIRST, "2020": SECOND, "looser": LOOSER, "unclear": UNCLEAR}
    for name, text in files.items():
        (made / f"amager-{name}.tryghed").write_text(text, encoding="utf-8")
    (made / "amager-wrong.tryghed").write_text(FIRST + "replace x: x <= 1\n", encoding="utf-8")
    return made


def diff(folder: Path, old: str, new: str, options: str = "") -> Ran:
    ran = run_command(f"tryghed diff amager-{old}.tryghed amager-{new}.tryghed {options}", folder)
    assert "Traceback" not in ran.out + ran.err
    assert "E900" not in ran.out + ran.err
    return ran


def test_the_one_verdict_that_flips_is_named(folder: Path) -> None:
    ran = diff(folder, "2019", "2020", "--data figures-example.csv --as-of 2020")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
amager-2019.tryghed -> amager-2020.tryghed
1 change: 1 stricter

indbrud: changed, stricter
  old  indbrud <= 45, warn within 5%
  new  indbrud <= 38
  - limit 45 -> 38
  - margin 5 % -> none

Verdicts that flip, as of 2020
  indbrud: pass (met) -> fail (missed)
    39 against at most 45.
    39 against at most 38: 1 over.
"""
    )


def test_of_a_revision_the_newest_wording_is_meant_whatever_the_year(folder: Path) -> None:
    """As of 2018 neither revision was in force; both are held against the figures of 2018: 41."""
    ran = diff(folder, "2017", "2020", "--data figures-example.csv --as-of 2018")
    assert ran.out.endswith("""\
Verdicts that flip, as of 2018
  indbrud: pass (met) -> fail (missed)
    41 against at most 48.
    41 against at most 38: 3 over.
""")


def test_without_figures_it_compares_what_the_specs_state(folder: Path) -> None:
    ran = diff(folder, "2017", "2019")
    assert (
        ran.out
        == """\
amager-2017.tryghed -> amager-2019.tryghed
2 changes: 1 stricter, 1 no difference

indbrud: changed, stricter
  old  indbrud <= baseline(2015)
  new  indbrud <= 45, warn within 5%
  - limit 48 -> 45
  - margin none -> 5 %

chikane: retired, no difference
  monitor chikane
  because: opgøres ikke længere
"""
    )


def test_nothing_changed_is_said_so(folder: Path) -> None:
    ran = diff(folder, "2017", "2017", "--data figures-example.csv --as-of 2018")
    assert ran.out.splitlines()[1:] == ["nothing has changed", "", "No verdict flips, as of 2018"]


def test_it_speaks_danish(folder: Path) -> None:
    options = "--data figures-example.csv --as-of 2020 --lang da"
    out = diff(folder, "2019", "2020", options).out
    assert "1 ændring: 1 strammere\n" in out
    assert "indbrud: ændret, strammere\n  før  indbrud <= 45" in out
    assert "- grænse 45 -> 38\n  - margen 5 % -> ingen\n" in out
    assert "indbrud: opfyldt (overholdt) -> ikke opfyldt (ikke nået)\n" in out


@pytest.mark.parametrize(
    ("old", "new", "options", "code"),
    [
        ("2017", "2019", "", 0),
        ("2019", "2017", "", 1),
        ("2017", "looser", "", 1),
        ("2017", "unclear", "", 1),
        # 55 drug offences in 2018, 47 in 2019: a limit of 48 is then looser, and stricter
        ("2017", "unclear", "--data figures-example.csv --as-of 2018", 1),
        ("2017", "unclear", "--data figures-example.csv --as-of 2019", 0),
        ("2017", "2017", "", 0),
    ],
)
def test_never_looser_fails_on_what_is_or_may_be(
    folder: Path, old: str, new: str, options: str, code: int
) -> None:
    asked = diff(folder, old, new, f"{options} --never-looser")
    assert asked.code == code
    assert ("--never-looser: something is looser" in asked.err) == (code == 1)
    assert diff(folder, old, new, options).code == 0


def test_what_holds_for_one_year_s_figures_says_so(folder: Path) -> None:
    out = diff(folder, "2017", "unclear", "--data figures-example.csv --as-of 2019").out
    assert "indbrud: changed, stricter (on the figures of 2019)\n" in out
    assert "cannot be told whether stricter or looser\n" in diff(folder, "2017", "unclear").out


def test_programs_get_it_as_json(folder: Path) -> None:
    ran = diff(folder, "2017", "2020", "--data figures-example.csv --as-of 2020 --format json")
    told = json.loads(ran.out)
    assert (told["schema"], told["as_of"], told["may_be_looser"]) == (
        "tryghed-diff/1",
        "2020",
        False,
    )
    assert [(each["id"], each["change"], each["effect"]) for each in told["targets"]] == [
        ("indbrud", "changed", "stricter"),
        ("chikane", "retired", "same"),
    ]
    assert told["targets"][0]["differences"] == [
        {"what": "limit", "name": None, "old": 48, "new": 38}
    ]
    (flip,) = told["flips"]
    assert (flip["id"], flip["old"]["verdict"], flip["new"]["reason"]) == (
        "indbrud",
        "pass",
        "missed",
    )


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_line_is_wider_than_a_terminal(folder: Path, language: str) -> None:
    name = "et_mål_med_et_ret_langt_navn_foran_kolon"
    for file, limit in (("a", "indbrud[2019]"), ("b", "vold")):
        text = f"{SECOND}{name}: indbrud + vold <= {limit} + baseline(2015) + narkotika[2019]\n"
        (folder / f"amager-{file}.tryghed").write_text(text, encoding="utf-8")
    for options in ("", "--data figures-example.csv --as-of 2018"):
        out = diff(folder, "a", "b", f"{options} --lang {language}").out
        assert name in out
        assert max(map(len, out.splitlines())) <= 80


def test_what_is_calculated_is_called_so(folder: Path) -> None:
    out = diff(folder, "2017", "unclear").out
    assert "  - limit 48 -> a calculation\n" in out


@pytest.mark.parametrize(
    ("specs", "options", "code", "told"),
    [
        ("2017 wrong", "", 3, "E221"),
        ("none 2019", "", 3, "E001"),
        ("2017 2019", "--data none.csv", 4, "E301"),
        ("2017 2019", "--data figures-example.csv --as-of x", 2, "E332"),
    ],
)
def test_where_nothing_can_be_compared_the_exit_code_says_why(
    folder: Path, specs: str, options: str, code: int, told: str
) -> None:
    old, new = specs.split()
    ran = diff(folder, old, new, options)
    assert (ran.code, ran.out) == (code, "")
    assert f"error[{told}]: " in ran.err

"""`tryghed history`: the Amager agreement with two revisions made up for the test, year by year.

The figures are the made-up ones of `specs/amager/figures-example.csv`; every verdict below is
worked out from its rows by hand.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from support.running import Ran, run_command

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
FIRST = """\
revises "amager-2017.tryghed" {
  effective 2019
  because   "Styregruppens møde 12-12-2018"
}
replace indbrud: indbrud <= 45, warn within 5%
retire  chikane, because "opgøres ikke længere"
"""
SECOND = """\
revises "amager-2019.tryghed" {
  effective 2020
}
replace indbrud: indbrud <= 38
replace narkotika: narkotika <= 60
"""
# Burglaries were 47, 41, 44 and 39: at most 48, 48, then 45, then 38.
VERDICTS = {
    "agreement": "pending pass fail fail fail",
    "utryg": "pending pass pass pass fail",
    "utryg_aften": "pending pass pass pass fail",
    "aktiveringer": "pending pass pass fail pass",
    "indbrud": "pending pass pass pass fail",
    "tyveri": "pending pass pass fail pass",
    "vold": "pending pass fail fail pass",
    "hærværk": "pending pass fail fail pass",
    "samlet": "pending pass pass fail pass",
    "narkotika": "monitor monitor monitor monitor fail",
    "chikane": "monitor monitor monitor pending pending",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Path(shutil.copytree(AMAGER, tmp_path_factory.mktemp("history") / "amager"))
    (made / "amager-2019.tryghed").write_text(FIRST, encoding="utf-8")
    (made / "amager-2020.tryghed").write_text(SECOND, encoding="utf-8")
    (made / "wrong.tryghed").write_text(FIRST.replace("indbrud:", "inbrud:"), encoding="utf-8")
    return made


def history(folder: Path, options: str, spec: str = "amager-2020.tryghed") -> Ran:
    ran = run_command(f"tryghed history {spec} {options}", folder)
    assert "Traceback" not in ran.out + ran.err
    assert "E900" not in ran.out + ran.err
    return ran


def rows(out: str) -> dict[str, str]:
    """The table's rows by their first word, each with the other words."""
    table = out.partition("\nWordings")[0].splitlines()
    split = [line.split() for line in table if line.startswith("  ")]
    return {words[0]: " ".join(words[1:]) for words in split}


def test_every_year_is_judged_by_the_wording_that_was_in_force(folder: Path) -> None:
    ran = history(folder, "--data figures-example.csv --from 2016 --to 2020")
    assert (ran.code, ran.err) == (0, "")
    found = rows(ran.out)
    assert found.pop("2016") == "2017 2018 2019 2020"
    assert found == VERDICTS


def test_the_years_are_the_agreement_s_own_unless_others_are_asked_for(folder: Path) -> None:
    for options, years in (("", "2018 2019 2020"), ("--to 2018", "2018"), ("--from 2020", "")):
        out = history(folder, f"--data figures-example.csv {options}").out
        assert rows(out)[{"--from 2020": "2020"}.get(options, "2017")] == years


def test_years_to_come_are_shown_when_they_are_asked_for(folder: Path) -> None:
    figures = (folder / "figures-example.csv").read_text(encoding="utf-8").splitlines()
    known = [line for line in figures if ",2020," not in line]
    (folder / "until-2019.csv").write_text("\n".join(known), encoding="utf-8")
    for options, years in (("", "2018 2019"), (" --to 2020", "2018 2019 2020")):
        ran = history(folder, f"--data until-2019.csv{options}")
        assert rows(ran.out)["2017"] == years


@pytest.mark.parametrize(
    ("without", "told"),
    [
        (("indbrud,amager,2018,",), []),  # they come again
        (("indbrud,amager,2020,",), ["before 2020: `indbrud` (2019)"]),
        (("indbrud,amager,2019,", "indbrud,amager,2020,"), ["before 2020: `indbrud` (2018)"]),
    ],
)
def test_figures_that_stop_are_told_once_for_the_last_year(
    folder: Path, without: tuple[str, ...], told: list[str]
) -> None:
    figures = (folder / "figures-example.csv").read_text(encoding="utf-8").splitlines()
    known = [line for line in figures if not line.startswith(without)]
    assert len(known) == len(figures) - len(without)
    (folder / "some.csv").write_text("\n".join(known), encoding="utf-8")
    ran = history(folder, "--data some.csv")
    assert re.findall(r"stop (before 20\d\d: .+? \(20\d\d\))", ran.err) == told


def test_the_wordings_stand_below_with_their_years_and_reasons(folder: Path) -> None:
    out = history(folder, "--data figures-example.csv").out
    wordings = out.partition("\nWordings\n")[2]
    assert (
        """\
  indbrud
    2017–2018  indbrud <= baseline(2015)
    2019       indbrud <= 45, warn within 5%
               revised: Styregruppens møde 12-12-2018
    2020       indbrud <= 38
"""
        in wordings
    )
    assert (
        """\
  chikane
    2017–2018  monitor chikane
               because: for ustabile til et mål
    2019–2020  retired
               because: opgøres ikke længere
               revised: Styregruppens møde 12-12-2018
  narkotika
    2017–2019  monitor narkotika
               because: for ustabile til et mål
    2020       narkotika <= 60
"""
        in wordings
    )


def test_a_target_that_was_not_there_yet_has_no_verdict(folder: Path) -> None:
    text = SECOND + 'indicator ny "Ny", count, lower is better\nny <= 5\n'
    (folder / "new.tryghed").write_text(text, encoding="utf-8")
    out = history(folder, "--data figures-example.csv", "new.tryghed").out
    assert rows(out)["ny"] == "– – – unknown"
    assert out.endswith("  ny\n    2020       ny <= 5\n")


def test_an_indicator_declared_anew_is_shown_with_what_it_changes(folder: Path) -> None:
    anew = 'replace indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 40\n'
    text = FIRST.replace("replace indbrud: indbrud <= 45, warn within 5%\n", anew)
    (folder / "anew.tryghed").write_text(text, encoding="utf-8")
    out = history(folder, "--data figures-example.csv", "anew.tryghed").out
    # 44 in 2019 and 39 in 2020, at most 40 now
    assert rows(out)["indbrud"] == "pass pass fail pass"
    below = out.partition("  indbrud\n    2017–2018  indbrud <= baseline(2015)\n")[2]
    assert below.startswith("    2019–2020  indbrud <= baseline(2015)\n               indicator")
    assert "baseline 2015 = 40" in " ".join(below.partition("  tyveri")[0].split())
    assert "\n    2019–2020  samlet <= baseline(2015)\n" in below


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("years", ["", "--from 1990 --to 2022"])
def test_no_line_is_wider_than_a_terminal(folder: Path, language: str, years: str) -> None:
    out = history(folder, f"--data figures-example.csv {years} --lang {language}").out
    assert max(map(len, out.splitlines())) <= 80


def test_it_speaks_danish(folder: Path) -> None:
    out = history(folder, "--data figures-example.csv --lang da").out
    table, _, wordings = out.partition("\nOrdlyd\n")
    assert "ikke opfyldt" in " ".join(table.split())
    assert "fordi: opgøres ikke længere\n" in wordings
    assert "2019–2020  udgået\n" in wordings


def test_programs_get_the_reasons_too(folder: Path) -> None:
    ran = history(folder, "--data figures-example.csv --from 2016 --format json")
    told = json.loads(ran.out)
    assert (ran.code, told["schema"]) == (0, "tryghed-history/1")
    assert [each["as_of"] for each in told["years"]] == ["2016", "2017", "2018", "2019", "2020"]
    assert [each["file"] for each in told["years"]] == [
        *("amager-2017.tryghed",) * 3,
        *("amager-2019.tryghed", "amager-2020.tryghed"),
    ]
    by_id = {target["id"]: target for target in told["targets"]}
    assert [each["reason"] for each in by_id["indbrud"]["years"]] == [
        *("before-valid", "met", "met", "met", "missed"),
    ]
    assert [each["limit"] for each in by_id["indbrud"]["years"][1:]] == [48, 48, 45, 38]
    assert [each["reason"] for each in by_id["chikane"]["years"]][3:] == ["retired", "retired"]
    assert [(each["first"], each["last"]) for each in by_id["indbrud"]["wordings"]] == [
        *(("2016", "2018"), ("2019", "2019"), ("2020", "2020")),
    ]


@pytest.mark.parametrize(
    ("spec", "options", "code", "told"),
    [
        ("wrong.tryghed", "--data figures-example.csv", 3, "E221"),
        ("none.tryghed", "--data figures-example.csv", 3, "E001"),
        ("amager-2020.tryghed", "--data none.csv", 4, "E301"),
        ("amager-2020.tryghed", "--data figures-example.csv --from 2021", 4, "E334"),
        ("amager-2020.tryghed", "--data figures-example.csv --from forår", 2, "E332"),
        ("amager-2020.tryghed", "--data figures-example.csv --area valby", 2, "E331"),
    ],
)
def test_where_nothing_can_be_shown_the_exit_code_says_why(
    folder: Path, spec: str, options: str, code: int, told: str
) -> None:
    ran = history(folder, options, spec)
    assert (ran.code, ran.out) == (code, "")
    assert f"error[{told}]: " in ran.err


def test_figures_have_to_be_named(folder: Path) -> None:
    ran = history(folder, "")
    assert ran.code == 2
    assert "--data" in ran.err


def test_a_target_is_explained_by_the_wording_of_its_year_or_not_there_yet(folder: Path) -> None:
    explain = "tryghed explain amager-2020.tryghed indbrud --data figures-example.csv --as-of"
    for year, rule, file in (
        (2018, "indbrud <= baseline(2015)", "amager-2017.tryghed:36"),
        (2020, "indbrud <= 38", "amager-2020.tryghed:4"),
    ):
        out = run_command(f"{explain} {year}", folder).out
        assert f"  rule        {rule}\n  written in  {file}\n" in out
    text = SECOND + 'indicator ny "Ny", count, lower is better\nny <= 5\n'
    (folder / "later.tryghed").write_text(text, encoding="utf-8")
    early = explain.replace("amager-2020", "later").replace("indbrud", "ny")
    ran = run_command(f"{early} 2018", folder)
    assert (ran.code, ran.out) == (2, "")
    assert "error[E335]: there is no target called `ny`" in ran.err

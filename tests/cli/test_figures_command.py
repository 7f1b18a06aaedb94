"""`tryghed figures`, and what a project file changes for the other commands."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.running import Ran, run_command

ROOT = Path(__file__).parents[2]
AMAGER = ROOT / "specs" / "amager"
SPEC = """\
agreement "Prøve" { area amager; valid 2017..2019 }
area amager "Amager"
source politi "Politiets opgørelse"
indicator indbrud "Indbrud", count, from politi, lower is better, baseline 2017 = 44
indicator vold    "Vold",    count, from politi, lower is better
indbrud <= baseline(2017)
monitor vold
"""
TABLE = "område;lovovertrædelse;2017;2018\nAmager;Indbrud;44;45\nAmager;Vold;60;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec.tryghed").write_text(SPEC, encoding="utf-8")
    (tmp_path / "tal.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def figures(folder: Path, words: str) -> Ran:
    return run_command(f"tryghed figures {words}", folder)


def test_what_was_read_is_shown_with_a_grid_of_what_there_is(folder: Path) -> None:
    ran = figures(folder, "tal.csv --spec spec.tryghed")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "tal.csv: 3 figures, several figures a row",
        "  indicator `lovovertrædelse`: 2 (`Indbrud`, `Vold`)",
        "  area `område`: 1 (`Amager`)",
        "  period: 2 (`2017`, `2018`)",
        "",
        "  amager:",
        "               2017 2018",
        "  indbrud       x    x",
        "  vold          x    ..",
    ]


def test_without_a_spec_its_names_are_not_missed(folder: Path) -> None:
    ran = figures(folder, "tal.csv --lang da")
    assert (ran.code, ran.err) == (0, "")
    assert "område `område`: 1 (`Amager`)" in ran.out


def test_quarters_are_named_as_the_language_names_them(folder: Path) -> None:
    (folder / "tal.csv").write_text("Indbrud;2018K1;2018K2\nAmager;4;\n", encoding="utf-8")
    assert "tal.csv: 1 figure, several figures a row" in figures(folder, "tal.csv").out
    assert " 2018Q1\n" in figures(folder, "tal.csv").out
    assert " 2018K1\n" in figures(folder, "tal.csv --lang da").out


def test_what_the_spec_does_not_have_is_not_among_what_was_taken(folder: Path) -> None:
    (folder / "tal.csv").write_text(TABLE + "Valby;Indbrud;1;2\n", encoding="utf-8")
    ran = figures(folder, "tal.csv --spec spec.tryghed")
    assert "tal.csv: 5 figures, 3 of them taken, several figures a row" in ran.out
    (folder / "tal.csv").write_text(TABLE.replace("Amager", "Valby"), encoding="utf-8")
    ran = figures(folder, "tal.csv --spec spec.tryghed")
    assert "tal.csv: 3 figures, 0 of them taken" in ran.out


def test_two_tables_are_told_apart_by_their_titles(folder: Path) -> None:
    table = "\n\nområde;2017;2018\nAmager;44;45\nValby;1;2\n\n"
    text = f"Tabel 1: Indbrud{table}Tabel 2: Vold{table}"
    (folder / "tal.csv").write_text(text, encoding="utf-8")
    out = figures(folder, "tal.csv").out
    assert "tal.csv, Tabel 1: Indbrud: 4 figures" in out
    assert "tal.csv, Tabel 2: Vold: 4 figures" in out


def test_rows_that_contradict_each_other_are_an_error_without_a_spec_too(folder: Path) -> None:
    text = "indikator;område;år;antal\nIndbrud;Amager;2018;10\nIndbrud;Amager;2018;11\n"
    (folder / "tal.csv").write_text(text, encoding="utf-8")
    ran = figures(folder, "tal.csv")
    assert ran.code == 4
    assert "error[E304] tal.csv:3" in ran.err


def test_what_is_odd_is_told_and_an_error_is_exit_code_four(folder: Path) -> None:
    (folder / "tal.csv").write_text(TABLE.replace("45", "ca. 45"), encoding="utf-8")
    ran = figures(folder, "tal.csv")
    assert ran.code == 4
    assert "error[E303] tal.csv:D2: `ca. 45` is not a number" in ran.err


def test_a_spec_is_no_file_of_figures(folder: Path) -> None:
    ran = figures(folder, "spec.tryghed")
    assert ran.code == 2
    assert "--needed" in ran.err


def test_the_figures_that_a_year_needs_and_whom_to_ask(folder: Path) -> None:
    ran = figures(folder, "spec.tryghed --needed --as-of 2018 --data tal.csv")
    assert ran.code == 4
    assert ran.out.splitlines() == [
        "Prøve · as of 2018: figures needed: 2, of which at hand: 1",
        "",
        "Politiets opgørelse: 1 missing",
        "  indbrud  amager  2018  tal.csv D2",
        "  vold     amager  2018  missing",
    ]


def test_when_all_are_there_that_is_exit_code_zero(folder: Path) -> None:
    (folder / "tal.csv").write_text(TABLE.replace("60;", "60;61"), encoding="utf-8")
    ran = figures(folder, "spec.tryghed --needed --as-of 2018 --data tal.csv --lang da")
    assert ran.code == 0
    assert "Politiets opgørelse: alle er der" in ran.out


def test_a_project_file_is_proposed_once_and_then_used(folder: Path) -> None:
    ran = figures(folder, "tal.csv --spec spec.tryghed --write-project")
    assert ran.code == 0
    assert 'files = ["tal.csv"]' in (folder / "tryghed.toml").read_text(encoding="utf-8")
    again = figures(folder, "tal.csv --spec spec.tryghed --write-project")
    assert again.code == 2
    assert "E337" in again.err
    judged = run_command("tryghed check spec.tryghed", folder)
    assert judged.code == 1, judged.err
    assert "45 against at most 44" in judged.out


def test_no_project_file_is_written_for_a_file_that_is_not_there(folder: Path) -> None:
    ran = figures(folder, "andet.csv --write-project")
    assert ran.code == 4
    assert "no project file was written" in ran.err
    assert not (folder / "tryghed.toml").exists()


def test_without_a_spec_the_project_file_lies_where_all_files_are_below(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "tal.csv").write_text(TABLE, encoding="utf-8")
    ran = figures(folder, "a/tal.csv b/tal.csv --write-project")
    assert "uses it where it lies in the folder of the spec" in ran.err
    assert 'files = ["a/tal.csv"]' in (folder / "tryghed.toml").read_text(encoding="utf-8")


def test_a_strange_name_is_no_guess(folder: Path) -> None:
    more = "Amagerbro;Indbrud;1;2\nFredensborg;Indbrud;3;4\n"
    (folder / "tal.csv").write_text(TABLE + more, encoding="utf-8")
    figures(folder, "tal.csv --spec spec.tryghed --write-project")
    written = (folder / "tryghed.toml").read_text(encoding="utf-8")
    assert '# "Amagerbro" = ""' in written
    assert '# "Fredensborg" = ""' in written


def test_an_unclear_number_leaves_a_line_for_its_sign(folder: Path) -> None:
    (folder / "tal.csv").write_text(TABLE.replace("45", "1.045"), encoding="utf-8")
    figures(folder, "tal.csv --spec spec.tryghed --write-project")
    written = (folder / "tryghed.toml").read_text(encoding="utf-8").splitlines()
    assert '# decimal = ","' in written
    assert '# decimal = "."' in written


def test_a_database_is_proposed_by_its_address(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "tal.db")) as database:
        database.execute("create table tal (indikator, område, år, værdi)")
        database.execute("insert into tal values ('Indbrud', 'Amager', 2018, 45)")
        database.commit()
    ran = figures(folder, "sqlite:///tal.db#tal --write-project")
    assert ran.code == 0, ran.err
    written = (folder / "tryghed.toml").read_text(encoding="utf-8")
    assert 'url = "sqlite:///tal.db#tal"' in written
    judged = run_command("tryghed check spec.tryghed", folder)
    assert "45 against at most 44" in judged.out


def test_without_a_path_it_is_asked_for_in_the_language_of_the_output(folder: Path) -> None:
    ran = figures(folder, "--lang da")
    assert (ran.code, ran.out) == (2, "")
    assert "nævn de filer, der skal læses" in ran.err


def test_without_project_or_data_it_is_said_how_to_name_figures(folder: Path) -> None:
    ran = run_command("tryghed check spec.tryghed", folder)
    assert ran.code == 2
    assert "--data" in ran.err


def test_a_mistake_in_the_project_file_stops_the_work(folder: Path) -> None:
    (folder / "tryghed.toml").write_text('[sources.a]\nfile = "tal.csv"\n', encoding="utf-8")
    ran = run_command("tryghed check spec.tryghed", folder)
    assert ran.code == 4
    assert "tryghed.toml:2" in ran.err
    assert ran.out == ""


def test_the_needed_figures_of_the_amager_agreement(tmp_path: Path) -> None:
    shutil.copytree(AMAGER, tmp_path / "amager")
    ran = figures(
        tmp_path,
        "amager/amager-2017.tryghed --needed --as-of 2019 --data amager/figures-published.csv",
    )
    assert ran.code == 4
    missing = [line.split()[:3] for line in ran.out.splitlines() if line.endswith("  missing")]
    assert missing == [
        ["aktiveringer", "amager", "2019"],
        ["utryg_aften", "amager", "2019"],
        ["indbrud", "amager", "2019"],
        ["tyveri", "amager", "2019"],
        ["vold", "amager", "2019"],
        ["hærværk", "amager", "2019"],
        ["narkotika", "amager", "2019"],
        ["chikane", "amager", "2019"],
    ]

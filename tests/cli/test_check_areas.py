"""`tryghed check --areas`: how many areas have which verdict, and all rows in a file."""

from pathlib import Path

import duckdb
import pytest

from support.running import run_command

SPEC = """\
agreement "Havnen" { area nord; baseline 2015 }
area nord
area syd
areas dele = nord, syd
indicator indbrud "Indbrud", count, lower is better
indicator chikane "Chikane", count
indbrud <= baseline(2015), warn within 10%
monitor chikane
"""
FIGURES = """\
indicator,area,period,value
indbrud,nord,2015,48
indbrud,nord,2018,48
indbrud,syd,2015,48
indbrud,syd,2018,50
indbrud,vest,2018,3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "havnen.tryghed").write_text(SPEC, encoding="utf-8")
    (tmp_path / "tal.csv").write_text(FIGURES, encoding="utf-8")
    return tmp_path


def test_the_verdicts_of_all_areas_are_counted(folder: Path) -> None:
    done = run_command("tryghed check havnen.tryghed --data tal.csv --areas all", folder)
    assert done.code == 4  # the west has no baseline
    assert done.out.splitlines() == [
        "Havnen · 3 areas · as of 2018 · judged by local",
        "",
        "           pass    warn    unknown    monitor",
        "indbrud       1       1          1          0",
        "chikane       0       0          0          3",
    ]


def test_in_danish_for_a_list_of_the_spec(folder: Path) -> None:
    line = "tryghed check havnen.tryghed --data tal.csv --areas dele --engine duckdb --lang da"
    done = run_command(line, folder)
    assert done.code == 0
    assert done.out.splitlines()[:4] == [
        "Havnen · 2 områder · status 2018 · bedømt af duckdb",
        "",
        "           opfyldt    advarsel    følges",
        "indbrud          1           1         0",
    ]


def test_a_warning_may_be_a_failure(folder: Path) -> None:
    line = "tryghed check havnen.tryghed --data tal.csv --areas nord,syd --fail-on warn"
    assert run_command(line, folder).code == 1


@pytest.mark.parametrize("name", ["rows.parquet", "rows.csv"])
def test_all_rows_are_written(folder: Path, name: str) -> None:
    line = f"tryghed check havnen.tryghed --data tal.csv --areas nord,syd -o {name}"
    assert run_command(line, folder).code == 0
    with duckdb.connect() as database:
        database.execute(
            "SELECT area, target, verdict, value FROM query_table([?])", [str(folder / name)]
        )
        rows = sorted(database.fetchall())
    assert rows == [
        ("nord", "chikane", "monitor", None),
        ("nord", "indbrud", "pass", 48.0),
        ("syd", "chikane", "monitor", None),
        ("syd", "indbrud", "warn", 50.0),
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--area nord --areas all", "`--area` does not go with `--areas`"),
        ("--areas all --format json", "`--format json` does not go with `--areas`"),
        ("--engine duckdb", "`--engine` goes with `--areas`"),
        ("-o rows.csv", "`-o` goes with `--areas`"),
        ("--areas all -o rows.xlsx", "`rows.xlsx` ends neither in .parquet nor in .csv"),
        ("--areas all -o nowhere/rows.csv", "`nowhere/rows.csv` cannot be written"),
        ("--areas all -o tal.csv", "`-o tal.csv` would replace a file that is read here"),
    ],
)
def test_what_does_not_go_together_is_told(folder: Path, options: str, told: str) -> None:
    done = run_command(f"tryghed check havnen.tryghed --data tal.csv {options}", folder)
    assert done.code == 2
    assert told in done.err
    assert (folder / "tal.csv").read_text(encoding="utf-8") == FIGURES


def test_an_engine_that_there_is_not_is_told(folder: Path) -> None:
    line = "tryghed check havnen.tryghed --data tal.csv --areas all --engine mars"
    done = run_command(line, folder)
    assert done.code == 2
    assert "mars" in done.err

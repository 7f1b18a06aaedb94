"""`tryghed sql`: the query of a spec, run by the databases that are at hand."""

import sqlite3
from pathlib import Path

import duckdb
import pytest
import sqlglot

import tryghed_dsl as td
from support.running import run_command

SPEC = """\
agreement "Havnen" { baseline 2015 }
area byen
indicator indbrud "Indbrud", count, lower is better
indicator utryg "Utrygge", percent, lower is better
indicator chikane "Chikane", count, lower is better
areas dele = nord, syd, byen
area nord
area syd
benchmark niveau = same indicator in byen
indbrud <= baseline(2015), warn within 10%
utryg -> approach(niveau, by=2020, close=100%)
monitor chikane
middle: median(utryg over dele) <= 9
"""
FIGURES = """\
indicator,area,period,value
indbrud,nord,2015,48
indbrud,nord,2018,50
indbrud,syd,2015,48
indbrud,syd,2018,55
utryg,nord,2015,12
utryg,nord,2018,9
utryg,syd,2015,12
utryg,syd,2018,11.5
utryg,byen,2015,6
utryg,byen,2018,6
"""
DIALECTS = ("duckdb", "postgres", "spark", "snowflake", "bigquery", "trino", "sqlite")
Rows = list[tuple[object, ...]]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "havnen.tryghed"
    path.write_text(SPEC, encoding="utf-8")
    (tmp_path / "tal.csv").write_text(FIGURES, encoding="utf-8")
    return path


def printed(spec: Path, dialect: str) -> str:
    line = f"tryghed sql {spec.name} --as-of 2018 --dialect {dialect}"
    done = run_command(line, spec.parent)
    assert done.code == 0, done.err
    return done.out


def expected(spec: Path) -> Rows:
    figures, columns = spec.parent / "tal.csv", ("value", "limit")
    return sorted(td.evaluate(td.load(spec), figures, 2018, areas="all", columns=columns), key=str)


def records(spec: Path) -> list[list[str]]:
    _, *lines = (spec.parent / "tal.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(",") for line in lines]


CREATE = "CREATE TABLE figures (indicator TEXT, area TEXT, period INTEGER, value DOUBLE)"
INSERT = "INSERT INTO figures VALUES (?, ?, ?, ?)"


def test_the_embedded_database_gives_the_same_verdicts(spec: Path) -> None:
    with duckdb.connect() as database:
        database.execute(CREATE)
        database.executemany(INSERT, records(spec))
        rows = database.execute(printed(spec, "duckdb")).fetchall()
    assert len(rows) == 12  # three areas, four targets
    assert sorted(rows, key=str) == expected(spec)


def test_sqlite_gives_the_same_verdicts(spec: Path) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(CREATE)
    database.executemany(INSERT, records(spec))
    rows = database.execute(printed(spec, "sqlite")).fetchall()
    assert sorted(rows, key=str) == expected(spec)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_target_stands_behind_its_wording(spec: Path, dialect: str) -> None:
    query = printed(spec, dialect)
    parsed = sqlglot.parse_one(query, dialect=dialect)
    assert isinstance(parsed, sqlglot.exp.Query)
    for wording in ("indbrud <= baseline(2015), warn within 10%", "monitor chikane"):
        assert f"/* {wording} */" in query


def test_what_figures_would_decide_has_to_be_stated(tmp_path: Path) -> None:
    (tmp_path / "a.tryghed").write_text("x -> approach(y, by=2020)\n", encoding="utf-8")
    done = run_command("tryghed sql a.tryghed --as-of 2018", tmp_path)
    assert done.code == 4
    assert "E333" in done.err
    assert not done.out

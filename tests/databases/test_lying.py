"""Tables of databases as people have them: judged where they are, or read, and told apart."""

import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

import tryghed_dsl as td
from support.postgres import PASSWORD, Server
from tryghed_dsl.everywhere.verdicts import Verdicts

pytest.importorskip("sqlalchemy")

SPEC = td.loads("""
area kbh
indicator indbrud "Indbrud", count, lower is better
indicator to_gange = indbrud + indbrud
indbrud <= 100
to_gange <= 190
""")
FIGURES = """
create table figures (indicator text, area text, period integer, value {kind});
insert into figures values
    ('Indbrud', 'a', 2018, 90), ('indbrud', 'b', 2018, 110), ('indbrud', 'c', 2017, 1)
"""
Rows = list[tuple[object, ...]]


def verdicts(given: str, engine: str | None = None) -> Verdicts:
    return td.evaluate(SPEC, given, 2018, areas="all", engine=engine, columns=["value"])


def rows(given: str, engine: str | None = None) -> Rows:
    return sorted(verdicts(given, engine), key=str)


@pytest.fixture
def address(server: Server) -> str:
    """A table with plain figures."""
    fill(server, FIGURES.format(kind="double precision"))
    return server.address("#figures")


def fill(server: Server, *statements: str) -> None:
    server.run("drop table if exists figures cascade", *statements)


def test_what_is_judged_where_it_lies_is_what_is_judged_in_memory(address: str) -> None:
    found = verdicts(address)
    assert found.engine == "postgresql"
    assert sorted(found, key=str) == rows(address, "local")
    assert sorted(row[:3] for row in found) == [
        ("a", "indbrud", "pass"),
        ("a", "to_gange", "pass"),
        ("b", "indbrud", "fail"),
        ("b", "to_gange", "fail"),
    ]
    assert found.counts["indbrud"][td.Verdict.PASS] == 1


@pytest.mark.parametrize("kind", ["double precision", "real", "numeric", "numeric(6, 1)", "bigint"])
def test_every_kind_of_number_is_judged(server: Server, kind: str) -> None:
    fill(server, FIGURES.format(kind=kind))
    if kind in {"real", "numeric", "double precision"}:
        server.run("update figures set value = 100.1 where area = 'a'")
    found = verdicts(server.address("#figures"))
    assert found.engine == "postgresql"
    assert sorted(found, key=str) == rows(server.address("#figures"), "local")


@pytest.mark.parametrize("value", ["1e300", "-1e300", "1e-300", "1e30", "0", "-0.0"])
@pytest.mark.parametrize("kind", ["double precision", "numeric"])
def test_sizes_that_cannot_be_calculated_with_are_set_aside(
    server: Server, kind: str, value: str
) -> None:
    fill(server, FIGURES.format(kind=kind))
    server.run(f"update figures set value = {value} where area = 'a'")  # noqa: S608
    given = server.address("#figures")
    found = verdicts(given)
    assert found.engine == "postgresql"
    assert sorted(found, key=str) == rows(given, "local")


def test_an_indicator_without_any_row_is_missing(address: str) -> None:
    spec = td.loads("area kbh\nindicator vold, count\nindicator indbrud, count\nvold <= 1")
    found = td.evaluate(spec, address, 2018, areas=["a"], columns=[])
    assert list(found) == [("a", "vold", "unknown", "missing-figure")]


@pytest.mark.parametrize("value", ["'NaN'", "'Infinity'", "1e400", "1e-400"])
def test_numbers_that_are_no_doubles_stop_nothing(server: Server, value: str) -> None:
    fill(server, FIGURES.format(kind="numeric"))
    server.run(f"update figures set value = {value}::numeric where area = 'c'")  # noqa: S608
    assert [row[0] for row in rows(server.address("#figures"))] == ["a", "a", "b", "b"]


def test_two_rows_that_disagree_are_told_as_where_they_are_read(
    address: str, server: Server
) -> None:
    server.run("insert into figures values ('indbrud', 'a', 2018, 90)")
    assert rows(address) == rows(address, "local")
    server.run("insert into figures values ('indbrud', 'a', 2018, 91)")
    with pytest.raises(td.FiguresError, match="E304"):
        rows(address)


def test_a_table_that_only_a_reader_understands_is_read(server: Server) -> None:
    fill(server, FIGURES.format(kind="text"))
    assert verdicts(server.address("#figures"), None).engine != "postgresql"


def test_one_state_of_the_figures_is_judged(address: str, server: Server) -> None:
    found = verdicts(address)
    before = sorted(found, key=str)
    server.run("update figures set value = 0")
    assert sorted(found, key=str) == before
    del found
    gc.collect()  # what holds the table lets it go
    server.run("drop table figures")


@pytest.mark.parametrize("table", ["#figurs", "", "#other.figures"])
def test_a_table_that_is_not_there_is_told(address: str, server: Server, table: str) -> None:
    assert address
    with pytest.raises(td.FiguresError, match="E358"):
        rows(server.address(table))


def test_a_password_is_not_shown(server: Server) -> None:
    for wrong in (server.address("#figures", password="wrong"), server.address("#f", user="x")):  # noqa: S106
        with pytest.raises(td.FiguresError, match="E358") as raised:
            rows(wrong)
        assert PASSWORD not in str(raised.value) + repr(raised.value.findings)


def test_an_error_on_the_way_is_told(server: Server) -> None:
    fill(server, FIGURES.format(kind="double precision"))
    server.run(
        "create view odd as select indicator, area, period, 1 / (value - 90) as value from figures"
    )
    with pytest.raises(td.FiguresError, match="E358"):
        rows(server.address("#odd"))


# ---------------------------------------------------------------------- SQLite


def sqlite(folder: Path, *statements: str) -> str:
    path = folder / "figures.db"
    with closing(sqlite3.connect(path)) as opened:
        for statement in statements:
            opened.executescript(statement)
    return f"sqlite:///{path}#figures"


def test_a_file_of_sqlite_is_judged_where_it_lies(tmp_path: Path) -> None:
    given = sqlite(tmp_path, FIGURES.format(kind="real"))
    found = verdicts(given)
    assert found.engine == "sqlite"
    assert sorted(found, key=str) == rows(given, "local")


def test_a_text_among_the_numbers_is_left_to_the_reader(tmp_path: Path) -> None:
    other = "insert into figures values ('indbrud', 'd', 2018, x'00')"
    with pytest.raises(td.FiguresError, match="E356"):
        verdicts(sqlite(tmp_path, FIGURES.format(kind="real"), other))


def test_a_file_with_an_order_of_letters_of_its_own_is_read(tmp_path: Path) -> None:
    other = "create table more (area text collate nocase)"
    assert verdicts(sqlite(tmp_path, FIGURES.format(kind="real"), other)).engine == "local"


BROKEN = td.loads("""
area a
area b
indicator indbrud "Indbrud", count, lower is better
indbrud <= baseline(2015)
""")


def test_a_row_without_its_figure_is_none(tmp_path: Path) -> None:
    path = tmp_path / "tal.parquet"
    with duckdb.connect() as opened:
        opened.execute(
            "create table t (indicator text, area text, period int, value double, flag text);"
            "insert into t values ('indbrud', 'a', 2015, 5, null), ('indbrud', 'a', 2017, null,"
            " 'break'), ('indbrud', 'a', 2018, 5, null), ('indbrud', 'a', 2019, null, null)"
        )
        opened.execute(f"copy t to '{path}'")
    found = td.evaluate(BROKEN, path, areas=["a", "b"], engine="duckdb", columns=[])
    assert str(found.as_of) == "2018"  # the latest year with a figure
    assert sorted(found) == [
        ("a", "indbrud", "pass", "met"),  # no break, for there is no figure that could have one
        ("b", "indbrud", "unknown", "missing-figure"),
    ]

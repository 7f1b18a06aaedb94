"""Tables, views and queries of SQL databases, which are only ever read."""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.postgres import PASSWORD, Server, serving
from tryghed_dsl.figures import connecting, database, record_grid
from tryghed_dsl.figures.database import read_database
from tryghed_dsl.figures.grid import Cell, Grid
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.findings.finding import Finding, Listed
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language

pytest.importorskip("sqlalchemy")

FIGURES = """
create table figures (indicator text, area text, year integer, value real, note text);
insert into figures values ('indbrud', 'amager', 2017, 45, null);
insert into figures values ('indbrud', 'amager', 2018, null, 'mangler');
create view "nøgle tal" as select area, year, value from figures;
"""
Made = Callable[[str], str]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Makes a database by statements; gives its address."""

    def make(statements: str) -> str:
        path = tmp_path / "figures.db"
        with closing(sqlite3.connect(path)) as opened:
            opened.executescript(statements)
        return f"sqlite:///{path}"

    return make


def read(address: str, query: str | None = None) -> tuple[list[Grid], list[Finding]]:
    return read_database(address, NOTHING_SAID, query)


def cells(grids: Sequence[Grid]) -> list[list[Cell]]:
    (grid,) = grids
    return [list(row.cells) for row in grid.rows]


def told(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in found]


def words(found: Sequence[Finding]) -> str:
    each = [said(finding, language) for finding in found for language in Language]
    return "\n".join("\n".join([one.message, *one.help]) for one in each)


# ---------------------------------------------------------------------- SQLite


def test_a_table_is_read_with_its_names(made: Made) -> None:
    grids, found = read(made(FIGURES) + "#figures")
    assert found == []
    assert (grids[0].file, grids[0].sheet) == ("figures.db", "figures")
    assert (grids[0].addressed, grids[0].texts) == (False, False)
    assert [row.number for row in grids[0].rows] == [0, 1, 2]
    assert cells(grids) == [
        ["indicator", "area", "year", "value", "note"],
        ["indbrud", "amager", 2017.0, 45.0, None],
        ["indbrud", "amager", 2018.0, None, "mangler"],
    ]


def test_a_view_with_a_danish_name_is_read(made: Made) -> None:
    address = made(FIGURES)
    for name in ("nøgle tal", quote("nøgle tal")):
        grids, found = read(f"{address}#{name}")
        assert found == []
        assert cells(grids)[1] == ["amager", 2017.0, 45.0]


@pytest.mark.parametrize("end", ["", ";", " ; "])
def test_a_query_is_read(made: Made, end: str) -> None:
    query = "select year as år, value from figures where area like '%ama:ger%' or year = 2018"
    grids, found = read(made(FIGURES), query + end)
    assert found == []
    assert cells(grids) == [["år", "value"], [2018.0, None]]
    assert grids[0].sheet is None


def test_a_table_that_is_not_there_is_told_with_those_that_are(made: Made) -> None:
    grids, found = read(made(FIGURES) + "#figurs")
    assert grids == []
    assert told(found) == [("E358", "figures.db:figurs")]
    assert found[0].args == {
        "table": "figurs",
        "suggestion": "figures",
        "known": Listed(("figures", "nøgle tal")),
    }


def test_a_table_has_to_be_named(made: Made) -> None:
    _, found = read(made(FIGURES))
    assert told(found) == [("E358", "figures.db")]
    assert found[0].args["known"] == Listed(("figures", "nøgle tal"))


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nothing.db"
    grids, found = read(f"sqlite:///{path}#figures")
    assert grids == []
    assert told(found) == [("E301", "nothing.db")]
    assert not path.exists()


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:", "sqlite:////"])
def test_no_file_is_no_database(address: str) -> None:
    assert [finding.code for finding in read(f"{address}#figures")[1]] == ["E301"]


@pytest.mark.parametrize(
    "query", ["delete from figures", "drop table figures", "create table other (a)"]
)
def test_nothing_is_written(made: Made, query: str) -> None:
    address = made(FIGURES)
    grids, found = read(address, query)
    assert grids == []
    assert told(found) == [("E358", "figures.db")]
    assert len(cells(read(f"{address}#figures")[0])) == 3


def test_settings_of_an_address_cannot_open_for_writing(made: Made) -> None:
    settings_of = "?mode=rwc&uri=true"
    assert read(f"{made(FIGURES)}{settings_of}#figures")[1] == []
    _, found = read(made("") + settings_of, "create table other (a)")
    assert [finding.code for finding in found] == ["E358"]


def test_two_queries_are_not_one(made: Made) -> None:
    _, found = read(made(FIGURES), "select 1; delete from figures")
    assert found[0].args["sign"] == ";"


def test_a_query_that_is_none_is_told_in_the_databases_words(made: Made) -> None:
    _, found = read(made(FIGURES), "selec 1")
    assert found[0].code == "E358"
    assert "selec" in str(found[0].args["answer"])


def test_a_table_without_rows_has_no_figures(made: Made) -> None:
    grids, found = read(made("create table empty (value)") + "#empty")
    assert grids == []
    assert told(found) == [("E312", "figures.db:empty")]


def test_texts_in_a_column_of_numbers_stay_texts(made: Made) -> None:
    statements = "create table t (year integer, value integer); insert into t values (2018, 'få')"
    grids, found = read(made(statements) + "#t")
    assert found == []
    assert cells(grids)[1] == [2018.0, "få"]


def test_bytes_where_a_figure_would_stand_are_told(made: Made) -> None:
    statements = "create table t (value); insert into t values (1), (x'0102')"
    grids, found = read(made(statements) + "#t")
    assert grids == []
    assert told(found) == [("E356", "figures.db:t!2")]
    assert found[0].where is not None
    assert found[0].where.column == "value"


def test_bytes_beside_the_figures_are_left_out(made: Made) -> None:
    statements = "create table t (shape blob, value); insert into t values (x'0102', 1), (null, 2)"
    grids, found = read(made(statements) + "#t")
    assert cells(grids) == [["value"], [1.0], [2.0]]
    assert told(found) == [("N357", "figures.db:t")]
    assert found[0].args["left"] == Listed(("shape",))


def test_numbers_without_end_are_told(made: Made) -> None:
    statements = "create table t (value); insert into t values (9e999)"
    _, found = read(made(statements) + "#t")
    assert told(found) == [("E313", "figures.db:t!1")]


def test_another_file_called_a_database(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    path.write_text("indicator;area;period;value\n" * 100)
    _, found = read(f"sqlite:///{path}#figures")
    assert told(found) == [("E355", "figures.db")]


def test_a_database_cut_short(made: Made, tmp_path: Path) -> None:
    address = made(FIGURES + "insert into figures select * from figures;" * 12)
    path = tmp_path / "figures.db"
    path.write_bytes(path.read_bytes()[:9000])
    grids, found = read(f"{address}#figures")
    assert grids == []
    assert told(found) == [("E355", "figures.db")]


def test_letters_that_are_none_are_told(made: Made) -> None:
    statements = "create table t (area); insert into t values (cast(x'e6' as text))"
    assert [finding.code for finding in read(made(statements) + "#t")[1]] == ["E358"]


def test_a_view_without_end_is_stopped(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_FILE_SECONDS", 0.2)
    view = """create view endless as with recursive n(value) as
        (select 1 union all select value + 1 from n) select value from n"""
    _, found = read(made(view) + "#endless")
    assert told(found) == [("E358", "figures.db:endless")]


def test_more_rows_than_can_be_held_are_refused(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = made(FIGURES)
    monkeypatch.setattr(database, "MOST_ROWS", 1)
    grids, found = read(f"{address}#figures")
    assert grids == []
    assert told(found) == [("E354", "figures.db:figures")]
    assert (found[0].args["rows"], found[0].args["most"]) == (2.0, 1.0)


def test_a_query_with_too_many_rows_is_not_read_to_its_end(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_grid, "MOST_ROWS", 1000)
    query = """with recursive n(value) as (select 1 union all select value + 1 from n)
        select value from n"""
    _, found = read(made(""), query)
    assert told(found) == [("E354", "figures.db")]
    assert found[0].args["most"] == 1000.0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9),
            st.integers(1900, 2100),
            st.none() | st.floats(allow_nan=False, allow_infinity=False),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_whatever_was_written_reads_back(
    tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, int, float | None]]
) -> None:
    path = tmp_path_factory.mktemp("sqlite") / "figures.db"
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("create table figures (area text, year integer, value real)")
        opened.executemany("insert into figures values (?, ?, ?)", records)
        opened.commit()
    grids, found = read(f"sqlite:///{path}#figures")
    assert found == []
    assert [tuple(row) for row in cells(grids)[1:]] == records


# ---------------------------------------------------------------------- addresses


@pytest.mark.parametrize("address", ["", "figures.db", "mongodb://server/db#t", "a://"])
def test_what_is_no_address_of_a_database(address: str) -> None:
    grids, found = read(address)
    assert grids == []
    assert [finding.code for finding in found] == ["E320"]


SECRET = "s3cr3t"  # noqa: S105 -- looked for in what is told


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://anna:{SECRET}@127.0.0.1:1/db#figures",
        f"postgres://anna:{SECRET}@127.0.0.1:1/db",
        f"postgresql://anna@127.0.0.1:1/db?password={SECRET}#figures",
        f"postgresql://anna:a@{SECRET}@127.0.0.1:1/db#figures",
        f"postgresql://anna:a#{SECRET}@127.0.0.1:1/db#figures",
        f"postgresql://anna:a#{SECRET}@127.0.0.1:1/db",
        f"postgresql://anna:a?{SECRET}@127.0.0.1:1/db#figures",
        f"postgresql://anna:a/{SECRET}@127.0.0.1:1/db#figures",
        f"postgresql://anna@127.0.0.1:1/db?password=a@{SECRET}#figures",
        f"postgresql://anna:{SECRET}@127.0.0.1:port/db#figures",
        f"mongodb://anna:{SECRET}@127.0.0.1/db#figures",
        f"mssql+nothing://anna:{SECRET}@127.0.0.1/db#figures",
    ],
)
def test_a_password_is_never_shown(address: str) -> None:
    pytest.importorskip("psycopg")
    grids, found = read(address)
    assert grids == []
    assert len(found) == 1
    assert SECRET not in repr(found)
    assert SECRET not in words(found)


def test_a_sign_that_can_be_the_passwords_is_told() -> None:
    _, found = read("postgresql://anna:a@b@127.0.0.1:1/db#figures")
    assert found[0].args == {"table": "figures", "coded": "%40"}


def test_a_server_that_does_not_answer_is_told() -> None:
    pytest.importorskip("psycopg")
    _, found = read(f"postgresql://anna:{SECRET}@127.0.0.1:1/db#statistik.figures")
    assert told(found) == [("E358", "postgresql://127.0.0.1:1/db:statistik.figures")]
    assert found[0].args["host"] == "127.0.0.1"


def test_without_its_library_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "library", lambda _: None)
    _, found = read(f"postgresql://anna:{SECRET}@127.0.0.1/db#figures")
    assert [finding.code for finding in found] == ["E353"]
    assert found[0].args["install"] == '"tryghed-dsl[sql]"'
    assert SECRET not in repr(found)


@pytest.mark.parametrize(
    ("address", "module", "install"),
    [
        ("postgresql://server/db#figures", "psycopg", '"tryghed-dsl[postgres]"'),
        ("mysql+pymysql://server/db#figures", "pymysql", "PyMySQL"),
        ("mysql://server/db#figures", "pymysql", "PyMySQL"),
    ],
)
def test_without_its_driver_it_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, address: str, module: str, install: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    _, found = read(address)
    assert [finding.code for finding in found] == ["E353"]
    assert found[0].args["install"] == install


# ---------------------------------------------------------------------- PostgreSQL


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    yield from serving()


@pytest.fixture
def server(postgres: Server) -> Server:
    """The server with figures in it."""
    postgres.run(
        "drop schema if exists statistik cascade",
        "drop table if exists figures cascade",
        "create schema statistik",
        """create table statistik."Nøgletal" (
            område text, periode date, værdi numeric(12, 3), enkelt real, antal bigint,
            flag text[], gyldig boolean, nummer uuid, form jsonb)""",
        """insert into statistik."Nøgletal" values
            ('amager', '2018-01-01', 12.125, 12.3, 9007199254740992, '{foreløbig,skøn}', true,
             '11111111-2222-3333-4444-555555555555', '{"a": 1}'),
            ('kbh', '2019-12-31', null, null, null, null, null, null, null)""",
        "create table figures as select 'indbrud' as indicator, 2018 as year, 45 as value",
        "create materialized view samlet as select * from figures",
    )
    return postgres


def test_values_of_postgresql_become_cells(server: Server) -> None:
    grids, found = read(server.address("#statistik.Nøgletal"))
    assert grids[0].file == f"postgresql://127.0.0.1:{server.port}/postgres"
    assert grids[0].sheet == "statistik.Nøgletal"
    first, second, third = cells(grids)
    assert first == ["område", "periode", "værdi", "enkelt", "antal", "flag", "gyldig", "nummer"]
    assert second == [
        "amager",
        date(2018, 1, 1),
        12.125,
        12.3,
        9007199254740992.0,
        "foreløbig, skøn",
        True,
        "11111111-2222-3333-4444-555555555555",
    ]
    assert third == ["kbh", date(2019, 12, 31), *[None] * 6]
    assert [finding.code for finding in found] == ["N357"]
    assert found[0].args["left"] == Listed(("form",))


@pytest.mark.parametrize("table", ["figures", "public.figures", "samlet"])
def test_tables_and_views_of_postgresql_are_read(server: Server, table: str) -> None:
    grids, found = read(server.address(f"#{table}"))
    assert found == []
    assert cells(grids) == [["indicator", "year", "value"], ["indbrud", 2018.0, 45.0]]


def test_a_percent_sign_in_a_query_is_itself(server: Server) -> None:
    query = "select value::int as value from figures where indicator like 'ind%' and 7 % 2 = 1"
    grids, found = read(server.address(), query)
    assert found == []
    assert cells(grids) == [["value"], [45.0]]


def test_a_misspelled_table_is_told_with_the_right_one(server: Server) -> None:
    _, found = read(server.address("#statistik.nøgletallene"))
    assert [finding.code for finding in found] == ["E358"]
    assert found[0].args["suggestion"] == "statistik.Nøgletal"
    assert found[0].args["known"] == Listed(("statistik.Nøgletal",))


def test_a_wrong_password_is_told_and_not_shown(server: Server) -> None:
    _, found = read(server.address("#figures", password=SECRET))
    assert [finding.code for finding in found] == ["E358"]
    assert found[0].args["host"] == "127.0.0.1"
    assert SECRET not in repr(found) + words(found)
    assert PASSWORD not in repr(found)


def test_who_may_not_read_is_told(server: Server) -> None:
    server.run(
        "drop role if exists gæst",
        f"create role gæst login password '{PASSWORD}'",
        "revoke all on figures from public",
    )
    _, found = read(server.address("#figures", user=quote("gæst")))
    assert [finding.code for finding in found] == ["E358"]
    assert "figures" in str(found[0].args["answer"])


@pytest.mark.parametrize(
    "query",
    [
        "delete from figures returning *",
        "with gone as (delete from figures returning *) select * from gone",
        "drop table figures",
        "commit; drop table figures",
    ],
)
def test_nothing_is_written_to_postgresql(server: Server, query: str) -> None:
    grids, found = read(server.address(), query)
    assert grids == []
    assert [finding.code for finding in found] == ["E358"]
    assert len(cells(read(server.address("#figures"))[0])) == 2


def test_times_with_a_zone_are_as_the_database_shows_them(server: Server) -> None:
    query = """select timestamptz '2018-12-31 23:30+00' at time zone 'Europe/Copenhagen' as hændt,
        timestamptz '2018-12-31 23:30+00' as tid"""
    server.run(f"alter role {server.address().split('//')[1].split(':')[0]} set timezone = 'UTC'")
    grids, found = read(server.address(), query)
    assert found == []
    assert cells(grids)[1] == [
        datetime.fromisoformat("2019-01-01T00:30"),
        datetime.fromisoformat("2018-12-31T23:30"),
    ]


def test_postgresql_is_read_in_parts(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_AT_ONCE", 7)
    grids, found = read(server.address(), "select n as value from generate_series(1, 50) as n")
    assert found == []
    assert cells(grids)[1:] == [[float(number)] for number in range(1, 51)]


def test_a_day_without_end_is_told(server: Server) -> None:
    grids, found = read(server.address(), "select date 'infinity' as tid")
    assert grids == []
    assert [finding.code for finding in found] == ["E358"]

"""Language documents and random specs, judged in databases: the same as in memory."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.conformance import GOOD, TYPES, Asked, Record, agrees, forms, generated, of_document
from support.postgres import Server
from tryghed_dsl.everywhere.verdicts import Verdicts

pytest.importorskip("sqlalchemy")

SOME = GOOD[::10]
Put = Callable[[Sequence[Record]], str]
_COLUMNS = ", ".join(f"{n} {'text' if k is str else 'double precision'}" for n, k in TYPES.items())
_PLACES = ", ".join(TYPES)


def into_sqlite(folder: Path, records: Sequence[Record]) -> str:
    path = folder / f"{next(_NUMBERS)}.db"
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"create table figures ({_COLUMNS})")
        marks = ", ".join("?" for _ in TYPES)
        rows = [tuple(record[name] for name in TYPES) for record in records]
        opened.executemany(f"insert into figures values ({marks})", rows)  # noqa: S608
        opened.commit()
    return f"sqlite:///{path}#figures"


def into_postgres(server: Server, records: Sequence[Record]) -> str:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(server.address(), autocommit=True) as opened:
        opened.execute("drop table if exists judged")
        opened.execute(f"create table judged ({_COLUMNS})")
        with opened.cursor().copy(f"copy judged ({_PLACES}) from stdin") as copy:
            for record in records:
                copy.write_row([record[name] for name in TYPES])
    return server.address("#judged")


_NUMBERS = count()
DATABASES = {"sqlite": "sqlite", "postgresql": "postgresql"}


@pytest.fixture(params=DATABASES)
def put(request: pytest.FixtureRequest, tmp_path: Path) -> Put:
    """Writes a table into a database; gives its address."""
    if request.param == "sqlite":
        return lambda records: into_sqlite(tmp_path, records)
    server = request.getfixturevalue("server")
    return lambda records: into_postgres(server, records)


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.node.callspec.params["put"]
    return found


def check(asked: Asked, put: Put, name: str) -> bool:
    def judge(asked: Asked) -> Verdicts:
        given = put(asked.records)
        return td.evaluate(asked.spec, given, asked.as_of, areas=asked.areas, columns=asked.columns)

    return agrees(asked, judge, name)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_documents(path: Path, put: Put, name: str, tmp_path: Path) -> None:
    for asked in of_document(path, tmp_path):
        check(asked, put, name)


@pytest.mark.parametrize("form", forms())
def test_random_specs(form: str, put: Put, name: str) -> None:
    for asked in generated(form, seed=len(form)):
        check(asked, put, name)

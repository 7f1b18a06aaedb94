"""Tables, views and queries of SQL databases, which are only ever read."""

import re
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.record_grid import MOST_ROWS, grid_of
from tryghed_dsl.figures.unread import (
    Read,
    damaged,
    library,
    not_installed,
    not_opened,
    opens,
    too_many,
)
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.text.suggest import nearest

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.exc import SQLAlchemyError

_AT_ONCE = 1_000
_AT_ONCE_FROM_FILE = 10  # rows of a file can be large, and none has to travel
_CONNECT_SECONDS = 10
_FILES = "sqlite"
_FILE_SECONDS = 120
_FILE_LONGEST = 10_000_000
_FILE_STEPS = 100_000
_SHOWN = 60
_TABLES_SHOWN = 20
_DAMAGED = {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
_DRIVERS = {
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mariadb": "mariadb+pymysql",
    "oracle": "oracle+oracledb",
}
_EXTRAS = {
    "psycopg": '"tryghed-dsl[postgres]"',
    "sqlalchemy": '"tryghed-dsl[sql]"',
    "pymysql": "PyMySQL",
    "MySQLdb": "mysqlclient",
    "psycopg2": "psycopg2-binary",
}
_WEB = re.compile(r"https?://|ftp://", re.IGNORECASE)
# What each driver calls the time that it waits for its first answer.
_WAITS = {
    "psycopg": "connect_timeout",
    "psycopg2": "connect_timeout",
    "pymysql": "connect_timeout",
    "mysqldb": "connect_timeout",
    "pyodbc": "timeout",
    "oracledb": "tcp_connect_timeout",
}
_CAN_BE_READ_ONLY = {"postgresql", "mysql", "mariadb", "oracle"}


def read_database(address: str, options: Options, query: str | None = None) -> Read:
    """Read a table or a view of a database, or what a query gives.

    Rows are numbered from 1 as the database hands them over; which comes first matters to no
    verdict. Times with a zone are as the database shows them to whoever is connected.

    Args:
        address: what SQLAlchemy calls a URL, with the table behind a `#`:
            `sqlite:///folder/figures.db#figures`, `postgresql://user@host/db#schema.table`.
        options: what has been said of the source.
        query: a query that reads, instead of a table.
    """
    base, table = _divided(address)
    name = _without_secrets(base)
    if _WEB.match(base):
        told: dict[str, Argument] = {"path": name, "address": name}
        return [], [Finding("E320", (), told, InFile(name))]
    if library("sqlalchemy") is None:
        return not_installed(name, _EXTRAS["sqlalchemy"])
    import sqlalchemy as sa  # noqa: PLC0415 -- only those who have databases need it

    try:
        url = sa.make_url(base)
        if url.get_backend_name() != _FILES and base.count("@") > 1:
            args: dict[str, Argument] = {"table": unquote(table) or name, "coded": "%40"}
            return [], [Finding("E358", (), args, InFile(name))]
        url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
        return _Source(url, name, unquote(table), query, options).read()
    except (sa.exc.ArgumentError, ValueError):  # no address, or one of no known kind
        return [], [Finding("E320", (), {"path": name}, InFile(name))]
    except ImportError as error:
        module = error.name or "psycopg"  # which says no name where it lacks a part
        return not_installed(name, _EXTRAS.get(module, module))


def _divided(address: str) -> tuple[str, str]:
    """An address, and the table behind its last `#`; a password can hold such a sign too."""
    base, found, table = address.rpartition("#")
    return (base, table) if found and ("@" in base or "@" not in table) else (address, "")


def _without_secrets(address: str) -> str:
    """An address without its user, password and settings, however it is written."""
    scheme, found, rest = address.partition("://")
    kept, _, settings = rest.partition("?")
    shown = "…" if "@" in settings else kept.rpartition("@")[2]
    return f"{scheme}{found}{shown}"


class _Source:
    """What is asked for in a database."""

    def __init__(
        self, url: "URL", name: str, table: str, query: str | None, options: Options
    ) -> None:
        self._url = url
        is_file = url.get_backend_name() == _FILES
        self._path = Path(url.database or ":memory:") if is_file else None
        self._table = table
        self._query = None if query is None else query.strip().rstrip(";")
        self._options = options
        file = name if self._path is None else self._path.name
        self._place = InFile(file, sheet=None if query or not table else table)

    def read(self) -> Read:
        """Connect, and read."""
        import sqlalchemy as sa  # noqa: PLC0415 -- only those who have databases need it

        if self._path is not None and not opens(self._path):
            return not_opened(self._path)
        engine = self._engine()
        try:
            connection = engine.connect()
        except sa.exc.SQLAlchemyError as error:
            return self._failed(error, host=self._url.host or self._place.file)
        with connection:
            try:
                return self._read(connection)
            except sa.exc.SQLAlchemyError as error:
                return self._failed(error)

    def _engine(self) -> "Engine":
        import sqlalchemy as sa  # noqa: PLC0415

        path = self._path
        if path is not None:
            return sa.create_engine("sqlite://", poolclass=sa.NullPool, creator=lambda: _file(path))
        wait = _WAITS.get(self._url.get_driver_name())
        args = {} if wait is None else {wait: _CONNECT_SECONDS}
        return sa.create_engine(self._url, poolclass=sa.NullPool, connect_args=args)

    # -------------------------------------------------------------- reading

    def _read(self, connection: "Connection") -> Read:
        if connection.dialect.name in _CAN_BE_READ_ONLY:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        if self._query is not None:
            if ";" in self._query:
                return self._refused({"sign": ";"})
            return self._selected(connection, self._query)
        table = _table(connection, self._table)
        return self._unknown(connection) if table is None else self._counted(connection, table)

    def _counted(self, connection: "Connection", table: str) -> Read:
        counted = connection.exec_driver_sql(f"SELECT count(*) FROM {table}")  # noqa: S608
        rows = counted.scalar_one()
        if rows > MOST_ROWS:
            return too_many(self._place, MOST_ROWS, rows)
        return self._selected(connection, f"SELECT * FROM {table}")  # noqa: S608 -- quoted

    def _selected(self, connection: "Connection", query: str) -> Read:
        # Without parameters a percent sign is no place for one.
        asking = connection.execution_options(stream_results=True, no_parameters=True)
        result = asking.exec_driver_sql(query)
        parts = result.partitions(_AT_ONCE if self._path is None else _AT_ONCE_FROM_FILE)
        records = (tuple(row) for part in parts for row in part)
        return grid_of(self._place, list(result.keys()), records, self._options)

    # -------------------------------------------------------------- what stands in the way

    def _unknown(self, connection: "Connection") -> Read:
        """That there is no such table, with those that there are."""
        known = _tables(connection, _parts(self._table)[0])
        suggestion = nearest(self._table, known)
        args: dict[str, Argument] = {"known": Listed(tuple(known[:_TABLES_SHOWN]))} if known else {}
        return self._refused(args | ({} if suggestion is None else {"suggestion": suggestion}))

    def _failed(self, error: "SQLAlchemyError", host: str | None = None) -> Read:
        """That the database answers with an error, with its own words where they are safe."""
        cause = getattr(error, "orig", None)
        if getattr(cause, "sqlite_errorname", None) in _DAMAGED:
            return damaged(self._place.file, "SQLite")
        answer = next(iter(str(cause or "").splitlines()), "")
        secret = self._url.password
        args: dict[str, Argument] = {} if host is None else {"host": host}
        if answer and not (secret and secret in answer):
            args["answer"] = answer
        return self._refused(args)

    def _refused(self, args: dict[str, Argument]) -> Read:
        asked = self._query or self._table or f"{self._place.file}#"
        short = asked if len(asked) <= _SHOWN else f"{asked[:_SHOWN]}…"
        return [], [Finding("E358", (), {"table": short, **args}, self._place)]


# ---------------------------------------------------------------------- SQLite


def _file(path: Path) -> sqlite3.Connection:
    """Open a file of SQLite for reading; a view in it cannot run on, or fill the memory."""
    opened = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _FILE_LONGEST)
    ends = time.monotonic() + _FILE_SECONDS
    opened.set_progress_handler(lambda: time.monotonic() > ends, _FILE_STEPS)
    return opened


# ---------------------------------------------------------------------- tables


def _parts(table: str) -> tuple[str | None, str]:
    """The schema that a table's name begins with, and the rest."""
    schema, _, name = table.rpartition(".")
    return schema or None, name


def _table(connection: "Connection", name: str) -> str | None:
    """A table or view as SQL names it; None where there is none."""
    import sqlalchemy as sa  # noqa: PLC0415

    inspector = sa.inspect(connection)
    for schema, bare in dict.fromkeys([(None, name), _parts(name)]):
        if bare and inspector.has_table(bare, schema):
            return connection.dialect.identifier_preparer.format_table(
                sa.table(bare, schema=schema)
            )
    return None


def _tables(connection: "Connection", schema: str | None) -> list[str]:
    """The tables and views of a schema, or of the usual one where there is no such schema."""
    import sqlalchemy as sa  # noqa: PLC0415

    inspector = sa.inspect(connection)
    schema = schema if schema in inspector.get_schema_names() else None
    names = [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
    return sorted(name if schema is None else f"{schema}.{name}" for name in names)

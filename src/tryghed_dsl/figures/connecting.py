"""Databases that figures lie in: where they are, and the connection to one."""

import re
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tryghed_dsl.figures.unread import Read, damaged, library, not_installed, not_opened, opens
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.patterns import pattern
from tryghed_dsl.text.suggest import nearest

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.exc import SQLAlchemyError

_CONNECT_SECONDS = 10
SQLITE = "sqlite"
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
_WEB = pattern(r"https?://|ftp://", re.IGNORECASE)
# What each driver calls the time that it waits for its first answer.
_WAITS = {
    "psycopg": "connect_timeout",
    "psycopg2": "connect_timeout",
    "pymysql": "connect_timeout",
    "mysqldb": "connect_timeout",
    "pyodbc": "timeout",
    "oracledb": "tcp_connect_timeout",
}

Unread = list[Finding]


def source_at(address: str, query: str | None = None) -> "Source | Unread":
    """What stands at an address; what is wrong with it where nothing can.

    Args:
        address: what SQLAlchemy calls a URL, with the table behind a `#`.
        query: a query that reads, instead of a table.
    """
    base, table = _divided(address)
    name = _without_secrets(base)
    if _WEB.match(base):
        told: dict[str, Argument] = {"path": name, "address": name}
        return [Finding("E320", (), told, InFile(name))]
    if library("sqlalchemy") is None:
        return _unread(not_installed(name, _EXTRAS["sqlalchemy"]))
    import sqlalchemy as sa  # noqa: PLC0415 -- only those who have databases need it

    try:
        url = sa.make_url(base)
        if url.get_backend_name() != SQLITE and base.count("@") > 1:
            args: dict[str, Argument] = {"table": unquote(table) or name, "coded": "%40"}
            return [Finding("E358", (), args, InFile(name))]
        url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
        return Source(url, name, unquote(table), query)
    except (sa.exc.ArgumentError, ValueError):  # no address, or one of no known kind
        return [Finding("E320", (), {"path": name}, InFile(name))]
    except ImportError as error:
        module = error.name or "psycopg"  # which says no name where it lacks a part
        return _unread(not_installed(name, _EXTRAS.get(module, module)))


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


class Source:
    """A database, and what is asked for in it.

    Attributes:
        path: the file, where it is one.
        table: the table or view asked for.
        query: a query in its place.
        place: what findings call it.
    """

    def __init__(self, url: "URL", name: str, table: str, query: str | None = None) -> None:
        self._url = url
        is_file = url.get_backend_name() == SQLITE
        self.path = Path(url.database or ":memory:") if is_file else None
        self.table = table
        self.query = None if query is None else query.strip().rstrip(";")
        file = name if self.path is None else self.path.name
        self.place = InFile(file, sheet=None if query or not table else table)
        self._engine = self._made_engine()

    def _made_engine(self) -> "Engine":
        import sqlalchemy as sa  # noqa: PLC0415

        path = self.path
        if path is not None:
            return sa.create_engine("sqlite://", poolclass=sa.NullPool, creator=lambda: _file(path))
        wait = _WAITS.get(self._url.get_driver_name())
        args = {} if wait is None else {wait: _CONNECT_SECONDS}
        return sa.create_engine(self._url, poolclass=sa.NullPool, connect_args=args)

    def connected(self) -> "Connection | Unread":
        """A connection; why there is none where the database does not answer."""
        import sqlalchemy as sa  # noqa: PLC0415

        if self.path is not None and not opens(self.path):
            return _unread(not_opened(self.path))
        try:
            return self._engine.connect()
        except sa.exc.SQLAlchemyError as error:
            return self.failed(error, host=self._url.host or self.place.file)

    def found_in(self, connection: "Connection") -> "tuple[str | None, str] | Unread":
        """The schema and name of the table; that there is none, with those that there are."""
        import sqlalchemy as sa  # noqa: PLC0415

        inspector = sa.inspect(connection)
        for schema, bare in dict.fromkeys([(None, self.table), _parts(self.table)]):
            if bare and inspector.has_table(bare, schema):
                return schema, bare
        known = _tables(connection, _parts(self.table)[0])
        suggestion = nearest(self.table, known)
        args: dict[str, Argument] = {"known": Listed(tuple(known[:_TABLES_SHOWN]))} if known else {}
        return self.refused(args | ({} if suggestion is None else {"suggestion": suggestion}))

    # -------------------------------------------------------------- what stands in the way

    def failed(self, error: "SQLAlchemyError", host: str | None = None) -> Unread:
        """That the database answers with an error, with its own words where they are safe."""
        cause = getattr(error, "orig", None)
        if getattr(cause, "sqlite_errorname", None) in _DAMAGED:
            return _unread(damaged(self.place.file, "SQLite"))
        answer = next(iter(str(cause or "").splitlines()), "")
        secret = self._url.password
        args: dict[str, Argument] = {} if host is None else {"host": host}
        if answer and not (secret and secret in answer):
            args["answer"] = answer
        return self.refused(args)

    def refused(self, args: dict[str, Argument]) -> Unread:
        """That the table or query cannot be read."""
        asked = self.query or self.table or f"{self.place.file}#"
        short = asked if len(asked) <= _SHOWN else f"{asked[:_SHOWN]}…"
        return [Finding("E358", (), {"table": short, **args}, self.place)]


def _unread(read: Read) -> Unread:
    return read[1]


# ---------------------------------------------------------------------- SQLite


def _file(path: Path) -> sqlite3.Connection:
    """Open a file of SQLite for reading; a view in it cannot run on, or fill the memory."""
    opened = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _FILE_LONGEST)
    timed(opened)
    return opened


def timed(opened: sqlite3.Connection) -> None:
    """Give a file's queries so many seconds from now on."""
    ends = time.monotonic() + _FILE_SECONDS
    opened.set_progress_handler(lambda: time.monotonic() > ends, _FILE_STEPS)


# ---------------------------------------------------------------------- tables


def _parts(table: str) -> tuple[str | None, str]:
    """The schema that a table's name begins with, and the rest."""
    schema, _, name = table.rpartition(".")
    return schema or None, name


def _tables(connection: "Connection", schema: str | None) -> list[str]:
    """The tables and views of a schema, or of the usual one where there is no such schema."""
    import sqlalchemy as sa  # noqa: PLC0415

    inspector = sa.inspect(connection)
    schema = schema if schema in inspector.get_schema_names() else None
    names = [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
    return sorted(name if schema is None else f"{schema}.{name}" for name in names)

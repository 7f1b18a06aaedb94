"""Where a register lies: a file of SQLite, or a database of PostgreSQL, and how to reach it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tryghed_dsl.register.troubles import RegisterError, failed, refuse

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

DEFAULT = "status.register"
_SQLITE, _POSTGRES = "sqlite", ("postgresql", "postgres")
INSTALL = '"tryghed-dsl[report]"'
_INSTALL_POSTGRES = '"tryghed-dsl[report,postgres]"'
_CONNECT_SECONDS = 10
_WAIT_SECONDS = 120
# One number for all registers in a database: whoever writes holds it until it is done.
_LOCK = 7_459_218_340
# What is acknowledged has to survive a loss of power, also where the folder is what was not yet
# written; and a file that came by mail must not run anything of its own.
_SETTINGS = (
    "PRAGMA synchronous=EXTRA",
    "PRAGMA fullfsync=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


class Place:
    """A register's place.

    Attributes:
        name: what findings call it; it has no password in it.
        path: the file, where it is one.
    """

    def __init__(self, address: str) -> None:
        """Find out what an address means; nothing is opened yet.

        Raises:
            RegisterError: nothing can be registered there, or a library is not installed.
        """
        self.name = shown(address)
        try:
            import sqlalchemy as sa  # noqa: PLC0415 -- only a register needs it
        except ImportError:
            refuse("E437", self.name, install=INSTALL)
        self._secret: str | None = None
        self.path: Path | None = Path(address)
        self._url = None
        if "://" in address:
            try:
                url = sa.make_url(address)
            except (sa.exc.ArgumentError, ValueError):
                refuse("E431", self.name)
            self.path = None
            self._secret = url.password
            backend = url.drivername.partition("+")[0]
            if backend == _SQLITE and url.database:
                self.path = Path(url.database)
                self.name = self.path.name
            elif backend in _POSTGRES:
                self._url = url.set(drivername="postgresql+psycopg")
            else:
                refuse("E431", self.name)

    def engine(self, *, create: bool = False) -> "Engine":
        """What opens connections, each for one transaction.

        Args:
            create: whether a file may be made.

        Raises:
            RegisterError: the library for the database is not installed.
        """
        import sqlalchemy as sa  # noqa: PLC0415 -- see above

        if self._url is None:
            mode = "rwc" if create else "rw"
            made = sa.create_engine(
                "sqlite://", poolclass=sa.NullPool, creator=lambda: self._file(mode)
            )
            sa.event.listen(made, "begin", _begin)
            return made
        try:
            return sa.create_engine(
                self._url,
                poolclass=sa.NullPool,
                isolation_level="READ COMMITTED",
                connect_args={"connect_timeout": _CONNECT_SECONDS},
            )
        except ImportError:
            refuse("E437", self.name, install=_INSTALL_POSTGRES)

    def _file(self, mode: str) -> sqlite3.Connection:
        assert self.path is not None  # noqa: S101 -- else there would be an address
        opened = sqlite3.connect(
            f"{self.path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=_WAIT_SECONDS,
            isolation_level=None,
        )
        for setting in _SETTINGS:
            opened.execute(setting)
        return opened

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell what goes wrong inside as a finding.

        Raises:
            RegisterError: something did.
        """
        import sqlalchemy as sa  # noqa: PLC0415 -- see above

        try:
            yield
        except sa.exc.SQLAlchemyError as error:
            raise self.failed(error) from None

    def failed(self, error: Any) -> RegisterError:
        """An error of the database, as a finding."""
        return failed(error, self.name, self._secret)


def _begin(connection: "Connection") -> None:
    """Begin a transaction: one that writes waits for its turn before it reads anything."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: "Engine") -> Iterator["Connection"]:
    """A transaction that sees one state of the register from its first look to its last."""
    level: dict[str, Any] = (
        {} if engine.dialect.name == _SQLITE else {"isolation_level": "REPEATABLE READ"}
    )
    with engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: "Engine") -> Iterator["Connection"]:
    """A transaction that writes, alone; what it wrote is safe when it is left without an error."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name != _SQLITE:
            connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_WAIT_SECONDS}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


def shown(address: str) -> str:
    """An address without user, password and settings; of a file its name."""
    scheme, found, rest = address.partition("://")
    if not found:
        return Path(address).name or address
    kept = rest.partition("?")[0]
    return f"{scheme}://{kept.rpartition('@')[2]}"

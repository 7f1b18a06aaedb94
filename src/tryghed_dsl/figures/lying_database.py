"""Tables of SQL databases that are judged where they are; nothing but the result is fetched."""

import math
import sqlite3
import weakref
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.database import Habits, Rows, written
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.figures.connecting import SQLITE, Source, source_at, timed
from tryghed_dsl.figures.database import selected
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.figures.lying_some import rows_of, understood
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.tidy_tables import TidyTable
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.raised import FiguresError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_POSTGRESQL = "postgresql"
# Each database that has been tried, with the name that the writer of queries has for its SQL.
_DIALECTS = {_POSTGRESQL: "postgres", SQLITE: "sqlite"}
_AT_ONCE = 10_000


def database_lying(address: str, spec: Spec) -> Lying | None:
    """A table or view with one figure a row; None where a reader has to understand it.

    Raises:
        FiguresError: the database does not give the table.
    """
    import sqlalchemy as sa  # noqa: PLC0415 -- only those who have databases need it

    source = source_at(address)
    if isinstance(source, list):
        raise FiguresError(source)
    connection = source.connected()
    if isinstance(connection, list):
        raise FiguresError(connection)
    lying = None
    try:
        lying = _lying(Remote(source, connection), spec)
    except sa.exc.SQLAlchemyError as error:
        raise FiguresError(source.failed(error)) from None
    finally:
        if lying is None:
            connection.close()
    return lying


def _lying(database: "Remote", spec: Spec) -> Lying | None:
    if database.name not in _DIALECTS:
        return None
    database.begin()
    schema, name = database.table()
    columns = database.columns(schema, name)
    table = exp.table_(name, db=schema, quoted=True)
    if database.name == SQLITE and not _holds_what_it_says(database, table, columns):
        return None
    relation = TidyTable(database, table, columns).relation(spec)
    return None if relation is None else Lying(database, relation, _Some(database, relation, spec))


class Remote:
    """A connection on which nothing is written, and which sees one state of the figures.

    It is closed when nobody holds it any longer.
    """

    def __init__(self, source: Source, connection: "Connection") -> None:
        self.source = source
        self.connection = connection
        self.name = connection.dialect.name
        self.dialect = _DIALECTS.get(self.name, self.name)
        is_small = self.name == SQLITE
        self.habits = Habits(
            strict=self.name == _POSTGRESQL, shares=not is_small, deepest=3 if is_small else 8
        )
        weakref.finalize(self, connection.close)

    def begin(self) -> None:
        """Begin a transaction that only reads."""
        if self.name == SQLITE:
            opened = _opened(self.connection)
            _add_functions(opened)
            opened.execute("BEGIN")
        else:
            self.connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self.connection.execution_options(stream_results=True, no_parameters=True)

    def rows(self, query: "exp.Query", *, few: bool = False) -> Rows:
        """The rows that a query gives, fetched as they are asked for."""
        del few
        import sqlalchemy as sa  # noqa: PLC0415

        if self.name == SQLITE:
            timed(_opened(self.connection))
        try:
            result = self.connection.exec_driver_sql(written(query, self.dialect))
            for part in result.partitions(_AT_ONCE):
                yield from map(tuple, part)
        except sa.exc.SQLAlchemyError as error:
            self.connection.rollback()
            raise FiguresError(self.source.failed(error)) from None

    def keep(self, name: str, query: "exp.Query") -> bool:
        """Nothing is kept, for nothing is written."""
        del name, query
        return False

    def table(self) -> tuple[str | None, str]:
        """The schema and name of the table."""
        found = self.source.found_in(self.connection)
        if isinstance(found, list):
            raise FiguresError(found)
        return found

    def columns(self, schema: str | None, table: str) -> list[tuple[str, str]]:
        """The name and type of each column."""
        import sqlalchemy as sa  # noqa: PLC0415

        described = sa.inspect(self.connection).get_columns(table, schema)
        return [(column["name"], _kind(column["type"], self.connection)) for column in described]


def _kind(kind: object, connection: "Connection") -> str:
    """A type's name; none where texts are compared in an order of their own."""
    import sqlalchemy as sa  # noqa: PLC0415

    if isinstance(kind, sa.types.NullType) or getattr(kind, "collation", None) is not None:
        return ""
    assert isinstance(kind, sa.types.TypeEngine)  # noqa: S101 -- so it is described
    return str(kind.compile(connection.dialect))


# ---------------------------------------------------------------------- SQLite


def _opened(connection: "Connection") -> sqlite3.Connection:
    opened = connection.connection.driver_connection
    assert isinstance(opened, sqlite3.Connection)  # noqa: S101 -- as it is made
    return opened


def _add_functions(opened: sqlite3.Connection) -> None:
    """The functions that SQLite can be built without."""
    functions: dict[str, tuple[int, Callable[..., float | None]]] = {
        "sqrt": (1, math.sqrt),
        "floor": (1, math.floor),
        "power": (2, _power),
    }
    for name, (count, function) in functions.items():
        try:
            opened.execute(f"SELECT {name}({', '.join('1' * count)})")
        except sqlite3.OperationalError:
            opened.create_function(name, count, function, deterministic=True)


def _power(base: float, exponent: float) -> float | None:
    with suppress(OverflowError):
        return math.pow(base, exponent)
    return None


def _holds_what_it_says(
    database: Remote, table: exp.Table, columns: Sequence[tuple[str, str]]
) -> bool:
    """Whether each column holds what its type says, and compares texts by their letters.

    SQLite holds anything in any column, and a text that is no number would count as zero.
    """
    collated = exp.select("1").from_("sqlite_master").where("sql LIKE '%collate%'").limit(1)
    others = [_other(name, kind) for name, kind in columns]
    held = exp.select("1").from_(table.copy()).where(exp.or_(*others)).limit(1)
    return not any(list(database.rows(query)) for query in (collated, held))


_HELD: Mapping[bool, tuple[str, ...]] = {True: ("text", "null"), False: ("integer", "real", "null")}


def _other(name: str, kind: str) -> exp.Expr:
    is_text = "CHAR" in kind or "TEXT" in kind
    own = exp.func("typeof", exp.column(name, quoted=True))
    return exp.Not(this=exp.In(this=own, expressions=[*map(exp.Literal.string, _HELD[is_text])]))


# ---------------------------------------------------------------------- some areas


class _Some:
    """Reads the figures of some areas, as those of a whole table are read."""

    def __init__(self, database: Remote, relation: Relation, spec: Spec) -> None:
        self._database = database
        self._relation = relation
        self._spec = spec

    def __call__(self, areas: Sequence[str]) -> tuple[Figures, list[Finding]]:
        import sqlalchemy as sa  # noqa: PLC0415

        source = self._database.source
        query = written(rows_of(self._relation, areas), self._database.dialect)
        try:
            given = selected(self._database.connection, query, source, NOTHING_SAID)
        except sa.exc.SQLAlchemyError as error:
            raise FiguresError(source.failed(error)) from None
        return understood(source.place.file, given, self._spec)

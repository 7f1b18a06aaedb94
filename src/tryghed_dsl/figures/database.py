"""Tables, views and queries of SQL databases, which are only ever read."""

from typing import TYPE_CHECKING

from tryghed_dsl.figures.connecting import Source, source_at
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.record_grid import MOST_ROWS, grid_of
from tryghed_dsl.figures.unread import Read, too_many

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AT_ONCE = 1_000
_AT_ONCE_FROM_FILE = 10  # rows of a file can be large, and none has to travel
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
    source = source_at(address, query)
    return ([], source) if isinstance(source, list) else _Reading(source, options).read()


class _Reading:
    """The reading of a table or query."""

    def __init__(self, source: Source, options: Options) -> None:
        self._source = source
        self._options = options

    def read(self) -> Read:
        """Connect, and read."""
        import sqlalchemy as sa  # noqa: PLC0415 -- only those who have databases need it

        connection = self._source.connected()
        if isinstance(connection, list):
            return [], connection
        with connection:
            try:
                return self._read(connection)
            except sa.exc.SQLAlchemyError as error:
                return [], self._source.failed(error)

    def _read(self, connection: "Connection") -> Read:
        if connection.dialect.name in _CAN_BE_READ_ONLY:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        query = self._source.query
        if query is not None:
            if ";" in query:
                return [], self._source.refused({"sign": ";"})
            return selected(connection, query, self._source, self._options)
        found = self._source.found_in(connection)
        if isinstance(found, list):
            return [], found
        return self._counted(connection, _named(connection, *found))

    def _counted(self, connection: "Connection", table: str) -> Read:
        counted = connection.exec_driver_sql(f"SELECT count(*) FROM {table}")  # noqa: S608
        rows = counted.scalar_one()
        if rows > MOST_ROWS:
            return too_many(self._source.place, MOST_ROWS, rows)
        query = f"SELECT * FROM {table}"  # noqa: S608 -- quoted
        return selected(connection, query, self._source, self._options)


def selected(connection: "Connection", query: str, source: Source, options: Options) -> Read:
    """What a query gives, as a grid."""
    # Without parameters a percent sign is no place for one.
    asking = connection.execution_options(stream_results=True, no_parameters=True)
    result = asking.exec_driver_sql(query)
    parts = result.partitions(_AT_ONCE if source.path is None else _AT_ONCE_FROM_FILE)
    records = (tuple(row) for part in parts for row in part)
    return grid_of(source.place, list(result.keys()), records, options)


def _named(connection: "Connection", schema: str | None, name: str) -> str:
    """A table as SQL names it."""
    import sqlalchemy as sa  # noqa: PLC0415

    preparer = connection.dialect.identifier_preparer
    return preparer.format_table(sa.table(name, schema=schema))

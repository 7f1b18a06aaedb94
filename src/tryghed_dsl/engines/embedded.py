"""The embedded database, DuckDB, in this process."""

from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from weakref import finalize

from tryghed_dsl.engines.database import USUAL, Rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from sqlglot import exp

_AT_ONCE = 10_000


def plain(query: "exp.Expr") -> str:
    """A query as text that this database reads.

    Queries have only what all databases share, which needs no dialect; to load one takes longer
    than to judge a thousand areas. The query is not copied, for to write it changes nothing.
    """
    return query.sql(copy=False)


class Embedded:
    """A database in memory.

    It takes four fifths of the machine's memory at most, and then spills into the system's folder
    for temporary files.

    Attributes:
        folder: a folder that lasts as long as it does.
    """

    name = dialect = "duckdb"
    habits = USUAL

    def __init__(self) -> None:
        import duckdb  # noqa: PLC0415 -- only those who need it wait for it

        self.folder = mkdtemp(prefix="tryghed-")
        self.connection: DuckDBPyConnection = duckdb.connect(
            ":memory:", config={"temp_directory": self.folder}
        )
        finalize(self, rmtree, self.folder, ignore_errors=True)
        self.connection.execute("SET preserve_insertion_order = false")
        self.connection.execute("SET python_enable_replacements = false")

    def rows(self, query: "exp.Query", *, few: bool = False) -> Rows:
        """The rows that a query gives, read as they are asked for."""
        del few
        asked = self.connection.cursor().execute(plain(query))
        while some := asked.fetchmany(_AT_ONCE):
            yield from some

    def keep(self, name: str, query: "exp.Query") -> bool:
        """Keep what a query gives as a table that lasts as long as this database."""
        self.connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {plain(query)}')
        return True

    def stream(self, query: "exp.Query") -> Any:
        """What a query gives, as an object that hands over its columns as Arrow does."""
        return self.connection.cursor().sql(plain(query))

    def write(self, query: "exp.Query", path: str, form: str) -> None:
        """Write what a query gives into a file, as `parquet` or `csv`."""
        quoted = path.replace("'", "''")
        options = "FORMAT parquet" if form == "parquet" else "FORMAT csv, HEADER"
        self.connection.execute(f"COPY ({plain(query)}) TO '{quoted}' ({options})")

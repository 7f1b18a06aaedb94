"""The embedded database, DuckDB, in this process."""

from typing import TYPE_CHECKING, Any

from tryghed_dsl.engines.database import USUAL, Rows, written

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from sqlglot import exp

_AT_ONCE = 10_000


class Embedded:
    """A database in memory, which spills into the system's folder for temporary files."""

    name = dialect = "duckdb"
    habits = USUAL

    def __init__(self) -> None:
        import duckdb  # noqa: PLC0415 -- only those who need it wait for it

        self.connection: DuckDBPyConnection = duckdb.connect(":memory:")
        self.connection.execute("SET preserve_insertion_order = false")
        self.connection.execute("SET python_enable_replacements = false")

    def rows(self, query: "exp.Query") -> Rows:
        """The rows that a query gives, read as they are asked for."""
        asked = self.connection.cursor().execute(written(query, self.dialect))
        while some := asked.fetchmany(_AT_ONCE):
            yield from some

    def keep(self, name: str, query: "exp.Query") -> bool:
        """Keep what a query gives as a table that lasts as long as this database."""
        self.connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {written(query, "duckdb")}')
        return True

    def stream(self, query: "exp.Query") -> Any:
        """What a query gives, as an object that hands over its columns as Arrow does."""
        return self.connection.cursor().sql(written(query, self.dialect))

    def write(self, query: "exp.Query", path: str, form: str) -> None:
        """Write what a query gives into a file, as `parquet` or `csv`."""
        quoted = path.replace("'", "''")
        options = "FORMAT parquet" if form == "parquet" else "FORMAT csv, HEADER"
        self.connection.execute(f"COPY ({written(query, self.dialect)}) TO '{quoted}' ({options})")

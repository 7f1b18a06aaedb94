"""Apache Spark: queries that a cluster runs."""

import weakref
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from tryghed_dsl.engines.database import Habits, Rows, written

if TYPE_CHECKING:
    from sqlglot import exp

_VIEWS = count(1)
# The columns of an answer that are no numbers.
_TEXTS = dict.fromkeys(("area", "target", "verdict", "reason", "certain", "flags"), "STRING")


class Session(Protocol):
    """A session of Spark, as pyspark has it."""

    @property
    def read(self) -> Any:
        """What reads files."""
        ...

    def table(self, tableName: str) -> Any:  # noqa: N803 -- Spark's name for it
        """A table or view as a data frame."""
        ...

    def createDataFrame(self, data: Any, schema: Any) -> Any:  # noqa: N802 -- Spark's name for it
        """Rows as a data frame."""
        ...

    def sql(self, sqlQuery: str) -> Any:  # noqa: N803 -- Spark's name for it
        """What a query gives, as a data frame."""
        ...


def session_at(master: str) -> Session:
    """The session of this process; a new one where there is none.

    Args:
        master: the address of a cluster's master, as `spark://host:7077`.

    Raises:
        ImportError: pyspark is not installed.
    """
    builder = import_module("pyspark.sql").SparkSession.builder
    session: Session = builder.master(master).appName("tryghed").getOrCreate()
    return session


class Spark:
    """A session of Spark, with views and kept figures that go when nobody holds this any longer."""

    name = dialect = "spark"
    habits = Habits(shares=False, sorts_lists=True, waits=True)

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[str, str] = {}
        self._releases: dict[str, Callable[[], object]] = {}

    def view(self, frame: Any) -> str:
        """A view of a data frame, under a name that nobody else has."""
        name = f"tryghed_{next(_VIEWS)}_{id(self):x}"
        frame.createOrReplaceTempView(name)
        weakref.finalize(self, frame.sparkSession.catalog.dropTempView, name)
        return name

    def frame(self, query: "exp.Query") -> Any:
        """What a query gives, as a data frame that is computed when it is asked for."""
        return self._session.sql(written(self._renamed(query), self.dialect))

    def rows(self, query: "exp.Query", *, few: bool = False) -> Rows:
        """The rows that a query gives; many are fetched part by part, each by a job of its own."""
        frame = self.frame(query)
        found = frame.collect() if few else frame.toLocalIterator(prefetchPartitions=True)
        return map(tuple, found)

    def with_rows(
        self, frame: Any | None, rows: Sequence[tuple[Any, ...]], columns: Sequence[str]
    ) -> Any:
        """A data frame with more rows; only those where there is none."""
        kinds = ", ".join(f"`{name}` {_TEXTS.get(name, 'DOUBLE')}" for name in columns)
        more = self._session.createDataFrame(list(rows), kinds)
        return more if frame is None else frame.unionByName(more)

    def lasting(self, frame: Any) -> Any:
        """A data frame by which what is kept for it stays kept, until nobody holds it either."""
        frame.tryghed_kept = self
        return frame

    def keep(self, name: str, query: "exp.Query") -> bool:
        """Keep what a query gives in the memory and on the disks of the cluster.

        What was kept under the name before is let go.
        """
        frame = self.frame(query).persist()
        if name in self._releases:
            self._releases[name]()
        self._releases[name] = weakref.finalize(self, frame.unpersist)
        self._kept[name] = self.view(frame)
        return True

    def _renamed(self, query: "exp.Query") -> "exp.Query":
        """A query with what is kept under the names that its views have."""
        from sqlglot import exp  # noqa: PLC0415 -- only those who query wait for it

        query = query.copy()
        for table in list(query.find_all(exp.Table)):
            if table.name in self._kept:
                view = exp.to_identifier(self._kept[table.name], quoted=True)
                alias = exp.TableAlias(this=exp.to_identifier(table.name, quoted=True))
                table.replace(exp.Table(this=view, alias=alias))
        return query

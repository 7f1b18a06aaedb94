"""Where queries run: what the embedded database and others have in common."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sqlglot import exp

Rows = Iterator[tuple[Any, ...]]


class Database(Protocol):
    """A database that figures lie in."""

    @property
    def name(self) -> str:
        """What reports call the engine."""
        ...

    @property
    def dialect(self) -> str:
        """Its SQL, as the writer of queries calls it."""
        ...

    def rows(self, query: "exp.Query") -> Rows:
        """The rows that a query gives."""
        ...

    def keep(self, name: str, query: "exp.Query") -> bool:
        """Keep what a query gives under a name for the queries to come, where that can be.

        Returns:
            Whether it is kept; where not, those queries have to hold it.
        """
        ...


# Where a part of a query can be said to be made once and kept.
_KEEPS_PARTS = {"duckdb", "postgres", "sqlite"}


def written(query: "exp.Query", dialect: str, *, pretty: bool = False) -> str:
    """A query as text."""
    from sqlglot import exp  # noqa: PLC0415 -- only those who query wait for it

    if dialect not in _KEEPS_PARTS:
        query = query.copy()
        for part in query.find_all(exp.CTE):
            part.set("materialized", None)
    return query.sql(dialect=dialect, pretty=pretty)

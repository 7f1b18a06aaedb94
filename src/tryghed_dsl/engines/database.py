"""Where queries run: what the embedded database and others have in common."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from tryghed_dsl.records import dataclass

if TYPE_CHECKING:
    from sqlglot import exp

Rows = Iterator[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Habits:
    """What databases do differently, and queries have to be made for.

    Attributes:
        strict: whether a number beyond doubles stops a query with an error.
        shares: whether a part that is read in several places is made once.
        sorts_lists: whether it has lists of values, and the functions of Spark for them.
        deepest: how deeply what is calculated may be written in one place.
        waits: whether one question that reads more is answered sooner than two.
    """

    strict: bool = False
    shares: bool = True
    sorts_lists: bool = False
    deepest: int = 8
    waits: bool = False


USUAL = Habits()


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

    @property
    def habits(self) -> Habits:
        """What it does otherwise than others."""
        ...

    def rows(self, query: "exp.Query", *, few: bool = False) -> Rows:
        """The rows that a query gives.

        Args:
            query: the query.
            few: whether they are so few that they may be fetched at once.
        """
        ...

    def keep(self, name: str, query: "exp.Query") -> bool:
        """Keep what a query gives under a name for the queries to come, where that can be.

        Returns:
            Whether it is kept; where not, those queries have to hold it.
        """
        ...


def written(query: "exp.Query", dialect: str, *, pretty: bool = False) -> str:
    """A query as text, as a database understands what is meant."""
    adapted = query.copy()
    if dialect != "duckdb":
        _ADAPTED.get(dialect, _without_hints)(adapted)
    return adapted.sql(dialect=dialect, pretty=pretty, copy=False)


def _postgres(query: "exp.Query") -> None:
    """Doubles that would be decimals otherwise, and layers that are made one after the other."""
    from sqlglot import exp  # noqa: PLC0415 -- only those who query wait for it

    for literal in list(query.find_all(exp.Literal)):
        if literal.is_number and "e" in literal.name:
            literal.replace(exp.cast(literal.copy(), exp.DataType.Type.DOUBLE))
    _layered(query)


def _layered(query: "exp.Query") -> None:
    """Layers that are made one after the other.

    A part that is read once would be put into the one that reads it, and what it calculates be
    written out as often as it is named there, which no database can plan.
    """
    from sqlglot import exp  # noqa: PLC0415

    for part in query.find_all(exp.CTE):
        part.args["materialized"] = True


def _without_hints(query: "exp.Query") -> None:
    """Nothing is said of which parts are made once."""
    from sqlglot import exp  # noqa: PLC0415

    for part in query.find_all(exp.CTE):
        part.set("materialized", None)


_ADAPTED = {"postgres": _postgres, "sqlite": _layered}

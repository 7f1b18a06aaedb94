"""Tables, files and data frames of Apache Spark, judged by its cluster."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from os import PathLike, fspath
from typing import Any

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.spark import Session, Spark, session_at
from tryghed_dsl.figures.lying import Lying, Supposed
from tryghed_dsl.figures.lying_some import rows_of, understood
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.record_grid import grid_of
from tryghed_dsl.figures.rows import NUMBERS, REQUIRED, Column, column_named
from tryghed_dsl.figures.tidy_tables import TidyTable
from tryghed_dsl.figures.unread import not_installed
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.findings.raised import FiguresError

_EXTRA = '"tryghed-dsl[spark]"'
_FRAME = "frame"
_NEEDED = Listed((*REQUIRED, Column.AREA))
_SHOWN = 60


def spark_lying(figures: object, engine: str | Session | None, spec: Spec) -> Lying:
    """Figures that a cluster can read.

    Args:
        figures: a data frame of Spark, the path of a Parquet or CSV file that every worker can
            read, or the name of a table or view.
        engine: a session, or the address of a master; None for the session of a data frame.
        spec: the spec.

    Raises:
        FiguresError: Spark does not give a table with one figure a row.
    """
    name = fspath(figures) if isinstance(figures, str | PathLike) else _FRAME
    place = InFile(name.rpartition("/")[2])
    try:
        session = _session(figures, engine)
    except ImportError:
        raise FiguresError(not_installed(place.file, _EXTRA)[1]) from None
    with _told(place):
        is_named = isinstance(figures, str | PathLike)
        frame: Any = _opened(session, name) if is_named else figures
        database = Cluster(session, place)
        table = exp.Table(this=exp.to_identifier(database.view(frame), quoted=True))
        tidy = TidyTable(database, table, frame.dtypes)
        supposed = tidy.supposed(spec)
        relation = _fit(place, supposed or tidy.relation(spec))
    some = _Some(database, relation, spec)
    if supposed is None:
        return Lying(database, relation, some)
    supposition = Supposed(tidy.spans(), lambda spans: _fit(place, tidy.spanned(spec, spans)))
    return Lying(database, relation, some, supposed=supposition)


def _fit(place: InFile, relation: Relation | None) -> Relation:
    if relation is None:
        raise FiguresError([_finding(place, {"needed": _NEEDED})])
    return relation


def _session(figures: Any, engine: str | Session | None) -> Session:
    if engine is None:
        session: Session = figures.sparkSession
        return session
    return session_at(engine) if isinstance(engine, str) else engine


def _opened(session: Session, name: str) -> Any:
    if name.endswith(".parquet"):
        return session.read.parquet(name)
    if name.endswith(".csv"):
        heading = session.read.csv(name, header=True).columns
        kinds = (f"`{each.replace('`', '``')}` {_kind(each)}" for each in heading)
        return session.read.csv(name, header=True, schema=", ".join(kinds), mode="FAILFAST")
    return session.table(name)


def _kind(heading: str) -> str:
    """What a column of text holds; periods are left as they are written."""
    return "DOUBLE" if column_named(heading) in NUMBERS else "STRING"


class Cluster(Spark):
    """A session of Spark, whose errors are told as findings."""

    def __init__(self, session: Session, place: InFile) -> None:
        super().__init__(session)
        self.place = place

    def frame(self, query: exp.Query) -> Any:
        """What a query gives, as a data frame that is computed when it is asked for."""
        with _told(self.place):
            return super().frame(query)

    def rows(self, query: exp.Query, *, few: bool = False) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives; many are fetched part by part, each by a job of its own."""
        with _told(self.place):
            yield from super().rows(query, few=few)


@contextmanager
def _told(place: InFile) -> Iterator[None]:
    """An error of Spark as a finding, with its first line."""
    known = import_module("pyspark.errors").PySparkException
    java = import_module("py4j.protocol").Py4JError
    try:
        yield
    except (known, java) as error:
        answer = next(iter(str(error).splitlines()), "")
        raise FiguresError([_finding(place, {"answer": answer} if answer else {})]) from None


def _finding(place: InFile, args: dict[str, Argument]) -> Finding:
    return Finding("E358", (), {"table": place.file[:_SHOWN], **args}, place)


class _Some:
    """Reads the figures of some areas, as those of a whole table are read."""

    def __init__(self, database: Cluster, relation: Relation, spec: Spec) -> None:
        self._database = database
        self._relation = relation
        self._spec = spec

    def __call__(self, areas: Sequence[str]) -> tuple[Figures, list[Finding]]:
        place, query = self._database.place, rows_of(self._relation, areas)
        headings = self._database.frame(query).columns
        given = grid_of(place, headings, self._database.rows(query), NOTHING_SAID)
        return understood(place.file, given, self._spec)

"""Parquet files and data frames that are judged without being read into memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.embedded import Embedded, plain
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.figures.duckdb_grid import quoted, selected
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.figures.lying_some import understood
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.tidy_tables import TidyTable
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.patterns import pattern

_PATTERN = pattern(r"([*?\[])")  # signs of a pattern, which a path is not meant as
_FRAME = "frame"


def parquet_lying(path: Path, spec: Spec) -> Lying | None:
    """A Parquet file with one figure a row; None where a reader has to understand it."""
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    exact = _PATTERN.sub(r"[\1]", str(path.resolve()))
    literal = exp.Literal.string(exact)
    no_folders = exp.PropertyEQ(this=exp.to_identifier("hive_partitioning"), expression=exp.false())
    source = exp.Anonymous(this="read_parquet", expressions=[literal, no_folders])
    try:
        return _lying(Embedded(), exp.Table(this=source), InFile(path.name), spec)
    except duckdb.Error:
        return None


def frame_lying(frame: object, spec: Spec) -> Lying | None:
    """A data frame with one figure a row; None where a reader has to understand it."""
    import duckdb  # noqa: PLC0415

    database = Embedded()
    try:
        database.connection.register(_FRAME, frame)
        table = exp.Table(this=exp.to_identifier(_FRAME, quoted=True))
        return _lying(database, table, InFile(_FRAME), spec)
    except duckdb.Error:
        return None


def _lying(database: Embedded, table: exp.Table, place: InFile, spec: Spec) -> Lying | None:
    source = plain(table)
    described = database.connection.execute(f"DESCRIBE FROM {source}").fetchall()
    relation = TidyTable(database, table, [(row[0], row[1]) for row in described]).relation(spec)
    if relation is None:
        return None
    return Lying(database, relation, _Some(database, relation, place, spec))


class _Some:
    """Reads the figures of some areas, as those of a small file are read."""

    def __init__(self, database: Embedded, relation: Relation, place: InFile, spec: Spec) -> None:
        self._database = database
        self._relation = relation
        self._place = place
        self._spec = spec

    def __call__(self, areas: Sequence[str]) -> tuple[Figures, list[Finding]]:
        relation = self._relation
        names = [name for area in areas for name in relation.written_area(area)]
        table, area = plain(relation.table), quoted(relation.area)
        source = f"(SELECT * FROM {table} WHERE {area} IN (SELECT unnest(?)))"  # noqa: S608 -- ours
        given: Any = [names]
        found = selected(self._database.connection, source, self._place, NOTHING_SAID, given)
        return understood(self._place.file, found, self._spec)

"""Figures where they lie: a table in a database, and a way to read some of it whole."""

from collections.abc import Callable, Sequence

from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.database import Database
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass

# The figures of some areas, read as those of a file are, and what was found.
ReadAreas = Callable[[Sequence[str]], tuple[Figures, list[Finding]]]


@dataclass(frozen=True, slots=True)
class Lying:
    """Figures in a database.

    Attributes:
        database: where they are.
        relation: the table that they are in.
        figures_of: reads those of some areas.
        found: what was found of them beforehand.
    """

    database: Database
    relation: Relation
    figures_of: ReadAreas
    found: tuple[Finding, ...] = ()

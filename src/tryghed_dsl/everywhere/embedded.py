"""Figures that have been read, put into the embedded database."""

from collections.abc import Sequence

from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.embedded import Embedded
from tryghed_dsl.engines.relational.loaded import loaded
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.findings.finding import Finding


def embedded(figures: Figures, found: tuple[Finding, ...] = ()) -> Lying:
    """Figures in a database of their own."""
    database = Embedded()
    relation = loaded(database.connection, figures)

    def of_areas(areas: Sequence[str]) -> tuple[Figures, list[Finding]]:
        wanted = set(areas)
        return Figures(seen for seen in figures if seen.key.area in wanted), []

    return Lying(database, relation, of_areas, found)

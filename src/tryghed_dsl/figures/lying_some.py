"""The figures of some areas of a table, read as those of a whole table are."""

from collections.abc import Sequence

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.figures.formats import cubes_of_grids
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.read import Read
from tryghed_dsl.figures.unread import Read as Grids
from tryghed_dsl.findings.finding import Finding

_NO_ROWS = "E312"  # of a whole file an error, and of some areas none


def rows_of(relation: Relation, areas: Sequence[str]) -> exp.Select:
    """The query of all rows of some areas."""
    names = [exp.Literal.string(n) for area in areas for n in relation.written_area(area)]
    among = exp.In(this=exp.column(relation.area, quoted=True), expressions=names)
    return exp.select("*").from_(relation.table.copy()).where(among)


def understood(
    file: str, given: Grids, spec: Spec, options: Options = NOTHING_SAID
) -> tuple[Figures, list[Finding]]:
    """What rows say, under a spec's names; some areas may have none."""
    grids, found = given
    if {each.code for each in found} <= {_NO_ROWS} and not any(grid.rows[1:] for grid in grids):
        return Figures([]), []
    read = Read()
    read.add(*cubes_of_grids(file, given, options), options)
    rows, told = read.named(spec)
    figures, more = matched(spec, rows, any_area=True)
    return figures, [*told, *more]

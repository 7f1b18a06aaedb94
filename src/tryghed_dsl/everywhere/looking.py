"""What is looked at before verdicts are asked for: which areas take more care than a query can."""

from collections.abc import Sequence

from sqlglot import exp

from tryghed_dsl.engines.relational.query import CELLS
from tryghed_dsl.engines.relational.verdicts import VerdictQuery
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.records import dataclass

_OF_TABLE, _OF_AREAS = 0, 1  # what an answer to both questions tells of


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known of figures before verdicts are asked for.

    Attributes:
        query: the queries of them, with their names as they are written.
        cells: the query of the figures that are needed; None where they are kept already.
        odd: the areas of which something takes more care than a query can.
        all_are_odd: whether all areas are judged one by one, as where all rest on one that is odd.
    """

    query: VerdictQuery
    cells: exp.Query | None
    odd: frozenset[str] = frozenset()
    all_are_odd: bool = False


def looked(query: VerdictQuery, lying: Lying, areas: Sequence[str] | None) -> Looked:
    """Collect the figures that are needed, and look which areas take more care.

    What is supposed of their table is asked with it, for one question that reads it twice is
    answered sooner than two. If it was not so, all is done again by what is known then.

    Raises:
        FiguresError: they are not such as can be judged.
    """
    database = lying.database
    held = query.held(areas)
    cells = None if database.keep(CELLS, held) else held
    asked = query.set_aside(cells)
    if lying.supposed is None:
        rows = [area for (area,) in database.rows(asked, few=True)]
    else:
        answers = list(database.rows(_together(lying.supposed.query, asked), few=True))
        settled = lying.answered([row for kind, *row in answers if kind == _OF_TABLE])
        if settled.relation != lying.relation:
            return looked(query.over(settled.relation), settled, areas)
        rows = [area for kind, area, *_ in answers if kind == _OF_AREAS]
    odd = frozenset(rows)
    return Looked(query, cells, odd, not odd.isdisjoint(query.named_areas))


def _together(table: exp.Select, areas: exp.Query) -> exp.Query:
    """Both questions in one; what is asked of the table, which takes longer to begin, first."""
    nothing = [exp.null() for _ in table.selects[1:]]
    first = exp.select(exp.Literal.number(_OF_TABLE), "*").from_(table.subquery("told"))
    second = exp.select(exp.Literal.number(_OF_AREAS), "*", *nothing).from_(areas.subquery("odd"))
    return exp.Union(this=first, expression=second, distinct=False)

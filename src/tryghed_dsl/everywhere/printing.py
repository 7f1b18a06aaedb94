"""The query of a spec as text, for a database that somebody runs themselves."""

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.program import Aspect
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.engines.database import written
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.relational.seen import Seen
from tryghed_dsl.engines.relational.verdicts import VerdictQuery
from tryghed_dsl.everywhere.groups import Programs, programs_of
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.records import replace

DIALECTS = (
    *("duckdb", "postgres", "spark", "databricks", "snowflake", "bigquery", "trino"),
    *("redshift", "clickhouse", "mysql", "sqlite", "tsql", "oracle"),
)
_COLUMNS = ("value", "limit")
# Where a column that was made without quotation marks has its name in capital letters.
_CAPITAL = ("snowflake", "oracle")


def query_text(spec: Spec, as_of: Period, dialect: str, table: str) -> str:
    """The query that judges a spec as of a period in all areas of a table.

    The table has the columns `indicator`, `area`, `period` and `value`, with one figure a row.
    Periods are whole numbers where all are years, and else texts such as `2018H1`.

    Args:
        spec: the spec.
        as_of: the period judged.
        dialect: whose SQL it is, one of `DIALECTS`.
        table: the table's name, with its schema before a point.

    Raises:
        FiguresError: something that figures would decide has to be stated.
    """
    programs, missing = programs_of(spec, as_of, None, _COLUMNS)
    if missing:
        raise FiguresError(missing)
    wording = {target.id: target.text for target in programs.spec.targets}
    relation = _table(programs, table)
    if dialect in _CAPITAL:
        values = {Aspect.VALUE: exp.column("VALUE", quoted=True)}
        relation = replace(
            relation, indicator="INDICATOR", area="AREA", period="PERIOD", values=values
        )
    query = VerdictQuery(programs.groups, relation, _COLUMNS, wording=wording)
    return written(query.answer(query.held(None)), dialect, pretty=True) + "\n"


def _table(programs: Programs, name: str) -> Relation:
    """The table as it is agreed to be; it may have parts of a period where the spec has some."""
    indicators = programs.spec.indicators.values()
    seen = Seen(frozenset({programs.as_of.length, *(each.length for each in indicators)}))
    relation = Relation(exp.to_table(name), seen=seen)
    needed = VerdictQuery(programs.groups, relation, _COLUMNS).cells.wanted
    periods = {each.period for each in needed}
    if all(period.length is Length.YEAR for period in periods):
        return relation
    return replace(relation, periods={period: (str(period),) for period in periods})

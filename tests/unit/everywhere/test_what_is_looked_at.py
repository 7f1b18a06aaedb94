"""A table is taken to write names as the spec does, and is asked whether it does on the way."""

from collections.abc import Sequence

import pytest
from sqlglot import exp

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import year
from tryghed_dsl.engines.database import Rows
from tryghed_dsl.engines.embedded import Embedded
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.relational.verdicts import VerdictQuery
from tryghed_dsl.everywhere.groups import programs_of
from tryghed_dsl.everywhere.looking import Looked, looked
from tryghed_dsl.figures.lying import Lying, Supposed
from tryghed_dsl.figures.tidy_tables import TidyTable
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.raised import FiguresError

SPEC = td.loads("""
indicator indbrud "Indbrud", count, lower is better
indicator to_gange = indbrud + indbrud
indbrud <= 100
to_gange <= 190
""")
COLUMNS = [
    ("indicator", "VARCHAR"),
    ("area", "VARCHAR"),
    ("period", "INTEGER"),
    ("value", "DOUBLE"),
]
PLAIN = [
    ("indbrud", "a", 2018, 90.0),
    ("indbrud", "b", 2018, 1e300),
    ("trafik", "a", 1999, 3.0),
]
Row = tuple[str, str, int, float]


class Counting(Embedded):
    """A database that counts what it is asked."""

    asked = 0

    def rows(self, query: exp.Query, *, few: bool = False) -> Rows:
        self.asked += 1
        return super().rows(query, few=few)


def tidy(
    rows: Sequence[Row],
    columns: Sequence[tuple[str, str]] = COLUMNS,
    database: Embedded | None = None,
) -> TidyTable:
    database = database or Embedded()
    declared = ", ".join(" ".join(each) for each in columns)
    database.connection.execute(f"CREATE TABLE t ({declared})")
    if rows:
        database.connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", rows)
    return TidyTable(database, exp.table_("t"), columns)


def answered(table: TidyTable, spans: Sequence[Sequence[object]]) -> Relation:
    relation = table.spanned(SPEC, spans)
    if relation is None:
        raise FiguresError([Finding("E358", (), {"table": "t"})])
    return relation


def look(rows: Sequence[Row]) -> tuple[Looked, Sequence[str], int]:
    """What is found, the areas with figures, and how often the table was asked for it."""
    database = Counting()
    table = tidy(rows, database=database)
    relation = table.supposed(SPEC)
    assert relation is not None
    supposed = Supposed(table.spans(), lambda spans: answered(table, list(spans)))
    lying = Lying(database, relation, lambda _: (Figures([]), []), supposed=supposed)
    programs, _ = programs_of(SPEC, year(2018), None, ())
    found = looked(VerdictQuery(programs.groups, relation, ()), lying, None)
    asked = database.asked
    answer = found.query.answer(found.cells, any_odd=True)
    return found, sorted({area for area, *_ in database.rows(answer)}), asked


def test_plain_names_are_asked_for_with_the_areas_that_take_more_care() -> None:
    found, areas, asked = look(PLAIN)
    assert (found.odd, areas, asked) == (frozenset({"b"}), ["a"], 1)


def test_names_written_otherwise_are_found_and_all_is_done_again() -> None:
    found, areas, asked = look([*PLAIN, ("Indbrud", "c", 2018, 5.0)])
    assert (found.odd, areas, asked) == (frozenset({"b"}), ["a", "c"], 2)


def test_a_figure_that_stands_twice_under_two_names_is_not_taken_for_one() -> None:
    found, areas, _ = look([*PLAIN, ("Indbrud", "a", 2018, 5.0)])
    assert (found.odd, areas) == (frozenset({"a", "b"}), [])


@pytest.mark.parametrize("rows", [[], [("indbrud", "a", 201801, 90.0)]])
def test_what_has_no_years_is_told(rows: Sequence[Row]) -> None:
    with pytest.raises(FiguresError, match="E358"):
        look(rows)


@pytest.mark.parametrize("more", [[("flag", "VARCHAR")], [("unit", "VARCHAR")]])
def test_nothing_is_supposed_where_more_has_to_be_asked(more: list[tuple[str, str]]) -> None:
    assert tidy([], [*COLUMNS, *more]).supposed(SPEC) is None


def test_nothing_is_supposed_of_periods_that_are_texts() -> None:
    columns = [(name, "VARCHAR" if name == "period" else kind) for name, kind in COLUMNS]
    assert tidy([], columns).supposed(SPEC) is None

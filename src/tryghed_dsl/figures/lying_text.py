"""Large tidy text files, judged by the embedded database without being held in memory.

A smaller file is read, and so is one that is not plainly one figure a row: readers understand
much more. What is judged here has to mean what it means to them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.embedded import Embedded
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.figures.beginnings import may_be_sdmx
from tryghed_dsl.figures.duckdb_grid import quoted
from tryghed_dsl.figures.grid import Grid, Row
from tryghed_dsl.figures.large import LargeFile, as_large, broken
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.figures.lying_some import understood
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.rows import NUMBERS, OF_LETTERS, REQUIRED, Column, recognised, tidy
from tryghed_dsl.figures.text_names import Written, written_in
from tryghed_dsl.figures.text_numbers import Numbers, numbers_of
from tryghed_dsl.figures.text_store import Store
from tryghed_dsl.figures.text_troubles import troubles
from tryghed_dsl.figures.tidy_tables import TidyTable
from tryghed_dsl.figures.wanted import Wanted, left_unread
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.records import replace

LEAST_BYTES = 5_000_000
_ENCODINGS = ("utf-8", "latin-1")
_VIEW = "lying"
_OPTIONAL = (Column.FLAG, Column.UNIT)
_BROKEN = ("Expected Number of Columns", "unterminated quote")


def text_lying(path: Path, spec: Spec) -> Lying | None:
    """A large text file with one figure a row; None where a reader has to understand it.

    Raises:
        FiguresError: a row has too many or too few fields, or a quotation mark is not closed; or
            a value is no number, in a file that no reader can hold.
    """
    large = as_large(path, NOTHING_SAID, LEAST_BYTES)
    if large is None or not _is_tidy(large):
        return None
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    try:
        return _lying(Store(Embedded(), large), spec)
    except duckdb.InvalidInputException as error:
        if any(words in str(error) for words in _BROKEN):
            raise FiguresError([broken(path.name, str(error))]) from None
        return None
    except (duckdb.Error, OSError):  # among them a full disk
        return None


def _is_tidy(large: LargeFile) -> bool:
    """Whether headings say all that is in a file, and signs beside figures are whole words."""
    places = recognised(large.headings)
    if large.encoding not in _ENCODINGS or len(places) < len(large.headings):
        return False
    if not all(column in places for column in (*REQUIRED, Column.AREA)):
        return False
    headings = [tidy(heading).casefold() for heading in large.headings]
    return not may_be_sdmx(headings) and not any(name in OF_LETTERS for name in headings)


def _lying(store: Store, spec: Spec) -> Lying | None:
    wanted = Wanted(store.large.headings, Known(spec, any_area=True))
    written = written_in(store, spec, wanted) if store.is_plain() else None
    if written is None:
        return None
    numbers = numbers_of(store, written.indicators)
    if numbers is None:
        told = troubles(store, written.indicators)
        if told:
            raise FiguresError(told)
        return None
    numbers.put(store)
    relation = _relation(store, numbers, spec)
    if relation is None:
        return None
    relation = replace(relation, areas=written.areas)
    name = store.large.path.name
    left = left_unread(name, spec, wanted, written.others, 0)
    found = (*numbers.told(name), *left)
    return Lying(store.database, relation, _Some(store, relation, numbers, written, spec), found)


def _relation(store: Store, numbers: Numbers, spec: Spec) -> Relation | None:
    """The file's figures as a table of texts and numbers, without rows that have no figure."""
    columns = ", ".join(
        f"{_said(store, numbers, column)} AS {quoted(store.large.headings[place])}"
        for column, place in store.places.items()
    )
    joined = " ".join(numbers.joined(place) for place in store.numbers)
    value = numbers.made(store.places[Column.VALUE])
    store.database.connection.execute(
        f"CREATE VIEW {_VIEW} AS SELECT {columns} FROM {store.table} {joined}"  # noqa: S608 -- ours
        f" WHERE {value} IS NOT NULL"
    )
    table = exp.Table(this=exp.to_identifier(_VIEW, quoted=True))
    described = [(row[0], row[1]) for row in store.rows(f"DESCRIBE FROM {_VIEW}")]
    return TidyTable(store.database, table, described).relation(spec)


def _said(store: Store, numbers: Numbers, column: Column) -> str:
    place = store.places[column]
    if column in NUMBERS:
        return numbers.made(place)
    return f"nullif(c{place}, '')" if column in _OPTIONAL else f"c{place}"


class _Some:
    """Reads the figures of some areas, as those of a small file are read."""

    def __init__(
        self, store: Store, relation: Relation, numbers: Numbers, written: Written, spec: Spec
    ) -> None:
        self._store = store
        self._relation = relation
        self._written = written
        self._spec = spec
        self._options = replace(NOTHING_SAID, decimal=numbers.sign)

    def __call__(self, areas: Sequence[str]) -> tuple[Figures, list[Finding]]:
        large = self._store.large
        rows = list(self._rows(areas))
        grid = Grid(large.path.name, [Row(large.head, large.headings), *rows], texts=True)
        return understood(large.path.name, ([grid], []), self._spec, self._options)

    def _rows(self, areas: Sequence[str]) -> Iterator[Row]:
        store, first = self._store, self._store.large.head + 1
        names = [name for area in areas for name in self._relation.written_area(area)]
        of_areas = f"c{store.places[Column.AREA]} IN (SELECT unnest(?))"
        of_indicators, given = store.of_indicators(self._written.indicators)
        texts = ", ".join(f"c{place}" for place in range(len(store.large.headings)))
        query = f"""
            SELECT file_row_number, {texts} FROM {store.table}
            WHERE {of_areas} AND {of_indicators} ORDER BY 1"""  # noqa: S608 -- places are numbers
        for number, *cells in store.rows(query, [names, *given]):
            yield Row(first + number, [cell.strip() for cell in cells])

"""All rows of verdicts at once: into a file, or as columns for a library of tables."""

import os
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlglot import exp

from tryghed_dsl.engines.database import Database
from tryghed_dsl.engines.embedded import Embedded
from tryghed_dsl.engines.relational.loaded import put
from tryghed_dsl.engines.relational.targets import NUMBERS
from tryghed_dsl.files import StrPath
from tryghed_dsl.records import dataclass

_ROWS = "rows"
_FORMS = {".parquet": "parquet", ".csv": "csv"}


@dataclass(frozen=True, slots=True)
class Whole:
    """All rows of verdicts.

    Attributes:
        columns: what the columns are called.
        database: where the figures lie.
        answer: the query of most rows; None where there are no more than those set aside.
        aside: the rows of areas that were judged one by one.
    """

    columns: Sequence[str]
    database: Database
    answer: exp.Query | None
    aside: Sequence[tuple[Any, ...]]

    def write(self, path: StrPath) -> None:
        """Write a whole file or nothing: beside its place first, then in it."""
        place = Path(os.fspath(path)).resolve()
        form = _FORMS.get(place.suffix.casefold())
        if form is None:
            message = f"{place.name}: the name of a file of verdicts ends in {' or '.join(_FORMS)}"
            raise ValueError(message)
        with TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as folder:
            beside = Path(folder, f"rows.{form}")
            database, query = self._asked()
            database.write(query, str(beside), form)
            beside.replace(place)

    def stream(self) -> Any:
        """An object that hands over the columns as Arrow does."""
        database, query = self._asked()
        return database.stream(query)

    def _asked(self) -> tuple[Embedded, exp.Query]:
        """A query for all rows, and the embedded database that answers it."""
        if not isinstance(self.database, Embedded) or self.answer is None:
            more = [] if self.answer is None else self.database.rows(self.answer)
            embedded = Embedded()
            return embedded, self._put(embedded, chain(self.aside, more))
        if not self.aside:
            return self.database, self.answer
        aside = self._put(self.database, self.aside)
        return self.database, exp.union(self.answer, aside, distinct=False)

    def _put(self, database: Embedded, rows: Iterable[tuple[Any, ...]]) -> exp.Query:
        """The query of rows that are put into a table."""
        kinds = {name: "DOUBLE" if name in NUMBERS else "VARCHAR" for name in self.columns}
        put(database.connection, _ROWS, kinds, rows)
        columns = (exp.column(name, quoted=True) for name in kinds)
        return exp.select(*columns).from_(exp.to_identifier(_ROWS, quoted=True))

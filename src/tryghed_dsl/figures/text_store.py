"""A tidy text file put where queries can go through it many times: in columns, and in its order.

The file is read once, and what was read stays the same however long verdicts are asked for. Each
number is told apart by how it is written, since the sign before decimals is known at the end.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

from tryghed_dsl.engines.embedded import Embedded
from tryghed_dsl.figures.large import LargeFile, source_of
from tryghed_dsl.figures.lines import count_lines
from tryghed_dsl.figures.rows import NUMBERS, Column, recognised

_AT_ONCE = 10_000
# A row with one of these may be understood otherwise by those who read row by row.
_ODD_SIGNS = ('"', "\n", "\r", "\0")


class Writing(IntEnum):
    """How a number is written."""

    WHOLE = 0
    POINT = 1  # certainly with a point before decimals
    COMMA = 2
    GROUP_POINT = 3  # 1.234, which the other numbers of the file have to tell
    GROUP_COMMA = 4
    OTHER = 5  # signs for a missing figure, thousands with blanks, and what is no number


_FORMS = {
    Writing.WHOLE: "-?[0-9]{1,15}",
    Writing.GROUP_POINT: "-?[1-9][0-9]{0,2}[.][0-9]{3}",
    Writing.GROUP_COMMA: "-?[1-9][0-9]{0,2}[,][0-9]{3}",
    Writing.POINT: "-?[0-9]{1,15}[.][0-9]{1,20}",
    Writing.COMMA: "-?[0-9]{1,15}[,][0-9]{1,20}",
}


class Store:
    """The rows of a text file, in columns `c0`, `c1`, … of texts without blanks around them.

    For each column of numbers there is one more, `k3` for `c3`, with how it is written.

    Attributes:
        database: where it is.
        large: the file.
        table: what stands behind `FROM`.
        places: where each column stands.
        numbers: the places of columns with numbers.
    """

    def __init__(self, database: Embedded, large: LargeFile) -> None:
        self.database = database
        self.large = large
        self.places: Mapping[Column, int] = recognised(large.headings)
        self.numbers = [self.places[column] for column in NUMBERS if column in self.places]
        path = f"{database.folder}/figures.parquet".replace("'", "''")
        self.table = f"read_parquet('{path}', file_row_number = true)"
        self._fill(path)

    def _fill(self, path: str) -> None:
        source, given = source_of(self.large)
        texts = [f"trim(c{place}) AS c{place}" for place in range(len(self.large.headings))]
        kinds = [f"{_writing(f'trim(c{place})')} AS k{place}" for place in self.numbers]
        query = f"SELECT {', '.join([*texts, *kinds])} FROM {source}"  # noqa: S608 -- ours
        opened = self.database.connection
        opened.execute("SET preserve_insertion_order = true")
        opened.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)", given)
        opened.execute("SET preserve_insertion_order = false")

    def rows(self, query: str, given: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives."""
        asked = self.database.connection.cursor().execute(query, given)
        while some := asked.fetchmany(_AT_ONCE):
            yield from some

    def of_indicators(self, names: Sequence[str] | None) -> tuple[str, list[Any]]:
        """The condition that a row is of some indicators, and what its question marks stand for.

        Args:
            names: how the file writes them; None for all.
        """
        if names is None:
            return "true", []
        return f"c{self.places[Column.INDICATOR]} IN (SELECT unnest(?))", [list(names)]

    def is_plain(self) -> bool:
        """Whether each row is a line of its own, with nothing that can be understood otherwise."""
        odd = " OR ".join(
            f"c{place} IS NULL OR {_has_odd_sign(f'c{place}')}"
            for place in range(len(self.large.headings))
        )
        ((rows, is_odd),) = self.rows(f"SELECT count(*), bool_or({odd}) FROM {self.table}")  # noqa: S608
        lines: int = rows + self.large.head
        return rows > 0 and not is_odd and count_lines(self.large.path) == lines


def _writing(text: str) -> str:
    cases = " ".join(
        f"WHEN regexp_full_match({text}, '{form}') THEN {kind.value}"
        for kind, form in _FORMS.items()
    )
    return f"(CASE {cases} ELSE {Writing.OTHER.value} END)::UTINYINT"


def _has_odd_sign(text: str) -> str:
    return " OR ".join(f"contains({text}, chr({ord(sign)}))" for sign in _ODD_SIGNS)

"""Figures where they lie: a table in a database, and a way to read some of it whole."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.engines.database import Database
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass, replace

if TYPE_CHECKING:
    from sqlglot import exp

# The figures of some areas, read as those of a file are, and what was found.
ReadAreas = Callable[[Sequence[str]], tuple[Figures, list[Finding]]]
Answer = Iterable[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Supposed:
    """That a table is as it was taken to be, so that it need not be asked before it is judged.

    Attributes:
        query: what it is asked.
        answered: the table as it is by the answer, which may say that it was taken rightly.
    """

    query: "exp.Select"
    answered: Callable[[Answer], Relation]


@dataclass(frozen=True, slots=True)
class Lying:
    """Figures in a database.

    Attributes:
        database: where they are.
        relation: the table that they are in.
        figures_of: reads those of some areas.
        found: what was found of them beforehand.
        supposed: what is not certain of the table; None where all is.
    """

    database: Database
    relation: Relation
    figures_of: ReadAreas
    found: tuple[Finding, ...] = ()
    supposed: Supposed | None = None

    def settled(self) -> "Lying":
        """The figures with nothing supposed any longer.

        Raises:
            FiguresError: they are not such as can be judged.
        """
        if self.supposed is None:
            return self
        return self.answered(self.database.rows(self.supposed.query, few=True))

    def answered(self, answer: Answer) -> "Lying":
        """The figures by what was answered of that which was supposed.

        Raises:
            FiguresError: they are not such as can be judged.
        """
        if self.supposed is None:
            return self
        return replace(self, relation=self.supposed.answered(answer), supposed=None)

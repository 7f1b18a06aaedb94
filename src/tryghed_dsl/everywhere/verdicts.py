"""The verdicts of many areas: the rows of a query, and those of areas that took more care."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tryghed_dsl.collecting import paused
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.engines.local import LOCAL
from tryghed_dsl.engines.relational.verdicts import VerdictQuery
from tryghed_dsl.engines.spark import Spark
from tryghed_dsl.everywhere.asked import Asked
from tryghed_dsl.everywhere.care import Care, row_of
from tryghed_dsl.everywhere.groups import Programs
from tryghed_dsl.everywhere.looking import Looked, looked
from tryghed_dsl.everywhere.whole import Whole
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.files import StrPath
from tryghed_dsl.report.report import Report

if TYPE_CHECKING:
    from sqlglot import exp

    from tryghed_dsl.check.model import Spec
    from tryghed_dsl.findings.finding import Finding

Row = tuple[Any, ...]


class Verdicts:
    """The verdicts of a spec in many areas, one row an area and target.

    Rows are computed when they are asked for, where the figures lie.

    Attributes:
        spec: the spec, in the wording that was in force.
        columns: what the columns of a row are called.
        findings: what was found in the spec and its figures.
    """

    def __init__(self, programs: Programs, lying: Lying, asked: Asked) -> None:
        self.spec: Spec = programs.spec
        self.findings: tuple[Finding, ...] = (*programs.spec.findings, *lying.found)
        self._asked = asked
        self._lying = lying
        habits = lying.database.habits
        self._query = VerdictQuery(programs.groups, lying.relation, asked.columns, habits)
        self.columns: tuple[str, ...] = self._query.columns
        self._care = Care(programs, lying.figures_of, self._query.named_areas)

    @property
    def as_of(self) -> Period:
        """The period judged."""
        return self._asked.as_of

    @property
    def engine(self) -> str:
        """The engine that ran."""
        return LOCAL if self._asked.one_by_one else self._lying.database.name

    # -------------------------------------------------------------- rows

    def __iter__(self) -> Iterator[Row]:
        """The rows, in no order that matters.

        Raises:
            FiguresError: figures contradict each other, or are none.
        """
        yield from self._set_aside()
        if self._answer is not None:
            yield from self._lying.database.rows(self._answer)

    def _set_aside(self) -> Iterator[Row]:
        for report in self._care.reports(self._aside):
            for target in report:
                yield row_of(report.area, target, self._asked.columns)

    def write(self, path: StrPath) -> None:
        """Write the rows into a file, as Parquet or CSV by the ending of its name.

        What stood there before is replaced when all is written, and not before.

        Raises:
            FiguresError: figures contradict each other, or are none.
            ValueError: the name has another ending.
            OSError: the file cannot be written.
        """
        self._whole.write(path)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as columns, for libraries of tables that take them as Arrow hands them over."""
        return self._whole.stream().__arrow_c_stream__(requested_schema)

    @property
    def _whole(self) -> Whole:
        aside = list(self._set_aside())
        return Whole(self.columns, self._lying.database, self._answer, aside)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[Verdict, int]]:
        """How many areas have each verdict, by target."""
        found: dict[str, Counter[Verdict]] = {t.id: Counter() for t in self.spec.targets}
        for target, verdict, areas in self._counted():
            found[target][Verdict(verdict)] += areas
        return {
            target: {verdict: counted.get(verdict, 0) for verdict in Verdict}
            for target, counted in found.items()
        }

    def _counted(self) -> Iterator[tuple[str, str, int]]:
        for _, target, verdict, *_ in self._set_aside():
            yield target, verdict, 1
        if self._answer is not None:
            counting = self._query.counted(self._answer)
            for target, verdict, areas in self._lying.database.rows(counting, few=True):
                yield target, verdict, areas

    def spark(self) -> Any:
        """The rows as a data frame of Spark, which the cluster computes when it is asked to.

        Areas that take more care than a query can are looked for, and judged, at once.

        Raises:
            TypeError: it is not Spark that judges.
        """
        database = self._lying.database
        if not isinstance(database, Spark):
            message = "only what Spark judges is a data frame of Spark"
            raise TypeError(message)
        aside = list(self._set_aside())
        answer = None if self._answer is None else database.frame(self._answer)
        if aside or answer is None:
            answer = database.with_rows(answer, aside, self.columns)
        return database.lasting(answer)

    def report(self, area: str) -> Report:
        """The whole report of one area, with its evidence.

        Raises:
            FiguresError: its figures cannot be read.
        """
        return next(self._care.reports([area]))

    # -------------------------------------------------------------- queries

    @cached_property
    def _looked(self) -> Looked:
        """What is known of the figures before verdicts are asked for."""
        if self._asked.one_by_one or not self._query.fits:
            return Looked(self._query, self._query.held(self._asked.areas), all_are_odd=True)
        return looked(self._query, self._lying, self._asked.areas)

    @cached_property
    def _aside(self) -> list[str]:
        """The areas that are judged one by one."""
        found, wanted = self._looked, self._asked.areas
        if wanted is None and not found.odd and not found.all_are_odd:
            return []
        rows = self._lying.database.rows(found.query.areas(found.cells))
        known = [area for (area,) in rows]
        judged = known if wanted is None else list(wanted)
        if found.all_are_odd:
            return judged
        absent = set(judged) - set(known)
        return [area for area in judged if area in found.odd or area in absent]

    @cached_property
    def _answer(self) -> "exp.Query | None":
        """The query of all other areas; None where there are none."""
        found = self._looked
        if found.all_are_odd:
            return None
        with paused():
            return found.query.answer(found.cells, any_odd=bool(found.odd))

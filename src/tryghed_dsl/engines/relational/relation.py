"""A table of figures in a database: what its columns are, and how it writes names."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from sqlglot import exp

from tryghed_dsl.core.program import Aspect
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.engines.relational.seen import Seen
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """A table with one figure a row.

    Attributes:
        table: what stands behind `FROM`.
        indicator: the column of the indicator; likewise `area` and `period`.
        values: the column, or what is made of one, for each thing that is told of a figure.
        flag: the column of flags; None where there is none.
        seen: what is known of it before it is read.
        indicators: how it writes each indicator, by id; one that is not there is written as its
            id. Likewise `areas`.
        periods: how it writes each period; None where periods are whole numbers of years.
        flags: the texts in the column of flags that say each flag.
    """

    table: exp.Expr
    indicator: str = "indicator"
    area: str = "area"
    period: str = "period"
    values: Mapping[Aspect, exp.Expr] = field(
        default_factory=lambda: {Aspect.VALUE: exp.column("value", quoted=True)}
    )
    flag: str | None = None
    seen: Seen = field(default_factory=Seen)
    indicators: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    periods: Mapping[Period, tuple[str, ...]] | None = None
    flags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def written_indicator(self, indicator: str) -> tuple[str, ...]:
        """How an indicator is written."""
        return self.indicators.get(indicator, (indicator,))

    def written_area(self, area: str) -> tuple[str, ...]:
        """How an area is written."""
        return self.areas.get(area, (area,))

    def written_period(self, period: Period) -> Sequence[exp.Expr]:
        """How a period is written; nothing where no row is of it."""
        if self.periods is None:
            years = [period.index] if period.length is Length.YEAR else []
            return [exp.Literal.number(year) for year in years]
        return [exp.Literal.string(text) for text in self.periods.get(period, ())]

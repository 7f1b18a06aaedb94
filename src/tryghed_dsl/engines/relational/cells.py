"""The first query: the figures that are needed, one row an area and one column a figure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlglot import exp

from tryghed_dsl.core.program import Aspect, Cell
from tryghed_dsl.domain.period import Period
from tryghed_dsl.engines.relational.bounds import LARGEST, SMALLEST
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.relational.seen import Mark
from tryghed_dsl.engines.relational.writing import (
    SQL,
    all_of,
    any_of,
    case,
    column,
    counted,
    is_null,
    number,
    text,
)
from tryghed_dsl.records import dataclass

AREA, ROWS = "area", "figures"
# The smallest and the largest that is calculated with, besides zero.
Sizes = tuple[float, float]
SIZES: Sizes = (SMALLEST, LARGEST)
_BESIDE = (Aspect.N, Aspect.DENOMINATOR, Aspect.LOWER, Aspect.UPPER)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure, or what is told of it, of any area.

    Attributes:
        told: the aspect, or the name of a flag.
    """

    indicator: str
    period: Period
    told: Aspect | str

    @property
    def is_value(self) -> bool:
        """Whether it is the figure itself."""
        return self.told is Aspect.VALUE


def wanted(leaf: Cell | Mark) -> Wanted:
    """What a leaf asks for, whatever its area."""
    told = leaf.flag if isinstance(leaf, Mark) else leaf.aspect
    return Wanted(leaf.indicator, leaf.period, told)


class Cells:
    """The figures that are needed, and the query that collects them."""

    def __init__(self, relation: Relation, leaves: Iterable[Cell | Mark]) -> None:
        self.relation = relation
        asked = [wanted(leaf) for leaf in leaves]
        # Rows are counted by their figures, so that of each row the figure is taken too.
        figures = [Wanted(each.indicator, each.period, Aspect.VALUE) for each in asked]
        self.wanted = list(dict.fromkeys([*asked, *figures]))
        self.names = {each: f"c{place}" for place, each in enumerate(self.wanted)}

    def query(self, areas: Sequence[str] | None) -> exp.Select:
        """One row an area; only rows that are needed are read.

        Args:
            areas: the areas wanted; None means all.
        """
        relation = self.relation
        conditions = [self._needed()]
        if areas is not None:
            written = [text(name) for each in areas for name in relation.written_area(each)]
            conditions.append(exp.In(this=column(relation.area), expressions=written))
        value = relation.values[Aspect.VALUE].copy()
        query = (
            exp.select(exp.alias_(column(relation.area), AREA, quoted=True))
            .select(exp.alias_(exp.Count(this=value), ROWS, quoted=True))
            .select(*(self._collected(each) for each in self.wanted))
            .from_(relation.table.copy())
            .where(*conditions)
            .group_by(column(relation.area))
        )
        return self._under_ids(query) if relation.areas else query

    def _under_ids(self, query: exp.Select) -> exp.Select:
        """One row an area, by its id, whichever of its names it is written by."""
        known = [
            (_among(column(AREA), [text(name) for name in names]), text(own))
            for own, names in self.relation.areas.items()
        ]
        area = case(*known, default=column(AREA))
        largest = [exp.alias_(exp.Max(this=column(n)), n, quoted=True) for n in self.names.values()]
        rows = exp.cast(exp.Sum(this=column(ROWS)), exp.DataType.Type.BIGINT)
        return (
            exp.select(exp.alias_(area, AREA, quoted=True), exp.alias_(rows, ROWS, quoted=True))
            .select(*largest)
            .from_(query.subquery("written"))
            .group_by(area.copy())
        )

    def _collected(self, each: Wanted) -> SQL:
        value = self._told(each)
        condition = all_of([self._is_of(each.indicator), self._is_in([each.period])])
        return exp.alias_(exp.Max(this=case((condition, value))), self.names[each], quoted=True)

    def _told(self, each: Wanted) -> SQL:
        if isinstance(each.told, Aspect):
            return self.relation.values[each.told].copy()
        flag = column(self.relation.flag or "flag")
        said = [text(written) for written in self.relation.flags.get(each.told, (each.told,))]
        known = exp.Not(this=exp.paren(is_null(self.relation.values[Aspect.VALUE].copy())))
        return case((all_of([exp.In(this=flag, expressions=said), known]), number(1)))

    def _is_of(self, indicator: str) -> SQL:
        return _among(column(self.relation.indicator), self._texts([indicator]))

    def _texts(self, indicators: Iterable[str]) -> list[SQL]:
        return [text(w) for each in indicators for w in self.relation.written_indicator(each)]

    def _is_in(self, periods: Iterable[Period]) -> SQL:
        written = [each for period in periods for each in self.relation.written_period(period)]
        return _among(column(self.relation.period), written) if written else exp.false()

    def _needed(self) -> SQL:
        """Which rows are needed; first in the form in which parts of files can be left unread.

        Then by periods, those first for which most indicators are needed: numbers are compared
        sooner than texts.
        """
        wanted = defaultdict[Period, dict[str, None]](dict)
        for each in self.wanted:
            wanted[each.period][each.indicator] = None
        together = defaultdict[tuple[str, ...], list[Period]](list)
        for period, own in wanted.items():
            together[tuple(sorted(own))].append(period)
        every = list(dict.fromkeys(each.indicator for each in self.wanted))
        pairs = [
            self._is_in(periods)
            if len(those) == len(every)
            else all_of([self._is_in(periods), self._are_of(those)])
            for those, periods in sorted(together.items(), key=lambda pair: -len(pair[0]))
        ]
        return (
            all_of([self._are_of(every), self._is_in(wanted), any_of(pairs)])
            if pairs
            else exp.false()
        )

    def _are_of(self, indicators: Iterable[str]) -> SQL:
        return _among(column(self.relation.indicator), self._texts(indicators))

    def odd(self, within: Sizes = SIZES) -> SQL:
        """Whether something of an area is to be judged with more care than a query can take.

        A figure that stands twice or is suppressed, is no number, or is so large or small that
        it may not be calculated with.

        Args:
            within: the sizes that may be calculated with.
        """
        plain = [_is_plain(self.names[each], within) for each in self.wanted if each.is_value]
        asked: list[SQL] = [exp.NEQ(this=column(ROWS), expression=counted(plain))]
        for each in self.wanted:
            if each.told in _BESIDE:
                known = exp.Not(this=exp.paren(is_null(column(self.names[each]))))
                denied = exp.Not(this=_is_plain(self.names[each], within))
                asked.append(all_of([known, denied]))
        return any_of(asked)


def _is_plain(name: str, within: Sizes) -> SQL:
    size = exp.Abs(this=column(name))
    between = exp.Between(this=size, low=number(within[0]), high=number(within[1]))
    return any_of([exp.EQ(this=column(name), expression=number(0)), between])


def _among(what: SQL, values: list[SQL]) -> SQL:
    if not values:  # which not every database has a way to write
        return exp.false()
    if len(values) == 1:
        return exp.EQ(this=what, expression=values[0])
    return exp.In(this=what, expressions=values)

"""Tables of a database that have one figure a row, as they can be judged without being read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.program import Aspect
from tryghed_dsl.domain.period import FIRST_YEAR, LAST_YEAR, Length, Period, parse_period
from tryghed_dsl.engines.database import Database
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.relational.seen import Seen
from tryghed_dsl.engines.relational.writing import any_of, case, is_null, number
from tryghed_dsl.figures.matching import unit_named
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.periods import read_period
from tryghed_dsl.figures.rows import REQUIRED, Column, recognised, split_flags, tidy

_NUMBERS = {
    "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER",
    "UBIGINT", "DOUBLE", "FLOAT", "REAL", "DOUBLE PRECISION", "NUMERIC", "DECIMAL", "INT", "LONG",
    "SHORT",
}  # fmt: skip
_WHOLE = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "INT", "LONG", "SHORT"}
_DOUBLES = {"DOUBLE", "DOUBLE PRECISION"}
_SINGLES = {"FLOAT", "REAL"}
# Decimals can be what no double is; they are then made something that is set aside.
_DECIMALS = {"NUMERIC", "DECIMAL"}
_LEAST, _MOST = f"0.{'0' * 99}1", f"1{'0' * 100}"
_TOO_LARGE = 1e300
_TEXTS = {"VARCHAR", "TEXT", "STRING", "CHARACTER VARYING"}
_ASPECTS = {
    Column.VALUE: Aspect.VALUE,
    Column.N: Aspect.N,
    Column.DENOMINATOR: Aspect.DENOMINATOR,
    Column.LOWER: Aspect.LOWER,
    Column.UPPER: Aspect.UPPER,
}
_ALLOWED = (
    (_ASPECTS, _NUMBERS),
    ((Column.INDICATOR, Column.AREA, Column.FLAG, Column.UNIT), _TEXTS),
    ((Column.PERIOD,), _WHOLE | _TEXTS),
)
_MOST_PERIODS = 20_000
_MOST_PAIRS = 1_000_000  # of indicators and periods
Written = list[object]


class TidyTable:
    """A table whose columns are known.

    Attributes:
        table: what stands behind `FROM`.
        columns: each column's name and type, in order.
    """

    def __init__(
        self, database: Database, table: exp.Expr, columns: Sequence[tuple[str, str]]
    ) -> None:
        self._database = database
        self._table = table
        self._names = [name for name, _ in columns]
        self._kinds = [kind.upper().partition("(")[0].strip() for _, kind in columns]
        self._places: Mapping[Column, int] = recognised(self._names)

    def relation(self, spec: Spec) -> Relation | None:
        """The table as a relation; None where it is not plainly one figure a row.

        What a column says that is not known may part figures, which only a reader can tell.
        """
        return self._of(spec, *self._written()) if self._is_tidy() else None

    def supposed(self, spec: Spec) -> Relation | None:
        """The table as it is if it writes each indicator as its id, and years as numbers.

        `spans` tells whether it does. None where more has to be asked before it can be judged.
        """
        asked = {Column.FLAG, Column.UNIT} & {*self._places}
        if not self._is_tidy() or asked or self._kind(Column.PERIOD) not in _WHOLE:
            return None
        return self._of(spec, [*spec.indicators], [FIRST_YEAR])

    def spans(self) -> exp.Select:
        """How the table writes its indicators, each with its first and last period."""
        indicator, period = self._column(Column.INDICATOR), self._column(Column.PERIOD)
        ends = (exp.Min(this=period), exp.Max(this=period.copy()))
        return exp.select(indicator, *ends).from_(self._table.copy()).group_by(indicator.copy())

    def spanned(self, spec: Spec, spans: Iterable[Sequence[object]]) -> Relation | None:
        """The table as `spans` tells it; the one supposed where that was right."""
        names, times = _apart(spans)
        return self._of(spec, [*dict.fromkeys([*spec.indicators, *names])], times)

    def _of(self, spec: Spec, names: Written, times: Written) -> Relation | None:
        periods, years = self._periods(times)
        indicators = _indicators(spec, names)
        if not (periods or years) or not self._units_fit(spec, indicators):
            return None
        flagged, flags = self._flagged(indicators, periods)
        lengths = {Length.YEAR} if years else {period.length for period in periods}
        aspects = {aspect for column, aspect in _ASPECTS.items() if column in self._places}
        return Relation(
            self._table,
            self._name(Column.INDICATOR),
            self._name(Column.AREA),
            self._name(Column.PERIOD),
            {_ASPECTS[c]: self._number(c) for c in _ASPECTS if c in self._places},
            self._name(Column.FLAG) if Column.FLAG in self._places else None,
            Seen(frozenset(lengths), frozenset(aspects), frozenset(flagged)),
            indicators,
            _areas(spec),
            None if years else periods,
            flags,
        )

    def _name(self, column: Column) -> str:
        return self._names[self._places[column]]

    def _kind(self, column: Column) -> str:
        return self._kinds[self._places[column]]

    def _column(self, column: Column) -> exp.Column:
        return exp.column(exp.to_identifier(self._name(column), quoted=True))

    def _is_tidy(self) -> bool:
        if len(self._places) < len(self._names):
            return False
        if not all(column in self._places for column in (*REQUIRED, Column.AREA)):
            return False
        kinds = (
            self._kind(column) in allowed
            for columns, allowed in _ALLOWED
            for column in columns
            if column in self._places
        )
        return all(kinds)

    def _number(self, column: Column) -> exp.Expr:
        """A column's values as doubles."""
        own: exp.Expr = self._column(column)
        kind = self._kind(column)
        if kind in _DOUBLES or (kind in _SINGLES and self._database.dialect == "sqlite"):
            return own
        if kind in _SINGLES:  # the shortest decimal that it stands for
            own = exp.cast(own, exp.DataType.Type.TEXT)
        made = exp.cast(own, exp.DataType.Type.DOUBLE)
        if kind not in _DECIMALS or not self._database.habits.strict:
            return made
        size = exp.Abs(this=own.copy())
        within = exp.Between(this=size, low=_literal(_LEAST), high=_literal(_MOST))
        is_zero = exp.EQ(this=own.copy(), expression=exp.Literal.number(0))
        missing = is_null(own.copy())
        return case((any_of([missing, is_zero, within]), made), default=number(_TOO_LARGE))

    # -------------------------------------------------------------- names

    def _distinct(self, *columns: Column, where: exp.Expr | None = None) -> exp.Select:
        query = exp.select(*(self._column(column) for column in columns)).distinct()
        query = query.from_(self._table.copy())
        return query if where is None else query.where(where)

    def _written(self) -> tuple[Written, Written]:
        """What stands in the columns of indicators and of periods; of whole numbers the ends."""
        if not self._database.habits.waits:
            names = [name for (name,) in self._database.rows(self._distinct(Column.INDICATOR))]
            return names, self._times()
        if self._kind(Column.PERIOD) in _WHOLE:
            return _apart(self._database.rows(self.spans(), few=True))
        both = self._distinct(Column.INDICATOR, Column.PERIOD).limit(_MOST_PAIRS)
        pairs = list(self._database.rows(both, few=True))
        if len(pairs) in (0, _MOST_PAIRS):
            return [], []
        names, times = ([*dict.fromkeys(column)] for column in zip(*pairs, strict=True))
        return names, times

    def _times(self) -> Written:
        if self._kind(Column.PERIOD) in _WHOLE:
            period = self._column(Column.PERIOD)
            query = exp.select(exp.Min(this=period), exp.Max(this=period.copy()))
            return list(next(self._database.rows(query.from_(self._table.copy()))))
        query = self._distinct(Column.PERIOD).limit(_MOST_PERIODS + 1)
        return [time for (time,) in self._database.rows(query)]

    def _periods(self, times: Written) -> tuple[dict[Period, tuple[str, ...]], bool]:
        """How it writes each period, and whether periods are years as numbers.

        Nothing and False where something in the column is no period.
        """
        if self._kind(Column.PERIOD) in _WHOLE:
            return {}, _are_years(times)
        if len(times) > _MOST_PERIODS:
            return {}, False
        found: dict[Period, list[str]] = {}
        for written in times:
            period = read_period(written) if isinstance(written, str) else None
            if period is None:
                return {}, False
            found.setdefault(period, []).append(str(written))
        return {period: tuple(written) for period, written in found.items()}, False

    # -------------------------------------------------------------- flags and units

    def _flagged(
        self, indicators: Mapping[str, tuple[str, ...]], periods: Mapping[Period, tuple[str, ...]]
    ) -> tuple[set[tuple[str, Period, str]], dict[str, tuple[str, ...]]]:
        """Which indicators and periods carry which flags, and how each flag is written."""
        if Column.FLAG not in self._places:
            return set(), {}
        by_name = {name: own for own, names in indicators.items() for name in names}
        by_text = {text: period for period, texts in periods.items() for text in texts}
        flagged, said = set(), defaultdict[str, set[str]](set)
        some = exp.Not(this=exp.Is(this=self._column(Column.FLAG), expression=exp.null()))
        asked = (Column.INDICATOR, Column.PERIOD, Column.FLAG)
        for name, when, text in self._database.rows(self._distinct(*asked, where=some), few=True):
            own, period = by_name.get(name), by_text.get(when) or parse_period(str(when))
            for flag in split_flags(text):
                said[flag].add(text)
                if own is not None and period is not None:
                    flagged.add((own, period, flag))
        return flagged, {flag: tuple(sorted(texts)) for flag, texts in said.items()}

    def _units_fit(self, spec: Spec, indicators: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether no figure is in a unit that a reader would have to turn into another."""
        if Column.UNIT not in self._places:
            return True
        by_name = {name: own for own, names in indicators.items() for name in names}
        units = self._distinct(Column.INDICATOR, Column.UNIT)
        for name, unit in self._database.rows(units, few=True):
            declared = spec.indicators[by_name[name]].unit if name in by_name else None
            given = unit_named(unit)
            if declared is not None and given is not None and given != declared.quantity.value:
                return False
        return True


def _apart(spans: Iterable[Sequence[object]]) -> tuple[Written, Written]:
    """The names of spans, and their ends."""
    known = list(spans)
    return [name for name, _, _ in known], [end for _, *ends in known for end in ends]


def _are_years(times: Written) -> bool:
    """Whether all that are known are years, and there are some."""
    known = [time for time in times if time is not None]
    return bool(known) and all(
        isinstance(time, int) and FIRST_YEAR <= time <= LAST_YEAR for time in known
    )


def _indicators(spec: Spec, names: Written) -> dict[str, tuple[str, ...]]:
    """How the table writes each indicator of the spec; nothing where it has none."""
    known = Known(spec).indicators
    found: dict[str, list[str]] = {name: [] for name in spec.indicators}
    for written in names:
        own = known.find(written) if isinstance(written, str) else None
        if own is not None:
            found[own].append(str(written))
    return {name: tuple(written) for name, written in found.items()}


def _literal(digits: str) -> exp.Expr:
    return exp.Literal.number(digits)


def _areas(spec: Spec) -> dict[str, tuple[str, ...]]:
    """How a table may write the spec's areas that have another name than their id."""
    titles = {area.id: tidy(area.title) for area in spec.areas.values() if area.title}
    return {own: (own, title) for own, title in titles.items() if title != own}

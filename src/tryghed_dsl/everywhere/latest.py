"""Which period is judged where none is asked for, told by what a table has at all."""

from collections.abc import Iterator

from sqlglot import exp

from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.program import Aspect
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.period import Length, Period, parse_period
from tryghed_dsl.engines.relational.writing import is_null
from tryghed_dsl.everywhere.groups import ELSEWHERE
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.setting.latest import latest


def latest_in(spec: Spec, lying: Lying) -> Period | None:
    """The latest period in which a judged subject has a figure in any area."""
    figures = Figures(_anywhere(spec, lying))
    return latest(spec, figures, Setting(Period(Length.YEAR, 0), ELSEWHERE))


def _anywhere(spec: Spec, lying: Lying) -> Iterator[Observation]:
    """A figure in every area for each that there is in some area; its value does not matter."""
    relation = lying.relation
    columns = [exp.column(name, quoted=True) for name in (relation.indicator, relation.period)]
    known = exp.Not(this=exp.paren(is_null(relation.values[Aspect.VALUE].copy())))
    query = exp.select(*columns).distinct().from_(relation.table.copy()).where(known)
    by_name = {name: own for own, names in relation.indicators.items() for name in names}
    by_text = {text: own for own, texts in (relation.periods or {}).items() for text in texts}
    for name, written in lying.database.rows(query):
        period = by_text.get(written) or parse_period(str(written))
        if period is not None and name is not None:
            for area in (ELSEWHERE, *spec.areas):
                yield Observation(Key(by_name.get(name, str(name)), area, period), 1.0)

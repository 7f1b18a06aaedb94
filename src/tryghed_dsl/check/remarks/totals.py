"""The remark that a stated total is not the sum of what is stated of its parts."""

from collections.abc import Mapping

from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.stated import Stated

_NEAR = 1e-9


def remark_on_totals(indicators: Mapping[str, Indicator], home: str | None, notes: Notes) -> None:
    """Tell of stated baselines of the whole that those of the parts contradict."""
    known = Stated(indicators, home)
    for indicator in indicators.values():
        for stated in indicator.stated if indicator.formula is not None else ():
            if stated.area not in (None, home):
                continue
            total = known.calculated(indicator.id, stated.period)
            if total is not None and abs(stated.value - total) > _NEAR * max(1.0, abs(total)):
                notes.tell(
                    "W186",
                    stated.span,
                    name=indicator.id,
                    period=str(stated.period),
                    stated=stated.value,
                    total=total,
                )

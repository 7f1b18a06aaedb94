"""The numbers of a target as people read them, with their units."""

from tryghed_dsl.domain.unit import PERCENT, Quantity, Unit
from tryghed_dsl.report.report import TargetReport
from tryghed_dsl.report.wording import points, quantity, shortened
from tryghed_dsl.status.words import Words
from tryghed_dsl.text.language import decimal

_NEAR = 1e-9
_LARGE = 100.0


class Values:
    """Writes numbers in the unit of a target."""

    def __init__(self, target: TargetReport, words: Words) -> None:
        self._unit: Unit | None = target.target.unit
        self._say = words

    def quantity(self, value: float | None) -> str:
        """A value with its unit; nothing where there is none."""
        if value is None:
            return ""
        return quantity(shortened(value), self._unit, self._say.language, decimal)

    def bound(self, value: float) -> str:
        """How far chance can move a value: no more digits than say something."""
        size = abs(value)
        digits = 0 if size >= _LARGE else 1
        told = float(f"{value:.2g}") if size < 1 else round(value, digits)
        return quantity(told, self._unit, self._say.language, decimal)

    def change(self, change: float | None) -> str:
        """A change with its sign: of a percentage in points; nothing where it is not known."""
        if change is None:
            return ""
        if abs(change) < _NEAR:
            return self._say("unchanged")
        size = shortened(abs(change))
        if self._unit == PERCENT:
            told = points(size, self._say.language, decimal)
        else:
            told = quantity(size, self._unit, self._say.language, decimal)
        return f"{'+' if change > 0 else '−'}{told}"

    @property
    def axis(self) -> str:
        """The unit as it stands beside an axis."""
        if self._unit is None or self._unit.quantity in (Quantity.COUNT, Quantity.NUMBER):
            return ""
        if self._unit == PERCENT:
            return "%"
        names = {
            Quantity.POINTS: self._say("points"),
            Quantity.RATE: self._say("per {number}", number=self._per()),
            Quantity.INDEX: self._say("index"),
            Quantity.MONEY: self._say("kroner"),
            Quantity.DAYS: self._say("days"),
        }
        return names.get(self._unit.quantity, "")

    def _per(self) -> str:
        per = self._unit.per if self._unit else None
        return "" if per is None else decimal(per, self._say.language)

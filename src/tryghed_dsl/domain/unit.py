"""Units of measure, and what kind of figure each is."""

from enum import StrEnum

from tryghed_dsl.records import dataclass


class Quantity(StrEnum):
    """What a number counts or measures."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    FRACTION = "fraction"
    RATE = "rate"
    INDEX = "index"
    MONEY = "money"
    DAYS = "days"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Unit:
    """A quantity; a rate also says per how many (1,000 or 100,000)."""

    quantity: Quantity
    per: float | None = None

    def __str__(self) -> str:
        return self.quantity.value if self.per is None else f"per {self.per:g}"


class Kind(StrEnum):
    """How figures of an indicator add up over time and areas.

    Flows are summed, a stock takes the last, an average is weighted.
    """

    FLOW = "flow"
    STOCK = "stock"
    AVERAGE = "average"


class Direction(StrEnum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"


PERCENT = Unit(Quantity.PERCENT)
POINTS = Unit(Quantity.POINTS)
COUNT = Unit(Quantity.COUNT)
NUMBER = Unit(Quantity.NUMBER)

_BY_WORD = {
    "count": COUNT,
    "percent": PERCENT,
    "fraction": Unit(Quantity.FRACTION),
    "index": Unit(Quantity.INDEX),
    "money": Unit(Quantity.MONEY),
    "days": Unit(Quantity.DAYS),
    "number": NUMBER,
}
UNIT_WORDS = tuple(_BY_WORD)

_ADDING_UP = {Quantity.COUNT, Quantity.MONEY, Quantity.DAYS}


def unit_named(word: str) -> Unit | None:
    """The unit that a spec calls by this word."""
    return _BY_WORD.get(word)


def usual_kind(unit: Unit | None) -> Kind | None:
    """The kind that figures of a unit have unless said: amounts flow, shares and rates average."""
    if unit is None:
        return None
    return Kind.FLOW if unit.quantity in _ADDING_UP else Kind.AVERAGE

"""What a change does to a promise, and what exactly has changed."""

from collections.abc import Iterable
from enum import StrEnum
from math import isclose

from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.domain.unit import Unit
from tryghed_dsl.records import dataclass

_NEAR = 1e-9


class Effect(StrEnum):
    """Whether a new wording is harder to meet than the old one.

    A wording is stricter where no figures get a better verdict by it, and some a worse one.
    """

    STRICTER = "stricter"
    LOOSER = "looser"
    BOTH = "both"
    UNCLEAR = "unclear"
    SAME = "same"


def together(effects: Iterable[Effect]) -> Effect:
    """The effect of several changes at once."""
    present = set(effects) - {Effect.SAME}
    if Effect.UNCLEAR in present:
        return Effect.UNCLEAR
    if len(present) > 1:
        return Effect.BOTH
    return present.pop() if present else Effect.SAME


def turned(effect: Effect) -> Effect:
    """The effect of the opposite change."""
    opposite = {Effect.STRICTER: Effect.LOOSER, Effect.LOOSER: Effect.STRICTER}
    return opposite.get(effect, effect)


def by_size(old: float, new: float, more: Effect) -> Effect:
    """The effect of another number, where a larger one has the effect `more`."""
    if isclose(new, old, rel_tol=_NEAR, abs_tol=_NEAR):
        return Effect.SAME
    return more if new > old else turned(more)


class What(StrEnum):
    """What has changed."""

    SUBJECT = "subject"
    INDICATOR = "indicator"
    STATED = "stated baseline"
    OPERATOR = "operator"
    LIMIT = "limit"
    LOW = "lower limit"
    HIGH = "upper limit"
    WITHIN = "margin"
    WARN_ABOVE = "early warning above"
    WARN_BELOW = "early warning below"
    CONFIDENCE = "confidence"
    OBJECTIVE = "objective"
    REFERENCE = "reference"
    MEASURE = "measure"
    AIM = "aim"
    AMOUNT = "amount"
    CLOSE = "close"
    RATE = "rate"
    STEP = "step"
    BY = "deadline"
    START = "start"
    TOLERANCE = "tolerance"
    JUDGING = "judging"
    MILESTONES = "milestones"
    PASS_FROM = "pass from"  # noqa: S105 -- words of the language, no secret
    WARN_FROM = "warn from"
    NUMBER = "number"
    PARTS = "parts"
    CONDITION = "condition"
    WHEN = "when"
    VALID = "valid"
    LATEST = "latest within"
    WATCHED = "watched"
    PARTLY = "partly"
    AREA = "area"
    AREAS = "areas"
    BREAK = "series break"


@dataclass(frozen=True, slots=True)
class Share:
    """A number that is a share (0–1) of something."""

    value: float


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a unit; for percentages a difference of them where `points` is set."""

    value: float
    unit: Unit | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class Calculated:
    """A number that is calculated, from what is not known here."""


Shown = Share | Number | Calculated | Period | PeriodRange | str | bool | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was; a side is None where it was not there.

    Both are None where it can only be said that it is another.

    Attributes:
        name: what it is about, where there are several of its kind.
    """

    what: What
    old: Shown = None
    new: Shown = None
    name: str | None = None

"""A verdict with its reason and measures."""

from dataclasses import dataclass, field

from oracle.frames import Absent, Value

# Those that count in a composition, from the worst to the best.
ORDER = ("fail", "warn", "pass")


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its reason.

    Attributes:
        measures: what the report says of it beside; a name that is not there is not told here.
        certain: `yes`, `no` or `unknown`; None where it is not asked.
    """

    verdict: str
    reason: str
    measures: dict[str, Value] = field(default_factory=dict)
    certain: str | None = None


def unknown(absent: Absent) -> Judged:
    """Unknown, and the first reason of several."""
    return Judged("unknown", absent.reason)


def pending(reason: str) -> Judged:
    """Not judged at this date."""
    return Judged("pending", reason)

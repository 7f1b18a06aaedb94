"""The table of section 6, from `gap(P) <= tolerance` on."""

from collections.abc import Callable
from fractions import Fraction

from oracle import meaning_ways as ways
from oracle import model as m
from oracle.exact import ONE, ZERO, Exact, above, at_least, at_most, below, equal
from oracle.frames import Absent, Value, absent
from oracle.verdicts import Judged, unknown

PASS_FROM, WARN_FROM = Fraction(95), Fraction(60)


def rows(
    way: "ways.Way", covered: Callable[[], Value], clauses: m.Clauses, *, lost: bool = True
) -> Judged:
    """Section 6, from `gap(P) <= tolerance` on.

    Args:
        way: the numbers.
        covered: R, asked for where a row needs it.
        clauses: the thresholds.
        lost: whether the row `lost` applies.
    """
    gone = _missing(way)
    if gone is not None:
        return unknown(gone)
    if isinstance(way.gap, Absent):
        return unknown(way.gap)
    if at_most(way.gap, way.tolerance):
        return Judged("pass", "reached")
    if isinstance(way.gap_start, Absent):
        return unknown(way.gap_start)
    if lost and at_most(way.gap_start, way.tolerance):
        return Judged("fail", "lost")
    if way.part is None:
        return _no_amount(way.gap, way.gap_start, ended=way.ended)
    share = covered()
    if isinstance(share, Absent):
        return unknown(share)
    return ended(share, clauses) if way.ended else on_the_way(share, clauses)


def _missing(way: "ways.Way") -> Absent | None:
    """What the verdict rests on and is missing; ruling 15 on references of a ratio.

    What is missing now is named before what is missing at the start. Ruling 18: at Y or later
    the start is asked for only where gap(P) is over the tolerance.
    """
    gone = absent(way.now, way.ref) or _not_positive(way, way.ref)
    if gone is not None:
        return gone
    if way.ended and (isinstance(way.gap, Absent) or at_most(way.gap, way.tolerance)):
        return None
    return absent(way.start, way.ref_start) or _not_positive(way, way.ref_start)


def _not_positive(way: "ways.Way", ref: Value) -> Absent | None:
    if way.ratio and isinstance(ref, Exact) and at_most(ref, ZERO):
        return Absent(frozenset({"ref-not-positive"}))
    return None


def on_the_way(covered: Exact, clauses: m.Clauses) -> Judged:
    """The rows of an amount before Y."""
    passes = PASS_FROM if clauses.pass_from is None else clauses.pass_from
    warns = WARN_FROM if clauses.warn_from is None else clauses.warn_from
    if at_least(covered, Exact(passes / 100)):
        return Judged("pass", "on-track")
    if at_least(covered, Exact(warns / 100)):
        return Judged("warn", "behind")
    if at_least(covered, ZERO):
        return Judged("fail", "insufficient")
    return Judged("fail", "moving-away")


def ended(covered: Exact, clauses: m.Clauses) -> Judged:
    """The rows of an amount at Y or later."""
    if at_least(covered, ONE):
        return Judged("pass", "reached")
    if clauses.warn_from is not None and at_least(covered, Exact(clauses.warn_from / 100)):
        return Judged("warn", "partly")
    return Judged("fail", "moving-away" if below(covered, ZERO) else "missed")


def _no_amount(gap: Exact, gap_start: Exact, *, ended: bool) -> Judged:
    """The rows where no amount is stated."""
    if above(gap, gap_start):
        return Judged("fail", "widened")
    if equal(gap, gap_start):
        return Judged("fail" if ended else "warn", "unchanged")
    return Judged("pass", "narrowed")

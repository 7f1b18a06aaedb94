"""Which units go together, and what comes out of a calculation with them."""

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import Constant, Figure, Term, indicators
from tryghed_dsl.domain.unit import (
    COUNT,
    NUMBER,
    PERCENT,
    POINTS,
    Direction,
    Quantity,
    Unit,
)
from tryghed_dsl.findings.finding import Argument, Expected
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.source import Span

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Typed:
    """A term with its unit, its direction and its place.

    Attributes:
        unit: None where it is not known; then it goes with everything.
        share: a lone percentage such as `8%`: a level of percent, or a share of something.
        direction: which way is better, where what it is made of says so and agrees.
        turned: made in a way that says nothing of which way is better, such as a difference.
    """

    term: Term
    unit: Unit | None
    span: Span
    share: bool = False
    direction: Direction | None = None
    turned: bool = False

    @property
    def phrase(self) -> Expected:
        """The unit in words."""
        if self.share:
            return Expected(("U_share",))
        return Expected(("U_number" if self.unit is None else f"U_{self.unit.quantity}",))

    @property
    def called(self) -> str:
        """What a finding calls it: an indicator by its name, though `it` may stand there."""
        if isinstance(self.term, Figure):
            return quoted_where_needed(self.term.indicator)
        return self.span.text

    @property
    def stands_in(self) -> bool:
        """Whether it stands in for what could not be understood, and has been told."""
        return self.unit is None and not self.share and not indicators(self.term)


def added(left: Typed, sign: str, right: Typed, notes: Notes) -> Unit | None:
    """The unit of a sum or difference; what cannot be added is told."""
    if left.share or right.share:
        if left.share and right.share:
            return PERCENT
        _tell_mixed(left, sign, right, notes)
        return left.unit if right.share else right.unit
    if left.unit is None or right.unit is None:
        return left.unit or right.unit
    together = _sum_unit(left.unit, sign, right.unit)
    if together is None:
        _tell_apart(left, right, notes, f"{right.span.text} pp")
    return together


def _sum_unit(left: Unit, sign: str, right: Unit) -> Unit | None:
    if left is right or left == right:
        return POINTS if sign == "-" and left == PERCENT else left
    if {left, right} == {PERCENT, POINTS}:
        return PERCENT
    if NUMBER in (left, right) and PERCENT not in (left, right):
        return left if right == NUMBER else right
    return None


def multiplied(left: Typed, sign: str, right: Typed, notes: Notes) -> Unit | None:
    """The unit of a product or quotient; None where it has no name here."""
    for side, other in ((left, right), (right, left)):
        if side.share:
            _tell_share(side, other, notes)
            return other.unit
    if left.unit is None or right.unit is None:
        return None
    if right.unit == NUMBER:
        return left.unit
    if sign == "/":
        return NUMBER if left.unit == right.unit else None
    return right.unit if left.unit == NUMBER else None


def difference(unit: Unit | None) -> Unit | None:
    """The unit of a change: of percentages it is points."""
    return POINTS if unit == PERCENT else unit


def alike(left: Typed, right: Typed, notes: Notes) -> Unit | None:
    """The unit of what is either the one or the other; units that do not go together are told.

    A plain number and a lone percentage take the unit of the other, as they do in a comparison.
    """
    if left.share or right.share:
        return _alike_share(left, right, notes)
    if left.unit is None or right.unit is None or left.unit == right.unit:
        return left.unit or right.unit
    if NUMBER in (left.unit, right.unit):
        return left.unit if right.unit == NUMBER else right.unit
    _tell_apart(left, right, notes, "")
    return left.unit


def _alike_share(left: Typed, right: Typed, notes: Notes) -> Unit | None:
    if left.share and right.share:
        return None
    share, other = (left, right) if left.share else (right, left)
    if other.unit in (PERCENT, NUMBER):
        return PERCENT
    amount = amount_of(share)
    if other.unit is not None:
        words = {} if amount is None else {"share": f"{amount}% of …"}
        spans, written = (share.span, other.span), share.span.text
        notes.tell("E143", *spans, written=written, left=other.phrase, **words)
    return other.unit


def rated(part: Typed, per: float, whole: Typed, notes: Notes) -> Unit | None:
    """The unit of so many per a thousand: a rate where counts are shared out over a count."""
    for side, other in ((part, whole), (whole, part)):
        if side.share:
            _tell_share(side, other, notes)
            return NUMBER
    if part.unit is None or whole.unit is None:
        return None
    counts = part.unit == COUNT and whole.unit == COUNT
    return Unit(Quantity.RATE, per) if counts else NUMBER


def held_against(subject: Typed, limit: Typed, notes: Notes) -> None:
    """Tell it where a subject and what it is held against are not of one unit."""
    if subject.unit is None or limit.unit is None or limit.share:
        return
    if limit.unit not in (subject.unit, NUMBER) and subject.unit != NUMBER:
        _tell_apart(subject, limit, notes, "")


def _tell_apart(left: Typed, right: Typed, notes: Notes, points: str) -> None:
    args: dict[str, Argument] = {"left": left.phrase, "right": right.phrase}
    if right.unit == POINTS and isinstance(right.term, Constant) and left.unit != PERCENT:
        args["number"] = f"{right.term.value:g}"
    if points and left.unit == PERCENT and right.unit == NUMBER:
        notes.tell("E103", right.span, left.span, **args, points=points)
    else:
        notes.tell("E103", right.span, left.span, **args)


def _tell_share(share: Typed, other: Typed, notes: Notes) -> None:
    """A lone share where it can only be a share of something."""
    amount, args = amount_of(share), dict[str, Argument]()
    if amount is not None:
        args["relative"] = f"{amount}% of {_whole(other)}"
    spans, written = (share.span, other.span), share.span.text
    notes.tell("E143", *spans, written=written, left=other.phrase, **args)


def amount_of(share: Typed) -> str | None:
    """How much a lone share is, as it was written where it stands; None where it is many."""
    written = share.span.text.rstrip("%").strip()
    if written.replace(".", "", 1).isdigit():
        return written
    return f"{share.term.value:g}" if isinstance(share.term, Constant) else None


def _tell_mixed(left: Typed, sign: str, right: Typed, notes: Notes) -> None:
    """A lone share added to something: a share of it, or percentage points."""
    share, other = (right, left) if right.share else (left, right)
    amount = amount_of(share)
    args: dict[str, Argument] = {"written": share.span.text, "left": other.phrase}
    if right.share and amount is not None:
        change = float(amount) if sign == "+" else -float(amount)
        args["relative"] = f"{_HUNDRED + change:g}% of {_whole(other)}"
    if other.unit in (PERCENT, POINTS, None) and amount is not None:
        points = f"{amount} pp"
        words = (left.span.text, sign, points) if right.share else (points, sign, right.span.text)
        args["points"] = " ".join(words)
    notes.tell("E104", share.span, other.span, **args)


def _whole(side: Typed) -> str:
    """The words of a side, in brackets where they need them behind `of`."""
    words = side.span.text
    return f"({words})" if " " in words and not words.startswith("(") else words

"""Amounts of change: `20%`, `30`, `2 pp`, `40%..45%`."""

from tryghed_dsl.check.expressions.expressions import read
from tryghed_dsl.check.levels import swapped
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.objectives import Amount
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Constant, Product, Term
from tryghed_dsl.check.trajectories.aims import Aim
from tryghed_dsl.check.trajectories.arguments import tell_value
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import PERCENT, POINTS, Quantity
from tryghed_dsl.findings.finding import Expected, Finding
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span

_PER_CENT = 100
_AN_AMOUNT = Expected(("CHANGE",))


def read_amount(
    argument: nodes.Argument, name: str, aim: Aim, *, yearly: bool = False
) -> Amount | None:
    """Check how much a subject is to change; of a band it is the smaller end.

    Args:
        argument: the amount as written, or `20%` or the like in an argument's place.
        name: what a finding calls it.
        aim: the objective that it belongs to.
        yearly: whether it is a step from the year before, and not a change since the start.
    """
    value, amounts = argument.value, _Amounts(argument, name, aim, yearly)
    match value:
        case nodes.Spread(low, high):
            return amounts.smaller(low, high)
        case nodes.Range(first, nodes.When() as last):
            return amounts.of_numbers(first, last)
        case _ if isinstance(value, nodes.Part):
            tell_value(argument, _AN_AMOUNT, aim.notes, name)
            return None
        case _:
            return amounts.calculated(value)


@dataclass(frozen=True, slots=True)
class _Amounts:
    """Reads the amount in an argument."""

    argument: nodes.Argument
    name: str
    aim: Aim
    yearly: bool

    @property
    def subject(self) -> Typed:
        """What changes."""
        return self.aim.subject

    @property
    def reading(self) -> Reading:
        """What it is read with."""
        return self.aim.reading

    def calculated(self, node: nodes.Expression) -> Amount | None:
        """A number, or what stands for one; a word such as `markant` is no amount."""
        notes = self.reading.notes
        inside = Notes(notes.quiet)
        typed = read(node, self.reading.scope, inside)
        if typed.stands_in and all(_is_no_slip(each, node.span) for each in inside.found):
            return self._no_amount(_AN_AMOUNT, **vague(node)) if inside.found else None
        notes.found += inside.found
        return self.of(typed)

    def of_numbers(self, first: nodes.When, last: nodes.When) -> Amount | None:
        """A band of numbers that look like years: `1500..2000`."""
        if any(end.period.length is not Length.YEAR for end in (first, last)):
            return self._no_amount(_AN_AMOUNT)
        low, high = (nodes.Number(str(e.period.index), span=e.span) for e in (first, last))
        return self.smaller(low, high)

    def smaller(self, low: nodes.Number, high: nodes.Number) -> Amount | None:
        """Of a band the smaller end."""
        if low.sign is not high.sign:
            return self._no_amount(_AN_AMOUNT)
        span = self.argument.value.span
        if low.value > high.value:
            self.reading.notes.tell("E121", span, **swapped(low.span, "..", high.span))
        typed = read(low, self.reading.scope, self.reading.notes)
        return self.of(replace(typed, span=span))

    def of(self, typed: Typed) -> Amount | None:
        """An amount that has been read."""
        term, unit = typed.term, self.subject.unit
        if typed.stands_in:
            return None
        if not isinstance(term, Constant):
            return self._no_amount(_AN_AMOUNT, **self._of_a_fraction(term))
        if term.value <= 0:
            return self._no_amount(Expected(("MORE_THAN_ZERO",)))
        if typed.share:
            return Amount(term.value / _PER_CENT, relative=True)
        if unit == PERCENT and typed.unit != POINTS:
            self._tell_two_readings(typed.span, term.value)
        elif typed.unit == POINTS and not _in_points(self.subject):
            number = f"{term.value:g}"
            words = {"left": self.subject.phrase, "right": Expected(("U_points",))}
            spans = (typed.span, self.subject.span)
            self.reading.notes.tell("E103", *spans, **words, number=number)
        return Amount(term.value, relative=False)

    def _no_amount(self, expected: Expected, **more: str) -> Amount | None:
        tell_value(self.argument, expected, self.reading.notes, self.name, **more)
        return None

    def _of_a_fraction(self, term: Term) -> dict[str, str]:
        """What to write for `1 / 3`; nothing for what is no fraction below 1."""
        match term:
            case Product((("*", Constant(part)), ("/", Constant(whole)))) if 0 < part < whole:
                percent = f"{_PER_CENT * part / whole:.3g}%"
                return {"percent": percent, **self._as_end_value(part, whole)}
            case _:
                return {}

    def _as_end_value(self, part: float, whole: float) -> dict[str, str]:
        """A fraction less or more than at the start, as what it comes to."""
        arguments = self.aim.arguments
        if self.argument is not arguments.first or arguments.function == "improve":
            return {}
        more = arguments.function == "increase"
        rest = self.argument.span.source.text[self.argument.span.end : arguments.call.span.end]
        start = f"baseline({self._start()})"
        left = f"{whole + part if more else whole - part:g} / {whole:g}"
        return {"end": f"reach({left} * {start}{rest}"}

    def _start(self) -> str:
        """The period of the start, as far as it is written; else an example."""
        written, agreement = self.aim.arguments.get("from"), self.reading.agreement
        if written is not None:
            return written.value.span.text
        return str(agreement.baseline) if agreement and agreement.baseline else "2016"

    def _tell_two_readings(self, span: Span, number: float) -> None:
        """Tell of a number without a sign, that can be percent or points, with both written out.

        Both ends of a band have the sign; a name is written as the number that it stands for.
        """
        value = self.argument.value
        ends = span.text.split("..") if isinstance(value, nodes.Part) else [f"{number:g}"]
        points, share = ("..".join(f"{end.strip()}{sign}" for end in ends) for sign in (" pp", "%"))
        of = "yearly" if self.yearly else "relative"
        words = {"written": span.text, "points": points, of: share}
        self.reading.notes.tell("E173", span, self.subject.span, **words)


def vague(node: nodes.Expression | nodes.Part) -> dict[str, str]:
    """A word in the place of an amount, such as `markant`; nothing for anything else."""
    return {"word": node.text} if isinstance(node, nodes.Name) else {}


def _is_no_slip(found: Finding, span: Span) -> bool:
    """Whether something is wrong with the words here, that is no slip of the pen in a name."""
    first = found.spans[0]
    here = first.source is span.source and span.start <= first.start and first.end <= span.end
    return here and "suggestion" not in found.args


def _in_points(subject: Typed) -> bool:
    """Whether a change of a subject is told in percentage points, as far as is known."""
    unit = subject.unit
    return unit is None or unit.quantity in (Quantity.PERCENT, Quantity.POINTS)

"""The arguments of an objective: its parts by name, and the words, shares and years in them."""

from collections.abc import Mapping

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.expressions.shares import tenth_of
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.domain.period import Period
from tryghed_dsl.findings.finding import Argument, Expected, Listed
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.danish import word_meant
from tryghed_dsl.text.source import Span

_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a call; `first` is the one without a name."""

    call: nodes.Call
    first: nodes.Argument | None
    named: Mapping[str, nodes.Argument]
    whole: bool

    @property
    def function(self) -> str:
        """What is called."""
        return self.call.function.text

    def get(self, name: str) -> nodes.Argument | None:
        """The part of that name."""
        return self.named.get(name)

    def __contains__(self, name: str) -> bool:
        return name in self.named


def arguments_of(
    call: nodes.Call, known: tuple[str, ...], notes: Notes, *, first: bool = True
) -> Arguments:
    """The arguments of a call; what it has no place for is told.

    Args:
        call: the call.
        known: the names that its parts can have.
        notes: where findings go.
        first: whether it takes an argument without a name.
    """
    plain, named, whole = list[nodes.Argument](), dict[str, nodes.Argument](), True
    for argument in call.arguments:
        name = argument.name
        if name is None:
            plain.append(argument)
        elif name.text not in known:
            _tell_unknown(call, name.text, name.span, known, notes)
            whole = False
        elif name.text in named:
            notes.tell("E112", argument.span, named[name.text].span, clause=name.text)
        else:
            named[name.text] = argument
    for extra in plain[1 if first else 0 :]:
        _tell_unknown(call, extra.span.text, extra.span, known, notes)
    return Arguments(call, plain[0] if plain and first else None, named, whole)


def _tell_unknown(
    call: nodes.Call, name: str, span: Span, known: tuple[str, ...], notes: Notes
) -> None:
    suggestion = word_meant(name, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E108", span, function=call.function.text, name=name, known=Listed(known), **extra)


def tell_value(
    argument: nodes.Argument, expected: Argument, notes: Notes, name: str = "", **more: str
) -> None:
    """Tell of an argument that is not what its part takes.

    Args:
        argument: the argument.
        expected: what its part takes.
        notes: where findings go.
        name: what the part is called, where it is written without a name.
        more: what else could be meant.
    """
    called = part_called(name if argument.name is None else argument.name.text)
    words: dict[str, Argument] = {"written": argument.value.span.text, "expected": expected}
    notes.tell("E110", argument.span, name=called, **words, **more)


def word(argument: nodes.Argument | None, known: tuple[str, ...], notes: Notes) -> str | None:
    """The word that a part is; one that it cannot be is told."""
    if argument is None:
        return None
    value = argument.value
    if isinstance(value, nodes.Name) and value.text in known:
        return value.text
    tell_value(argument, Listed(known), notes)
    return None


def period(argument: nodes.Argument, notes: Notes) -> Period | None:
    """The period that a part is."""
    value = argument.value
    when = None if isinstance(value, nodes.Part) else periods.year_in(value)
    if when is None:
        tell_value(argument, Expected(("A_YEAR",)), notes)
        return None
    return periods.real_period(when, notes)


def share(argument: nodes.Argument | None, notes: Notes) -> float | None:
    """The share (0–1) that a part is: over 0 % and up to 100 %."""
    if argument is None:
        return None
    value = argument.value
    if not isinstance(value, nodes.Number) or value.sign is not nodes.Sign.PERCENT:
        tell_value(argument, Expected(("A_SHARE",)), notes)
        return None
    return part_of_whole(value, "" if argument.name is None else argument.name.text, notes)


def part_of_whole(value: nodes.Number, name: str, notes: Notes) -> float | None:
    """A share over 0 % and up to 100 %, as a number up to 1."""
    if value.value == 0:
        expected = Expected(("ABOVE_ZERO",))
        notes.tell(
            "E110", value.span, written=value.span.text, name=part_called(name), expected=expected
        )
        return None
    if value.value > _PER_CENT:
        notes.tell("E118", value.span, written=value.span.text, **tenth_of(value))
        return None
    return value.value / _PER_CENT

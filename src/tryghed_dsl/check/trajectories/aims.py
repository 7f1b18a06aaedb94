"""The objectives of the language: which parts each of them takes."""

from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.trajectories.arguments import Arguments
from tryghed_dsl.check.units import Typed
from tryghed_dsl.records import dataclass

_ON_THE_WAY = ("by", "from", "start", "tolerance", "judge", "path")


@dataclass(frozen=True, slots=True)
class Kind:
    """What an objective takes.

    Attributes:
        first: what its argument without a name is called.
        parts: the names that its other arguments can have.
        judging: the words that `judge=` can be.
        paths: the words that `path=` can be.
        example: how it is written.
        deadline: whether it has to have one.
    """

    first: str
    parts: tuple[str, ...]
    judging: tuple[str, ...]
    paths: tuple[str, ...]
    example: str
    deadline: bool = True


_ALL_WAYS = ("path", "end", "pace", "projection")
KINDS = {
    "approach": Kind(
        "ref",
        ("by", "from", "start", "close", "measure", "ref", "tolerance", "judge", "path"),
        ("path", "end", "projection"),
        ("linear",),
        "approach(kbh_avg, by=2020)",
    ),
    "reach": Kind("value", _ON_THE_WAY, _ALL_WAYS, ("linear", "geometric"), "reach(8, by=2020)"),
    "reduce": Kind(
        "amount", _ON_THE_WAY, _ALL_WAYS, ("linear", "geometric"), "reduce(20%, by=2020)"
    ),
    "increase": Kind(
        "amount", _ON_THE_WAY, _ALL_WAYS, ("linear", "geometric"), "increase(20%, by=2020)"
    ),
    "grow": Kind(
        "growth", ("from", "start"), (), (), "grow(2.1% a year, from=2016)", deadline=False
    ),
    "improve": Kind(
        "step",
        ("by", "from", "start", "each", "judge"),
        ("path", "end", "projection"),
        (),
        "improve(by=2020)",
    ),
}


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective that is being read."""

    kind: Kind
    arguments: Arguments
    subject: Typed
    reading: Reading

    @property
    def notes(self) -> Notes:
        """Where findings go."""
        return self.reading.notes

    def _completed(self, name: str) -> str:
        """The call as it is written, with a part that is not there."""
        call = self.arguments.call
        written = [argument.span.text for argument in call.arguments]
        if name == "by":
            written.append(f"by={self._deadline()}")
        else:
            first, _, _ = self.kind.example.partition("(")[2].partition(",")
            written.insert(0, first)
        return f"{call.function.text}({', '.join(written)})"

    def _deadline(self) -> str:
        """The end of the agreement, or else a year that stands for any."""
        agreement = self.reading.agreement
        return "2020" if agreement is None or agreement.valid is None else str(agreement.valid.last)

    def tell_missing(self, name: str, example: str = "", **more: str) -> None:
        """Tell of a part that is not there; `more` is for what else could be meant."""
        call, instead = self.arguments.call, example or self._completed(name)
        self.notes.tell(
            "E109",
            call.span,
            function=call.function.text,
            name=part_called(name),
            instead=instead,
            **more,
        )

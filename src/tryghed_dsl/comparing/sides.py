"""Two wordings beside each other: what their expressions come to, and whether they differ."""

from collections.abc import Iterator

from tryghed_dsl.check.terms import Term
from tryghed_dsl.comparing.effect import Calculated, Difference, Number, What
from tryghed_dsl.comparing.values import Values
from tryghed_dsl.domain.unit import Unit
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Sides:
    """An old and a new wording of one promise.

    Attributes:
        unit: the unit of the subject.
        same: whether every indicator means the same in both.
    """

    old: Values
    new: Values
    unit: Unit | None
    same: bool

    def known(
        self, old: Term | None, new: Term | None, unknown: float
    ) -> tuple[float | None, float | None] | None:
        """What two expressions come to; None for one that is not there.

        Where neither the figures nor the spec give a number, but that does not matter, because
        both are the same or one is not there, `unknown` stands for it.

        Returns:
            The two, or None where they cannot be compared.
        """
        before = None if old is None else self.old.of(old)
        after = None if new is None else self.new.of(new)
        if (old is None) == (before is None) and (new is None) == (after is None):
            return before, after
        if old is not None and new is not None and not (self.same and old == new):
            return None
        return (None if old is None else unknown), (None if new is None else unknown)

    def differing(self, what: What, old: Term | None, new: Term | None) -> Iterator[Difference]:
        """The difference between two expressions, where there is one."""
        before = None if old is None else self.old.of(old)
        after = None if new is None else self.new.of(new)
        if old == new and (self.same or before == after):
            return
        if before == after and before is not None:
            return
        yield Difference(what, self._shown(old, before), self._shown(new, after))

    def _shown(self, term: Term | None, value: float | None) -> Number | Calculated | None:
        if term is None:
            return None
        return Calculated() if value is None else Number(value, self.unit)

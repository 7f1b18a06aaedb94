"""What an expression may name, and what stands for a condition's reader."""

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.names.names import Names
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.units import Typed
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes


class ConditionReader(Protocol):
    """Reads a condition that only holds or does not, such as the one behind `if`."""

    def __call__(self, node: nodes.Condition, scope: "Scope", notes: Notes) -> Condition | None:
        """Read it; None where it cannot be understood, which is then told."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What expressions may name.

    Attributes:
        names: what the file declares.
        indicators: those read so far; a formula's unit comes from its parts.
        conditions: the reader of conditions inside expressions.
        subject: what a limit or reference is held against, for `baseline(…)` and benchmarks.
        reference: whether an undeclared name here is a reference, which may be an area.
        bindings: what names stand for here only: the parameters of a condition, and `it`.
    """

    names: Names
    indicators: Mapping[str, Indicator]
    conditions: ConditionReader
    subject: Typed | None = None
    reference: bool = False
    bindings: Mapping[str, Typed] = field(default_factory=dict)

    def against(self, subject: Typed) -> "Scope":
        """The scope of what a subject is held against."""
        return Scope(
            self.names,
            self.indicators,
            self.conditions,
            subject,
            self.names.open,
            self.bindings,
        )

    def alone(self) -> "Scope":
        """The scope of what is held against nothing yet."""
        return replace(self, subject=None, reference=False)

    def bound(self, bindings: Mapping[str, Typed]) -> "Scope":
        """The scope in which some names stand for something else."""
        return replace(self, bindings={**self.bindings, **bindings})

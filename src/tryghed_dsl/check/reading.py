"""What conditions are read with."""

from collections.abc import Callable, Mapping
from dataclasses import field

from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.model import Agreement
from tryghed_dsl.check.names.expansion import Expansion
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.nodes import ThresholdKind


@dataclass(frozen=True, slots=True)
class Said:
    """The clauses of a target, or of a member, that are for its one limit or trajectory.

    Attributes:
        by: the target or member itself; None where it has no clause of the kind.
    """

    by: nodes.Target | None = None
    thresholds: Mapping[ThresholdKind, nodes.Threshold] = field(default_factory=dict)
    judge: nodes.Judge | None = None
    confidence: nodes.Confidence | None = None

    def clauses(self) -> tuple[nodes.Threshold | nodes.Judge, ...]:
        """Those that say how a limit or trajectory is judged."""
        return (*self.thresholds.values(), *(() if self.judge is None else (self.judge,)))


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a condition is read with.

    Attributes:
        read: reads a condition.
        truth: whether it only holds or does not: no early warning, no margin, no chance.
        said: the clauses that are for its one limit or trajectory.
        confidence: the level (0–1) that holds here.
    """

    scope: Scope
    notes: Notes
    read: "Reader"
    agreement: Agreement | None
    expansion: Expansion
    truth: bool = False
    said: Said = NOTHING_SAID
    confidence: float | None = None

    def inside(self, node: nodes.Condition) -> Condition | None:
        """A condition inside the one that is read, with the same clauses."""
        return self.read(node, self)


Reader = Callable[[nodes.Condition, Reading], Condition | None]

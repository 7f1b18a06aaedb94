"""What expressions come to, on the figures at hand and the baselines that a spec states."""

from tryghed_dsl.check.conditions import walk
from tryghed_dsl.check.model import SOMEWHERE, Spec, Target
from tryghed_dsl.check.terms import Baseline, Constant, Figure, Product, Sum, Term
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.program import frame_of, known_breaks
from tryghed_dsl.core.lower.table import always
from tryghed_dsl.core.lower.target import own_period
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Judged, Program
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import year
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.records import dataclass

# Without figures no year differs from another.
_ANY_YEAR = year(2000)
_NO_FIGURES = Figures([])


@dataclass(frozen=True, slots=True)
class Ground:
    """What a spec's expressions are read on."""

    spec: Spec
    setting: Setting
    figures: Figures = _NO_FIGURES

    def of(self, target: Target) -> "Values":
        """What expressions come to where a target is judged."""
        frame = frame_of(self.spec, self.setting, self.setting.as_of)
        own = own_period(target, self.setting.as_of, self.spec) or self.setting.as_of
        placed = frame if target.area is None else frame.inside(target.area)
        return Values(self, placed.judged_at(own))


def without_figures(spec: Spec) -> Ground:
    """What a spec says by itself: its numbers, and the baselines that it states."""
    area = (spec.agreement.area if spec.agreement else None) or SOMEWHERE
    return Ground(spec, Setting(_ANY_YEAR, area))


# What has the same value in every year once the spec states the baselines in it.
_STATED = Constant | Baseline | Figure | Sum | Product


@dataclass(slots=True)
class Values:
    """The numbers that expressions stand for, as of one period and in one area.

    Attributes:
        calculated: whether one has been read from figures, and so holds for one period only.
    """

    ground: Ground
    frame: Frame
    calculated: bool = False

    def of(self, term: Term) -> float | None:
        """The number that a term comes to; None where what it rests on is missing."""
        if all(isinstance(part, _STATED) for part in walk(term)):
            stated = self._on(_NO_FIGURES, term)
            if stated is not None:
                return stated
        if not len(self.ground.figures):
            return None
        value = self._on(self.ground.figures, term)
        self.calculated = self.calculated or value is not None
        return value

    def _on(self, figures: Figures, term: Term) -> float | None:
        row = always(Verdict.MONITOR, Reason.MONITORED)
        probe = Judged("", (("value", lower_term(term, self.frame)),), (row,), ())
        breaks = known_breaks(self.ground.spec)
        engine = LocalEngine(Program(self.frame.until, (probe,), breaks), self.ground.setting.area)
        value: float | None = engine.run(figures).measure(0, "value")
        return value

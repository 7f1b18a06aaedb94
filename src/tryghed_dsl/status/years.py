"""The periods around the one judged: what each target came to in each of them."""

from collections.abc import Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import replace
from tryghed_dsl.report.report import Report

# More than this no small chart can show.
_MOST = 25


class Years:
    """A spec judged in the period of its report and in those before it, all by one wording.

    Attributes:
        report: the report of the period judged.
        reports: those of each period with figures up to it, in order; it is the last.
    """

    def __init__(self, spec: Spec, figures: Figures, report: Report) -> None:
        self.report = report
        self._spec = replace(spec.in_force(report.as_of), versions=())
        self._figures = figures
        earlier = [self._judged(period) for period in self._periods()]
        self.reports: Sequence[Report] = [*(each for each in earlier if each), report]

    def _periods(self) -> list[Period]:
        """The periods before the one judged, of its length, in which there are figures."""
        as_of = self.report.as_of
        first = min((p.starts for p in self._figures.periods()), default=as_of.starts)
        before = [
            Period(as_of.length, as_of.index - back)
            for back in range(_MOST, 0, -1)
            if as_of.index - back > 0
        ]
        return [period for period in before if period.ends >= first]

    def _judged(self, period: Period) -> Report | None:
        """The report of an earlier period; None where it cannot be judged as this one was."""
        try:
            return evaluate(self._spec, self._figures, period, self.report.area)
        except FiguresError:
            return None

    @property
    def before(self) -> Report | None:
        """The report of the period just before the one judged."""
        return self.at(Period(self.report.as_of.length, self.report.as_of.index - 1))

    def at(self, period: Period) -> Report | None:
        """The report of a period."""
        return next((each for each in self.reports if each.as_of == period), None)

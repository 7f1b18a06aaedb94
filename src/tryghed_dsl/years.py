"""Judges a spec in several years, each by the wording that was in force."""

from collections.abc import Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.check.versions import without_repeats
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period, PeriodRange, year
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import FiguresGiven, period_asked, read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.report.history import History, history_of

# Which figures stop earlier: what is missing in a year before the last stands in that year itself,
# and may have come again since.
_STOPPED = "N321"


def history(
    spec: Spec,
    figures: FiguresGiven,
    first: str | int | Period | None = None,
    last: str | int | Period | None = None,
    area: str | None = None,
) -> History:
    """Judge a spec in several years, each by the wording that was in force.

    Args:
        spec: the spec.
        figures: what `evaluate` takes.
        first: the first year, by default the agreement's, else the first with figures.
        last: the last year likewise; by default no later than the last year with figures.
        area: the area judged, by default the agreement's own.

    Raises:
        FiguresError: the figures cannot be read, or it is not clear what to judge.
    """
    table, found = read_figures(spec, figures)
    if errors(found):
        raise FiguresError(found)
    asked = (period_asked(first), period_asked(last))
    reports = [evaluate(spec, table, period, area) for period in _periods(spec, table, *asked)]
    for report in reports:
        of_year = report.findings[len(report.spec.findings) :]
        found += [each for each in of_year if each.code != _STOPPED or report is reports[-1]]
    return history_of(spec, reports, without_repeats(found))


def _periods(
    spec: Spec, figures: Figures, first: Period | None, last: Period | None
) -> Sequence[Period]:
    """The periods from one to another; by default the agreement's, or the years with figures.

    Years to come are left out unless they are asked for: nothing can be said of them.

    Raises:
        FiguresError: there is none.
    """
    valid = spec.agreement.valid if spec.agreement else None
    known = _with_figures(figures)
    ends = valid or known
    if ends is not None and (first or last):
        ends = PeriodRange(first or year(ends.first.year), last or year(ends.last.year))
    if ends is None or ends.first.index > ends.last.index:
        raise FiguresError([Finding("E334")])
    periods = [ends.first.plus(step) for step in range(ends.last.index - ends.first.index + 1)]
    if last is not None or known is None:
        return periods
    return [period for period in periods if period.year <= known.last.year] or periods[:1]


def _with_figures(figures: Figures) -> PeriodRange | None:
    """The first and the last calendar year that figures lie in."""
    years = sorted(period.year for period in figures.periods())
    return PeriodRange(year(years[0]), year(years[-1])) if years else None

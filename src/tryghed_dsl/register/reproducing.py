"""A recorded report made again: from what was kept, and from a spec and figures of today."""

from enum import StrEnum

from tryghed_dsl.check.model import Spec
from tryghed_dsl.comparing.compare import Comparison, compare
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import FiguresGiven, read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass
from tryghed_dsl.register.differing import Differing, Revised, differing, revised, said_by, said_in
from tryghed_dsl.register.kept import Kept
from tryghed_dsl.report.report import Report
from tryghed_dsl.version import __version__


class Cause(StrEnum):
    """Why a target comes to something else than was recorded."""

    PROGRAM = "program"
    FIGURES = "figures"
    WORDING = "wording"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Again:
    """A report made from what was kept of it.

    Attributes:
        differing: what this program says otherwise than was recorded.
        program: the version that the report is made with now.
    """

    kept: Kept
    report: Report
    differing: tuple[Differing, ...]
    program: str = __version__

    @property
    def same_program(self) -> bool:
        """Whether the version is the one that recorded it."""
        return self.program == self.kept.record.version


@dataclass(frozen=True, slots=True)
class Against:
    """A report made from a spec and figures of today, for the period that was recorded.

    Attributes:
        wording: what has changed in the spec, each as it is in that period.
        same_text: whether the spec's text is letter for letter what it was.
        revised: the figures up to that period that are not what they were.
        differing: what is said otherwise than by what was kept, with the cause of each.
    """

    report: Report
    wording: Comparison
    same_text: bool
    revised: tuple[Revised, ...]
    differing: tuple[tuple[Differing, Cause], ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs that matters."""
        return not (self.wording.effects or self.revised or self.differing)


def again(kept: Kept) -> Again:
    """Make a report from what was kept of it.

    Raises:
        SpecError: this version of the program finds something wrong with the spec.
        FiguresError: it cannot judge the figures.
    """
    report = kept.report
    return Again(kept, report, tuple(differing(said_in(kept.verdicts), said_by(report))))


def against(kept: Kept, spec: Spec, given: FiguresGiven | None) -> Against:
    """Make the report of the same period and area from a spec and figures of today.

    Args:
        kept: what was kept.
        spec: the spec of today.
        given: what `evaluate` takes; None means the figures that were kept.

    Raises:
        FiguresError: the figures cannot be read, or do not say what has to be known.
    """
    period, area = kept.record.period, kept.record.area
    figures, found = (kept.figures, []) if given is None else read_figures(spec, given)
    if errors(found):
        raise FiguresError(found)
    report = evaluate(spec, figures, period, area)
    told, before = said_by(report), said_by(kept.report)
    only_figures = said_by(evaluate(kept.spec, figures, period, area))
    only_wording = said_by(evaluate(spec, kept.figures, period, area))
    by_figures = {each.id: each.new for each in differing(before, only_figures)}
    by_wording = {each.id: each.new for each in differing(before, only_wording)}
    causes = [
        (each, _cause(each.id in by_figures, each.id in by_wording))
        for each in differing(before, told)
    ]
    now = spec.in_force(period)
    return Against(
        report,
        compare(kept.wording, now),
        kept.wording.source.text == now.source.text,
        tuple(revised(kept.figures, figures, period)),
        tuple(causes),
    )


def _cause(by_figures: bool, by_wording: bool) -> Cause:  # noqa: FBT001 -- two of a kind
    if by_figures == by_wording:
        return Cause.BOTH
    return Cause.FIGURES if by_figures else Cause.WORDING

"""The agreement itself: its years, area, baseline, level of confidence and document."""

from collections.abc import Sequence

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.model import Agreement
from tryghed_dsl.check.names.names import Names, area_known
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.confidence import level
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span


def read_agreement(
    found: Sequence[nodes.Agreement], names: Names, notes: Notes
) -> Agreement | None:
    """Check the file's agreement, where it has one; a second one is told."""
    for again in found[1:]:
        notes.tell("E122", again.span, found[0].span)
    if not found:
        return None
    made, said = Agreement(found[0].title.text), dict[str, Span]()
    for line in found[0].lines:
        what, made = _with_line(made, line, names, notes)
        first = said.setdefault(what, line.span)
        if first is not line.span:
            notes.tell("E112", line.span, first, clause=what)
    return made


def _with_line(
    made: Agreement, line: nodes.AgreementLine, names: Names, notes: Notes
) -> tuple[str, Agreement]:
    match line:
        case nodes.Document(path):
            return "document", replace(made, document=path.text)
        case nodes.Valid(written):
            return "valid", replace(made, valid=periods.valid_range(written, notes))
        case nodes.AgreementArea(area):
            area_known(area, names, notes)
            return "area", replace(made, area=area.text)
        case nodes.AgreementBaseline(when):
            return "baseline", replace(made, baseline=_start(when, notes))
        case nodes.Confidence():
            return "confidence", replace(made, confidence=level(line, notes))


def _start(when: nodes.When | nodes.Range, notes: Notes) -> Period | PeriodRange | None:
    """Where trajectories start that do not say so: a period, or the mean of several."""
    if isinstance(when, nodes.Range):
        return periods.fixed_range(when, "baseline", notes)
    return periods.real_period(when, notes)

"""Makes what `tryghed report` writes: the report of an area, or of many."""

from pathlib import Path
from typing import TYPE_CHECKING

from tryghed_dsl.check.model import Spec
from tryghed_dsl.cli.waiting import Going
from tryghed_dsl.figures.read import Read
from tryghed_dsl.findings.finding import Finding, Severity, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.publishing.formats import not_installed, rendered, rendered_areas
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.report import Report
from tryghed_dsl.status.theme import Theme, read_theme
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.status.changes import Reported
    from tryghed_dsl.status.making import Wanted


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        outputs: the files, and the format of each.
        as_of: the period; None for the latest.
        area: the area; None for the agreement's own.
        areas: many areas, as they were written; None for one.
        theme: the folder of the theme; None for the plain one.
        full: whether every figure is to be appended.
        register: where the last report is recorded, which changes are told against; None for the
            period before.
    """

    outputs: dict[Path, str]
    as_of: str | None
    area: str | None
    areas: str | None
    theme: Path | None
    full: bool
    register: str | None
    language: Language


def made(
    spec: Spec, given: Read, asked: Asked, going: Going
) -> tuple[list[Finding], dict[Path, bytes]]:
    """What was found in the figures, and the files.

    Raises:
        FiguresError: the figures or the theme cannot be read, it is not clear what to judge, or a
            library is missing.
    """
    theme = Theme() if asked.theme is None else read_theme(asked.theme)
    wanted = _wanted(asked, theme)
    if asked.areas is None:
        return _of_one(spec, given, asked, wanted)
    return _of_many(spec, given, asked, wanted, going)


def _wanted(asked: Asked, theme: Theme) -> "Wanted":
    try:
        from tryghed_dsl.status.making import Wanted  # noqa: PLC0415 -- needs a library
    except ImportError:
        raise FiguresError([not_installed(next(iter(asked.outputs.values())))]) from None
    return Wanted(asked.language, theme, asked.full)


def _of_one(
    spec: Spec, given: Read, asked: Asked, wanted: "Wanted"
) -> tuple[list[Finding], dict[Path, bytes]]:
    from tryghed_dsl.status.making import status_of  # noqa: PLC0415 -- the same

    table, found = read_figures(spec, given)
    if errors(found):
        raise FiguresError(found)
    report = evaluate(spec, table, asked.as_of, asked.area)
    wanted = replace(wanted, since=_recorded(spec, report, asked.register))
    status = status_of(spec, table, report, wanted)
    files = {path: rendered(status, wanted.theme, form) for path, form in asked.outputs.items()}
    return _told([*found, *report.findings]), files


def _recorded(spec: Spec, report: Report, place: str | None) -> "Reported | None":
    """The report that was recorded last before this one; None where none was, or is asked for."""
    if place is None:
        return None
    from tryghed_dsl.register.entry import agreement_of  # noqa: PLC0415 -- needs a library
    from tryghed_dsl.register.register import Register  # noqa: PLC0415 -- the same
    from tryghed_dsl.status.changes import Reported  # noqa: PLC0415 -- the same

    last = Register(place).last_before(agreement_of(spec), report.area, report.as_of)
    return None if last is None else Reported(last.record.period, last.wording)


def _of_many(
    spec: Spec, given: Read, asked: Asked, wanted: "Wanted", going: Going
) -> tuple[list[Finding], dict[Path, bytes]]:
    from tryghed_dsl.status import overview as many  # noqa: PLC0415 -- the same

    table, found = read_figures(spec, given, any_area=True)
    areas = many.areas_asked(spec, table, asked.areas or many.EVERYWHERE)
    if errors(found) or not areas:
        raise FiguresError(found or [Finding("E334")])
    reports = list(many.judged_areas(spec, table, asked.as_of, areas))
    what, of = going.what, either(asked.language, "of", "af")

    def tell(number: int) -> None:
        going.what = f"{what} ({number} {of} {len(areas)})"

    overview = many.overview(spec, table, reports, wanted, tell)
    files = {}
    for path, form in asked.outputs.items():
        going.what = f"{what}: {path.name}"
        files[path] = rendered_areas(overview, wanted.theme, form)
    return _told(found), files


def _told(found: list[Finding]) -> list[Finding]:
    """What is told on the screen; remarks on the spec are for `tryghed lint`."""
    return [finding for finding in found if finding.severity is not Severity.WARNING]

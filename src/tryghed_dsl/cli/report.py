"""`tryghed report`: the status report of an agreement, as a file to hand on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tryghed_dsl.check.model import Spec
from tryghed_dsl.cli import console
from tryghed_dsl.cli.sources import figures_or_leave
from tryghed_dsl.cli.waiting import waiting
from tryghed_dsl.cli.writing import write_whole
from tryghed_dsl.figures.read import Read
from tryghed_dsl.findings.finding import Finding, Severity, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import read_figures
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.publishing.formats import FORMATS, format_of, not_installed, rendered
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.status.model import Status
    from tryghed_dsl.status.theme import Theme


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for.

    Attributes:
        outputs: the files, and the format of each.
        theme: the folder of the theme; None for the plain one.
    """

    outputs: dict[Path, str]
    theme: Path | None
    full: bool
    language: Language


@click.command("report")
@click.argument("spec", type=console.SPEC)
@console.data_option
@console.as_of_option
@console.area_option
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write; its ending says in which format: .html, .docx, .pdf, .xlsx, .md, "
    ".csv, .json, or .svg for a badge. May be given again.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="The format, for any ending.")
@click.option("--full", is_flag=True, help="Append every figure used, and where it comes from.")
@click.option(
    "--theme",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder with theme.toml: the organisation's own look and words.",
)
@console.language_option
def command(
    spec: str,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    outputs: tuple[Path, ...],
    form: str | None,
    theme: Path | None,
    language: Language,
    *,
    full: bool,
) -> None:
    """Write the status report of the agreement in the file SPEC.

    Exits with 0 where the report is written, whatever the verdicts in it are; with 3 where the
    spec is wrong, and with 4 where the figures cannot be read.
    """
    asked = _Asked(_formats(outputs, form, language), theme, full, language)
    checked = console.spec_or_leave(spec, language)
    figures = figures_or_leave(spec, data, language)
    try:
        with waiting(either(language, "writing the report", "skriver rapporten")):
            found, files = _files(checked, figures, as_of, area, asked)
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error))
    _write(files, language)
    lines = console.briefly(found, language)
    if lines:
        console.aside("\n" + "\n".join(lines))
    console.leave(Exit.MET)


def _formats(outputs: Sequence[Path], form: str | None, language: Language) -> dict[Path, str]:
    """The format of each file; where one has none, say how to name it, and end."""
    if not outputs:
        told = either(
            language,
            "say where the report is to go: -o status.html",
            "skriv, hvor rapporten skal ligge: -o status.html",
        )
        raise console.Misused(told, language)
    try:
        return {path: form or format_of(path) for path in outputs}
    except FiguresError as error:
        console.refuse(error.findings, language, Exit.USAGE)


def _files(
    spec: Spec, given: Read, as_of: str | None, area: str | None, asked: _Asked
) -> tuple[list[Finding], dict[Path, bytes]]:
    """What was found in the figures, and the files."""
    theme = _theme(asked)
    status, found = _status(spec, given, as_of, area, theme, asked)
    files = {path: rendered(status, theme, form) for path, form in asked.outputs.items()}
    return found, files


def _theme(asked: _Asked) -> "Theme":
    from tryghed_dsl.status.theme import Theme, read_theme  # noqa: PLC0415 -- needed by now

    return Theme() if asked.theme is None else read_theme(asked.theme)


def _status(
    spec: Spec, given: Read, as_of: str | None, area: str | None, theme: "Theme", asked: _Asked
) -> "tuple[Status, list[Finding]]":
    try:
        from tryghed_dsl.status.making import Wanted, status_of  # noqa: PLC0415 -- needs a library
    except ImportError:
        raise FiguresError([not_installed(next(iter(asked.outputs)).name)]) from None

    table, found = read_figures(spec, given)
    if errors(found):
        raise FiguresError(found)
    report = evaluate(spec, table, as_of, area)
    status = status_of(spec, table, report, Wanted(asked.language, theme, asked.full))
    told = [f for f in (*found, *report.findings) if f.severity is not Severity.WARNING]
    return status, told


def _write(files: dict[Path, bytes], language: Language) -> None:
    try:
        write_whole(files)
    except OSError:
        raise console.not_writable(next(iter(files)), language) from None
    for path in files:
        where = console.typed(path)
        told = either(
            language, f"The status report is in {where}", f"Statusrapporten ligger i {where}"
        )
        console.say(f"{told}\n")

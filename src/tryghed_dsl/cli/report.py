"""`tryghed report`: the status report of an agreement, as a file to hand on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.registers import register_option
from tryghed_dsl.cli.reporting import Asked, made
from tryghed_dsl.cli.sources import figures_or_leave, files_given
from tryghed_dsl.cli.waiting import waiting
from tryghed_dsl.cli.writing import refuse_to_replace, write_reports
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.publishing.formats import FORMATS, FORMATS_OF_AREAS, format_of
from tryghed_dsl.register.troubles import RegisterError
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("report")
@click.argument("spec", type=console.SPEC)
@console.data_option
@console.as_of_option
@console.area_option
@click.option(
    "--areas",
    metavar="AREAS",
    help="Report on many areas in one file, with an overview that ranks them: all with figures "
    "(`all`), a list of the spec's, or names with commas between them. Not as .json or .svg.",
)
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
@click.option(
    "--since",
    type=click.Choice(["last"]),
    help="Tell what has changed since the report that was recorded last, not since last year.",
)
@register_option
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
    areas: str | None,
    outputs: tuple[Path, ...],
    form: str | None,
    since: str | None,
    register: str,
    theme: Path | None,
    language: Language,
    *,
    full: bool,
) -> None:
    """Write the status report of the agreement in the file SPEC.

    Exits with 0 where the report is written, whatever the verdicts in it are; with 3 where the
    spec is wrong, and with 4 where the figures cannot be read.
    """
    formats = _formats(outputs, form, language)
    _fits_together(areas, area, formats, language)
    refuse_to_replace(outputs, files_given(spec, data), language)
    recorded = None if since is None else register
    asked = Asked(formats, as_of, area, areas, theme, full, recorded, language)
    checked = console.spec_or_leave(spec, language)
    figures = figures_or_leave(spec, data, language)
    try:
        with waiting(either(language, "writing the report", "skriver rapporten")) as going:
            found, files = made(checked, figures, asked, going)
    except (FiguresError, RegisterError) as error:
        console.refuse(error.findings, language, console.code_for(error))
    write_reports(files, language)
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


def _fits_together(
    areas: str | None, area: str | None, formats: Mapping[Path, str], language: Language
) -> None:
    """Tell of options that do not go together with many areas."""
    if areas is None:
        return
    others = [path for path, form in formats.items() if form not in FORMATS_OF_AREAS]
    wrong = "--area" if area is not None else f"-o {others[0]}" if others else None
    if wrong is not None:
        told = either(
            language,
            f"`{wrong}` does not go with `--areas`, which writes {_endings()}",
            f"`{wrong}` kan ikke bruges sammen med `--areas`, som skriver {_endings()}",
        )
        raise console.Misused(told, language)


def _endings() -> str:
    return ", ".join(f".{form}" for form in FORMATS_OF_AREAS)

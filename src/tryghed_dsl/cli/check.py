"""`tryghed check`: judge an agreement on figures."""

from collections.abc import Mapping

import click

from tryghed_dsl.cli import completing, console
from tryghed_dsl.cli.sources import figures_or_leave
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import exit_code
from tryghed_dsl.report.report import Report
from tryghed_dsl.text.language import Language


@click.command("check")
@click.argument("spec", type=console.SPEC)
@console.data_option
@console.as_of_option
@console.area_option
@click.option(
    "--areas",
    metavar="AREAS",
    shell_complete=completing.areas_and_lists,
    help="Judge many areas: all that have figures (`all`), a list of the spec's, or names with "
    "commas between them.",
)
@click.option(
    "--engine",
    metavar="ENGINE",
    help="What judges many areas: local, duckdb, or the address of a cluster; by default what "
    "suits the figures.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    shell_complete=completing.files,
    help="With --areas, write a row for each area and target to a .parquet or .csv file.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option(
    "--fail-on",
    type=click.Choice(["warn"]),
    help="Exit with 1 for a warning too, not only for a target that is not met.",
)
@console.language_option
def command(
    spec: str,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    areas: str | None,
    engine: str | None,
    output: str | None,
    form: str,
    fail_on: str | None,
    language: Language,
) -> None:
    """Judge the agreement in the file SPEC on the figures in --data."""
    as_json = form == "json"
    checked = console.spec_or_leave(spec, language, as_json=as_json)
    single, many_only = (
        {"--area": area, "--format json": as_json},
        {"--engine": engine, "-o": output},
    )
    _fits_together(areas, single, many_only, language)
    if areas is not None:
        from tryghed_dsl.cli.areas import Many, judge_many  # noqa: PLC0415 -- needs SQL

        many = Many(areas, engine, output)
        judge_many(spec, checked, data, as_of, many, language, fail_on_warn=fail_on == "warn")
    figures = figures_or_leave(spec, data, language)
    try:
        report = evaluate(checked, figures, as_of, area)
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error), as_json=as_json)
    _show(report, spec, form, language)
    console.leave(exit_code(report, fail_on_warn=fail_on == "warn"))


def _fits_together(
    areas: str | None,
    single: Mapping[str, object],
    many: Mapping[str, object],
    language: Language,
) -> None:
    """Tell of options that do not go together with what is to be judged, one area or many."""
    wrong = next((name for name, given in (single if areas else many).items() if given), None)
    if wrong is None:
        return
    english = f"`{wrong}` does not go with `--areas`" if areas else f"`{wrong}` goes with `--areas`"
    danish = (
        f"`{wrong}` kan ikke bruges sammen med `--areas`"
        if areas
        else f"`{wrong}` bruges sammen med `--areas`"
    )
    raise console.Misused(either(language, english, danish), language)


def _show(report: Report, path: str, form: str, language: Language) -> None:
    if form == "json":
        from tryghed_dsl.renderers.json_text import report_json  # noqa: PLC0415 -- one of the two

        console.say(report_json(report, language))
        return
    from tryghed_dsl.renderers.table import report_table  # noqa: PLC0415 -- the other

    console.say(report_table(report, language, console.style(), console.width()))
    advice = [finding for finding in report.spec.findings if _is_advice(finding)]
    lines = console.briefly([f for f in report.findings if f not in advice], language)
    if advice:
        lines += _advice(path, language)
    if lines:
        console.aside("\n" + "\n".join(lines))


def _is_advice(finding: Finding) -> bool:
    return finding.severity is Severity.WARNING


def _advice(path: str, language: Language) -> list[str]:
    """How to see the remarks; a command that is too long for the line has one of its own."""
    told = either(
        language,
        "There are remarks on the spec; to see them:",
        "Der er bemærkninger til aftalefilen; se dem med:",
    )
    command = f"tryghed lint {console.typed(path)}"
    whole = f"{told} {command}"
    return [whole] if len(whole) <= console.width() else [told, f"  {command}"]

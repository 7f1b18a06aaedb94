"""`tryghed check`: judge an agreement on figures."""

from pathlib import Path
from typing import NoReturn

import click

from tryghed_dsl.cli import console
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.pipeline import FiguresError, evaluate
from tryghed_dsl.renderers.json_text import findings_json, report_json
from tryghed_dsl.renderers.table import report_table
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit, exit_code
from tryghed_dsl.report.report import Report
from tryghed_dsl.text.language import Language


@click.command("check")
@click.argument("spec", type=console.SPEC)
@console.data_option
@console.as_of_option
@console.area_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option(
    "--fail-on",
    type=click.Choice(["warn"]),
    help="Exit with 1 for a warning too, not only for a target that is not met.",
)
@console.language_option
def command(  # noqa: PLR0913 -- one argument for each option
    spec: str,
    data: tuple[Path, ...],
    as_of: str | None,
    area: str | None,
    form: str,
    fail_on: str | None,
    language: Language,
) -> None:
    """Judge the agreement in the file SPEC on the figures in --data."""
    checked = console.spec_or_leave(spec, language)
    if not data:
        raise click.UsageError(_no_data(language))
    try:
        report = evaluate(checked, data, as_of, area)
    except FiguresError as error:
        _refuse(error, form, language)
    _show(report, form, language)
    console.leave(exit_code(report, fail_on_warn=fail_on == "warn"))


def _no_data(language: Language) -> str:
    return either(
        language,
        "say where the figures are: --data figures.csv",
        "skriv, hvor tallene er: --data tal.csv",
    )


def _refuse(error: FiguresError, form: str, language: Language) -> NoReturn:
    if form == "json":
        console.say(findings_json(error.findings, language))
    else:
        console.tell(error.findings, language)
    console.leave(Exit.NOT_EVALUATED)


def _show(report: Report, form: str, language: Language) -> None:
    if form == "json":
        console.say(report_json(report, language))
        return
    console.say(report_table(report, language, console.style(), console.width()))
    advice = [finding for finding in report.spec.findings if _is_advice(finding)]
    told = [finding for finding in report.findings if finding not in advice]
    if told or advice:
        console.say("\n")
    console.tell_briefly(told, language)
    if advice:
        console.say(f"{_advice(len(advice), report.spec.source.name, language)}\n")


def _is_advice(finding: Finding) -> bool:
    return finding.severity is Severity.WARNING


def _advice(count: int, path: str, language: Language) -> str:
    return either(
        language,
        f"{count} remark(s) on the spec; to see them: tryghed lint {path}",
        f"{count} bemærkning(er) til aftalefilen; se dem med: tryghed lint {path}",
    )

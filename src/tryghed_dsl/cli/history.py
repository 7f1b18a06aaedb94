"""`tryghed history`: the verdicts of several years, and the wordings that they were given by."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.sources import figures_or_leave
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.renderers.history_text import history_table
from tryghed_dsl.renderers.json_text import history_json
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language
from tryghed_dsl.years import history


@click.command("history")
@click.argument("spec", type=console.SPEC)
@console.data_option
@click.option("--from", "first", help="The first year; by default the agreement's.")
@click.option("--to", "last", help="The last year; by default the agreement's last with figures.")
@console.area_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@console.language_option
def command(
    spec: str,
    data: tuple[str, ...],
    first: str | None,
    last: str | None,
    area: str | None,
    form: str,
    language: Language,
) -> None:
    """Show the verdict of each target in the file SPEC year by year, and its wordings.

    Each year is judged by the wording that was in force. Exits with 0 whatever the verdicts are,
    with 3 where the spec is wrong, and with 4 where the figures cannot be read.
    """
    as_json = form == "json"
    checked = console.spec_or_leave(spec, language, as_json=as_json)
    figures = figures_or_leave(spec, data, language)
    try:
        found = history(checked, figures, first, last, area)
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error), as_json=as_json)
    if as_json:
        console.say(history_json(found, language))
    else:
        console.say(history_table(found, language, console.style(), console.width()))
        lines = console.briefly(found.findings, language)
        if lines:
            console.aside("\n" + "\n".join(lines))
    console.leave(Exit.MET)

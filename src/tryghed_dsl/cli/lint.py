"""`tryghed lint`: find what is wrong or odd in specs."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.pipeline import read_spec_file
from tryghed_dsl.renderers.findings_text import findings_text
from tryghed_dsl.renderers.json_text import findings_json
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("lint")
@click.argument("specs", nargs=-1, required=True, type=console.SPEC)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@console.language_option
def command(specs: tuple[str, ...], form: str, language: Language) -> None:
    """Find what is wrong or odd in the files SPECS, before any figure is read.

    Exits with 3 where a spec is wrong, with 1 where there are remarks, and else with 0.
    """
    found = [finding for spec in specs for finding in read_spec_file(spec)[1]]
    if form == "json":
        console.say(findings_json(found, language))
    else:
        _show(found, len(specs), language)
    if errors(found):
        console.leave(Exit.SPEC_WRONG)
    console.leave(Exit.NOT_MET if found else Exit.MET)


def _show(found: list[Finding], files: int, language: Language) -> None:
    text = findings_text(found, language, console.style(), console.width())
    wrong = len(errors(found))
    summary = either(
        language,
        f"{wrong} error(s), {len(found) - wrong} remark(s) in {files} file(s)",
        f"{wrong} fejl, {len(found) - wrong} bemærkning(er) i {files} fil(er)",
    )
    console.say(f"{text}\n\n{summary}\n" if text else f"{summary}\n")

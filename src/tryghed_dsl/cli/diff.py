"""`tryghed diff`: what one version of a spec changes in another."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.sources import figures_given
from tryghed_dsl.comparing.compare import compare
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.pipeline import read_spec_file
from tryghed_dsl.renderers.diff_text import diff_text
from tryghed_dsl.renderers.json_text import diff_json
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("diff")
@click.argument("old", type=console.SPEC)
@click.argument("new", type=console.SPEC)
@console.data_option
@console.as_of_option
@console.area_option
@click.option(
    "--never-looser",
    is_flag=True,
    help="Exit with 1 where something is looser, or cannot be told to be none.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@console.language_option
def command(
    old: str,
    new: str,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    form: str,
    language: Language,
    *,
    never_looser: bool,
) -> None:
    """Say what the file NEW changes in the file OLD, and whether that is stricter or looser.

    Of a file with revisions the newest wording is meant. With --data it also says which verdicts
    the change would flip.
    """
    as_json = form == "json"
    loaded = [read_spec_file(path) for path in (old, new)]
    before, after = (spec for spec, _ in loaded)
    if before is None or after is None:
        found = [finding for spec, told in loaded if spec is None for finding in told]
        console.refuse(found, language, Exit.SPEC_WRONG, as_json=as_json)
    try:
        comparison = compare(before, after, figures_given(new, data, language), as_of, area)
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error), as_json=as_json)
    if as_json:
        console.say(diff_json(comparison, language))
    else:
        console.say(diff_text(comparison, language, console.style(), console.width()))
        lines = console.briefly(comparison.findings, language)
        if lines:
            console.aside("\n" + "\n".join(lines))
    looser = never_looser and comparison.may_be_looser
    if looser and not as_json:
        console.aside(f"\n{_told_looser(language)}")
    console.leave(Exit.NOT_MET if looser else Exit.MET)


def _told_looser(language: Language) -> str:
    return either(
        language,
        "--never-looser: something is looser than before, or may be",
        "--never-looser: noget er lempeligere end før, eller kan være det",
    )

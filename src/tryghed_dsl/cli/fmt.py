"""`tryghed fmt`: lay specs out in canonical form."""

from pathlib import Path

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.writing import write_whole
from tryghed_dsl.files import read_source
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.syntax.formatter import formatted
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.language import Language


@click.command("fmt")
@click.argument("specs", nargs=-1, required=True, type=console.SPEC)
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where a file would be.")
@console.language_option
def command(specs: tuple[str, ...], *, check: bool, language: Language) -> None:
    """Lay the files SPECS out in canonical form, in UTF-8. No word or comment changes.

    A file that cannot be read as a spec is left alone, and the exit code is 3.
    """
    codes = [_format(spec, check=check, language=language) for spec in specs]
    console.leave(max(codes))


def _format(path: str, *, check: bool, language: Language) -> Exit:
    source, found = read_source(path)
    if source is not None:
        found = [*found, *parse(source)[1]]
    if source is None or errors(found):
        console.tell(found, language)
        return Exit.SPEC_WRONG
    console.tell(found, language)
    laid_out = formatted(source)
    if laid_out.encode() == Path(path).read_bytes():
        return Exit.MET
    if check:
        would = either(language, "would be laid out anew", "ville blive stillet op på ny")
        console.say(f"{path}: {would}\n")
        return Exit.NOT_MET
    try:
        write_whole({Path(path).resolve(): laid_out.encode()})
    except OSError as error:
        raise console.not_writable(Path(path), language) from error
    done = either(language, "laid out anew", "stillet op på ny")
    console.say(f"{path}: {done}\n")
    return Exit.MET

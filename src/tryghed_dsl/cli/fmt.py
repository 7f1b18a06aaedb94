"""`tryghed fmt`: lay specs out in canonical form."""

import sys
from pathlib import Path

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.writing import loses_letters, write_anew
from tryghed_dsl.files import read_source, source_of
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.most import at_most
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.syntax.formatter import laid_out
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

_STANDARD_INPUT = "-"


@click.command("fmt")
@click.argument("specs", nargs=-1, required=True, type=console.SPEC)
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where a file would be.")
@click.option("--diff", is_flag=True, help="As --check, and show what would be changed.")
@console.language_option
def command(specs: tuple[str, ...], *, check: bool, diff: bool, language: Language) -> None:
    """Lay the files SPECS out in canonical form, in UTF-8. No word or comment changes.

    Lines that cannot be read as parts of a spec stay as they are, and the exit code is 3. For
    the file - standard input is laid out, and written to standard output.
    """
    codes = [
        _passed_on(language)
        if spec == _STANDARD_INPUT
        else _format(spec, check=check or diff, diff=diff, language=language)
        for spec in specs
    ]
    console.leave(max(codes))


def _format(path: str, *, check: bool, diff: bool, language: Language) -> Exit:
    source, found = read_source(path)
    if source is None:
        console.tell(found, language)
        return Exit.SPEC_WRONG
    text, wrong = _told(source, found, language)
    if text.encode() == Path(path).read_bytes() or loses_letters(source, found):
        return Exit.SPEC_WRONG if wrong else Exit.MET
    if diff:
        from tryghed_dsl.renderers.mended_text import changed_lines  # noqa: PLC0415 -- only here

        console.say(changed_lines(path, source.text, text, console.style()))
    if check:
        said = either(language, "would be laid out anew", "ville blive stillet op på ny")
    else:
        write_anew(path, text, language)
        said = either(language, "laid out anew", "stillet op på ny")
    if wrong:
        said += either(
            language, ", but for lines that cannot be read", ", undtagen linjer, der ikke kan læses"
        )
    console.say(f"{path}: {said}\n")
    return Exit.SPEC_WRONG if wrong else Exit.NOT_MET if check else Exit.MET


def _passed_on(language: Language) -> Exit:
    """Lay out what comes in, and pass it on."""
    source, found = source_of(sys.stdin.buffer.read(), _STANDARD_INPUT)
    if source is None:
        console.tell(found, language)
        return Exit.SPEC_WRONG
    text, wrong = _told(source, found, language)
    sys.stdout.buffer.write(text.encode())
    return Exit.SPEC_WRONG if wrong else Exit.MET


def _told(source: Source, found: list[Finding], language: Language) -> tuple[str, bool]:
    """The text laid out, and whether something in it is wrong, which is told."""
    text, more = laid_out(source)
    found = at_most([*found, *more])
    console.tell(found, language)
    return text, bool(errors(found))

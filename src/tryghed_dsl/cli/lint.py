"""`tryghed lint`: find what is wrong or odd in specs, and mend what can be mended."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.writing import loses_letters, with_ends_of, write_anew
from tryghed_dsl.files import read_source
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.pipeline import read_spec_file
from tryghed_dsl.renderers.findings_text import findings_text
from tryghed_dsl.renderers.json_text import findings_json
from tryghed_dsl.renderers.words import counted, either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("lint")
@click.argument("specs", nargs=-1, required=True, type=console.SPEC)
@click.option("--fix", is_flag=True, help="Mend what has one mending, and show what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@console.language_option
def command(
    specs: tuple[str, ...], *, fix: bool, diff: bool, form: str, language: Language
) -> None:
    """Find what is wrong or odd in the files SPECS, before any figure is read.

    Exits with 3 where a spec is wrong, with 1 where there are remarks, and else with 0.
    """
    if fix or diff:
        mended = sum(_mend(spec, language, write=not diff, form=form) for spec in specs)
        if diff and form == "text":
            console.say(_would_be(mended, language))
    found = [finding for spec in specs for finding in read_spec_file(spec)[1]]
    if form == "json":
        console.say(findings_json(found, language))
    elif not diff:
        _show(found, len(specs), language)
    if errors(found):
        console.leave(Exit.SPEC_WRONG)
    console.leave(Exit.NOT_MET if found else Exit.MET)


def _mend(path: str, language: Language, *, write: bool, form: str) -> int:
    """Mend a file, or show how; how many findings that mends."""
    from tryghed_dsl.fixing import mend  # noqa: PLC0415 -- only with --fix
    from tryghed_dsl.renderers.mended_text import changed_lines, mended_text  # noqa: PLC0415 -- the same

    source, found = read_source(path)
    if source is None or loses_letters(source, found):
        return 0
    mending = mend(source, path)
    if not mending.done:
        return 0
    if write:
        write_anew(path, with_ends_of(path, mending.source.text), language)
        said = f"{mended_text(path, mending.done, language)}\n\n"
    else:
        said = changed_lines(path, source.text, mending.source.text, console.style())
    if form == "text":
        console.say(said)
    else:
        console.aside(said.rstrip("\n"))
    return len(mending.done)


def _would_be(mended: int, language: Language) -> str:
    """The line below the changes that were only shown."""
    findings = counted(mended, ("finding", "findings"), ("besked", "beskeder"), language)
    return either(
        language,
        f"{findings} would be mended; no file was changed\n",
        f"{findings} ville blive rettet; ingen fil er ændret\n",
    )


def _show(found: list[Finding], files: int, language: Language) -> None:
    text = findings_text(found, language, console.style(), console.width())
    wrong = len(errors(found))
    remarks = len(found) - wrong
    summary = " ".join(
        [
            f"{counted(wrong, ('error', 'errors'), ('fejl', 'fejl'), language)},",
            counted(remarks, ("remark", "remarks"), ("bemærkning", "bemærkninger"), language),
            either(language, "in", "i"),
            counted(files, ("file", "files"), ("fil", "filer"), language),
        ]
    )
    hint = console.how_to_mend(found, language)
    console.say("".join([f"{text}\n\n" * bool(text), f"{summary}\n", f"{hint}\n" * bool(hint)]))

"""`tryghed record`: keep what is reported, so that it can be made again."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.registers import register_option
from tryghed_dsl.cli.sources import figures_or_leave
from tryghed_dsl.findings.raised import FiguresError, SpecError
from tryghed_dsl.register.entry import Entry, entry_of, reported
from tryghed_dsl.register.kept import repeats
from tryghed_dsl.register.log_text import of_what
from tryghed_dsl.register.record import Record
from tryghed_dsl.register.register import Register
from tryghed_dsl.register.troubles import RegisterError
from tryghed_dsl.renderers.words import either, verdict_word
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("record")
@click.argument("spec", type=console.SPEC)
@console.data_option
@console.as_of_option
@console.area_option
@register_option
@click.option("--by", metavar="NAME", help="Who records it.")
@click.option("--note", metavar="TEXT", help="What is to be noted, such as who decided on it.")
@console.language_option
def command(
    spec: str,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    register: str,
    by: str | None,
    note: str | None,
    language: Language,
) -> None:
    """Judge the agreement in the file SPEC, and record all that the report rests on.

    The spec's text, the figures and the verdicts are added to the register, where nothing is ever
    changed. Exits with 0 where that is done, whatever the verdicts are; with 3 where the spec is
    wrong, and with 4 where the figures cannot be read or the register cannot be used.
    """
    given = figures_or_leave(spec, data, language)
    try:
        entry = _entry(entry_of(reported(spec, given, as_of, area)))
        record = Register(register).append(entry, by=by, note=note)
    except SpecError as error:
        console.refuse(error.findings, language, Exit.SPEC_WRONG)
    except (FiguresError, RegisterError) as error:
        console.refuse(error.findings, language, console.code_for(error))
    console.say(_told(record, register, language))
    console.leave(Exit.MET)


def _entry(entry: Entry) -> Entry:
    """What is to be kept, once it has given the same verdicts again."""
    if not repeats(entry):
        told = "what would be recorded gives other verdicts than were given"
        raise RuntimeError(told)
    return entry


def _told(record: Record, register: str, language: Language) -> str:
    name = Register(register).name
    verdict = verdict_word(record.verdict, language)
    lines = (
        f"{of_what(record)} · {record.as_of}: {verdict}",
        either(
            language,
            f"recorded in {name} as number {record.number}",
            f"registreret i {name} som nummer {record.number}",
        ),
        either(
            language,
            "Note this hash in the minutes; with it a change of the register shows:",
            "Notér denne kontrolsum i referatet; med den kan en ændring af registeret ses:",
        ),
        record.hash,
    )
    return "\n".join(lines) + "\n"

"""`tryghed log`: what was recorded, and whether it is as it was."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.registers import look, register_option
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.register.log_text import log_text
from tryghed_dsl.register.record import Record, record_of
from tryghed_dsl.register.register import Register
from tryghed_dsl.register.troubles import RegisterError
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("log")
@register_option
@click.option(
    "--verify", is_flag=True, help="Compute every hash anew, also of all that records hold."
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@console.language_option
def command(register: str, form: str, language: Language, *, verify: bool) -> None:
    """Show the records of a register.

    Exits with 0 where they are as they were written; with 1 where one of them is not, and with 4
    where the register cannot be read.
    """
    as_json = form == "json"
    try:
        opened = Register(register)
        records = [record for _, _, head in opened.rows() if (record := record_of(head))]
        found = opened.verified(texts=verify)
    except RegisterError as error:
        console.refuse(error.findings, language, console.code_for(error), as_json=as_json)
    _show(opened.name, records, found, language, as_json=as_json)
    if verify and not found and not as_json:
        console.say(_verified(records, language))
    console.leave(Exit.NOT_MET if found else Exit.MET)


def _show(
    name: str, records: list[Record], found: list[Finding], language: Language, *, as_json: bool
) -> None:
    if as_json:
        from tryghed_dsl.register.log_model import log_json  # noqa: PLC0415 -- pydantic is slow

        console.say(log_json(name, records, found, language))
        return
    console.say(log_text(name, records, look(language)))
    if found:
        console.aside("")
        console.tell(found, language)


def _verified(records: list[Record], language: Language) -> str:
    """That nothing shows a change; and what only a note can tell."""
    told = either(
        language,
        "\nEvery record, and all that it holds, is as it was written.\n",
        "\nHver registrering og alt, hvad den rummer, er, som det blev skrevet.\n",
    )
    if not records:
        return told
    last = either(
        language,
        "The hash of the newest, to be held against the minutes:",
        "Kontrolsummen for den nyeste, til at holde op mod referatet:",
    )
    return f"{told}{last}\n{records[-1].hash}\n"

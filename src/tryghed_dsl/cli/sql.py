"""`tryghed sql`: the query that judges a spec, for a database of one's own."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.everywhere.printing import DIALECTS, query_text
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import period_asked
from tryghed_dsl.text.language import Language


@click.command("sql")
@click.argument("spec", type=console.SPEC)
@click.option(
    "--as-of",
    "as_of",
    metavar="PERIOD",
    required=True,
    help="The period judged: 2018, 2018-Q2, 2018-05 or 2018-05-31.",
)
@click.option(
    "--dialect", type=click.Choice(DIALECTS), default=DIALECTS[0], help="Whose SQL it is."
)
@click.option(
    "--table",
    default="figures",
    help="The table with the columns indicator, area, period and value; by default figures.",
)
@console.language_option
def command(spec: str, as_of: str, dialect: str, table: str, language: Language) -> None:
    """Print the query that judges the agreement in the file SPEC in all areas of a table."""
    checked = console.spec_or_leave(spec, language)
    try:
        period = period_asked(as_of)
        assert period is not None  # noqa: S101 -- one is always given
        console.say(query_text(checked, period, dialect, table))
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error))

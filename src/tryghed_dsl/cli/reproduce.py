"""`tryghed reproduce`: make a recorded report again, and say what differs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.registers import look, register_option
from tryghed_dsl.cli.sources import figures_given, files_given
from tryghed_dsl.cli.writing import refuse_to_replace, write_reports
from tryghed_dsl.findings.raised import FiguresError, SpecError
from tryghed_dsl.given import period_asked
from tryghed_dsl.publishing.formats import format_of, rendered
from tryghed_dsl.records import dataclass
from tryghed_dsl.register.kept import Kept
from tryghed_dsl.register.places import INSTALL, shown
from tryghed_dsl.register.register import Register
from tryghed_dsl.register.reproduced_text import again_text, against_text
from tryghed_dsl.register.reproducing import Again, Against, again, against
from tryghed_dsl.register.troubles import RegisterError, refuse
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.check.model import Spec


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The files that are wanted, and how the report in them is to be."""

    outputs: tuple[Path, ...]
    theme: Path | None
    full: bool
    since_last: bool


@click.command("reproduce")
@click.argument("period", required=False)
@register_option
@click.option("--record", "number", type=int, metavar="NUMBER", help="The record of that number.")
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file to write the report to, in the format of its ending; may be given again.",
)
@click.option("--full", is_flag=True, help="Append every figure used, and where it comes from.")
@click.option("--since", type=click.Choice(["last"]), help="Tell changes since the last record.")
@click.option(
    "--theme",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder with theme.toml: the organisation's own look and words.",
)
@click.option("--against", "today", type=console.SPEC, metavar="SPEC", help="A spec of today.")
@console.data_option
@console.language_option
def command(
    period: str | None,
    register: str,
    number: int | None,
    outputs: tuple[Path, ...],
    since: str | None,
    theme: Path | None,
    today: str | None,
    data: tuple[str, ...],
    language: Language,
    *,
    full: bool,
) -> None:
    """Make the report of PERIOD again, from the spec and the figures that were recorded.

    Its verdicts are held against those recorded. With --against and --data it is also said what
    a spec and figures of today would change. Exits with 0 where nothing differs; with 1 where
    something does, and with 4 where the register cannot be read.
    """
    wanted = _Wanted(outputs, theme, full, since is not None)
    _fits_together(period, number, today, data, language)
    held_against = [] if today is None else files_given(today, data)
    refuse_to_replace(outputs, [Path(register), *held_against], language)
    try:
        opened = Register(register)
        made = again(_kept(opened, period, number))
        files = _files(opened, made, wanted, language) if outputs else {}
        other = _against(made.kept, today, data, language)
    except SpecError as error:
        console.aside(_refused(language))
        console.refuse(error.findings, language, Exit.SPEC_WRONG)
    except (FiguresError, RegisterError) as error:
        console.refuse(error.findings, language, console.code_for(error))
    console.say(again_text(made, look(language)))
    write_reports(files, language)
    if other is not None and today is not None:
        names = ", ".join(shown(each) for each in (today, *data))
        console.say(against_text(other, names, look(language)))
    differs = made.differing or (other is not None and not other.same)
    console.leave(Exit.NOT_MET if differs else Exit.MET)


def _fits_together(
    period: str | None,
    number: int | None,
    today: str | None,
    data: Sequence[str],
    language: Language,
) -> None:
    if (period is None) == (number is None):
        told = either(
            language,
            "say which report: a period such as 2018, or --record 3",
            "skriv, hvilken rapport: en periode som 2018, eller --record 3",
        )
        raise console.Misused(told, language)
    if data and today is None:
        told = either(
            language,
            "`--data` goes with `--against`",
            "`--data` bruges sammen med `--against`",
        )
        raise console.Misused(told, language)


def _refused(language: Language) -> str:
    """Why a spec that was once judged can be wrong."""
    return either(
        language,
        "This version of the program finds something wrong in the spec that was recorded:\n",
        "Denne version af programmet finder noget galt i den aftalefil, der er registreret:\n",
    )


def _kept(register: Register, period: str | None, number: int | None) -> Kept:
    if number is not None:
        return register.kept(register.record(number))
    asked = period_asked(period)
    assert asked is not None  # noqa: S101 -- one of the two is given
    return register.kept(register.latest(asked))


def _against(
    kept: Kept, today: str | None, data: Sequence[str], language: Language
) -> Against | None:
    if today is None:
        return None
    spec: Spec = console.spec_or_leave(today, language)
    return against(kept, spec, figures_given(today, data, language))


# ------------------------------------------------------------------ files


def _files(
    register: Register, made: Again, wanted: _Wanted, language: Language
) -> dict[Path, bytes]:
    """The report in each of the files that are wanted."""
    try:
        from tryghed_dsl.status.changes import Reported  # noqa: PLC0415 -- needs a library
        from tryghed_dsl.status.making import Wanted, status_of  # noqa: PLC0415 -- the same
    except ImportError:
        refuse("E437", register.name, install=INSTALL)
    from tryghed_dsl.status.theme import Theme, read_theme  # noqa: PLC0415 -- with the one above

    kept, theme = made.kept, Theme() if wanted.theme is None else read_theme(wanted.theme)
    last = register.last_of(kept.record) if wanted.since_last else None
    since = None if last is None else Reported(last.record.period, last.wording)
    asked = Wanted(language, theme, wanted.full, since)
    status = status_of(kept.spec, kept.figures, made.report, asked)
    return {path: rendered(status, theme, format_of(path)) for path in wanted.outputs}

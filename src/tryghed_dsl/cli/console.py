"""What all commands share: options, language, colours, and where output goes."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NoReturn, TypeVar

import click

from tryghed_dsl.check.model import Spec
from tryghed_dsl.cli import completing
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.raised import FindingsError
from tryghed_dsl.pipeline import read_spec_file
from tryghed_dsl.renderers.style import Style, coloured, plain
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language

_Command = TypeVar("_Command", bound=Callable[..., Any])
_NARROWEST, _USUAL, _WIDEST = 60, 80, 100
_WRONG_OPTIONS = {"E331", "E332", "E339", "E420", "E435", "E439"}
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_USAGE = (
    ("Usage:", "Brug:"),
    ("[OPTIONS]", "[VALG]"),
    ("COMMAND [ARGS]...", "KOMMANDO ..."),
)

SPEC = completing.SpecPath(path_type=str)


# ------------------------------------------------------------------ options


def language_option(command: _Command) -> _Command:
    """`--lang da|en`, by default the locale's."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice([language.value for language in Language]),
        callback=lambda _ctx, _param, value: Language(value) if value else locale_language(),
        help="Language of the output; by default that of the locale.",
    )(command)


def data_option(command: _Command) -> _Command:
    """`--data PATH`, as often as needed."""
    return click.option(
        "--data",
        "data",
        multiple=True,
        metavar="PATH",
        shell_complete=completing.files,
        help="A file with figures, or the address of a database's table; may be given again. "
        "Without it, the figures that tryghed.toml beside the spec names.",
    )(command)


def as_of_option(command: _Command) -> _Command:
    """`--as-of PERIOD`."""
    return click.option(
        "--as-of",
        "as_of",
        metavar="PERIOD",
        help="The period judged: 2018, 2018-Q2, 2018-05 or 2018-05-31; by default the latest of "
        "the agreement's own length with figures.",
    )(command)


def area_option(command: _Command) -> _Command:
    """`--area AREA`."""
    return click.option(
        "--area",
        shell_complete=completing.areas,
        help="The area judged; by default the agreement's own.",
    )(command)


def locale_language(environment: Mapping[str, str] | None = None) -> Language:
    """The language of the locale: Danish where it is Danish, else English."""
    given = os.environ if environment is None else environment
    named = next((given[name] for name in _LOCALE_VARIABLES if given.get(name)), "")
    if not named and environment is None:
        named = _system_locale()
    return Language.DA if named.casefold().startswith(("da", "danish")) else Language.EN


def _system_locale() -> str:
    import locale  # noqa: PLC0415 -- needed only where the environment says nothing

    return locale.getlocale()[0] or ""


# ------------------------------------------------------------------ output


def prepare() -> None:
    """Let a console that cannot show a letter show a stand-in, and not fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def width() -> int:
    """How wide the output may be: the terminal's width within bounds, 80 where there is none."""
    if "COLUMNS" not in os.environ and not sys.stdout.isatty():
        return _USUAL
    from shutil import get_terminal_size  # noqa: PLC0415 -- it loads the libraries of archives

    return max(_NARROWEST, min(_WIDEST, get_terminal_size((_USUAL, 24)).columns))


def style(*, error: bool = False) -> Style:
    """Colours where a terminal shows them and nobody has said no."""
    stream = sys.stderr if error else sys.stdout
    wanted = stream.isatty() and not os.environ.get("NO_COLOR")
    return coloured if wanted else plain


def say(text: str) -> None:
    """Write text to standard output as it is."""
    click.echo(text, nl=False, color=True)


def tell(found: Iterable[Finding], language: Language) -> None:
    """Write findings to standard error."""
    from tryghed_dsl.renderers.findings_text import findings_text  # noqa: PLC0415 -- the register is large

    text = findings_text(found, language, style(error=True), width())
    if text:
        click.echo(f"{text}\n", err=True, color=True)


def how_to_mend(found: Iterable[Finding], language: Language) -> str:
    """How many findings can be mended by a command, and that command; empty where none can."""
    from tryghed_dsl.fixing import mendable  # noqa: PLC0415 -- only where something is wrong

    files = mendable(found)
    if not files:
        return ""
    command = " ".join(["tryghed lint --fix", *map(typed, files)])
    return either(
        language,
        f"{files.total()} of these can be mended: {command}",
        f"{files.total()} af dem kan rettes automatisk: {command}",
    )


def briefly(found: Iterable[Finding], language: Language) -> list[str]:
    """Findings for standard error, each in a few words."""
    found = list(found)
    if not found:
        return []
    from tryghed_dsl.renderers.findings_text import finding_brief  # noqa: PLC0415 -- the same

    shown = style(error=True)
    return [finding_brief(finding, language, shown, width()) for finding in found]


def aside(text: str) -> None:
    """Write a line to standard error."""
    click.echo(text, err=True, color=True)


class Misused(click.UsageError):
    """A command that was used wrongly, told in the language of the output."""

    def __init__(self, message: str, language: Language) -> None:
        super().__init__(message)
        self._language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Write how to use the command, and what is wrong."""
        if self._language is not Language.DA:
            super().show(file)
            return
        if self.ctx is not None:
            usage = self.ctx.get_usage()
            for english, danish in _USAGE:
                usage = usage.replace(english, danish)
            aside(f"{usage}\nFå hjælp med '{self.ctx.command_path} -h'.\n")
        aside(f"Fejl: {self.message}")


def leave(code: Exit) -> NoReturn:
    """End the command with an exit code."""
    sys.exit(int(code))


def tell_our_mistake(error: Exception) -> None:
    """Say that the program itself failed, with what its makers need to know."""
    import traceback  # noqa: PLC0415 -- seldom needed

    last = traceback.extract_tb(error.__traceback__)[-1]
    detail = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}: {error}"
    tell([Finding("E900", (), {"detail": detail})], locale_language())


def no_data(language: Language) -> Misused:
    """The mistake of judging without figures."""
    return Misused(
        either(
            language,
            "say where the figures are: --data figures.csv",
            "skriv, hvor tallene er: --data tal.csv",
        ),
        language,
    )


# ------------------------------------------------------------------ specs


def spec_or_leave(path: str, language: Language, *, as_json: bool = False) -> Spec:
    """Load a spec; where that fails tell why, and end with the code for it."""
    spec, found = read_spec_file(path)
    if spec is None:
        refuse(found, language, Exit.SPEC_WRONG, as_json=as_json)
    return spec


def refuse(
    found: Iterable[Finding], language: Language, code: Exit, *, as_json: bool = False
) -> NoReturn:
    """Tell what stands in the way, and end with the code for it."""
    if as_json:
        from tryghed_dsl.renderers.json_text import findings_json  # noqa: PLC0415 -- seldom needed

        say(findings_json(found, language))
    else:
        found = list(found)
        tell(found, language)
        hint = how_to_mend(found, language)
        if hint:
            aside(f"\n{hint}")
    leave(code)


def code_for(error: FindingsError) -> Exit:
    """The exit code: an option that names what is not there is a usage error."""
    wrong_option = any(finding.code in _WRONG_OPTIONS for finding in error.findings)
    return Exit.USAGE if wrong_option else Exit.NOT_EVALUATED


# ------------------------------------------------------------------ paths


def typed(path: Path | str) -> str:
    """A path as it is typed in a command: in quotation marks where it has blanks."""
    return f'"{path}"' if " " in str(path) else str(path)


def not_writable(path: Path, language: Language) -> click.UsageError:
    """The mistake of naming a file that cannot be written."""
    return Misused(
        either(
            language,
            f"`{path}` cannot be written; check the folder and its permissions",
            f"`{path}` kan ikke skrives; se efter mappen og dens rettigheder",
        ),
        language,
    )

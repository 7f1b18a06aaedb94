"""`tryghed init`: write a new spec to start from."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.first_answers import FIRST_YEARS, YEARS, Unfit, name_of, read_measured
from tryghed_dsl.cli.first_questions import Questions, can_ask
from tryghed_dsl.cli.first_spec import AGREED, Agreed, Measured, figures_text, spec_text
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.pipeline import read_spec
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.syntax.formatter import formatted
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

_USUAL_AREA, _USUAL_YEARS = "omraadet", 4


@dataclass(frozen=True, slots=True)
class _Given:
    """What the options say; None where they say nothing."""

    title: str | None
    area: str | None
    first: int | None
    years: int | None
    decided_by: str | None
    measured: tuple[str, ...]


@click.command("init")
@click.argument("path", type=click.Path(path_type=Path), default=Path("agreement.tryghed"))
@click.option("--title", help="The agreement's name.")
@click.option("--area", help="The agreement's area, as one word.")
@click.option("--first", type=click.IntRange(*FIRST_YEARS), help="Its first year.")
@click.option("--years", type=click.IntRange(*YEARS), help="How many years it runs; usually 4.")
@click.option("--decided-by", help="Who decides on changes to it.")
@click.option(
    "--indicator",
    "measured",
    multiple=True,
    metavar="INDICATOR",
    help="What is measured, its unit, which way is better, and the figure of the year before: "
    "'Burglaries; count; lower; 48'. May be given again.",
)
@click.option("--yes", is_flag=True, help="Ask nothing; an example stands for what is not given.")
@console.language_option
def command(
    path: Path,
    title: str | None,
    area: str | None,
    first: int | None,
    years: int | None,
    decided_by: str | None,
    measured: tuple[str, ...],
    language: Language,
    *,
    yes: bool,
) -> None:
    """Write a new spec to PATH, and figures beside it, to start from.

    In a terminal it asks for what the options do not say.
    """
    figures = _free(path, language).with_name(f"{path.stem}-figures.csv")
    _free(figures, language)
    given = _Given(title, area, first, years, decided_by, measured)
    agreed = _answered(given, language) if can_ask() and not yes else _filled(given, language)
    judge = f"tryghed check {console.typed(path.name)} --data {console.typed(figures.name)}"
    source = Source(path.name, spec_text(agreed, judge, language))
    if not _is_spec_of(agreed.area, source):
        raise console.Misused(_no_name(agreed.area, language), language)
    _write({path: formatted(source), figures: figures_text(agreed, language)}, language)
    console.say(_next(path, figures, agreed, language))


# ------------------------------------------------------------------ what is agreed


def _filled(given: _Given, language: Language) -> Agreed:
    """What the options say, and what is usual where they say nothing."""
    area = tidy(given.area or _USUAL_AREA)
    return Agreed(
        given.title or _usual_title(language),
        area,
        None,
        given.first or _this_year(),
        given.years or _USUAL_YEARS,
        given.decided_by,
        _measured(given, area, language),
    )


def _answered(given: _Given, language: Language) -> Agreed:
    """What the options say, and what is answered where they say nothing."""
    measured = _measured(given, given.area or "", language)  # a mistake there is told at once
    ask, taken = Questions(language), {AGREED, *(each.name for each in measured)}
    try:
        title = given.title or ask.title(_usual_title(language))
        area_title = None if given.area else ask.area()
        area = tidy(given.area) if given.area else name_of(area_title or "", taken)
        first = given.first or ask.first(_this_year())
        years = given.years or ask.years(_USUAL_YEARS)
        decided_by = given.decided_by or ask.decided_by()
        measured = measured or ask.measured(first - 1, area)
    except click.Abort:
        told = either(language, "Stopped; nothing is written.", "Afbrudt; intet er skrevet.")
        console.aside(f"\n{told}")
        console.leave(Exit.USAGE)
    return Agreed(title, area, area_title, first, years, decided_by, measured)


def _measured(given: _Given, area: str, language: Language) -> tuple[Measured, ...]:
    found: list[Measured] = []
    for text in given.measured:
        taken = {area, AGREED, *(each.name for each in found)}
        try:
            found.append(read_measured(text, taken, language))
        except Unfit as unfit:
            told = f"--indicator '{text}': {unfit}"
            raise console.Misused(told, language) from None
    return tuple(found)


def _usual_title(language: Language) -> str:
    return either(language, "Our agreement", "Vores aftale")


def _this_year() -> int:
    return datetime.now(tz=UTC).year


# ------------------------------------------------------------------ files


def _free(path: Path, language: Language) -> Path:
    """The path, where nothing stands there yet."""
    if path.exists():
        console.refuse(
            [Finding("E337", (), {"path": str(path), "other": f"{path.stem}-2{path.suffix}"})],
            language,
            Exit.USAGE,
        )
    return path


def _write(texts: dict[Path, str], language: Language) -> None:
    """Write all files, or none."""
    begun: list[Path] = []
    try:
        for path, text in texts.items():
            begun.append(path)
            path.write_text(text, encoding="utf-8", newline="\n")
    except BaseException as error:
        for path in begun:
            with suppress(OSError):
                path.unlink()
        if isinstance(error, OSError):
            raise console.not_writable(begun[-1], language) from error
        raise


def _is_spec_of(area: str, source: Source) -> bool:
    """Whether the spec is one, and judges the area of that name."""
    spec, _ = read_spec(source)
    return spec is not None and spec.agreement is not None and spec.agreement.area == area


# ------------------------------------------------------------------ what is said


def _no_name(area: str, language: Language) -> str:
    return either(
        language,
        f"`{area}` cannot be the area's name; choose one word, such as `amager`",
        f"`{area}` kan ikke være områdets navn; vælg ét ord, for eksempel `amager`",
    )


def _next(path: Path, figures: Path, agreed: Agreed, language: Language) -> str:
    judge = f"tryghed check {console.typed(path)} --data {console.typed(figures)}"
    told = either(
        language,
        f"{path} and {figures} are written. To judge it:\n\n  {judge}\n",
        f"{path} og {figures} er skrevet. Bedøm den med:\n\n  {judge}\n",
    )
    if not agreed.measured:
        return told
    replace = either(
        language,
        f"The figures of {agreed.first} are those of {agreed.before} again; replace them in "
        f"{figures.name}.",
        f"Tallene for {agreed.first} er dem fra {agreed.before} igen; ret dem i {figures.name}.",
    )
    return f"{told}\n{replace}\n"

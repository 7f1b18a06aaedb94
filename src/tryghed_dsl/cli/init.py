"""`tryghed init`: write a new spec to start from."""

from datetime import UTC, datetime
from pathlib import Path

import click

from tryghed_dsl.cli import console
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.pipeline import read_spec
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.syntax.formatter import formatted
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

_FIGURES = """\
indicator;area;period;value;unit;origin
indbrud;{area};{before};48;count;
indbrud;{area};{first};45;count;
utryg;{area};{before};12;percent;
utryg;{area};{first};9;percent;
utryg;byen;{before};6;percent;
utryg;byen;{first};6;percent;
"""
_SPEC_EN = """\
# A spec to start from: change the names and numbers to those of your agreement.
# To judge it:  tryghed check {name} --data {figures}

agreement "{title}" {{
  valid    {first}..{last}
  area     {area}
  baseline {before}
}}

area byen   "The whole city"
area {area} in byen

indicator indbrud "Burglaries",         count,   lower is better, baseline {before} = 48
indicator utryg   "Residents who feel unsafe", percent, lower is better

benchmark byens_niveau = same indicator in byen

goal tryghed "Safer streets" {{
  # at most as many as before the agreement; up to a tenth more is a warning
  indbrud <= baseline({before}), warn within 10%
  # half of the way to the city's level before the agreement ends
  utryg -> approach(byens_niveau, by={last}, close=50%)
}}

test "53 burglaries break the promise" {{
  given indbrud[{first}] = 53
  as of {first}
  expect indbrud fail missed
}}
"""
_SPEC_DA = """\
# En aftalefil at begynde med: ret navne og tal til dem i jeres aftale.
# Bedøm den med:  tryghed check {name} --data {figures}

agreement "{title}" {{
  valid    {first}..{last}
  area     {area}
  baseline {before}
}}

area byen   "Hele byen"
area {area} in byen

indicator indbrud "Indbrud",             count,   lower is better, baseline {before} = 48
indicator utryg   "Andel utrygge borgere", percent, lower is better

benchmark byens_niveau = same indicator in byen

goal tryghed "Tryggere gader" {{
  # højst så mange som før aftalen; op til en tiendedel flere er en advarsel
  indbrud <= baseline({before}), warn within 10%
  # halvdelen af vejen til byens niveau, inden aftalen slutter
  utryg -> approach(byens_niveau, by={last}, close=50%)
}}

test "53 indbrud bryder løftet" {{
  given indbrud[{first}] = 53
  as of {first}
  expect indbrud fail missed
}}
"""


@click.command("init")
@click.argument("path", type=click.Path(path_type=Path), default=Path("agreement.tryghed"))
@click.option("--title", default=None, help="The agreement's name.")
@click.option("--area", default="omraadet", help="The agreement's area, as one word.")
@click.option("--first", type=click.IntRange(1501, 2990), default=None, help="Its first year.")
@click.option("--years", type=click.IntRange(1, 9), default=4, help="How many years it runs.")
@console.language_option
def command(
    path: Path, title: str | None, area: str, first: int | None, years: int, language: Language
) -> None:
    """Write a new spec to PATH, and figures beside it, to start from."""
    figures = _free(path, language).with_name(f"{path.stem}-figures.csv")
    _free(figures, language)
    area, start = tidy(area), first or datetime.now(tz=UTC).year
    called = title or either(language, "Our agreement", "Vores aftale")
    words = {
        "name": console.typed(path.name),
        "figures": console.typed(figures.name),
        "title": " ".join(called.replace('"', "'").split()),
        "area": area,
        "before": start - 1,
        "first": start,
        "last": start + years - 1,
    }
    source = Source(path.name, either(language, _SPEC_EN, _SPEC_DA).format(**words))
    if not _names_area(source, area):
        raise console.Misused(_no_name(area, language), language)
    try:
        path.write_text(formatted(source), encoding="utf-8", newline="\n")
        figures.write_text(_FIGURES.format(**words), encoding="utf-8", newline="\n")
    except OSError as error:
        raise console.not_writable(path, language) from error
    console.say(_next(path, figures, language))


def _free(path: Path, language: Language) -> Path:
    """The path, where nothing stands there yet."""
    if path.exists():
        console.refuse(
            [Finding("E337", (), {"path": str(path), "other": f"{path.stem}-2{path.suffix}"})],
            language,
            Exit.USAGE,
        )
    return path


def _names_area(source: Source, area: str) -> bool:
    """Whether the spec is one, and judges the area of that name."""
    spec, _ = read_spec(source)
    return spec is not None and spec.agreement is not None and spec.agreement.area == area


def _no_name(area: str, language: Language) -> str:
    return either(
        language,
        f"`{area}` cannot be the area's name; choose one word, such as `amager`",
        f"`{area}` kan ikke være områdets navn; vælg ét ord, for eksempel `amager`",
    )


def _next(path: Path, figures: Path, language: Language) -> str:
    judge = f"tryghed check {console.typed(path)} --data {console.typed(figures)}"
    return either(
        language,
        f"{path} and {figures} are written. To judge it:\n\n  {judge}\n",
        f"{path} og {figures} er skrevet. Bedøm den med:\n\n  {judge}\n",
    )

"""`tryghed figures`: what was read from files, what is odd in it, and what a spec needs."""

from pathlib import Path

import click

from tryghed_dsl.check.model import Spec
from tryghed_dsl.cli import completing, console
from tryghed_dsl.cli.sources import figures_given
from tryghed_dsl.cli.waiting import waiting
from tryghed_dsl.figures.interpret import Interpreted
from tryghed_dsl.figures.lost import lost_letters
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.overview import overview
from tryghed_dsl.figures.places import is_url
from tryghed_dsl.figures.project.project import PROJECT_FILE, find_project
from tryghed_dsl.figures.project.proposal import folder_of, proposal
from tryghed_dsl.figures.read import Read, read_places
from tryghed_dsl.findings.finding import Argument, Expected, Finding, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.pipeline import evaluate, loads
from tryghed_dsl.renderers.figures_text import figures_text
from tryghed_dsl.renderers.needed_text import needed_text
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.needed import needed
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language

_SPEC_SUFFIX = ".tryghed"
_NOT_THERE, _DISAGREE = "E301", "E304"
_OF_NAMES = frozenset({"E365", "N390", "N391"})


@click.command("figures")
@click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=completing.files)
@click.option("--needed", "asks", is_flag=True, help="List the figures that the spec PATH needs.")
@click.option("--spec", type=console.SPEC, help="Read the figures under the names of this spec.")
@click.option(
    "--write-project", "writes", is_flag=True, help="Propose a tryghed.toml that reads them."
)
@console.data_option
@console.as_of_option
@console.area_option
@console.language_option
def command(
    paths: tuple[str, ...],
    spec: str | None,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    language: Language,
    *,
    asks: bool,
    writes: bool,
) -> None:
    """Say what was read from the files PATH, or with --needed which figures a spec needs.

    \b
    tryghed figures politi.xlsx survey.csv
    tryghed figures spec.tryghed --needed --as-of 2019 --data politi.xlsx

    Exits with 4 where something cannot be read, or a needed figure is missing.
    """  # noqa: D301 -- the command library takes this sign for "leave these lines as they are"
    if not paths:
        name = either(language, "name the files to read", "nævn de filer, der skal læses")
        raise console.Misused(name, language)
    if asks:
        _list_needed(paths, data, as_of, area, language)
    elif any(path.endswith(_SPEC_SUFFIX) for path in paths):
        raise console.Misused(_ask_for_needed(language), language)
    else:
        _show(paths, spec, language, writes=writes)


def _ask_for_needed(language: Language) -> str:
    return either(
        language,
        "this is a spec; add --needed to list the figures that it needs",
        "det er en aftalefil; skriv --needed for at se de tal, den skal bruge",
    )


# ------------------------------------------------------------------ what was read


def _show(paths: tuple[str, ...], spec: str | None, language: Language, *, writes: bool) -> None:
    checked = None if spec is None else console.spec_or_leave(spec, language)
    files = [path for path in paths if not is_url(path)]
    beside = Path(spec or next(iter(files), PROJECT_FILE))
    with waiting(either(language, "reading", "læser")):
        read = read_places(paths, find_project(beside)).read_for(checked)
        made = read.interpreted(checked)
    shown = [overview(each, checked) for each in made]
    if shown:
        console.say(figures_text(shown, language, console.width()))
    found = _found(read, checked)
    lines = console.briefly(found, language)
    if lines:
        console.aside("\n" + "\n".join(lines))
    if writes:
        _propose(paths, read, made, checked, language)
    console.leave(Exit.NOT_EVALUATED if errors(found) else Exit.MET)


def _propose(
    paths: tuple[str, ...],
    read: Read,
    made: list[Interpreted],
    spec: Spec | None,
    language: Language,
) -> None:
    """Write a project file for the files, as they were read; none where one is not there."""
    files = [Path(path) for path in paths if not is_url(path)]
    if any(finding.code == _NOT_THERE for finding in read.found):
        aside = either(language, "no project file was written", "ingen projektfil er skrevet")
        console.aside(f"\n{aside}")
        return
    pairs = zip(read.cubes, made, strict=True)
    told = [(cube.file, one, options) for (cube, options), one in pairs]
    _, found = read.named(spec)
    text = proposal(paths, told, spec, found, language)
    _write(folder_of(files, spec) / PROJECT_FILE, text, language)
    if spec is None:
        console.aside(
            either(
                language,
                "`tryghed check` uses it where it lies in the folder of the spec",
                "`tryghed check` bruger den, hvor den ligger i aftalefilens mappe",
            )
        )


def _found(read: Read, spec: Spec | None) -> list[Finding]:
    rows, found = read.named(spec)
    if spec is not None:
        return [*found, *matched(spec, rows)[1]]
    lost = lost_letters(cube for cube, _ in read.cubes)
    told = [finding for finding in found if not _waits_for_names(finding)]
    disagree = (f for f in matched(loads(""), rows)[1] if f.code == _DISAGREE)
    return [*lost, *told, *disagree]


def _waits_for_names(finding: Finding) -> bool:
    """Whether the names of a spec may settle it: what is the indicator, and what is not."""
    missing = finding.args.get("missing")
    no_indicator = isinstance(missing, Expected) and missing.signs == ("COL_indicator",)
    return finding.code in _OF_NAMES or (finding.code == "E302" and no_indicator)


def _write(path: Path, text: str, language: Language) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        args: dict[str, Argument] = {"path": str(path), "project": path.name}
        console.refuse([Finding("E337", (), args)], language, Exit.USAGE)
    except OSError:
        raise console.not_writable(path, language) from None
    console.aside(f"\n{either(language, 'written', 'skrevet')}: {path}")


# ------------------------------------------------------------------ what is needed


def _list_needed(
    paths: tuple[str, ...],
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    language: Language,
) -> None:
    if len(paths) != 1:
        one = either(language, "--needed takes one spec", "--needed tager én aftalefil")
        raise console.Misused(one, language)
    checked = console.spec_or_leave(paths[0], language)
    given = figures_given(paths[0], data, language)
    try:
        report = evaluate(checked, given or [], as_of, area)
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error))
    console.say(needed_text(report, language, console.style(), console.width()))
    lacks = any(need.evidence is None for need in needed(report))
    console.leave(Exit.NOT_EVALUATED if lacks else Exit.MET)

"""`tryghed check --areas`: judge an agreement in many areas."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tryghed_dsl.check.model import Spec
from tryghed_dsl.cli import console
from tryghed_dsl.cli.sources import figures_or_leave, files_given
from tryghed_dsl.cli.waiting import waiting
from tryghed_dsl.cli.writing import refuse_to_replace
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.everywhere.judging import EVERYWHERE
from tryghed_dsl.everywhere.verdicts import Verdicts
from tryghed_dsl.figures.project.project import find_project
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import FiguresGiven
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.areas_table import areas_table
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import exit_code_of
from tryghed_dsl.text.language import Language


@dataclass(frozen=True, slots=True)
class Many:
    """What is asked of many areas.

    Attributes:
        areas: `all`, a list of the spec's, or names with commas between them.
        engine: what judges them; None leaves that to the program.
        output: the file to write all rows to; None where none is wanted.
    """

    areas: str
    engine: str | None = None
    output: str | None = None


def judge_many(
    path: str,
    spec: Spec,
    data: Sequence[str],
    as_of: str | None,
    many: Many,
    language: Language,
    *,
    fail_on_warn: bool,
) -> None:
    """Judge, say how many areas have which verdict, and end with the code for it."""
    if many.output is not None:
        refuse_to_replace([Path(many.output)], files_given(path, data), language)
    figures = _figures(path, data, language)
    judging = either(language, "judging", "bedømmer")
    try:
        with waiting(judging):
            verdicts = evaluate(spec, figures, as_of, areas=_asked(spec, many), engine=many.engine)
            _write(verdicts, many.output, language)
            counts = verdicts.counts
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error))
    _show(verdicts, language)
    together = sum(map(Counter, counts.values()), Counter[Verdict]())
    console.leave(exit_code_of(together, fail_on_warn=fail_on_warn))


def _figures(path: str, data: Sequence[str], language: Language) -> FiguresGiven:
    """The figures; one file or database is left where it is, if no project file speaks of it."""
    if len(data) == 1 and find_project(Path(path)) is None:
        return data[0]
    return figures_or_leave(path, data, language)


def _asked(spec: Spec, many: Many) -> str | list[str]:
    if many.areas == EVERYWHERE or many.areas in spec.lists:
        return many.areas
    return [name.strip() for name in many.areas.split(",")]


def _write(verdicts: Verdicts, output: str | None, language: Language) -> None:
    if output is None:
        return
    try:
        verdicts.write(output)
    except OSError:
        raise console.not_writable(Path(output), language) from None
    except ValueError:
        told = either(
            language,
            f"`{output}` ends neither in .parquet nor in .csv",
            f"`{output}` ender hverken på .parquet eller .csv",
        )
        raise console.Misused(told, language) from None


def _show(verdicts: Verdicts, language: Language) -> None:
    console.say(areas_table(verdicts, language, console.style(), console.width()))
    found = [finding for finding in verdicts.findings if finding not in verdicts.spec.findings]
    lines = console.briefly(found, language)
    if lines:
        console.aside("\n" + "\n".join(lines))

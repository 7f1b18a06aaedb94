"""`tryghed test`: run the tests that specs hold."""

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.sources import figures_given
from tryghed_dsl.coverage import coverage as coverage_of
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.given import read_figures
from tryghed_dsl.renderers.tests_text import coverage_text, tests_text
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.testing import run_tests
from tryghed_dsl.text.language import Language


@click.command("test")
@click.argument("specs", nargs=-1, required=True, type=console.SPEC)
@console.data_option
@click.option("--coverage", is_flag=True, help="Also say which verdicts no test expects.")
@console.language_option
def command(
    specs: tuple[str, ...], data: tuple[str, ...], language: Language, *, coverage: bool
) -> None:
    """Run the tests in the files SPECS; without --data only what they give exists.

    Exits with 1 where a test fails or a file has none, and with 3 where a spec is wrong.
    """
    codes = [_test(spec, data, language, covered=coverage) for spec in specs]
    console.leave(max(codes))


def _test(path: str, data: tuple[str, ...], language: Language, *, covered: bool) -> Exit:
    spec = console.spec_or_leave(path, language)
    given = figures_given(path, data, language) if data else None
    figures, found = read_figures(spec, given or [])
    if errors(found):
        console.tell(found, language)
        return Exit.NOT_EVALUATED
    if not spec.tests:
        none = either(language, "there is no test in it", "der er ingen test i den")
        console.say(f"{path}: {none}\n")
        return Exit.NOT_MET
    results = run_tests(spec, figures)
    console.say(f"{path}\n{tests_text(results, language, console.style(), console.width())}")
    if covered:
        console.say(coverage_text(coverage_of(spec), language, console.width()))
    return Exit.MET if all(result.passed for result in results) else Exit.NOT_MET

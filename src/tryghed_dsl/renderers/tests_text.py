"""The results of a spec's own tests as text."""

from collections.abc import Sequence
from textwrap import wrap

from tryghed_dsl.coverage import Covered
from tryghed_dsl.findings.said import said
from tryghed_dsl.renderers.style import Style
from tryghed_dsl.renderers.words import either, verdict_word
from tryghed_dsl.report.outcome import Disappointment, TestResult
from tryghed_dsl.text.language import Language

_INDENT = " " * 5


def tests_text(results: Sequence[TestResult], language: Language, style: Style, width: int) -> str:
    """Each test in a line, what did not come true below it, and how many passed."""
    lines = []
    for result in results:
        word = either(language, "ok", "ok") if result.passed else either(language, "FAIL", "FEJL")
        shown = style(word.ljust(4), "green" if result.passed else "red")
        lines.append(f"{shown} {result.test.title}")
        for told in result.disappointments:
            lines += _told(told, language, width)
        lines += [f"{_INDENT}{f.code} {said(f, language).message}" for f in result.findings]
    passed = sum(result.passed for result in results)
    failed = len(results) - passed
    lines.append(
        either(language, f"{passed} passed, {failed} failed", f"{passed} bestået, {failed} fejlet")
    )
    return "\n".join(lines) + "\n"


def coverage_text(covered: Sequence[Covered], language: Language, width: int) -> str:
    """The targets that no test reaches, and the verdicts that none expects of the others."""
    untested = [each.target for each in covered if not each.reached]
    whole = [each for each in covered if not each.unreached]
    lines = []
    if untested:
        names = ", ".join(untested)
        told = either(language, f"no test expects: {names}", f"ingen test forventer: {names}")
        lines += wrap(told, width, subsequent_indent="  ")
    for each in covered:
        if each.reached and each.unreached:
            verdicts = ", ".join(verdict_word(verdict, language) for verdict in each.unreached)
            lines.append(f"{each.target}: {either(language, 'never', 'aldrig')} {verdicts}")
    count, total = len(whole), len(covered)
    lines.append(
        either(
            language,
            f"{count} of {total} targets have a test for each of their verdicts",
            f"{count} af {total} mål har en test for hvert af deres udfald",
        )
    )
    return "\n".join(lines) + "\n"


def _told(failed: Disappointment, language: Language, width: int) -> list[str]:
    """What was expected and what came of it, and below it why."""
    why = "" if failed.target is None else failed.target.sentence(language)
    indent = f"{_INDENT}  "
    return [
        f"{_INDENT}{_difference(failed, language)}",
        *wrap(why, width, initial_indent=indent, subsequent_indent=indent),
    ]


def _difference(failed: Disappointment, language: Language) -> str:
    expected = failed.expected
    wanted = _words(expected.verdict.value, expected.reason)
    found = _words(failed.verdict.value, failed.reason)
    line = expected.span.place.line
    return either(
        language,
        f"line {line}: {expected.name} was expected {wanted}, and is {found}",
        f"linje {line}: {expected.name} skulle være {wanted} og er {found}",
    )


def _words(verdict: str, reason: str | None) -> str:
    return verdict if reason is None else f"{verdict} {reason}"

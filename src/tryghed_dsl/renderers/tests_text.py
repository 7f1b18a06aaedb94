"""The results of a spec's own tests as text."""

from collections.abc import Sequence

from tryghed_dsl.findings.said import said
from tryghed_dsl.renderers.style import Style
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Disappointment, TestResult
from tryghed_dsl.text.language import Language


def tests_text(results: Sequence[TestResult], language: Language, style: Style) -> str:
    """Each test in a line, what did not come true below it, and how many passed."""
    lines = []
    for result in results:
        word = either(language, "ok", "ok") if result.passed else either(language, "FAIL", "FEJL")
        shown = style(word.ljust(4), "green" if result.passed else "red")
        lines.append(f"{shown} {result.test.title}")
        lines += [f"     {_told(failed, language)}" for failed in result.disappointments]
        lines += [f"     {f.code} {said(f, language).message}" for f in result.findings]
    passed = sum(result.passed for result in results)
    failed = len(results) - passed
    lines.append(
        either(language, f"{passed} passed, {failed} failed", f"{passed} bestået, {failed} fejlet")
    )
    return "\n".join(lines) + "\n"


def _told(failed: Disappointment, language: Language) -> str:
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

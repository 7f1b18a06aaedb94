"""Colours for a terminal, and none elsewhere."""

from collections.abc import Callable

import click

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.findings.finding import Severity

Style = Callable[[str, str], str]

VERDICT_COLOURS = {
    Verdict.PASS: "green",
    Verdict.WARN: "yellow",
    Verdict.FAIL: "red",
    Verdict.UNKNOWN: "magenta",
    Verdict.PENDING: "cyan",
    Verdict.MONITOR: "blue",
}
SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def plain(text: str, colour: str) -> str:  # noqa: ARG001 -- has to fit where `coloured` does
    """The text as it is."""
    return text


def coloured(text: str, colour: str) -> str:
    """The text in a terminal's colour, and bold."""
    return click.style(text, fg=colour, bold=True)

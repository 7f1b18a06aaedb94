"""Findings that stop the work, as exceptions for programs that call it."""

from collections.abc import Iterable

from tryghed_dsl.findings.finding import Finding


class FindingsError(Exception):
    """Something that stops the work, told as findings; `str()` of it names each in a line."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        from tryghed_dsl.findings.said import summary  # noqa: PLC0415 -- the register is large

        self.findings = tuple(findings)
        super().__init__("\n".join(summary(finding) for finding in self.findings))


class SpecError(FindingsError):
    """The spec is wrong."""


class FiguresError(FindingsError):
    """The figures cannot be read, or do not say what has to be known to judge them."""

"""What a run says as a whole: its exit code, and the results of a spec's own tests."""

from collections.abc import Mapping
from enum import IntEnum

from tryghed_dsl.check.model import Expectation, SpecTest
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.report import Report, TargetReport


class Exit(IntEnum):
    """Exit codes of the commands; see the README."""

    MET = 0
    NOT_MET = 1
    USAGE = 2
    SPEC_WRONG = 3
    NOT_EVALUATED = 4


def exit_code(report: Report, *, fail_on_warn: bool = False) -> Exit:
    """The exit code of a judged agreement."""
    return exit_code_of(report.counts, fail_on_warn=fail_on_warn)


def exit_code_of(counts: Mapping[Verdict, int], *, fail_on_warn: bool = False) -> Exit:
    """The exit code of what was judged, by how many targets have which verdict.

    Not met outranks what could not be evaluated; nothing judged is never met.
    """
    if counts[Verdict.FAIL] or (fail_on_warn and counts[Verdict.WARN]):
        return Exit.NOT_MET
    if counts[Verdict.UNKNOWN] or not (counts[Verdict.PASS] or counts[Verdict.WARN]):
        return Exit.NOT_EVALUATED
    return Exit.MET


@dataclass(frozen=True, slots=True)
class Disappointment:
    """An expectation of a test that did not come true, with the target as it was judged.

    No reason and no target where a goal was expected.
    """

    expected: Expectation
    verdict: Verdict
    reason: Reason | None
    target: TargetReport | None = None


@dataclass(frozen=True, slots=True)
class TestResult:
    """How a test of a spec came out."""

    test: SpecTest
    disappointments: tuple[Disappointment, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every expectation came true."""
        return not self.disappointments and not self.findings

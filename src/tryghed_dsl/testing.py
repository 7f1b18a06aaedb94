"""Runs the tests that a spec holds: under these figures, these verdicts."""

from tryghed_dsl.check.declared.spec_tests import AGREEMENT
from tryghed_dsl.check.model import SOMEWHERE, Expectation, Spec, SpecTest
from tryghed_dsl.domain.observation import Figures, Key, Observation, Origin
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.report.outcome import Disappointment, TestResult
from tryghed_dsl.report.report import Report
from tryghed_dsl.setting.where import judged_area


def run_tests(spec: Spec, figures: Figures) -> list[TestResult]:
    """Run every test of a spec; what a test gives stands in for the figures at hand."""
    return [_run(spec, test, figures) for test in spec.tests]


def _run(spec: Spec, test: SpecTest, figures: Figures) -> TestResult:
    try:
        report = evaluate(spec, _with_givens(spec, test, figures), test.as_of)
    except FiguresError as error:
        return TestResult(test, findings=error.findings)
    checked = (_disappointment(report, expected) for expected in test.expectations)
    return TestResult(test, tuple(failed for failed in checked if failed is not None))


def _with_givens(spec: Spec, test: SpecTest, figures: Figures) -> Figures:
    home = judged_area(spec, figures) or SOMEWHERE
    given, withheld = [], []
    for line in test.givens:
        key = Key(line.indicator, line.area or home, line.period)
        if line.value is None:
            withheld.append(key)
        else:
            given.append(Observation(key, line.value, line.n, origin=Origin(note=test.title)))
    return figures.overridden(given, withheld)


def _disappointment(report: Report, expected: Expectation) -> Disappointment | None:
    verdict, reason = _found(report, expected.name)
    if verdict is expected.verdict and expected.reason in (None, reason):
        return None
    judged = None if reason is None else report[expected.name]
    return Disappointment(expected, verdict, reason, judged)


def _found(report: Report, name: str) -> tuple[Verdict, Reason | None]:
    target = report.spec.target(name)
    if target is not None:
        return report[name].verdict, report[name].reason
    goal = report.goal(name)
    return (report.verdict if goal is None or name == AGREEMENT else goal.verdict), None

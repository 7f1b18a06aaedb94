"""Tryghed: a rules engine and a small text language for the targets of public agreements."""

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.pipeline import (
    FiguresError,
    FindingsError,
    Judge,
    SpecError,
    compile,
    evaluate,
    load,
    loads,
)
from tryghed_dsl.report.report import Evidence, GoalReport, Missing, Report, TargetReport
from tryghed_dsl.version import __version__

__all__ = [
    "Evidence",
    "FiguresError",
    "Finding",
    "FindingsError",
    "GoalReport",
    "Judge",
    "Missing",
    "Reason",
    "Report",
    "Severity",
    "Spec",
    "SpecError",
    "TargetReport",
    "Verdict",
    "__version__",
    "compile",
    "evaluate",
    "load",
    "loads",
]

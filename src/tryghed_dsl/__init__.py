"""Tryghed: a rules engine and a small text language for the targets of public agreements."""

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.findings.raised import FiguresError, FindingsError, SpecError
from tryghed_dsl.pipeline import Judge, compile, evaluate, load, loads
from tryghed_dsl.report.condition import Missing
from tryghed_dsl.report.history import History
from tryghed_dsl.report.report import Evidence, GoalReport, Report, TargetReport
from tryghed_dsl.version import __version__
from tryghed_dsl.years import history

__all__ = [
    "Evidence",
    "FiguresError",
    "Finding",
    "FindingsError",
    "GoalReport",
    "History",
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
    "history",
    "load",
    "loads",
]

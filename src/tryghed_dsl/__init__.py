"""Tryghed: a rules engine and a small text language for the targets of public agreements."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tryghed_dsl.version import __version__

if TYPE_CHECKING:
    from tryghed_dsl.check.model import Spec
    from tryghed_dsl.domain.verdict import Reason, Verdict
    from tryghed_dsl.everywhere.verdicts import Verdicts
    from tryghed_dsl.findings.finding import Finding, Severity
    from tryghed_dsl.findings.raised import FiguresError, FindingsError, SpecError
    from tryghed_dsl.pipeline import Judge, compile, evaluate, load, loads
    from tryghed_dsl.report.condition import Missing
    from tryghed_dsl.report.history import History
    from tryghed_dsl.report.report import Evidence, GoalReport, Report, TargetReport
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
    "Verdicts",
    "__version__",
    "compile",
    "evaluate",
    "history",
    "load",
    "loads",
]

# The modules of the names above, each loaded when one of its names is first asked for.
_HOMES = {
    "check.model": "Spec",
    "domain.verdict": "Reason Verdict",
    "everywhere.verdicts": "Verdicts",
    "findings.finding": "Finding Severity",
    "findings.raised": "FiguresError FindingsError SpecError",
    "pipeline": "Judge compile evaluate load loads",
    "report.condition": "Missing",
    "report.history": "History",
    "report.report": "Evidence GoalReport Report TargetReport",
    "years": "history",
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names.split():
            value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
            return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

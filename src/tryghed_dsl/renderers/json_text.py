"""Reports, findings, histories and comparisons as JSON, in the forms that are published."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.report.report import Report
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from pydantic import BaseModel

    from tryghed_dsl.comparing.compare import Comparison
    from tryghed_dsl.report.history import History

# The models are imported where they are used: pydantic is slow to load.


def report_json(report: Report, language: Language) -> str:
    """A report in the form of the published schema."""
    return report.model_dump_json(indent=2, language=language.value) + "\n"


def findings_json(found: Iterable[Finding], language: Language) -> str:
    """Findings as a list, for programs that show them in their own way."""
    from tryghed_dsl.report.model import findings_model  # noqa: PLC0415 -- see above

    return _json(findings_model(found, language))


def history_json(history: "History", language: Language) -> str:
    """The verdicts of several years, with reasons and sentences, and the wordings."""
    from tryghed_dsl.report.history_model import history_model  # noqa: PLC0415 -- see above

    return _json(history_model(history, language))


def diff_json(comparison: "Comparison", language: Language) -> str:
    """What a new spec changes in an old one."""
    from tryghed_dsl.renderers.diff_model import diff_model  # noqa: PLC0415 -- see above

    return _json(diff_model(comparison, language))


def _json(model: "BaseModel") -> str:
    return model.model_dump_json(indent=2, by_alias=True) + "\n"

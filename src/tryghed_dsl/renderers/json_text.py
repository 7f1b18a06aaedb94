"""Reports and findings as JSON."""

import json
from collections.abc import Iterable

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.report.report import Report
from tryghed_dsl.text.language import Language

FINDINGS_SCHEMA = "tryghed-findings/1"


def report_json(report: Report, language: Language) -> str:
    """A report in the form of the published schema."""
    return report.model_dump_json(indent=2, language=language.value) + "\n"


def findings_json(found: Iterable[Finding], language: Language) -> str:
    """Findings as a list, for programs that show them in their own way."""
    from tryghed_dsl.report.model import finding_model  # noqa: PLC0415 -- pydantic is slow to load

    listed = [finding_model(finding, language).model_dump(mode="json") for finding in found]
    whole = {"schema": FINDINGS_SCHEMA, "findings": listed}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

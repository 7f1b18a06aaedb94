"""The report as published data: the schema `tryghed-report/1`.

Keys are always there; what does not apply is null.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from tryghed_dsl.check.model import Version
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.report.condition import ConditionReport
    from tryghed_dsl.report.report import Report, TargetReport

SCHEMA: Literal["tryghed-report/1"] = "tryghed-report/1"
FINDINGS_SCHEMA: Literal["tryghed-findings/1"] = "tryghed-findings/1"


class Published(BaseModel):
    """Data that is published: its keys are always there, and there are no others."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")


class RevisionModel(Published):
    """Since when the wording that was judged is in force, and why it was revised."""

    effective: str
    because: str | None


class AgreementModel(Published):
    """The spec that was judged, in the wording in force in the period judged.

    `sha256` is of the text of `file` in UTF-8 with single line feeds. `revision` is null for the
    first wording.
    """

    name: str | None
    file: str
    sha256: str
    revision: RevisionModel | None


class EvidenceModel(Published):
    """A figure that a verdict rests on."""

    indicator: str
    area: str
    period: str
    value: float | None
    n: float | None
    lower: float | None
    upper: float | None
    file: str | None
    sheet: str | None
    row: int | None
    cell: str | None
    flags: list[str]
    agreed: bool
    origin: str | None


class MissingModel(Published):
    """A figure that kept a target from a verdict."""

    indicator: str
    area: str
    period: str
    why: str
    source: str | None
    broken: str | None
    known_parts: int | None
    needed_parts: int | None


class PartModel(Published):
    """A condition that a target is made of, and its verdict.

    `text` is its wording, or the name of the area or period that it was asked of. The numbers of
    chance are there where the target says `confidence`.
    """

    text: str
    verdict: Verdict
    reason: Reason
    sentence: str
    value: float | None
    limit: float | None
    difference: float | None
    certain: Literal["yes", "no", "unknown"] | None
    lower: float | None
    upper: float | None
    p: float | None
    parts: list["PartModel"]


class ReadingModel(Published):
    """A gap at the start and now."""

    start: float | None
    now: float | None


class ReadingsModel(Published):
    """A gap in points, against the reference as it was at the start, and as a ratio."""

    points: ReadingModel
    frozen: ReadingModel
    ratio: ReadingModel


class TargetModel(Published):
    """A target and its verdict."""

    id: str
    goal: str | None
    area: str
    text: str
    title: str
    verdict: Verdict
    reason: Reason
    sentence: str
    value: float | None
    limit: float | None
    limit_low: float | None
    limit_high: float | None
    difference: float | None
    unit: str | None
    certain: Literal["yes", "no", "unknown"] | None
    lower: float | None
    upper: float | None
    p: float | None
    progress: float | None
    required_progress: float | None
    needed_now: float | None
    needed_per_year: float | None
    readings: ReadingsModel | None
    flags: list[str]
    cite: str | None
    quote: str | None
    because: str | None
    file: str
    line: int
    applies: PartModel | None
    evidence: list[EvidenceModel]
    missing: list[MissingModel]
    parts: list[PartModel]


class GoalModel(Published):
    """A goal and the verdict of its targets together."""

    id: str
    title: str | None
    verdict: Verdict
    targets: list[str]


class EditModel(Published):
    """A stretch of a spec, and the words that are to stand there instead."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixModel(Published):
    """What would mend a finding; it may be done without asking where it is certain."""

    certain: bool
    edits: list[EditModel]


class FindingModel(Published):
    """Something found in the spec or its figures."""

    code: str
    severity: Severity
    message: str
    help: list[str]
    file: str | None
    line: int | None
    sheet: str | None
    cell: str | None
    column: int | None
    fixes: list[FixModel]


class FindingsModel(Published):
    """What is told where there is no report, because something stands in its way."""

    schema_name: Literal["tryghed-findings/1"] = Field(alias="schema")
    findings: list[FindingModel]


class ReportModel(Published):
    """A whole report."""

    schema_name: Literal["tryghed-report/1"] = Field(alias="schema")
    agreement: AgreementModel
    as_of: str
    engine: str
    area: str
    verdict: Verdict
    counts: dict[Verdict, int]
    goals: list[GoalModel]
    targets: list[TargetModel]
    findings: list[FindingModel]


def model_of(report: "Report", language: Language) -> ReportModel:
    """A report as published data, its sentences in one language."""
    source = report.spec.source
    agreement = report.spec.agreement
    return ReportModel(
        schema=SCHEMA,
        agreement=AgreementModel(
            name=agreement.title if agreement else None,
            file=source.name,
            sha256=sha256(source.text.encode("utf-8")).hexdigest(),
            revision=_revision(report.version),
        ),
        as_of=str(report.as_of),
        engine=report.engine,
        area=report.area,
        verdict=report.verdict,
        counts=dict(report.counts),
        goals=[
            GoalModel(
                id=goal.goal.id,
                title=goal.goal.title,
                verdict=goal.verdict,
                targets=[target.id for target in goal.targets],
            )
            for goal in report.goals
        ],
        targets=[_target(target, language) for target in report.targets],
        findings=[finding_model(finding, language) for finding in report.findings],
    )


_NUMBERS = (
    *("value", "limit", "limit_low", "limit_high", "difference", "progress"),
    *("required_progress", "needed_now", "needed_per_year", "lower", "upper"),
)


def _target(report: "TargetReport", language: Language) -> TargetModel:
    target = report.target
    numbers: dict[str, Any] = {name: report.measure(name) for name in _NUMBERS}
    readings = report.readings
    return TargetModel(
        **numbers,
        id=target.id,
        goal=target.goal,
        area=report.area,
        text=target.text,
        title=target.title,
        verdict=report.verdict,
        reason=report.reason,
        sentence=report.sentence(language),
        unit=report.unit,
        certain=cast("Any", report.certain),
        p=report.p,
        readings=None
        if readings is None
        else ReadingsModel.model_validate(
            {name: {"start": r.start, "now": r.now} for name, r in readings.items()}
        ),
        flags=list(report.flags),
        cite=target.cite,
        quote=target.quote,
        because=target.because,
        file=target.span.source.name,
        line=target.span.place.line,
        applies=None if report.applies is None else _part(report.applies, language),
        evidence=[
            EvidenceModel(
                indicator=e.indicator,
                area=e.area,
                period=e.period,
                value=e.value,
                n=e.n,
                lower=e.lower,
                upper=e.upper,
                file=e.file,
                sheet=e.sheet,
                row=e.row,
                cell=e.cell,
                flags=list(e.flags),
                agreed=e.agreed,
                origin=e.origin,
            )
            for e in report.evidence
        ],
        missing=[
            MissingModel(
                indicator=m.indicator,
                area=m.area,
                period=m.period,
                why=m.why,
                source=m.source,
                broken=m.broken,
                known_parts=None if m.parts is None else m.parts[0],
                needed_parts=None if m.parts is None else m.parts[1],
            )
            for m in report.missing
        ],
        parts=[_part(part, language) for part in report.parts],
    )


def _revision(version: Version | None) -> RevisionModel | None:
    if version is None or version.effective is None:
        return None
    return RevisionModel(effective=str(version.effective), because=version.because)


def _part(report: "ConditionReport", language: Language) -> PartModel:
    return PartModel(
        text=report.text,
        verdict=report.verdict,
        reason=report.reason,
        sentence=report.sentence(language),
        value=report.value,
        limit=report.limit,
        difference=report.difference,
        certain=cast("Any", report.certain),
        lower=report.lower,
        upper=report.upper,
        p=report.p,
        parts=[_part(part, language) for part in report.parts],
    )


def findings_model(found: Iterable[Finding], language: Language) -> FindingsModel:
    """Findings as published data."""
    listed = [finding_model(finding, language) for finding in found]
    return FindingsModel(schema=FINDINGS_SCHEMA, findings=listed)


def finding_model(finding: Finding, language: Language) -> FindingModel:
    """A finding as published data."""
    words = said(finding, language)
    place = finding.spans[0].place if finding.spans else None
    file = finding.spans[0].source.name if finding.spans else None
    where = finding.where
    return FindingModel(
        code=finding.code,
        severity=finding.severity,
        message=words.message,
        help=list(words.help),
        file=file or (where.file if where else None),
        line=place.line if place else where.row if where else None,
        sheet=where.sheet if where else None,
        cell=where.cell if where else None,
        column=place.column if place else None,
        fixes=[_fix(fix) for fix in fixes_of(finding)],
    )


def _fix(fix: Fix) -> FixModel:
    return FixModel(certain=fix.certain, edits=[_edit(edit) for edit in fix.edits])


def _edit(edit: Edit) -> EditModel:
    source, start = edit.span.source, edit.span.place
    end = source.place(edit.span.end)
    return EditModel(
        file=source.name,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        text=edit.text,
    )

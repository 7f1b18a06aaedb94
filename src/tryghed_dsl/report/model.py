"""The report as published data: the schema `tryghed-report/1`.

Keys are always there; what does not apply is null.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.report.condition import ConditionReport
    from tryghed_dsl.report.report import Report, TargetReport

SCHEMA: Literal["tryghed-report/1"] = "tryghed-report/1"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")


class AgreementModel(_Model):
    """The spec that was judged; `sha256` is of its text in UTF-8 with single line feeds."""

    name: str | None
    file: str
    sha256: str


class EvidenceModel(_Model):
    """A figure that a verdict rests on."""

    indicator: str
    area: str
    period: str
    value: float | None
    n: float | None
    file: str | None
    sheet: str | None
    row: int | None
    flags: list[str]
    agreed: bool
    origin: str | None


class MissingModel(_Model):
    """A figure that kept a target from a verdict."""

    indicator: str
    area: str
    period: str
    why: str
    source: str | None
    broken: str | None
    known_parts: int | None
    needed_parts: int | None


class PartModel(_Model):
    """A condition that a target is made of, and its verdict."""

    text: str
    verdict: Verdict
    reason: Reason
    sentence: str
    value: float | None
    limit: float | None
    parts: list["PartModel"]


class ReadingModel(_Model):
    """A gap at the start and now."""

    start: float | None
    now: float | None


class ReadingsModel(_Model):
    """A gap in points, against the reference as it was at the start, and as a ratio."""

    points: ReadingModel
    frozen: ReadingModel
    ratio: ReadingModel


class TargetModel(_Model):
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
    evidence: list[EvidenceModel]
    missing: list[MissingModel]
    parts: list[PartModel]


class GoalModel(_Model):
    """A goal and the verdict of its targets together."""

    id: str
    title: str | None
    verdict: Verdict
    targets: list[str]


class FindingModel(_Model):
    """Something found in the spec or its figures."""

    code: str
    severity: Severity
    message: str
    help: list[str]
    file: str | None
    line: int | None
    column: int | None


class ReportModel(_Model):
    """A whole report."""

    schema_name: Literal["tryghed-report/1"] = Field(alias="schema")
    agreement: AgreementModel
    as_of: str
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
        ),
        as_of=str(report.as_of),
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
        evidence=[
            EvidenceModel(
                indicator=e.indicator,
                area=e.area,
                period=e.period,
                value=e.value,
                n=e.n,
                file=e.file,
                sheet=e.sheet,
                row=e.row,
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


def _part(report: "ConditionReport", language: Language) -> PartModel:
    return PartModel(
        text=report.text,
        verdict=report.verdict,
        reason=report.reason,
        sentence=report.sentence(language),
        value=report.value,
        limit=report.measure("limit"),
        parts=[_part(part, language) for part in report.parts],
    )


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
        column=place.column if place else None,
    )

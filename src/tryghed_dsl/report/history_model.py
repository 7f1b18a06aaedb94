"""A history as published data: the schema `tryghed-history/1`.

Keys are always there; what does not apply is null.
"""

from typing import Literal

from pydantic import Field

from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.report.history import HeldWording, History, TargetHistory
from tryghed_dsl.report.model import Published
from tryghed_dsl.report.report import Report, TargetReport
from tryghed_dsl.text.language import Language

SCHEMA: Literal["tryghed-history/1"] = "tryghed-history/1"


class HistoryAgreementModel(Published):
    """The spec in its newest wording."""

    name: str | None
    file: str


class YearModel(Published):
    """A year as a whole; `file` is that of the wording which was in force."""

    as_of: str
    file: str
    verdict: Verdict
    goals: dict[str, Verdict]


class TargetYearModel(Published):
    """A target in one year."""

    as_of: str
    verdict: Verdict
    reason: Reason
    sentence: str
    value: float | None
    limit: float | None


class WordingModel(Published):
    """How a target was worded from one period to another.

    `retired` says why it was retired, and is empty where nothing is said; it is null while the
    target is judged. `restated` are the indicators in it that a revision has declared anew, as
    they are written.
    """

    first: str
    last: str
    text: str
    retired: str | None
    restated: list[str]
    because: str | None


class TargetHistoryModel(Published):
    """A target over the years; its years are in the order of those above, null before it was."""

    id: str
    goal: str | None
    title: str
    years: list[TargetYearModel | None]
    wordings: list[WordingModel]


class HistoryModel(Published):
    """The verdicts of several years, and the wordings that they were given by."""

    schema_name: Literal["tryghed-history/1"] = Field(alias="schema")
    agreement: HistoryAgreementModel
    area: str
    years: list[YearModel]
    targets: list[TargetHistoryModel]


def history_model(history: History, language: Language) -> HistoryModel:
    """A history as published data, its sentences in one language."""
    spec = history.spec
    return HistoryModel(
        schema=SCHEMA,
        agreement=HistoryAgreementModel(
            name=spec.agreement.title if spec.agreement else None, file=spec.source.name
        ),
        area=history.reports[0].area,
        years=[_year(report) for report in history.reports],
        targets=[_target(target, language) for target in history.targets],
    )


def _year(report: Report) -> YearModel:
    return YearModel(
        as_of=str(report.as_of),
        file=report.spec.source.name,
        verdict=report.verdict,
        goals={goal.goal.id: goal.verdict for goal in report.goals},
    )


def _target(history: TargetHistory, language: Language) -> TargetHistoryModel:
    target = history.target
    return TargetHistoryModel(
        id=target.id,
        goal=target.goal,
        title=target.title,
        years=[None if each is None else _target_year(each, language) for each in history.reports],
        wordings=[_wording(wording) for wording in history.wordings],
    )


def _target_year(report: TargetReport, language: Language) -> TargetYearModel:
    return TargetYearModel(
        as_of=str(report.setting.as_of),
        verdict=report.verdict,
        reason=report.reason,
        sentence=report.sentence(language),
        value=report.value,
        limit=report.limit,
    )


def _wording(wording: HeldWording) -> WordingModel:
    return WordingModel(
        first=str(wording.first),
        last=str(wording.last),
        text=wording.text,
        retired=wording.retired,
        restated=list(wording.restated),
        because=wording.because,
    )

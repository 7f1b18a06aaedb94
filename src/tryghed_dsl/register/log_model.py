"""The records of a register as published data: the schema `tryghed-log/1`."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.register.record import Record
from tryghed_dsl.report.model import FindingModel, Published, finding_model
from tryghed_dsl.text.language import Language

SCHEMA: Literal["tryghed-log/1"] = "tryghed-log/1"


class DocumentModel(Published):
    """The agreement's own text as it lay beside the spec."""

    path: str
    sha256: str
    text: str | None


class RecordModel(Published):
    """A record; every hash is a SHA-256 in hexadecimal."""

    number: int
    hash: str
    before: str
    made: str
    version: str
    by: str | None
    note: str | None
    agreement: str
    area: str
    as_of: str
    verdict: Verdict
    counts: dict[Verdict, int]
    spec: str
    files: dict[str, str]
    document: DocumentModel | None
    figures: str
    known: int
    verdicts: str


class LogModel(Published):
    """All records of a register, and what shows that it was changed."""

    schema_name: Literal["tryghed-log/1"] = Field(alias="schema")
    register_name: str = Field(alias="register")
    records: list[RecordModel]
    findings: list[FindingModel]


def log_json(
    name: str, records: Iterable[Record], found: Iterable[Finding], language: Language
) -> str:
    """The records of a register for programs.

    Args:
        name: what the register is called.
        records: its records.
        found: what shows that it was changed.
        language: the language of the findings.
    """
    model = LogModel(
        schema=SCHEMA,
        register=name,
        records=[_record(record) for record in records],
        findings=[finding_model(finding, language) for finding in found],
    )
    return model.model_dump_json(indent=2, by_alias=True) + "\n"


def _record(record: Record) -> RecordModel:
    document = record.document
    told = {name: getattr(record, name) for name in RecordModel.model_fields}
    told["document"] = (
        None
        if document is None
        else DocumentModel(path=document.path, sha256=document.sha256, text=document.text)
    )
    return RecordModel(**told)

"""A record: what the register says of one report, and by which hashes it holds the rest."""

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.records import dataclass
from tryghed_dsl.register.canonical import canonical, digest


@dataclass(frozen=True, slots=True)
class Document:
    """The agreement's own text, as it lay beside the spec.

    Attributes:
        path: its path from the folder of the spec.
        sha256: the hash of the file, byte for byte.
        text: the hash of what was read of it, which is kept; None where it is not text.
    """

    path: str
    sha256: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A record.

    Attributes:
        number: its place in the register, counted from 1.
        hash: the hash of all that it says.
        before: the hash of the record before it; empty for the first.
        made: when it was made, in UTC, as `2019-04-02T09:13:55Z`.
        version: the version of the program.
        by: who made it, where that was said.
        note: what was noted with it.
        agreement: the agreement's title; the name of the spec's first file where it has none.
        verdict: the verdict of the agreement.
        counts: how many targets have each verdict.
        spec: what the spec was called.
        files: the hash of the text of each file of the spec, by its path from the spec's folder.
        document: the agreement's own text; None where none is named or there.
        figures: the hash of the figures.
        known: how many figures there are.
        verdicts: the hash of the verdicts, in the form `tryghed-report/1` in English.
    """

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
    counts: Mapping[Verdict, int]
    spec: str
    files: Mapping[str, str]
    document: Document | None
    figures: str
    known: int
    verdicts: str

    @property
    def period(self) -> Period:
        """The period judged."""
        period = parse_period(self.as_of)
        assert period is not None  # noqa: S101 -- looked at when it was read
        return period

    @property
    def texts(self) -> tuple[str, ...]:
        """The hashes of all texts that it holds."""
        document = self.document.text if self.document is not None else None
        own = (*self.files.values(), self.figures, self.verdicts)
        return own if document is None else (*own, document)


# What stands in a record beside its hash, which is of these.
HEAD = tuple(name for name in Record.__slots__ if name != "hash")


def head_of(said: Mapping[str, Any]) -> tuple[str, str]:
    """What a record says as a text, and its hash."""
    text = canonical({name: said[name] for name in HEAD})
    return text, digest(text)


def record_of(text: str) -> Record | None:
    """The record that a text says; None where it is no record."""
    try:
        said: dict[str, Any] = json.loads(text)
        document = said["document"]
        record = Record(
            **{name: said[name] for name in HEAD}
            | {
                "hash": digest(text),
                "verdict": Verdict(said["verdict"]),
                "counts": {verdict: int(said["counts"][verdict.value]) for verdict in Verdict},
                "files": dict(said["files"]),
                "document": None if document is None else Document(**document),
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return record if _is_whole(record) else None


def _is_whole(record: Record) -> bool:
    words = (record.before, record.made, record.version, record.agreement, record.area)
    more = (record.spec, record.figures, record.verdicts, *record.files, *record.files.values())
    maybe = (word for word in (record.by, record.note) if word is not None)
    return (
        all(isinstance(word, str) for word in (*words, *more, *maybe, record.as_of))
        and all(isinstance(number, int) for number in (record.number, record.known))
        and parse_period(record.as_of) is not None
    )


def on_one_line(text: str | None) -> str | None:
    """A text without breaks and signs that no one sees; None where nothing is left."""
    if text is None:
        return None
    seen = (sign if unicodedata.category(sign)[0] != "C" else " " for sign in text)
    return " ".join("".join(seen).split()) or None

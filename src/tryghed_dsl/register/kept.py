"""What a record holds, read again: the spec, the figures, and the verdicts as they were."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.findings.raised import SpecError
from tryghed_dsl.pipeline import evaluate, read_gathered
from tryghed_dsl.register.canonical import digest
from tryghed_dsl.register.differing import differing, said_by, said_in
from tryghed_dsl.register.entry import Entry
from tryghed_dsl.register.figures import figures_of
from tryghed_dsl.register.record import Record, head_of, record_of
from tryghed_dsl.register.troubles import refuse
from tryghed_dsl.report.report import Report
from tryghed_dsl.sources import gather_kept


class Kept:
    """What is kept of one report.

    Attributes:
        record: the record.
        files: the texts of the spec's files, by path from its folder.
        figures: the figures that were read for it.
        verdicts: the verdicts as they were given, as `tryghed-report/1` has them.
    """

    def __init__(
        self,
        record: Record,
        files: Mapping[str, str],
        figures: Figures,
        verdicts: Mapping[str, Any],
    ) -> None:
        self.record = record
        self.files = files
        self.figures = figures
        self.verdicts = verdicts

    @cached_property
    def spec(self) -> Spec:
        """The spec with all its wordings.

        Raises:
            SpecError: this version of the program finds something wrong with it.
        """
        spec, found = read_gathered(gather_kept(self.files, self.record.spec))
        if spec is None:
            raise SpecError(errors(found))
        return spec

    @property
    def wording(self) -> Spec:
        """The wording that was in force in the period reported."""
        return self.spec.in_force(self.record.period)

    @cached_property
    def report(self) -> Report:
        """The report, made again.

        Raises:
            SpecError: this version of the program finds something wrong with the spec.
            FiguresError: it cannot judge the figures.
        """
        return evaluate(self.spec, self.figures, self.record.period, self.record.area)

    @property
    def values(self) -> Mapping[str, float | None]:
        """The value of each target as it was reported."""
        return {target["id"]: target["value"] for target in self.verdicts["targets"]}


def repeats(entry: Entry) -> bool:
    """Whether what is to be kept of a report gives the verdicts that it was given."""
    blanks = {"number": 1, "before": "", "made": "", "by": None, "note": None}
    record = record_of(head_of(dict(entry.said) | blanks)[0])
    if record is None:
        return False
    kept = kept_of(record, entry.texts, record.spec)
    return not differing(said_in(kept.verdicts), said_by(kept.report))


def kept_of(record: Record, texts: Mapping[str, str] | Mapping[str, str | None], name: str) -> Kept:
    """What a record holds, of the texts of the register.

    Args:
        record: the record.
        texts: texts by their hashes.
        name: what findings call the register.

    Raises:
        RegisterError: a text is gone or is not what its hash says.
    """
    for sha256 in record.texts:
        text = texts.get(sha256)
        if text is None or digest(text) != sha256:
            refuse("E433", name, number=float(record.number))
    whole = {sha256: text for sha256, text in texts.items() if text is not None}
    files = {path: whole[sha256] for path, sha256 in record.files.items()}
    document = record.document
    if document is not None and document.text is not None:
        files[document.path] = whole[document.text]
    try:
        figures = figures_of(whole[record.figures])
        verdicts = json.loads(whole[record.verdicts])
    except (ValueError, RecursionError):
        refuse("E433", name, number=float(record.number))
    return Kept(record, files, figures, verdicts)

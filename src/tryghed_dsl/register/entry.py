"""What is to be kept of a report: the texts of its spec, its figures and its verdicts."""

import os
from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.files import StrPath, is_file, resolved
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.findings.raised import FiguresError, SpecError
from tryghed_dsl.given import FiguresGiven, read_figures
from tryghed_dsl.pipeline import evaluate, read_gathered
from tryghed_dsl.records import dataclass
from tryghed_dsl.register.canonical import digest
from tryghed_dsl.register.figures import figures_text
from tryghed_dsl.report.report import Report
from tryghed_dsl.sources import Gathered, gather_file
from tryghed_dsl.text.language import Language
from tryghed_dsl.version import __version__


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be kept of one report.

    Attributes:
        said: what the record says, but for its place in the register, who made it and when.
        texts: the texts that it holds, by their hashes.
    """

    said: Mapping[str, Any]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reported:
    """A report, with all that it was made from.

    Attributes:
        files: the texts of the spec's files, by path from the folder of the spec.
        document: the agreement's own text, with its path and the hash of its file.
    """

    spec: Spec
    figures: Figures
    report: Report
    files: Mapping[str, str]
    document: "tuple[str, str, str | None] | None" = None


def agreement_of(spec: Spec) -> str:
    """What records call an agreement: its title, or the name of its first file."""
    if spec.agreement is not None:
        return spec.agreement.title
    first = spec.versions[0].spec if spec.versions else spec
    return Path(first.source.name).name


def reported(
    path: StrPath,
    given: FiguresGiven,
    as_of: str | int | None = None,
    area: str | None = None,
) -> Reported:
    """Judge a spec's file on figures, and hold on to everything that the report rests on.

    Args:
        path: the spec's file.
        given: what `evaluate` takes.
        as_of: the period, by default the latest that has figures.
        area: the area, by default the agreement's own.

    Raises:
        SpecError: the spec is wrong.
        FiguresError: the figures cannot be read, or it is not clear what to judge.
    """
    gathered = gather_file(path)
    spec, found = read_gathered(gathered)
    if spec is None:
        raise SpecError(errors(found))
    figures, found = read_figures(spec, given)
    if errors(found):
        raise FiguresError(found)
    report = evaluate(spec, figures, as_of, area)
    document = _document(spec, gathered, Path(path))
    return Reported(spec, figures, report, _files(gathered, Path(path)), document)


def _files(gathered: Gathered, path: Path) -> dict[str, str]:
    trees = (tree for written in gathered.chain for tree in (written.tree, *written.used))
    sources = [tree.span.source for tree in trees]
    return {_below(path, Path(source.name)): source.text for source in sources}


def _below(spec: Path, file: Path) -> str:
    """Where a file stands from the folder of the spec."""
    return Path(os.path.relpath(file, spec.parent)).as_posix()


def _document(spec: Spec, gathered: Gathered, path: Path) -> tuple[str, str, str | None] | None:
    """The agreement's own text: its path, the hash of its file, and what was read of it."""
    named = spec.agreement.document if spec.agreement is not None else None
    if named is None:
        return None
    folder = Path(gathered.chain[0].tree.span.source.name).parent
    there = resolved(folder.resolve(), named)
    root = path.parent.resolve()
    if there is None or not there.is_relative_to(root) or not is_file(there):
        return None
    with there.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
    text = None if gathered.document is None else gathered.document.text
    return _below(path, Path(os.path.normpath(folder / named))), sha256, text


def entry_of(reported: Reported) -> Entry:
    """What is to be kept of a report."""
    report = reported.report
    figures = figures_text(reported.figures)
    verdicts = report.model(Language.EN).model_dump_json(by_alias=True)
    texts = [*reported.files.values(), figures, verdicts]
    document: dict[str, str | None] | None = None
    if reported.document is not None:
        path, sha256, text = reported.document
        document = {"path": path, "sha256": sha256, "text": None if text is None else digest(text)}
        texts += [] if text is None else [text]
    said = {
        "version": __version__,
        "agreement": agreement_of(reported.spec),
        "area": report.area,
        "as_of": str(report.as_of),
        "verdict": report.verdict.value,
        "counts": {verdict.value: number for verdict, number in report.counts.items()},
        "spec": os.fspath(reported.spec.source.name),
        "files": {path: digest(text) for path, text in reported.files.items()},
        "document": document,
        "figures": digest(figures),
        "known": len(reported.figures),
        "verdicts": digest(verdicts),
    }
    return Entry(said, {digest(text): text for text in texts})

"""Runs what documents hold."""

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import tryghed_dsl as td
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.pipeline import read_spec
from tryghed_dsl.text.source import Source


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def run_command(line: str, folder: Path, **environment: str) -> Ran:
    """Run a `tryghed …` line as a process of its own, in English unless told otherwise."""
    words = shlex.split(line)
    assert words[0] == "tryghed", line
    done = subprocess.run(
        [sys.executable, "-m", "tryghed_dsl", *words[1:]],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def findings_of(spec: str, figures: str | None, folder: Path, as_of: str | None) -> list[Finding]:
    """Everything that is found in a spec, and where figures are given, in judging them."""
    checked, found = read_spec(Source("spec.tryghed", spec))
    if checked is None or figures is None:
        return found
    path = folder / "figures.csv"
    path.write_text(figures, encoding="utf-8")
    try:
        return list(td.evaluate(checked, path, as_of).findings)
    except td.FiguresError as error:
        return [*found, *error.findings]


def place(finding: Finding) -> str:
    """A finding as a document's `findings` block writes it."""
    if finding.spans:
        where = finding.spans[0].place
        return f"{finding.code} {where.line}:{where.column}"
    if finding.where is not None and finding.where.row is not None:
        return f"{finding.code} {finding.where.file}:{finding.where.row}"
    return finding.code



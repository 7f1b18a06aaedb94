"""Runs what documents hold."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import RawIOBase
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


# What may be set where the tests run, and would change what a command says.
_SET_OUTSIDE = frozenset({"COLUMNS", "NO_COLOR", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"})


def run_command(
    line: str, folder: Path, *, encoding: str = "utf-8", given: str = "", **environment: str
) -> Ran:
    """Run a `tryghed …` line as a process of its own, in English unless told otherwise."""
    done = subprocess.run(
        _program(line),
        cwd=folder,
        env=_environment(encoding, environment),
        capture_output=True,
        input=given,
        encoding=encoding,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run_commands(lines: Iterable[str], folder: Path) -> dict[str, Ran]:
    """Run several `tryghed …` lines, two at a time."""
    commands = list(lines)
    with ThreadPoolExecutor(max_workers=2) as pool:
        done = pool.map(lambda line: run_command(line, folder), commands)
        return dict(zip(commands, done, strict=True))


def run_in_terminal(line: str, folder: Path, **environment: str) -> Ran:
    """Run a `tryghed …` line in a terminal, where output and errors come together."""
    import pty  # noqa: PLC0415 -- there is none on Windows

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        _program(line),
        cwd=folder,
        env=_environment("utf-8", environment),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as screen:
            shown = b"".join(_until_closed(screen))
    return Ran(process.returncode, shown.decode().replace("\r\n", "\n"), "")


def _until_closed(screen: RawIOBase) -> Iterator[bytes]:
    """What a terminal shows; it may end in an error once nobody writes to it."""
    try:
        while part := screen.read(4096):
            yield part
    except OSError:
        return


def _program(line: str) -> list[str]:
    words = shlex.split(line)
    assert words[0] == "tryghed", line
    return [sys.executable, "-m", "tryghed_dsl", *words[1:]]


def _environment(encoding: str, given: Mapping[str, str]) -> dict[str, str]:
    """Ours, without what would change the output; English and UTF-8 unless given."""
    outside = {name: value for name, value in os.environ.items() if name not in _SET_OUTSIDE}
    locale = {} if given.keys() & {"LANG", "LC_MESSAGES"} else {"LC_ALL": "C.UTF-8"}
    return {**outside, "PYTHONIOENCODING": encoding, **locale, **given}


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

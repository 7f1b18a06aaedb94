"""The text of a project file, and what TOML makes of it."""

import tomllib
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.project.toml import short
from tryghed_dsl.files import is_file
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.text.decoding import decode

MOST_BYTES = 1_000_000
_MEGABYTE = 1_000_000
_ROW = pattern(r"at line ([0-9]+)")
_TWICE = ("Cannot declare", "Cannot overwrite", "Cannot mutate")
# Keys inside each other, far more than any source has: reading them takes ever more time.
_MOST_DOTTED = 16
_DOTTED = pattern(
    rf"""(?<![\w\\-])(?>(?>[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*\.[ \t]*){{{_MOST_DOTTED}}}"""
)


def is_dotted(text: str) -> bool:
    """Whether a text looks like more keys inside each other than are read."""
    return _DOTTED.search(text) is not None


def read_text(path: Path) -> tuple[str | None, list[Finding]]:
    """The text of a project file; None where it is none that can be read."""
    where, name = InFile(path.name), {"path": path.name}
    data = _bytes(path)
    if data is None:
        return None, [Finding("E001", (), {"path": str(path)}, where)]
    if len(data) > MOST_BYTES:
        return None, [Finding("E002", (), {**name, "most": MOST_BYTES / _MEGABYTE}, where)]
    decoded = decode(data)
    if decoded is None:
        return None, [Finding("E007", (), name, where)]
    told = {**name, "encoding": decoded.encoding}
    return decoded.text, [Finding("W008", (), told, where)] if decoded.assumed else []


def _bytes(path: Path) -> bytes | None:
    if not is_file(path):
        return None
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return None


def read_toml(text: str, name: str) -> tuple[dict[str, Any] | None, list[Finding]]:
    """What a text says as TOML; None where it is none."""
    dotted = _DOTTED.search(text)
    if dotted is not None:
        return None, [_not_toml(text, name, text.count("\n", 0, dotted.start()) + 1)]
    try:
        return tomllib.loads(text), []
    except RecursionError:
        return None, [_not_toml(text, name, None)]
    except ValueError as error:  # the one of TOML, or a whole number of thousands of digits
        row = _ROW.search(str(error))
        again = str(error).startswith(_TWICE)
        return None, [_not_toml(text, name, int(row[1]) if row else None, again=again)]


def _not_toml(text: str, name: str, row: int | None, *, again: bool = False) -> Finding:
    """A row that is no TOML; where only the end tells it, the last row that says something."""
    lines = text.split("\n")
    row = row or max((n for n, line in enumerate(lines, start=1) if line.strip()), default=1)
    line = " ".join(lines[row - 1].split())
    written = short(line)
    args: dict[str, Argument] = {"written": written}
    args |= {"twice": written} if again else {}
    args |= {"slashed": written.replace("\\\\", "/").replace("\\", "/")} if "\\" in line else {}
    return Finding("E372", (), args, InFile(name, row))

"""Test documents: Markdown that people can read, with blocks that the tests run.

Blocks, by the words behind the opening fence:

- `tryghed [NAME]`: a spec; with a name it is one of several files that belong together. `csv`: its
  figures. (`file NAME [ENCODING]`: any other file, for commands; the encoding `hex` means that the
  block holds bytes.)
- `verdicts as of 2018 [in AREA]`: a line for each target, `id verdict reason [flag …]`.
- `findings`: a line for each finding, `CODE LINE:COLUMN` (`CODE file:ROW` for figures, `CODE` alone
  where there is no place).
- `console`: lines that start with `$` are commands, run in a folder that holds the files.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import tryghed_dsl as td

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    kind: str
    info: str
    body: str
    line: int


def blocks(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        kind, _, info = match["info"].strip().partition(" ")
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(kind, info.strip(), match["body"], line))
    return found


def commands(block: Block) -> list[tuple[str, str]]:
    """Each command of a console with what is shown below it."""
    _, *parts = re.split(r"^\$ ", block.body, flags=re.MULTILINE)
    return [(line, shown) for line, _, shown in (part.partition("\n") for part in parts)]


def documents(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.md"))


def write_files(found: list[Block], folder: Path) -> None:
    """Write a document's files, so that its commands can be run."""
    names = {"tryghed": "spec.tryghed", "csv": "figures.csv"}
    for block in found:
        if block.kind in names:
            name = block.info if block.kind == "tryghed" else ""
            (folder / (name or names[block.kind])).write_text(block.body, encoding="utf-8")
        elif block.kind == "file":
            name, _, encoding = block.info.partition(" ")
            data = bytes.fromhex(block.body) if encoding == "hex" else None
            (folder / name).write_bytes(data or block.body.encode(encoding or "utf-8"))


def of_verdicts(info: str) -> tuple[str, str | None, bool]:
    """The year and area that a `verdicts` block names, and whether the year is the default."""
    words = info.split()
    assert words[:2] == ["as", "of"], info
    default = words[-2:] == ["by", "default"]
    words = words[:-2] if default else words
    return words[2], words[4] if len(words) > 3 else None, default


def loaded(block: Block, folder: Path, called: str) -> td.Spec:
    """The spec of a block; one with a name is a file beside those that stand before it."""
    if not block.info:
        return td.loads(block.body, called)
    write_files([block], folder)
    return td.load(folder / block.info)

"""Single files: read as text, within their size, and where a path leads."""

import os
from collections.abc import Collection
from itertools import islice
from pathlib import Path, PureWindowsPath

from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.text.decoding import decode
from tryghed_dsl.text.source import Source
from tryghed_dsl.text.suggest import nearest

MOST_BYTES = 8_000_000
MOST_MEGABYTES = MOST_BYTES / 1_000_000
_MOST_LOOKED_AT = 1_000
_OF_SPECS = {".tryghed"}
# A file of these is never meant as a spec; read as one, each of its lines would be wrong.
OF_FIGURES = {".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".px", ".json", ".parquet"}
StrPath = str | os.PathLike[str]


def read_source(path: StrPath, name: str = "") -> tuple[Source | None, list[Finding]]:
    """Read a spec's file as text; what stands in the way is found.

    Args:
        path: the file.
        name: what findings call it; by default its path.
    """
    name = name or os.fspath(path)
    where = InFile(name)
    try:
        if Path(path).suffix.casefold() in OF_FIGURES and is_file(Path(path)):
            return None, [Finding("E035", (), {"path": name}, where)]
        if Path(path).stat().st_size > MOST_BYTES:
            return None, [Finding("E002", (), {"path": name, "most": MOST_MEGABYTES}, where)]
        data = Path(path).read_bytes()
    except OSError:
        args: dict[str, Argument] = {"path": name}
        meant = nearly_named(Path(path), _OF_SPECS)
        args |= {} if meant is None else {"suggestion": str(Path(name).with_name(meant))}
        return None, [Finding("E001", (), args, where)]
    return source_of(data, name)


def nearly_named(path: Path, endings: Collection[str]) -> str | None:
    """The name of the file beside it that is likely meant, where there is none at a path.

    Some editors put `.txt` behind a name, and Windows hides it.

    Args:
        path: where nothing is.
        endings: a file that is meant has one of these, perhaps with `.txt` behind it.
    """
    try:
        if path.exists():
            return None
        beside = islice(path.parent.iterdir(), _MOST_LOOKED_AT)
        found = [each for each in beside if _has(each, endings) and is_file(each)]
    except (OSError, ValueError):
        return None
    # Of several that are called alike, the one with the ending that was typed.
    found.sort(key=lambda each: (each.suffix != path.suffix, each.name), reverse=True)
    called = {_bare(each.name, endings): each.name for each in found}
    near = nearest(_bare(path.name, endings), called)
    return None if near is None else called[near]


def _has(path: Path, endings: Collection[str]) -> bool:
    return any(suffix.casefold() in endings for suffix in path.suffixes[-2:])


def _bare(name: str, endings: Collection[str]) -> str:
    """A name without its endings."""
    while (ending := Path(name).suffix) and ending.casefold() in {*endings, ".txt"}:
        name = name.removesuffix(ending)
    return name


def source_of(data: bytes, name: str) -> tuple[Source | None, list[Finding]]:
    """Bytes as text; what stands in the way is found.

    Args:
        data: what was read, as it was.
        name: what findings call it.
    """
    where = InFile(name)
    if len(data) > MOST_BYTES:
        return None, [Finding("E002", (), {"path": name, "most": MOST_MEGABYTES}, where)]
    decoded = decode(data)
    if decoded is None:
        return None, [Finding("E007", (), {"path": name}, where)]
    args = {"path": name, "encoding": decoded.encoding}
    found = [Finding("W008", (), args, where)] if decoded.assumed else []
    return Source(name, decoded.text), found


def resolved(folder: Path, written: str) -> Path | None:
    """The place that a path names; None for one that starts elsewhere, or is none."""
    elsewhere = PureWindowsPath(written)
    if elsewhere.root or elsewhere.drive:
        return None
    try:
        return (folder / written).resolve()
    except (OSError, RuntimeError, ValueError):
        return None


def is_file(path: Path) -> bool:
    """Whether an ordinary file is there, and neither a folder nor a device."""
    try:
        return path.is_file()
    except OSError:
        return False


def data_of(path: Path) -> bytes | None:
    """The bytes of an ordinary file, and one more than may be of one that is too large."""
    if not is_file(path):
        return None
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return None

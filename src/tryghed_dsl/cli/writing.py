"""How commands write files of their users anew: the whole text or nothing."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from tryghed_dsl.cli import console
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

_NOT_READ = "\ufffd"


def write_anew(path: str, text: str, language: Language) -> None:
    """Put a text in the place of a file's, in UTF-8; a link is followed, permissions stay.

    Raises:
        UsageError: the file cannot be written; it is then as it was.
    """
    try:
        _replace(Path(path).resolve(), text)
    except OSError as error:
        raise console.not_writable(Path(path), language) from error


def loses_letters(source: Source, found: Sequence[Finding]) -> bool:
    """Whether a file has letters that could not be read, so that writing it would lose them.

    Args:
        source: the file's text.
        found: what was found in reading it, such as an encoding that was assumed.
    """
    return bool(found) and _NOT_READ in source.text


def _replace(path: Path, text: str) -> None:
    """Write beside the file first, then in its place."""
    with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as beside:
        beside.write(text.encode())
    shutil.copymode(path, beside.name)
    Path(beside.name).replace(path)


def with_ends_of(path: str, text: str) -> str:
    """A text with line ends as most lines of a file have them: those of Windows, or single."""
    data = Path(path).read_bytes().replace(b"\0", b"")
    windows = data.count(b"\r\n")
    return text.replace("\n", "\r\n") if windows > data.count(b"\n") - windows else text

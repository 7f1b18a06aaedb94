"""How commands write files of their users anew: the whole text or nothing."""

import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

from tryghed_dsl.cli import console
from tryghed_dsl.text.language import Language


def write_anew(path: str, text: str, language: Language) -> None:
    """Put a text in the place of a file's, in UTF-8; a link is followed, permissions stay.

    Raises:
        UsageError: the file cannot be written; it is then as it was.
    """
    try:
        _replace(Path(path).resolve(), text)
    except OSError as error:
        raise console.not_writable(Path(path), language) from error


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

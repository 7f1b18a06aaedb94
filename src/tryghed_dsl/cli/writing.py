"""How commands write files: all of them whole, or none."""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from tryghed_dsl.cli import console
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

_NOT_READ = "\ufffd"
_READABLE = 0o666  # less what the user's own mask takes away


def write_anew(path: str, text: str, language: Language) -> None:
    """Put a text in the place of a file's, in UTF-8; a link is followed, permissions stay.

    Raises:
        UsageError: the file cannot be written; it is then as it was.
    """
    try:
        write_whole({Path(path).resolve(): text.encode()})
    except OSError as error:
        raise console.not_writable(Path(path), language) from error


def refuse_to_replace(outputs: Iterable[Path], read: Sequence[Path], language: Language) -> None:
    """Keep a file that is read from being written over.

    Raises:
        UsageError: an output is one of the files that are read.
    """
    for path in outputs:
        if any(_is_same(path, each) for each in read):
            where = console.typed(path)
            told = either(
                language,
                f"`-o {where}` would replace a file that is read here; choose another name",
                f"`-o {where}` ville erstatte en fil, der læses her; vælg et andet navn",
            )
            raise console.Misused(told, language)


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # as one of them is not there
        return False


def write_reports(files: Mapping[Path, bytes], language: Language) -> None:
    """Write status reports, and say where they are.

    Raises:
        UsageError: one of them cannot be written; none is then.
    """
    try:
        write_whole(files)
    except OSError:
        raise console.not_writable(next(iter(files)), language) from None
    for path in files:
        where = console.typed(path)
        told = either(
            language, f"The status report is in {where}", f"Statusrapporten ligger i {where}"
        )
        console.say(f"{told}\n")


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write all of the files, or none: beside their places first, then in them.

    Raises:
        OSError: one of them cannot be written; none is then.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
                beside[path] = Path(file.name)
                file.write(data)
            _same_mode(path, beside[path])
        for path, written in beside.items():
            written.replace(path)
    finally:
        for written in beside.values():
            written.unlink(missing_ok=True)


def _same_mode(path: Path, written: Path) -> None:
    """Let a file be read by whom the one before it could be, or by whom any new one can be."""
    if path.exists():
        shutil.copymode(path, written)
        return
    mask = os.umask(0)
    os.umask(mask)
    written.chmod(_READABLE & ~mask)


def loses_letters(source: Source, found: Sequence[Finding]) -> bool:
    """Whether a file has letters that could not be read, so that writing it would lose them.

    Args:
        source: the file's text.
        found: what was found in reading it, such as an encoding that was assumed.
    """
    return bool(found) and _NOT_READ in source.text


def with_ends_of(path: str, text: str) -> str:
    """A text with line ends as most lines of a file have them: those of Windows, or single."""
    data = Path(path).read_bytes().replace(b"\0", b"")
    windows = data.count(b"\r\n")
    return text.replace("\n", "\r\n") if windows > data.count(b"\n") - windows else text

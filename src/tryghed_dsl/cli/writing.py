"""Files that are written whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

_READABLE = 0o666  # less what the user's own mask takes away


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

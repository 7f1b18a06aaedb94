"""An environment of its own for each other program, made when it is first needed."""

import subprocess
import sys
import venv
from pathlib import Path

_HERE = Path(__file__).parent
_MADE = _HERE / ".peers"
_LISTS = _HERE / "peers" / "requirements"
_PATIENCE = 600.0


def python_for(name: str) -> Path | None:
    """The Python in which a program is installed; None, told once, where it cannot be.

    Args:
        name: the name of the list of what is installed, versions and all.
    """
    wanted = (_LISTS / f"{name}.txt").read_text(encoding="utf-8")
    folder = _MADE / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    made = folder / "made.txt"
    if made.exists() and made.read_text(encoding="utf-8") == wanted:
        return python
    said = _install(folder, python, _LISTS / f"{name}.txt")
    if said:
        made.write_text(f"not: {said}\n", encoding="utf-8") if folder.exists() else None
        print(f"  ({name} could not be installed, and is left out: {said})")
        return None
    made.write_text(wanted, encoding="utf-8")
    return python


def _install(folder: Path, python: Path, listed: Path) -> str:
    """What was said last where it failed; nothing where it is installed."""
    words = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1")
    try:
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run(
            [python, *words, "-r", listed],
            capture_output=True,
            text=True,
            check=True,
            timeout=_PATIENCE,
        )
    except subprocess.CalledProcessError as error:
        return (str(error.stderr).strip().splitlines() or ["no reason told"])[-1]
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return ""

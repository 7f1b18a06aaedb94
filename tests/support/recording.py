"""A program that adds records to a register, one after another, and says which are kept.

    python -m support.recording ADDRESS COUNT NAME

It writes a line for each record once that is acknowledged: its number, its name and its hash.
"""

import subprocess
import sys
from pathlib import Path

from tryghed_dsl.register.canonical import digest
from tryghed_dsl.register.entry import Entry
from tryghed_dsl.register.register import Register

FIGURES = '{"area":"nord","indicator":"x","period":"2018","value":12.0}\n'
VERDICTS = '{"verdict":"pass","targets":[{"id":"x","value":12.0}]}'
# As long as a real one, so that writing it takes more than one page.
PADDING = "# en aftale\n" * 1_000


def entry(name: str, period: str = "2018", area: str = "nord") -> Entry:
    """What is kept of a small report; a spec of its own, by its name."""
    spec = f"{PADDING}# {name}\nx <= 15\n"
    said = {
        "version": "0.1.0",
        "agreement": "Trygt Nord",
        "area": area,
        "as_of": period,
        "verdict": "pass",
        "counts": {"pass": 1, "warn": 0, "fail": 0, "unknown": 0, "pending": 0, "monitor": 0},
        "spec": "nord.tryghed",
        "files": {"nord.tryghed": digest(spec)},
        "document": None,
        "figures": digest(FIGURES),
        "known": 1,
        "verdicts": digest(VERDICTS),
    }
    return Entry(said, {digest(text): text for text in (spec, FIGURES, VERDICTS)})


def started(address: str, count: int, name: str) -> "subprocess.Popen[str]":
    """The program, at work."""
    return subprocess.Popen(
        [sys.executable, "-m", "support.recording", address, str(count), name],
        cwd=Path(__file__).parents[1],
        stdout=subprocess.PIPE,
        text=True,
    )


def main(address: str, count: int, name: str) -> None:
    """Add records, and say so."""
    register = Register(address)
    for turn in range(count):
        own = f"{name}-{turn}"
        record = register.append(entry(own), note=own)
        sys.stdout.write(f"{record.number} {own} {record.hash}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])

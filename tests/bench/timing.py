"""Processes that are run in turn, and what they took; medians."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """What a process took.

    Attributes:
        seconds: from its start to its end.
        processor: seconds of processors; nan where the system does not tell.
        memory: the most that it held, in MiB; likewise. It counts what this process holds when it
            starts another, which is little as long as large things are done elsewhere.
        told: what it printed.
    """

    seconds: float
    processor: float
    memory: float
    told: str


def run(command: Sequence[str | Path], folder: Path = TESTS) -> Run:
    """Run a process to its end.

    Raises:
        RuntimeError: it ended with a failure; what it said last.
    """
    own = {"PYTHONPATH": os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])}
    words = [str(word) for word in command]
    start = time.perf_counter()
    process = subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    processor = memory = float("nan")
    if sys.platform == "win32":
        told, said = process.communicate()
    else:
        assert process.stdout is not None
        assert process.stderr is not None
        told, said = process.stdout.read(), process.stderr.read()  # both print little
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        processor, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError((said.strip().splitlines() or ["it failed"])[-1])
    return Run(seconds, processor, memory, told)


def in_turn(works: Mapping[str, Callable[[], Run]], rounds: int) -> dict[str, list[Run]]:
    """Works done one after the other, again and again, so that other load falls on all."""
    found: dict[str, list[Run]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(work())
    return found


def median(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def ratio(values: Sequence[float], beside: Sequence[float]) -> float:
    """The median of the ratios of each round."""
    return statistics.median(a / b for a, b in zip(values, beside, strict=True))

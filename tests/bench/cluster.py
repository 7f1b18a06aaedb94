"""Nine targets in many areas on Apache Spark, beside the same written by hand as SQL for Spark.

A master with two workers on this machine and one session, in which both are run in turn, after
first runs by which the cluster gets warm. `python -m bench.cluster [AREAS…]`. It runs in the
environment that `make cluster` makes.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tryghed_dsl as td
from bench.areas import figures
from bench.nine import MANY
from bench.peers.by_duckdb import judged, told
from bench.same import others
from bench.timing import TESTS, median, ratio, run
from support.spark import connected, mastered

SIZES, FIRST, ROUNDS = (100_000, 1_000_000), 10, 9
OURS, BY_HAND = "Tryghed", "Spark SQL by hand"
NAMES = ("target", "verdict", "reason", "value", "limit")


def by_hand(session: Any, source: Path) -> Any:
    """One row an area, and of it one row a target, without a second reading."""
    rows = (
        ", ".join(
            f"{value} AS `{name}`"
            for name, value in zip(NAMES, (f"'{target}'", *columns), strict=True)
        )
        for target, columns in told().items()
    )
    structs = ", ".join(f"STRUCT({row})" for row in rows)
    table = judged(f"parquet.`{source}`")
    return session.sql(f"SELECT area, INLINE(ARRAY({structs})) FROM ({table})")


def ours(session: Any, source: Path) -> Any:
    """The data frame of Tryghed."""
    frame = session.read.parquet(str(source))
    columns = ("value", "limit")
    return td.evaluate(td.loads(MANY), frame, 2018, areas="all", columns=columns).spark()


WORKS: Mapping[str, Callable[[Any, Path], Any]] = {OURS: ours, BY_HAND: by_hand}


@contextmanager
def session() -> Iterator[Any]:
    """A session on a cluster of its own."""
    masters = mastered()
    sessions = connected(next(masters))
    try:
        yield next(sessions)
    finally:
        for each in (sessions, masters):
            next(each, None)


def main() -> None:
    """Here where Spark is installed, or else in the environment that has it."""
    folder = TESTS.parent / ".venv-cluster"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if find_spec("pyspark") is not None:
        for areas in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
            measure(areas)
    elif python.exists():
        print(run([python, "-W", "ignore", "-m", "bench.cluster", *sys.argv[1:]]).told, end="")
    else:
        print("  (Spark is not installed; `make cluster` does it)")


def measure(areas: int) -> None:
    """Both in turn, and the ratio of their times."""
    source = figures(areas)
    taken: dict[str, list[float]] = {name: [] for name in WORKS}
    with TemporaryDirectory() as folder, session() as spark:
        for _ in repeat(None, FIRST + ROUNDS):
            for name, work in WORKS.items():
                began = time.perf_counter()
                work(spark, source).write.mode("overwrite").parquet(f"{folder}/{name}")
                taken[name].append(time.perf_counter() - began)
        mine, theirs = (f"{folder}/{name}/*.parquet" for name in WORKS)
        if others(mine, theirs):
            print("  the answers are not the same")
    print(f"{areas:,} areas on Spark, two workers, Parquet to Parquet (medians of {ROUNDS}, warm)")
    for name, seconds in taken.items():
        print(f"  {name:27} first {seconds[0]:6.2f} s  warm {median(seconds[FIRST:]):6.2f} s")
    print(f"  times: {ratio(taken[OURS][FIRST:], taken[BY_HAND][FIRST:]):.2f}")


if __name__ == "__main__":
    main()

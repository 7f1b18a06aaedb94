"""Nine targets in very many areas: a Parquet file in, a table of verdicts out.

Whole processes, run in turn: Tryghed; the best plans by hand that compute the same; a plan that
gives verdicts without reasons, which is less; and programs that judge one area after the other.
Before anything is timed the answers are compared. Run as `python -m bench.areas [AREAS …]`.
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.environments import python_for
from bench.timing import Run, in_turn, median, ratio, run

SIZES = (1_000, 100_000, 1_000_000)
SEVERAL, FEW = 7, 5  # rounds
# Beyond this only what is fast is run.
PATIENT = 100_000
OURS, BESIDE = "Tryghed", "DuckDB by hand"
WIDE = "DuckDB by hand, no reasons"
HERE: Mapping[str, tuple[str, ...]] = {
    OURS: ("ours",),
    BESIDE: ("by_duckdb", "long"),
    WIDE: ("by_duckdb", "wide"),
    "Polars by hand": ("by_polars",),
}
# Each with its environment; None is the project's own.
OTHERS: Mapping[str, tuple[str | None, tuple[str, ...]]] = {
    "plain Python by hand": (None, ("by_hand", "batch")),
    "zen-engine": ("zen", ("by_zen", "verdicts", "batch")),
    "zen-engine, with reasons": ("zen", ("by_zen", "reasons", "batch")),
    "rule-engine": ("rule_engine", ("by_rule_engine", "batch")),
    "CEL": ("cel", ("by_cel", "batch")),
    "pandera": ("pandera", ("by_pandera", "batch")),
}
Works = dict[str, Callable[[], Run]]


def figures(areas: int) -> Path:
    """The file of so many areas, made where it is not there yet."""
    folder = Path(__file__).parent / ".made"
    folder.mkdir(exist_ok=True)
    path = folder / f"n{areas}.parquet"
    if not path.exists():
        beside = path.with_suffix(".new")
        run([sys.executable, "-m", "bench.made", beside, str(areas)])
        beside.replace(path)
    return path


def works(source: Path, folder: Path) -> tuple[Works, Works]:
    """What can be run: plans for tables, and programs that judge one area after the other."""

    def work(python: str | Path, name: str, words: tuple[str, ...]) -> Callable[[], Run]:
        module, *more = words
        target = folder / f"{name}.parquet"
        return partial(run, [python, "-m", f"bench.peers.{module}", *more, source, target])

    fast = {name: work(sys.executable, name, words) for name, words in HERE.items()}
    slow = {}
    for name, (environment, words) in OTHERS.items():
        python = sys.executable if environment is None else python_for(environment)
        if python is not None:
            slow[name] = work(python, name, words)
    return fast, slow


def compared(names: list[str], folder: Path) -> list[str]:
    """Which of some answers are not ours."""
    files = [folder / f"{name}.parquet" for name in (OURS, *names)]
    return run([sys.executable, "-m", "bench.same", *files]).told.splitlines()


def first_runs(works: Works, folder: Path) -> dict[str, Run]:
    """The first runs of those that run and whose answer is ours."""
    able: dict[str, Run] = {}
    for name, work in works.items():
        try:
            able[name] = work()
        except (RuntimeError, OSError) as error:
            print(f"  ({name} cannot be run: {error})")
    other = compared([name for name in able if name not in {OURS, WIDE}], folder)
    for name in other:
        print(f"  ({name} gives another answer, and is left out)")
    return {name: first for name, first in able.items() if name not in other}


def query(one: Run) -> float:
    """The seconds of the query alone, which it printed."""
    return float(one.told.split()[-1])


def told(found: Mapping[str, list[Run]], ours: list[Run] | None = None) -> None:
    """A table of what was measured, beside the plan by hand or beside ours."""
    beside = ours or found[BESIDE]
    for name, runs in found.items():
        ratios = [
            ratio([pick(one) for one in runs], [pick(one) for one in beside])
            if len(runs) == len(beside)
            else pick(runs[0]) / median([pick(one) for one in beside])
            for pick in (seconds, processor, query, memory)
        ]
        print(
            f"  {name:27} {median([one.seconds for one in runs]):8.2f} s {ratios[0]:7.2f}"
            f" {ratios[1]:10.2f} {median([query(one) for one in runs]):8.2f} s {ratios[2]:7.2f}"
            f" {median([one.memory for one in runs]):8.0f} MiB {ratios[3]:6.2f}"
        )


def seconds(one: Run) -> float:
    return one.seconds


def processor(one: Run) -> float:
    return one.processor


def memory(one: Run) -> float:
    return one.memory


def size(areas: int) -> dict[str, list[Run]]:
    """Everything for one number of areas."""
    source = figures(areas)
    rounds = FEW if areas > PATIENT else SEVERAL
    with TemporaryDirectory() as name:
        folder = Path(name)
        fast, slow = works(source, folder)
        print(f"{areas:,} areas, {source.stat().st_size / 1e6:.0f} MB (medians of {rounds})")
        able = first_runs(fast, folder)
        found = in_turn({name: fast[name] for name in able}, rounds)
        heading = f"  {'':27} {'process':>10} {'times':>7} {'processor':>10}"
        print(f"{heading} {'query':>10} {'times':>7} {'memory':>12} {'times':>6}")
        told(found)
        if areas <= PATIENT:
            print("  one area after the other, run once, beside Tryghed")
            told({name: [one] for name, one in first_runs(slow, folder).items()}, found[OURS])
    return found


def main() -> None:
    """All sizes, and how the time grows from one to the next."""
    asked = [int(word) for word in sys.argv[1:]] or SIZES
    print("nine targets in many areas: Parquet to a table of verdicts, beside DuckDB by hand")
    taken = {areas: size(areas) for areas in asked}
    for few, many in pairwise(asked):
        growth = {
            name: median([r.seconds for r in taken[many][name]])
            / median([r.seconds for r in taken[few][name]])
            for name in taken[many]
            if name in taken[few]
        }
        listed = ", ".join(f"{name} {times:.1f}" for name, times in growth.items())
        print(f"{few:,} to {many:,} areas, times as long: {listed}")


if __name__ == "__main__":
    main()

"""What programs have in common that judge one area after the other.

Each is a process of its own. Asked `batch`, it judges a Parquet file; asked `warm`, it waits for
numbers, judges one area so many times, and answers with the seconds of one.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bench.nine import NEEDED, SPELT, Own, amager

# From the figures of an area, `kbh` and `kbh_2016` among them: each target's outcome.
Judge = Callable[[Own], Mapping[str, Any]]
ID = {"haervaerk": "hærværk"}


def contexts(source: str) -> Iterator[tuple[str, dict[str, float | None]]]:
    """The figures of each area, those that are missing as None."""
    import pyarrow.parquet as pq  # noqa: PLC0415 -- only for files

    names = sorted({name for name, _ in NEEDED})
    needed = [("indicator", "in", names), ("period", "in", [2015, 2016, 2018])]
    table = pq.read_table(source, filters=needed).to_pydict()
    found: dict[str, dict[str, float | None]] = {}
    nothing: dict[str, float | None] = dict.fromkeys(NEEDED.values())
    columns = (table[name] for name in ("indicator", "period", "area", "value"))
    for name, year, area, value in zip(*columns, strict=True):
        key = NEEDED.get((name, year))
        if key is not None:
            own = found.get(area)
            if own is None:
                own = found[area] = nothing.copy()
            own[key] = value
    city = found["kbh"]
    same = {"kbh": city["utryg"], "kbh_2016": city["utryg_2016"]}
    return ((area, own | same) for area, own in found.items())


def write(rows: Iterable[tuple[str, Mapping[str, Any]]], target: str) -> None:
    """A row an area and target: its verdict, and what else the outcome says."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    columns: list[list[Any]] = [[] for _ in range(6)]
    for area, outcomes in rows:
        for name, outcome in outcomes.items():
            told = (outcome, None, None, None) if isinstance(outcome, str) else outcome
            for column, value in zip(columns, (area, ID.get(name, name), *told), strict=True):
                column.append(value)
    names = ("area", "target", "verdict", "reason", "value", "limit")
    kinds = [pa.string()] * 4 + [pa.float64()] * 2
    given = zip(columns, kinds, strict=True)
    pq.write_table(pa.table([pa.array(*each) for each in given], names=names), target)


def warm(judge: Judge) -> None:
    """Answer for as long as something is asked."""
    context = amager()
    for asked in sys.stdin:
        rounds = int(asked)
        began = time.perf_counter()
        for _ in range(rounds):
            judge(context)
        print((time.perf_counter() - began) / rounds, flush=True)


def main(judge: Judge) -> None:
    """Do what is asked."""
    if sys.argv[1] == "warm":
        warm(judge)
        return
    _, _, source, target = sys.argv
    began = time.perf_counter()
    write(((area, judge(own)) for area, own in contexts(source)), target)
    print(time.perf_counter() - began)


def spelt(name: str) -> str:
    """A name in letters that all read."""
    return SPELT.get(name, name)

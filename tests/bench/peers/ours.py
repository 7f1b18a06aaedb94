"""Tryghed: the nine targets in all areas of a Parquet file, written as a table of verdicts."""

import sys
import time

import tryghed_dsl as td
from bench.nine import MANY


def main(source: str, target: str) -> None:
    """Judge, and print how long the query took."""
    verdicts = td.evaluate(td.loads(MANY), source, 2018, areas="all", columns=("value", "limit"))
    began = time.perf_counter()
    verdicts.write(target)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])

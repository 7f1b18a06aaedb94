"""Reading and judging ten million rows of tidy CSV, beside the database's own scan of the file.

Run as `python tests/bench/large.py [ROWS]`. The file has the Amager agreement's nine indicators for
very many areas and six years. The database groups all its rows by indicator and area.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

import tryghed_dsl as td

SPEC = Path(__file__).parents[2] / "specs" / "amager" / "amager-2017.tryghed"
INDICATORS = (
    *("utryg", "utryg_aften", "aktiveringer", "indbrud", "tyveri"),
    *("vold", "hærværk", "narkotika", "chikane"),
)
YEARS = 6
ROUNDS = 3


def write(path: Path, rows: int) -> None:
    areas = rows // (len(INDICATORS) * YEARS)
    named = ", ".join(f"('{name}')" for name in INDICATORS)
    duckdb.sql(
        f"""COPY (
            SELECT i.name AS indicator,
                CASE a WHEN 0 THEN 'amager' WHEN 1 THEN 'kbh' ELSE 'omr' || a END AS area,
                y AS period, (a * 7919 + y * 31) % 97 AS value, 'made up' AS origin
            FROM range({areas}) AS t(a), range(2015, 2015 + {YEARS}) AS u(y),
                (VALUES {named}) AS i(name)
        ) TO '{path}' (HEADER)"""
    )


def scanned(path: Path) -> None:
    """All rows grouped by indicator and area."""
    with duckdb.connect() as database:
        database.sql(
            f"""SELECT count(*) FROM (
                SELECT indicator, area, count(*), sum(value) FROM read_csv('{path}') GROUP BY ALL
            )"""
        ).fetchall()


def judged(path: Path) -> td.Report:
    """Read and judged, the spec included."""
    return td.evaluate(td.load(SPEC), path, as_of=2018)


def seconds(work: Callable[[Path], object], path: Path) -> float:
    began = time.perf_counter()
    work(path)
    return time.perf_counter() - began


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        write(path, rows)
        report = judged(path)
        print(f"{rows} rows, {path.stat().st_size / 1e6:.0f} MB; {dict(report.counts)}")
        times = [(seconds(scanned, path), seconds(judged, path)) for _ in range(ROUNDS)]
        scan = statistics.median(each for each, _ in times)
        ours = statistics.median(each for _, each in times)
        print(f"scan and group {scan:.2f} s, read and judge {ours:.2f} s: {ours / scan:.2f} times")


if __name__ == "__main__":
    main()

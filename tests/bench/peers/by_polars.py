"""The nine targets by hand in Polars: needed rows only, a row an area, then made long."""

import sys
import time
from pathlib import Path

import polars as pl

from bench.nine import COUNTS, NEEDED, SPELT
from bench.peers.by_duckdb import REASONS, VERDICTS

YEAR = 2018


def at_most(a: pl.Expr, b: pl.Expr) -> pl.Expr:
    room = 1e-9 * pl.max_horizontal(pl.lit(1.0), a.abs(), b.abs())
    return (a <= b) | (a <= b + room)


def held(value: pl.Expr, limit: pl.Expr) -> pl.Expr:
    return (
        pl.when(value.is_null() | limit.is_null())
        .then(0)
        .when(at_most(value, limit))
        .then(1)
        .when(at_most(value, limit + 0.1 * limit.abs()))
        .then(2)
        .otherwise(3)
    )


def way(x: pl.Expr, ref: pl.Expr, x0: pl.Expr, ref0: pl.Expr) -> pl.Expr:
    missing = x.is_null() | ref.is_null() | x0.is_null() | ref0.is_null()
    gap, start, zero = x - ref, x0 - ref0, pl.lit(0.0)
    ratio = (1 - gap / start) / 0.5
    return (
        pl.when(missing)
        .then(0)
        .when(at_most(gap, zero))
        .then(4)
        .when(at_most(start, zero))
        .then(5)
        .when(at_most(pl.lit(0.95), ratio))
        .then(6)
        .when(at_most(pl.lit(0.6), ratio))
        .then(7)
        .when(at_most(zero, ratio))
        .then(9)
        .otherwise(8)
    )


def figures(source: str) -> pl.LazyFrame:
    """One row an area."""
    name, year = pl.col("indicator"), pl.col("period")
    needed = [(name == own) & (year == period) for own, period in NEEDED]
    names = list(dict.fromkeys(own for own, _ in NEEDED))
    cells = [
        pl.col("value").filter(condition).max().alias(key)
        for condition, key in zip(needed, NEEDED.values(), strict=True)
    ]
    rows = pl.scan_parquet(source).filter(name.is_in(names) & year.is_in([2015, 2016, YEAR]))
    return rows.filter(pl.any_horizontal(needed)).group_by("area").agg(cells)


def judged(source: str) -> pl.LazyFrame:
    """One row an area and target, with verdict, reason, value and limit."""
    city = (
        pl.scan_parquet(source)
        .filter((pl.col("area") == "kbh") & (pl.col("indicator") == "utryg"))
        .select(
            pl.col("value").filter(pl.col("period") == YEAR).max().alias("kbh"),
            pl.col("value").filter(pl.col("period") == 2016).max().alias("kbh_2016"),
        )
    )
    own = figures(source).join(city, how="cross")
    c, nothing = pl.col, pl.lit(None, pl.Float64)
    keys = [SPELT.get(name, name) for name in COUNTS]
    total = c(keys[0]) + c(keys[1]) + c(keys[2]) + c(keys[3])
    whole = pl.lit(263.0)
    targets = {
        **{
            name: (held(c(k), c(f"{k}_2015")), c(k), c(f"{k}_2015"))
            for name, k in zip(COUNTS, keys, strict=True)
        },
        "samlet": (held(total, whole), total, whole),
        "aktiveringer": (held(c("aktiveringer"), pl.lit(1.0)), c("aktiveringer"), pl.lit(1.0)),
        "utryg": (
            way(c("utryg"), c("kbh"), c("utryg_2016"), c("kbh_2016")),
            c("utryg"),
            c("kbh"),
        ),
        **{name: (pl.lit(10), c(name), nothing) for name in ("narkotika", "chikane")},
    }
    places = range(len(VERDICTS))
    rows = [
        own.select(
            "area",
            pl.lit(name).alias("target"),
            outcome.replace_strict(places, VERDICTS, return_dtype=pl.String).alias("verdict"),
            outcome.replace_strict(places, REASONS, return_dtype=pl.String).alias("reason"),
            value.alias("value"),
            limit.alias("limit"),
        )
        for name, (outcome, value, limit) in targets.items()
    ]
    return pl.concat(rows)


def main(source: str, target: str) -> None:
    """Run the query into a file, and print how long that took."""
    began = time.perf_counter()
    judged(source).sink_parquet(Path(target), engine="streaming", compression="snappy")
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])

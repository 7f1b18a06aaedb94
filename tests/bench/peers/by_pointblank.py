"""The nine targets as a validation plan of pointblank, over figures that Polars has pivoted."""

import sys

import pointblank as pb
import polars as pl

from bench.nine import COUNTS, LIMITS
from bench.peers.area_by_area import spelt


def main(source: str) -> None:
    """Read a small file, judge it, and print the verdicts."""
    rows = pl.read_csv(source)
    table = rows.filter(pl.col("area") == "amager").pivot(
        "indicator", index="period", values="value", aggregate_function="max"
    )
    now = table.filter(pl.col("period") == 2018).rename(spelt, strict=False)
    keys = [spelt(name) for name in COUNTS]
    city = rows.filter((pl.col("area") == "kbh") & (pl.col("indicator") == "utryg"))
    start = table.filter(pl.col("period") == 2016)["utryg"][0]
    own, first = (city.filter(pl.col("period") == year)["value"][0] for year in (2018, 2016))
    made = now.with_columns(
        samlet=pl.sum_horizontal(keys, ignore_nulls=False),
        way=(1 - (pl.col("utryg") - own) / (start - first)) / 0.5,
    )
    most = {
        **{spelt(name): limit for name, limit in LIMITS.items()},
        "samlet": 263.0,
        "aktiveringer": 1.0,
    }
    plan = pb.Validate(made, thresholds=pb.Thresholds(warning=1))
    for share in (1.0, 1.1):
        for key, limit in most.items():
            plan = plan.col_vals_le(key, limit * share)
        plan = plan.col_vals_ge("way", 0.95 if share == 1.0 else 0.6)
    failed = plan.interrogate(collect_extracts=False).n_failed()
    places = [*most, "utryg"]
    for place, key in enumerate(places, 1):
        verdict = "fail" if failed[place + len(places)] else "warn" if failed[place] else "pass"
        print(key, verdict)


if __name__ == "__main__":
    main(*sys.argv[1:])

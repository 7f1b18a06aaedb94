"""The nine targets as a schema of pandera: for each a check for met and one for a near miss.

The figures have to be pivoted before, and the path to be followed is calculated in the checks.
What fails is a list of cases, from which a verdict of each area has to be put together.
"""

import sys
import time
from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from bench.nine import COUNTS, LIMITS, NEEDED
from bench.peers.area_by_area import ID, spelt

KEYS = [spelt(name) for name in COUNTS]
MOST = {"samlet": 263.0, "aktiveringer": 1.0}
ROOM = 1e-9
Check = Callable[[pd.DataFrame], "pd.Series[bool]"]


def at_most(key: str, share: float) -> Check:
    def checked(table: pd.DataFrame) -> "pd.Series[bool]":
        limit = MOST[key] if key in MOST else table[f"{key}_2015"]
        return table[key] <= limit * share + ROOM

    return checked


def on_its_way(least: float) -> Check:
    def checked(table: pd.DataFrame) -> "pd.Series[bool]":
        gap, start = table["utryg"] - table["kbh"], table["utryg_2016"] - table["kbh_2016"]
        return (gap <= ROOM) | ((start > ROOM) & ((1 - gap / start) / 0.5 >= least - ROOM))

    return checked


CHECKS = {
    **{key: (at_most(key, 1.0), at_most(key, 1.1)) for key in (*KEYS, *MOST)},
    "utryg": (on_its_way(0.95), on_its_way(0.6)),
}
PARTS = {"samlet": KEYS, "utryg": ["utryg", "kbh", "utryg_2016", "kbh_2016"]}
SCHEMA = pa.DataFrameSchema(
    {key: pa.Column(float, nullable=True, coerce=True) for key in KEYS},
    checks=[
        pa.Check(check, name=f"{key}:{level}")
        for key, pair in CHECKS.items()
        for level, check in zip(("met", "near"), pair, strict=True)
    ],
)


def pivoted(rows: pd.DataFrame) -> pd.DataFrame:
    """One row an area, with what all are compared with."""
    named = pd.DataFrame(
        [(*pair, key) for pair, key in NEEDED.items()], columns=["indicator", "period", "key"]
    )
    needed = rows.merge(named)
    table = needed.pivot_table(index="area", columns="key", values="value", aggfunc="max")
    table = table.reindex(columns=list(NEEDED.values()))
    table["samlet"] = table[KEYS].sum(axis=1, skipna=False)
    city = table.loc["kbh"]
    return table.assign(kbh=city["utryg"], kbh_2016=city["utryg_2016"])


def verdicts(table: pd.DataFrame) -> pd.DataFrame:
    """One row an area and target."""
    failed: dict[str, set[str]] = {}
    try:
        SCHEMA.validate(table, lazy=True)
    except SchemaErrors as error:
        for check, cases in error.failure_cases.groupby("check"):
            failed[str(check)] = set(cases["index"])
    made = []
    for key in CHECKS:
        parts = PARTS.get(key, [key, f"{key}_2015"] if key in KEYS else [key])
        missing = table[parts].isna().any(axis=1)
        verdict = pd.Series("pass", index=table.index)
        verdict[table.index.isin(failed.get(f"{key}:met", set()))] = "warn"
        verdict[table.index.isin(failed.get(f"{key}:near", set()))] = "fail"
        verdict[missing] = "unknown"
        made.append(pd.DataFrame({"target": ID.get(key, key), "verdict": verdict}))
    watched = (
        pd.DataFrame({"target": key, "verdict": "monitor"}, index=table.index)
        for key in ("narkotika", "chikane")
    )
    return pd.concat([*made, *watched]).reset_index(names="area").assign(reason=None)


def main(asked: str, source: str, target: str = "") -> None:
    """Judge a file."""
    if asked == "cold":
        table = pivoted(pd.read_csv(source)).drop(index="kbh")
        stated = {f"{spelt(name)}_2015": limit for name, limit in LIMITS.items()}
        print(verdicts(table.assign(**stated)))
        return
    needed = [("period", "in", [2015, 2016, 2018])]
    began = time.perf_counter()
    verdicts(pivoted(pd.read_parquet(source, filters=needed))).to_parquet(target)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])

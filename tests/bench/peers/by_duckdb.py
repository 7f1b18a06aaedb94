"""The nine targets as a query by hand, for the embedded database.

Only needed rows are read, and each area's figures become one row. What all areas are compared
with is looked up by itself, so that nothing is kept but one row an area, from which the answer is
read once for each target; to unnest lists, or to cross with the targets, took as long or longer.
`wide` stops before that: a row an area with a column of verdicts for each target, and no reasons.
"""

import sys
import time

import duckdb

from bench.nine import COUNTS, NEEDED, SPELT

VERDICTS = (
    *("unknown", "pass", "warn", "fail", "pass", "fail"),
    *("pass", "warn", "fail", "fail", "monitor"),
)
REASONS = (
    *("missing-figure", "met", "near-miss", "missed", "reached", "lost"),
    *("on-track", "behind", "moving-away", "insufficient", "monitored"),
)
NEED = """
    indicator IN ('indbrud', 'tyveri', 'vold', 'hærværk', 'aktiveringer', 'utryg', 'narkotika',
        'chikane')
    AND period IN (2015, 2016, 2018)
    AND (period = 2018
        OR (period = 2015 AND indicator IN ('indbrud', 'tyveri', 'vold', 'hærværk'))
        OR (period = 2016 AND indicator = 'utryg'))
"""


def at_most(a: str, b: str) -> str:
    return f"({a} <= {b} OR {a} <= {b} + 1e-9 * greatest(1e0, abs({a}), abs({b})))"


def held(value: str, limit: str) -> str:
    return f"""CASE WHEN {value} IS NULL OR {limit} IS NULL THEN 0
        WHEN {at_most(value, limit)} THEN 1
        WHEN {at_most(value, f"({limit} + 0.1e0 * abs({limit}))")} THEN 2
        ELSE 3 END"""


WAY = f"""CASE
    WHEN utryg IS NULL OR kbh IS NULL OR utryg_2016 IS NULL OR kbh_2016 IS NULL THEN 0
    WHEN {at_most("utryg - kbh", "0e0")} THEN 4
    WHEN {at_most("utryg_2016 - kbh_2016", "0e0")} THEN 5
    WHEN {at_most("0.95e0", "way")} THEN 6
    WHEN {at_most("0.6e0", "way")} THEN 7
    WHEN {at_most("0e0", "way")} THEN 9
    ELSE 8 END"""


def judged(table: str) -> str:
    """One row an area: its figures, and a number for the outcome of each target."""
    cells = ", ".join(
        f"max(CASE WHEN indicator = '{name}' AND period = {year} THEN value END) AS {key}"
        for (name, year), key in NEEDED.items()
    )
    counts = [SPELT.get(name, name) for name in COUNTS]
    outcomes = {
        **{key: held(key, f"{key}_2015") for key in counts},
        "samlet": held("samlet", "263e0"),
        "aktiveringer": held("aktiveringer", "1e0"),
        "utryg": WAY,
    }
    numbered = ", ".join(f"{outcome} AS {key}_outcome" for key, outcome in outcomes.items())
    return f"""
        SELECT *, {numbered} FROM (
            SELECT *, {" + ".join(counts)} AS samlet,
                (1e0 - (utryg - kbh) / nullif(utryg_2016 - kbh_2016, 0e0)) / 0.5e0 AS way
            FROM (SELECT area, {cells} FROM {table} WHERE {NEED} GROUP BY area)
            CROSS JOIN (
                SELECT max(CASE WHEN period = 2018 THEN value END) AS kbh,
                    max(CASE WHEN period = 2016 THEN value END) AS kbh_2016
                FROM {table}
                WHERE area = 'kbh' AND indicator = 'utryg' AND period IN (2016, 2018)
            )
        )"""


def word(outcome: str, words: tuple[str, ...]) -> str:
    """The word for the number of an outcome."""
    places: dict[str, list[str]] = {}
    for place, each in enumerate(words):
        places.setdefault(each, []).append(str(place))
    whens = (f"WHEN {outcome} IN ({', '.join(own)}) THEN '{each}'" for each, own in places.items())
    return f"CASE {' '.join(whens)} END"


def told() -> dict[str, tuple[str, str, str, str]]:
    """Verdict, reason, value and limit of each target, over a row of `judged`."""
    parts = {
        **{name: (SPELT.get(name, name), f"{SPELT.get(name, name)}_2015") for name in COUNTS},
        "samlet": ("samlet", "263e0"),
        "aktiveringer": ("aktiveringer", "1e0"),
        "utryg": ("utryg", "kbh"),
    }
    return {
        **{
            name: (
                word(f"{value}_outcome", VERDICTS),
                word(f"{value}_outcome", REASONS),
                value,
                limit,
            )
            for name, (value, limit) in parts.items()
        },
        **{
            name: ("'monitor'", "'monitored'", name, "CAST(NULL AS DOUBLE)")
            for name in ("narkotika", "chikane")
        },
    }


def long(table: str) -> str:
    """One row an area and target, with verdict, reason, value and limit."""
    rows = (
        f"""SELECT area, '{name}' AS target, {verdict} AS verdict, {reason} AS reason,
            {value} AS value, {limit} AS "limit"
        FROM judged"""
        for name, (verdict, reason, value, limit) in told().items()
    )
    return f"WITH judged AS MATERIALIZED ({judged(table)}) {' UNION ALL '.join(rows)}"


def wide(table: str) -> str:
    """One row an area with the verdict of each target, and nothing else."""
    columns = (f"{verdict} AS {SPELT.get(name, name)}" for name, (verdict, *_) in told().items())
    return f"SELECT area, {', '.join(columns)} FROM ({judged(table)})"


def main(form: str, source: str, target: str) -> None:
    """Run the query into a file, and print how long that took."""
    with duckdb.connect() as database:
        database.execute("SET preserve_insertion_order = false")
        query = (wide if form == "wide" else long)(f"'{source}'")
        began = time.perf_counter()
        database.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet)")
        print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])

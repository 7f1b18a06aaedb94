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


def judged(source: str) -> str:
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
            FROM (SELECT area, {cells} FROM '{source}' WHERE {NEED} GROUP BY area)
            CROSS JOIN (
                SELECT max(CASE WHEN period = 2018 THEN value END) AS kbh,
                    max(CASE WHEN period = 2016 THEN value END) AS kbh_2016
                FROM '{source}'
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


def long(source: str) -> str:
    """One row an area and target, with verdict, reason, value and limit."""
    parts = {
        **{name: (SPELT.get(name, name), f"{SPELT.get(name, name)}_2015") for name in COUNTS},
        "samlet": ("samlet", "263e0"),
        "aktiveringer": ("aktiveringer", "1e0"),
        "utryg": ("utryg", "kbh"),
    }
    rows = [
        f"""SELECT area, '{name}' AS target, {word(f"{value}_outcome", VERDICTS)} AS verdict,
            {word(f"{value}_outcome", REASONS)} AS reason, {value} AS value, {limit} AS "limit"
        FROM judged"""
        for name, (value, limit) in parts.items()
    ]
    rows += [
        f"SELECT area, '{name}', 'monitor', 'monitored', {name}, NULL FROM judged"
        for name in ("narkotika", "chikane")
    ]
    return f"WITH judged AS MATERIALIZED ({judged(source)}) {' UNION ALL '.join(rows)}"


def wide(source: str) -> str:
    """One row an area with the verdict of each target, and nothing else."""
    keys = [*(SPELT.get(name, name) for name in COUNTS), "samlet", "aktiveringer", "utryg"]
    words = ", ".join(f"{word(f'{key}_outcome', VERDICTS)} AS {key}" for key in keys)
    watched = "'monitor' AS narkotika, 'monitor' AS chikane"
    return f"SELECT area, {words}, {watched} FROM ({judged(source)})"


def main(form: str, source: str, target: str) -> None:
    """Run the query into a file, and print how long that took."""
    with duckdb.connect() as database:
        database.execute("SET preserve_insertion_order = false")
        query = (wide if form == "wide" else long)(source)
        began = time.perf_counter()
        database.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet)")
        print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])

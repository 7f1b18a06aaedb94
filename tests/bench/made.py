"""Figures made up for many areas: nine indicators, six years, some of them missing.

The rows stand as yearly deliveries would append them: by year, indicator and area. Counts are
whole numbers, shares have one decimal; one figure in two hundred is missing. Run as
`python -m bench.made PATH AREAS`.
"""

import sys

import duckdb

# Each indicator with a number around which its values lie, and how far.
_INDICATORS = (
    ("utryg", 12, 3),
    ("utryg_aften", 29, 5),
    ("aktiveringer", 1, 1),
    ("indbrud", 48, 8),
    ("tyveri", 128, 15),
    ("vold", 66, 10),
    ("hærværk", 21, 5),
    ("narkotika", 24, 9),
    ("chikane", 37, 9),
)
_YEARS = "range(2015, 2021) AS years(y)"
_CITY = "CASE n WHEN 0 THEN 6.5 - 0.1 * (y - 2015) ELSE 19.5 - 0.2 * (y - 2015) END"
_ROUGH = "(hash(a, n, y) % 2001) / 1000e0 - 1"


def write(path: str, areas: int) -> None:
    """Write the figures of so many areas, and of a city that they lie in, into a Parquet file."""
    listed = ", ".join(f"({n}, {each!r:}, {mid}, {far})" for n, (each, mid, far) in _numbered())
    database = duckdb.connect()
    database.execute(
        f"""COPY (
            SELECT name AS indicator, area, y::INTEGER AS period, value FROM (
                SELECT n, name, a, y, printf('a%07d', a) AS area,
                    CASE WHEN n <= 1
                        THEN round(mid - 0.8 * (y - 2016) + far * ({_ROUGH}), 1)
                        ELSE greatest(0, round(mid + far * ({_ROUGH})))
                    END::DOUBLE AS value
                FROM range({areas}) AS areas(a), {_YEARS},
                    (VALUES {listed}) AS indicators(n, name, mid, far)
                WHERE hash(a, y, n, 7) % 200 <> 0
                UNION ALL
                SELECT n, name, -1, y, 'kbh', round({_CITY}, 1)::DOUBLE
                FROM {_YEARS}, (VALUES (0, 'utryg'), (1, 'utryg_aften')) AS shares(n, name)
            ) ORDER BY y, n, a
        ) TO '{path}' (FORMAT parquet, COMPRESSION zstd)"""
    )


def _numbered() -> list[tuple[int, tuple[str, int, int]]]:
    return list(enumerate(_INDICATORS))


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))

"""Whether answers in files are ours, as far as they say anything.

Run as `python -m bench.same OURS OTHER …`; prints the names of those that are not.
"""

import sys
from pathlib import Path

import duckdb

_ALL = 'area, target, verdict, reason, round(value, 9), round("limit", 9)'
_BARE = "area, target, verdict"


def main(ours: str, *others: str) -> None:
    """Compare rows in whatever order they stand."""
    database = duckdb.connect()

    def known(path: str, columns: str) -> object:
        query = f"SELECT count(*), bit_xor(hash({columns})) FROM '{path}'"
        return database.execute(query).fetchall()

    for path in others:
        reasons = database.execute(f"SELECT count(reason) FROM '{path}'").fetchall()
        columns = _BARE if reasons == [(0,)] else _ALL
        if known(path, columns) != known(ours, columns):
            print(Path(path).stem)


if __name__ == "__main__":
    main(*sys.argv[1:])

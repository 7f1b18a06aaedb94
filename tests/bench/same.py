"""Whether answers in files are ours, as far as they say anything.

Run as `python -m bench.same OURS OTHER …`; prints the names of those that are not.
"""

import sys
from pathlib import Path

import duckdb

_ALL = 'area, target, verdict, reason, round(value, 9), round("limit", 9)'
_BARE = "area, target, verdict"


def others(ours: str, *files: str) -> list[str]:
    """The files whose answer is another, in whatever order the rows stand."""
    found, database = [], duckdb.connect()

    def known(path: str, columns: str) -> object:
        query = f"SELECT count(*), bit_xor(hash({columns})) FROM '{path}'"
        return database.execute(query).fetchall()

    for path in files:
        reasons = database.execute(f"SELECT count(reason) FROM '{path}'").fetchall()
        columns = _BARE if reasons == [(0,)] else _ALL
        if known(path, columns) != known(ours, columns):
            found.append(path)
    return found


if __name__ == "__main__":
    for other in others(*sys.argv[1:]):
        print(Path(other).stem)

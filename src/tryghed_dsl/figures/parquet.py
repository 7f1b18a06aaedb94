"""Parquet files."""

from pathlib import Path

from tryghed_dsl.figures.duckdb_grid import connection, selected
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.unread import Read, damaged, not_opened, opens, too_many
from tryghed_dsl.findings.finding import InFile
from tryghed_dsl.patterns import pattern

_PATTERN = pattern(r"([*?\[])")  # signs of a pattern, which a path is not meant as
# Folders named `år=2015` give no column: the file alone says what its figures are of.
SOURCE = "read_parquet(?, hive_partitioning = false)"


def read_parquet(path: Path, options: Options) -> Read:
    """Read a Parquet file; rows are numbered from 1, in the order of the file."""
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    if not opens(path):
        return not_opened(path)
    place = InFile(path.name)
    full, exact = exact_path(path)
    try:
        with connection(full, exact) as opened:
            return selected(opened, SOURCE, place, options, [exact])
    except duckdb.OutOfMemoryException:
        return too_many(place)
    except duckdb.Error:
        return damaged(path.name, "Parquet")


def exact_path(path: Path) -> tuple[str, str]:
    """A file's full path, and the same as a pattern that fits nothing else."""
    full = str(path.resolve())
    return full, _PATTERN.sub(r"[\1]", full)

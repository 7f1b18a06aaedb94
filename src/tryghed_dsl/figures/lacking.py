"""That a table lacks a column, with what to write instead."""

from collections.abc import Sequence

from tryghed_dsl.figures.rows import Column
from tryghed_dsl.findings.finding import Argument, Expected, Finding, InFile, Listed

# What can be said once for all figures of a file.
_LINES = {Column.INDICATOR: 'indicator = "…"', Column.PERIOD: 'period = "2018"'}


def lacking(missing: Sequence[Column], found: Sequence[str], where: InFile) -> Finding:
    """That columns are missing.

    Args:
        missing: what no column is for.
        found: the headings that there are.
        where: the table, by its row of headings.
    """
    args: dict[str, Argument] = {
        "missing": Expected(tuple(f"COL_{column.value}" for column in missing))
    }
    args |= {"found": Listed(tuple(found))} if found else {}
    lines = [_LINES[column] for column in missing if column in _LINES]
    if lines and len(lines) == len(missing):
        args["line"] = lines[0] if len(lines) == 1 else ", ".join(f"`{line}`" for line in lines)
    return Finding("E302", (), args, where)

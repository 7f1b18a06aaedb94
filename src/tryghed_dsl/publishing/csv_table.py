"""Status reports as text files for spreadsheets: one row a target, or one row an area."""

import csv
from collections.abc import Iterable
from io import StringIO

from tryghed_dsl.publishing.area_columns import area_table
from tryghed_dsl.publishing.columns import Cell, harmless, target_rows
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.overview import Overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

# Excel opens such a file with its letters and columns right where it is set up in Danish.
_MARK = "\ufeff"


def rendered(status: Status, theme: Theme) -> bytes:
    """The table of targets."""
    del theme
    rows = list(target_rows(status))
    return _table([*rows[:1], *(row.values() for row in rows)], status.language)


def rendered_areas(overview: Overview, theme: Theme) -> bytes:
    """The table of areas."""
    del theme
    headings, columns = zip(*area_table(overview), strict=True)
    return _table([headings, *zip(*columns, strict=True)], overview.language)


def _table(rows: Iterable[Iterable[Cell]], language: Language) -> bytes:
    """Rows; in Danish with semicolons and decimal commas, as spreadsheets there expect."""
    danish = language is Language.DA
    out = StringIO()
    writer = csv.writer(out, delimiter=";" if danish else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow(_written(cell, danish=danish) for cell in row)
    return f"{_MARK}{out.getvalue()}".encode()


def _written(cell: Cell, *, danish: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    text = f"{cell:.12g}"
    return text.replace(".", ",") if danish else text

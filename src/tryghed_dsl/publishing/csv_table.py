"""The targets of a status report as a text file for spreadsheets: one row a target."""

import csv
from io import StringIO

from tryghed_dsl.publishing.columns import Cell, harmless, target_rows
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

# Excel opens such a file with its letters and columns right where it is set up in Danish.
_MARK = "\ufeff"


def rendered(status: Status, theme: Theme) -> bytes:
    """The table; in Danish with semicolons and decimal commas, as spreadsheets there expect."""
    del theme
    danish = status.language is Language.DA
    out = StringIO()
    writer = csv.writer(out, delimiter=";" if danish else ",", lineterminator="\r\n")
    rows = list(target_rows(status))
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow(_written(cell, danish=danish) for cell in row.values())
    return f"{_MARK}{out.getvalue()}".encode()


def _written(cell: Cell, *, danish: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    text = f"{cell:.12g}"
    return text.replace(".", ",") if danish else text

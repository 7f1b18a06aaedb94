"""Ranges by what people call them: `Ark1!B3:F20`, or a name that the workbook gives."""

from tryghed_dsl.figures.spreadsheet.book import Area
from tryghed_dsl.figures.spreadsheet.box import box_of
from tryghed_dsl.patterns import pattern

_IN_SHEET = pattern(r"(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)")


def in_sheet(written: str) -> tuple[str | None, str]:
    """The sheet that a range names, if any, and the rest of it."""
    match = _IN_SHEET.fullmatch(written.strip())
    if match is None:
        return None, written.strip()
    quoted, plain, rest = match.groups()
    return (quoted.replace("''", "'") if quoted else plain.strip()), rest.strip()


def area_of(written: str) -> Area | None:
    """The range of one sheet that `Ark1!$B$3:$F$20` names; None where it names none."""
    sheet, rest = in_sheet(written)
    box = box_of(rest)
    return None if sheet is None or box is None else Area(sheet, box)

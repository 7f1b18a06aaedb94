"""Where a figure stands, as findings say it."""

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.findings.finding import InFile


def place_of(origin: Origin, column: str | None = None) -> InFile:
    """The place of a figure."""
    return InFile(origin.file or "", origin.row, column, origin.sheet, origin.cell)


def is_url(place: str) -> bool:
    """Whether a place is the address of a database, and no file."""
    return "://" in place

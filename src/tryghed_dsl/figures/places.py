"""Where a figure stands, as findings say it."""

from pathlib import PurePath

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.findings.finding import InFile
from tryghed_dsl.patterns import pattern


def place_of(origin: Origin, column: str | None = None) -> InFile:
    """The place of a figure."""
    return InFile(origin.file or "", origin.row, column, origin.sheet, origin.cell)


_PASSWORD = pattern(r"(?<=://)([^:@/]*):.*(?=@)")
_FILES = pattern(r"sqlite(?:\+\w+)?:///")


def name_of(url: str) -> str:
    """What findings call a database: its file's name, or its address without what is secret."""
    base = url.rpartition("#")[0] if "#" in url else url
    file = _FILES.match(base)
    if file is not None:
        return PurePath(base[file.end() :].partition("?")[0]).name
    scheme, found, rest = base.partition("://")
    return f"{scheme}{found}{rest.partition('?')[0].rpartition('@')[2]}"


def without_password(url: str) -> str:
    """An address that may be written down; whoever reads it gives the password elsewhere."""
    return _PASSWORD.sub(r"\1", url)


def is_url(place: str) -> bool:
    """Whether a place is the address of a database, and no file."""
    return "://" in place

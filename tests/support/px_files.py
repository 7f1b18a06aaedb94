"""A small PX file, and what tests ask of those that are read."""

from pathlib import Path

from tryghed_dsl.figures.cube import Cube, Entry, Role
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.px import read_px
from tryghed_dsl.findings.finding import Finding

HEADER = """CHARSET="ANSI";
CODEPAGE="utf-8";
MATRIX="HUND";
CONTENTS="Slædehunde";
UNITS="Antal";
STUB="distrikt";
HEADING="tid";
VALUES("distrikt")="Aasiaat","Qaanaaq";
VALUES("tid")="2019","2020";
TIMEVAL("tid")=TLIST(A1),"2019","2020";
CODES("distrikt")="10","17";
"""
DATA = "DATA=\n1 2 \n3 4 \n;\n"


def read(
    folder: Path, text: str | bytes, options: Options = NOTHING_SAID
) -> tuple[list[Cube], list[Finding]]:
    path = folder / "hund.px"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_px(path, options)


def one(folder: Path, text: str | bytes, options: Options = NOTHING_SAID) -> Cube:
    cubes, found = read(folder, text, options)
    assert found == []
    (cube,) = cubes
    return cube


def told(folder: Path, text: str | bytes, options: Options = NOTHING_SAID) -> Finding:
    """The only finding of a file that is not read."""
    cubes, found = read(folder, text, options)
    assert cubes == []
    (finding,) = found
    return finding


def values(cube: Cube) -> list[float]:
    return [entry.value for entry in cube.entries]


def cells(folder: Path, data: str, options: Options = NOTHING_SAID) -> tuple[list[float], int]:
    """The figures of a table of two by two, and how many are missing."""
    cube = one(folder, f"{HEADER}DATA=\n{data};\n", options)
    return values(cube), cube.missing


def texts(cube: Cube, place: int) -> list[str]:
    return [category.text for category in cube.categories(place)]


def roles(cube: Cube) -> list[Role | None]:
    return [dimension.role for dimension in cube.dimensions]


def keyed(entry: Entry) -> tuple[str, ...]:
    return tuple(category.code or category.text for category in entry.categories)

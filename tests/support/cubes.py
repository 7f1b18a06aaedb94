"""Cubes made by tests, and simple writers of the formats that describe their own dimensions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from hypothesis import strategies as st

from tryghed_dsl.figures.cube import Category, Cube, Dimension, Role

# Letters that are never valid UTF-8 by chance when they are written in a single byte.
LETTERS = "abxyzABXYZ0189æøåÆØÅéü .,;:=\"'#%-/()[]<>\\"


@dataclass(frozen=True)
class Made:
    """A cube as somebody made it.

    Attributes:
        dimensions: each with its categories; the last is time.
        values: in the order of the dimensions, None where missing.
        flags: of each value.
        title: what is written over them.
    """

    dimensions: tuple[tuple[Dimension, tuple[Category, ...]], ...]
    values: tuple[float | None, ...]
    flags: tuple[tuple[str, ...], ...]
    title: str

    @property
    def places(self) -> list[tuple[Category, ...]]:
        return list(product(*(categories for _, categories in self.dimensions)))

    @property
    def figures(self) -> dict[tuple[Category, ...], float]:
        pairs = zip(self.places, self.values, strict=True)
        return {place: value for place, value in pairs if value is not None}


def figures(cube: Cube, leaving_out: int = 0) -> dict[tuple[Category, ...], float]:
    """The figures of a cube that was read, without its last dimensions."""
    end = len(cube.dimensions) - leaving_out
    found = {entry.categories[:end]: entry.value for entry in cube.entries}
    assert len(found) == len(cube.entries)
    return found


# ------------------------------------------------------------------ made by chance


def words(letters: str = LETTERS) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=10).map(str.strip).filter(bool)


def numbers() -> st.SearchStrategy[float]:
    whole = st.integers(-(10**12), 10**12).map(float)
    return st.one_of(whole, st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def made_cubes(draw: st.DrawFn, names: str = LETTERS, flags: Sequence[str] = ()) -> Made:
    """A cube with up to two dimensions beside time; `names` are the letters of its texts."""
    headings = draw(st.lists(words(names), max_size=2, unique=True))
    headings = [heading for heading in headings if heading.casefold() != "tid"]
    dimensions = [(Dimension(heading), draw(_categories(names))) for heading in headings]
    first, count = draw(st.integers(1900, 2050)), draw(st.integers(1, 4))
    years = tuple(Category(str(year), str(year)) for year in range(first, first + count))
    dimensions.append((Dimension("tid", Role.PERIOD), years))
    size = prod(len(categories) for _, categories in dimensions)
    values = st.lists(st.none() | numbers(), min_size=size, max_size=size)
    own = st.lists(st.sampled_from(flags), max_size=2, unique=True) if flags else st.just([])
    return Made(
        tuple(dimensions),
        tuple(draw(values)),
        tuple(tuple(draw(own)) for _ in range(size)),
        draw(words(names)),
    )


def _categories(names: str) -> st.SearchStrategy[tuple[Category, ...]]:
    coded = st.builds(Category, words(names), words(names))
    return st.lists(coded, min_size=1, max_size=4, unique_by=lambda each: each.code).map(tuple)


# ------------------------------------------------------------------ PX


@dataclass(frozen=True)
class PxManner:
    """How somebody writes a PX file.

    Attributes:
        encoding: the letters it is in.
        codepage: the letters it says it is in.
        end: what ends a line.
        blank: what parts cells.
        missing: what stands for a missing figure.
        zero: what stands for zero.
        ranged: whether TIMEVAL says only the first and the last year.
        danish: whether the names are Danish, beside others in the file's own language.
        stub: how many dimensions stand in the stub.
        keyed: whether rows begin with their codes.
    """

    encoding: str
    codepage: str
    end: str
    blank: str
    missing: str
    zero: str
    ranged: bool
    danish: bool
    stub: int
    keyed: bool


def px_manners() -> st.SearchStrategy[PxManner]:
    letters = st.sampled_from(
        [
            *(("utf-8", page) for page in ("utf-8", "Windows-1252", "iso-8859-1")),
            *(("cp1252", page) for page in ("Windows-1252", "iso-8859-1", "iso-8859-15", "1252")),
            ("utf-8-sig", "Windows-1252"),
            ("utf-16", "utf-8"),
        ]
    )
    return letters.flatmap(
        lambda pair: st.builds(
            PxManner,
            encoding=st.just(pair[0]),
            codepage=st.just(pair[1]),
            end=st.sampled_from(["\n", "\r\n", "\r"]),
            blank=st.sampled_from([" ", "\t", ",", ";", ", ", " \n"]),
            missing=st.sampled_from([f'"{"." * count}"' for count in range(1, 7)]),
            zero=st.sampled_from(["0", '"-"', "-0.0"]),
            ranged=st.booleans(),
            danish=st.booleans(),
            stub=st.integers(0, 3),
            keyed=st.booleans(),
        )
    )


def px_text(made: Made, manner: PxManner) -> str:
    """A cube as a PX file."""
    own = _foreign(made) if manner.danish else made
    lines = [
        'CHARSET="ANSI";',
        f'CODEPAGE="{manner.codepage}";',
        *(['LANGUAGE="en";', 'LANGUAGES="en","da";'] if manner.danish else []),
        *_px_header(own, manner, ""),
        *(_px_header(made, manner, "[da]") if manner.danish else []),
    ]
    stub = own.dimensions[: manner.stub]
    if manner.keyed:
        lines += [f"KEYS({quoted(dimension.name)})=CODES;" for dimension, _ in stub]
    text = "\n".join([*lines, "DATA=", *_px_rows(own, manner)])
    return f"{text};\n".replace("\n", manner.end)


def _foreign(made: Made) -> Made:
    """The same with other names, and the same codes."""
    dimensions = tuple(
        (
            Dimension(f"x {dimension.name}", dimension.role),
            tuple(Category(f"x {each.text}", each.code) for each in categories)
            if dimension.role is None
            else categories,
        )
        for dimension, categories in made.dimensions
    )
    return Made(dimensions, made.values, made.flags, f"x {made.title}")


def _px_header(made: Made, manner: PxManner, language: str) -> list[str]:
    names = [quoted(dimension.name) for dimension, _ in made.dimensions]
    parted = (("STUB", names[: manner.stub]), ("HEADING", names[manner.stub :]))
    lines = [f"{key}{language}={','.join(own)};" for key, own in parted if own]
    lines.append(f"CONTENTS{language}={quoted(made.title)};")
    for name, (_, categories) in zip(names, made.dimensions, strict=True):
        texts = ",\n".join(quoted(each.text) for each in categories)
        lines.append(f"VALUES{language}({name})={texts};")
        lines.append(f"CODES{language}({name})={','.join(quoted(c.code) for c in categories)};")
    years = [quoted(each.text) for each in made.dimensions[-1][1]]
    spelled = f"{years[0]}-{years[-1]}" if manner.ranged else ",".join(years)
    lines.append(f"TIMEVAL{language}({names[-1]})=TLIST(A1),{spelled};")
    return lines


def quoted(text: str | None) -> str:
    doubled = (text or "").replace('"', '""')
    return f'"{doubled}"'


def _px_rows(made: Made, manner: PxManner) -> list[str]:
    stub, heading = made.dimensions[: manner.stub], made.dimensions[manner.stub :]
    width = prod(len(categories) for _, categories in heading)
    beside = list(product(*(categories for _, categories in stub)))
    rows = []
    for number, categories in enumerate(beside):
        cells = [_px_cell(value, manner) for value in made.values[number * width :][:width]]
        keys = [quoted(each.code) for each in categories] if manner.keyed else []
        rows.append(manner.blank.join([*keys, *cells]) + " ")
    return rows


def _px_cell(value: float | None, manner: PxManner) -> str:
    if value is None:
        return manner.missing
    return repr(value) if value else manner.zero


# ------------------------------------------------------------------ JSON-stat


@dataclass(frozen=True)
class JsonManner:
    """How somebody writes JSON-stat: its version, and lists or objects where both are allowed."""

    version: int
    listed_index: bool
    sparse: bool
    status: str  # `list`, `object`
    ascii: bool
    encoding: str


def json_manners() -> st.SearchStrategy[JsonManner]:
    return st.builds(
        JsonManner,
        version=st.sampled_from([1, 2]),
        listed_index=st.booleans(),
        sparse=st.booleans(),
        status=st.sampled_from(["list", "object"]),
        ascii=st.booleans(),
        encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    )


def jsonstat_text(made: Made, manner: JsonManner) -> str:
    """A cube as JSON-stat."""
    ids = [f"D{place}" for place in range(len(made.dimensions))]
    parts = {
        "id": ids,
        "size": [len(categories) for _, categories in made.dimensions],
        "role": {"time": [ids[-1]]},
    }
    dimensions = {
        own: _json_dimension(*each, manner) for own, each in zip(ids, made.dimensions, strict=True)
    }
    values: Any = list(made.values)
    statuses: Any = ["".join(flags) or None for flags in made.flags]
    if manner.sparse:
        values = {str(k): each for k, each in enumerate(made.values) if each is not None}
    if manner.status == "object":
        statuses = {str(k): each for k, each in enumerate(statuses) if each is not None}
    dataset = {"label": made.title, "value": values, "status": statuses}
    if manner.version == 1:
        whole: Any = {"dataset": {**dataset, "dimension": {**dimensions, **parts}}}
    else:
        whole = {"class": "dataset", **dataset, **parts, "dimension": dimensions}
    return json.dumps(whole, ensure_ascii=manner.ascii)


def _json_dimension(
    dimension: Dimension, categories: Sequence[Category], manner: JsonManner
) -> dict[str, Any]:
    codes = [each.code for each in categories]
    index = codes if manner.listed_index else {code: place for place, code in enumerate(codes)}
    labels = {each.code: each.text for each in reversed(categories)}
    return {"label": dimension.name, "category": {"index": index, "label": labels}}


# ------------------------------------------------------------------ Eurostat


def eurostat_text(made: Made, *, glued: bool, end: str) -> str:
    """A cube as Eurostat's TSV; the texts of its categories are not in the file."""
    names = [dimension.name for dimension, _ in made.dimensions[:-1]]
    years = made.dimensions[-1][1]
    header = [f"{','.join(names)}\\TIME_PERIOD", *(f"{year.text} " for year in years)]
    lines, width = ["\t".join(header)], len(years)
    beside = product(*(categories for _, categories in made.dimensions[:-1]))
    for number, categories in enumerate(beside):
        start = number * width
        pairs = zip(made.values[start:][:width], made.flags[start:][:width], strict=True)
        cells = [_tsv_cell(value, "".join(flags), glued=glued) for value, flags in pairs]
        lines.append("\t".join([",".join(each.text for each in categories), *cells]))
    return end.join([*lines, ""])


def _tsv_cell(value: float | None, letters: str, *, glued: bool) -> str:
    written = ":" if value is None else repr(value)
    return f"{written}{letters} " if glued else f"{written} {letters}"

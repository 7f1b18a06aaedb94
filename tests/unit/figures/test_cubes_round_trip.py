"""Any cube reads back equal, however a PX, JSON-stat or Eurostat file writes it."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from support.cubes import (
    JsonManner,
    Made,
    PxManner,
    eurostat_text,
    figures,
    json_manners,
    jsonstat_text,
    made_cubes,
    px_manners,
    px_text,
)
from tryghed_dsl.figures.beginnings import is_eurostat, is_jsonstat, is_px
from tryghed_dsl.figures.cube import Category, Cube, Role
from tryghed_dsl.figures.eurostat import read_eurostat
from tryghed_dsl.figures.jsonstat import read_jsonstat
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.px import read_px

FLAGS = {"b": "break", "p": "provisional", "e": "estimated"}


def flagged(made: Made) -> list[tuple[str, ...]]:
    """The flags of the figures that are there, in words."""
    pairs = zip(made.values, made.flags, strict=True)
    return [tuple(FLAGS[each] for each in flags) for value, flags in pairs if value is not None]


def saved(folder: pytest.TempPathFactory, name: str, data: bytes) -> Path:
    path = folder.getbasetemp() / name
    path.write_bytes(data)
    return path


def check_shape(cube: Cube, made: Made) -> None:
    names = [dimension.name for dimension, _ in made.dimensions]
    assert [each.name for each in cube.dimensions[: len(names)]] == names
    assert cube.dimensions[len(names) - 1].role is Role.PERIOD
    assert cube.missing == made.values.count(None)


@given(made=made_cubes(), manner=px_manners())
@settings(deadline=None)
def test_px(tmp_path_factory: pytest.TempPathFactory, made: Made, manner: PxManner) -> None:
    assume(manner.stub or not manner.keyed)
    data = px_text(made, manner).encode(manner.encoding)
    assert is_px(data[:200])
    (cube,), found = read_px(saved(tmp_path_factory, "made.px", data), NOTHING_SAID)
    assert found == []
    check_shape(cube, made)
    assert figures(cube, leaving_out=1) == made.figures
    assert cube.dimensions[-1].role is Role.MEASURE
    assert cube.titles == (made.title,)
    assert {entry.categories[-1] for entry in cube.entries} <= {Category(made.title)}


@given(made=made_cubes(flags=list(FLAGS)), manner=json_manners())
@settings(deadline=None)
def test_jsonstat(tmp_path_factory: pytest.TempPathFactory, made: Made, manner: JsonManner) -> None:
    data = jsonstat_text(made, manner).encode(manner.encoding)
    assert is_jsonstat(data)
    (cube,), found = read_jsonstat(saved(tmp_path_factory, "made.json", data), NOTHING_SAID)
    assert found == []
    check_shape(cube, made)
    assert figures(cube) == made.figures
    assert [entry.flags for entry in cube.entries] == flagged(made)
    assert cube.titles == (made.title,)


@given(
    made=made_cubes("abcxyzABCXYZ_0189", list(FLAGS)),
    glued=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None)
def test_eurostat(
    tmp_path_factory: pytest.TempPathFactory, made: Made, *, glued: bool, end: str
) -> None:
    names = [dimension.name.casefold() for dimension, _ in made.dimensions]
    assume(len(names) > 1 and not {"geo", "time"} & set(names))
    assume(
        all(
            len({c.text for c in categories}) == len(categories)
            for _, categories in made.dimensions
        )
    )
    data = eurostat_text(made, glued=glued, end=end)
    assert is_eurostat(data)
    path = saved(tmp_path_factory, "made.tsv", data.encode())
    (cube,), found = read_eurostat(path, NOTHING_SAID)
    assert found == []
    assert cube.missing == made.values.count(None)
    read = {tuple(c.text for c in place): value for place, value in figures(cube).items()}
    assert read == {tuple(c.text for c in p): value for p, value in made.figures.items()}
    assert [entry.flags for entry in cube.entries] == flagged(made)

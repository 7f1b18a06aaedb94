"""A small dataset of JSON-stat, and what tests ask of those that are read."""

import json
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.cube import Cube, Role
from tryghed_dsl.figures.jsonstat import read_jsonstat
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.findings.finding import Finding


def dataset(**parts: Any) -> dict[str, Any]:
    """A dataset of version 2 with two areas in two quarters; a part that is None is left out."""
    whole = {
        "version": "2.0",
        "class": "dataset",
        "label": "Folketal",
        "id": ["OMRÅDE", "Tid"],
        "size": [2, 2],
        "role": {"time": ["Tid"], "geo": ["OMRÅDE"]},
        "dimension": {
            "OMRÅDE": {
                "label": "område",
                "category": {
                    "index": {"101": 0, "147": 1},
                    "label": {"101": "København", "147": "Frederiksberg"},
                },
            },
            "Tid": {
                "label": "tid",
                "category": {
                    "index": ["2026K3", "2026K4"],
                    "label": {"2026K3": "2026Q3", "2026K4": "2026Q4"},
                },
            },
        },
        "value": [1, 2.5, None, -4],
    }
    return {key: part for key, part in (whole | parts).items() if part is not None}


def changed(path: str, part: Any) -> dict[str, Any]:
    """The dataset with one part of its dimensions changed; None takes it away."""
    whole = dataset()
    *way, last = path.split(".")
    inside = whole["dimension"]
    for key in way:
        inside = inside[key]
    inside.pop(last) if part is None else inside.__setitem__(last, part)
    return whole


def read(
    folder: Path, given: Any, options: Options = NOTHING_SAID
) -> tuple[list[Cube], list[Finding]]:
    path = folder / "folketal.json"
    data = given if isinstance(given, bytes) else json.dumps(given).encode()
    path.write_bytes(data)
    return read_jsonstat(path, options)


def one(folder: Path, given: Any, options: Options = NOTHING_SAID) -> Cube:
    cubes, found = read(folder, given, options)
    assert found == []
    (cube,) = cubes
    return cube


def told(folder: Path, given: Any) -> Finding:
    """The only finding of a file that is not read."""
    cubes, found = read(folder, given)
    assert cubes == []
    (finding,) = found
    return finding


def figures(cube: Cube) -> dict[tuple[str | None, ...], float]:
    return {tuple(each.code for each in e.categories): e.value for e in cube.entries}


def roles(cube: Cube) -> list[Role | None]:
    return [dimension.role for dimension in cube.dimensions]

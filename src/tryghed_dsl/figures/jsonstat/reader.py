"""Reads a file of JSON-stat: its JSON, the datasets in it, and a cube from each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.cube import Cube
from tryghed_dsl.figures.described import (
    Unreadable,
    bytes_of,
    check_once,
    count_of,
    stop,
    text_of,
)
from tryghed_dsl.figures.jsonstat.cells import entries_of
from tryghed_dsl.figures.jsonstat.description import describe
from tryghed_dsl.figures.jsonstat.parts import Object, Parts
from tryghed_dsl.figures.options import Options
from tryghed_dsl.findings.finding import Finding, InFile


def read_jsonstat(path: Path, options: Options) -> tuple[list[Cube], list[Finding]]:
    """Read a file of JSON-stat.

    Returns:
        A cube for each dataset, and what was found; with an error among that not all is there.
    """
    found = list[Finding]()
    try:
        text, assumed = text_of(bytes_of(path), path.name, options)
        found += assumed
        where = InFile(path.name)
        datasets = _datasets(_parsed(text, where), where)
        return [_cube(Parts(each, where), options, found) for each in datasets], found
    except Unreadable as stopped:
        return [], [*found, stopped.finding]


def _parsed(text: str, where: InFile) -> Any:
    """What the JSON holds; all its numbers are floats, as figures are."""

    def once(pairs: list[tuple[str, Any]]) -> Object:
        made = dict(pairs)
        if len(made) != len(pairs):
            check_once((key for key, _ in pairs), where.file, where)
        return made

    if not text.strip():
        stop("E312", where)
    try:
        return json.loads(text, parse_int=float, object_pairs_hook=once)
    except json.JSONDecodeError as wrong:
        stop("E319", InFile(where.file, wrong.lineno))
    except RecursionError:
        stop("E341", where, part="dataset")


def _datasets(root: Any, where: InFile) -> list[Object]:
    """The datasets of a file: the only one, those of a collection, or those with names."""
    found = list(_within(root))
    if not found:
        stop("E312", where)
    return found


def _within(given: Any) -> Iterator[Object]:
    if not isinstance(given, dict):
        return
    kind = given.get("class")
    if kind == "collection":
        # Items that are only links to elsewhere have no figures here.
        link = given.get("link")
        items = link.get("item") if isinstance(link, dict) else None
        own = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        for item in own:
            if "value" in item or item.get("class") == "collection":
                yield from _within(item)
    elif kind == "dataset" or "dimension" in given:
        yield given
    else:
        named = (each for each in given.values() if isinstance(each, dict))
        yield from (each for each in named if "dimension" in each)


def _cube(dataset: Parts, options: Options, found: list[Finding]) -> Cube:
    described = describe(dataset)
    entries = entries_of(dataset, described, options, found)
    title = dataset.text("label")
    return Cube(
        dataset.where.file,
        described.dimensions,
        entries,
        titles=(title,) if title else (),
        missing=count_of(described.categories) - len(entries),
        layout="JSON-stat",
    )

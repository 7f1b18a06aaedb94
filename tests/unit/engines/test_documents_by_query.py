"""The documents that say what targets mean, judged by a query: the same as in memory."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from support.documents import Block, blocks, documents, loaded, of_verdicts, write_files
from tryghed_dsl.everywhere.care import row_of

GOOD = documents(Path(__file__).parents[2] / "language" / "good")
COLUMNS = ("value", "limit", "difference")
# What a spec that is judged in many areas has to state.
TO_BE_STATED = {"E333", "E338"}


def by_query(spec: td.Spec, path: Path, report: td.Report) -> list[tuple[object, ...]] | None:
    """The rows of a query for the area and period of a report; None where it cannot be asked."""
    try:
        verdicts = td.evaluate(
            spec, path, report.as_of, areas=[report.area], engine="duckdb", columns=COLUMNS
        )
    except td.FiguresError as error:
        if {finding.code for finding in error.findings} <= TO_BE_STATED:
            return None
        raise
    assert verdicts.engine == "duckdb"
    return sorted(verdicts, key=str)


def alike(one: object, other: object) -> bool:
    if one is None or other is None:
        return one is other
    return one == pytest.approx(other, rel=1e-9, abs=1e-9)


def judged(spec: td.Spec, figures: str, block: Block, folder: Path) -> None:
    path = folder / "figures.csv"
    path.write_text(figures, encoding="utf-8")
    as_of, area, default = of_verdicts(block.info)
    report = td.evaluate(spec, path, None if default else as_of, area)
    rows = by_query(spec, path, report)
    if rows is not None:
        expected = sorted((row_of(report.area, target, COLUMNS) for target in report), key=str)
        assert [row[:4] for row in rows] == [row[:4] for row in expected]
        for row, other in zip(rows, expected, strict=True):
            assert all(map(alike, row[4:], other[4:])), (row, other)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_query_gives_the_verdicts_of_documents(path: Path, tmp_path: Path) -> None:
    spec, figures = None, None
    for block in blocks(path):
        if block.kind == "tryghed":
            spec, figures = loaded(block, tmp_path, f"{path.name}:{block.line}"), None
        elif block.kind == "file":
            write_files([block], tmp_path)
        elif block.kind == "csv":
            figures = block.body
        elif block.kind == "verdicts":
            assert spec is not None
            assert figures is not None
            judged(spec, figures, block, tmp_path)

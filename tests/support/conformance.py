"""What every database has to do: give the verdicts that figures in memory have.

A new database needs one function, which writes a table and gives what `evaluate` takes of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import tryghed_dsl as td
from oracle.cases import FORMS, case
from oracle.draw import Draw
from oracle.wording import text
from support.documents import Block, blocks, documents, loaded, of_verdicts, write_files
from tryghed_dsl.everywhere.asked import COLUMNS
from tryghed_dsl.everywhere.care import row_of
from tryghed_dsl.everywhere.verdicts import Verdicts
from tryghed_dsl.given import read_figures

ROOT = Path(__file__).parents[2]
GOOD = documents(ROOT / "tests" / "language" / "good")
TYPES: Mapping[str, type] = {
    **dict.fromkeys(("indicator", "area"), str),
    "period": str,
    **dict.fromkeys(("value", "n", "denominator", "lower", "upper"), float),
    "flag": str,
}
Record = Mapping[str, object]
Judge = Callable[["Asked"], Verdicts]
# What a spec that is judged in many areas has to state.
_TO_BE_STATED = {"E333", "E338"}
_TABLES = 2
_FEW = ("value", "limit", "difference", "flags")


@dataclass(frozen=True)
class Asked:
    """Something to be judged.

    Attributes:
        records: the figures, one a row, with all of the columns of `TYPES`.
        columns: what is wanted besides verdicts and reasons.
    """

    spec: td.Spec
    records: Sequence[Record]
    as_of: str
    areas: Sequence[str]
    columns: Sequence[str] = COLUMNS


def of_document(path: Path, folder: Path) -> Iterator[Asked]:
    """What a language document judges; but for suppressed figures, which a number cannot be."""
    spec, figures = None, None
    for block in blocks(path):
        if block.kind == "tryghed":
            spec, figures = loaded(block, folder, f"{path.name}:{block.line}"), None
        elif block.kind == "file":
            write_files([block], folder)
        elif block.kind == "csv":
            figures = folder / "figures.csv"
            figures.write_text(block.body, encoding="utf-8")
        elif block.kind == "verdicts":
            assert spec is not None
            assert figures is not None
            yield from _of_block(spec, figures, block)


def _of_block(spec: td.Spec, path: Path, block: Block) -> Iterator[Asked]:
    as_of, area, default = of_verdicts(block.info)
    report = td.evaluate(spec, path, None if default else as_of, area)
    read, _ = read_figures(report.spec, path)
    if any(seen.most is not None for seen in read):
        return
    records = [
        {
            "indicator": seen.key.indicator,
            "area": seen.key.area,
            "period": str(seen.key.period),
            "value": seen.value,
            "n": seen.n,
            "denominator": seen.denominator,
            "lower": seen.lower,
            "upper": seen.upper,
            "flag": ",".join(seen.flags) or None,
        }
        for seen in read
    ]
    yield Asked(spec, records, str(report.as_of), [report.area], _FEW)


def generated(form: str, seed: int) -> Iterator[Asked]:
    """Random figures of a random spec of a form."""
    made = case(Draw(seed), form, _TABLES, moments=1)
    spec = td.loads(text(made.spec))
    for table in made.tables:
        records = [{**record, "period": str(record["period"])} for record in table.records()]
        for moment in made.moments:
            yield Asked(spec, records, str(moment.year), ["own", "kbh"])


def agrees(asked: Asked, judge: Judge, engine: str) -> bool:
    """That a database gives the rows that memory gives; False where it cannot be asked."""
    try:
        found = judge(asked)
    except td.FiguresError as error:
        if {finding.code for finding in error.findings} <= _TO_BE_STATED:
            return False
        raise
    assert found.engine == engine
    reports = [_report(asked, area) for area in asked.areas]
    expected = sorted((row_of(r.area, t, asked.columns) for r in reports for t in r), key=str)
    rows = sorted(found, key=str)
    assert [row[:4] for row in rows] == [row[:4] for row in expected]
    for row, other in zip(rows, expected, strict=True):
        for name, one, two in zip(asked.columns, row[4:], other[4:], strict=True):
            assert _alike(one, two), (row[:4], name, one, two)
    return True


def _report(asked: Asked, area: str) -> td.Report:
    figures, _ = read_figures(asked.spec, list(asked.records), any_area=True)
    return td.evaluate(asked.spec, figures, asked.as_of, area)


def _alike(one: object, two: object) -> bool:
    if isinstance(one, str) and isinstance(two, str):
        return set(one.split(",")) == set(two.split(","))
    if one is None or two is None:
        return one is two
    return one == pytest.approx(two, rel=1e-9, abs=1e-9)


def forms() -> list[str]:
    """The forms of specs that can be drawn."""
    return list(FORMS)

"""Verdicts of many areas in a file, or as columns of a table."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from sqlglot import exp

import tryghed_dsl as td
from tryghed_dsl.engines.database import USUAL
from tryghed_dsl.everywhere import verdicts as made
from tryghed_dsl.everywhere.whole import Whole

SPEC = """
agreement "Two" { baseline 2015 }
area kbh
indicator vold "Vold", count, lower is better
indicator uro  "Uro",  count
vold <= baseline(2015), warn within 10%
monitor uro
"""
COLUMNS = ("value", "limit")
# Of the last area a count is given twice, which a query cannot judge.
AREAS = [f"a{place:02}" for place in range(40)]


def records(*, odd: bool = False) -> list[dict[str, Any]]:
    rows = [
        {"indicator": name, "area": area, "period": year, "value": float(place + year % 5)}
        for place, area in enumerate(AREAS)
        for name, year in (("vold", 2015), ("vold", 2018), ("uro", 2018))
    ]
    return [*rows, {**rows[-1], "value": rows[-1]["value"]}] if odd else rows


def judged(**more: Any) -> made.Verdicts:
    frame = pl.DataFrame(records(odd=more.pop("odd", False)))
    more.setdefault("columns", COLUMNS)
    return td.evaluate(td.loads(SPEC), frame, 2018, areas="all", **more)


READERS: dict[str, Callable[[Path], pl.DataFrame]] = {
    "csv": pl.read_csv,
    "parquet": pl.read_parquet,
}


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("asked", [{}, {"engine": "local"}, {"odd": True}])
def test_a_file_has_the_rows(form: str, asked: dict[str, Any], tmp_path: Path) -> None:
    verdicts = judged(**asked)
    path = tmp_path / f"its name.{form}"
    verdicts.write(path)
    written = READERS[form](path)
    assert tuple(written.columns) == verdicts.columns
    assert len(written) == 2 * len(AREAS)
    assert sorted(written.rows()) == sorted(verdicts)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_libraries_of_tables_take_the_columns() -> None:
    verdicts = judged(odd=True)
    for rows in (
        pl.DataFrame(verdicts).rows(),
        pl.DataFrame(pa.table(verdicts)).rows(),
    ):
        assert sorted(rows) == sorted(verdicts)


def test_all_columns_are_written(tmp_path: Path) -> None:
    verdicts = judged(columns=None, odd=True)
    verdicts.write(tmp_path / "all.parquet")
    written = pl.read_parquet(tmp_path / "all.parquet")
    assert tuple(written.columns) == verdicts.columns
    assert sorted(written.rows(), key=str) == sorted(verdicts, key=str)


def test_a_file_that_stood_there_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    path.write_text("before", encoding="utf-8")
    judged().write(str(path))
    assert path.read_text(encoding="utf-8").startswith("area,target,verdict,reason,value,limit\n")


def test_what_goes_wrong_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    path.write_text("before", encoding="utf-8")
    nowhere = exp.select("x").from_("nowhere")
    whole = Whole(("x",), judged()._lying.database, nowhere, [])  # noqa: SLF001
    with pytest.raises(Exception, match="nowhere"):
        whole.write(path)
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_other_endings_and_missing_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"ends in \.parquet or \.csv"):
        judged().write(tmp_path / "verdicts.xlsx")
    with pytest.raises(OSError, match="nowhere"):
        judged().write(tmp_path / "nowhere" / "verdicts.csv")


class Elsewhere:
    """A database that is not the embedded one."""

    name = dialect = "elsewhere"
    habits = USUAL

    def rows(self, query: exp.Query, *, few: bool = False) -> Iterator[tuple[Any, ...]]:
        assert query is not None or few
        yield from [("b", "vold", "pass", "met", 1.0, 2.0)]

    def keep(self, name: str, query: exp.Query) -> bool:
        raise NotImplementedError


def test_rows_of_another_database_are_written_too(tmp_path: Path) -> None:
    aside = ("a", "vold", "fail", "missed", 3.0, None)
    columns = ("area", "target", "verdict", "reason", *COLUMNS)
    Whole(columns, Elsewhere(), exp.select("x"), [aside]).write(tmp_path / "both.csv")
    assert (tmp_path / "both.csv").read_text(encoding="utf-8").splitlines() == [
        ",".join(columns),
        "a,vold,fail,missed,3.0,",
        "b,vold,pass,met,1.0,2.0",
    ]

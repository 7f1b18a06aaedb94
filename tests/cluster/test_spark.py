"""Apache Spark on a cluster: the verdicts that figures in memory have."""

import gc
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

import tryghed_dsl as td
from support.conformance import GOOD, TYPES, Asked, agrees, forms, generated, of_document
from support.spark import connected, mastered
from tryghed_dsl.everywhere.verdicts import Verdicts

pytestmark = [
    pytest.mark.filterwarnings("default"),  # pyspark has warnings of its own
]
SOME = GOOD[::10]
KINDS = ", ".join(f"`{n}` {'STRING' if k is str else 'DOUBLE'}" for n, k in TYPES.items())
SPEC = td.loads("""
area kbh
indicator indbrud "Indbrud", count, lower is better
indicator to_gange = indbrud + indbrud
indbrud <= 100
to_gange <= 190
""")
PLAIN = [
    ("Indbrud", "a", 2018, 90.0),
    ("indbrud", "b", 2018, 110.0),
    ("indbrud", "c", 2017, 1.0),
    ("indbrud", "d", 2018, 1e300),
]
NAMES = ["indicator", "area", "period", "value"]


@pytest.fixture(scope="session")
def master() -> Iterator[str]:
    yield from mastered()


@pytest.fixture(scope="session")
def session(master: str) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield from connected(master)


def check(asked: Asked, session: Any) -> bool:
    def judge(asked: Asked) -> Verdicts:
        rows = [tuple(record[name] for name in TYPES) for record in asked.records]
        frame: Any = session.createDataFrame(rows, KINDS)
        return td.evaluate(asked.spec, frame, asked.as_of, areas=asked.areas, columns=asked.columns)

    return agrees(asked, judge, "spark")


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_documents(path: Path, session: Any, tmp_path: Path) -> None:
    for asked in of_document(path, tmp_path):
        check(asked, session)


@pytest.mark.parametrize("form", forms())
def test_random_specs(form: str, session: Any) -> None:
    check(next(generated(form, seed=len(form))), session)


def judged(given: Any, engine: Any = None) -> Verdicts:
    return td.evaluate(SPEC, given, 2018, areas="all", engine=engine, columns=["value"])


@pytest.fixture
def expected() -> Sequence[tuple[object, ...]]:
    records = [dict(zip(NAMES, row, strict=True)) for row in PLAIN]
    return sorted(judged(records, "local"), key=str)


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_files_are_judged_where_workers_read_them(
    form: str, session: Any, master: str, tmp_path: Path, expected: Sequence[object]
) -> None:
    path = tmp_path / f"figures.{form}"
    with duckdb.connect() as opened:
        opened.execute("create table t (indicator text, area text, period int, value double)")
        opened.executemany("insert into t values (?, ?, ?, ?)", PLAIN)
        opened.execute(f"copy t to '{path}'")
    for engine in (session, master):
        assert sorted(judged(path, engine), key=str) == expected


def test_tables_are_judged_by_their_names(session: Any, expected: Sequence[object]) -> None:
    session.createDataFrame(PLAIN, NAMES).createOrReplaceTempView("tal")
    found = judged("tal", session)
    assert found.engine == "spark"
    assert sorted(found, key=str) == expected
    assert sum(found.counts["indbrud"].values()) == 3


def test_verdicts_are_a_data_frame_of_spark(session: Any, expected: Sequence[object]) -> None:
    found = judged(session.createDataFrame(PLAIN, NAMES))
    frame = found.spark()
    assert tuple(frame.columns) == found.columns
    assert sorted(map(tuple, frame.collect()), key=str) == expected


def test_a_data_frame_is_computed_from_figures_that_were_read_once(
    session: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = judged(session.createDataFrame(PLAIN, NAMES)).spark()
    gc.collect()  # whose verdicts nobody holds any longer
    frame.explain()
    assert "InMemoryTableScan" in capsys.readouterr().out


@pytest.mark.parametrize("rows", [[], [("indbrud", "a", 201801, 90.0)]])
@pytest.mark.parametrize("as_of", [None, 2018])
def test_a_table_without_years_is_told_when_it_is_asked(
    rows: list[tuple[object, ...]], as_of: int | None, session: Any
) -> None:
    frame = session.createDataFrame(rows, "indicator string, area string, period int, value double")
    with pytest.raises(td.FiguresError, match="E358"):
        td.evaluate(SPEC, frame, as_of, areas="all").spark()


def test_what_is_no_table_with_one_figure_a_row_is_told(session: Any) -> None:
    with pytest.raises(td.FiguresError, match="E358") as raised:
        judged(session.createDataFrame([("a", 1)], ["area", "value"]))
    assert "needed" in raised.value.findings[0].args
    with pytest.raises(td.FiguresError, match="E358"):
        judged("nothing_of_that_name", session)


def test_an_error_on_the_way_is_told(session: Any, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("indicator,area,period,value\nindbrud,a,2018,mange\n", encoding="utf-8")
    with pytest.raises(td.FiguresError, match="E358"):
        list(judged(path, session))

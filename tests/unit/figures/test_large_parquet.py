"""Tidy Parquet files that are too large to hold, of which only what is wanted is read."""

from pathlib import Path

import duckdb
import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.figures import large_parquet, record_grid
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.findings.finding import Finding

SPEC = td.loads(
    """
    area kbh "København"
    indicator indbrud "Indbrud", count, lower is better
    indbrud <= 48
    """
)
ROWS = """
    SELECT * FROM (VALUES
        ('indbrud', 'et andet sted', 2017, '4'),
        ('indbrud', 'København', 2017, '45'),
        ('vold', 'KØBENHAVN ', 2017, '7'),
        ('indbrud', 'kbh', 2018, '44'),
        ('indbrud', NULL, 2018, '44'),
        ('indbrud', 'et andet sted', 2018, '..')
    ) AS figures(indikator, område, år, værdi)
"""


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_parquet, "LARGE_ROWS", 1)


def written(folder: Path, rows: str = ROWS) -> Path:
    path = folder / "tal.parquet"
    duckdb.sql(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    return path


def read(path: Path) -> tuple[list[Observation], list[Finding]]:
    read = read_files([path])
    assert read.large, "the file is read by what is wanted of it"
    rows, found = read.named(SPEC)
    figures, more = matched(SPEC, rows)
    return list(figures), [*found, *more]


def test_only_the_rows_of_the_spec_s_areas_are_taken(tmp_path: Path) -> None:
    figures, found = read(written(tmp_path))
    assert [(str(e.key.period), e.value, e.origin.row) for e in figures] == [
        ("2017", 45, 2),
        ("2018", 44, 4),
    ]
    assert figures[0].origin.file == "tal.parquet"
    told = [(each.code, each.args.get("name"), each.args.get("rows")) for each in found]
    assert told == [("W305", '""', 1), ("W305", "et andet sted", 2), ("W306", "vold", 1)]


def test_of_very_many_rows_only_their_number_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_parquet, "_NAMED_ROWS", 3)
    _, found = read(written(tmp_path))
    assert [(each.code, each.args.get("rows")) for each in found] == [("N380", 3), ("W306", 1)]


def test_more_rows_than_can_be_held_are_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_grid, "MOST_ROWS", 4)
    path = written(tmp_path)
    assert len(read(path)[0]) == 2
    _, found = read_files([path]).named(None)  # without a spec all are wanted
    assert [each.code for each in found] == ["E354"]


def test_values_of_other_rows_are_looked_at(tmp_path: Path) -> None:
    _, found = read(written(tmp_path, ROWS.replace("'..'", "'mange'")))
    assert [(each.code, str(each.where)) for each in found if each.code[0] == "E"] == [
        ("E303", "tal.parquet:6")
    ]


def test_numbers_without_end_in_other_rows_are_looked_at(tmp_path: Path) -> None:
    rows = "SELECT 'indbrud' AS indikator, x.* FROM (VALUES ('kbh', 2018, 4.0), ('b', 2018, {}))"
    rows += " AS x(område, år, værdi)"
    _, found = read(written(tmp_path, rows.format("'inf'::DOUBLE")))
    assert "E313" in [each.code for each in found]
    assert [each.code for each in read(written(tmp_path, rows.format("NULL")))[1]] == ["W305"]


@pytest.mark.parametrize("most", [3, 1_000])
def test_names_are_found_however_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(large_parquet, "_NAMED_ROWS", most)
    rows = """
        SELECT 'indbrud' AS indikator, x.*, 4 AS værdi FROM (VALUES
            ('København', 2011), (' københavn', 2012), ('KØBENHAVN  ', 2013), ('Koebenhavn', 2014)
        ) AS x(område, år)
    """
    figures, _ = read(written(tmp_path, rows))
    assert [seen.key.period.year for seen in figures] == [2011, 2012, 2013, 2014]


def test_a_code_before_a_name_does_not_matter(tmp_path: Path) -> None:
    figures, _ = read(written(tmp_path, ROWS.replace("'kbh'", "'101 København'")))
    assert [seen.value for seen in figures] == [45, 44]


def test_tables_that_are_not_tidy_are_read_as_they_were(tmp_path: Path) -> None:
    path = written(tmp_path, "SELECT 'Indbrud' AS art, 45 AS \"2018\"")
    assert not read_files([path]).large


def test_a_file_that_is_cut_short_is_damaged(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-100])
    _, found = read_files([path]).named(SPEC)
    assert [each.code for each in found] == ["E355"]

"""Files that are none, or of another kind than figures are in: each gets words of its own."""

import os
from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.places import name_of, without_password
from tryghed_dsl.figures.read import Read, read_files, read_places, read_records
from tryghed_dsl.findings.finding import Finding, Listed
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language

SPEC = td.loads(
    """
    area kbh "København"
    area aarhus "Århus"
    indicator indbrud "Indbrud", count, lower is better
    indbrud <= 48
    """
)


def only(read: Read) -> Finding:
    (found,) = read.found
    return found


def advice(finding: Finding, language: Language = Language.EN) -> str:
    return "\n".join(said(finding, language).help)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    os.mkfifo(path)
    assert only(read_files([path])).code == "E301"


def test_a_folder_is_called_one_and_its_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "tal.csv").write_text("x", encoding="utf-8")
    found = only(read_files([tmp_path]))
    assert found.code == "E301"
    assert "is a folder" in advice(found)
    assert "tal.csv" in advice(found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("politi2018.csv", "politi-2018.csv"),
        ("politi-2018", "politi-2018.csv"),
        ("politi2017.xlsx", "politi-2017.xlsx"),
        ("politi2017.csv", "politi-2017.csv"),
        ("ssp.csv", "ssp.csv.txt"),
        ("nord.csv", None),
        ("aftale.csv", None),
        ("mappe/politi-2018.csv", None),
    ],
)
def test_of_figures_that_are_not_there_those_that_were_meant_are_named(
    tmp_path: Path, typed: str, meant: str | None
) -> None:
    there = ["politi-2018.csv", "politi-2017.csv", "politi-2017.xlsx"]
    for name in (*there, "ssp.csv.txt", "aftale.tryghed"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = only(read_files([tmp_path / typed]))
    assert found.code == "E301"
    assert found.args.get("suggestion") == (str(tmp_path / meant) if meant else None)


@pytest.mark.parametrize(
    "text",
    ["%PDF-1.4\n1 0 obj", "{\\rtf1 tal}", "%!PS"],
)
def test_documents_that_begin_with_text_are_no_tables(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tal.csv"
    path.write_text(text, encoding="utf-8")
    assert only(read_files([path])).code == "E320"


def test_a_web_address_is_called_one() -> None:
    found = only(read_places(["https://example.org/tal.csv?token=hemmelig"]))
    assert found.code == "E320"
    assert "is a web address" in advice(found)
    assert "hemmelig" not in advice(found)


def test_the_driver_of_a_database_is_named_by_its_package() -> None:
    found = only(read_places(["mysql://bruger@vaert/tal#figures"]))
    assert (found.code, found.args["install"]) == ("E353", "PyMySQL")


@pytest.mark.parametrize("beginning", ["", "indikator;område;år;værdi\n"])
def test_a_line_without_end_is_told_before_it_is_read(tmp_path: Path, beginning: str) -> None:
    path = tmp_path / "tal.csv"
    path.write_text(beginning + "1;" * 1_000_000, encoding="utf-8")
    _, found = read_files([path]).named(SPEC)
    assert [each.code for each in found] == ["E361"]


def test_a_missing_period_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text("indikator;område;værdi\nIndbrud;København;45\n", encoding="utf-8")
    _, (found,) = read_files([path]).named(SPEC)
    assert found.code == "E302"
    assert "period = " in advice(found)
    assert "indicator = " not in advice(found)


def test_of_very_many_names_a_dozen_are_shown() -> None:
    names = tuple(f"kolonne {number}" for number in range(2_000))
    found = Finding("N360", (), {"columns": Listed(names)})
    assert said(found, Language.EN).message.endswith("`kolonne 11` and 1,988 more")
    assert said(found, Language.DA).message.endswith("`kolonne 11` og 1.988 til")


def near(name: str) -> object:
    record = {"indikator": "Indbrud", "område": name, "år": 2018, "værdi": 4}
    rows, _ = read_records([record]).named(SPEC)
    (found,) = matched(SPEC, rows)[1]
    return found.args.get("suggestion")


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Københavns Kommune", "København"),
        ("Aarhus Kommune", "Århus"),
        ("Århus kommune", "Århus"),
        ("Esbjerg Kommune", None),
        ("Randers Kommune", None),
    ],
)
def test_a_municipality_suggests_its_place(name: str, suggestion: str | None) -> None:
    assert near(name) == suggestion


def test_a_name_that_cannot_be_quoted_is_not_typed() -> None:
    record = {"indikator": "Indbrud", "område": "A`B", "år": 2018, "værdi": 4}
    rows, _ = read_records([record]).named(SPEC)
    (found,) = matched(SPEC, rows)[1]
    assert "typed" not in found.args


@pytest.mark.parametrize("dash", ["-", "–", "—", "−"])
def test_zero_as_a_dash_is_any_dash(tmp_path: Path, dash: str) -> None:
    path = tmp_path / "tal.csv"
    text = f"indikator;område;år;værdi\nIndbrud;København;2018;{dash}\nIndbrud;København;2019;4\n"
    path.write_text(text, encoding="utf-8")
    rows, found = read_files([path], Options(zero=("-",))).named(SPEC)
    assert [row.value for row in rows] == [0, 4]
    assert found == []


def test_one_dash_is_zero_and_another_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    text = "indikator;område;år;værdi\nIndbrud;København;2018;-\nIndbrud;København;2019;–\n"
    path.write_text(text, encoding="utf-8")
    rows, _ = read_files([path], Options(zero=("-",), missing=("–",))).named(SPEC)
    assert [(str(row.period), row.value) for row in rows] == [("2018", 0)]


def test_headings_may_end_with_a_colon(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    text = "INDIKATOR:;OMRÅDE:;ÅR:;VÆRDI:\nIndbrud;København;2018;4\n"
    path.write_text(text, encoding="utf-8")
    rows, found = read_files([path]).named(SPEC)
    assert [(row.area, str(row.period), row.value) for row in rows] == [("kbh", "2018", 4)]
    assert found == []


@pytest.mark.parametrize(
    ("url", "name", "written"),
    [
        ("sqlite:///mappe/tal.db#figures", "tal.db", "sqlite:///mappe/tal.db#figures"),
        (
            "postgresql://b:hem@lig@vaert/db?sslmode=on#t",
            "postgresql://vaert/db",
            "postgresql://b@vaert/db?sslmode=on#t",
        ),
        ("postgresql://b@vaert/db#t", "postgresql://vaert/db", "postgresql://b@vaert/db#t"),
    ],
)
def test_addresses_without_what_is_secret(url: str, name: str, written: str) -> None:
    assert name_of(url) == name
    assert without_password(url) == written

"""Status reports for spreadsheets, programs and pipelines."""

import csv
import json
from io import BytesIO, StringIO
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

pytest.importorskip("openpyxl")
pytest.importorskip("babel")

import python_calamine

from support.statuses import HOSTILE, amager, hostile, unjudged
from tryghed_dsl.publishing import badge, csv_table, json_report, junit, workbook
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

THEME = Theme()
FORMATS = [badge, csv_table, json_report, junit, workbook]
NOTICE = "Opdigtede eksempeltal"


def table(status: Status) -> list[dict[str, str]]:
    text = csv_table.rendered(status, THEME).decode("utf-8-sig")
    delimiter = ";" if status.language is Language.DA else ","
    return list(csv.DictReader(StringIO(text), delimiter=delimiter))


def sheets(status: Status) -> dict[str, list[list[Any]]]:
    """The sheets as another library reads them."""
    book = python_calamine.load_workbook(BytesIO(workbook.rendered(status, THEME)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.__name__)
def test_the_same_report_is_the_same_file(form: ModuleType) -> None:
    assert form.rendered(amager(), THEME) == form.rendered(amager(), THEME)


def test_a_text_file_has_a_row_for_each_target_with_danish_numbers() -> None:
    rows = {row["Navn"]: row for row in table(amager())}
    assert list(rows) == [
        *("utryg", "utryg_aften", "aktiveringer", "indbrud", "tyveri", "vold", "hærværk"),
        *("samlet", "narkotika", "chikane"),
    ]
    indbrud = rows["indbrud"]
    assert (indbrud["Værdi"], indbrud["Holdt op mod"], indbrud["Forskel"]) == ("44", "48", "-4")
    assert indbrud["Siden sidst"] == "3"
    assert indbrud["Nedre grænse"].startswith("31,9")  # Byar's lower limit of 44
    assert all(row["Forbehold"].startswith(NOTICE) for row in rows.values())
    assert not any("eksempeltal" in row["Begrundelse"] for row in rows.values())


def test_pipelines_are_told_of_made_up_figures() -> None:
    suite = ET.fromstring(junit.rendered(amager(), THEME))[0]  # noqa: S314 -- our own
    (notice,) = suite.iter("property")
    assert notice.attrib["value"].startswith(NOTICE)


def test_english_text_files_have_commas_and_points() -> None:
    rows = {row["Name"]: row for row in table(amager(language=Language.EN))}
    assert rows["indbrud"]["Verdict"] == "pass"
    assert rows["indbrud"]["Lower limit"].startswith("31.9")


def test_what_is_missing_is_empty_and_never_zero() -> None:
    rows = {row["Navn"]: row for row in table(unjudged())}
    assert rows["indbrud"]["Værdi"] == rows["indbrud"]["Forskel"] == ""
    assert rows["indbrud"]["Vurdering"] == "kan ikke vurderes"


def test_a_workbook_has_numbers_as_numbers_and_a_notice_on_every_sheet() -> None:
    found = sheets(amager())
    assert list(found) == ["Overblik", "Mål", "Anvendte tal"]
    assert all(rows[0][0].startswith(NOTICE) for rows in found.values())
    heading, *rows = found["Mål"][1:]
    by_name = {row[heading.index("Navn")]: row for row in rows}
    assert by_name["indbrud"][heading.index("Værdi")] == 44.0
    assert by_name["indbrud"][heading.index("Vurdering")] == "opfyldt"


def test_a_workbook_says_whom_to_ask_for_what_is_missing() -> None:
    heading, *rows = sheets(unjudged())["Manglende tal"]
    assert heading[:3] == ["Manglende tal", "Spørg", "Til"]
    assert ["Indbrud, Amager Partnerskab, 2020", "Københavns Politi, antal anmeldelser"] in [
        row[:2] for row in rows
    ]


def test_no_word_of_others_is_a_formula() -> None:
    (row,) = table(hostile())
    assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())
    import openpyxl  # noqa: PLC0415 -- it alone tells formulas from texts

    book = openpyxl.load_workbook(BytesIO(workbook.rendered(hostile(), THEME)))
    kinds = {cell.data_type for sheet in book for line in sheet for cell in line}
    assert "f" not in kinds


def test_pipelines_see_what_failed_and_nothing_unjudged_as_passed() -> None:
    whole = ET.fromstring(junit.rendered(unjudged(), THEME))  # noqa: S314 -- our own
    cases = {case.get("name"): case for case in whole.iter("testcase")}
    assert cases["utryg"].find("failure") is not None
    assert cases["indbrud"].find("skipped") is not None
    assert cases["narkotika"].find("skipped") is not None
    assert (whole.get("tests"), whole.get("failures"), whole.get("skipped")) == ("10", "2", "8")


@pytest.mark.parametrize("form", [badge, junit], ids=lambda form: form.__name__)
def test_hostile_words_stay_words(form: ModuleType) -> None:
    text = form.rendered(hostile(), THEME).decode()
    ET.fromstring(text)  # noqa: S314 -- our own
    assert "<script>" not in text
    assert HOSTILE not in text


def test_a_badge_says_its_verdict_in_words_and_that_figures_are_made_up() -> None:
    text = badge.rendered(amager(), THEME).decode()
    assert "Amager Partnerskab 2019" in text
    assert "✗ ikke opfyldt (eksempel)" in text


def test_json_is_the_published_report() -> None:
    told = json.loads(json_report.rendered(amager(), THEME))
    assert told["schema"] == "tryghed-report/1"
    assert told["verdict"] == "fail"

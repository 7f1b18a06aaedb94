"""Rows that are events: how many there are of them, and where there are none."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Events, Layout, Options
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.findings.finding import Finding

SPEC = td.loads(
    """
    area kbh "København"
    area fr "Frederiksberg"
    area gentofte "Gentofte"
    indicator indbrud "Indbrud", count, lower is better
    indicator vold    "Vold",    count, lower is better
    indbrud <= 48
    """
)
TEXT = """\
Anmeldt dato;Kategori;Bydel
03-01-2018 22:10;Indbrud;København
31-12-2018 01:00;Indbrud;København
15-06-2018 12:00;Vold;Frederiksberg
15-06-2018 12:00;Andet;Frederiksberg
15-06-2018 12:00;Andet;Frederiksberg
"""


def read(
    folder: Path, text: str, **said: object
) -> tuple[dict[str, dict[str, float]], list[Finding]]:
    path = folder / "tal.csv"
    path.write_text(text, encoding="utf-8")
    options = Options(layout=Layout.EVENTS, **said)  # type: ignore[arg-type]
    rows, found = read_files([path], options).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen: dict[str, dict[str, float]] = {}
    for each in figures:
        key = each.key
        seen.setdefault(key.indicator, {})[f"{key.area} {key.period}"] = each.value
    return seen, [*found, *more]


def test_danish_dates_with_times_are_counted(tmp_path: Path) -> None:
    seen, found = read(tmp_path, TEXT)
    assert seen == {"indbrud": {"kbh 2018": 2}, "vold": {"fr 2018": 1}}
    assert [(each.code, each.args["rows"]) for each in found] == [("W306", 2)]


def test_every_indicator_in_every_area_of_the_file_is_zero_without_events(tmp_path: Path) -> None:
    seen, found = read(tmp_path, TEXT, events=Events(covers="2018..2019"))
    assert seen == {
        "indbrud": {"kbh 2018": 2, "kbh 2019": 0, "fr 2018": 0, "fr 2019": 0},
        "vold": {"kbh 2018": 0, "kbh 2019": 0, "fr 2018": 1, "fr 2019": 0},
    }
    assert [(each.code, each.args["rows"]) for each in found] == [("W306", 2)]


def test_an_area_that_the_project_file_names_is_one_of_the_file_s(tmp_path: Path) -> None:
    said = {"147": "fr", "157": "gentofte"}
    seen, _ = read(tmp_path, TEXT, areas=said, events=Events(covers="2018"))
    assert seen["vold"] == {"kbh 2018": 0, "fr 2018": 1, "gentofte 2018": 0}


def test_what_is_left_out_by_a_choice_leaves_zeros(tmp_path: Path) -> None:
    chosen = {"Kategori": ("Vold",)}
    events = Events(covers="2018")
    seen, _ = read(tmp_path, TEXT, select=chosen, indicator="vold", events=events)
    assert seen == {"vold": {"kbh 2018": 0, "fr 2018": 1}}


WEIGHED = "dato;art;bydel;Antal\n2018-01-01;Indbrud;København;3\n2018-02-01;Indbrud;København;1\n"


def test_a_number_beside_events_has_to_be_explained(tmp_path: Path) -> None:
    _, found = read(tmp_path, WEIGHED)
    assert [each.code for each in found] == ["E327"]


@pytest.mark.parametrize(("what", "count"), [("value", 4), ("nothing", 2)])
def test_a_number_beside_events_counts_them_or_not(tmp_path: Path, what: str, count: float) -> None:
    seen, found = read(tmp_path, WEIGHED, columns={"Antal": what})
    assert seen == {"indbrud": {"kbh 2018": count}}
    assert found == []


def test_the_number_one_beside_events_needs_no_explanation(tmp_path: Path) -> None:
    seen, found = read(tmp_path, WEIGHED.replace(";3", ";1"))
    assert seen == {"indbrud": {"kbh 2018": 2}}
    assert found == []


def test_a_number_that_is_none_refuses_the_file(tmp_path: Path) -> None:
    _, found = read(tmp_path, WEIGHED.replace(";3", ";flere"), columns={"Antal": "value"})
    assert [(each.code, str(each.where)) for each in found] == [("E303", "tal.csv:2")]


def test_events_that_nobody_called_so_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text(TEXT, encoding="utf-8")
    found = read_files([path]).found
    assert [(each.code, each.args) for each in found] == [("E312", {"layout": 'layout = "events"'})]

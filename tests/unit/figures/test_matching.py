"""Rows of figures find the spec's indicators and areas, or are set aside and told."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Figures, Key, Origin
from tryghed_dsl.domain.period import parse_period, year
from tryghed_dsl.figures.agreement import drifted
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.findings.finding import Argument, Expected, Finding, InFile

SPEC = td.loads(
    """
    agreement "Amager Partnerskab" { area amager }
    area kbh    "København"
    area amager "Amager Partnerskab" in kbh
    area tårnby "Tårnby"

    indicator utryg   "Andel utrygge borgere", percent, lower is better
    indicator hærværk "Hærværk",               count,   lower is better, baseline 2015 = 21
    indicator på_åen  "Fald på åen",           count,   lower is better
    indicator samlet  "Samlet antal" = hærværk + på_åen

    hærværk <= baseline(2015)
    samlet  <= 50
    utryg   <= 12%
    """
)
OPEN = td.loads("indbrud <= 48")
NO_AREAS = td.loads('indicator indbrud "Indbrud", count, lower is better\nindbrud <= 48')


def row(
    indicator: str = "hærværk",
    area: str | None = "amager",
    period: str = "2018",
    value: float = 20,
    number: int = 2,
) -> RawRow:
    parsed = parse_period(period)
    assert parsed is not None
    return RawRow(indicator, area, parsed, value, Origin("figures.csv", None, number))


def cells(figures: Figures) -> dict[tuple[str, str, str], float]:
    return {(o.key.indicator, o.key.area, str(o.key.period)): o.value for o in figures}


def codes(found: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in found]


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("hærværk", "hærværk"),
        ("Hærværk", "hærværk"),
        ("HÆRVÆRK", "hærværk"),
        ("  hærværk ", "hærværk"),
        ("Andel utrygge borgere", "utryg"),
        ("andel  UTRYGGE\u00a0borgere", "utryg"),
        ("på_åen", "på_åen"),
        ("PÅ_ÅEN", "på_åen"),
        (unicodedata.normalize("NFD", "på_åen"), "på_åen"),
        (unicodedata.normalize("NFD", "FALD PÅ ÅEN"), "på_åen"),
    ],
)
def test_indicators_go_by_id_or_title_in_any_case(name: str, indicator: str) -> None:
    figures, found = matched(SPEC, [row(name)])
    assert cells(figures) == {(indicator, "amager", "2018"): 20}
    assert found == []


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("amager", "amager"),
        ("Amager", "amager"),
        ("AMAGER  PARTNERSKAB", "amager"),
        ("København", "kbh"),
        ("kbh", "kbh"),
        ("Tårnby", "tårnby"),
        (unicodedata.normalize("NFD", "Tårnby"), "tårnby"),
        (unicodedata.normalize("NFD", "TÅRNBY "), "tårnby"),
    ],
)
def test_areas_go_by_id_or_title_in_any_case(name: str, area: str) -> None:
    figures, found = matched(SPEC, [row(area=name)])
    assert cells(figures) == {("hærværk", area, "2018"): 20}
    assert found == []


def test_composed_letters_in_a_spec_find_those_in_pieces_and_the_other_way_round() -> None:
    pieces = unicodedata.normalize("NFD", 'indicator på_åen "På åen", count\nmonitor på_åen')
    assert pieces != unicodedata.normalize("NFC", pieces)
    figures, _ = matched(td.loads(pieces), [row("på_åen"), row("På åen", period="2019")])
    assert {key[0] for key in cells(figures)} == {"på_åen"}


def test_an_id_wins_over_the_title_of_another() -> None:
    spec = td.loads(
        'indicator indbrud "Vold", count\nindicator vold "Vold i alt", count\nmonitor indbrud, vold'
    )
    figures, found = matched(spec, [row("Vold")])
    assert cells(figures) == {("vold", "amager", "2018"): 20}
    assert found == []


def test_a_title_that_two_share_is_nobodys_name() -> None:
    spec = td.loads(
        'indicator dag "Andel utrygge", percent\nindicator aften "Andel utrygge", percent\n'
        "monitor dag, aften"
    )
    figures, found = matched(spec, [row("Andel utrygge"), row("dag"), row("aften", value=30)])
    assert cells(figures) == {("dag", "amager", "2018"): 20, ("aften", "amager", "2018"): 30}
    assert codes(found) == ["W306"]


def test_ids_that_differ_in_case_alone_are_kept_apart() -> None:
    spec = td.loads('indicator a "En", count\nindicator A "To", count\nmonitor a, A')
    figures, found = matched(spec, [row("a", value=1), row("A", value=2)])
    assert cells(figures) == {("a", "amager", "2018"): 1, ("A", "amager", "2018"): 2}
    assert found == []


# ------------------------------------------------------------------ set aside


def test_unknown_indicators_are_counted_and_the_nearest_is_named() -> None:
    rows = [row("haervek"), row("Hærvrk", period="2019"), row("haervek", period="2020"), row()]
    figures, found = matched(SPEC, rows)
    assert cells(figures) == {("hærværk", "amager", "2018"): 20}
    told = [(f.code, f.args["name"], f.args["rows"], f.args["suggestion"]) for f in found]
    assert told == [("W306", "haervek", 2, "hærværk"), ("W306", "Hærvrk", 1, "hærværk")]


def test_unknown_areas_are_counted_and_the_nearest_is_named() -> None:
    rows = [row(area="Tårnbyy"), row(area="Tårnbyy", period="2019"), row()]
    figures, found = matched(SPEC, rows)
    assert cells(figures) == {("hærværk", "amager", "2018"): 20}
    told = [(f.code, f.args["name"], f.args["rows"], f.args["suggestion"]) for f in found]
    assert told == [("W305", "Tårnbyy", 2, "tårnby")]


def test_the_nearest_name_may_be_a_title() -> None:
    _, found = matched(SPEC, [row("Andel utryge borgere"), row(area="Amager partnerskap")])
    assert [(f.code, f.args["suggestion"]) for f in found] == [
        ("W306", "Andel utrygge borgere"),
        ("W305", "Amager Partnerskab"),
    ]


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    _, found = matched(SPEC, [row("nettoudgift"), row(area="Esbjerg")])
    assert codes(found) == ["W306", "W305"]
    assert all("suggestion" not in finding.args for finding in found)


def test_one_name_in_two_spellings_of_its_letters_is_counted_once() -> None:
    names = ["Ålborg", unicodedata.normalize("NFD", "Ålborg"), " Ålborg "]
    _, found = matched(SPEC, [row(area=name) for name in names])
    assert [(f.args["name"], f.args["rows"]) for f in found] == [("Ålborg", 3)]


def test_a_row_whose_indicator_and_area_are_both_unknown_is_told_once() -> None:
    _, found = matched(SPEC, [row("nettoudgift", "Esbjerg")])
    assert codes(found) == ["W306"]


def test_figures_of_what_the_spec_calculates_are_set_aside() -> None:
    figures, found = matched(SPEC, [row("samlet"), row("Samlet antal", period="2019"), row()])
    assert cells(figures) == {("hærværk", "amager", "2018"): 20}
    assert [(f.code, f.args["name"], f.args["rows"]) for f in found] == [("W316", "samlet", 2)]


# ------------------------------------------------------------------ areas that are not said


def test_figures_without_areas_are_the_agreements_own() -> None:
    figures, found = matched(SPEC, [row(area=None), row(area=None, period="2019")])
    assert set(cells(figures)) == {
        ("hærværk", "amager", "2018"),
        ("hærværk", "amager", "2019"),
    }
    assert [(f.code, f.args["area"]) for f in found] == [("N317", "amager")]


def test_without_an_agreement_they_are_of_one_area_without_a_name() -> None:
    figures, found = matched(OPEN, [row("indbrud", None), row("indbrud", None, "2019")])
    assert {area for _, area, _ in cells(figures)} == {"area"}
    assert codes(found) == ["N317"]


def test_a_spec_that_declares_no_areas_takes_any() -> None:
    rows = [row("Indbrud", " Amager  Øst "), row("indbrud", "kbh"), row("tyveri", "kbh")]
    figures, found = matched(NO_AREAS, rows)
    assert set(cells(figures)) == {
        ("indbrud", "Amager Øst", "2018"),
        ("indbrud", "kbh", "2018"),
    }
    assert codes(found) == ["W306"]


def test_a_spec_that_declares_nothing_takes_every_name() -> None:
    rows = [row("INDBRUD"), row(" Fald  på A\u030aen"), row("kbh_avg")]
    figures, found = matched(OPEN, rows)
    assert {indicator for indicator, _, _ in cells(figures)} == {
        "indbrud",
        "Fald på Åen",
        "kbh_avg",
    }
    assert found == []


# ------------------------------------------------------------------ one figure twice


def test_rows_that_agree_are_told_together() -> None:
    rows = [row(), row("Hærværk"), row(area="Amager Partnerskab"), row(period="2019")]
    figures, found = matched(SPEC, rows)
    assert cells(figures) == {("hærværk", "amager", "2018"): 20, ("hærværk", "amager", "2019"): 20}
    assert found == [Finding("N310", (), {"rows": 2.0})]


def test_rows_that_disagree_are_each_told_with_the_first() -> None:
    rows = [row(number=2), row("Hærværk", value=22, number=5), row(value=20.5, number=9)]
    _, found = matched(SPEC, rows)
    cell = "hærværk, amager, 2018"
    assert found == [
        Finding(
            "E304",
            (),
            {"cell": cell, "first": 20, "second": second, "place": "figures.csv:2"},
            InFile("figures.csv", place),
        )
        for second, place in ((22, 5), (20.5, 9))
    ]


def test_figures_of_other_areas_and_periods_are_other_figures() -> None:
    periods = ["2018", "2018H1", "2018Q1", "2018M01", "2018/19", "2018-01-01"]
    rows = [row(period=period, value=number) for number, period in enumerate(periods)]
    figures, found = matched(SPEC, [*rows, row(area="kbh", value=99)])
    assert len(figures) == 7
    assert found == []


def test_one_period_in_two_spellings_is_one_figure() -> None:
    _, found = matched(SPEC, [row(period="2018K1"), row(period="1. kvartal 2018", value=21)])
    assert codes(found) == ["E304"]


# ------------------------------------------------------------------ units


@pytest.mark.parametrize(
    ("indicator", "unit", "declared", "given"),
    [
        ("hærværk", "percent", "U_count", "U_percent"),
        ("hærværk", "PCT.", "U_count", "U_percent"),
        ("hærværk", "%", "U_count", "U_percent"),
        ("utryg", "antal", "U_percent", "U_count"),
        ("utryg", "Indeks", "U_percent", "U_index"),
    ],
)
def test_a_unit_that_contradicts_the_spec_is_told_once(
    indicator: str, unit: str, declared: str, given: str
) -> None:
    rows = [row(indicator, period=str(2010 + n), number=n) for n in range(2, 5)]
    figures, found = matched(SPEC, [replace(each, unit=unit) for each in rows])
    assert len(figures) == 3
    args: dict[str, Argument] = {
        "name": indicator,
        "declared": Expected((declared,)),
        "given": Expected((given,)),
    }
    assert found == [Finding("W311", (), args, InFile("figures.csv", 2, "unit"))]


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        ("hærværk", "count"),
        ("hærværk", "Antal"),
        ("hærværk", "anmeldelser"),
        ("utryg", "procent"),
        ("utryg", "pct"),
        ("utryg", "%"),
        ("utryg", None),
    ],
)
def test_units_that_agree_or_are_not_known_are_no_matter(indicator: str, unit: str | None) -> None:
    _, found = matched(SPEC, [replace(row(indicator), unit=unit)])
    assert found == []


# ------------------------------------------------------------------ stated baselines


def test_a_stated_baseline_that_the_figures_contradict_is_told() -> None:
    figures, _ = matched(SPEC, [row(period="2015", value=23, number=7)])
    found = drifted(SPEC, figures, "amager")
    assert [(f.code, f.where) for f in found] == [("W315", InFile("figures.csv", 7))]
    assert found[0].args == {"name": "hærværk", "period": "2015", "stated": 21, "found": 23}
    assert found[0].spans[0].text.endswith("2015 = 21")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row(period="2015", value=21)],
        [row(period="2016", value=23)],
        [row(area="kbh", period="2015", value=640)],
        [row("utryg", period="2015", value=23)],
    ],
)
def test_figures_that_do_not_contradict_it_are_not(rows: list[RawRow]) -> None:
    assert drifted(SPEC, matched(SPEC, rows)[0], "amager") == []


# ------------------------------------------------------------------ what is kept


def test_all_that_a_row_says_is_kept() -> None:
    origin = Origin("figures.csv", None, 2, "politiet")
    said = RawRow(
        "Utryg",
        "Amager",
        year(2018),
        12.5,
        origin,
        n=800,
        denominator=640,
        lower=10,
        upper=15,
        unit="percent",
        flags=("provisional",),
    )
    figures, found = matched(SPEC, [said])
    kept = figures.get(Key("utryg", "amager", year(2018)))
    assert kept is not None
    assert (kept.value, kept.n, kept.denominator, kept.unit) == (12.5, 800, 640, "percent")
    assert (kept.lower, kept.upper) == (10, 15)
    assert (kept.flags, kept.origin) == (("provisional",), origin)
    assert found == []


# ------------------------------------------------------------------ other spellings


@pytest.mark.parametrize("written", ["haervaerk", "Haervaerk", "HAERVÆRK"])
def test_a_name_without_danish_letters_is_read_and_told(written: str) -> None:
    figures, found = matched(SPEC, [row(written)])
    assert cells(figures) == {("hærværk", "amager", "2018"): 20}
    assert [(f.code, f.args) for f in found] == [("N367", {"written": written, "known": "hærværk"})]


def test_many_unknown_areas_are_told_at_once() -> None:
    names = [f"Kommune {number}" for number in range(40)]
    rows = [row(area=name) for name in names] + [row(area=names[0], period="2019"), row()]
    figures, found = matched(SPEC, rows)
    assert len(figures) == 1
    assert [f.code for f in found] == ["N369"]
    assert (found[0].args["names"], found[0].args["rows"]) == (40, 41)


@pytest.mark.parametrize("name", ["I alt", "Hele landet", "ialt"])
def test_totals_that_the_spec_does_not_have_are_set_aside(name: str) -> None:
    figures, found = matched(SPEC, [row(), row(area=name, value=900)])
    assert cells(figures) == {("hærværk", "amager", "2018"): 20}
    assert [(f.code, f.args["name"]) for f in found] == [("N370", name)]


@pytest.mark.parametrize("name", ["K\ufffdbenhavn", "KÃ¸benhavn", "T?rnby"])
def test_names_that_lost_letters_are_told_and_never_guessed(name: str) -> None:
    figures, found = matched(SPEC, [row(area=name, number=7)])
    assert len(figures) == 0
    assert [(f.code, f.args["shown"], f.where) for f in found] == [
        ("W363", f"`{name}` (7)", InFile("figures.csv", 7))
    ]

"""Tables as people keep them, and the figures that they hold, worked out by eye."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from support.workbook import Workbook, from_rows
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Events, Layout, Options
from tryghed_dsl.figures.read import read_files

SPEC = td.loads(
    """
    agreement "Prøve" { area amager }
    area kbh    "København"
    area amager "Amager" in kbh
    indicator indbrud "Indbrud", count, lower is better
    indicator vold    "Vold",    count, lower is better
    indicator utryg   "Andel utrygge", percent, lower is better
    indbrud <= 48
    """
)
NOTHING = Options()
# What every table below with two areas and two years says of burglaries.
FOUR = {"amager 2017": 44, "amager 2018": 45, "kbh 2017": 880, "kbh 2018": 900}


def read(
    folder: Path, text: str, options: Options = NOTHING, name: str = "tal.csv"
) -> tuple[dict[str, dict[str, float]], list[str]]:
    """The figures by indicator, and the codes of what was found."""
    path = folder / name
    path.write_text(text.strip("\n") + "\n", encoding="utf-8")
    rows, found = read_files([path], options).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen: dict[str, dict[str, float]] = {}
    for each in figures:
        key = each.key
        seen.setdefault(key.indicator, {})[f"{key.area} {key.period}"] = each.value
    return seen, [finding.code for finding in (*found, *more)]


FOUR_WAYS = {
    "years as columns": """
område;2017;2018
Amager;44;45
København;880;900
""",
    "years downwards": """
;2018;2017
Amager;45;44
København;900;880
""",
    "a title, an empty line and a source": """
Indbrud efter område og år

;2017;2018
Amager;44;45
København;880;900

Kilde: politiet
1) foreløbige tal
""",
    "areas as columns": """
År;Amager;København
2017;44;880
2018;45;900
""",
    "years as decimals": """
område;2017.0;2018.0
Amager;44;45
København;880;900
""",
    "years with footnotes": """
område;2017;2018*
Amager;44;45
København;880;900
""",
    "years with words": """
område;Indbrud 2017;Indbrud 2018
Amager;44;45
København;880;900
""",
    "areas over years": """
;Amager;;København;
;2017;2018;2017;2018
Indbrud;44;45;880;900
""",
    "years over areas": """
;2017;;2018;
;Amager;København;Amager;København
Indbrud;44;880;45;900
""",
    "the area as a heading over its years": """
År;Indbrud
Amager;
2017;44
2018;45
København;
2017;880
2018;900
""",
    "the area once for its years": """
område;år;indbrud
Amager;2017;44
;2018;45
København;2017;880
;2018;900
""",
    "a total among the rows": """
område;2017;2018
Amager;44;45
København;880;900
Hele landet;30000;31000
""",
    "codes beside the names": """
kode;område;2017;2018
102;Amager;44;45
101;København;880;900
""",
    "codes in the names": """
område;2017;2018
102 Amager;44;45
101 København;880;900
""",
    "one figure a row": """
indikator;område;år;antal
Indbrud;Amager;2017;44
Indbrud;Amager;2018;45
Indbrud;København;2017;880
Indbrud;København;2018;900
""",
    "what was counted as a column": """
tid,område,Indbrud
2017,Amager,44
2018,Amager,45
2017,København,880
2018,København,900
""",
    "men and women with their total": """
område;køn;2017;2018
Amager;I alt;44;45
Amager;Mænd;30;31
Amager;Kvinder;14;14
København;I alt;880;900
København;Mænd;600;610
København;Kvinder;280;290
""",
    "a comment in a column of its own": """
område;2017;2018;bemærkning
Amager;44;45;se brevet
København;880;900;
""",
    "two tables below each other": """
Amager

;2017;2018
Indbrud;44;45

København

;2017;2018
Indbrud;880;900
""",
}
# Where nothing in the table says that it is of burglaries, the file's name does.
NAMED = Options(indicator="indbrud")
SAY_SO = {"Indbrud", "indbrud"}


@pytest.mark.parametrize("way", FOUR_WAYS)
def test_the_same_four_figures(tmp_path: Path, way: str) -> None:
    text = FOUR_WAYS[way]
    lines = text.replace(";", " ").replace(",", " ").split()
    said = NOTHING if SAY_SO & set(lines) and "efter" not in lines else NAMED
    seen, found = read(tmp_path, text, said)
    assert not [code for code in found if code.startswith("E")], found
    assert seen.get("indbrud") == FOUR


def test_the_indicator_may_be_the_name_of_the_file(tmp_path: Path) -> None:
    text = FOUR_WAYS["years as columns"]
    seen, _ = read(tmp_path, text, name="indbrud.csv")
    assert seen == {"indbrud": FOUR}


def test_the_year_may_stand_in_the_title(tmp_path: Path) -> None:
    text = "Anmeldelser i 2018\n\nområde;Indbrud;Vold\nAmager;45;60\nKøbenhavn;900;1200\n"
    seen, _ = read(tmp_path, text)
    assert seen == {
        "indbrud": {"amager 2018": 45, "kbh 2018": 900},
        "vold": {"amager 2018": 60, "kbh 2018": 1200},
    }


def test_quarters_in_columns_and_in_two_rows_of_headings(tmp_path: Path) -> None:
    one = "Indbrud;2018K1;2018K2;1. kvt. 2019\nAmager;10;11;12\n".replace("1. kvt. 2019", "2019K1")
    two = "Indbrud;2018;;2019\n;K1;K2;K1\nAmager;10;11;12\n"
    expected = {"amager 2018Q1": 10, "amager 2018Q2": 11, "amager 2019Q1": 12}
    assert read(tmp_path, one, NAMED)[0] == {"indbrud": expected}
    assert read(tmp_path, two, NAMED)[0] == {"indbrud": expected}


def test_a_year_and_its_quarter_in_two_columns(tmp_path: Path) -> None:
    text = "område;år;kvartal;indbrud\nAmager;2018;1. kvartal;10\nAmager;2018;2. kvartal;11\n"
    assert read(tmp_path, text)[0] == {"indbrud": {"amager 2018Q1": 10, "amager 2018Q2": 11}}


def test_months_by_name(tmp_path: Path) -> None:
    text = "område;år;måned;indbrud\nAmager;2018;januar;3\nAmager;2018;feb;4\n"
    assert read(tmp_path, text)[0] == {"indbrud": {"amager 2018M01": 3, "amager 2018M02": 4}}


def test_labels_of_two_kinds_stand_over_the_rows(tmp_path: Path) -> None:
    text = ";2017;2018\nIndbrud;;\nAmager;44;45\nKøbenhavn;880;900\nVold;;\nAmager;60;61\n"
    seen, _ = read(tmp_path, text)
    assert seen == {"indbrud": FOUR, "vold": {"amager 2017": 60, "amager 2018": 61}}


def test_values_that_look_like_years_are_no_headings(tmp_path: Path) -> None:
    text = "Indbrud;2017;2018\nKøbenhavn;1987;2014\nAmager;1990;1991\n"
    seen, _ = read(tmp_path, text, NAMED)
    assert seen["indbrud"] == {
        "kbh 2017": 1987,
        "kbh 2018": 2014,
        "amager 2017": 1990,
        "amager 2018": 1991,
    }


def test_numbers_as_they_are_written(tmp_path: Path) -> None:
    text = "område;2016;2017;2018\nKøbenhavn;1.234,5;1 234;<5\nAmager;..;;-\n"
    seen, found = read(tmp_path, text, NAMED)
    assert seen["indbrud"] == {"kbh 2016": 1234.5, "kbh 2017": 1234, "kbh 2018": 0}
    assert "W371" in found


def test_percent_signs_say_the_unit(tmp_path: Path) -> None:
    text = "Andel utrygge;2017;2018\nAmager;12 %;12,5 %\n"
    seen, found = read(tmp_path, text, Options(indicator="utryg"))
    assert seen == {"utryg": {"amager 2017": 12, "amager 2018": 12.5}}
    assert "W311" not in found


def test_a_word_for_a_figure_is_told_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text("område;2017;2018\nAmager;44;ukendt\nKøbenhavn;880;900\n", encoding="utf-8")
    _, found = read_files([path], NAMED).named(SPEC)
    assert [(f.code, str(f.where)) for f in found] == [("E303", "tal.csv:C2")]


def test_a_decimal_comma_between_commas_is_told(tmp_path: Path) -> None:
    _, found = read(tmp_path, "område,2017,2018\nAmager,44,45,5\n", NAMED)
    assert "E314" in found


def test_what_is_asked_for_in_the_project_file_is_taken(tmp_path: Path) -> None:
    text = "område;køn;2018\nAmager;mænd;30\nAmager;kvinder;15\n"
    taken, _ = read(tmp_path, text, Options(indicator="indbrud", select={"køn": ("kvinder",)}))
    summed, _ = read(tmp_path, text, Options(indicator="indbrud", sum=("køn",)))
    scaled, _ = read(tmp_path, text, Options(indicator="indbrud", sum=("køn",), scale={"*": 1000}))
    assert taken == {"indbrud": {"amager 2018": 15}}
    assert summed == {"indbrud": {"amager 2018": 45}}
    assert scaled == {"indbrud": {"amager 2018": 45000}}


def test_a_sum_that_lacks_a_part_is_missing(tmp_path: Path) -> None:
    text = "område;køn;2017;2018\nAmager;mænd;30;31\nAmager;kvinder;15;..\n"
    summed, _ = read(tmp_path, text, Options(indicator="indbrud", sum=("køn",)))
    assert summed == {"indbrud": {"amager 2017": 45}}


def test_totals_are_not_added_to_their_parts(tmp_path: Path) -> None:
    text = "område;køn;2018\nAmager;I alt;45\nAmager;mænd;30\nAmager;kvinder;15\n"
    summed, _ = read(tmp_path, text, Options(indicator="indbrud", sum=("køn",)))
    assert summed == {"indbrud": {"amager 2018": 45}}


EVENTS = """
dato;område;art
2017-03-14;Amager;Indbrud
2017-11-02;Amager;Indbrud
2019-01-05;Amager;Indbrud
"""


def test_events_are_counted_where_that_is_asked_for(tmp_path: Path) -> None:
    asked = Options(layout=Layout.EVENTS, events=Events("year", None))
    seen, _ = read(tmp_path, EVENTS, asked)
    assert seen == {"indbrud": {"amager 2017": 2, "amager 2019": 1}}


def test_no_event_is_a_zero_only_in_years_that_the_file_covers(tmp_path: Path) -> None:
    asked = Options(layout=Layout.EVENTS, events=Events("year", "2017..2019"))
    seen, _ = read(tmp_path, EVENTS, asked)
    assert seen == {"indbrud": {"amager 2017": 2, "amager 2018": 0, "amager 2019": 1}}


@pytest.mark.parametrize(
    "text", ["", "Amager", "område;2017;2018", "Indbrud i 2017\n\nSe bilaget.", ";;;\n;;;"]
)
def test_no_figures_are_no_figures(tmp_path: Path, text: str) -> None:
    seen, found = read(tmp_path, text, NAMED)
    assert seen == {}
    assert found == ["E312"]


def test_marks_of_footnotes_are_no_part_of_names(tmp_path: Path) -> None:
    text = """
Indikator;Område;År;Værdi
Indbrud 1);Amager;2018;45
Indbrud1);København;2018;900
Vold*;Amager;2018;61

1) Foreløbige tal; se brevet.
* Inkl. trusler
"""
    seen, found = read(tmp_path, text)
    assert seen == {"indbrud": {"amager 2018": 45, "kbh 2018": 900}, "vold": {"amager 2018": 61}}
    assert not found


def test_a_bracket_may_belong_to_a_name(tmp_path: Path) -> None:
    _, found = read(tmp_path, "Indikator;Område;År;Værdi\nIndbrud (stk. 1);Amager;2018;45\n")
    assert found == ["W306"]


def test_marks_of_footnotes_behind_numbers_are_told_or_flags(tmp_path: Path) -> None:
    text = "Indikator;Område;År;Værdi\nIndbrud;Amager;2017;44*\nIndbrud;Amager;2018;45 1)\n"
    seen, found = read(tmp_path, text)
    assert seen["indbrud"] == {"amager 2017": 44, "amager 2018": 45}
    assert found == ["N396", "N396"]
    path = tmp_path / "tal.csv"
    said = Options(flags={"*": "provisional", "1)": "break"})
    rows, more = read_files([path], said).named(SPEC)
    assert ([row.flags for row in rows], more) == ([("provisional",), ("break",)], [])


def test_a_mark_may_be_digits_of_a_number_and_is_not_guessed(tmp_path: Path) -> None:
    _, found = read(tmp_path, "Indikator;Område;År;Værdi\nIndbrud;Amager;2017;441)\n")
    assert found == ["E303"]


def test_a_column_that_is_not_used_tells_the_decimal_sign(tmp_path: Path) -> None:
    text = "Indikator;Kroner;Område;År;Antal\nIndbrud;12,5;Amager;2018;1.200\n"
    assert read(tmp_path, text) == ({"indbrud": {"amager 2018": 1200}}, ["N360"])
    text = "Mål nr.;Indikator;Område;År;Antal\n1,1;Indbrud;Amager;2018;1.200\n"
    assert read(tmp_path, text)[1] == ["E309"]


def test_the_corner_may_say_what_all_figures_are_of(tmp_path: Path) -> None:
    seen, found = read(tmp_path, "Indbrud;København;Amager\n2017;880;44\n2018;900;45\n")
    assert (seen, found) == ({"indbrud": FOUR}, [])
    seen, found = read(tmp_path, "2018;København;Amager\nIndbrud;900;45\nVold;1200;61\n")
    assert seen["vold"] == {"kbh 2018": 1200, "amager 2018": 61}
    assert not found


@pytest.mark.parametrize("word", ["I alt", "Gennemsnit", "Gns. 2017-2018", "Total"])
def test_a_row_that_sums_up_periods_is_set_aside_and_told(tmp_path: Path, word: str) -> None:
    for heading in ("År", ""):
        text = f"{heading};Indbrud;Vold\n2017;44;60\n2018;45;61\n{word};89;121\n"
        seen, found = read(tmp_path, text)
        assert seen["indbrud"] == {"amager 2017": 44, "amager 2018": 45}
        assert found[0] == "N397"


def test_a_period_that_is_none_is_told_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    for text, place in (
        ("Område;År;Indbrud;Vold\nAmager;2017;44;60\nAmager;engang;45;61\n", "tal.csv:B3"),
        ("Tal\n\nIndbrud;2017K1;1. kvt.\nAmager;44;45\nKøbenhavn;1;2\n", "tal.csv:C3"),
    ):
        path.write_text(text, encoding="utf-8")
        _, found = read_files([path], Options(columns={"År": "period"})).named(SPEC)
        assert [(f.code, str(f.where)) for f in found if f.code == "E307"] == [("E307", place)]


ANSWERS = {
    "in a row of their own": ";Amager;København\nAndel utrygge;12,5;9\nAntal svar;310;1204\n",
    "beside each year": "2018;Andel utrygge;Antal svar\nAmager;12,5;310\nKøbenhavn;9;1204\n",
    "under each year": ";2018;\n;Andel utrygge;n\nAmager;12,5;310\nKøbenhavn;9;1204\n",
    "with each year": ";Andel utrygge 2018;Antal svar 2018\nAmager;12,5;310\nKøbenhavn;9;1204\n",
}


@pytest.mark.parametrize("way", ANSWERS)
def test_the_number_of_answers_goes_with_their_shares(tmp_path: Path, way: str) -> None:
    path = tmp_path / "2018.csv"
    path.write_text(ANSWERS[way], encoding="utf-8")
    rows, found = read_files([path]).named(SPEC)
    assert not [finding for finding in found if finding.code.startswith("E")]
    figures, more = matched(SPEC, rows)
    read = {each.key.area: (each.key.indicator, each.value, each.n) for each in figures}
    assert read == {"amager": ("utryg", 12.5, 310), "kbh": ("utryg", 9, 1204)}
    assert not more


def test_two_numbers_of_answers_beside_the_same_shares_are_not_told_apart(tmp_path: Path) -> None:
    rows = ("Andel utrygge;13;12,5", "Antal svar;300;310", "Antal svar;900;901")
    _, found = read(tmp_path, "\n".join(("Amager", "", ";2017;2018", *rows)))
    assert "W306" in found


def test_a_sheet_of_eurostat(tmp_path: Path) -> None:
    rows = [
        ["Data extracted on 01/05/2024 12:00:00 from [ESTAT]"],
        ["Dataset: ", "", "Police-recorded offences [crim_off_cat]"],
        ["Last updated: ", "", "24/04/2024 23:00"],
        [],
        ["Time frequency", "", "Annual"],
        ["Classification of crime", "", "Burglary"],
        [],
        ["TIME", "2018", "", "2019", "", "2020", ""],
        ["GEO (Labels)"],
        ["Denmark", 1234.0, "", 1300.0, "p", ":", ""],
        ["Sweden", 77.0, "b", 78.0, "be", 80.0, ""],
        [],
        ["Special value"],
        [":", "not available"],
        ["Available flags:"],
        ["b", "break in time series"],
        ["p", "provisional"],
    ]
    about = [["Dimension", "Position", "Label"], ["freq", 1.0, "Annual"]]
    names = {"Summary": about, "Structure": about, "Sheet 1": rows}
    sheets = [from_rows(name, each) for name, each in names.items()]
    path = Workbook(sheets).write(tmp_path / "crim.xlsx")
    spec = td.loads(
        'area dk "Denmark"\narea se "Sweden"\nindicator b "Burglary", count, lower is better\n'
    )
    made, found = read_files([path]).named(spec)
    assert {(row.area, str(row.period)): (row.value, row.flags) for row in made} == {
        ("dk", "2018"): (1234, ()),
        ("dk", "2019"): (1300, ("provisional",)),
        ("se", "2018"): (77, ("break",)),
        ("se", "2019"): (78, ("break", "estimated")),
        ("se", "2020"): (80, ()),
    }
    assert not found


def test_a_name_without_letters_is_shown_as_one_would_type_it(tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text("indikator;område;år;antal\n;Amager;2018;45\n;;engang;1\n", encoding="utf-8")
    rows, found = read_files([path]).named(SPEC)
    _, more = matched(SPEC, rows)
    told = [finding.args.get("name", finding.args.get("written")) for finding in (*found, *more)]
    assert told == ["engang", '""']
    path.write_text("indikator;område;år;antal\nIndbrud;Amager;;45\n", encoding="utf-8")
    _, found = read_files([path]).named(SPEC)
    assert [finding.args["written"] for finding in found] == ['""']


def test_flags_of_statistical_offices_are_letters(tmp_path: Path) -> None:
    path = tmp_path / "indbrud.csv"
    path.write_text(
        "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        "Amager,2017,44,A\nAmager,2018,45,be\nAmager,2019,46,\n",
        encoding="utf-8",
    )
    rows, found = read_files([path]).named(SPEC)
    assert not found
    assert [row.flags for row in rows] == [(), ("break", "estimated"), ()]


def test_a_word_of_measures_in_a_name_is_no_measure(tmp_path: Path) -> None:
    text = "Område;Emne;År;Indbrud\nAmager;Unemployment rate;2018;45\n"
    assert read(tmp_path, text) == ({"indbrud": {"amager 2018": 45}}, ["N391"])

"""What a PX file says of its variables: periods, roles, units, languages."""

from pathlib import Path

import pytest

from support.px_files import DATA, HEADER, one, roles, texts, told
from tryghed_dsl.figures.cube import Category, Role
from tryghed_dsl.figures.options import Options
from tryghed_dsl.findings.finding import InFile, Listed

# ------------------------------------------------------------------ time


@pytest.mark.parametrize(
    "timeval",
    [
        'TLIST(A1),"2019"-"2020"',
        'TLIST(A1,"2019"-"2020")',
        'TLIST(A1, "2019", "2020")',
        'TLIST(A1),"2019"-"2019","2020"-"2020"',
        'TLIST(W1),"201901","202001"',
    ],
)
def test_periods_are_listed_or_span_from_one_to_another(tmp_path: Path, timeval: str) -> None:
    cube = one(tmp_path, HEADER.replace('TLIST(A1),"2019","2020"', timeval) + DATA)
    assert texts(cube, 1) == ["2019", "2020"]
    assert roles(cube)[1] is Role.PERIOD


@pytest.mark.parametrize(
    ("scale", "first", "last", "codes"),
    [
        ("H1", "20192", "20201", ["2019H2", "2020H1"]),
        ("Q1", "20194", "20201", ["2019Q4", "2020Q1"]),
        ("M1", "201912", "202001", ["2019M12", "2020M01"]),
        ("D1", "20191231", "20200101", ["2019-12-31", "2020-01-01"]),
    ],
)
def test_periods_in_words_get_the_code_that_timeval_says(
    tmp_path: Path, scale: str, first: str, last: str, codes: list[str]
) -> None:
    header = HEADER.replace('"tid")="2019","2020"', '"tid")="ved årets slut","ved årets start"')
    listed = header.replace('TLIST(A1),"2019","2020"', f'TLIST({scale}),"{first}","{last}"')
    spanned = header.replace('TLIST(A1),"2019","2020"', f'TLIST({scale}),"{first}"-"{last}"')
    for text in (listed, spanned):
        assert [each.code for each in one(tmp_path, text + DATA).categories(1)] == codes


def test_a_code_that_is_a_period_is_kept(tmp_path: Path) -> None:
    coded = f'{HEADER}CODES("tid")="2019","2020";\n'
    text = coded.replace('"tid")="2019","2020"', '"tid")="år 2019*","år 2020*"', 1)
    assert one(tmp_path, text + DATA).categories(1)[0] == Category("år 2019*", "2019")


def test_school_years_may_be_timed_by_calendar_years(tmp_path: Path) -> None:
    text = HEADER.replace('"tid")="2019","2020"', '"tid")="2019/20","2020/21"')
    assert texts(one(tmp_path, text + DATA), 1) == ["2019/20", "2020/21"]


def test_timeval_that_disagrees_is_told(tmp_path: Path) -> None:
    finding = told(tmp_path, HEADER.replace('A1),"2019"', 'A1),"2018"') + DATA)
    assert finding.code == "E343"
    assert finding.args == {
        "first": 'TIMEVAL("tid")',
        "found": "2018",
        "second": 'VALUES("tid")',
        "expected": "2019",
    }
    assert finding.where == InFile("hund.px", 10)


@pytest.mark.parametrize(
    ("timeval", "count"),
    [
        ('TLIST(A1),"2019"', 1),
        ('TLIST(A1),"2019"-"2021"', 3),
        ('TLIST(A1),"1500"-"2999","1500"-"2999"', 3000),
        ('TLIST(A1),"2020"-"2019"', 0),
    ],
)
def test_more_or_fewer_periods_than_values_are_told(
    tmp_path: Path, timeval: str, count: int
) -> None:
    finding = told(tmp_path, HEADER.replace('TLIST(A1),"2019","2020"', timeval) + DATA)
    assert finding.code == "E343"
    assert (finding.args["found"], finding.args["expected"]) == (count, 2)


# ------------------------------------------------------------------ roles and units


def variable_type(kind: str) -> str:
    return f'VARIABLE-TYPE("distrikt")="{kind}";\n'


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ('MAP("distrikt")="gl_2009";\n', Role.AREA),
        (variable_type("Geographical"), Role.AREA),
        (variable_type("G"), Role.AREA),
        ('DOMAIN("distrikt")="Kommuner";\n', Role.AREA),
        ('DOMAIN("distrikt")="VPAge";\n', None),
        ('CONTVARIABLE="distrikt";\n', Role.MEASURE),
        (variable_type("Content"), Role.MEASURE),
        ('VARIABLECODE("distrikt")="ContentsCode";\n', Role.MEASURE),
        ('UNITS("Aasiaat")="antal";\nUNITS("Qaanaaq")="procent";\n', Role.MEASURE),
        ('UNITS("Aasiaat")="antal";\n', None),
        (variable_type("Classificatory"), None),
    ],
)
def test_a_role_is_what_the_file_says(tmp_path: Path, line: str, role: Role | None) -> None:
    assert roles(one(tmp_path, HEADER + line + DATA))[0] is role


@pytest.mark.parametrize(
    "line", ['VARIABLE-TYPE("tid")="Time";\n', 'VARIABLECODE("tid")="TIME_PERIOD";\n', ""]
)
def test_time_without_timeval_is_found_by_type_or_name(tmp_path: Path, line: str) -> None:
    text = HEADER.replace('TIMEVAL("tid")=TLIST(A1),"2019","2020";\n', line)
    assert roles(one(tmp_path, text + DATA))[1] is Role.PERIOD


def test_years_of_birth_are_not_taken_for_time(tmp_path: Path) -> None:
    text = HEADER.replace('TIMEVAL("tid")=TLIST(A1),"2019","2020";\n', "").replace(
        '"tid"', '"fødselsår"'
    )
    assert roles(one(tmp_path, text + DATA))[1] is None


def test_something_that_is_measured_has_its_own_unit(tmp_path: Path) -> None:
    lines = 'CONTVARIABLE="distrikt";\nUNITS("Qaanaaq")="procent";\n'
    cube = one(tmp_path, HEADER + lines + DATA)
    assert roles(cube) == [Role.MEASURE, Role.PERIOD]
    assert [entry.unit for entry in cube.entries] == ["Antal", "Antal", "procent", "procent"]


# ------------------------------------------------------------------ languages

LANGUAGES = """LANGUAGE="en";
LANGUAGES="en","da";
MATRIX="HUND";
CONTENTS="Sled dogs";
CONTENTS[da]="Slædehunde";
STUB="district";
STUB[da]="distrikt";
HEADING="time","contents";
HEADING[da]="tid","indhold";
CONTVARIABLE="contents";
CONTVARIABLE[da]="indhold";
VALUES("district")="Total","Qaanaaq";
VALUES[da]("distrikt")="I alt","Qaanaaq";
CODES("district")="0","17";
VALUES("time")="2019";
VALUES[da]("tid")="2019";
VALUES("contents")="Dogs","Cats";
VALUES[da]("indhold")="Hunde","Katte";
TIMEVAL("time")=TLIST(A1),"2019";
UNITS="number";
UNITS[da]="antal";
UNITS("Cats")="percent";
UNITS[da]("Katte")="procent";
DATA=
1 2 3 4;
"""


@pytest.mark.parametrize("language", [None, "da", "DA"])
def test_danish_is_read_where_a_file_has_it(tmp_path: Path, language: str | None) -> None:
    cube = one(tmp_path, LANGUAGES, Options(language=language))
    names = [dimension.name for dimension in cube.dimensions]
    assert names == ["distrikt", "tid", "indhold"]
    assert roles(cube) == [None, Role.PERIOD, Role.MEASURE]
    assert cube.categories(0) == [Category("I alt", "0"), Category("Qaanaaq", "17")]
    assert cube.titles == ("Slædehunde",)
    assert [entry.unit for entry in cube.entries[:2]] == ["antal", "procent"]


def test_another_language_is_read_where_that_is_said(tmp_path: Path) -> None:
    cube = one(tmp_path, LANGUAGES, Options(language="en"))
    assert [dimension.name for dimension in cube.dimensions] == ["district", "time", "contents"]
    assert cube.categories(0)[0] == Category("Total", "0")
    assert cube.titles == ("Sled dogs",)
    assert [entry.unit for entry in cube.entries[:2]] == ["number", "percent"]


def test_without_danish_the_files_own_language_is_read(tmp_path: Path) -> None:
    text = "\n".join(line for line in LANGUAGES.split("\n") if "[da]" not in line)
    cube = one(tmp_path, text.replace(',"da"', ""))
    assert cube.dimensions[0].name == "district"


def test_what_is_not_translated_stays_in_the_files_own_language(tmp_path: Path) -> None:
    gone = 'VALUES[da]("indhold")="Hunde","Katte";\n'
    cube = one(tmp_path, LANGUAGES.replace(gone, ""))
    assert texts(cube, 2) == ["Dogs", "Cats"]
    assert [entry.unit for entry in cube.entries[:2]] == ["antal", "percent"]


def test_a_language_that_the_file_does_not_have_is_told(tmp_path: Path) -> None:
    finding = told(tmp_path, LANGUAGES, Options(language="sv"))
    assert finding.code == "E343"
    assert finding.args["found"] == "sv"
    assert finding.args["expected"] == Listed(("en", "da"))


def test_a_language_with_another_number_of_variables_is_told(tmp_path: Path) -> None:
    finding = told(tmp_path, LANGUAGES.replace('HEADING[da]="tid",', "HEADING[da]="))
    assert (finding.code, finding.args["first"]) == ("E343", "HEADING[da]")

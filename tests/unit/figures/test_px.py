"""PX files: what statistics offices publish."""

from dataclasses import replace
from pathlib import Path

import pytest

from support.px_files import DATA, HEADER, cells, keyed, one, read, roles, texts, told, values
from tryghed_dsl.figures.beginnings import is_px
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Role
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.px import read_px
from tryghed_dsl.findings.finding import Finding, InFile

SAMPLES = Path(__file__).parents[3] / ".." / "shared" / "samples" / "px"


# ------------------------------------------------------------------ what a file holds


def test_a_small_file_is_read_whole(tmp_path: Path) -> None:
    cube = one(tmp_path, HEADER + DATA)
    assert cube.dimensions == (
        Dimension("distrikt"),
        Dimension("tid", Role.PERIOD),
        Dimension("", Role.MEASURE),
    )
    assert cube.titles == ("Slædehunde",)
    assert cube.categories(0) == [Category("Aasiaat", "10"), Category("Qaanaaq", "17")]
    assert cube.categories(2) == [Category("Slædehunde", "HUND")]
    assert [(keyed(entry), entry.value) for entry in cube.entries] == [
        (("10", "2019", "HUND"), 1),
        (("10", "2020", "HUND"), 2),
        (("17", "2019", "HUND"), 3),
        (("17", "2020", "HUND"), 4),
    ]
    assert {entry.unit for entry in cube.entries} == {"Antal"}
    assert [entry.origin.row for entry in cube.entries] == [13, 13, 14, 14]
    assert {entry.origin.file for entry in cube.entries} == {"hund.px"}
    assert cube.missing == 0


def test_cells_are_parted_by_blanks_commas_semicolons_and_tabs(tmp_path: Path) -> None:
    assert cells(tmp_path, "1,2\t3;4 ") == ([1, 2, 3, 4], 0)
    assert cells(tmp_path, "1\n2\n3\n4\n") == ([1, 2, 3, 4], 0)


def test_numbers_have_points_signs_and_powers_of_ten(tmp_path: Path) -> None:
    assert cells(tmp_path, "-1.5 .25 1.2E3 +7") == ([-1.5, 0.25, 1200, 7], 0)


def test_a_dash_is_zero_and_dots_are_missing(tmp_path: Path) -> None:
    assert cells(tmp_path, '"-" "." ".." 4') == ([0, 4], 2)
    assert cells(tmp_path, '"..." "...." "....." "......"') == ([], 4)
    assert cells(tmp_path, '- .. "......." 4') == ([0, 4], 2)


def test_what_is_said_of_a_source_wins(tmp_path: Path) -> None:
    missing = Options(missing=("-",))
    assert cells(tmp_path, '"-" 2 3 ".."', missing) == ([2, 3], 2)
    zero = Options(zero=("..",))
    assert cells(tmp_path, '1 2 3 ".."', zero) == ([1, 2, 3, 0], 0)
    _, found = read(tmp_path, f'{HEADER}DATA=1 2 3 "-";', zero)
    assert [finding.code for finding in found] == ["E303"]
    suppressed = Options(suppressed={"..": 4.0})
    cube = one(tmp_path, f'{HEADER}DATA=1 2 3 "..";', suppressed)
    last = cube.entries[-1]
    assert (last.value, last.most, last.flags) == (0, 4, ("suppressed",))


def test_a_count_below_five_is_suppressed(tmp_path: Path) -> None:
    cube = one(tmp_path, f'{HEADER}DATA="<5" 2 3 4;')
    assert (cube.entries[0].value, cube.entries[0].most) == (0, 4)


@pytest.mark.parametrize(("nil", "expected"), [('"-"', 0), ('"0"', 0), ('""', 0)])
def test_a_dash_that_is_shown_as_zero_is_zero(tmp_path: Path, nil: str, expected: float) -> None:
    text = f'{HEADER}DATASYMBOLNIL={nil};\nDATA="-" 2 3 4;'
    assert values(one(tmp_path, text))[0] == expected


def test_a_dash_that_is_shown_as_missing_is_missing(tmp_path: Path) -> None:
    cube = one(tmp_path, f'{HEADER}DATASYMBOLNIL="..";\nDATA="-" 2 3 4;')
    assert (values(cube), cube.missing) == ([2, 3, 4], 1)


def test_a_dash_that_is_shown_as_words_is_not_guessed_at(tmp_path: Path) -> None:
    text = f'{HEADER}DATASYMBOLNIL="Ingen data";\nDATA=1 2\n3 "-";'
    finding = told(tmp_path, text)
    assert finding.code == "E346"
    assert finding.args == {"symbol": "-", "written": "Ingen data"}
    assert finding.where == InFile("hund.px", 14)
    assert values(one(tmp_path, text, Options(zero=("-",)))) == [1, 2, 3, 0]
    assert values(one(tmp_path, text.replace('"-"', "4"))) == [1, 2, 3, 4]


def test_how_missing_figures_are_shown_may_stand_in_the_cells(tmp_path: Path) -> None:
    cube = one(tmp_path, f'{HEADER}DATASYMBOL1="fortroligt";\nDATA="Fortroligt" 2 3 4;')
    assert (values(cube), cube.missing) == ([2, 3, 4], 1)


# ------------------------------------------------------------------ how statements are written


def test_texts_go_on_in_the_next_line_and_hold_signs(tmp_path: Path) -> None:
    text = HEADER.replace('"Aasiaat","Qaanaaq"', '"Aasiaat; A=1, (B) [C]",\n"Qaa"\n  "naaq"')
    cube = one(tmp_path, text + DATA)
    assert texts(cube, 0) == ["Aasiaat; A=1, (B) [C]", "Qaanaaq"]


def test_doubled_quotation_marks_are_one(tmp_path: Path) -> None:
    cube = one(tmp_path, HEADER.replace('"Aasiaat"', '"Bygden ""A"""') + DATA)
    assert texts(cube, 0)[0] == 'Bygden "A"'


def test_names_of_variables_hold_signs(tmp_path: Path) -> None:
    cube = one(tmp_path, HEADER.replace('"distrikt"', '"by; (nr.)=""x"""') + DATA)
    assert cube.dimensions[0].name == 'by; (nr.)="x"'


def test_line_ends_and_blanks_do_not_matter(tmp_path: Path) -> None:
    windows = (HEADER + DATA).replace("\n", "\r\n").replace("=", " = ").encode()
    cube = one(tmp_path, windows + b"\x1a")
    assert values(cube) == [1, 2, 3, 4]
    assert cube.entries[0].origin.row == 13
    old = (HEADER + DATA).replace("\n", "\r")
    assert one(tmp_path, old).entries[-1].origin.row == 14


def test_there_may_be_only_a_stub_or_only_a_heading(tmp_path: Path) -> None:
    only_stub = HEADER.replace('STUB="distrikt";\nHEADING="tid";', 'STUB="distrikt","tid";')
    only_heading = HEADER.replace('STUB="distrikt";\nHEADING="tid";', 'HEADING="distrikt","tid";')
    assert one(tmp_path, only_stub + DATA).entries == one(tmp_path, only_heading + DATA).entries


# ------------------------------------------------------------------ letters

LETTERS = HEADER.replace("Aasiaat", "Ærø – å")


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("Windows-1252", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("Windows-1252", "cp1252"),
        ("1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
    ],
)
def test_letters_are_right_whatever_the_file_says(
    tmp_path: Path, declared: str, written: str
) -> None:
    text = (LETTERS + DATA).replace('"utf-8"', f'"{declared}"')
    assert texts(one(tmp_path, text.encode(written)), 0)[0] == "Ærø – å"


@pytest.mark.parametrize(
    ("line", "encoding"),
    [('CODEPAGE="iso-8859-15";', "iso8859-15"), ('CODEPAGE="850";', "cp850")],
)
def test_letters_of_other_encodings_are_read_as_declared(
    tmp_path: Path, line: str, encoding: str
) -> None:
    text = (HEADER.replace("Aasiaat", "Ærøskøbing") + DATA).replace('CODEPAGE="utf-8";', line)
    assert texts(one(tmp_path, text.encode(encoding)), 0)[0] == "Ærøskøbing"


def test_a_file_from_dos_is_read_so(tmp_path: Path) -> None:
    text = (HEADER.replace("Aasiaat", "Ærø") + DATA).replace('CODEPAGE="utf-8";\n', "")
    assert texts(one(tmp_path, text.replace("ANSI", "OEM").encode("cp850")), 0)[0] == "Ærø"


@pytest.mark.parametrize("declared", ["utf-8", "rot13", "unicode_escape", "cp99999"])
def test_letters_that_nothing_tells_are_those_of_windows_and_that_is_told(
    tmp_path: Path, declared: str
) -> None:
    text = (LETTERS + DATA).replace('"utf-8"', f'"{declared}"')
    (cube,), found = read(tmp_path, text.encode("cp1252"))
    assert texts(cube, 0)[0] == "Ærø – å"
    assert found == [Finding("N308", (), {"encoding": "Windows-1252"}, InFile("hund.px"))]


def test_ansi_says_that_letters_are_those_of_windows(tmp_path: Path) -> None:
    text = (LETTERS + DATA).replace('CODEPAGE="utf-8";', "")
    assert 'CHARSET="ANSI"' in text
    (cube,), found = read(tmp_path, text.encode("cp1252"))
    assert texts(cube, 0)[0] == "Ærø – å"
    assert found == []


def test_letters_that_were_lost_stay_so(tmp_path: Path) -> None:
    cube = one(tmp_path, LETTERS.replace("Ærø", "\ufffdr\ufffd") + DATA)
    assert texts(cube, 0)[0] == "\ufffdr\ufffd – å"


def test_an_encoding_that_is_said_of_the_source_is_used(tmp_path: Path) -> None:
    text = (HEADER.replace("Aasiaat", "Ærø") + DATA).replace('"utf-8"', '"Windows-1252"')
    assert texts(one(tmp_path, text.encode("cp850"), Options(encoding="cp850")), 0)[0] == "Ærø"


# ------------------------------------------------------------------ published files


def sample(name: str, options: Options = NOTHING_SAID) -> Cube:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the published files are not here")
    assert is_px(path.read_bytes()[:200])
    (cube,), found = read_px(path, options)
    assert found == []
    return cube


def test_sled_dogs_in_three_languages() -> None:
    cube = sample("TUX01.px")
    assert len(cube.entries) == 12 * 33
    assert cube.titles == ("Antal slædehunde", "Antal slædehunde efter distrikt og tid")
    assert [dimension.name for dimension in cube.dimensions] == ["distrikt", "tid", ""]
    assert cube.categories(0)[0] == Category("I alt", "0", is_whole=True)
    assert {entry.unit for entry in cube.entries} == {"Antal"}
    last = cube.entries[-1]
    assert (keyed(last), last.value) == (("19", "2022", "TUX01"), 180)
    greenlandic = sample("TUX01.px", Options(language="kl"))
    assert greenlandic.categories(0)[0].text == "Katillugit"
    assert greenlandic.dimensions[1] == Dimension("piffissaq", Role.PERIOD)


def test_a_file_in_windows_letters_with_dashes_for_zero() -> None:
    cube = sample("BEXSTA_windows_1252.px")
    assert (len(cube.entries), cube.missing) == (3 * 3 * 100 * 8, 0)
    assert [dimension.name for dimension in cube.dimensions[:2]] == ["fødested", "køn"]
    assert texts(cube, 3)[3] == "Større bosteder"
    assert cube.entries[-1].value == 0
    ages = [entry for entry in cube.entries if entry.categories[2].text == "0"]
    assert ages[0].value == 747
    assert sum(entry.value == 0 for entry in cube.entries) > 1000
    english = sample("BEXSTA_windows_1252.px", Options(language="en"))
    assert english.dimensions[0].name == "place of birth"


def test_a_file_with_several_measures() -> None:
    cube = sample("CONTVARIABLE.px")
    assert roles(cube) == [Role.AREA, Role.MEASURE, Role.PERIOD]
    found = {keyed(entry): entry.value for entry in cube.entries}
    assert len(found) == 24
    assert found["K_3001", "Levende", "2019"] == 257
    assert found["K_3001", "Fodselsoverskudd", "2021"] == -51
    assert found["K_3002", "Dode", "2022"] == 483
    assert {entry.unit for entry in cube.entries} == {"persons"}


def test_periods_listed_and_spanned_are_the_same() -> None:
    listed, spanned = sample("TIMEVAL_long.px"), sample("TIMEVAL_short.px")
    assert roles(listed) == [None, Role.MEASURE, Role.PERIOD]
    same = [
        replace(entry, origin=replace(entry.origin, file=listed.file)) for entry in spanned.entries
    ]
    assert same == listed.entries


def test_a_file_with_semicolons_in_its_values() -> None:
    cube = sample("semicolon_in_values.px")
    assert texts(cube, 0) == ["Manufacturing", "Public administration; defence"]
    assert values(cube) == [1, 2, 3, 4]
    assert roles(cube) == [None, Role.PERIOD, Role.MEASURE]

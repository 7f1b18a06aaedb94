"""PX files that leave rows out, and what goes wrong in PX files."""

from pathlib import Path

import pytest

from support.px_files import DATA, HEADER, keyed, one, read, told, values
from tryghed_dsl.figures.beginnings import is_px
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.figures.px import read_px
from tryghed_dsl.findings.finding import Finding, InFile

# ------------------------------------------------------------------ rows with names

KEYS = 'KEYS("distrikt")=CODES;\n'


def test_rows_may_begin_with_their_codes(tmp_path: Path) -> None:
    cube = one(tmp_path, f'{HEADER}{KEYS}DATA=\n"17",3 4 \n"10",1,".." ;\n')
    found = [(keyed(entry)[:2], entry.value, entry.origin.row) for entry in cube.entries]
    assert found == [(("17", "2019"), 3, 14), (("17", "2020"), 4, 14), (("10", "2019"), 1, 15)]
    assert cube.missing == 1


def test_rows_may_begin_with_their_values(tmp_path: Path) -> None:
    keys = 'KEYS("distrikt")=VALUES;\n'
    cube = one(tmp_path, f'{HEADER}{keys}DATA=\n"Aasiaat",1 2\n"Qaanaaq",3 4;\n')
    assert values(cube) == [1, 2, 3, 4]


def test_rows_that_are_left_out_are_zero_and_that_is_told(tmp_path: Path) -> None:
    (cube,), found = read(tmp_path, f'{HEADER}{KEYS}DATA=\n"17",3 4;\n')
    assert [(keyed(entry)[0], entry.value) for entry in cube.entries] == [
        ("17", 3),
        ("17", 4),
        ("10", 0),
        ("10", 0),
    ]
    assert found == [Finding("N342", (), {"rows": 1.0}, InFile("hund.px", 13))]


@pytest.mark.parametrize(
    ("data", "code", "row"),
    [
        ('"17",3 4\n"99",1 2;', "E341", 15),
        ('"17",3 4\n"17",3 4;', "E344", 15),
        ('"17",3 4\n"10",1;', "E340", 13),
        ('"17";', "E340", 13),
        (";", "E312", 13),
    ],
)
def test_rows_that_cannot_be_placed_are_told(
    tmp_path: Path, data: str, code: str, row: int
) -> None:
    finding = told(tmp_path, f"{HEADER}{KEYS}DATA=\n{data}\n")
    assert (finding.code, finding.where) == (code, InFile("hund.px", row))


def test_too_many_rows_that_are_left_out_are_not_made_up(tmp_path: Path) -> None:
    many = ",".join(f'"{number}"' for number in range(2000))
    text = (
        'STUB="a","b";\nHEADING="c";\n'
        + "".join(f'VALUES("{name}")={many};\n' for name in "abc")
        + 'KEYS("a")=VALUES;\nKEYS("b")=VALUES;\nDATA=\n"1","1"'
        + " 1" * 2000
        + ";"
    )
    finding = told(tmp_path, text)
    assert (finding.code, finding.args["most"]) == ("E345", 2_000_000)


# ------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize("data", ["1 2 3", "1 2 3 4 5", "1,5 2,5 3,5 4,5"])
def test_more_or_fewer_cells_than_categories_make_are_told(tmp_path: Path, data: str) -> None:
    finding = told(tmp_path, f"{HEADER}DATA=\n{data};")
    assert finding.code == "E340"
    assert finding.args == {"found": len(data.replace(",", " ").split()), "expected": 4}


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_file_that_is_cut_short_is_told(tmp_path: Path, cut: int) -> None:
    finding = told(tmp_path, (HEADER + "DATA=\n10 20\n30 400;")[:-cut])
    assert (finding.code, finding.args, finding.where) == (
        "E341",
        {"part": ";"},
        InFile("hund.px", 14),
    )


def test_a_file_that_is_cut_anywhere_is_never_read_in_part(tmp_path: Path) -> None:
    whole = (HEADER + DATA).rstrip()
    for end in range(len(whole)):
        cubes, found = read(tmp_path, whole[:end])
        assert cubes == []
        assert len(found) == 1


@pytest.mark.parametrize("written", ["x", "1.2.3", "1e", "12%", "--1", "1_000", "１２"])
def test_what_is_no_number_is_told(tmp_path: Path, written: str) -> None:
    _, found = read(tmp_path, f"{HEADER}DATA=\n1 2\n{written} 4;")
    (finding,) = found
    assert (finding.code, finding.args, finding.where) == (
        "E303",
        {"written": written},
        InFile("hund.px", 14),
    )


@pytest.mark.parametrize("written", ["NaN", "inf", "-Infinity", "1e999"])
def test_numbers_without_end_are_told(tmp_path: Path, written: str) -> None:
    _, found = read(tmp_path, f"{HEADER}DATA=1 2 3 {written};")
    assert [finding.code for finding in found] == ["E313"]


def test_what_a_file_says_is_shown_in_short(tmp_path: Path) -> None:
    _, found = read(tmp_path, f"{HEADER}DATA=1 2 3 {'x' * 100_000};")
    assert len(str(found[0].args["written"])) < 100
    finding = told(tmp_path, f'STUB="{"x" * 100_000}";DATA=1;')
    assert len(str(finding.args["part"])) < 100


def test_only_so_many_faults_are_told(tmp_path: Path) -> None:
    many = ",".join(f'"{number}"' for number in range(500))
    _, found = read(tmp_path, f'STUB="a";\nVALUES("a")={many};\nDATA={"x " * 500};')
    assert {finding.code for finding in found} == {"E303"}
    assert len(found) < 100


@pytest.mark.parametrize(
    ("old", "new", "part", "row"),
    [
        ('VALUES("distrikt")="Aasiaat","Qaanaaq";\n', "", 'VALUES("distrikt")', None),
        ('STUB="distrikt";\nHEADING="tid";\n', "", "STUB", None),
        ('HEADING="tid";', 'HEADING="tid"', ";", 7),
        ('UNITS="Antal";', 'UNITS="Antal"', ";", 5),
        ("DATA=\n1 2 \n3 4 \n;\n", "", "DATA", None),
        ('MATRIX="HUND";', '="HUND";', '="HUND"', 3),
        ('MATRIX="HUND";', ";", ";", 3),
        ('MATRIX="HUND";', 'MATRIX[da="HUND";', 'MATRIX[da="HUND"', 3),
    ],
)
def test_a_part_that_is_gone_is_told(
    tmp_path: Path, old: str, new: str, part: str, row: int | None
) -> None:
    finding = told(tmp_path, (HEADER + DATA).replace(old, new))
    assert (finding.code, finding.args) == ("E341", {"part": part})
    assert finding.where == InFile("hund.px", row)


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    finding = told(tmp_path, HEADER + 'NOTE="aldrig lukket;\n' + DATA)
    assert (finding.code, finding.where) == ("E319", InFile("hund.px", 12))


def test_codes_and_values_of_different_number_are_told(tmp_path: Path) -> None:
    finding = told(tmp_path, HEADER.replace('"10","17"', '"10"') + DATA)
    assert finding.code == "E343"
    assert finding.args == {
        "first": 'CODES("distrikt")',
        "found": 1,
        "second": 'VALUES("distrikt")',
        "expected": 2,
    }
    assert finding.where == InFile("hund.px", 11)


@pytest.mark.parametrize(
    ("old", "new", "name", "part"),
    [
        ('"10","17"', '"10","10"', "10", 'CODES("distrikt")'),
        ('VALUES("tid")="2019"', 'VALUES("tid")="2020"', "2020", 'VALUES("tid")'),
        ('MATRIX="HUND";', 'STUB="by";', "STUB", "hund.px"),
        ('HEADING="tid";', 'HEADING="distrikt";', "distrikt", "STUB, HEADING"),
    ],
)
def test_what_stands_twice_is_told(
    tmp_path: Path, old: str, new: str, name: str, part: str
) -> None:
    finding = told(tmp_path, HEADER.replace(old, new) + DATA)
    assert (finding.code, finding.args) == ("E344", {"name": name, "part": part})


def test_equal_texts_with_codes_of_their_own_are_no_fault(tmp_path: Path) -> None:
    cube = one(tmp_path, HEADER.replace('"Aasiaat","Qaanaaq"', '"Andre","Andre"') + DATA)
    assert [entry.categories[0].code for entry in cube.entries] == ["10", "10", "17", "17"]


def test_statements_that_stand_twice_and_agree_are_no_fault(tmp_path: Path) -> None:
    assert values(one(tmp_path, 'STUB="distrikt";\n' + HEADER + DATA)) == [1, 2, 3, 4]


def test_sizes_beyond_all_measure_are_told_before_anything_is_made(tmp_path: Path) -> None:
    many = ",".join(f'"{number}"' for number in range(3000))
    names = [f"v{number}" for number in range(9)]
    text = (
        "STUB="
        + ",".join(f'"{name}"' for name in names)
        + ";\n"
        + "".join(f'VALUES("{name}")={many};\n' for name in names)
        + "DATA=1 2 3;"
    )
    finding = told(tmp_path, text)
    assert (finding.code, finding.args) == ("E340", {"found": 3, "expected": 1e18})


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "E312"), (b" \n", "E312"), (b"STUB\0", "E320"), (b"\xff\xfe\0", "E320")],
)
def test_files_without_text_are_told(tmp_path: Path, data: bytes, code: str) -> None:
    assert told(tmp_path, data).code == code


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    cubes, found = read_px(tmp_path / "ingen.px", NOTHING_SAID)
    assert cubes == []
    assert [finding.code for finding in found] == ["E301"]
    assert [finding.code for finding in read_px(tmp_path, NOTHING_SAID)[1]] == ["E301"]


def test_a_file_is_known_by_its_beginning() -> None:
    assert is_px(b'CHARSET="ANSI";\nAXIS-VERSION="2010";')
    assert is_px(b'\xef\xbb\xbf\r\n  matrix = "X";')
    assert is_px('TITLE[da]="x";'.encode("utf-16"))
    assert is_px(b'VALUES("x")="a";')
    assert not is_px(b"indicator;area;period;value\n")
    assert not is_px(b'{"dataset": {}}')
    assert not is_px(b"TITLE;x\n")
    assert not is_px(b"")

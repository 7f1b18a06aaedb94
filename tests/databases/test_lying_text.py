"""Large text files, judged without being held in memory: the verdicts that readers give."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.conformance import GOOD, TYPES, Asked, Record, agrees, forms, generated, of_document
from tryghed_dsl.everywhere.verdicts import Verdicts
from tryghed_dsl.figures import large, lying_text, text_troubles
from tryghed_dsl.figures.lying_text import text_lying

# An indicator of it is called `m3`, which may be a month.
SOME = [path for path in GOOD[::20] if path.stem != "chance-counted-baselines"]
SPEC = td.loads("""
area kbh "København"
area amager "Amager Øst"
indicator indbrud "Indbrud i beboelse", count, lower is better
indicator tryg "Tryghed", percent, higher is better
indbrud <= 100
tryg >= 80.5
""")
HEADINGS = "indikator;område;periode;værdi\n"
ROWS = """indbrud;kbh;2018;90
indbrud;amager;2018;110
tryg;kbh;2018;79,5
tryg;amager;2018;81,25
indbrud;kbh;2017;105
"""
PLAIN = HEADINGS + ROWS
WITH_POINT = PLAIN.replace(",", ".")


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lying_text, "LEAST_BYTES", 1)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "tal.csv"
    path.write_bytes(text.encode(encoding))
    return path


def rows(path: Path, engine: str | None = None) -> list[tuple[object, ...]]:
    return sorted(td.evaluate(SPEC, path, 2018, areas="all", engine=engine), key=str)


def agree(path: Path, patch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The rows, the same where the file lies, read whole, and read for what is wanted."""
    assert text_lying(path, SPEC) is not None
    found = rows(path)
    assert found == rows(path, "local")
    with patch.context() as patched:
        patched.setattr(large, "LARGE_BYTES", 0)
        assert found == rows(path, "local")
    return found


AS_PEOPLE_WRITE = {
    "semicolons and a decimal comma": PLAIN,
    "commas and a decimal point": WITH_POINT.replace(";", ","),
    "tabs": PLAIN.replace(";", "\t"),
    "bars": PLAIN.replace(";", "|"),
    "line ends of Windows": PLAIN.replace("\n", "\r\n"),
    "no line end at the end": PLAIN.rstrip(),
    "a line that names the sign": "sep=;\n" + PLAIN,
    "a title": "Tal fra politiet\n" + PLAIN,
    "columns in another order": "værdi;periode;indikator;område\n90;2018;indbrud;kbh\n",
    "quotes": HEADINGS + ROWS.replace("kbh", '"kbh"').replace("79,5", '"79,5"'),
    "quotes around the sign between": WITH_POINT.replace(";", ",") + 'indbrud,"Ny, By",2018,3\n',
    "blanks": PLAIN + " indbrud ; Ny By ; 2018 ; 7 \nindbrud;Ny  By;2017;7\n",
    "Danish letters": PLAIN + "indbrud;Ærø;2018;7\nindbrud;A\u030arhus;2018;7\n",
    "areas in several ways": HEADINGS
    + "indbrud;København;2018;1\nindbrud;101 KØBENHAVN;2017;2\ntryg;Koebenhavn*;2018;90\n"
    + "indbrud;Amager Oest;2018;3\ntryg;amager øst;2018;80\n",
    "indicators in several ways": PLAIN.replace("tryg", "Tryghed").replace("ind", "IND", 1),
    "what the spec does not know": PLAIN + "vold;kbh;2018;7\nindbrud;Valby;2018;7\n",
    "suppressed counts": PLAIN + "indbrud;a;2018;<5\nindbrud;b;2018;< 10\n",
    "signs for missing": PLAIN
    + "indbrud;a;2018;..\nindbrud;b;2018;-\ntryg;b;2018;1\ntryg;c;2018;\n",
    "marks": PLAIN + "indbrud;a;2018;58*\ntryg;a;2018;90 1)\n",
    "thousands with blanks": PLAIN + "indbrud;a;2018;1 234\nindbrud;b;2018;1\u00a0234,5\n",
    "thousands that the comma tells": PLAIN + "indbrud;a;2018;1.234\nindbrud;b;2018;-1.234\n",
    "decimals that the point tells": WITH_POINT + "indbrud;a;2018;1.234\nindbrud;b;2018;1,234\n",
    "both signs": PLAIN + "indbrud;a;2018;0.5\nindbrud;b;2018;1.234,5\n",
    "other numbers": PLAIN + "indbrud;a;2018;+5\nindbrud;b;2018;−5\nindbrud;c;2018;1e2\n",
    "numbers of any size": PLAIN + f"indbrud;a;2018;1e200\nindbrud;b;2018;{'9' * 40}\n",
    "twice the same": PLAIN + "indbrud;kbh;2018;90,0\nIndbrud;København;2018;90\n",
    "periods in several ways": PLAIN + "indbrud;a;år 2018;1\nindbrud;b;2018.0;2\ntryg;a;2018K1;3\n",
    "no area": PLAIN + "indbrud;;2018;7\n",
    "all that can be told": "indikator;område;periode;værdi;n;nedre;øvre;enhed;flag;kilde\n"
    "tryg;kbh;2018;82,5;100;80;<5;procent;;a\ntryg;amager;2018;82,5;..;;;;foreløbig;\n"
    "tryg;c;2018;..;100;80;85;;break;\nindbrud;c;2018;5;;;;antal;a, b;\n",
}


@pytest.mark.parametrize("text", AS_PEOPLE_WRITE.values(), ids=AS_PEOPLE_WRITE)
def test_what_is_judged_where_it_lies_is_what_is_read(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert agree(written(tmp_path, text), monkeypatch)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1"])
def test_other_encodings(encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PLAIN + "indbrud;Ærø;2018;7\n"
    found = agree(written(tmp_path, text, encoding), monkeypatch)
    assert ("Ærø", "indbrud", "pass") in [row[:3] for row in found]


def test_what_is_missing_is_never_zero(tmp_path: Path) -> None:
    text = PLAIN + "indbrud;a;2018;\ntryg;a;2018;90\nindbrud;b;2018;-\ntryg;b;2018;90\n"
    found = [row[:4] for row in rows(written(tmp_path, text))]
    assert ("a", "indbrud", "unknown", "missing-figure") in found
    assert ("b", "indbrud", "unknown", "missing-figure") in found


def test_what_is_not_judged_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN + "vold;kbh;2018;7\nindbrud;b;2018;-\n")
    found = td.evaluate(SPEC, path, 2018, areas="all").findings
    assert [finding.code for finding in found] == ["W371", "W306"]


def test_an_area_that_is_set_aside_knows_its_rows(tmp_path: Path) -> None:
    many = "".join(f"indbrud;sted {n};2018;{n}\n" for n in range(20_000))
    path = written(tmp_path, HEADINGS + many + "indbrud;a;2018;<5\n")
    report = td.evaluate(SPEC, path, 2018, areas="all").report("a")
    assert [(seen.file, seen.row, seen.value) for seen in report["indbrud"].evidence] == [
        ("tal.csv", 20_002, None)
    ]


def test_of_rows_that_agree_the_first_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "indikator;område;periode;værdi;flag\n"
    text += "".join(f"indbrud;a;2018;90;flag{n}\n" for n in range(50))
    agree(written(tmp_path, text), monkeypatch)


def test_an_area_without_figures_is_unknown(tmp_path: Path) -> None:
    found = td.evaluate(SPEC, written(tmp_path, PLAIN), 2018, areas=["x", "kbh"], columns=[])
    assert found.engine == "duckdb"
    assert ("x", "indbrud", "unknown", "missing-figure") in list(found)


def test_the_latest_period_is_one_with_a_figure(tmp_path: Path) -> None:
    found = td.evaluate(SPEC, written(tmp_path, PLAIN + "indbrud;kbh;2019;..\n"), areas="all")
    assert str(found.as_of) == "2018"


FOR_READERS = {
    "no number": PLAIN + "indbrud;a;2018;abc\n",
    "no end": PLAIN + "indbrud;a;2018;inf\n",
    "nothing tells thousands": HEADINGS + "indbrud;kbh;2018;1.234\n",
    "only what is not wanted tells": HEADINGS + "vold;a;2018;0,5\nindbrud;kbh;2018;1.234\n",
    "both signs, and thousands": PLAIN + "indbrud;a;2018;0.5\nindbrud;b;2018;1.234\n",
    "percent signs": PLAIN + "tryg;a;2018;90 %\n",
    "another unit": "indikator;område;periode;værdi;enhed\ntryg;kbh;2018;0,9;andel\n",
    "no period": PLAIN + "indbrud;a;i alt;7\n",
    "a flag beside a period": PLAIN + "indbrud;a;2018 foreløbig;7\n",
    "a day that can be two": PLAIN + "indbrud;a;01/02/2018;7\n",
    "a blank line": PLAIN + "\nindbrud;a;2018;7\n",
    "a line within quotes": PLAIN + 'indbrud;"a\nb";2018;7\n',
    "quotes within": PLAIN + 'indbrud;"a ""b""";2018;7\n',
    "an area called as an indicator": PLAIN + "tryg;indbrud;2018;7\n",
    "an area called as part of a year": PLAIN + "tryg;maj;2018;7\n",
    "an indicator with a mark": PLAIN + "indbrud*;a;2018;7\n",
    "numbers of answers": PLAIN + "antal svar;kbh;2018;100\n",
    "one column more": "indikator;område;periode;køn;værdi\nindbrud;kbh;2018;i alt;90\n",
    "no column of areas": "indikator;periode;værdi\nindbrud;2018;90\n",
    "periods across": "indikator;område;2017;2018\nindbrud;kbh;1;2\n",
    "no rows": HEADINGS,
    "headings again": PLAIN + PLAIN,
}


@pytest.mark.parametrize("text", FOR_READERS.values(), ids=FOR_READERS)
def test_what_a_reader_has_to_understand_is_read(text: str, tmp_path: Path) -> None:
    assert text_lying(written(tmp_path, text), SPEC) is None


@pytest.mark.parametrize(
    ("text", "encoding"), [(PLAIN + "tryg;Ærø;2018;7\n", "utf-16"), ("", "utf-8"), ("\0", "utf-8")]
)
def test_other_files_are_read(text: str, encoding: str, tmp_path: Path) -> None:
    assert text_lying(written(tmp_path, text, encoding), SPEC) is None


def test_letters_that_only_come_late_are_left_to_the_reader(tmp_path: Path) -> None:
    path = written(tmp_path, HEADINGS + "indbrud;kbh;2018;7\n" * 4_000)
    with path.open("ab") as file:
        file.write("tryg;Ærø;2018;7\n".encode("latin-1"))
    assert text_lying(path, SPEC) is None


def test_a_small_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lying_text, "LEAST_BYTES", 1_000)
    assert text_lying(written(tmp_path, PLAIN), SPEC) is None
    assert text_lying(tmp_path / "none.csv", SPEC) is None
    assert text_lying(tmp_path, SPEC) is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("indbrud;a;2018", "E314"),
        ("indbrud;a;2018;7;8", "E314"),
        ('indbrud;"a;2018;7', "E319"),
        ('indbrud;"a"b;2018;7', "E319"),
    ],
)
def test_a_broken_row_is_told(
    row: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, f"{PLAIN}{row}\n{ROWS}")
    monkeypatch.setattr(large, "LARGE_BYTES", 0)
    told = []
    for engine in (None, "local"):
        with pytest.raises(td.FiguresError) as raised:
            rows(path, engine)
        told.append([(each.code, each.where) for each in raised.value.findings])
    assert told[0] == told[1]
    assert [found for found, _ in told[0]] == [code]
    assert "tal.csv:7" in str(told[0][0][1])


def test_values_that_are_no_numbers_are_told_where_no_reader_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = "indbrud;a;2018;abc\nvold;a;2018;abd\nindbrud;b;2018;..\ntryg;b;2018;inf\n"
    path = written(tmp_path, PLAIN + wrong)
    monkeypatch.setattr(text_troubles, "MOST_TAKEN", 8)
    assert text_lying(path, SPEC) is None
    monkeypatch.setattr(text_troubles, "MOST_TAKEN", 7)
    with pytest.raises(td.FiguresError) as raised:
        rows(path)
    told = [(each.code, str(each.where), each.args["written"]) for each in raised.value.findings]
    assert told == [
        ("E303", "tal.csv:7", "abc"),
        ("E313", "tal.csv:10", "inf"),
    ]


def test_two_rows_that_disagree_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN + "Indbrud i beboelse;København;2018;91\n")
    assert text_lying(path, SPEC) is not None
    for engine in (None, "local"):
        with pytest.raises(td.FiguresError, match="E304"):
            rows(path, engine)


# ---------------------------------------------------------------------- all that can be judged


def put(records: Sequence[Record], folder: Path) -> Path:
    path = folder / "judged.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(TYPES), delimiter=";")
        writer.writeheader()
        writer.writerows({name: record[name] for name in TYPES} for record in records)
    return path


def check(asked: Asked, folder: Path) -> bool:
    def judge(asked: Asked) -> Verdicts:
        given = put(asked.records, folder)
        return td.evaluate(asked.spec, given, asked.as_of, areas=asked.areas, columns=asked.columns)

    return agrees(asked, judge, "duckdb")


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_documents_in_large_files(path: Path, tmp_path: Path) -> None:
    for asked in of_document(path, tmp_path):
        check(asked, tmp_path)


@pytest.mark.parametrize("form", forms()[::3])
def test_random_specs_in_large_files(form: str, tmp_path: Path) -> None:
    for asked in generated(form, seed=len(form)):
        check(asked, tmp_path)

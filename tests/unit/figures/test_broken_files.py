"""Files that nobody should hand over, and people do: each gets its number, and nothing is lost.

Every file is judged by the command in a process of its own that may take two and a half gigabytes
and a minute, so that whatever would take more is killed and fails the test.
"""

import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from support.workbook import Formula, Sheet, Workbook, from_rows
from tryghed_dsl.figures.grid import Error

SPEC = """
indicator indbrud "Indbrud", count, lower is better
indicator vold    "Vold",    count, lower is better
area amager "Amager"
area kbh "København"
indbrud <= 48
"""
HEAD = "indikator;område;periode;værdi\n"
MOST_BYTES, MOST_SECONDS = 2_500_000_000, 60
Write = Callable[[Path], object]


def text(name: str, written: str | bytes) -> tuple[str, Write]:
    data = written.encode() if isinstance(written, str) else written
    return name, lambda path: path.write_bytes(data)


def workbook(*rows: list[object]) -> tuple[str, Write]:
    sheet = from_rows("Ark1", [["indikator", "område", "periode", "værdi"], *rows])
    return "tal.xlsx", lambda path: Workbook([sheet]).write(path)


def cut(write: Write, share: float) -> Write:
    """A file that ends too early, as one that was fetched halfway."""

    def write_part(path: Path) -> None:
        write(path)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

    return write_part


def bomb(path: Path) -> None:
    """A workbook of some hundred kilobytes that unpacks to three gigabytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in Workbook([from_rows("Ark1", [["x"]])]).parts().items():
            if name.endswith("sheet1.xml"):
                with package.open(name, "w", force_zip64=True) as file:
                    file.write(part.split("</sheetData>")[0].encode())
                    for _ in range(300):
                        file.write(b" " * 10_000_000)
            else:
                package.writestr(name, part)


def laughs(path: Path) -> None:
    """A workbook whose sheet defines names by names, a billion times over."""
    names = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(10))
    sheet = f'<!DOCTYPE x [<!ENTITY a0 "ha">{names}]><worksheet>&a10;</worksheet>'
    Workbook([from_rows("Ark1", [["x"]])]).write(path, {"xl/worksheets/sheet1.xml": sheet})


def long_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"indbrud;amager;2018;45;" * 43_478)


def tidy(count: int) -> str:
    return HEAD + "".join(f"indbrud;amager;{2000 + n % 20};{45 + n % 20}\n" for n in range(count))


PX = (
    'CHARSET="ANSI";\nCONTENTS="Indbrud";\nSTUB="område";\nHEADING="tid";\n'
    'VALUES("område")="Amager","København";\nVALUES("tid")="2017","2018";\n'
    "DATA=\n45 44\n900 880;\n"
)
RECORDS = [{"indikator": "indbrud", "område": "amager", "periode": 2018, "værdi": 45}]
FAR_APART = Sheet("Ark1", {"A1": "indikator", "XFD1048576": 1})

BROKEN: dict[str, tuple[tuple[str, Write], str]] = {
    "a file that is not there": (("tal.csv", lambda _: None), "E301"),
    "a folder": (("tal.csv", Path.mkdir), "E301"),
    "an empty file": (text("tal.csv", ""), "E312"),
    "only headings": (text("tal.csv", HEAD), "E312"),
    "a picture": (text("tal.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF\0"), "E320"),
    "a web page for a workbook": (text("tal.xls", "<html><table><tr><td>1</table>"), "E347"),
    "a workbook cut short": (
        ("tal.xlsx", cut(workbook(["indbrud", "amager", 2018, 45])[1], 0.6)),
        "E348",
    ),
    "a protected workbook": (
        text("tal.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000),
        "E348",
    ),
    "a workbook that unpacks to gigabytes": (("tal.xlsx", bomb), "E002"),
    "names defined by names": (("tal.xlsx", laughs), "E348"),
    "two cells far apart": (("tal.xlsx", lambda path: Workbook([FAR_APART]).write(path)), "E312"),
    "a formula that failed": (workbook(["indbrud", "amager", 2018, Error("#DIV/0!")]), "E303"),
    "a formula never calculated": (workbook(["indbrud", "amager", 2018, Formula("A1+1")]), "E303"),
    "a date for a year": (workbook(["indbrud", "amager", 42005, 45]), "E307"),
    "a text in a number": (text("tal.csv", f"{HEAD}indbrud;amager;2018;ca. 45\n"), "E303"),
    "not a number": (text("tal.csv", f"{HEAD}indbrud;amager;2018;NaN\n"), "E313"),
    "infinity": (text("tal.csv", f"{HEAD}indbrud;amager;2018;inf\n"), "E313"),
    "a number of two readings": (text("tal.csv", f"{HEAD}indbrud;amager;2018;1.250\n"), "E309"),
    "two rows for one figure": (
        text("tal.csv", f"{HEAD}indbrud;amager;2018;45\nindbrud;amager;2018;54\n"),
        "E304",
    ),
    "a text cut short": (text("tal.csv", tidy(50).encode()[:-12]), "E314"),
    "a quotation mark left open": (text("tal.csv", f'{HEAD}"indbrud;amager;2018;45\n'), "E319"),
    "two bytes a letter, and one too few": (
        text("tal.csv", tidy(5).encode("utf-16-le")[:-1]),
        "E320",
    ),
    "a line of 200 megabytes": (("tal.csv", long_line), "E361"),
    "a number without end": (text("tal.csv", f"{HEAD}indbrud;amager;2018;{'9' * 400}\n"), "E313"),
    "parts without their total": (
        text("tal.csv", "område;år;køn;indbrud\namager;2018;mænd;5\namager;2018;kvinder;4\n"),
        "E365",
    ),
    "no years": (text("tal.csv", "indikator;område;værdi\nindbrud;amager;45\n"), "E302"),
    "a PX file cut short": (text("tal.px", PX.encode("cp1252")[:-12]), "E34"),
    "a PX file with too few figures": (text("tal.px", PX.replace("880", "")), "E34"),
    "JSON cut short": (text("tal.json", json.dumps(RECORDS)[:-9]), "E355"),
    "JSON within JSON within JSON": (text("tal.json", "[" * 100_000), "E355"),
    "JSON with NaN": (text("tal.json", json.dumps(RECORDS).replace("45", "NaN")), "E313"),
    "text for Parquet": (text("tal.parquet", "PAR1" + tidy(5)), "E355"),
    "Arrow cut short": (text("tal.arrow", b"ARROW1\0\0\xff\xff\xff\xff"), "E355"),
    "a damaged time series of Eurostat": (
        text("tal.tsv", "freq,unit,geo\\TIME_PERIOD\t2017 \t2018 \nA,NR,DK\t45 \tx5 \n"),
        "E303",
    ),
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_gets_its_number(tmp_path: Path, broken: str) -> None:
    (name, write), code = BROKEN[broken]
    write(tmp_path / name)
    (tmp_path / "spec.tryghed").write_text(SPEC, encoding="utf-8")
    command = [sys.executable, "-m", "tryghed_dsl", "check", "spec.tryghed", "--data", name]
    done = subprocess.run(
        [*command, "--area", "amager", "--lang", "en"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        preexec_fn=limited,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert f"[{code}" in done.stderr, done.stderr
    assert done.returncode == 4
    assert done.stdout == ""

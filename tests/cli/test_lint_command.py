"""`tryghed lint`: what is wrong or odd in specs, before any figure is read."""

import json
import os
from pathlib import Path

import pytest

from support.running import run_command

CLEAN = 'indicator indbrud "Indbrud", count, lower is better\n\nindbrud <= 48\n'
REMARK = CLEAN.replace("<= 48", ">= 48")
WRONG = CLEAN.replace("indbrud <= 48", "indbrudd <= 48")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lint")
    for name, text in (("clean", CLEAN), ("remark", REMARK), ("wrong", WRONG)):
        (made / f"{name}.tryghed").write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("specs", "code", "codes", "summary"),
    [
        ("clean.tryghed", 0, [], "0 errors, 0 remarks in 1 file"),
        ("remark.tryghed", 1, ["warning[W123]"], "0 errors, 1 remark in 1 file"),
        ("wrong.tryghed", 3, ["error[E101]"], "1 error, 0 remarks in 1 file"),
        (
            "remark.tryghed clean.tryghed wrong.tryghed none.tryghed",
            3,
            ["warning[W123]", "error[E101]", "error[E001]"],
            "2 errors, 1 remark in 4 files",
        ),
    ],
)
def test_every_file_is_read_and_the_worst_gives_the_exit_code(
    folder: Path, specs: str, code: int, codes: list[str], summary: str
) -> None:
    ran = run_command(f"tryghed lint {specs}", folder)
    assert (ran.code, ran.err) == (code, "")
    lines = ran.out.splitlines()
    heads = [line.partition(":")[0] for line in lines if line.startswith(("error", "warning"))]
    assert heads == codes
    assert lines[-1] == summary


def test_a_finding_shows_its_place_and_what_to_write(folder: Path) -> None:
    ran = run_command("tryghed lint wrong.tryghed --lang da", folder)
    assert ran.code == 3
    assert " --> wrong.tryghed:3:1\n" in ran.out
    assert "3 | indbrudd <= 48\n  | ^^^^^^^^" in ran.out
    assert "mente du `indbrud`?" in ran.out
    assert ran.out.endswith("1 fejl, 0 bemærkninger i 1 fil\n")


def test_findings_come_as_json_when_asked_for(folder: Path) -> None:
    ran = run_command("tryghed lint remark.tryghed wrong.tryghed --format json", folder)
    assert (ran.code, ran.err) == (3, "")
    told = json.loads(ran.out)
    assert told["schema"] == "tryghed-findings/1"
    assert [(f["code"], f["file"], f["line"], f["column"]) for f in told["findings"]] == [
        ("W123", "remark.tryghed", 3, 1),
        ("E101", "wrong.tryghed", 3, 1),
    ]


@pytest.mark.parametrize(
    ("specs", "summary"),
    [
        ("remark.tryghed", "0 fejl, 1 bemærkning i 1 fil"),
        ("remark.tryghed remark.tryghed wrong.tryghed", "1 fejl, 2 bemærkninger i 3 filer"),
    ],
)
def test_one_and_many_are_told_as_danish_has_them(folder: Path, specs: str, summary: str) -> None:
    ran = run_command(f"tryghed lint {specs} --lang da", folder)
    assert ran.out.splitlines()[-1] == summary


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("aftale.tryghed", "aftale.tryghed.txt"),
        ("aftale", "aftale.tryghed.txt"),
        ("old/aftale-2017.tryghed", "old/aftale2017.tryghed"),
        ("kontrakt.tryghed", ""),
        ("other/aftale.tryghed", ""),
        ("old", ""),
    ],
)
def test_of_a_file_that_is_not_there_the_one_that_was_meant_is_named(
    tmp_path: Path, typed: str, meant: str
) -> None:
    (tmp_path / "old").mkdir()
    for name in ("aftale.tryghed.txt", "old/aftale2017.tryghed"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    ran = run_command(f"tryghed lint {typed} --lang da", tmp_path)
    assert f"fejl[E001]: filen `{typed}` kan ikke åbnes" in ran.out
    assert (f"hjælp: mente du `{Path(meant)}`?" in ran.out) is bool(meant)
    assert ("mente du" in ran.out) is bool(meant)


def test_without_a_file_it_says_how_to_use_it(folder: Path) -> None:
    ran = run_command("tryghed lint", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: tryghed lint")


# ------------------------------------------------------------------ mending

CURLY = CLEAN.replace('"Indbrud"', "“Indbrud”").replace("<=", "≤")


def spec_in(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "min aftale.tryghed"
    path.write_bytes(text.encode(encoding))
    return path


def test_what_can_be_mended_is_said_with_the_command_for_it(tmp_path: Path) -> None:
    path = spec_in(tmp_path, CURLY)
    ran = run_command(f"tryghed lint '{path.name}'", tmp_path)
    assert ran.out.splitlines()[-2:] == [
        "2 errors, 0 remarks in 1 file",
        '2 of these can be mended: tryghed lint --fix "min aftale.tryghed"',
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_fix_mends_the_file_and_says_what_was_changed(tmp_path: Path, ends: str) -> None:
    path = spec_in(tmp_path, CURLY.replace("\n", ends))
    ran = run_command(f"tryghed lint --fix '{path.name}'", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "min aftale.tryghed: mended 2\n"
        '  line 1: `“Indbrud”` is now `"Indbrud"` (E016)\n'
        "  line 3: `≤` is now `<=` (E016)\n"
        "\n"
        "0 errors, 0 remarks in 1 file\n"
    )
    assert path.read_bytes() == CLEAN.replace("\n", ends).encode()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_mended_file_is_in_utf_8(tmp_path: Path) -> None:
    path = spec_in(tmp_path, CURLY.replace("≤", "=<").replace("indbrud", "hærværk"), "cp1252")
    ran = run_command(f"tryghed lint --fix '{path.name}' --lang da", tmp_path)
    assert ran.code == 0
    assert '  linje 1: `“Indbrud”` er nu `"Indbrud"` (E016)\n' in ran.out
    assert path.read_text(encoding="utf-8") == CLEAN.replace("indbrud", "hærværk")


def test_what_is_left_is_shown(tmp_path: Path) -> None:
    path = spec_in(tmp_path, CURLY.replace("indbrud ≤", "indbrudd ≤"))
    ran = run_command(f"tryghed lint --fix '{path.name}'", tmp_path)
    assert ran.code == 3
    assert "min aftale.tryghed: mended 2\n" in ran.out
    assert "error[E101]" in ran.out
    assert ran.out.endswith("1 error, 0 remarks in 1 file\n")


def test_so_is_one_that_is_larger_than_any_spec_may_be(tmp_path: Path) -> None:
    (tmp_path / "tal.csv").write_bytes(b"indbrud,2018,40\n" * 600_000)
    ran = run_command("tryghed lint tal.csv", tmp_path)
    assert (ran.code, "[E035]" in ran.out, "E002" in ran.out) == (3, True, False)


def test_a_file_of_figures_is_told_to_be_none_of_specs_and_stays_as_it_is(tmp_path: Path) -> None:
    figures = tmp_path / "tal.csv"
    figures.write_text("indbrud,2018,40\n", encoding="utf-8")
    ran = run_command("tryghed lint --fix tal.csv --lang da", tmp_path)
    assert ran.code == 3
    told = " ".join(ran.out.split())
    assert "[E035]: `tal.csv` hedder som en fil med tal, og her skal der stå en aftalefil" in told
    assert "først og så tallene: `aftale.tryghed --data tal.csv`" in told
    assert ran.out.endswith("\n1 fejl, 0 bemærkninger i 1 fil\n")
    assert figures.read_text(encoding="utf-8") == "indbrud,2018,40\n"


def test_diff_shows_the_changes_and_writes_nothing(tmp_path: Path) -> None:
    path = spec_in(tmp_path, CURLY)
    ran = run_command(f"tryghed lint --fix --diff '{path.name}'", tmp_path)
    assert ran.code == 3
    assert ran.out.splitlines() == [
        *("--- min aftale.tryghed", "+++ min aftale.tryghed", "@@ -1,3 +1,3 @@"),
        *(f"-{CURLY.splitlines()[0]}", f"+{CLEAN.splitlines()[0]}", " "),
        *(f"-{CURLY.splitlines()[2]}", f"+{CLEAN.splitlines()[2]}"),
        "2 findings would be mended; no file was changed",
    ]
    assert path.read_text(encoding="utf-8") == CURLY


@pytest.mark.parametrize("data", [b"", b"x <= 48\r\n\r", b"\xff\xfex\x00", b"x <= 5  \n\n\n"])
def test_a_file_with_nothing_to_mend_is_left_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "spec.tryghed"
    path.write_bytes(data)
    os.utime(path, ns=(1, 1))
    run_command("tryghed lint --fix spec.tryghed none.tryghed", tmp_path)
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == 1


def test_programs_are_told_what_is_left_and_people_what_was_done(tmp_path: Path) -> None:
    path = spec_in(tmp_path, CURLY)
    ran = run_command(f"tryghed lint --format json '{path.name}'", tmp_path)
    assert [finding["fixes"] for finding in json.loads(ran.out)["findings"]] == [
        [{"certain": True, "edits": [edit]}]
        for edit in (
            {"file": path.name, "line": 1, "column": 19, "end_line": 1, "end_column": 28}
            | {"text": '"Indbrud"'},
            {"file": path.name, "line": 3, "column": 9, "end_line": 3, "end_column": 10}
            | {"text": "<="},
        )
    ]
    ran = run_command(f"tryghed lint --fix --format json '{path.name}'", tmp_path)
    assert json.loads(ran.out)["findings"] == []
    assert ran.err.startswith("min aftale.tryghed: mended 2\n")


def test_a_spec_that_cannot_be_judged_names_the_command_that_mends_it(tmp_path: Path) -> None:
    path = spec_in(tmp_path, CURLY)
    ran = run_command(f"tryghed check '{path.name}' --data tal.csv", tmp_path)
    assert ran.code == 3
    assert ran.err.endswith(
        '\n\n2 of these can be mended: tryghed lint --fix "min aftale.tryghed"\n'
    )

"""Languages, colours, and consoles that cannot show every letter."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.running import Ran, run_command, run_in_terminal

SPEC = """\
area amager "Amager łódź 中"
agreement "København ≥ 中 – æøå" { area amager }
indicator indbrud "Indbrud", count, lower is better
indicator vold    "Vold",    count, lower is better

indbrud <= 48
vold    <= 66
"""
FIGURES = "indicator,area,period,value\nindbrud,amager,2018,49\nvold,amager,2018,60\n"
CHECK = "tryghed check spec.tryghed --data figures.csv"
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("console")
    (made / "spec.tryghed").write_text(SPEC, encoding="utf-8")
    (made / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def piped(folder: Path) -> Ran:
    return run_command(CHECK, folder)


# ------------------------------------------------------------------ languages


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "Danish_Denmark.1252"}, "da"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "da_DK.UTF-8"}, "da"),
        ({"LC_ALL": "C", "LC_MESSAGES": "da_DK", "LANG": "da_DK.UTF-8"}, "en"),
        ({"LC_MESSAGES": "da_DK", "LANG": "en_GB.UTF-8"}, "da"),
        ({"LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": ""}, "en"),
    ],
)
def test_the_locale_decides_the_language(
    folder: Path, environment: dict[str, str], language: str
) -> None:
    ran = run_command("tryghed lint spec.tryghed", folder, **environment)
    last = {
        "en": "0 errors, 0 remarks in 1 file",
        "da": "0 fejl, 0 bemærkninger i 1 fil",
    }
    assert ran.out.splitlines()[-1] == last[language]


def test_what_is_asked_for_wins_over_the_locale(folder: Path) -> None:
    english = run_command(f"{CHECK} --lang en", folder, LC_ALL="da_DK.UTF-8")
    danish = run_command(f"{CHECK} --lang da", folder, LC_ALL="en_GB.UTF-8")
    assert "fail (1 pass, 1 fail)" in english.out
    assert "ikke opfyldt (1 opfyldt, 1 ikke opfyldt)" in danish.out


def test_numbers_are_written_as_the_language_writes_them(folder: Path) -> None:
    (folder / "large.csv").write_text(
        "indicator,area,period,value\nindbrud,amager,2018,1234.5\n", encoding="utf-8"
    )
    large = CHECK.replace("figures", "large")
    assert "1,234.5 against at most 48: 1,186.5 over." in run_command(large, folder).out
    assert "1.234,5 mod højst 48: 1.186,5 over." in run_command(f"{large} --lang da", folder).out


# ------------------------------------------------------------------ colours


def test_what_is_no_terminal_gets_no_colours(piped: Ran) -> None:
    assert (piped.code, piped.err) == (1, "")
    assert "\x1b" not in piped.out


@posix
def test_a_terminal_gets_the_same_words_with_colours(folder: Path, piped: Ran) -> None:
    shown = run_in_terminal(CHECK, folder)
    assert shown.code == piped.code
    assert ESCAPES.sub("", shown.out) == piped.out
    green, red, bold, end = "\x1b[32m", "\x1b[31m", "\x1b[1m", "\x1b[0m"
    assert f"{green}{bold}pass{end}" in shown.out
    assert f"{red}{bold}fail{end}" in shown.out
    assert len(ESCAPES.findall(shown.out)) == 3 * 3


@posix
def test_findings_have_colours_too(folder: Path) -> None:
    shown = run_in_terminal("tryghed lint none.tryghed", folder)
    assert shown.code == 3
    assert "\x1b[31m\x1b[1merror[E001]\x1b[0m: " in shown.out


@posix
@pytest.mark.parametrize(("no_color", "colours"), [("1", False), ("", True)])
def test_who_wants_no_colours_gets_none(
    folder: Path, piped: Ran, no_color: str, *, colours: bool
) -> None:
    shown = run_in_terminal(CHECK, folder, NO_COLOR=no_color)
    assert ("\x1b" in shown.out) is colours
    assert ESCAPES.sub("", shown.out) == piped.out


# ------------------------------------------------------------------ letters


@pytest.mark.parametrize(
    ("encoding", "headline"),
    [
        ("utf-8", "København ≥ 中 – æøå · Amager łódź 中 · as of 2018"),
        ("cp1252", "København ? ? – æøå · Amager ?ód? ? · as of 2018"),
        ("latin-1", "København ? ? ? æøå · Amager ?ód? ? · as of 2018"),
    ],
)
def test_letters_that_a_console_lacks_are_replaced(
    folder: Path, encoding: str, headline: str
) -> None:
    ran = run_command(CHECK, folder, encoding=encoding)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[0] == headline


def test_letters_in_findings_are_replaced_too(folder: Path) -> None:
    (folder / "wrong.tryghed").write_text("中ł <= <= ødelagt\n", encoding="utf-8")
    ran = run_command("tryghed check wrong.tryghed --data figures.csv", folder, encoding="cp1252")
    assert (ran.code, ran.out) == (3, "")
    assert "1 | ?? <= <= ødelagt" in ran.err


@posix
def test_a_reader_that_stops_reading_is_no_mistake(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "tryghed_dsl", *CHECK.split()[1:]]
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(words, cwd=folder, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""

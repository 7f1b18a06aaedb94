"""`tryghed init`: a spec to start from, which works as it stands."""

import shlex
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.running import run_command, run_commands
from tryghed_dsl.findings.finding import errors

FIGURES = "agreement-figures.csv"


def made(folder: Path, options: str) -> list[str]:
    """The command that init tells to go on with, after it has written a spec."""
    ran = run_command(f"tryghed init {options}", folder)
    assert (ran.code, ran.err) == (0, "")
    (line,) = [line for line in ran.out.splitlines() if line.startswith("  tryghed check ")]
    return shlex.split(line)


@pytest.mark.parametrize(
    ("options", "language", "title"),
    [
        ("", "en", "Our agreement"),
        ("--lang da", "da", "Vores aftale"),
        ("--first 2017 --years 1 --area indre_ø --title 'Det \"nye\" Ørestad'", "en", None),
        ("--first 1501 --years 9 --area ø --lang da", "da", "Vores aftale"),
    ],
)
def test_what_init_writes_works_as_it_stands(
    tmp_path: Path, options: str, language: str, title: str | None
) -> None:
    words = made(tmp_path, options)
    assert words == ["tryghed", "check", "agreement.tryghed", "--data", FIGURES]
    spec = td.load(tmp_path / "agreement.tryghed")
    assert errors(spec.findings) == []
    assert spec.agreement is not None
    assert spec.agreement.title == (title or "Det 'nye' Ørestad")
    checked = run_command(f"{shlex.join(words)} --lang {language}", tmp_path)
    assert (checked.code, checked.err) == (0, "")
    tested = run_command("tryghed test agreement.tryghed", tmp_path)
    assert tested.code == 0
    assert "1 passed, 0 failed" in tested.out


def test_what_init_writes_lints_and_is_laid_out_already(tmp_path: Path) -> None:
    made(tmp_path, "")
    made(tmp_path, "aftale.tryghed --lang da")
    linted = run_command("tryghed lint agreement.tryghed aftale.tryghed", tmp_path)
    assert linted.code in (0, 1)
    assert linted.out.splitlines()[-1].startswith("0 errors, ")
    laid_out = run_command("tryghed fmt --check agreement.tryghed aftale.tryghed", tmp_path)
    assert (laid_out.code, laid_out.out, laid_out.err) == (0, "", "")


def test_names_with_blanks_and_danish_letters_are_told_as_they_are_typed(tmp_path: Path) -> None:
    (tmp_path / "nye aftaler").mkdir()
    words = made(tmp_path, "'nye aftaler/Ørestad øst.tryghed'")
    assert [Path(word).name for word in words[2::2]] == [
        "Ørestad øst.tryghed",
        "Ørestad øst-figures.csv",
    ]
    assert run_command(shlex.join(words), tmp_path).code == 0


@pytest.mark.parametrize("taken", ["agreement.tryghed", FIGURES])
def test_no_file_is_written_over(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_bytes(b"mine")
    ran = run_command("tryghed init --lang da", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "[E337]" in ran.err
    assert taken in ran.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {taken: b"mine"}


REFUSED = {
    ".": "[E337]",
    "nowhere/agreement.tryghed": "cannot be written",
    "--area 'Indre By'": "one word",
    "--area '`Indre By`'": "one word",
    "--area byen": "one word",
    "--area in": "one word",
    "--years 0": "--years",
}


def test_what_cannot_be_a_spec_is_not_written(tmp_path: Path) -> None:
    start = "tryghed init "
    outputs = run_commands((start + options for options in REFUSED), tmp_path)
    for line, ran in outputs.items():
        assert (ran.code, ran.out) == (2, ""), line
        assert REFUSED[line.removeprefix(start)] in ran.err, line
    assert list(tmp_path.iterdir()) == []

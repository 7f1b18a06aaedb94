"""`tryghed fmt`: specs laid out in canonical form, and nothing else touched."""

import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from support.running import run_command

LAID_OUT = """\
# Løfter fra mødet på Ørestad
indicator indbrud "Indbrud på åen", count, lower is better  # fra politiet

indbrud <= 48
"""
AS_TYPED = """\
# Løfter fra mødet på Ørestad
indicator   indbrud "Indbrud på åen",count,   lower is better  # fra politiet

indbrud<=48"""
WRONG = b"indicator   indbrud,count\r\n\r\nindbrud <=  <= 48  \r\n\r\n"
WRONG_LAID_OUT = b"indicator indbrud, count\n\nindbrud <=  <= 48  \n"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_any_text_becomes_utf_8_with_single_line_feeds(tmp_path: Path) -> None:
    ways = [
        *(("utf-8", "\n"), ("utf-8", "\r\n"), ("cp1252", "\r\n")),
        *(("utf-8-sig", "\r"), ("utf-16", "\n")),
    ]
    paths = [
        written(
            tmp_path, f"ny aftale {number}.tryghed", AS_TYPED.replace("\n", end).encode(encoding)
        )
        for number, (encoding, end) in enumerate(ways)
    ]
    ran = run_command(f"tryghed fmt {' '.join(shlex.quote(path.name) for path in paths)}", tmp_path)
    assert ran.code == 0
    assert re.findall(r"\[[EWN][0-9]{3}\].*`(.*)`", ran.err) == ["ny aftale 2.tryghed"]
    assert ran.out.splitlines() == [f"{path.name}: laid out anew" for path in paths]
    assert [path.read_bytes() for path in paths] == [LAID_OUT.encode()] * len(paths)
    assert names(tmp_path) == {path.name for path in paths}


@pytest.mark.parametrize("options", ["", "--check"])
def test_a_file_in_canonical_form_is_not_written_again(tmp_path: Path, options: str) -> None:
    path = written(tmp_path, "spec.tryghed", LAID_OUT.encode())
    os.utime(path, ns=(1, 1))
    ran = run_command(f"tryghed fmt {options} spec.tryghed", tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert path.read_bytes() == LAID_OUT.encode()
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize(
    ("data", "language", "told"),
    [
        (AS_TYPED.encode(), "en", "spec.tryghed: would be laid out anew\n"),
        (LAID_OUT.encode("cp1252"), "da", "spec.tryghed: ville blive stillet op på ny\n"),
        (LAID_OUT.replace("\n", "\r\n").encode(), "en", "spec.tryghed: would be laid out anew\n"),
    ],
)
def test_a_check_changes_nothing_and_exits_with_1(
    tmp_path: Path, data: bytes, language: str, told: str
) -> None:
    path = written(tmp_path, "spec.tryghed", data)
    ran = run_command(f"tryghed fmt --check spec.tryghed --lang {language}", tmp_path)
    assert (ran.code, ran.out) == (1, told)
    assert ("[W008]" in ran.err) == (data == LAID_OUT.encode("cp1252"))
    assert path.read_bytes() == data


@pytest.mark.parametrize("options", ["", "--check"])
def test_lines_that_cannot_be_read_stay_as_they_are(tmp_path: Path, options: str) -> None:
    wrong = written(tmp_path, "wrong.tryghed", WRONG)
    typed = written(tmp_path, "typed.tryghed", AS_TYPED.encode())
    ran = run_command(f"tryghed fmt {options} wrong.tryghed typed.tryghed none.tryghed", tmp_path)
    assert ran.code == 3
    assert wrong.read_bytes() == (WRONG if options else WRONG_LAID_OUT)
    assert typed.read_bytes() == (AS_TYPED if options else LAID_OUT).encode()
    assert " --> wrong.tryghed:3:13" in ran.err
    assert "[E001]" in ran.err
    assert ran.out.splitlines()[0] == (
        f"wrong.tryghed: {'would be ' * bool(options)}laid out anew, "
        "but for lines that cannot be read"
    )
    assert names(tmp_path) == {"wrong.tryghed", "typed.tryghed"}


def test_a_damaged_file_that_is_laid_out_is_left_byte_for_byte(tmp_path: Path) -> None:
    path = written(tmp_path, "spec.tryghed", WRONG_LAID_OUT)
    os.utime(path, ns=(1, 1))
    ran = run_command("tryghed fmt spec.tryghed", tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert "[E025]" in ran.err
    assert path.stat().st_mtime_ns == 1


def test_letters_that_could_not_be_read_are_not_lost(tmp_path: Path) -> None:
    data = AS_TYPED.encode("cp1252").replace(b"48", b"48 # \x81")
    path = written(tmp_path, "spec.tryghed", data)
    run_command("tryghed fmt spec.tryghed", tmp_path)
    run_command("tryghed lint --fix spec.tryghed", tmp_path)
    assert path.read_bytes() == data


def test_a_diff_shows_the_lines_and_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "spec.tryghed", AS_TYPED.encode())
    ran = run_command("tryghed fmt --diff spec.tryghed", tmp_path)
    assert (ran.code, ran.err) == (1, "")
    before, after = AS_TYPED.splitlines(), LAID_OUT.splitlines()
    assert ran.out.splitlines() == [
        *("--- spec.tryghed", "+++ spec.tryghed", "@@ -1,4 +1,4 @@", f" {before[0]}"),
        *(f"-{before[1]}", f"+{after[1]}", " ", f"-{before[3]}", f"+{after[3]}"),
        "spec.tryghed: would be laid out anew",
    ]
    assert path.read_bytes() == AS_TYPED.encode()


def test_standard_input_is_passed_on_laid_out(tmp_path: Path) -> None:
    ran = run_command("tryghed fmt -", tmp_path, given=AS_TYPED)
    assert (ran.code, ran.out, ran.err) == (0, LAID_OUT, "")
    ran = run_command("tryghed fmt -", tmp_path, given=WRONG.decode())
    assert (ran.code, ran.out) == (3, WRONG_LAID_OUT.decode())
    assert " --> -:3:13" in ran.err


def test_what_is_no_text_is_left_alone_too(tmp_path: Path) -> None:
    path = written(tmp_path, "spec.tryghed", b"PK\x03\x04\x00\x00")
    ran = run_command("tryghed fmt spec.tryghed", tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert "[E007]" in ran.err
    assert path.read_bytes() == b"PK\x03\x04\x00\x00"


@pytest.mark.skipif(sys.platform == "win32", reason="no such links and permissions")
def test_links_permissions_and_neighbours_stay_as_they_are(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    path = written(shared, "spec.tryghed", AS_TYPED.encode())
    neighbour = written(tmp_path, "link.tryghed.new", b"mine")
    path.chmod(0o640)
    link = tmp_path / "link.tryghed"
    link.symlink_to(path)
    assert run_command("tryghed fmt link.tryghed", tmp_path).code == 0
    assert link.is_symlink()
    assert path.read_bytes() == LAID_OUT.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert neighbour.read_bytes() == b"mine"
    assert names(shared) == {"spec.tryghed"}

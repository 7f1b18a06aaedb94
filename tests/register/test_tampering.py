"""A register that was changed, damaged or made by a newer program says so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.recording import entry
from support.running import run_command
from tryghed_dsl.register.entry import Entry
from tryghed_dsl.register.record import HEAD, head_of
from tryghed_dsl.register.register import Register
from tryghed_dsl.register.troubles import RegisterError

CHANGES = [
    "UPDATE tryghed_record SET head = replace(head, 'pass', 'fail') WHERE number = 2",
    "UPDATE tryghed_record SET hash = upper(hash) WHERE number = 2",
    "DELETE FROM tryghed_record WHERE number = 2",
    "DELETE FROM tryghed_text WHERE body LIKE '%# two%'",
    "UPDATE tryghed_text SET body = replace(body, '15', '16') WHERE body LIKE '%# two%'",
    "UPDATE tryghed_record SET head = '[]' WHERE number = 2",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "status.register"
    for name, period in (("one", "2016"), ("two", "2017"), ("three", "2018")):
        Register(str(made)).append(entry(name, period), note=name)
    return made


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as opened, opened:
        for statement in statements:
            opened.execute(statement)


def without_locks(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        names = opened.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert len(names) == 9
    run(path, *(f"DROP TRIGGER {name}" for (name,) in names))


def told(path: Path) -> list[tuple[str, object]]:
    found = Register(str(path)).verified()
    return [(finding.code, finding.args.get("number")) for finding in found]


def refused(path: Path) -> list[str]:
    with pytest.raises(RegisterError) as error:
        Register(str(path)).records()
    return [finding.code for finding in error.value.findings]


def test_what_was_written_is_as_it_was(path: Path) -> None:
    assert told(path) == []


@pytest.mark.parametrize(
    "statement",
    [
        *CHANGES,
        "INSERT OR REPLACE INTO tryghed_record VALUES (2, 'x', 'x')",
        "INSERT INTO tryghed_record VALUES (7, 'x', 'x')",
        "INSERT OR REPLACE INTO tryghed_text SELECT sha256, 'x' FROM tryghed_text",
        "UPDATE tryghed_register SET format = 2",
        "DELETE FROM tryghed_register",
        "INSERT INTO tryghed_register VALUES (2)",
    ],
)
def test_the_file_itself_refuses_a_change(statement: str, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        run(path, statement)
    assert path.read_bytes() == before


@pytest.mark.parametrize("statement", CHANGES)
def test_a_change_shows(statement: str, path: Path) -> None:
    without_locks(path)
    run(path, statement)
    assert told(path) == [("E433", 2), ("W438", None)]
    if "tryghed_record" in statement:
        assert refused(path) == ["E433"]


def test_a_record_that_was_taken_from_the_middle_and_numbered_anew_shows(path: Path) -> None:
    without_locks(path)
    run(
        path,
        "DELETE FROM tryghed_record WHERE number = 2",
        "UPDATE tryghed_record SET number = 2 WHERE number = 3",
    )
    assert told(path) == [("E433", 2), ("W438", None)]


def test_a_record_written_anew_with_its_hash_breaks_the_next(path: Path) -> None:
    register = Register(str(path))
    second = register.record(2)
    said = {name: getattr(second, name) for name in HEAD} | {
        "note": "another",
        "counts": {verdict.value: number for verdict, number in second.counts.items()},
    }
    head, hashed = head_of(said)
    without_locks(path)
    with closing(sqlite3.connect(path)) as opened, opened:
        opened.execute("UPDATE tryghed_record SET hash=?, head=? WHERE number=2", (hashed, head))
    assert told(path)[0] == ("E433", 3)


def test_locks_that_are_gone_are_told(path: Path) -> None:
    run(path, "DROP TRIGGER tryghed_record_update")
    assert told(path) == [("W438", None)]


def test_a_newer_register_is_left_alone(path: Path) -> None:
    without_locks(path)
    run(path, "UPDATE tryghed_register SET format = 2")
    before = path.read_bytes()
    assert refused(path) == ["E434"]
    with pytest.raises(RegisterError):
        Register(str(path)).append(entry("four"))
    assert path.read_bytes() == before


def test_a_damaged_file_is_told(path: Path) -> None:
    data = bytearray(path.read_bytes())
    assert len(data) > 4 * 4096
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)
    ran = run_command("tryghed log --verify", path.parent)
    assert ran.code == 4
    assert "error[E432]" in ran.err


def test_a_file_cut_short_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    assert refused(path) in (["E432"], ["E431"])


@pytest.mark.parametrize("content", [b"indicator;area\n", b"\0" * 5000, b"SQLite format 3\0 no"])
def test_another_file_is_no_register_and_stays_as_it_is(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    for use in (Register(str(path)).records, lambda: Register(str(path)).append(entry("x"))):
        with pytest.raises(RegisterError) as error:
            use()
        assert error.value.findings[0].code == "E431"
    assert path.read_bytes() == content


def test_another_database_is_no_register(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    run(path, "CREATE TABLE people (name TEXT)")
    assert refused(path) == ["E431"]
    with pytest.raises(RegisterError):
        Register(str(path)).append(entry("x"))


def test_a_file_that_was_never_written_to_holds_nothing(tmp_path: Path) -> None:
    """As a program that was killed before its first record leaves it."""
    path = tmp_path / "status.register"
    path.touch()
    assert Register(str(path)).records() == []
    assert Register(str(path)).append(entry("x")).number == 1


def test_the_log_shows_what_can_be_read_and_says_what_is_not_so(path: Path) -> None:
    without_locks(path)
    run(path, CHANGES[0])
    ran = run_command("tryghed log --lang da", path.parent)
    assert ran.code == 1
    assert "  1  2016  " in ran.out
    assert "  3  2018  " in ran.out
    assert "registrering 2 i registeret `status.register` er ikke" in " ".join(ran.err.split())


def test_words_in_a_file_that_came_by_mail_cannot_command_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "status.register"
    hostile = dict(entry("x").said) | {"agreement": "A\x1b[2J\nB", "spec": "\x1b[31mnord.tryghed"}
    said = Entry(hostile, entry("x").texts)
    made = Register(str(path)).append(said, by="\x1b[1m", note="\u202eevil\n")
    assert (made.by, made.note) == ("[1m", "evil")
    ran = run_command("tryghed log", tmp_path)
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out

"""No record that was acknowledged is lost: not to a kill, nor to another who writes.

`make register` does more of the same.
"""

from pathlib import Path

import pytest

from support.register_safety import survives_kills, two_at_once


def test_a_program_killed_at_any_moment_loses_no_record(tmp_path: Path, *, in_full: bool) -> None:
    survives_kills(str(tmp_path / "status.register"), 500 if in_full else 40, seed=1)


def test_two_who_write_at_once_keep_all(tmp_path: Path, *, in_full: bool) -> None:
    two_at_once(str(tmp_path / "status.register"), 1_000 if in_full else 25)


@pytest.mark.parametrize("name", ["status æøå #1 ?x=2.register", "100%.register"])
def test_any_name_of_a_file_will_do(name: str, tmp_path: Path) -> None:
    two_at_once(str(tmp_path / name), 2)
    assert [each.name for each in tmp_path.iterdir()] == [name]

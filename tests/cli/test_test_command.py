"""`tryghed test`: the tests that specs hold."""

from pathlib import Path

import pytest

from support.running import run_command

SPEC = 'indicator indbrud "Indbrud", count, lower is better\n\nindbrud <= 48\n'
KEPT = 'test "as many keep it" { given indbrud[2018] = 48; as of 2018; expect indbrud pass met }\n'
BROKEN = 'test "one more breaks it" { given indbrud[2018] = 49; as of 2018; expect indbrud pass }\n'
FIGURES_ASKED = 'test "it was kept" { as of 2017; expect indbrud pass }\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("test")
    files = {
        "kept.tryghed": SPEC + KEPT,
        "broken.tryghed": SPEC + KEPT + BROKEN,
        "none.tryghed": SPEC,
        "asked.tryghed": SPEC + FIGURES_ASKED,
        "wrong.tryghed": SPEC + KEPT.replace("pass met", "passed"),
        "figures.csv": "indicator,area,period,value\nindbrud,amager,2017,40\n",
        "thousands.csv": "indicator,area,period,value\nindbrud,amager,2017,1.250\n",
    }
    for name, text in files.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("kept.tryghed", 0, "kept.tryghed\nok   as many keep it\n1 passed, 0 failed\n"),
        (
            "broken.tryghed",
            1,
            "broken.tryghed\n"
            "ok   as many keep it\n"
            "FAIL one more breaks it\n"
            "     line 5: indbrud was expected pass, and is fail missed\n"
            "       49 against at most 48: 1 over.\n"
            "1 passed, 1 failed\n",
        ),
        ("none.tryghed --lang da", 1, "none.tryghed: der er ingen test i den\n"),
        (
            "kept.tryghed none.tryghed",
            1,
            "kept.tryghed\nok   as many keep it\n1 passed, 0 failed\n"
            "none.tryghed: there is no test in it\n",
        ),
        (
            "asked.tryghed --data figures.csv",
            0,
            "asked.tryghed\nok   it was kept\n1 passed, 0 failed\n",
        ),
    ],
)
def test_tests_pass_fail_or_are_not_there(folder: Path, command: str, code: int, told: str) -> None:
    ran = run_command(f"tryghed test {command}", folder)
    assert (ran.code, ran.out, ran.err) == (code, told, "")


def test_without_figures_only_what_a_test_gives_exists(folder: Path) -> None:
    ran = run_command("tryghed test asked.tryghed", folder)
    assert ran.code == 1
    assert "FAIL it was kept" in ran.out
    assert "0 passed, 1 failed" in ran.out


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("wrong.tryghed", 3, "error[E"),
        ("kept.tryghed --data thousands.csv", 4, "[E309]"),
        ("", 2, "Usage: tryghed test"),
    ],
)
def test_what_keeps_tests_from_running_is_told(
    folder: Path, command: str, code: int, told: str
) -> None:
    ran = run_command(f"tryghed test {command}", folder)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err

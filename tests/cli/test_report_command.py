"""`tryghed report`: which files it writes, and what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.running import Ran, run_command

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
JUDGED = f"{AMAGER / 'amager-2017.tryghed'} --data {AMAGER / 'figures-example.csv'} --as-of 2019"


def report(folder: Path, words: str, **environment: str) -> Ran:
    return run_command(f"tryghed report {JUDGED} {words}", folder, **environment)


def test_the_ending_says_the_format_and_the_command_where_the_file_is(tmp_path: Path) -> None:
    ran = report(tmp_path, "-o status-2019.html -o status.md")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out == "The status report is in status-2019.html\nThe status report is in status.md\n"
    )
    assert (tmp_path / "status-2019.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "status.md").read_text(encoding="utf-8").startswith("# Status report 2019")


def test_a_format_can_be_named_for_any_ending(tmp_path: Path) -> None:
    assert report(tmp_path, "-o status.txt --format md").code == 0
    assert (tmp_path / "status.txt").read_text(encoding="utf-8").startswith("# Status report 2019")


def test_the_language_is_that_of_the_locale_or_the_one_asked_for(tmp_path: Path) -> None:
    ran = report(tmp_path, "-o a.md", LANG="da_DK.UTF-8")
    assert ran.out == "Statusrapporten ligger i a.md\n"
    report(tmp_path, "-o b.md --lang da")
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_a_report_is_written_whatever_the_verdicts_are(tmp_path: Path) -> None:
    """As of 2019 the agreement is not met, which the report is to say."""
    assert report(tmp_path, "-o status.md").code == 0


def test_the_full_report_has_every_figure(tmp_path: Path) -> None:
    report(tmp_path, "-o short.md")
    report(tmp_path, "-o full.md --full")
    assert "row 24" not in (tmp_path / "short.md").read_text(encoding="utf-8")
    assert "figures-example.csv, row 24" in (tmp_path / "full.md").read_text(encoding="utf-8")


def test_a_theme_gives_words_and_an_introduction(tmp_path: Path) -> None:
    (tmp_path / "tema").mkdir()
    (tmp_path / "tema" / "theme.toml").write_text(
        'decided_by = "Styregruppen"\nintroduction = "ord.txt"\n[verdicts]\nfail = "ikke nået"\n',
        encoding="utf-8",
    )
    (tmp_path / "tema" / "ord.txt").write_text("Første afsnit,\nså.\n\nAndet.", encoding="utf-8")
    assert report(tmp_path, "-o a.md --lang da --theme tema").code == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "- Forelægges: Styregruppen" in text
    assert "Første afsnit, så.\n\nAndet." in text
    assert "✗ **ikke nået**" in text
    assert "5 ikke nået" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "say where the report is to go: -o status.html"),
        ("-o nowhere/status.md", "`nowhere/status.md` cannot be written"),
        ("-o status.xls", "did you mean `status.xlsx`?"),
        ("-o status.md --area nowhere", "E331"),
        ("-o status.md --format word", "'word' is not one of"),
    ],
)
def test_what_cannot_be_asked_for_is_a_usage_error(tmp_path: Path, words: str, told: str) -> None:
    ran = report(tmp_path, words)
    assert ran.code == 2
    assert told in ran.err
    assert list(tmp_path.iterdir()) == []


def test_all_of_the_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("before", encoding="utf-8")
    assert report(tmp_path, "-o a.md -o nowhere/b.md").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "before"


def test_a_file_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    figures = (AMAGER / "figures-example.csv").read_bytes()
    (tmp_path / "tal.csv").write_bytes(figures)
    spec = AMAGER / "amager-2017.tryghed"
    command = f"tryghed report {spec} --data tal.csv -o status.md -o ./tal.csv --lang da"
    ran = run_command(command, tmp_path)
    assert ran.code == 2
    assert "`-o tal.csv` ville erstatte en fil, der læses her" in ran.err
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("tal.csv", figures)]


def test_nor_is_a_file_that_the_project_file_names(tmp_path: Path) -> None:
    figures = (AMAGER / "figures-example.csv").read_bytes()
    (tmp_path / "tal.csv").write_bytes(figures)
    spec = (AMAGER / "amager-2017.tryghed").read_bytes()
    (tmp_path / "a.tryghed").write_bytes(spec)
    project = '[sources.tal]\nfiles = ["*.csv"]\n'
    (tmp_path / "tryghed.toml").write_text(project, encoding="utf-8")
    assert run_command("tryghed report a.tryghed -o status.md", tmp_path).code == 0
    ran = run_command("tryghed report a.tryghed -o tal.csv", tmp_path)
    assert ran.code == 2
    assert "`-o tal.csv` would replace a file that is read here" in ran.err
    assert (tmp_path / "tal.csv").read_bytes() == figures


def test_a_wrong_spec_ends_with_its_own_code(tmp_path: Path) -> None:
    (tmp_path / "a.tryghed").write_text("utryg <= baseline(2016) - 2%\n", encoding="utf-8")
    ran = run_command("tryghed report a.tryghed --data none.csv -o a.md", tmp_path)
    assert ran.code == 3


def test_figures_that_are_not_there_end_with_their_own_code(tmp_path: Path) -> None:
    spec = AMAGER / "amager-2017.tryghed"
    ran = run_command(f"tryghed report {spec} --data none.csv -o a.md", tmp_path)
    assert (ran.code, "E301" in ran.err) == (4, True)


@pytest.mark.parametrize(("library", "ending"), [("babel", "md"), ("jinja2", "html")])
def test_without_its_libraries_it_is_told_what_to_install(
    tmp_path: Path, library: str, ending: str
) -> None:
    words = ["report", *JUDGED.split(), "-o", f"status.{ending}"]
    code = f"import sys; sys.modules[{library!r}] = None\n"
    code += f"import tryghed_dsl.cli.main as m; m.run({words!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 4
    assert "[E425]" in done.stderr
    assert 'pip install "tryghed-dsl[report]"' in done.stderr
    assert list(tmp_path.iterdir()) == []

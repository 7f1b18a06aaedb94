"""`tryghed record`, `log` and `reproduce`, as they are typed."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from support.running import Ran, run_command
from tryghed_dsl.cli.commands import main
from tryghed_dsl.publishing import csv_table, json_report
from tryghed_dsl.register.entry import entry_of, reported
from tryghed_dsl.register.register import Register

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
RECORD = "record amager-2017.tryghed --data figures-example.csv --as-of"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = Path(shutil.copytree(AMAGER, tmp_path / "amager"))
    monkeypatch.chdir(made)
    return made


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the year 2018 in it."""
    made = tmp_path_factory.mktemp("recorded") / "status.register"
    data = reported(AMAGER / "amager-2017.tryghed", AMAGER / "figures-example.csv", 2018)
    Register(str(made)).append(entry_of(data))
    return made


@pytest.fixture
def recorded(folder: Path, register: Path) -> Path:
    """A folder of its own, with a register that has 2018 in it."""
    shutil.copy(register, folder)
    return folder


def tryghed(line: str, *more: str) -> Ran:
    """A command in this process, which is quicker than one of its own."""
    ran = CliRunner().invoke(main, [*line.split(), *more], env={"LC_ALL": "C.UTF-8"})
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


def test_a_year_is_recorded_shown_and_made_again(folder: Path) -> None:
    ran = run_command(f'tryghed {RECORD} 2018 --by "Mette Holm" --note "godkendt 2. april"', folder)
    assert (ran.code, ran.err) == (0, "")
    first, second, _, hashed = ran.out.splitlines()
    assert first == "Amager Partnerskab · amager · 2018: fail"
    assert second == "recorded in status.register as number 1"
    assert tryghed(f"{RECORD} 2019 --lang da").out.splitlines()[1] == (
        "registreret i status.register som nummer 2"
    )
    log = tryghed("log --verify")
    assert (log.code, log.err) == (0, "")
    assert f"record {hashed[:12]}, spec " in log.out
    assert "6 pass, 2 fail, 2 monitor\n" in log.out  # vold 68 > 66, hærværk 22 > 21
    assert "           Mette Holm: godkendt 2. april\n" in log.out
    (folder / "amager-2017.tryghed").unlink()
    (folder / "figures-example.csv").unlink()
    again = tryghed("reproduce 2018 --lang da")
    assert (again.code, again.err) == (0, "")
    assert "hver vurdering og hvert tal er" in " ".join(again.out.split())
    for out in (log.out, again.out):
        assert max(map(len, out.splitlines())) <= 80


def test_programs_get_the_log_as_json(recorded: Path) -> None:
    assert (recorded / "status.register").is_file()
    told = json.loads(tryghed("log --format json").out)
    assert (told["schema"], told["register"], told["findings"]) == (
        *("tryghed-log/1", "status.register", []),
    )
    (record,) = told["records"]
    assert (record["number"], record["as_of"], record["verdict"]) == (1, "2018", "fail")
    assert list(record["files"]) == ["amager-2017.tryghed"]


def test_nothing_recorded_is_told_with_what_is(recorded: Path) -> None:
    assert (recorded / "status.register").is_file()
    for asked in ("2017", "--record 2", "--record 0"):
        ran = tryghed(f"reproduce {asked}")
        assert (ran.code, ran.out) == (2, "")
        assert "error[E435]" in ran.err
        assert "choose among `2018`" in ran.err


def test_of_several_records_one_has_to_be_chosen(recorded: Path) -> None:
    text = (recorded / "amager-2017.tryghed").read_text("utf-8")
    (recorded / "kbh.tryghed").write_text(text.replace("area     amager", "area     kbh"), "utf-8")
    tryghed(f"{RECORD.replace('amager-2017', 'kbh')} 2018")
    ran = tryghed("reproduce 2018")
    assert (ran.code, ran.out) == (2, "")
    assert "error[E439]" in ran.err
    assert "`2 Amager Partnerskab, kbh`" in ran.err
    assert tryghed("reproduce --record 2").out.startswith("Amager Partnerskab · kbh · 2018\n")


def test_what_today_s_spec_and_figures_change_is_told_with_the_cause(recorded: Path) -> None:
    text = (recorded / "amager-2017.tryghed").read_text("utf-8")
    now = text.replace("vold    <= baseline(2015)", "vold    <= 70")
    (recorded / "now.tryghed").write_text(now, "utf-8")
    figures = (recorded / "figures-example.csv").read_text("utf-8")
    (recorded / "now.csv").write_text(
        figures.replace("indbrud,amager,2018,41", "indbrud,amager,2018,49")
        .replace("indbrud,amager,2019,44", "indbrud,amager,2019,4400")  # after the year reported
        .replace("chikane,amager,2016,30,count,,agreement text\n", ""),
        "utf-8",
    )
    ran = tryghed("reproduce 2018 --against now.tryghed --data now.csv")
    assert ran.code == 1
    assert "Made again from the spec and figures that were kept: every verdict" in ran.out
    assert "  vold: changed, looser\n    old  vold <= baseline(2015)\n" in ran.out
    figures_told = ran.out.partition("Figures that differ: ")[2].partition("\n\n")[0]
    assert figures_told.splitlines()[1] == "  indbrud, amager, 2018: 41 -> 49"
    assert "2019" not in figures_told
    targets = " ".join(ran.out.partition("Targets that come to something else")[2].split())
    # 41 and 49 burglaries against 48; 68 cases of violence against 66, and 70 now
    assert "indbrud: 41 pass (met) -> 49 fail (missed), because of the figures" in targets
    assert "vold: 68 fail (missed) -> 68 pass (met), because of the wording" in targets


def test_the_same_spec_and_figures_differ_in_nothing(recorded: Path) -> None:
    ran = tryghed("reproduce 2018 --against amager-2017.tryghed --data figures-example.csv")
    assert (ran.code, ran.out.endswith("  nothing differs\n")) == (0, True)
    path = recorded / "amager-2017.tryghed"
    path.write_text("# a comment\n" + path.read_text("utf-8"), "utf-8")
    ran = tryghed("reproduce 2018 --against amager-2017.tryghed")
    assert (ran.code, "the spec's text is another" in ran.out) == (0, True)


def test_figures_that_are_read_are_not_written_over(recorded: Path) -> None:
    figures = (recorded / "figures-example.csv").read_bytes()
    against = "--against amager-2017.tryghed --data figures-example.csv"
    ran = tryghed(f"reproduce 2018 {against} -o figures-example.csv")
    assert ran.code == 2
    assert "`-o figures-example.csv` would replace a file that is read here" in ran.err
    assert (recorded / "figures-example.csv").read_bytes() == figures


def test_another_version_of_the_program_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    monkeypatch.setattr("tryghed_dsl.register.entry.__version__", "0.0.9")
    tryghed(f"{RECORD} 2018")
    ran = tryghed("reproduce 2018")
    assert (ran.code, "The program was version 0.0.9 then, and is" in ran.out) == (0, True)


def formats() -> ModuleType:
    """What lays reports out, of two kinds of file."""
    made = ModuleType("tryghed_dsl.publishing.formats")
    modules = {"json": json_report, "csv": csv_table}
    made.__dict__["format_of"] = lambda path: path.suffix.removeprefix(".")
    rendered: Callable[..., bytes] = lambda status, theme, form: modules[form].rendered(  # noqa: E731
        status, theme
    )
    made.__dict__["rendered"] = rendered
    return made


def test_the_files_are_the_same_whatever_has_become_of_spec_and_figures(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tryghed_dsl.publishing.formats", formats())
    tryghed(f"{RECORD} 2017")
    tryghed(f"{RECORD} 2018")
    first = tryghed("reproduce 2018 --full --since last --lang da -o a.json -o a.csv")
    assert first.code == 0
    assert "Statusrapporten ligger i a.json\n" in first.out
    tryghed(f"{RECORD} 2019")
    for name in ("amager-2017.tryghed", "figures-example.csv"):
        (folder / name).write_text("", "utf-8")
    tryghed("reproduce 2018 --full --since last --lang da -o b.json -o b.csv")
    for ending in ("json", "csv"):
        data = (folder / f"a.{ending}").read_bytes()
        assert len(data) > 1_000
        assert (folder / f"b.{ending}").read_bytes() == data


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("reproduce", 2, "say which report"),
        ("reproduce 2018 --record 1", 2, "say which report"),
        ("reproduce 2018 --data figures-example.csv", 2, "`--data` goes with `--against`"),
        ("reproduce forår", 2, "E332"),
        ("record none.tryghed --data figures-example.csv", 3, "E001"),
        ("record amager-2017.tryghed --data none.csv", 4, "E301"),
        ("record amager-2017.tryghed", 2, "--data"),
        ("record amager-2017.tryghed --data figures-example.csv --area valby", 2, "E331"),
        ("log --register none", 4, "E430"),
    ],
)
def test_where_nothing_can_be_done_the_exit_code_says_why(
    line: str, code: int, told: str, folder: Path
) -> None:
    ran = tryghed(f"{line} --lang en")
    assert (ran.code, told in ran.err) == (code, True), ran
    assert not (folder / "status.register").exists()

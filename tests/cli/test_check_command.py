"""`tryghed check`: exit codes, formats, and what is told where."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from support.running import Ran, run_command, run_commands

ROOT = Path(__file__).parents[2]
AMAGER = ROOT / "specs" / "amager"
AMAGER_JSON = (
    "tryghed check amager-2017.tryghed --data figures-example.csv --as-of 2018 --format json"
)

SPEC = """\
agreement "Amager" {
  valid 2011..2016
  area  amager
}

area amager

indicator indbrud "Indbrud", count, lower is better
indicator vold    "Vold",    count, lower is better

indbrud <= 48, warn within 5%
vold    <= 66
"""
# 5% of 48 is 2.4, so that 50 is a near miss and 51 is none.
FIGURES = """\
indicator,area,period,value
indbrud,amager,2011,48
vold,amager,2011,66
indbrud,amager,2012,50
vold,amager,2012,60
indbrud,amager,2013,51
vold,amager,2013,60
indbrud,amager,2014,40
indbrud,amager,2015,60
indbrud,amager,2016,50
indbrud,amager,2017,40
vold,amager,2017,40
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("check")
    (made / "spec.tryghed").write_text(SPEC, encoding="utf-8")
    (made / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (made / "thousands.csv").write_text(
        "indicator,area,period,value\nindbrud,amager,2011,1.250\n", encoding="utf-8"
    )
    (made / "monitor.tryghed").write_text("monitor indbrud\n", encoding="utf-8")
    (made / "wrong.tryghed").write_text("indbrud <= baseline(20150)\n", encoding="utf-8")
    return made


def check(folder: Path, options: str, spec: str = "spec.tryghed") -> Ran:
    ran = run_command(f"tryghed check {spec} {options}", folder)
    assert "Traceback" not in ran.out + ran.err
    assert "E900" not in ran.out + ran.err
    return ran


# ------------------------------------------------------------------ exit codes


STANDINGS = {
    "--as-of 2011": (0, "pass (2 pass)"),
    "--as-of 2012": (0, "warn (1 pass, 1 warn)"),
    "--as-of 2012 --fail-on warn": (1, "warn (1 pass, 1 warn)"),
    "--as-of 2011 --fail-on warn": (0, "pass (2 pass)"),
    "--as-of 2013": (1, "fail (1 pass, 1 fail)"),
    "--as-of 2014": (4, "unknown (1 pass, 1 unknown)"),
    "--as-of 2015": (1, "fail (1 fail, 1 unknown)"),
    "--as-of 2016": (4, "unknown (1 warn, 1 unknown)"),
    "--as-of 2016 --fail-on warn": (1, "unknown (1 warn, 1 unknown)"),
    "--as-of 2017": (4, "pending (2 pending)"),
    "": (4, "unknown (1 warn, 1 unknown)"),
}


def test_the_exit_code_says_how_the_agreement_stands(folder: Path) -> None:
    start = "tryghed check spec.tryghed --data figures.csv "
    outputs = run_commands((start + options for options in STANDINGS), folder)
    found = {
        line.removeprefix(start): (ran.code, ran.out.splitlines()[1])
        for line, ran in outputs.items()
    }
    assert found == STANDINGS


def test_watching_alone_is_never_met(folder: Path) -> None:
    ran = check(folder, "--data figures.csv --as-of 2011", "monitor.tryghed")
    assert (ran.code, ran.out.splitlines()[1]) == (4, "monitor (1 monitor)")


@pytest.mark.parametrize(
    ("data", "code"),
    [("none.csv", "E301"), ("thousands.csv", "E309"), (".", "E301"), ("spec.tryghed", "E312")],
)
def test_figures_that_cannot_be_read_are_not_judged(folder: Path, data: str, code: str) -> None:
    ran = check(folder, f"--data figures.csv --data {data}")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f"error[{code}]: ")


@pytest.mark.parametrize("spec", ["wrong.tryghed", "none.tryghed"])
def test_a_spec_that_is_wrong_comes_before_the_figures(folder: Path, spec: str) -> None:
    ran = check(folder, "--data none.csv", spec)
    assert (ran.code, ran.out) == (3, "")
    assert "error[E" in ran.err
    assert "E301" not in ran.err


@pytest.mark.parametrize(
    "options",
    ["--data figures.csv --format pdf", "--fail-on fail", "--lang sv"],
)
def test_a_command_used_wrongly_says_how_to_use_it(folder: Path, options: str) -> None:
    ran = check(folder, options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: tryghed check")


def test_what_lacks_the_figures_says_where_to_write_them(folder: Path) -> None:
    english, danish = check(folder, ""), check(folder, "--lang da")
    assert (english.code, danish.code) == (2, 2)
    assert "--data figures.csv" in english.err
    assert "--data tal.csv" in danish.err


# ------------------------------------------------------------------ where it is told


def test_what_is_odd_in_the_figures_is_told_beside_the_table(folder: Path) -> None:
    (folder / "more.csv").write_text(
        "indicator,area,period,value\nindbrud,amagr,2011,7\nvold,amager,2011,66\n",
        encoding="utf-8",
    )
    ran = check(folder, "--data figures.csv --data more.csv --as-of 2011")
    assert ran.code == 0
    assert "pass (2 pass)" in ran.out
    assert "[" not in ran.out
    assert "warning[W305]" in ran.err
    assert "did you mean `amager`?" in " ".join(ran.err.split())
    assert "note[N310]" in ran.err


def test_paths_may_have_blanks_and_danish_letters(tmp_path: Path) -> None:
    folder = tmp_path / "Aftaler på Ørestad"
    folder.mkdir()
    spec, figures = folder / "ny aftale æ.tryghed", folder / "årets tal.csv"
    spec.write_text("indbrud -> approach(kbh, by=2014)\n", encoding="utf-8")
    figures.write_text(
        "indicator,area,period,value\n"
        "indbrud,amager,2010,50\nindbrud,kbh,2010,40\n"
        "indbrud,amager,2011,45\nindbrud,kbh,2011,40\n",
        encoding="utf-8",
    )
    ran = run_command(
        "tryghed check 'Aftaler på Ørestad/ny aftale æ.tryghed' "
        "--data 'Aftaler på Ørestad/årets tal.csv' --as-of 2011",
        tmp_path,
    )
    assert ran.code == 0
    assert "pass (1 pass)" in ran.out
    (line,) = [line for line in ran.err.splitlines() if "tryghed lint" in line]
    linted = run_command(line[line.index("tryghed lint") :], tmp_path)
    assert linted.code == 1
    assert "ny aftale æ.tryghed" in linted.out


@pytest.mark.parametrize(("columns", "most"), [("20", 60), ("1000", 100)])
def test_the_table_fits_the_terminal_within_reason(columns: str, most: int) -> None:
    ran = run_command(
        "tryghed check amager-2017.tryghed --data figures-published.csv --as-of 2020 --lang da",
        AMAGER,
        COLUMNS=columns,
    )
    widest = max(len(line) for line in ran.out.splitlines())
    assert most - 15 <= widest <= most


def test_the_advice_names_the_file_that_was_judged(tmp_path: Path) -> None:
    """As of a year before the revision the wording is that of the first file."""
    (tmp_path / "first.tryghed").write_text(
        'agreement "A" { area amager }\narea amager\n'
        'indicator x "X", count, baseline 2015 = 10\nx <= baseline(2015)\n',
        encoding="utf-8",
    )
    (tmp_path / "second.tryghed").write_text(
        'revises "first.tryghed" { effective 2019 }\nreplace x: x <= 9\n', encoding="utf-8"
    )
    (tmp_path / "figures.csv").write_text(
        "indicator,area,period,value\nx,amager,2018,10\n", encoding="utf-8"
    )
    ran = run_command("tryghed check second.tryghed --data figures.csv --as-of 2018", tmp_path)
    assert ran.code == 0
    assert "tryghed lint second.tryghed" in ran.err


LONG_SPEC = """\
agreement "A" {{ area a }}
area a
indicator x "X", count, lower is better, baseline 2015 = 12
{}
"""


@pytest.mark.parametrize("language", ["en", "da"])
def test_counts_and_what_flags_mean_fit_the_width(tmp_path: Path, language: str) -> None:
    """Six kinds of verdict in one line, and a flag whose meaning is long."""
    lines = [
        "a: x <= baseline(2015)", "b: x <= 5", "c: x <= 9, warn within 2", "d: x <= 5, when x > 99",
        "e: x[2014] <= 5", "monitor x",
    ]  # fmt: skip
    (tmp_path / "spec.tryghed").write_text(LONG_SPEC.format("\n".join(lines)), encoding="utf-8")
    (tmp_path / "figures.csv").write_text(
        "indicator,area,period,value\nx,a,2015,13\nx,a,2018,11\n", encoding="utf-8"
    )
    ran = run_command(
        f"tryghed check spec.tryghed --data figures.csv --as-of 2018 --lang {language}", tmp_path
    )
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []
    flag = {"en": "[baseline-drift]", "da": "[ændret udgangspunkt]"}[language]
    assert ran.out.count(flag) == 2  # at the target, and below the table


# ------------------------------------------------------------------ JSON


def schema() -> dict[str, Any]:
    path = ROOT / "docs" / "schema" / "tryghed-report-1.json"
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_report_in_json_is_as_the_schema_says(language: str) -> None:
    ran = run_command(f"{AMAGER_JSON} --lang {language}", AMAGER)
    assert (ran.code, ran.err) == (1, "")
    report = json.loads(ran.out)
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(report)
    assert report["schema"] == "tryghed-report/1"
    assert (report["as_of"], report["area"], report["verdict"]) == ("2018", "amager", "fail")
    assert report["counts"] == {
        "pass": 6,
        "warn": 0,
        "fail": 2,
        "unknown": 0,
        "pending": 0,
        "monitor": 2,
    }
    sentences = {target["id"]: target["sentence"] for target in report["targets"]}
    expected = {"en": "68 against at most 66: 2 over.", "da": "68 mod højst 66: 2 over."}
    assert sentences["vold"] == expected[language]


def test_the_schema_tells_a_report_from_what_is_none() -> None:
    validator = Draft202012Validator(schema())
    report = json.loads(run_command(AMAGER_JSON, AMAGER).out)
    assert validator.is_valid(report)
    assert not validator.is_valid({})
    assert not validator.is_valid({**report, "verdict": "green"})
    assert not validator.is_valid({**report, "more": 1})


@pytest.mark.parametrize(
    ("files", "exit_code", "expected"),
    [
        ("spec.tryghed --data thousands.csv", 4, ("E309", "error", "thousands.csv", 2)),
        ("none.tryghed --data figures.csv", 3, ("E001", "error", "none.tryghed", None)),
    ],
)
def test_what_stands_in_the_way_is_told_in_json_too(
    folder: Path, files: str, exit_code: int, expected: tuple[str, str, str, int | None]
) -> None:
    ran = check(folder, "--format json", files)
    assert (ran.code, ran.err) == (exit_code, "")
    told = json.loads(ran.out)
    assert told["schema"] == "tryghed-findings/1"
    keys = ("code", "severity", "file", "line")
    assert [tuple(finding[key] for key in keys) for finding in told["findings"]] == [expected]

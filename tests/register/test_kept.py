"""What a register keeps of a report is enough to make the report again, letter by letter."""

import hashlib
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.recording import entry
from tryghed_dsl.domain.observation import Figures, Key, Observation, Origin
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.publishing import csv_table, json_report
from tryghed_dsl.register.entry import Entry, agreement_of, entry_of, reported
from tryghed_dsl.register.figures import figures_of, figures_text
from tryghed_dsl.register.kept import Kept, repeats
from tryghed_dsl.register.register import Register
from tryghed_dsl.register.troubles import RegisterError
from tryghed_dsl.status.changes import Reported
from tryghed_dsl.status.making import Wanted, status, status_of
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

AMAGER = Path(__file__).parents[2] / "specs" / "amager"
REVISED = """\
revises "amager-2017.tryghed" {
  effective 2019
  because   "Styregruppens møde 12-12-2018"
}
use "fælles/områder.tryghed"
replace indbrud: indbrud <= 45, warn within 5%
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(AMAGER, tmp_path / "amager"))
    (made / "fælles").mkdir()
    (made / "fælles" / "områder.tryghed").write_text('area valby "Valby"\n', encoding="utf-8")
    (made / "amager-2019.tryghed").write_text(REVISED, encoding="utf-8")
    return made


def kept(folder: Path, spec: str, data: str, year: int | str) -> Kept:
    """What a register gives back of a report, once its files are gone."""
    register = Register(str(folder.parent / "status.register"))
    made = entry_of(reported(folder / spec, folder / data, year))
    assert repeats(made)
    return register.kept(register.append(made))


@pytest.mark.parametrize(
    ("spec", "data", "year", "language"),
    [
        ("amager-2017.tryghed", "figures-published.csv", 2018, Language.EN),
        ("amager-2019.tryghed", "figures-example.csv", 2019, Language.DA),
    ],
)
def test_a_report_is_the_same_to_the_letter(
    spec: str, data: str, year: int, language: Language, folder: Path
) -> None:
    wanted = Wanted(language, full=True)
    made = status(td.load(folder / spec), folder / data, year, wanted=wanted)
    record = kept(folder, spec, data, year)
    shutil.rmtree(folder)
    again = status_of(record.spec, record.figures, record.report, wanted)
    assert again == made
    for form in (json_report, csv_table):
        assert form.rendered(again, Theme()) == form.rendered(made, Theme())
    verdicts = {target["id"]: target["verdict"] for target in record.verdicts["targets"]}
    assert verdicts == {target.id: target.verdict for target in record.report}


def test_every_file_of_a_spec_is_kept_once_and_as_it_was(folder: Path) -> None:
    record = kept(folder, "amager-2019.tryghed", "figures-example.csv", 2019)
    names = ("amager-2017.tryghed", "amager-2019.tryghed", "fælles/områder.tryghed")
    assert record.files == {name: (folder / name).read_text("utf-8") for name in names}
    kept(folder, "amager-2019.tryghed", "figures-example.csv", 2020)
    with closing(sqlite3.connect(folder.parent / "status.register")) as opened:
        (texts,) = opened.execute("SELECT count(*) FROM tryghed_text").fetchone()
    assert texts == len(names) + 1 + 2  # the same figures twice, and the verdicts of two years


QUOTED = """\
agreement "Trygt Nord" {
  document "aftale.txt"
  valid 2016..2020
  area  nord
}
area nord "Nord"
indicator indbrud "Indbrud", count, lower is better
indbrud <= 48, quote "Der må højst være 48 indbrud om året."
"""


def test_the_agreement_s_own_text_is_kept_with_the_hash_of_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "nord"
    folder.mkdir()
    (folder / "nord.tryghed").write_text(QUOTED, encoding="utf-8")
    document = "Der må højst være 48 indbrud om året.\r\n".encode("cp1252")
    (folder / "aftale.txt").write_bytes(document)
    (folder / "tal.csv").write_text("indicator,area,period,value\nindbrud,nord,2018,45\n")
    record = kept(folder, "nord.tryghed", "tal.csv", 2018)
    shutil.rmtree(folder)
    assert record.record.document is not None
    assert record.record.document.sha256 == hashlib.sha256(document).hexdigest()
    assert record.report["indbrud"].flags == ()
    assert not any(finding.code == "W225" for finding in record.spec.findings)


def test_a_document_that_is_no_text_is_kept_as_its_hash(tmp_path: Path) -> None:
    folder = tmp_path / "nord"
    folder.mkdir()
    pdf = QUOTED.replace("aftale.txt", "aftale.pdf")
    (folder / "nord.tryghed").write_text(pdf, encoding="utf-8")
    (folder / "aftale.pdf").write_bytes(b"%PDF-1.7 ...")
    (folder / "tal.csv").write_text("indicator,area,period,value\nindbrud,nord,2018,45\n")
    record = kept(folder, "nord.tryghed", "tal.csv", 2018)
    document = record.record.document
    assert document is not None
    assert (document.path, document.text) == ("aftale.pdf", None)
    assert document.sha256 == hashlib.sha256(b"%PDF-1.7 ...").hexdigest()


def test_a_file_of_targets_alone_is_kept_too(tmp_path: Path) -> None:
    folder = tmp_path / "two-lines"
    folder.mkdir()
    (folder / "a.tryghed").write_text("indbrud <= 48\nutryg -> approach(kbh, by=2020)\n")
    (folder / "tal.csv").write_text(
        "indicator,area,period,value\nindbrud,nord,2018,45\nutryg,nord,2016,12\n"
        "utryg,nord,2018,11\nutryg,kbh,2016,6\nutryg,kbh,2018,6\n"
    )
    record = kept(folder, "a.tryghed", "tal.csv", 2018)
    assert record.record.agreement == "a.tryghed"
    assert record.values == {"indbrud": 45, "utryg": 11}


def test_figures_are_read_back_as_they_were() -> None:
    figures = [
        Observation(
            Key("utryg", "nørrebro", parse_period(text) or pytest.fail(text)),
            value,
            *(number, None, 1 / 3, 2e-7),
            most=4.0 if value == 0 else None,
            unit="percent",
            flags=("example", "suppressed"),
            origin=Origin("tal.xlsx", "Ark 1", 7, "\u0000 ½ 'x' \"y\"\n", "D14"),
        )
        for text, value, number in (
            *(("2018", 0.1 + 0.2, 500.0), ("2018H2", 0.0, None), ("2018Q3", -1e300, 0.0)),
            *(("2018M02", 5e-324, 1.0), ("1999/00", 68_782.0, None), ("2016-02-29", 3.0, 9.0)),
        )
    ]
    text = figures_text(Figures(figures))
    assert text == figures_text(Figures(reversed(figures)))
    read = {seen.key: seen for seen in figures_of(text)}
    assert read == {seen.key: seen for seen in figures}
    assert {seen.origin for seen in read.values()} == {figures[0].origin}


def test_what_was_reported_last_is_found(tmp_path: Path) -> None:
    register = Register(str(tmp_path / "status.register"))
    path, figures = tmp_path / "nord.tryghed", tmp_path / "tal.csv"
    path.write_text(QUOTED.partition("indbrud <=")[0] + "indbrud <= 48\n", encoding="utf-8")
    rows = "".join(f"indbrud,nord,{year},{year - 1975}\n" for year in range(2016, 2021))
    figures.write_text(f"indicator,area,period,value\n{rows}")
    spec = td.load(path)
    asked = (agreement_of(spec), "nord")
    early, late = (parse_period(text) or pytest.fail(text) for text in ("2018", "2020"))
    for year, by in ((2018, "first"), (2019, "a mistake"), (2019, "mended"), (2018, "late")):
        register.append(entry_of(reported(path, figures, year)), by=by)
    assert register.last_before(*asked, early) is None
    assert register.last_before("Trygt Nord", "syd", late) is None
    last = register.last_before(*asked, late)
    assert last is not None
    assert (last.record.as_of, last.record.by, last.record.number) == ("2019", "mended", 3)
    assert last.values["indbrud"] == 44
    assert last.wording.target("indbrud") == spec.target("indbrud")
    path.write_text(path.read_text("utf-8").replace("48", "46"), encoding="utf-8")
    (change,) = status(
        td.load(path),
        figures,
        2020,
        wanted=Wanted(since=Reported(last.record.period, last.wording)),
    ).changes
    assert (change.old, change.new) == ("indbrud <= 48", "indbrud <= 46")
    # What was recorded later had not been reported when the third was made.
    before = register.last_of(register.record(3))
    assert before is not None
    assert before.record.by == "first"


def test_a_record_says_when_it_was_made_in_utc(tmp_path: Path) -> None:
    path = str(tmp_path / "r")
    made = datetime(2019, 4, 2, 9, 13, 55, tzinfo=UTC)
    assert Register(path).append(entry("x"), made=made).made == "2019-04-02T09:13:55Z"


@pytest.mark.parametrize(
    ("hidden", "address"),
    [("sqlalchemy", "status.register"), ("psycopg", "postgresql://nord/status")],
)
def test_without_its_library_it_is_told_what_to_install(
    hidden: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == hidden]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, hidden, None)
    with pytest.raises(RegisterError) as error:
        Register(address).append(entry("x"))
    (finding,) = error.value.findings
    assert finding.code == "E437"


def test_a_record_made_on_windows_is_read_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "nord"
    folder.mkdir()
    (folder / "nord.tryghed").write_text("indbrud <= 48\n", encoding="utf-8")
    (folder / "tal.csv").write_text("indicator,area,period,value\nindbrud,nord,2018,45\n")
    made = entry_of(reported(folder / "nord.tryghed", folder / "tal.csv", 2018))
    windows = Entry(dict(made.said) | {"spec": "S:\\aftaler\\nord.tryghed"}, made.texts)
    register = Register(str(tmp_path / "status.register"))
    assert register.kept(register.append(windows)).report["indbrud"].verdict is td.Verdict.PASS


@pytest.mark.parametrize("path", ["../../outside.tryghed", "/tmp/outside.tryghed", "C:\\x"])  # noqa: S108 -- never opened
def test_a_register_that_names_files_elsewhere_writes_and_reads_none(
    path: str, tmp_path: Path
) -> None:
    made = entry("x")
    (spec,) = made.said["files"].values()
    hostile = Entry(dict(made.said) | {"files": {"nord.tryghed": spec, path: spec}}, made.texts)
    register = Register(str(tmp_path / "status.register"))
    record = register.kept(register.append(hostile))
    assert record.spec.targets[0].id == "x"
    assert [each.name for each in tmp_path.iterdir()] == ["status.register"]
